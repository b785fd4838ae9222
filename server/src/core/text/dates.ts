const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ['january', 'jan', 'janvier', 'janv'],
    ['february', 'feb', 'février', 'fevrier', 'févr', 'fevr'],
    ['march', 'mar', 'mars'],
    ['april', 'apr', 'avril', 'avr'],
    ['may', 'mai'],
    ['june', 'jun', 'juin'],
    ['july', 'jul', 'juillet', 'juil'],
    ['august', 'aug', 'août', 'aout'],
    ['september', 'sep', 'sept', 'septembre'],
    ['october', 'oct', 'octobre'],
    ['november', 'nov', 'novembre'],
    ['december', 'dec', 'décembre', 'decembre', 'déc'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/** 1..12 for the name of a month in English or French, full or short, any case, with or without its stop; null for any other word. */
export const monthNumber = (word: string): number | null => MONTHS.get(word.replace(/\.$/, '').toLowerCase()) ?? null;

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** YYYY, YYYY-MM or YYYY-MM-DD; null where there is no such day. */
export const isoDate = (year: number, month: number | null, day: number | null): string | null => {
  if (!Number.isInteger(year) || year < 1000 || year > 2999) return null;
  if (month === null) return String(year);
  const longest = DAYS_IN_MONTH[month - 1];
  if (longest === undefined) return null;
  const yearMonth = `${String(year)}-${String(month).padStart(2, '0')}`;
  if (day === null) return yearMonth;
  const isLeapDay = month === 2 && day === 29;
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (day < 1 || day > longest || (isLeapDay && !isLeapYear)) return null;
  return `${yearMonth}-${String(day).padStart(2, '0')}`;
};

/** Is it a day of the calendar, written YYYY-MM-DD? */
export const isDay = (text: string): boolean => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && isoDate(Number(match[1]), Number(match[2]), Number(match[3])) !== null;
};

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T[\d:.+Z-]{1,30})?$/;
const DAY_FIRST = /^(?:\p{L}{3,10}\.?,? )?(?:le )?(\d{1,2})(?:st|nd|rd|th|er)?(?: of)? (\p{L}{3,10})\.?,? (\d{4})$/u;
const MONTH_FIRST = /^(?:\p{L}{3,10}\.?, )?(\p{L}{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u;
const MONTH_YEAR = /^(\p{L}{3,10})\.?,? (\d{4})$/u;
const LONGEST_DATE = 60;

/** "2026", "2026-03", "2026-03-01", "30 July 2025", "July 30, 2025", "March 2026", "1er mars 2026" as ISO, as exact as written; null for anything else. */
export const parseDate = (text: string): string | null => {
  if (text.length > LONGEST_DATE) return null;
  const plain = text.trim().replace(/\s+/g, ' ');
  const iso = ISO.exec(plain);
  if (iso) return isoDate(Number(iso[1]), toNumber(iso[2]), toNumber(iso[3]));
  const dayFirst = DAY_FIRST.exec(plain);
  if (dayFirst) return namedDate(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(plain);
  if (monthFirst) return namedDate(monthFirst[3], monthFirst[1], monthFirst[2]);
  const monthYear = MONTH_YEAR.exec(plain);
  if (monthYear) return namedDate(monthYear[2], monthYear[1], undefined);
  return null;
};

const toNumber = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits));

const namedDate = (year: string | undefined, monthName: string | undefined, day: string | undefined): string | null => {
  const month = monthNumber(monthName ?? '');
  return month === null ? null : isoDate(Number(year), month, toNumber(day));
};

export interface DateLine {
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly value: string;
  /** The date alone, without the label before it. */
  readonly start: number;
  readonly end: number;
}

const LABEL =
  /^[ \t>]*[*_]{0,3}(?:date|published(?: on)?|publication date|date of publication|updated(?: on)?|last updated(?: on)?|issued(?: on)?|released(?: on)?|posted(?: on)?|as of|date de publication|publié le|mis à jour le)[ \t]*[:：]?[*_]{0,3}[ \t]*/iu;
const LONGEST_LINE = 80;

/**
 * The first line of `text` that is a date and nothing else, or a date after a label.
 *
 *     Published: 30 July 2025
 *                ^^^^^^^^^^^^   start, end
 */
export const findDateLine = (text: string): DateLine | null => {
  let lineStart = 0;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const found = readDateLine(line);
    if (found) return { value: found.value, start: lineStart + found.start, end: lineStart + found.end };
    lineStart += line.length + lineBreakLength(text, lineStart + line.length);
  }
  return null;
};

const lineBreakLength = (text: string, offset: number): number => (text.startsWith('\r\n', offset) ? 2 : 1);

const readDateLine = (line: string): DateLine | null => {
  if (line.length > LONGEST_LINE) return null;
  const labelLength = LABEL.exec(line)?.[0].length ?? 0;
  const rest = line.slice(labelLength);
  const words = rest.trim().replace(/[.;*_]{1,3}$/, '');
  const value = parseDate(words);
  if (value === null) return null;
  // "2026" alone on a line is as likely a page number or a heading of a timeline as a date.
  if (labelLength === 0 && value.length === 4) return null;
  const start = labelLength + (rest.length - rest.trimStart().length);
  return { value, start, end: start + words.length };
};
