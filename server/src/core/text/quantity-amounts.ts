import { readCurrencyAfter, readCurrencyBefore, type Currency } from './currencies';
import { readNumeral, type Numeral } from './number-words';
import { tidy, type Draft } from './quantity-draft';
import type { Token } from './quantity-tokens';
import { readUnit, type UnitMark } from './units';

/** A number with its sign, currency, scale and unit; one end of a range, or all of it. */
export interface Amount {
  readonly numeral: Numeral;
  readonly start: number;
  readonly end: number;
  readonly next: number;
  readonly sign: 1 | -1;
  readonly currency: Currency | null;
  readonly unit: UnitMark | null;
}

export const readAmount = (text: string, tokens: readonly Token[], index: number): Amount | null => {
  const token = tokens[index];
  if (!token) return null;
  const before = readCurrencyBefore(text, token.start);
  const numeral = readNumeral(tokens, index, { hasCurrency: before !== null });
  if (!numeral) return null;
  const currencyStart = before?.mark.span.start ?? numeral.start;
  const { sign, start } = readSign(text, currencyStart);
  const after = readAfter(text, numeral, before !== null);
  const currency = before ?? after.currency;
  const end = Math.max(numeral.end, after.end);
  return { numeral, start, end, next: tokenAfter(tokens, numeral.next, end), sign, currency, unit: after.unit };
};

const MINUS_WORD = /(?:\b(?:minus|negative) )$/i;

