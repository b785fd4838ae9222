import { readName } from './author-names';
import { findAuthorYear, readWorks } from './author-year';
import type { CitedWork } from './citation';
import { matchAt } from './citation-tail';
import { findAddresses } from './addresses';
import { findDataPortals } from './data-portals';
import { findInstruments } from './instruments';
import { BASIS, findOwnWork } from './own-work';
import { readYear } from './publication-years';
import type { Span } from './span';
import { spanOf } from './span';

/**
 * A line that says where the data next to it come from:
 *
 *     Sources: Oxford Insights (2025), World Bank (2026)
 *     ^^^^^^^ label
 *              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ body, two works
 */
export interface SourceLine {
  /** As written, without marks and colon. */
  readonly label: string;
  /** "Note: …": explains, and names works only behind a "Source:" of its own. */
  readonly isNote: boolean;
  readonly isOwnWork: boolean;
  readonly works: readonly CitedWork[];
  readonly bodySpan: Span;
}

const SOURCE_LABEL =
  '(?:(?:data|table|figure|chart|primary|main|key|official)\\s)?sources?(?:\\s(?:of|for)\\s(?:the\\s)?(?:data|table|figure|chart)s?(?:\\s\\d{1,3})?)?|data(?:\\sfrom)?|notes?\\s(?:and|&)\\ssources?|sources?\\s(?:and|&)\\snotes?|' +
  'fuentes?|quellen?|fontes?|fonti|bron(?:nen)?|kaynak|источник|ماخذ|ذریعہ|مصدر|المصدر|स्रोत|出典|来源|資料';
const NOTE_LABEL = 'notes?|remarks?|nota|anmerkung(?:en)?|remarque|نوٹ';
const LABEL = new RegExp(`^\\s{0,8}[*_([]{0,3}(?:(${SOURCE_LABEL})|(${NOTE_LABEL}))[*_]{0,3}\\s?[:：][*_]{0,3}\\s?`, 'iu');
const INNER_SOURCE = /(?:^|[.;]\s|\n)[*_]{0,2}(?:Data\s)?Sources?[*_]{0,2}\s?:[*_]{0,2}\s?/gu;

/** "Source: …", "Data from: …", "Note: …", in the languages that briefs come in. "Data: …" also leads to prose about data, unless it begins with a dated work. */
export const isSourceLineStart = (text: string): boolean => {
  const label = LABEL.exec(text);
  if (label === null || label[1]?.toLowerCase() !== 'data') return label !== null;
  const line = text.length > 300 ? null : parseSourceLine(text);
  const work = line?.works[0];
  if (!line || !work?.year) return false;
  return /^\W*(?:the\s)?$/iu.test(text.slice(line.bodySpan.start, work.span.start));
};

