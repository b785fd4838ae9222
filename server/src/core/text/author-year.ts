import { readName } from './author-names';
import type { SourceName } from './author-names';
import type { BracketGroup } from './bracket-groups';
import { findBracketGroups } from './bracket-groups';
import type { Citation, CitedWork, FalseFriend } from './citation';
import type { CitationTail } from './citation-tail';
import { readTail } from './citation-tail';
import { INSTRUMENT_ACRONYMS } from './citation-words';
import type { NameKind } from './classify-name';
import { classifyName, isHistoric } from './classify-name';
import { readNameBefore } from './narrative-names';
import { BASIS, findOwnWork } from './own-work';
import type { Year } from './publication-years';
import { readYear, YEAR_START } from './publication-years';
import type { Span } from './span';
import { containsSpan, sliceOf, spanOf } from './span';

export interface Findings {
  readonly citations: readonly Citation[];
  readonly falseFriends: readonly FalseFriend[];
}

/** One part of a bracket, or what stands between a name and the end of its bracket. */
export interface ReadWorks {
  readonly works: readonly CitedWork[];
  readonly falseFriends: readonly FalseFriend[];
}

/** Author-year citations in brackets and in the sentence, with what only looks like them. */
export const findAuthorYear = (text: string, instruments: ReadonlySet<string> = INSTRUMENT_ACRONYMS): Findings => {
  const citations: Citation[] = [];
  const falseFriends: FalseFriend[] = [];
  for (const group of findBracketGroups(text)) {
    const span = spanOf(group.open, group.close + 1);
    const last = citations.at(-1);
    if (last !== undefined && containsSpan(last.span, span)) continue;
    const found = startsWithYear(text, group) ? readNarrative(text, group, instruments) : readParenthetical(text, group, instruments);
    if (found.citation !== null) citations.push(found.citation);
    falseFriends.push(...found.falseFriends);
  }
  return { citations, falseFriends };
};

interface Found {
  readonly citation: Citation | null;
  readonly falseFriends: readonly FalseFriend[];
}

const NOTHING: Found = { citation: null, falseFriends: [] };

const startsWithYear = (text: string, group: BracketGroup): boolean => readYear(text, group.open + 1) !== null;

/** "The Treasury (submitted)" says what the Treasury did. */
const NOT_IN_SENTENCES = /^(?:submitted|to appear)/iu;

const readNarrative = (text: string, group: BracketGroup, instruments: ReadonlySet<string>): Found => {
  if (group.shape === 'square') return NOTHING;
  const inside = text.slice(0, group.close);
  const tail = readTail(inside, group.open + 1, 'sentence');
  const firstYear = tail?.years[0];
  if (tail === null || firstYear === undefined || NOT_IN_SENTENCES.test(firstYear.text)) return NOTHING;
  const name = readNameBefore(text, group.open);
  if (name === null) return NOTHING;
  const span = spanOf(name.owner?.start ?? name.span.start, group.close + 1);
  const kind = classifyName(name.text, instruments);
  const kindOfOwner = kind === 'body' && name.owner !== null ? 'body' : kind;
  const lost = toFalseFriend(kindOfOwner, name.text, firstYear.text, spanOf(name.span.start, group.close + 1));
  if (kind !== 'publication' && lost !== null) return { citation: null, falseFriends: [lost] };
  if (kind === 'label' || isDatedCaption(text, name.span.start)) return NOTHING;
  const second = tail.next === null ? [] : readWorks(inside, tail.next, group.close, instruments).works;
  if (tail.next !== null && second.length === 0) return NOTHING;
  const first = worksOf(narrativeName(text, name, kind), tail);
  const works = [...(first.length === 1 && second.length === 0 ? first.map((work) => ({ ...work, span })) : first), ...second];
  return { citation: { span, style: 'narrative', works, isOwnWork: false }, falseFriends: [] };
};

