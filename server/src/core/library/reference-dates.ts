import { isoDate, monthNumber, parseDate } from '../text/dates';
import { readYearInWords } from '../text/publication-years';

/** When a work came out, as a bibliography says it. */
export interface ReferenceDate {
  /** "2024", "2024-25", "n.d.", "forthcoming"; null: nothing that we can read. */
  readonly year: string | null;
  readonly yearSuffix: string | null;
  readonly date: string | null;
}

export const NO_DATE: ReferenceDate = { year: null, yearSuffix: null, date: null };

const LONGEST = 80;

/**
 * "2024", "2024a", "2024-05-12", "2024-01/2024-05", "2024/25", "12 May 2024", "May 2024", "c. 1998", "2024~", "n.d.", "in press", and what
 * else stands in a date field.
 */
export const readReferenceDate = (written: string): ReferenceDate => {
  const text = written.trim().replace(/\s+/gu, ' ').slice(0, LONGEST);
  if (text === '') return NO_DATE;
  const inWords = readYearInWords(text);
  if (inWords !== null) return { year: inWords.year, yearSuffix: inWords.letter, date: null };
  return readExact(text) ?? readInterval(text) ?? readLoose(text);
};

/** A date as exact as written. */
const readExact = (text: string): ReferenceDate | null => {
  const plain = text.replace(/[~?%]$/u, '').replace(/^(\d{4})[/.](\d{1,2})[/.](\d{1,2})\/?$/u, (_, year: string, month: string, day: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  const date = parseDate(plain.replace(/^(\d{4})-(\d)(?=-|$)/u, '$1-0$2').replace(/-(\d)$/u, '-0$1'));
  return date === null ? null : { year: date.slice(0, 4), yearSuffix: null, date };
};

/** "2024/2025", "2024–25", "2024-11/2025-02": two years stay two, a span within one year is that year. */
const readInterval = (text: string): ReferenceDate | null => {
  const years = /^(\d{4})\s?[-–—/]{1,2}\s?(\d{2}|\d{4})$/u.exec(text);
  if (years?.[1] !== undefined && years[2] !== undefined) {
    const first = Number(years[1]);
    const last = years[2].length === 4 ? Number(years[2]) : Math.floor(first / 100) * 100 + Number(years[2]);
    if (last === first) return { year: years[1], yearSuffix: null, date: years[1] };
    if (last > first && last - first < 100) return { year: `${years[1]}-${String(last).slice(-2)}`, yearSuffix: null, date: years[1] };
  }
  const [from = '', to = ''] = text.split('/').map((part) => part.trim().replace(/[~?%]$/u, ''));
  const start = parseDate(from);
  if (start === null) return null;
  const end = parseDate(to);
  const isTwoYears = end !== null && end.slice(0, 4) > start.slice(0, 4);
  return { year: isTwoYears ? `${start.slice(0, 4)}-${end.slice(2, 4)}` : start.slice(0, 4), yearSuffix: null, date: start };
};

/** The first year that stands for itself, with its letter: "2024a", "[2024]", "Spring 2024", "c. 1998". */
const readLoose = (text: string): ReferenceDate => {
  const match = /(?<!\d)([12]\d{3})([a-z])?(?![\p{L}\d])/u.exec(text);
  if (match?.[1] === undefined) return NO_DATE;
  return { year: match[1], yearSuffix: match[2] ?? null, date: match[1] };
};

/** Year, month and day from fields of their own; a month by name, short name or number, a range by its first one. */
export const readDateParts = (year: string, month: string | null, day: string | null): ReferenceDate => {
  const read = readReferenceDate(year);
  if (month === null || read.date?.length !== 4 || read.year?.length !== 4) return read;
  const words = month.trim().split(/[\s,/–—-]+/u);
  const word = words.find((part) => monthNumber(part) !== null || /^\d{1,2}$/u.test(part));
  const monthOf = word === undefined ? null : (monthNumber(word) ?? Number(word));
  const dayOf = day ?? words.find((part) => part !== word && /^\d{1,2}$/u.test(part)) ?? null;
  const date = isoDate(Number(read.date), monthOf, dayOf === null || !/^\d{1,2}$/u.test(dayOf) ? null : Number(dayOf)) ?? isoDate(Number(read.date), monthOf, null);
  return { ...read, date: date ?? read.date };
};
