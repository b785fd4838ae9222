import { meets } from '../../text/quantities';
import type { ConflictKind, FigureFrame, FigureValue } from './figure';

/** `apart`: the two cannot be compared, so nothing follows. */
export type Comparison = 'meets' | 'apart' | ConflictKind;

export interface CompareOptions {
  /** false: two figures agree only if the written numbers are equal. For measuring what intervals buy. */
  readonly useIntervals: boolean;
}

/** May two figures of one quantity both be right, and if not, what is wrong between them? Signs are left out: a cell's "-4.5" is a text's "fall of 4.5". */
export const compareFigures = (a: FigureFrame, b: FigureFrame, { useIntervals }: CompareOptions = { useIntervals: true }): Comparison => {
  const [ours, theirs] = [sizeOf(loosened(a)), sizeOf(loosened(b))];
  const units = compareUnits(ours, theirs);
  if (units === 'apart') return 'apart';
  if (units === 'bare') return bareMeets(ours, theirs) ? 'meets' : 'apart';
  if (units === 'other-currency') return hasSameNumeral(ours, theirs) ? 'currency' : 'apart';
  if (units === 'other-unit') return hasSameNumeral(ours, theirs) && significantDigits(ours) > 0 ? 'unit' : 'apart';
  const [timeA, timeB] = [timeOf(a.manner.basis), timeOf(b.manner.basis)];
  if (timeA !== timeB && timeA !== null && timeB !== null) return hasSameNumeral(ours, theirs) ? 'unit' : 'apart';
  if (isPerOther(a.manner.basis, b.manner.basis)) return hasSameNumeral(ours, theirs) && significantDigits(ours) >= fewestDigitsPerHead ? 'unit' : 'apart';
  const converted = { ...theirs, low: times(theirs.low, units), high: times(theirs.high, units), value: times(theirs.value, units) };
  if (!useIntervals) return ours.value === converted.value ? 'meets' : 'value';
  if (isStrictBound(a) && isStrictBound(b) && a.quantity.qualifier === b.quantity.qualifier) return ours.value === converted.value ? 'meets' : 'value';
  if (meets(ours, converted) || rounds(ours, converted) || rounds(converted, ours)) return 'meets';
  return isScaleSlip(ours, converted) ? 'scale' : 'value';
};

/** A fraction in words ("a third", "one in five") is the nearest one that has a name: it stands for so much more or less, as a part of itself, but never for more points than these. */
const fractionSlack = 0.12;
const mostSlack = 5;

const loosened = ({ value: figure, quantity: { form, text } }: FigureFrame): FigureValue => {
  const { low, high, value } = figure;
  if (form !== 'ratio' || figure.dimension !== 'share' || value === null || /\d/.test(text)) return figure;
  const slack = Math.min(mostSlack, value * fractionSlack);
  return { ...figure, low: low === null ? null : Math.min(low, value - slack), high: high === null ? null : Math.max(high, Math.min(value + slack, high < value + 1e-9 ? high + slack / 5 : Infinity)) };
};

const sizeOf = (figure: FigureValue): FigureValue => {
  const { low, high, value } = figure;
  if ((high ?? 1) > 0 && (low ?? 1) >= 0) return figure;
  if (high !== null && high <= 0) return { ...figure, low: -high, high: low === null ? null : -low, value: value === null ? null : Math.abs(value) };
  return { ...figure, low: 0, high: low === null || high === null ? null : Math.max(-low, high), value: value === null ? null : Math.abs(value) };
};

const times = (number: number | null, factor: number): number | null => (number === null ? null : number * factor);

/** In units of the first of each line. */
const convertible: readonly Readonly<Record<string, number>>[] = [
  { W: 1, kW: 1e3, MW: 1e6, GW: 1e9 },
  { Wh: 1, kWh: 1e3, MWh: 1e6, GWh: 1e9, TWh: 1e12 },
  { kg: 1, g: 1e-3, tonnes: 1e3, kt: 1e6 },
  { tCO2e: 1, ktCO2e: 1e3, MtCO2e: 1e6, GtCO2e: 1e9 },
  { m: 1, km: 1e3, cm: 1e-2, mm: 1e-3, miles: 1609.344 },
  { ha: 1, km2: 1e2, acres: 0.404686 },
  { m3: 1, km3: 1e9, bcm: 1e9 },
];

type UnitComparison = 'apart' | 'bare' | 'other-currency' | 'other-unit' | number;

/** What one of theirs is in ours, or how the two differ. */
const compareUnits = (a: FigureValue, b: FigureValue): UnitComparison => {
  if (a.unit === b.unit) return 1;
  if (a.dimension === 'money' && b.dimension === 'money') return mayBeSameCurrency(a.unit ?? '', b.unit ?? '') ? 1 : 'other-currency';
  if (a.unit === null || b.unit === null) return isBareNumber(a) || isBareNumber(b) ? 'bare' : 'apart';
  if (a.dimension !== b.dimension) return 'apart';
  for (const factors of convertible) {
    const [one, other] = [factors[a.unit], factors[b.unit]];
    if (one === undefined || other === undefined) continue;
    // The same digits in kilometres and in miles are a slip; other digits are a conversion, or two things.
    if (hasSameNumeral(a, b)) return 'other-unit';
    return other / one;
  }
  return a.dimension === 'share' ? 'other-unit' : 'apart';
};

const isBareNumber = ({ unit, dimension }: FigureValue): boolean => unit === null && (dimension === 'none' || dimension === 'count');

const currencyFamilies: Readonly<Record<string, RegExp>> = { $: /D$/, '¥': /^(?:JPY|CNY)$/, Rs: /^(?:PKR|INR|LKR|NPR|MUR|₨|₹)$/, '₨': /^(?:PKR|LKR|NPR|Rs)$/ };
const mayBeSameCurrency = (a: string, b: string): boolean => (currencyFamilies[a]?.test(b) ?? false) || (currencyFamilies[b]?.test(a) ?? false);