export const parseSourceLine = (text: string): SourceLine | null => {
  const match = LABEL.exec(text);
  const label = match?.[1] ?? match?.[2];
  if (match === null || label === undefined) return null;
  const start = match[0].length;
  const end = bodyEnd(text, start, /^\s{0,8}[*_]{0,3}\(/u.test(match[0]));
  if (end <= start) return null;
  const isNote = match[1] === undefined;
  const inner = isNote ? [...text.slice(start, end).matchAll(INNER_SOURCE)].at(-1) : undefined;
  const from = inner === undefined ? start : start + inner.index + inner[0].length;
  const isSilent = isNote && inner === undefined;
  const readEnd = Math.min(end, from + LONGEST_READ);
  const own = isSilent ? null : findOwnWork(text.slice(from, readEnd));
  return { label, isNote, isOwnWork: own !== null, works: isSilent ? [] : readSources(text, from, readEnd), bodySpan: spanOf(start, end) };
};

/** A line that names dozens of works is read so far; what follows is prose that happens to begin with "Source:". */
const LONGEST_READ = 3_000;

const bodyEnd = (text: string, start: number, isBracketed: boolean): number => {
  let end = text.length;
  while (end > start && /[\s*_]/u.test(text.charAt(end - 1))) end--;
  if (isBracketed && text.charAt(end - 1) === ')') end--;
  return end;
};

const readSources = (text: string, start: number, end: number): readonly CitedWork[] => {
  const works: CitedWork[] = [];
  let previousEnd = start;
  for (const part of splitSources(text, start, end)) {
    const read = readSource(text, part.start, part.end);
    const last = works.at(-1);
    const only = read.length === 1 ? read[0] : undefined;
    const isAfterComma = /^\s?,\s?$/u.test(text.slice(previousEnd, part.start));
    previousEnd = part.end;
    const written = text.slice(part.start, part.end);
    const emphasised = EMPHASISED_TITLE.exec(written);
    if (last !== undefined && last.year !== null && isAfterComma && emphasised !== null) {
      works[works.length - 1] = { ...last, title: last.title ?? emphasised[2] ?? null, locator: last.locator ?? emphasised[3] ?? null };
    } else if (last !== undefined && last.year !== null && isAfterComma && !/(?:19|20)\d\d/u.test(written) && read.length < 2) {
      works[works.length - 1] = withDetail(last, written, only);
    } else {
      works.push(...read);
    }
  }
  return works.sort((a, b) => a.span.start - b.span.start);
};

/** "*Passengers by Line 2023*, Table 7" behind "Railway Office (2024), ": its title, whatever years are in it. */
const EMPHASISED_TITLE = /^([*_]{1,2})([^*_\n]{3,200})\1(?:[,.](?:\s([^()\s][^()]{0,80}?))?)?\.?\s?$/u;

/** What follows "OECD (2025), " and has no year of its own: the title or a place in the work. */
const withDetail = (work: CitedWork, written: string, named: CitedWork | undefined): CitedWork => {
  const detail = written.replace(/[\s.]+$/u, '');
  if (/^(?:Tables?|Figures?|Figs?\.|Annex|Charts?|pp?\.|Chapter|ch\.|Appendix|Box|Section|Sheet)\s?\S/iu.test(detail)) return { ...work, locator: work.locator ?? detail };
  return named === undefined ? work : { ...work, title: work.title ?? detail };
};

/** At semicolons, at a comma or "and" after a closing bracket or a year, at ". " after a bracket, and between bare acronyms. */
const splitSources = (text: string, start: number, end: number): readonly Span[] => {
  const body = text.slice(start, end);
  if (/^(?:[A-Z][A-Za-z&-]{1,10}[A-Z](?:,\s(?:and\s)?|\s(?:and|&)\s|\.?$)){2,}$/u.test(body)) return spansBetween(body, /,\s(?:and\s)?|\s(?:and|&)\s/gu, start);
  return spansBetween(body, SEPARATOR, start);
};

const SEPARATOR = /\s?;\s?(?:and\s)?|(?<=\))\s?,\s?(?:and\s|&\s)?|(?<=\))\s(?:and|&)\s|(?<=\))\.\s(?=\p{Lu})|(?<=\b(?:19|20)\d\d[a-z]?)(?:\s(?:and|&)\s|,\s(?:and\s)?)(?=(?:the\s)?\p{Lu}[^;]{1,80}[\s,(](?:19|20)\d\d)/gu;

const spansBetween = (body: string, separator: RegExp, offset: number): readonly Span[] => {
  const spans: Span[] = [];
  let depth = 0;
  let from = 0;
  let scanned = 0;
  for (const match of body.matchAll(separator)) {
    for (; scanned < match.index; scanned++) {
      if ('(['.includes(body.charAt(scanned))) depth++;
      else if (')]'.includes(body.charAt(scanned))) depth = Math.max(0, depth - 1);
    }
    if (depth > 0) continue;
    spans.push(spanOf(offset + from, offset + match.index));
    from = match.index + match[0].length;
  }
  spans.push(spanOf(offset + from, offset + body.length));
  return spans.filter((span) => span.end > span.start);
};

const LEAD =
  /(?:(?:rows?|columns?|cols?\.?|panels?|lines?|figures?|left|right|top|bottom|upper|lower)(?:\s(?:panel|axis|chart))?\s?(?:\d{1,3}(?:\s?[-–,&]\s?\d{1,3})*|\([a-z\d]\))?\s?:?\s|(?:adapted|modified|reproduced|compiled|taken|derived|calculated|drawn|extracted|retrieved|estimated)\s(?:from|by|using|based on|with data from)\s|(?:based (?:up)?on|see|from|using|and|the|data from|data:|cf\.|own (?:table|figure),?)\s|[a-z\d]\)\s)/iuy;

