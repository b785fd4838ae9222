import type { Quantity } from '../../text/quantity';
import type { FigureValue } from './figure';

/** The unit that a head gives the numbers below it: "(£bn)", "US$ million", "Share, %". */
export interface HeadUnit {
  readonly unit: string | null;
  readonly dimension: string;
  readonly scale: number;
}

const currencies: readonly (readonly [RegExp, string])[] = [
  [/US\$|\bUSD\b|\bUS dollars?\b/u, 'USD'],
  [/\bPKR\b|\bPakistani rupees?\b/u, 'PKR'],
  [/\bINR\b|₹/u, 'INR'],
  [/€|\bEUR\b|\beuros?\b/iu, 'EUR'],
  [/£|\bGBP\b|\bpounds? sterling\b|\bof pounds\b/iu, 'GBP'],
  [/\bJPY\b|\byen\b/iu, 'JPY'],
  [/\bRs\b\.?|\brupees?\b/u, 'Rs'],
  [/\$|\bdollars?\b/iu, '$'],
];

const scales: readonly (readonly [RegExp, number])[] = [
  [/\btrillions?\b|\btn\b|\btrn\b/iu, 1e12],
  [/\bbillions?\b|\bbn\b|[$£€]\s?b\b/iu, 1e9],
  [/\bmillions?\b|\bmn\b|[$£€]\s?m\b|\bmio\b|^\W*m\W*$/iu, 1e6],
  [/\bcrores?\b|\bcr\b/iu, 1e7],
  [/\blakhs?\b|\blacs?\b/iu, 1e5],
  [/\bthousands?\b|[$£€]\s?k\b/iu, 1e3],
];

/** Only what stands in brackets, behind a comma or "in", or is the whole head: "Lowering the rate to 6%" gives its row no unit. */
const unitPlaces: readonly RegExp[] = [/\(([^()]{1,40})\)\s*[*†‡\d]*\s*$/u, /,(?!\d)\s*(?:in\s+)?([^,]{1,40})$/u, /\bin\s+([^,()]{1,40})(?:\([^)]*\))?\s*$/iu, /\(([^()]{1,40})\)/u, /^([^\p{Ll}]{0,12}|(?:[\p{L}$£€₹.]+\s?){1,3})$/u];

/** The words of a head, stub or title that may be a unit. */
export const unitWordsIn = (head: string): readonly string[] => unitPlaces.flatMap((place) => place.exec(head)?.[1] ?? []);

export const unitInHead = (head: string): HeadUnit | null => {
  for (const place of unitPlaces) {
    const words = place.exec(head)?.[1];
    const unit = words === undefined ? null : readUnit(words);
    if (unit) return unit;
  }
  return null;
};

/** "(000s)", "'000", "($000)", "1,000s"; "(1,000 ha)", "1 000 tonnes"; "(k)". What is counted "per 1,000" is no thousand of it, and "($1,000)" may be a sum. */
const writtenOut = /(?<![\d.,]|\bper\s|\d\s)['’`]?000(?:['’`]?s)?(?![\p{L}\p{N}])|(?<![$£€₹\p{L}\p{N}.,]|\bper\s|\d\s)1[,.\s]?000(?:['’`]?s\b|(?![\p{L}\p{N}]))|(?<![\p{L}\p{N}.,])1[,.\s]?000['’`]?s\b|^\W*k\W*$/gu;

const readUnit = (written: string): HeadUnit | null => {
  const words = written.replace(writtenOut, ' thousand ').trim();
  if (/\d{3,}/.test(words) && !/[%$£€]/u.test(words)) return null;
  if (/percentage points?|\bpp\b|\bp\.p\./iu.test(words)) return { unit: 'pp', dimension: 'share', scale: 1 };
  if (/^\W*(?:%|per ?cent|percentage)|%\s*$|% (?:of|change)/iu.test(words) && !/\d/.test(words)) return { unit: '%', dimension: 'share', scale: 1 };
  const currency = currencies.find(([pattern]) => pattern.test(words))?.[1];
  const scale = scales.find(([pattern]) => pattern.test(words))?.[1];
  if (currency !== undefined && !/\d/.test(words)) return { unit: currency, dimension: 'money', scale: scale ?? 1 };
  return scale === undefined || /\bper\b|\d/iu.test(words) ? null : { unit: null, dimension: 'none', scale };
};

/** A bare number of a cell takes the head's unit and scale; one with a unit of its own keeps it. */
export const cellValue = (quantity: Quantity, head: HeadUnit | null): FigureValue => {
  const { low, high, value, unit, dimension, scale, text } = quantity;
  const hasOwnUnit = /[%$£€₹]|\p{L}/u.test(text);
  if (hasOwnUnit || quantity.form === 'year') return { low, high, value, unit, dimension, scale };
  if (!head) {
    // A unit that was taken from running text of the stub or title says nothing sure.
    const isBare = unit === '%' || unit === null || dimension === 'time';
    return { low, high, value, unit: isBare ? null : unit, dimension: isBare ? 'none' : dimension, scale };
  }
  // The reader may have put in the head's scale already.
  const factor = head.scale / (scale === 1 ? 1 : scale);
  const times = (number: number | null): number | null => (number === null ? null : number * factor);
  return { low: times(low), high: times(high), value: times(value), unit: head.unit ?? (head.dimension === 'none' && unit !== '%' ? unit : head.unit), dimension: head.dimension, scale: head.scale };
};
