import { isNumberWord } from './number-words';
import { monthNumber } from './dates';
import { hasUnit, isForeign, readAmount, toDraft, type Amount } from './quantity-amounts';
import { endOfBareDay, readCalendar } from './quantity-calendar';
import { tidy, type Draft } from './quantity-draft';
import { isLabelled, isNameBefore, isPointer, isTimeOfDay } from './quantity-guards';
import { asStartOfChange, readRange, readRightEnd } from './quantity-ranges';
import { endOfMultiple, indexDraft, readMultiple, readOpenCount, readShare } from './quantity-shares';
import type { Token } from './quantity-tokens';

/** Either what stands at a token, or where to go on when there is nothing to be read. */
export type Reading = { readonly draft: Draft; readonly hasPlus: boolean } | { readonly draft: null; readonly next: number };

const nothing = (next: number): Reading => ({ draft: null, next });

const OTHER_STARTERS = new Set(
  'a an half twice doubled doubles doubling tripled triples tripling trebled trebles trebling quadrupled quadruples quadrupling halved halves halving double triple treble quadruple halve dozens hundreds thousands millions billions trillions tens fy ay q h'.split(
    ' ',
  ),
);

const mayStart = (token: Token): boolean => {
  if (token.kind === 'number' || token.kind === 'opaque') return true;
  if (token.kind === 'mark') return '½¼¾⅓⅔⅕⅛'.includes(token.text);
  return isNumberWord(token.lower) || OTHER_STARTERS.has(token.lower) || token.lower.endsWith('fold') || (token.lower !== token.text && monthNumber(token.lower) !== null);
};

export const readAt = (text: string, tokens: readonly Token[], index: number): Reading => {
  const token = tokens[index];
  if (!token || !mayStart(token)) return nothing(index + 1);
  const calendar = readCalendar(tokens, index);
  const isAmount = calendar?.form === 'year' && calendar.next === index + 1 && isMarkedAmount(text, tokens, index);
  const found = (isAmount ? null : calendar) ?? readShare(tokens, index) ?? readMultiple(tokens, index) ?? readOpenCount(tokens, index);
  if (found) return isGluedToWord(text, found.start) ? nothing(found.next) : { draft: found, hasPlus: false };
  const day = endOfBareDay(tokens, index);
  if (day !== null) return nothing(day);
  return token.kind === 'opaque' ? nothing(index + 1) : readNumber(text, tokens, index);
};

/** "was 1900 dollars", "adds 2000 MW": no year. */
const isMarkedAmount = (text: string, tokens: readonly Token[], index: number): boolean => {
  const amount = readAmount(text, tokens, index);
  return amount !== null && (amount.numeral.scale > 1 || hasUnit(amount));
};

const isGluedToWord = (text: string, start: number): boolean => /[\p{L}\d_]/u.test(text.charAt(start - 1));

const readNumber = (text: string, tokens: readonly Token[], index: number): Reading => {
  const amount = readAmount(text, tokens, index);
  if (!amount) return nothing(index + 1);
  const special = readRatio(tokens, index, amount) ?? readOrdinal(tokens, index, amount) ?? readMultipleOf(tokens, index, amount);
  if (special) return special;
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
  if (!amount.numeral.isPlain && !(mark?.text === '/')) return null;
  if (mark?.isGlued !== true || right?.kind !== 'number' || !right.isGlued || hasUnit(amount)) return null;
  if (tokens[index]?.isGlued === true && /[\p{L}\d]/u.test(tokens[index - 1]?.text ?? '')) return null;
  const { value, step } = amount.numeral;
  if (mark.text === '/') {
    const isIndex = [5, 10, 100].includes(right.value) && value <= right.value && !isLabelled(tokens, index);
    const draft = isIndex ? indexDraft(tokens, index, index + 3, value, step, right.value) : null;
    return draft ? { draft, hasPlus: false } : nothing(index + 3);
  }
  if (mark.text !== ':') return null;
  const isClock = right.text.length === 2 && value < 24 && right.value < 60 && !isRatioNamed(tokens, index);
  if (isClock || right.value === 0 || isLabelled(tokens, index) || tokens[index + 3]?.text === ':') return nothing(index + 3);
  const base = toDraft(tokens, index, amount, amount);
  const numbers = { low: tidy((value - step / 2) / right.value), high: tidy((value + step / 2) / right.value), value: tidy(value / right.value) };
  const draft: Draft = { ...base, ...numbers, end: right.end, next: index + 3, unit: 'x', dimension: 'ratio', form: 'ratio', isBare: false };
  return { draft, hasPlus: false };
};

const isRatioNamed = (tokens: readonly Token[], index: number): boolean =>
  [-4, -3, -2, -1, 3, 4].some((by) => /^(?:ratios?|odds|proportion)$/.test(tokens[index + by]?.lower ?? ''));

const readOrdinal = (tokens: readonly Token[], index: number, amount: Amount): Reading | null => {
  const ending = tokens[index + 1];
  const isOrdinal = ending?.isGlued === true && /^(?:st|nd|rd|th)$/.test(ending.lower) && amount.numeral.isPlain;
  if (!isOrdinal) return null;
  // "the 20th century", "18th Amendment", "17th-century": names, not ranks.
  const after = tokens[index + 2];
  const isName = after !== undefined && (/^(?:century|centuries|anniversary)$/.test(after.lower) || after.text === '-' || /^\p{Lu}/u.test(after.text));
  const base = toDraft(tokens, index, amount, amount);
  if (isName) return nothing(index + 2);
  const { value } = amount.numeral;
  const draft: Draft = { ...base, end: ending.end, next: index + 2, low: value, high: value, value, unit: null, dimension: 'none', form: 'ordinal', isBare: false };
  return { draft, hasPlus: false };
};

const readMultipleOf = (tokens: readonly Token[], index: number, amount: Amount): Reading | null => {
  const next = endOfMultiple(tokens, amount.numeral);
  const base = toDraft(tokens, index, amount, amount);
  const end = tokens[(next ?? 0) - 1]?.end;
  if (next === null || end === undefined) return null;
  return { draft: { ...base, end, next, unit: 'x', dimension: 'ratio', form: 'multiple', isBare: false }, hasPlus: false };
};

