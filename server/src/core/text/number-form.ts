/** How numbers are written, and the one place that writes them: in the form of the number whose place they take. */
import type { Quantity } from './quantity';
import { rememberByWords } from './remember-by-words';

export type DecimalPoint = '.' | ',';

/** The form of a written number: what stands around the digits, how they are grouped, how many decimals there are. */
export interface NumberForm {
  /** "US$", "-", "" … */
  readonly before: string;
  /** " million", "%", "" … */
  readonly after: string;
  /** What the digits say, without sign and scale. */
  readonly size: number;
  readonly decimals: number;
  /** null where neither decimals nor groups show it. */
  readonly point: DecimalPoint | null;
  /** '' where nothing is grouped. */
  readonly separator: string;
  /** 1,20,000 or 120,000; null where the number is too short to tell. */
  readonly isIndian: boolean | null;
  /** How many digits stand together although they could be grouped: 5 for "12345", else 0. */
  readonly plainDigits: number;
  /** Zeros that a whole number ends in: 5 for "200,000". */
  readonly zeros: number;
}

/** How a document writes its numbers, for those that do not show it themselves. */
export interface NumberHabit {
  readonly point: DecimalPoint;
  /** '' where the document groups nothing. */
  readonly separator: string;
  readonly isIndian: boolean;
  /** "1,240" rather than "1240". */
  readonly groupsFourDigits: boolean;
}

const spaces = String.raw`'’\u00a0\u2009\u202f `;
const digitsPattern = new RegExp(String.raw`\d(?:[\d.,${spaces}]*\d)?`, 'gu');
const commasPattern = new RegExp(`[,${spaces}]`, 'u');
const pointsPattern = new RegExp(`[.${spaces}]`, 'u');

/**
 * `size` is what the digits were read as, without sign and scale: it tells what point and comma mean. Where it is not known, groups of three
 * do. null: words, ranges, and whatever is no plain number.
 */
export const readNumberForm = (text: string, size: number | null): NumberForm | null => {
  const found = [...text.matchAll(digitsPattern)];
  const [only] = found;
  if (only === undefined || found.length > 1) return null;
  const [digits] = only;
  for (const point of ['.', ','] as const) {
    const form = formOf(digits, point);
    const isMeant = form !== null && (size === null ? form.isSound : Math.abs(form.size - size) <= Math.max(1, size) * 1e-9);
    if (form && isMeant) return { ...form, before: text.slice(0, only.index), after: text.slice(only.index + digits.length) };
  }
  return null;
};

const formOf = (digits: string, point: DecimalPoint): (Omit<NumberForm, 'before' | 'after'> & { readonly isSound: boolean }) | null => {
  const [whole = '', fraction, ...more] = digits.split(point);
  const parts = whole.split(point === '.' ? commasPattern : pointsPattern);
  const plain = parts.join('');
  if (more.length > 0 || !/^\d+$/.test(plain) || (fraction !== undefined && !/^\d+$/.test(fraction))) return null;
  const separator = parts.length > 1 ? whole.charAt(parts[0]?.length ?? 0) : '';
  return {
    size: Number(`${plain}.${fraction ?? '0'}`),
    decimals: fraction?.length ?? 0,
    point: fraction !== undefined || separator === '.' || separator === ',' ? point : null,
    separator,
    isIndian: isIndianOf(parts),
    plainDigits: separator === '' && plain.length > 3 ? plain.length : 0,
    zeros: fraction === undefined ? (/0*$/.exec(plain)?.[0].length ?? 0) : 0,
    isSound: parts.length === 1 || (/^\d{1,3}$/.test(parts[0] ?? '') && parts.at(-1)?.length === 3 && parts.slice(1, -1).every((part) => /^\d{2,3}$/.test(part))),
  };
};

/** Groups of two before the last, or of three. */
const isIndianOf = (parts: readonly string[]): boolean | null => {
  if (parts.length < 2) return null;
  if (parts.length > 2) return parts[1]?.length === 2;
  return parts[0]?.length === 3 ? false : null;
};

/** `size` in that form; `habit` decides what the form leaves open. */
export const writeNumber = (form: NumberForm, size: number, habit: NumberHabit | null = null): string => {
  const [whole = '0', fraction] = Math.abs(size).toFixed(form.decimals).split('.');
  const sign = size < 0 ? '-' : '';
  const point = form.point ?? habit?.point ?? '.';
  return `${form.before}${sign}${grouped(whole, form, habit, point)}${fraction === undefined ? '' : point + fraction}${form.after}`;
};

