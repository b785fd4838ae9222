import { readCurrencyAt } from './currencies';
import { isNumberWord } from './spelled-numbers';
import { hasUnit, indexBefore, isForeign, readAmount, toDraft, tokenAfter, unitOf, type Amount } from './quantity-amounts';
import { tidy, type Draft } from './quantity-draft';
import { endOfMultiple } from './quantity-shares';
import type { Token } from './quantity-tokens';

const RANGE_JOINER = /^(?:[-–—‒]|to|and)$/;

/** What stands behind "-", "to" or "and", where it could be the upper end of a range. */
export const readRightEnd = (text: string, tokens: readonly Token[], left: Amount): Amount | null => {
  const joiner = tokens[left.next];
  if (!joiner || !RANGE_JOINER.test(joiner.lower)) return null;
  if (joiner.text === '-' && !joiner.isGlued) return null;
  const numberIndex = indexOfNumber(text, tokens, left.next + 1);
  const right = numberIndex === null ? null : readAmount(text, tokens, numberIndex);
  if (!right || right.sign < 0 || right.numeral.isInWords !== left.numeral.isInWords) return null;
  return isForeign(text, tokens, { ...right, start: joiner.kind === 'word' ? right.start : -1 }) ? null : right;
};

export const readRange = (tokens: readonly Token[], index: number, left: Amount, right: Amount): Draft | null => {
  const joiner = tokens[left.next]?.lower;
  const beforeIndex = indexBefore(tokens, left);
  const before = tokens[beforeIndex]?.lower;
  if (joiner === 'and' && before !== 'between') return null;
  const hasOwnUnits = hasUnit(left) && hasUnit(right);
  if (joiner === 'to' && before === 'from' && (hasOwnUnits || isChange(tokens, beforeIndex))) return null;
  if (hasOwnUnits && unitOf(left) !== unitOf(right)) return null;
  if (joiner === 'to' && (!lendsUnit(left, right) || isChangeAndLevel(tokens, left, right))) return null;
  const draft = rangeDraft(tokens, index, left, right, joiner === 'and' ? beforeIndex : null);
  const multipleNext = draft && !hasUnit(right) ? endOfMultiple(tokens, right.numeral) : null;
  const multipleEnd = multipleNext === null ? undefined : tokens[multipleNext - 1]?.end;
  if (!draft || multipleNext === null || multipleEnd === undefined) return draft;
  return { ...draft, end: multipleEnd, next: multipleNext, unit: 'x', dimension: 'ratio', form: 'multiple', isBare: false };
};

/** "rose from 3 to 5 million": the first number is one of its own, in the unit and scale of the second. */
const isChangeOf = (tokens: readonly Token[], left: Amount): boolean => {
  const beforeIndex = indexBefore(tokens, left);
  return tokens[beforeIndex]?.lower === 'from' && tokens[left.next]?.lower === 'to' && isChange(tokens, beforeIndex);
};
const isUnmarked = (amount: Amount): boolean => amount.numeral.scale === 1 && amount.unit === null;
const lendingEnd = (left: Amount, right: Amount): Amount => ({
  ...left,
  numeral: { ...left.numeral, scale: right.numeral.scale },
  currency: left.currency ?? right.currency,
  unit: right.unit,
});

/** The amount as it is to be read: as written, or with what the end of a change lends it. */
export const asStartOfChange = (tokens: readonly Token[], left: Amount, right: Amount | null): Amount =>
  right && isUnmarked(left) && isChangeOf(tokens, left) ? lendingEnd(left, right) : left;

/** Past a currency mark: "US$5 million to US$7 million". */
const indexOfNumber = (text: string, tokens: readonly Token[], index: number): number | null => {
  const token = tokens[index];
  if (!token) return null;
  if (token.kind === 'number' || isNumberWord(token.lower)) return index;
  const currency = readCurrencyAt(text, token.start);
  if (!currency) return null;
  const at = tokenAfter(tokens, index, currency.mark.span.end);
  return tokens[at]?.kind === 'number' ? at : null;
};

