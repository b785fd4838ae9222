import type { Citation, CitedWork } from './citation';
import { NUMBERED_LOCATOR } from './locators';
import type { Span } from './span';
import { spanOf } from './span';

/**
 * Numbers that point into a numbered reference list: "text [3]", "[2, 5-7]", "[4, p. 12]", "[3]–[5]", "text (12).", "text¹", "text^1^".
 * Only sensible where the document has such a list; anywhere else these are years, ranges, links and powers.
 */
export const findNumberedMarks = (text: string): readonly Citation[] =>
  [...findSquare(text), ...findRound(text), ...findSuperscripts(text), ...findRaised(text)].sort((a, b) => a.span.start - b.span.start);

interface NumberedWork {
  readonly number: number;
  readonly locator: string | null;
}

const NUMBERS = '\\d{1,3}(?:\\s?[,;–-]\\s?\\d{1,3}){0,12}';
/** "[text][3]" and "[3](address)" are links, "[3]: address" defines one; "[1][2]" are two marks. */
const SQUARE = new RegExp(`(?<![\\p{L}\\p{N}]\\(|[!^]|[^\\d]\\])\\[(${NUMBERS}|\\d{1,3}[^[\\]\\n]{1,80})\\](?![(:]|\\[(?!\\d))`, 'gu');
const ROUND = /(?<=[\p{L}%”"’)]\s)\((\d{1,3}(?:,\s?\d{1,3}){0,6})\)(?=[.,;:]|\s*$)/gu;
const SUPERSCRIPT = /(?<=[\p{L}.,;:!?”"’)])[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?:[,⁻˒][⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})*/gu;
const RAISED = /(?<=[\p{L}.,;:!?”"’)])\^(\d{1,3}(?:[,–-]\s?\d{1,3}){0,12})\^/gu;
const UNIT_BEFORE = /(?:^|[^\p{L}])(?:[kcdm]?m|ft|in|mi|yd|s|CO|x|R|χ)$/u;
const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

interface SquareMark {
  readonly span: Span;
  readonly works: readonly NumberedWork[];
}

const findSquare = (text: string): readonly Citation[] => {
  const marks: SquareMark[] = [];
  for (const match of text.matchAll(SQUARE)) {
    const works = worksOf(match[1] ?? '');
    if (works === null) continue;
    const span = spanOf(match.index, match.index + match[0].length);
    const last = marks.at(-1);
    const joined = last === undefined ? null : joinRange(text, last, { span, works });
    if (joined === null) marks.push({ span, works });
    else marks[marks.length - 1] = joined;
  }
  return marks.map(({ span, works }) => toCitation(span, works));
};

/** "[3]–[5]" is 3, 4 and 5. */
const joinRange = (text: string, left: SquareMark, right: SquareMark): SquareMark | null => {
  const between = text.slice(left.span.end, right.span.start);
  const [from, to] = [left.works.at(-1), right.works[0]];
  if (!/^\s?[–—-]\s?$/u.test(between) || from === undefined || to === undefined) return null;
  return { span: spanOf(left.span.start, right.span.end), works: [...left.works.slice(0, -1), ...rangeOf(from.number, to.number), ...right.works.slice(1)] };
};

const findRound = (text: string): readonly Citation[] =>
  [...text.matchAll(ROUND)].map((match) => toCitation(spanOf(match.index, match.index + match[0].length), numbersOf(match[1] ?? '')));

const findSuperscripts = (text: string): readonly Citation[] =>
  [...text.matchAll(SUPERSCRIPT)]
    .filter((match) => !isPower(text, match.index))
    .map((match) => {
      const plain = match[0].replace(/./gu, (mark) => (DIGITS.includes(mark) ? String(DIGITS.indexOf(mark)) : mark === '⁻' ? '-' : ','));
      return toCitation(spanOf(match.index, match.index + match[0].length), numbersOf(plain));
    });

/** Raised digits as Pandoc writes them: "text^3^". */
const findRaised = (text: string): readonly Citation[] =>
  [...text.matchAll(RAISED)].filter((match) => !isPower(text, match.index)).map((match) => toCitation(spanOf(match.index, match.index + match[0].length), numbersOf(match[1] ?? '')));

const isPower = (text: string, at: number): boolean => UNIT_BEFORE.test(text.slice(Math.max(0, at - 4), at));

const ONLY_NUMBERS = new RegExp(`^${NUMBERS}$`, 'u');
const WITH_LOCATOR = new RegExp(`^(\\d{1,3})(?:[,:]\\s?|\\s)(${NUMBERED_LOCATOR}.{0,60})$`, 'iu');

/** What stands in brackets, each number with its place: "1, p. 4; 2, ch. 3"; null if any of it is something else. */
const worksOf = (written: string): readonly NumberedWork[] | null => {
  if (ONLY_NUMBERS.test(written)) return numbersOf(written);
  const works: NumberedWork[] = [];
  for (const part of written.split(';')) {
    const item = part.trim();
    const located = WITH_LOCATOR.exec(item);
    if (located !== null) works.push({ number: Number(located[1]), locator: (located[2] ?? '').trim() });
    else if (ONLY_NUMBERS.test(item)) works.push(...numbersOf(item));
    else return null;
  }
  return works;
};

const LONGEST_RANGE = 20;

const rangeOf = (from: number, to: number): readonly NumberedWork[] => {
  const numbers = to < from || to - from > LONGEST_RANGE ? [from, to] : Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return numbers.map((number) => ({ number, locator: null }));
};

const numbersOf = (written: string): readonly NumberedWork[] =>
  written.split(/[,;]/u).flatMap((part) => {
    const [from = 0, to = from] = part.split(/[–-]/u).map(Number);
    return rangeOf(from, to);
  });

const toCitation = (span: Span, works: readonly NumberedWork[]): Citation => ({
  span,
  style: 'numbered',
  works: works.map(({ number, locator }): CitedWork => ({ span, author: null, authorSpan: null, year: null, yearSpan: null, key: String(number), locator, title: null })),
  isOwnWork: false,
});
