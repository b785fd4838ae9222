import { isNumberWord } from './spelled-numbers';
import { monthNumber } from './dates';
import { hasUnit, isForeign, readAmount, toDraft, type Amount } from './quantity-amounts';
import { endOfBareDay, readCalendar } from './quantity-calendar';
import { tidy, type Draft } from './quantity-draft';
import { isLabelled, isNameBefore, isPointer, isTimeOfDay } from './quantity-guards';
import { asStartOfChange, readRange, readRightEnd } from './quantity-ranges';
import { readIndexBase, type IndexBase } from './quantity-index-bases';
import { isOrdinalWord, readOrdinal, readRank } from './quantity-ordinals';
import { isRateBase } from './quantity-rates';
import { endOfMultiple, indexDraft, readMultiple, readOpenCount, readShare, readWrittenFraction } from './quantity-shares';
import type { Token } from './quantity-tokens';

/** Either what stands at a token, or where to go on when there is nothing to be read. */
export type Reading = { readonly draft: Draft; readonly hasPlus: boolean } | { readonly draft: null; readonly next: number; readonly base?: IndexBase };

const nothing = (next: number): Reading => ({ draft: null, next });

const OTHER_STARTERS = new Set(
  'a an half twice doubled doubles doubling tripled triples tripling trebled trebles trebling quadrupled quadruples quadrupling halved halves halving double triple treble quadruple halve dozens hundreds thousands millions billions trillions tens fy ay q h'.split(
    ' ',
  ),
);

const mayStart = (token: Token): boolean => {
  if (token.kind === 'number' || token.kind === 'opaque') return true;
  if (token.kind === 'mark') return '½¼¾⅓⅔⅕⅛'.includes(token.text);
  return isNumberWord(token.lower) || isOrdinalWord(token.lower) || OTHER_STARTERS.has(token.lower) || token.lower.endsWith('fold') || (token.lower !== token.text && monthNumber(token.lower) !== null);
};

export const readAt = (text: string, tokens: readonly Token[], index: number): Reading => {
  const token = tokens[index];
  if (!token || !mayStart(token)) return nothing(index + 1);
  const base = token.kind === 'number' ? readIndexBase(text, tokens, index) : null;
  if (base) return { draft: null, next: base.next, base };
  const calendar = readCalendar(tokens, index);
  const isAmount = calendar?.form === 'year' && calendar.next === index + 1 && isMarkedAmount(text, tokens, index);
  const found = (isAmount ? null : calendar) ?? readRank(tokens, index) ?? readShare(tokens, index) ?? readMultiple(tokens, index) ?? readOpenCount(tokens, index);
  if (found) return isGluedToWord(text, found.start) ? nothing(found.next) : { draft: found, hasPlus: false };
  const day = endOfBareDay(tokens, index);
  if (day !== null) return nothing(day);
  return token.kind === 'opaque' ? nothing(index + 1) : readNumber(text, tokens, index);
};

/** "10^6", "10⁶": the mark is an exponent, no note. */
const isPowerOfTen = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]?.text === '10' && tokens[index + 1]?.isGlued === true && /^[\^²³⁴⁵⁶⁷⁸⁹]$/.test(tokens[index + 1]?.text ?? '');

/** "(95% CI: 42–48)", "a 95 per cent confidence interval": how sure, not how much. */
const isConfidence = (tokens: readonly Token[], next: number): boolean => tokens[next]?.text === 'CI' || /^(?:confidence|credible|credibility)$/.test(tokens[next]?.lower ?? '');

/** "was 1900 dollars", "adds 2000 MW": no year. */
const isMarkedAmount = (text: string, tokens: readonly Token[], index: number): boolean => {
  const amount = readAmount(text, tokens, index);
  return amount !== null && (amount.numeral.scale > 1 || hasUnit(amount));
};

const isGluedToWord = (text: string, start: number): boolean => /[\p{L}\d_]/u.test(text.charAt(start - 1));

const readNumber = (text: string, tokens: readonly Token[], index: number): Reading => {
  const amount = readAmount(text, tokens, index);
  if (!amount) return nothing(index + 1);
  if (isRateBase(tokens, index) && !hasUnit(amount)) return nothing(amount.next);
  const ordinal = readOrdinal(tokens, index, amount);
  if (ordinal === 'name') return nothing(index + 2);
  if (ordinal) return { draft: ordinal, hasPlus: false };
  const special = readRatio(tokens, index, amount) ?? readMultipleOf(tokens, index, amount);
  if (special) return special;
  if (isPowerOfTen(tokens, index) || isConfidence(tokens, amount.next)) return nothing(amount.next);
  if (isForeign(text, tokens, amount)) return nothing(Math.max(index + 1, amount.next));
  const right = readRightEnd(text, tokens, amount);
  const range = right ? readRange(tokens, index, amount, right) : null;
  const lender = asStartOfChange(tokens, amount, right);
  const draft = asAgeOrRank(tokens, range ?? toDraft(tokens, index, lender, lender));
  if (draft.isBare && isNoQuantity(tokens, index, draft)) return nothing(draft.next);
  return withPlus(tokens, draft);
};

