import type { Quantity, QuantityQualifier } from '../../text/quantity';
import type { Interval } from './interval';

/**
 * What a number can be in a sum. p: percent, q: percentage points, m: money, n: a count, a measure or a bare number, x: a multiple ("doubled"),
 * s: a share in words ("a third", "one in four"), t: a length of time.
 */
export type TermKind = 'p' | 'q' | 'm' | 'n' | 'x' | 's' | 't';

/** A number of a sentence that takes part in sums. Offsets are into the sentence's text. */
export interface Term {
  readonly kind: TermKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly value: number;
  /** What the writing allows, its qualifier included. */
  readonly interval: Interval;
  /** The currency or unit; null for counts. */
  readonly unit: string | null;
  readonly scale: number;
  readonly hasQualifier: boolean;
}

export const kindOf = ({ form, dimension }: Quantity): TermKind | null => {
  switch (form) {
    case 'percent':
      return 'p';
    case 'percentage-points':
      return 'q';
    case 'money':
      return 'm';
    case 'count':
    case 'number':
    case 'measure':
      return 'n';
    case 'multiple':
      return 'x';
    case 'duration':
      return 't';
    case 'ratio':
      return dimension === 'share' ? 's' : null;
    default:
      return null;
  }
};

/** Words widen a number by a tenth in sums: "about 30%" for 32.6% is no fault. */
const loosenessOfWords = 0.1;
/** "A third" without digits is said of 31% and of 36%; of "doubled" a little less is asked than of "2.0". */
const loosenessOfFractions = 0.1;
const loosenessOfMultiples = 0.07;
/** "About a third", "roughly double". */
const looseFraction = 0.2;

/**
 * A whole number of things is exact as long as it is short; in a longer one, noughts at its end may come from rounding, up to the third digit.
 */
export const intervalOf = (quantity: Quantity, kind: TermKind, isLead: boolean): Interval | null => {
  const { value, text } = quantity;
  if (value === null || value < 0 && kind !== 'm' && kind !== 'n' && kind !== 'p') return null;
  const size = Math.abs(value);
  const qualifier = isLead ? null : quantity.qualifier;
  if (kind === 's' && !/\d/.test(text)) return intervalOfFraction(size, qualifier);
  // "Twice" and "doubled" are said of little less and little more; "three times" of what rounds to three.
  if (kind === 'x' && !/\d/.test(text)) return widened(size, size > 2 ? 0.5 : size * loosenessOfMultiples, qualifier && /\bhalv/i.test(text) ? turned[qualifier] : qualifier, looseFraction);
  return widened(size, halfStep(quantity, kind), qualifier, loosenessOfWords);
};

export const intervalOfFraction = (size: number, qualifier: Quantity['qualifier']): Interval => widened(size, size * loosenessOfFractions, qualifier, looseFraction);

/** What has "more than halved" is less than a half, and what has "nearly halved" is a little more; "half as many" is no fall. */
const turned: Readonly<Record<QuantityQualifier, QuantityQualifier>> = { about: 'about', nearly: 'about', 'more-than': 'less-than', 'at-least': 'at-most', 'less-than': 'more-than', 'at-most': 'at-least' };

const widened = (size: number, half: number, qualifier: Quantity['qualifier'], looseness: number): Interval => {
  const wide = Math.max(half, size * looseness);
  switch (qualifier) {
    case null:
      return { low: size - half, high: size + half };
    case 'about':
      return { low: size - wide, high: size + wide };
    case 'nearly':
      return { low: size - wide, high: size + half };
    case 'more-than':
    case 'at-least':
      return { low: size - half, high: Infinity };
    case 'less-than':
    case 'at-most':
      return { low: -Infinity, high: size + half };
  }
};

const halfStep = (quantity: Quantity, kind: TermKind): number => {
  const { scale, value, form, unit } = quantity;
  const size = Math.abs(value ?? 0);
  const numeral = numeralOf(quantity);
  if (!numeral) return scale > 1 ? scale / 2 : 0;
  const isWhole = scale === 1 && numeral.factor === 1 && numeral.decimals === 0 && (kind === 'n' || kind === 'm');
  // By the unit too: "25 basis points" are a quarter of a point, and exact to a hundredth of half of one.
  if (!isWhole) return (numeral.factor * 10 ** -numeral.decimals) / 2;
  if (size < 1000) return unit === null && (form === 'count' || form === 'number') ? 0 : 0.5;
  const noughts = /0*$/.exec(String(Math.round(size)))?.[0].length ?? 0;
  const step = 10 ** Math.min(noughts, String(Math.round(size)).length - 3);
  return step === 1 && unit === null ? 0 : step / 2;
};

interface Numeral {
  /** What the digits are multiplied by. */
  readonly factor: number;
  readonly decimals: number;
}

/** "1,234.5" or "1.234,5": the value that was read tells which mark is which. */
const numeralOf = ({ text, value, scale }: Quantity): Numeral | null => {
  const digits = /\d(?:[\d,. \u00A0\u202F]*\d)?/.exec(text)?.[0].replace(/[ \u00A0\u202F]/g, '');
  if (digits === undefined) return null;
  const readings = [digits.replace(/,/g, ''), digits.replace(/\./g, '').replace(',', '.')].map((plain) => ({ number: Number(plain), decimals: /\.(\d+)$/.exec(plain)?.[1]?.length ?? 0 }));
  const size = Math.abs(value ?? 0) / scale;
  const fits = ({ number }: { readonly number: number }, factor: number): boolean => Math.abs(number * factor - size) <= 1e-9 * size;
  for (const factor of [1, 0.01]) {
    const reading = readings.find((one) => fits(one, factor));
    if (reading) return { factor: factor * scale, decimals: reading.decimals };
  }
  return { factor: scale, decimals: readings[0]?.decimals ?? 0 };
};

/** A percentage may have been cut instead of rounded: "66%" for two of three. */
export const withCut = ({ kind, value, interval, hasQualifier }: Term): Interval => (kind === 'p' && !hasQualifier ? { low: interval.low, high: interval.high + (interval.high - value) } : interval);

/** Of one unit, so that the two can be added. "$" may be any dollar. */
export const areLike = (a: Term, b: Term): boolean => {
  if (a.kind !== b.kind) return false;
  if (a.unit === b.unit) return true;
  return a.kind === 'm' && [a.unit, b.unit].some((unit) => unit === '$') && [a.unit, b.unit].every((unit) => /\$|D$/.test(unit ?? ''));
};
