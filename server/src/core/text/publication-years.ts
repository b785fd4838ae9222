import type { Span } from './span';
import { spanOf } from './span';

/**
 * What stands in the place of a year, in texts, lists and bibliography files alike:
 *
 *     (Roy, 2024a)   (Roy, 2023-24)   (Roy, 1867/1990)   (Roy, c. 1890)   (Roy, n.d.-a)   (Roy, in press)
 */
export interface Year {
  /** Of a reprint its own year, not that of the first edition. */
  readonly text: string;
  readonly span: Span;
}

/** Spelt in lower case; a capital may open them. */
const UNDATED = ['n\\.\\s?d\\.?', 'undated', 'no date'];
const UNPUBLISHED = ['in press', 'forthcoming', 'unpublished', 'in preparation', 'submitted', 'to appear'];
/** Beside a name in a text these say something else: "Application (accepted)". */
const UNPUBLISHED_IN_FIELDS = ['inpress', 'inpreparation', 'accepted', 'under review', 'in print'];

const withCapital = (word: string): string => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`;
const CALENDAR = '(?:1[5-9]|20)\\d\\d';
const WORDS = `(?:${[...UNDATED, ...UNPUBLISHED].map(withCapital).join('|')})`;

/** Where a year may begin. */
export const YEAR_START = `(?:${CALENDAR}|${WORDS})`;

const YEAR = new RegExp(
  `(?:${CALENDAR}(?:[-–—/](?:${CALENDAR}|\\d\\d)(?!\\d))?[a-z]?|${WORDS}(?:-[a-z])?)(?![\\p{L}\\p{N}%])`,
  'uy',
);
const REPRINT = new RegExp(`^(${CALENDAR})/(${CALENDAR}[a-z]?)$`, 'u');
const LONGEST_PERIOD = 2;

/** The year that begins at `at`; life dates and other long ranges are none. */
export const readYear = (text: string, at: number): Year | null => {
  YEAR.lastIndex = at;
  const written = YEAR.exec(text)?.[0];
  if (written === undefined) return null;
  const end = at + written.length;
  if (isPeriod(written)) return { text: written, span: spanOf(at, end) };
  const [, first, reprint] = REPRINT.exec(written) ?? [];
  if (first === undefined || reprint === undefined || Number.parseInt(reprint, 10) <= Number(first)) return null;
  return { text: reprint, span: spanOf(end - reprint.length, end) };
};

/** "2024-25" and the three years of a long survey are one period; "1947-2024" is a life or a stretch of history. */
const isPeriod = (written: string): boolean => {
  const range = /^(\d{4})[-–—/](\d{2,4})/u.exec(written);
  if (range === null) return true;
  const [, from = '', to = ''] = range;
  const end = to.length === 2 ? Number(from.slice(0, 2) + to) : Number(to);
  const length = (to.length === 2 && end < Number(from) ? end + 100 : end) - Number(from);
  return length >= 1 && length <= LONGEST_PERIOD;
};

/** Words in the place of a year, in one spelling and without the letter that tells works apart. */
export interface YearInWords {
  readonly year: 'n.d.' | 'forthcoming';
  readonly letter: string | null;
}

const LETTER = '(?:\\s?-?([a-z]))?';
const UNDATED_ONLY = new RegExp(`^\\(?\\s?(?:n\\.?\\s?d\\.?|${UNDATED.join('|')})${LETTER}\\s?\\)?\\.?$`, 'iu');
const UNPUBLISHED_ONLY = new RegExp(`^(?:${[...UNPUBLISHED, ...UNPUBLISHED_IN_FIELDS].join('|')})${LETTER}\\.?$`, 'iu');

/** Reads a field that holds nothing else. */
export const readYearInWords = (written: string): YearInWords | null => {
  const undated = UNDATED_ONLY.exec(written);
  if (undated !== null) return { year: 'n.d.', letter: undated[1] ?? null };
  const unpublished = UNPUBLISHED_ONLY.exec(written);
  return unpublished === null ? null : { year: 'forthcoming', letter: unpublished[1] ?? null };
};