/** A number without unit, currency or scale must not be the name of something; one in words must count something. */
const isNoQuantity = (tokens: readonly Token[], index: number, draft: Draft): boolean => {
  if (draft.isInWords) return draft.form !== 'count' || draft.value === 1 || tokens[index - 1]?.lower === 'no';
  const isGrouped = tokens[index]?.text.includes(',') === true;
  if (isPointer(tokens, index, draft.next) || isTimeOfDay(tokens, draft.next)) return true;
  if (isGrouped) return false;
  if (isLabelled(tokens, index) || draft.value === null) return true;
  if (draft.form === 'count') return false;
  // A year that stands in no place of a year: "(Ministry, 2026)", "the Act, 2016".
  const isLikeYear = !draft.isRange && draft.value >= 1900 && draft.value <= 2100;
  return isLikeYear || isNameBefore(tokens, index);
};

const withPlus = (tokens: readonly Token[], draft: Draft): Reading => {
  const plus = tokens[draft.next];
  if (plus?.text !== '+' || !plus.isGlued || tokens[draft.next + 1]?.isGlued === true) return { draft, hasPlus: false };
  return { draft: { ...draft, end: plus.end, next: draft.next + 1 }, hasPlus: true };
};

/** "aged 15–24" is a time, "ranks 92" a rank. */
const asAgeOrRank = (tokens: readonly Token[], draft: Draft): Draft => {
  const before = tokens[draft.first - 1]?.lower ?? '';
  if (!draft.isBare || draft.isInWords) return draft;
  if (/^(?:aged|ages?)$/.test(before)) return { ...draft, unit: 'years', dimension: 'time', form: 'duration', isBare: false };
  if (/^(?:rank(?:s|ed|ing)?|position)$/.test(before) && draft.value !== null) {
    return { ...draft, low: draft.value, high: draft.value, dimension: 'none', form: 'ordinal' };
  }
  return draft;
};

const readRatio = (tokens: readonly Token[], index: number, amount: Amount): Reading | null => {
  const mark = tokens[index + 1];
  const right = tokens[index + 2];
  if (!mark || right?.kind !== 'number' || hasUnit(amount)) return null;
  if (mark.lower === 'to') return right.text === '1' && isRatioNamed(tokens, index) ? ratioReading(tokens, index, amount, right) : null;
  if (!amount.numeral.isPlain && mark.text !== '/') return null;
  if (!mark.isGlued || !right.isGlued) return null;
  if (tokens[index]?.isGlued === true && /[\p{L}\d]/u.test(tokens[index - 1]?.text ?? '')) return null;
  if (mark.text === '/') return readSlash(tokens, index, amount, right);
  if (mark.text !== ':') return null;
  const isClock = right.text.length === 2 && amount.numeral.value < 24 && right.value < 60 && !isRatioNamed(tokens, index);
  if (isClock || right.value === 0 || isLabelled(tokens, index) || tokens[index + 3]?.text === ':') return nothing(index + 3);
  return ratioReading(tokens, index, amount, right);
};

/** "42/100" of an index; "1/3 of", "3/4 of", which are shares; "24/7" is neither. */
const readSlash = (tokens: readonly Token[], index: number, { numeral: { value, step } }: Amount, right: Token): Reading => {
  const draft =
    readWrittenFraction(tokens, index) ??
    ([5, 10, 100].includes(right.value) && value <= right.value && !isLabelled(tokens, index) ? indexDraft(tokens, index, index + 3, value, step, right.value) : null);
  return draft ? { draft, hasPlus: false } : nothing(index + 3);
};

const ratioReading = (tokens: readonly Token[], index: number, amount: Amount, right: Token): Reading => {
  const { value, step } = amount.numeral;
  const base = toDraft(tokens, index, amount, amount);
  const numbers = { low: tidy((value - step / 2) / right.value), high: tidy((value + step / 2) / right.value), value: tidy(value / right.value) };
  const draft: Draft = { ...base, ...numbers, end: right.end, next: index + 3, unit: 'x', dimension: 'ratio', form: 'ratio', isBare: false };
  return { draft, hasPlus: false };
};

const isRatioNamed = (tokens: readonly Token[], index: number): boolean =>
  [-4, -3, -2, -1, 3, 4].some((by) => /^(?:ratios?|odds|proportion)$/.test(tokens[index + by]?.lower ?? ''));

const readMultipleOf = (tokens: readonly Token[], index: number, amount: Amount): Reading | null => {
  const next = endOfMultiple(tokens, amount.numeral);
  const base = toDraft(tokens, index, amount, amount);
  const end = tokens[(next ?? 0) - 1]?.end;
  if (next === null || end === undefined) return null;
  return { draft: { ...base, end, next, unit: 'x', dimension: 'ratio', form: 'multiple', isBare: false }, hasPlus: false };
};