/** With as many decimals as the number itself needs, up to six. */
export const writeInFull = (form: NumberForm, size: number, habit: NumberHabit | null = null): string => writeNumber({ ...form, decimals: decimalsNeeded(size) }, size, habit);

/** Without the noise of binary fractions. */
export const decimalsNeeded = (size: number): number => /\.(\d+)$/.exec(String(Number(Number(size.toPrecision(12)).toFixed(6))))?.[1]?.length ?? 0;

/** Of a number that nobody wrote. */
export const bareForm: NumberForm = { before: '', after: '', size: 0, decimals: 0, point: null, separator: '', isIndian: null, plainDigits: 0, zeros: 0 };

const grouped = (whole: string, form: NumberForm, habit: NumberHabit | null, point: DecimalPoint): string => {
  if (whole.length <= 3) return whole;
  const mark = form.separator === '' ? separatorFor(whole.length, form, habit, point) : form.separator;
  if (mark === '' || mark === point) return whole;
  const isIndian = form.isIndian ?? (mark === ',' && habit?.isIndian === true);
  return isIndian ? `${whole.slice(0, -3).replace(/\B(?=(?:\d\d)+$)/g, mark)}${mark}${whole.slice(-3)}` : whole.replace(/\B(?=(?:\d{3})+$)/g, mark);
};

/** A number that had no need of grouping does not say how it would be done: as the document does it, or as is usual with its decimal point. */
const separatorFor = (length: number, { plainDigits }: NumberForm, habit: NumberHabit | null, point: DecimalPoint): string => {
  // "1240" alone may be the custom of documents that write "12,400".
  if (plainDigits > 4 || (plainDigits === 4 && (length === 4 || habit === null))) return '';
  if (habit === null) return length > 4 ? usualSeparator(point) : '';
  if (length === 4 && !habit.groupsFourDigits) return '';
  return habit.separator === point ? usualSeparator(point) : habit.separator;
};

const usualSeparator = (point: DecimalPoint): string => (point === '.' ? ',' : '.');

/** What most of the quantities of a document show; what none shows is as usual. */
export const habitOf = (quantities: readonly Quantity[]): NumberHabit | null => {
  const forms = quantities.flatMap((quantity) => formOfQuantity(quantity) ?? []);
  if (!forms.some(({ point, separator, plainDigits }) => point !== null || separator !== '' || plainDigits > 0)) return null;
  const [points, commas] = [count(forms, ({ point }) => point === '.'), count(forms, ({ point }) => point === ',')];
  const [four, fourPlain] = [count(forms, isGroupedFour), count(forms, ({ plainDigits }) => plainDigits === 4)];
  const point = commas > points ? ',' : '.';
  const separator = commonSeparator(forms, usualSeparator(point));
  return {
    point,
    separator,
    isIndian: count(forms, ({ isIndian }) => isIndian === true) > count(forms, ({ isIndian }) => isIndian === false),
    groupsFourDigits: separator !== '' && four > fourPlain,
  };
};

const formOfQuantity = ({ text, value, scale, isRange, form }: Quantity): NumberForm | null => {
  if (isRange || value === null || form === 'year' || form === 'date') return null;
  const known = knownForm(text);
  const size = Math.abs(value) / scale;
  // The same words are nearly always of the same size.
  if (known.size !== size) {
    known.size = size;
    known.form = readNumberForm(text, size);
  }
  return known.form;
};

const knownForm = rememberByWords((): { size: number | null; form: NumberForm | null } => ({ size: null, form: null }));

const isGroupedFour = ({ separator, size }: NumberForm): boolean => separator !== '' && size >= 1000 && size < 10_000;

const commonSeparator = (forms: readonly NumberForm[], usual: string): string => {
  const counts = new Map<string, number>();
  for (const { separator, plainDigits } of forms) {
    if (separator !== '' || plainDigits > 4) counts.set(separator, (counts.get(separator) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? usual;
};

const count = <Item>(items: readonly Item[], holds: (item: Item) => boolean): number => items.reduce((total, item) => total + (holds(item) ? 1 : 0), 0);

/** A count as messages and templates write it: 2200 is "2,200". */
export const withThousands = (count: number): string => String(count).replace(/(?<=\d)(?=(?:\d{3})+$)/g, ',');
