/** Every date of a text with its parts, also those that the calendar does not have. */
import { monthNumber } from '../../text/dates';
import { compareSpans, spanOf, type Span } from '../../text/span';
import { weekdayNumber } from './calendar';

/**
 *     on Thursday, 12 May 2026
 *        ^^^^^^^^ weekday
 *                  ^^^^^^^^^^^ span
 */
export interface WrittenDate {
  readonly span: Span;
  readonly text: string;
  /** null: a day and month alone. */
  readonly year: number | null;
  /** null: a year alone. */
  readonly month: number | null;
  readonly day: number | null;
  readonly weekday: { readonly number: number; readonly text: string; readonly span: Span } | null;
}

const month = '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)';
const weekday = '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\\.?)';
const year = '(?:1[5-9]|20|21)\\d\\d';
const before = '(?<![\\p{L}\\p{N}./-])';
const lead = `(?:(${weekday}),?\\s+(?:the\\s+)?)?`;

const patterns: readonly { readonly pattern: RegExp; readonly order: 'day-first' | 'month-first' | 'month-year' | 'iso' }[] = [
  { pattern: new RegExp(`${before}${lead}(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${month})\\b\\.?(?:,?\\s+(${year})(?!\\d))?`, 'gu'), order: 'day-first' },
  { pattern: new RegExp(`${before}${lead}(${month})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?![\\d%:/]|[.,]\\d)(?:,?\\s+(${year})(?!\\d))?`, 'gu'), order: 'month-first' },
  { pattern: new RegExp(`${before}()(${month})\\.?,?\\s+(${year})(?!\\d)`, 'gu'), order: 'month-year' },
  { pattern: /(?<![\p{L}\p{N}./_-])()((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\p{L}\p{N}/_-]|\.\p{L})/gu, order: 'iso' },
];

const weekdayBehind = new RegExp(`^,?\\s*\\(?(${weekday})\\)`, 'u');

/** In order, without overlap; lone years are not among them. */
export const findWrittenDates = (text: string): readonly WrittenDate[] => {
  const found: WrittenDate[] = [];
  for (const { pattern, order } of patterns) {
    for (const match of text.matchAll(pattern)) {
      const date = toDate(text, match, order);
      if (date) found.push(date);
    }
  }
  let end = 0;
  return found
    .sort((a, b) => compareSpans(a.span, b.span))
    .filter(({ span }) => {
      const isFree = span.start >= end;
      if (isFree) end = span.end;
      return isFree;
    });
};

const toDate = (text: string, match: RegExpExecArray, order: 'day-first' | 'month-first' | 'month-year' | 'iso'): WrittenDate | null => {
  const [whole, named = '', a = '', b = '', c] = match;
  const lastYear = c === undefined ? null : Number(c);
    const start = named === '' ? match.index : match.index + whole.indexOf(a, named.length);
  const common = { span: spanOf(start, match.index + whole.length), text: text.slice(start, match.index + whole.length), weekday: weekdayAt(text, match.index, named, match.index + whole.length) };
  switch (order) {
    case 'day-first':
      return { ...common, year: lastYear, month: monthNumber(b), day: Number(a) };
    case 'month-first':
      // "In March 20 schools closed" is no day.
      return lastYear === null && named === '' && /^\s+(?!when\b|and\b|to\b|as\b|was\b|were\b|is\b|the\b|in\b|by\b|for\b|at\b|on\b|this\b|with\b|until\b|after\b|before\b|because\b|that\b|while\b|which\b|but\b|or\b)\p{Ll}/u.test(text.slice(match.index + whole.length, match.index + whole.length + 12))
        ? null
        : { ...common, year: lastYear, month: monthNumber(a), day: Number(b) };
    case 'month-year':
      return { ...common, year: Number(b), month: monthNumber(a), day: null };
    case 'iso':
      return { ...common, year: Number(a), month: Number(b), day: Number(c) };
  }
};

const weekdayAt = (text: string, at: number, named: string, end: number): WrittenDate['weekday'] => {
  const behind = named === '' ? weekdayBehind.exec(text.slice(end, end + 16)) : null;
  const word = named === '' ? (behind?.[1] ?? '') : named;
  const number = weekdayNumber(word);
  if (word === '' || number === null) return null;
  const start = named === '' ? end + (behind?.[0].indexOf(word) ?? 0) : at;
  return { number, text: word, span: spanOf(start, start + word.length) };
};

/** "Tuesday 30 April to Thursday 3 May 2018": the first date is of the year of the second. */
export const withSharedYears = (text: string, dates: readonly WrittenDate[]): readonly WrittenDate[] =>
  dates.map((date, i) => {
    const next = dates[i + 1];
    if (date.year !== null || date.month === null || !next?.year || next.month === null) return date;
    const between = text.slice(date.span.end, next.span.start).replace(new RegExp(`${weekday},?\\s*$`, 'u'), '');
    if (!/^\s*(?:to|until|till|through|and|[–—-])\s*(?:on\s+)?$/i.test(between)) return date;
    return { ...date, year: date.month > next.month ? next.year - 1 : next.year };
  });