/** A cell whose unit stands nowhere may be in thousands or millions. */
const bareMeets = (a: FigureValue, b: FigureValue): boolean =>
  [1, 1e3, 1e6, 1e9].some((scale) => [scale, 1 / scale].some((factor) => meets(a, { low: times(b.low, factor), high: times(b.high, factor) })));

export const numeralOf = ({ value, scale }: FigureValue): number | null => (value === null ? null : Number(Math.abs(value / scale).toPrecision(12)));

const hasSameNumeral = (a: FigureValue, b: FigureValue): boolean => a.scale === b.scale && isSameNumeral(a, b);

const isSameNumeral = (a: FigureValue, b: FigureValue): boolean => {
  if (a.value === null || b.value === null) return false;
  const [one, other] = [Math.abs(a.value / a.scale), Math.abs(b.value / b.scale)];
  return Math.abs(one - other) <= Math.max(one, other) * 1e-9;
};

/** Digits of the number without zeros at its ends: 2 for "3.8", 1 for "40 million". */
export const significantDigits = (figure: FigureValue): number => {
  const numeral = numeralOf(figure);
  return numeral === null ? 0 : String(numeral).replace('.', '').replace(/^0+|0+$/g, '').length;
};

const timeOf = (basis: string | null): string | null => (basis === null ? null : (/\b(?:year|month|week|day|hour)$/.exec(basis)?.[0] ?? null));

/** A round sum may be paid per child and per family, and be two sums. */
const fewestDigitsPerHead = 3;

const heads: ReadonlyMap<string, number> = new Map(
  'person people capita head inhabitant resident citizen|household family home dwelling|tonne ton|quintal|kg kilogram kilo|maund|bushel|pound|hectare ha|acre|pupil student|teacher|school|litre liter|gallon|barrel|kwh|mwh|patient|bed|mile|kilometre kilometer km'
    .split('|')
    .flatMap((words, kind) => words.split(' ').map((word) => [word, kind] as const)),
);

/** "Per quintal" and "per tonne" */
const isPerOther = (a: string | null, b: string | null): boolean => {
  const [one, other] = [a, b].map((basis) => heads.get(basis?.split(' ')[0]?.replace(/(?<=..)s$/u, '') ?? ''));
  return one !== undefined && other !== undefined && one !== other;
};

/** A bound that somebody sets ("at least 80%"), not a loose way to say a number ("over 300,000"). */
const isStrictBound = ({ quantity: { qualifier } }: FigureFrame): boolean => qualifier === 'at-least' || qualifier === 'at-most';

/** "600,000" stands for 593,000: the zeros at the end of a large number are taken for rounding, as long as little is rounded away. */
const rounds = (coarse: FigureValue, fine: FigureValue): boolean => {
  if (coarse.value === null || fine.value === null || coarse.low === null || coarse.high === null || coarse.value === 0) return false;
  const digits = significantDigits(coarse);
  if (significantDigits(fine) <= digits || Math.abs(coarse.value) < 100) return false;
  const difference = Math.abs(fine.value - coarse.value) / coarse.value;
  const step = 10 ** (Math.floor(Math.log10(coarse.value)) - digits + 1);
  const share = coarse.dimension === 'share' ? 0 : digits === 1 ? 0.03 : 1;
  return Math.abs(fine.value - coarse.value) <= step / 2 && difference <= share;
};

const thousands = [1e3, 1e6, 1e9, 1e12];

/** A thousand or a million times as much, with the same digits; or the same digits with another word of scale (lakh, crore, million). */
const isScaleSlip = (a: FigureValue, b: FigureValue): boolean => {
  if (a.dimension === 'share' || (a.unit !== b.unit && a.dimension !== 'money') || a.value === null || b.value === null || a.value === 0 || b.value === 0) return false;
  if (a.scale !== b.scale && isSameNumeral(a, b)) return true;
  const [small, large] = a.value < b.value ? [closed(a), closed(b)] : [closed(b), closed(a)];
  if (significantDigits(a) < 2 && significantDigits(b) < 2) return false;
  return thousands.some((factor) => meets({ low: times(small.low, factor), high: times(small.high, factor) }, large));
};

/** "Over 27,000" for this purpose is 27,000. */
const closed = ({ low, high, value }: FigureValue): Pick<FigureValue, 'low' | 'high'> => ({ low: low ?? value, high: high ?? value });

/** With fewer digits two roundings of one number may come out one apart. */
const fewestDigitsToTouch = 3;

/** "23.5%" and "23.6%": of one precision, apart by one in the last digit, so that their intervals have nothing but an edge in common. */
export const onlyTouches = (a: FigureFrame, b: FigureFrame): boolean => {
  const [ours, theirs] = [sizeOf(a.value), sizeOf(b.value)];
  if (ours.unit !== theirs.unit || ours.scale !== theirs.scale || isLoose(a) || isLoose(b) || ours.value === null || theirs.value === null) return false;
  if (Math.min(significantDigits(ours), significantDigits(theirs)) < fewestDigitsToTouch || decimalsOf(a) !== decimalsOf(b) || decimalsOf(a) === 0) return false;
  const step = 10 ** -decimalsOf(a) * ours.scale;
  return Math.abs(Math.abs(ours.value - theirs.value) - step) <= step * 1e-6;
};

const isLoose = ({ quantity }: FigureFrame): boolean => quantity.qualifier !== null || quantity.isRange;

const decimalsOf = ({ quantity: { text } }: FigureFrame): number => /\d\.(\d+)/.exec(text)?.[1]?.length ?? 0;