const readSign = (text: string, start: number): { readonly sign: 1 | -1; readonly start: number } => {
  const mark = text.charAt(start - 1);
  const isFree = start < 2 || /[\s([“"|]/.test(text.charAt(start - 2));
  // "− 3.2", but "10 − 3" is a sum.
  if (/\s/.test(mark) && text.charAt(start - 2) === '−' && !/\d\s?%?\s?$/.test(text.slice(Math.max(0, start - 6), start - 2))) return { sign: -1, start: start - 2 };
  if ((mark === '−' || mark === '-' || mark === '–') && isFree) return { sign: -1, start: start - 1 };
  const word = MINUS_WORD.exec(text.slice(Math.max(0, start - 10), start));
  return word ? { sign: -1, start: start - word[0].length } : { sign: 1, start };
};

interface After {
  readonly unit: UnitMark | null;
  readonly currency: Currency | null;
  readonly end: number;
}

const readAfter = (text: string, numeral: Numeral, hasCurrency: boolean): After => {
  const glued = readUnitOrCurrency(text, numeral.end, hasCurrency);
  if (glued) return glued;
  if (!/[\s-]/.test(text.charAt(numeral.end))) return { unit: null, currency: null, end: numeral.end };
  return readUnitOrCurrency(text, numeral.end + 1, hasCurrency) ?? { unit: null, currency: null, end: numeral.end };
};

const readUnitOrCurrency = (text: string, start: number, hasCurrency: boolean): After | null => {
  if (hasCurrency) return text.startsWith('/-', start) ? { unit: null, currency: null, end: start + 2 } : null;
  const currency = readCurrencyAfter(text, start);
  const isMass = currency?.mark.symbol.toLowerCase() === 'pounds' && text.startsWith(' of ', start + 6);
  if (isMass) return { unit: { unit: 'pounds', dimension: 'mass', factor: 1, end: start + 6 }, currency: null, end: start + 6 };
  if (currency) return { unit: null, currency, end: currency.mark.span.end };
  const unit = readUnit(text, start);
  return unit ? { unit, currency: null, end: unit.end } : null;
};

export const tokenAfter = (tokens: readonly Token[], from: number, end: number): number => {
  let index = from;
  while ((tokens[index]?.start ?? Number.POSITIVE_INFINITY) < end) index++;
  return index;
};

/** Glued to something that makes it no number: "19A", "GPT-4.5", "strong.1", "#5", "COP28". */
export const isForeign = (text: string, tokens: readonly Token[], amount: Amount): boolean => {
  const before = text.charAt(amount.start - 1);
  if (/[\p{L}\d_/#@.,^=&-]/u.test(before)) return true;
  if (/[–−:]/.test(before) && /\S/.test(text.charAt(amount.start - 2))) return true;
  if (amount.numeral.isDecimalComma && !amount.unit && !amount.currency && amount.numeral.scale === 1) return true;
  if (amount.unit || amount.currency) return false;
  const after = tokens[amount.next];
  if (after?.isGlued !== true) return false;
  if (after.kind === 'word' || after.kind === 'opaque' || after.text === '_' || after.text === '@') return true;
  // "45.3^2^": a note. "2^n": a formula.
  if (after.text === '^') return !isNoteMark(tokens, amount.next);
  const afterNext = tokens[amount.next + 1];
  const isChained = /^[-/:]$/.test(after.text) && afterNext?.isGlued === true;
  // "5-star", "10-K"; "15-20" is read as a range first.
  return isChained && !(afterNext.kind === 'number' || afterNext.kind === 'mark') && after.text !== '/';
};

/** The caret of a superscript note: "45.3^2", "45.3^a^", "45.3^[see below]". */
const isNoteMark = (tokens: readonly Token[], caret: number): boolean => {
  const mark = tokens[caret + 1];
  return mark?.isGlued === true && (mark.text === '[' || /^\d{1,2}$/.test(mark.text) || (/^[a-e]$/.test(mark.text) && tokens[caret + 2]?.text === '^'));
};

export const indexBefore = (tokens: readonly Token[], amount: Amount): number => {
  let index = amount.numeral.next - 1;
  while (index >= 0 && (tokens[index]?.start ?? -1) >= amount.start) index--;
  return index;
};

export const hasUnit = (amount: Amount): boolean => amount.unit !== null || amount.currency !== null;
export const unitOf = (amount: Amount): string | null => amount.currency?.unit ?? amount.unit?.unit ?? null;

const COUNT_FORM = { form: 'count', dimension: 'count' } as const;

/** `amount` is what was written, `whole` lends it the unit, the currency and the end. */
export const toDraft = (tokens: readonly Token[], index: number, amount: Amount, whole: Amount): Draft => {
  const { numeral, sign } = amount;
  const factor = numeral.scale * (whole.unit?.factor ?? whole.currency?.factor ?? 1);
  const value = tidy(sign * numeral.value * factor);
  const half = (numeral.step * factor) / 2;
  const kind = kindOf(tokens, whole);
  const firstIndex = indexBefore(tokens, amount) + 1;
  return {
    start: amount.start,
    end: amount.end,
    first: Math.min(firstIndex, index),
    next: whole.next,
    low: tidy(value - half),
    high: tidy(value + half),
    value,
    unit: unitOf(whole),
    dimension: kind.dimension,
    scale: numeral.scale,
    form: kind.form,
    currency: whole.currency?.mark ?? null,
    isRange: false,
    when: null,
    isBare: !hasUnit(whole) && numeral.scale === 1,
    isInWords: numeral.isInWords,
  };
};

const kindOf = (tokens: readonly Token[], amount: Amount): Pick<Draft, 'form' | 'dimension'> => {
  if (amount.currency) return { form: 'money', dimension: 'money' };
  switch (amount.unit?.unit) {
    case undefined:
      return isCounting(tokens, amount.next) ? COUNT_FORM : { form: 'number', dimension: 'none' };
    case '%':
      return { form: 'percent', dimension: 'share' };
    case 'pp':
      return { form: 'percentage-points', dimension: 'share' };
    default: {
      const dimension = amount.unit?.dimension ?? 'none';
      return { form: dimension === 'time' ? 'duration' : 'measure', dimension };
    }
  }
};

const NOT_COUNTED = new Set(
  'and or but in on at by to of for from with as is are was were has have had will would per than the a an that which who while when if not it its this percent up down out each'.split(' '),
);
const PLURALS = new Set('people children women men staff personnel teachers police youth cattle livestock'.split(' '));

/** Is there a plural among the next words, before any word that ends a noun phrase? */
const isCounting = (tokens: readonly Token[], next: number): boolean => {
  for (let index = next; index < next + 4; index++) {
    const token = tokens[index];
    if (token?.text === '-' && token.isGlued) continue;
    if (token?.kind !== 'word' || NOT_COUNTED.has(token.lower)) return false;
    if (PLURALS.has(token.lower) || /[^sui]s$/.test(token.lower)) return true;
  }
  return false;
};