/** One source: an instrument, a portal's series, author-year in either form, else a name and what follows it. */
const readSource = (text: string, start: number, end: number): readonly CitedWork[] => {
  const from = skipLead(text, skipOwn(text, start, end), end);
  if (from >= end) return [];
  const part = text.slice(0, end);
  const piece = text.slice(from, end);
  const special = [...findDataPortals(piece), ...findInstruments(piece)].flatMap((citation) => citation.works);
  if (special.length > 0) return special.map((work) => shiftWork(work, from));
  const narrative = findAuthorYear(piece).citations.flatMap((citation) => citation.works);
  if (narrative.length > 0) return narrative.map((work) => shiftWork(work, from));
  const plain = readWorks(part, from, end).works;
  if (plain.length > 0) return plain;
  return [...readUndated(text, from, end)];
};

const skipLead = (text: string, start: number, end: number): number => {
  let at = start;
  for (;;) {
    while (at < end && /[\s*_"“]/u.test(text.charAt(at))) at++;
    const lead = matchAt(LEAD, text, at);
    if (lead === null || at + lead[0].length >= end) return at;
    at += lead[0].length;
  }
};

const skipOwn = (text: string, start: number, end: number): number => {
  const part = text.slice(start, end);
  const own = findOwnWork(part);
  if (own === null) return start;
  const basis = BASIS.exec(part.slice(own.index));
  return basis === null ? end : start + own.index + basis.index + basis[0].length;
};

/** "SBP.", "PBS, Labour Force Survey 2020-21, Table 16.", an address: a work as far as it is named. */
const readUndated = (text: string, start: number, end: number): readonly CitedWork[] => {
  const address = findAddresses(text.slice(start, end))[0];
  if (address?.span.start === 0) return address.works.map((work) => shiftWork(work, start));
  const bodyStop = address === undefined ? end : start + address.span.start;
  const written = text.slice(start, bodyStop).replace(/[\s.,:(*_]+$/u, '');
  if (!/^["“]?(?:\p{Lu}|\p{Lo}|[a-z]\p{Lu}|al-)/u.test(written) || written.length > 300) return [];
  const to = start + written.length;
  const year = lastYear(text, start, to);
  const locator = /,\s((?:Tables?|Figures?|Figs?\.|Annex|Chart|pp?\.|Chapter|ch\.|Appendix|Box)\s?[\w.–-]{1,12}(?:\s(?:and|&)\s\d[\w.]{0,6})?)$/u.exec(written);
  const named = readName(text, start, start + nameLength(written));
  const author = named?.author ?? written.slice(0, nameLength(written));
  const authorStart = named?.authorSpan.start ?? start;
  const described = locator === null ? written : written.slice(0, locator.index);
  const title = described.split(/\.\s(?=\p{Lu})/u)[0] ?? described;
  const work: CitedWork = {
    span: spanOf(start, to),
    author,
    authorSpan: spanOf(authorStart, authorStart + author.length),
    year: year === null ? null : text.slice(year.start, year.end),
    yearSpan: year,
    key: null,
    locator: locator?.[1] ?? null,
    title: title === author ? null : title,
  };
  return [work];
};

const lastYear = (text: string, start: number, end: number): Span | null => {
  const part = text.slice(0, end);
  let found: Span | null = null;
  const pattern = /(?<![\p{L}\p{N}.\-–/£$€])(?:1[5-9]|20)\d\d/gu;
  pattern.lastIndex = start;
  for (let match = pattern.exec(part); match !== null; match = pattern.exec(part)) found = readYear(part, match.index)?.span ?? found;
  return found;
};

/** Up to the first comma, colon, stop or bracket; a comma inside a ministry's name goes on. */
const nameLength = (written: string): number => {
  const ministry = /^(?:Ministry|Department|Office|Division)\s(?:of|for)\s[\p{L}\s]{2,40},\s[\p{L}\s,]{2,60}?\s(?:and|&)\s\p{Lu}[\p{L}\s]{2,40}(?=[,.:(]|$)/u.exec(written);
  if (ministry !== null) return ministry[0].length;
  const stop = /,|:|\.\s|\s\(|\s[-–—]\s|\s(?:19|20)\d\d/u.exec(written);
  return stop === null ? written.length : stop.index;
};

const shiftWork = (work: CitedWork, by: number): CitedWork => ({
  ...work,
  span: spanOf(work.span.start + by, work.span.end + by),
  authorSpan: work.authorSpan === null ? null : spanOf(work.authorSpan.start + by, work.authorSpan.end + by),
  yearSpan: work.yearSpan === null ? null : spanOf(work.yearSpan.start + by, work.yearSpan.end + by),
});