const CHANGES = /^(?:r(?:ose|ise[sn]?|ising|aised?|educed?)|f(?:ell|all(?:s|en|ing)?)|gr[eo]w(?:s|n|ing|th)?|(?:in|de)creas(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|drop(?:s|ped|ping)?|climb(?:s|ed)?|went|go(?:es|ing)?|moved?|up|down|cut|expand(?:s|ed)?|shr[aiu]nk|jump(?:ed|s)?|slipped|chang(?:e[sd]?|ing)|improv(?:e[sd]?|ing)|lower(?:ed)?)$/;

/** How many times as much the upper end of a range may be, where one of the two says something that the other does not. */
const widestRange = 10;

/** "14% to 457,000", "4.2 per cent to 1.2 million": the second number is none in the unit of the first. "10% to 15" and "€3 to 5 million" are ranges. */
const lendsUnit = (left: Amount, right: Amount): boolean => {
  if (!hasUnit(left) || hasUnit(right)) return true;
  // Before the number, a currency mark stands for both ends.
  if (left.unit === null) return timesAsMuch(left, right) <= widestRange;
  if (right.numeral.scale > 1 || timesAsMuch(left, right) > widestRange) return false;
  return left.unit.unit !== '%' || right.numeral.value <= 100;
};

const timesAsMuch = (left: Amount, right: Amount): number => {
  const borrowed = left.numeral.scale === 1 && left.numeral.value < right.numeral.value ? right.numeral.scale : left.numeral.scale;
  return (right.numeral.value * right.numeral.scale) / (left.numeral.value * borrowed);
};

/** "cut by €300 million to €4.1 billion": a level is many times the change that led to it; the ends of a range lie closer. */
const closestLevel = 5;

/** "fell by 14% to 20", "up 1,200 to 14,500": a change and the level after it. "Rose by 3 to 5 per cent" is a range. */
const isChangeAndLevel = (tokens: readonly Token[], left: Amount, right: Amount): boolean => {
  if (!followsChange(tokens, indexBefore(tokens, left))) return false;
  if (left.unit !== null && !hasUnit(right)) return true;
  if (!hasUnit(left) && hasUnit(right)) return false;
  return timesAsMuch(left, right) > closestLevel;
};

const sizeWords = /^(?:an?|another|further|about|around|approximately|some|roughly|nearly|almost|only|just|more|less|than|over|under|at|least|most|up|down|\p{L}+ly)$/u;

/** "fell by about", "a rise of", "cut emissions by", "up". */
const followsChange = (tokens: readonly Token[], from: number): boolean => {
  for (let index = from; index >= Math.max(0, from - 4); index--) {
    const word = tokens[index]?.kind === 'word' ? tokens[index]?.lower ?? '' : '';
    if (word === 'by') return isChange(tokens, index);
    if (word === 'of') return CHANGES.test(tokens[index - 1]?.lower ?? '');
    if (CHANGES.test(word)) return true;
    if (!sizeWords.test(word)) return false;
  }
  return false;
};

/** "rose from 3 to 5 million": two numbers, not a range. */
const isChange = (tokens: readonly Token[], fromIndex: number): boolean => {
  for (let index = fromIndex - 1; index >= Math.max(0, fromIndex - 7); index--) {
    const token = tokens[index];
    if (token?.kind === 'mark' && /^[.;:]$/.test(token.text)) return false;
    if (/^(?:rang(?:e[sd]?|ing)|var(?:y|ies|ied|ying)|anywhere)$/.test(token?.lower ?? '')) return false;
    if (CHANGES.test(token?.lower ?? '')) return true;
  }
  return false;
};

const rangeDraft = (tokens: readonly Token[], index: number, left: Amount, right: Amount, betweenIndex: number | null): Draft | null => {
  const borrowsScale = left.numeral.scale === 1 && right.numeral.scale > 1 && left.numeral.value < right.numeral.value;
  const leftScale = borrowsScale ? right.numeral.scale : left.numeral.scale;
  const whole: Amount = { ...right, currency: left.currency ?? right.currency, unit: right.unit ?? left.unit };
  const low = toDraft(tokens, index, { ...left, numeral: { ...left.numeral, scale: leftScale } }, whole);
  const high = toDraft(tokens, index, right, whole);
  if (low.value === null || high.value === null || low.value >= high.value) return null;
  const between = betweenIndex === null ? undefined : tokens[betweenIndex];
  return {
    ...high,
    start: between?.start ?? left.start,
    end: right.end,
    first: betweenIndex ?? low.first,
    next: right.next,
    low: low.low,
    high: high.high,
    value: tidy((low.value + high.value) / 2),
    isRange: true,
    isBare: high.isBare,
    isInWords: left.numeral.isInWords,
  };
};
