import { readName } from './author-names';
import type { CitedWork } from './citation';
import { parseReferenceEntry } from './reference-entries';
import { containsSpan, spanOf, type Span } from './span';

/**
 * Works that a note names by title, in the manner of Chicago and its kin:
 *
 *     See World Bank, *Water losses in the north* (Washington, DC: World Bank, 2024), 12; Roy, "Leaks," 4.
 *         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^    ^^^^^^^^^^^
 *
 * `emphasised` are the runs that markup sets apart, for the text comes without it. What stands as "World Bank (2024)" is left to the readers of
 * such citations, and a note that talks instead of citing names nothing.
 */
export const readNoteWorks = (text: string, emphasised: readonly Span[], note: Span): readonly CitedWork[] =>
  segmentsOf(text, note).flatMap((segment) => readSegment(text, segment, emphasised.filter((run) => containsSpan(segment, run))) ?? []);

const longestNote = 2_000;

/** Parted by semicolons outside of brackets and quotation marks, by line ends, and by "See" at the start of a sentence. */
const segmentsOf = (text: string, note: Span): readonly Span[] => {
  const end = Math.min(note.end, note.start + longestNote);
  const segments: Span[] = [];
  let start = note.start;
  let depth = 0;
  let isQuoted = false;
  const close = (at: number): void => {
    segments.push(spanOf(start, at));
    start = at;
  };
  for (let at = note.start; at < end; at++) {
    const sign = text.charAt(at);
    if (sign === '“' || sign === '”' || sign === '"') isQuoted = sign === '"' ? !isQuoted : sign === '“';
    else if (sign === '(' || sign === '[') depth += 1;
    else if (sign === ')' || sign === ']') depth = Math.max(0, depth - 1);
    else if (sign === '\n' || (sign === ';' && depth === 0 && !isQuoted)) {
      close(at);
      start = at + 1;
    } else if (sign === 'S' && /^See\s/u.test(text.slice(at, at + 4)) && /[.)]\s$/u.test(text.slice(Math.max(0, at - 2), at))) close(at);
  }
  return [...segments, spanOf(start, end)];
};

interface TitlePlace {
  readonly title: string;
  /** With its quotation marks. */
  readonly span: Span;
}

const readSegment = (text: string, segment: Span, emphasised: readonly Span[]): CitedWork | null => {
  const place = firstTitle(text, segment, emphasised);
  if (place === null) return readPlainSegment(text, segment);
  const before = text.slice(segment.start, place.span.start);
  const dated = /[\s,(]((?:1[5-9]|20)\d\d[a-z]?)\)?[\s,.:]*$/u.exec(before);
  // "World Bank (2024), *Title*" is read as author and year.
  if (dated?.[0].includes('(') === true) return null;
  const nameEnd = dated === null ? place.span.start : segment.start + dated.index;
  const name = readName(text, segment.start, nameEnd);
  if (name === null && !isLeadIn(before)) return null;
  const rest = afterTitle(text.slice(place.span.end, segment.end));
  const year = dated === null ? yearIn(rest, place.span.end) : spanOf(segment.start + dated.index + 1, segment.start + dated.index + 1 + (dated[1]?.length ?? 0));
  // Emphasis and quotation marks alone may mean anything: a ship, a stressed word.
  if (name === null && !(place.title.includes(' ') && restOfWork.test(rest))) return null;
  const start = name?.authorSpan.start ?? place.span.start;
  return {
    span: spanOf(start, Math.max(place.span.end, year === null ? 0 : endOfImprint(text, year.end))),
    author: name?.author ?? null,
    authorSpan: name?.authorSpan ?? null,
    year: year === null ? null : text.slice(year.start, year.end),
    yearSpan: year,
    key: null,
    locator: locatorIn(rest),
    title: place.title,
  };
};

/** Imprint or locator right behind a title. */
const restOfWork = /^[\s.,:]{0,4}(?:\([^()]{0,120}(?:1[5-9]|20)\d\d[a-z]?\)|(?:(?:pp?|ch|paras?|table|figure)\.?\s)?\d{1,4}(?:[-–]\d{1,4})?[\s.]*$)/iu;

const isLeadIn = (words: string): boolean => /^[\s*_]*(?:(?:see|cf\.?|also|in|compare|as in|quoted in|cited in|from)[\s,]*){0,3}(?:(?:the|a|an)\s)?$/iu.test(words);