const CAPTION = /^[\s*_#]{0,8}(?:Table|Figure|Fig\.|Chart|Box|Map|Exhibit|Panel|Graph)\s[A-Z]?\d{0,3}(?:[.-]\d{1,3}){0,2}[*_]{0,3}\s?[:.–—-]/u;

/** "Figure 2: Benefit per Household (2025)" dates the figure; "Table 1: Growth. Source: IMF (2025)" names a source. */
const isDatedCaption = (text: string, nameStart: number): boolean => {
  // Captions are short; a line may be a megabyte.
  const from = Math.max(0, nameStart - 201);
  const lineBreak = text.slice(from, nameStart).lastIndexOf('\n');
  if (lineBreak < 0 && from > 0) return false;
  const lineStart = from + lineBreak + 1;
  const before = text.slice(lineStart, nameStart);
  return CAPTION.test(text.slice(lineStart, nameStart + 1)) && !/\b(?:sources?|from|based on|after|data|see|according to)\b/iu.test(before);
};

const narrativeName = (text: string, name: NonNullable<ReturnType<typeof readNameBefore>>, kind: NameKind): SourceName => {
  if (kind !== 'publication') return { kind, author: name.text, authorSpan: name.span, title: null, date: null };
  if (name.owner !== null) return { kind, author: sliceOf(text, name.owner), authorSpan: name.owner, title: name.text, date: null };
  return readName(text, name.span.start, name.span.end) ?? { kind, author: name.text, authorSpan: name.span, title: name.text, date: null };
};

const readParenthetical = (text: string, group: BracketGroup, instruments: ReadonlySet<string>): Found => {
  const inner = text.slice(group.open + 1, group.close);
  const span = spanOf(group.open, group.close + 1);
  if (inner.trim() === '' || (group.shape === 'square' && (text.charAt(group.open - 1) === '^' || inner.includes('@')))) return NOTHING;
  const found = readWorks(text, group.open + 1, group.close, instruments);
  if (found.works.length > 0) return { citation: { span, style: 'parenthetical', works: found.works, isOwnWork: findOwnWork(inner) !== null }, falseFriends: found.falseFriends };
  const own = group.shape === 'round' ? findOwnWork(inner) : null;
  if (own !== null && inner.slice(0, own.index).trim().split(/\s+/u).length <= 3) return { citation: { span, style: 'parenthetical', works: [], isOwnWork: true }, falseFriends: [] };
  if (found.falseFriends.length > 0 || group.shape === 'square') return { citation: null, falseFriends: group.shape === 'square' ? [] : found.falseFriends };
  const lookalike = toBracketLookalike(inner, span);
  return { citation: null, falseFriends: lookalike === null ? [] : [lookalike] };
};

/** The works named between `start` and `end`, parted by semicolons, commas after a year, and "cited in". */
export const readWorks = (text: string, start: number, end: number, instruments: ReadonlySet<string> = INSTRUMENT_ACRONYMS): ReadWorks => {
  const works: CitedWork[] = [];
  const falseFriends: FalseFriend[] = [];
  let author: SourceName | null = null;
  for (const part of splitParts(text, start, end)) {
    const partText = text.slice(0, part.end);
    let at = skipOwnWork(partText, part.start);
    for (let count = 0; count < 12; count++) {
      const read = readOneWork(partText, at, author, instruments);
      if (read === null) break;
      works.push(...read.works);
      falseFriends.push(...read.falseFriends);
      author = read.name;
      if (read.next === null) break;
      at = read.next;
    }
  }
  return { works, falseFriends };
};

const splitParts = (text: string, start: number, end: number): readonly Span[] => {
  const parts: Span[] = [];
  let from = start;
  for (let at = start; at < end; at++) {
    if (text.charAt(at) !== ';') continue;
    parts.push(spanOf(from, at));
    from = at + 1;
  }
  return [...parts, spanOf(from, end)];
};

/** "authors' calculations based on PBS, 2024" names PBS. */
const skipOwnWork = (text: string, start: number): number => {
  const part = text.slice(start);
  const own = findOwnWork(part);
  if (own === null) return start;
  const basis = BASIS.exec(part);
  return basis === null || basis.index < own.index ? text.length : start + basis.index + basis[0].length;
};

interface OneWork extends ReadWorks {
  readonly name: SourceName | null;
  readonly next: number | null;
}

const YEAR_HERE = new RegExp(`(?<![\\p{L}\\p{N}.\\-–/£$€])${YEAR_START}`, 'gu');

/** Tries the years from left to right until one has a name before it and a tail that can be explained. */
const readOneWork = (text: string, start: number, previous: SourceName | null, instruments: ReadonlySet<string>): OneWork | null => {
  YEAR_HERE.lastIndex = start;
  for (let tries = 0; tries < 4; tries++) {
    const match = YEAR_HERE.exec(text);
    if (match === null) return null;
    const resumeAt = YEAR_HERE.lastIndex;
    const tail = readTail(text, match.index);
    const name = tail === null ? null : (nameBefore(text, start, match.index, instruments) ?? (isBlank(text, start, match.index) ? previous : null));
    const read = tail === null || name === null ? null : judge(name, tail);
    if (read !== null) return read;
    YEAR_HERE.lastIndex = resumeAt;
  }
  return null;
};

const isBlank = (text: string, start: number, end: number): boolean => text.slice(start, end).trim() === '';

/** The whole stretch as a name, else what follows the last "see" or "according to" in it. */
const nameBefore = (text: string, start: number, end: number, instruments: ReadonlySet<string>): SourceName | null => {
  const whole = readName(text, start, end, instruments);
  if (whole !== null) return whole;
  const stretch = text.slice(start, end);
  const cue = [...stretch.matchAll(/\b(?:see|according to|(?:data|figures|estimates) from|sources?:|cf\.)\s(?:also\s)?/giu)].at(-1);
  return cue === undefined ? null : readName(text, start + cue.index + cue[0].length, end, instruments);
};

const judge = (name: SourceName, tail: CitationTail): OneWork | null => {
  const year = tail.years[0];
  if (year === undefined || name.kind === 'label') return null;
  const { next } = tail;
  const lost = toFalseFriend(name.kind, name.author, year.text, spanOf(name.authorSpan.start, year.span.end));
  if (lost !== null) return { works: [], falseFriends: [lost], name, next };
  return { works: worksOf(name, tail), falseFriends: [], name, next };
};

/** `null`: the kind is that of a source. */
const toFalseFriend = (kind: NameKind, name: string, year: string, span: Span): FalseFriend | null => {
  switch (kind) {
    case 'instrument':
      return { span, kind: 'instrument-year', name, year };
    case 'event':
    case 'place':
      return { span, kind: 'event-year', name, year };
    case 'credit':
      return { span, kind: 'credit', name, year };
    case 'locator':
      return { span, kind: 'locator', name, year };
    case 'body':
      return isHistoric(name, year) ? { span, kind: 'event-year', name, year } : null;
    case 'publication':
    case 'label':
      return null;
  }
};

const worksOf = (name: SourceName, tail: CitationTail): readonly CitedWork[] =>
  tail.years.map((year, index) => ({
    span: index === 0 ? spanOf(name.authorSpan.start, year.span.end) : year.span,
    author: name.author,
    authorSpan: name.authorSpan,
    year: year.text,
    yearSpan: year.span,
    key: null,
    locator: index === tail.years.length - 1 ? (tail.locator ?? datedLocator(name, year)) : null,
    title: titleOf(name, year),
  }));

/** The date is what finds a news item or a press release: "31 July 2025". */
const datedLocator = (name: SourceName, year: Year): string | null => (name.date === null ? null : `${name.date} ${year.text}`);

/** A title keeps its year where the year is part of it: "FPSC Annual Report 2023", but "Labour Force Survey (2021)". */
const titleOf = (name: SourceName, year: Year): string | null => {
  if (name.title === null) return null;
  const isRunOn = name.date === null && year.span.start - name.authorSpan.start - name.title.length === 1;
  return isRunOn ? `${name.title} ${year.text}` : name.title;
};

const UNIT = /^(?:(?:in |as )?(?:%|‰|per ?cent(?:age)?|Rs|PKR|USD|EUR|GBP|mn|bn|million|billion|trillion|crore|lakh|thousands?|km²?|km2|kWh|MWh?|GWh?|tCO2e?|Mt|kg|tonnes?|years?|pp|bps)\b.{0,30}|%.{0,30}|Rs\.?|(?:(?:US|A|C|NZ|HK|S)?\$|[£€₹])(?!\s?\d)[^\d$]{0,20})$/iu;
const ACRONYM = /^[A-Z][A-Za-z&-]{0,10}[A-Z&]s?$/u;

/** Brackets without a source: "(MoITT)", "(% GDP)", "(Table 2, 2025 prices)", "(Photo: Reuters)". */
const toBracketLookalike = (inner: string, span: Span): FalseFriend | null => {
  const words = inner.trim();
  const make = (kind: FalseFriend['kind'], name: string): FalseFriend => ({ span, kind, name, year: null });
  if (words.length > 80) return null;
  if (UNIT.test(words)) return make('unit', words);
  if (ACRONYM.test(words)) return make('acronym', words);
  const first = words.split(/[,;:]/u)[0]?.trim() ?? '';
  const kind = /^\p{Lu}|^(?:see|cf\.?|art|s|para|p|pp)\b/u.test(first) ? classifyName(first.replace(/^(?:see|cf\.?)\s/u, '')) : 'label';
  if (kind === 'locator') return make('locator', first);
  return kind === 'credit' ? { ...make('credit', first), year: /\b(?:19|20)\d\d\b/u.exec(words)?.[0] ?? null } : null;
};