const quotedTitle = /["“]([^"“”\n]{3,300}?)[,.]?["”]|‘((?:[^‘’\n]|’(?=\p{L})){3,300}?)[,.]?’/gu;

/** The first run that is set apart and begins like a title; what only stresses or is Latin does not. */
const firstTitle = (text: string, segment: Span, emphasised: readonly Span[]): TitlePlace | null => {
  const runs = emphasised.map((span): TitlePlace => ({ title: text.slice(span.start, span.end).replace(/[\s.,:]+$/u, ''), span }));
  const quoted = [...text.slice(segment.start, segment.end).matchAll(quotedTitle)].map((match): TitlePlace => {
    const start = segment.start + match.index;
    return { title: match[1] ?? match[2] ?? '', span: spanOf(start, start + match[0].length) };
  });
  const titles = [...runs, ...quoted].filter(({ title }) => /^[\p{Lu}\p{Lo}\d]/u.test(title) && /\p{L}{4}/u.test(title) && !/^(?:ibid|idem|supra|passim|source)/iu.test(title));
  return titles.sort((a, b) => a.span.start - b.span.start)[0] ?? null;
};

/** Dates of a look at a page are none of the work. */
const afterTitle = (rest: string): string => rest.split(/\b(?:accessed|retrieved|viewed|last visited)\b/iu)[0] ?? '';

/** Pages behind volume and issue are those of the whole article, unless there is but one. */
const locatorIn = (rest: string): string | null => {
  const locator = locatorPattern.exec(rest)?.[1] ?? null;
  const isOfArticle = locator !== null && /^\d+[-–]\d+$/u.test(locator) && /\b(?:no|vol)\.?\s?\d|\d\s?\(\d{1,4}\)/iu.test(rest);
  return isOfArticle ? null : locator;
};

const locatorPattern = /(?:^|[\s,):])((?:pp?|paras?|chap|ch|sec|fig|tab|tables?|figures?|box|annex|chapter|section)\.?\s?\d+(?:\.\d+)*(?:[-–]\d+)?|\d{1,4}(?:[-–]\d{1,4})?(?=[.\s]*$))/iu;

/** Of the imprint in brackets, else the first that stands alone. */
const yearIn = (rest: string, offset: number): Span | null => {
  const match = /\([^()]{0,120}?(?<!\d)((?:1[5-9]|20)\d\d[a-z]?)\)/u.exec(rest) ?? /(?<=[\s,])((?:1[5-9]|20)\d\d[a-z]?)(?![\p{L}\p{N}]|[-–]\d)/u.exec(rest);
  const year = match?.[1];
  if (match === null || year === undefined) return null;
  const start = offset + match.index + match[0].lastIndexOf(year);
  return spanOf(start, start + year.length);
};

const endOfImprint = (text: string, yearEnd: number): number => (text.charAt(yearEnd) === ')' ? yearEnd + 1 : yearEnd);

/** "World Bank, Water losses in the north (Washington, DC: World Bank, 2024), 12": without marks, the imprint tells where the title ends. */
const readPlainSegment = (text: string, segment: Span): CitedWork | null => {
  const written = text.slice(segment.start, segment.end);
  const imprint = /\s\(\p{Lu}[^():]{1,60}:\s[^()]{2,100},\s((?:1[5-9]|20)\d\d[a-z]?)\)/u.exec(written);
  if (imprint === null) return null;
  const lead = /^\s*(?:(?:see also|see|cf\.)\s)?/iu.exec(written)?.[0].length ?? 0;
  const head = written.slice(lead, imprint.index);
  const entry = parseReferenceEntry(written.slice(lead));
  if (entry?.author === undefined || entry.author === null || entry.authorSpan === null || entry.title === null || !head.includes(entry.title) || head.length > longestHead) return null;
  const offset = segment.start + lead;
  const yearStart = segment.start + imprint.index + imprint[0].length - 1 - (imprint[1]?.length ?? 0);
  const year = spanOf(yearStart, yearStart + (imprint[1]?.length ?? 0));
  const authorSpan = spanOf(offset + entry.authorSpan.start, offset + entry.authorSpan.end);
  const rest = afterTitle(written.slice(imprint.index + imprint[0].length));
  return { span: spanOf(authorSpan.start, year.end + 1), author: entry.author, authorSpan, year: imprint[1] ?? null, yearSpan: year, key: null, locator: locatorIn(rest), title: entry.title };
};

const longestHead = 300;
