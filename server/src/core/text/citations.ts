import { findAddresses } from './addresses';
import { findAuthorYear, readWorks } from './author-year';
import type { Citation, CitedWork, FalseFriend } from './citation';
import { INSTRUMENT_ACRONYMS } from './citation-words';
import { findDataPortals } from './data-portals';
import { findDatedStatements } from './dated-statements';
import { findInstruments } from './instruments';
import { findNumberedMarks } from './numbered-marks';
import { findPandocKeys } from './pandoc-keys';
import type { Span } from './span';
import { compareSpans, containsSpan, overlaps, spanOf } from './span';
import { createSpanIndex } from './span-index';
import { findTitledYears } from './titled-years';

export interface CitationOptions {
  /** The document ends in a numbered reference list, so that "[3]" and "text¹" can point into it. */
  readonly numbered: boolean;
  /** Front matter or settings name a bibliography, so that a bare "@word" can be a key. */
  readonly hasBibliography: boolean;
  /** Initials that are laws and plans, those that the document itself defines ("PDPB") among them; without, the well-known ones. */
  readonly instruments?: ReadonlySet<string>;
}

export interface CitationFindings {
  readonly citations: readonly Citation[];
  readonly falseFriends: readonly FalseFriend[];
}

const NEITHER: CitationOptions = { numbered: false, hasBibliography: false };

/** Every citation in a stretch of prose, and what only looks like one; both in order and without overlaps. Links and footnote marks are not text. */
export const findCitations = (text: string, options: CitationOptions = NEITHER): CitationFindings => {
  const instruments = options.instruments ?? INSTRUMENT_ACRONYMS;
  const keys = findPandocKeys(text, options);
  const authorYear = findAuthorYear(text, instruments);
  // By rank: where two overlap, the finder that knows more about its form wins, and an author-year bracket keeps what stands in it.
  const hasDigits = /\d/u.test(text);
  const documents = hasDigits ? [...findInstruments(text), ...findDataPortals(text)] : [];
  const citations = merge([
    keys.citations,
    findInlineNotes(text, instruments),
    documents.filter((found) => !isInside(found, authorYear.citations)),
    hasDigits ? findDatedStatements(text) : [],
    withDocuments(authorYear.citations, documents),
    hasDigits ? findTitledYears(text) : [],
    findAddresses(text),
    options.numbered ? findNumberedMarks(text) : [],
  ]);
  const falseFriends = [...authorYear.falseFriends, ...keys.falseFriends].filter((friend) => friend.kind === 'cross-reference' || !isCovered(friend, citations));
  return { citations, falseFriends: falseFriends.sort((a, b) => compareSpans(a.span, b.span)) };
};

interface HasSpan {
  readonly span: Span;
}

/** "(World Bank, 2025; A/RES/78/265)" is one citation. */
const isInside = (inner: HasSpan, outers: readonly Citation[]): boolean => {
  const outer = findAt(outers, inner.span.start);
  return outer !== null && outer.span.end >= inner.span.end;
};

const withDocuments = (citations: readonly Citation[], documents: readonly Citation[]): readonly Citation[] => {
  if (documents.length === 0) return citations;
  const index = createSpanIndex(documents);
  return citations.map((citation) => {
    const inside = index.overlapping(citation.span).filter(({ span }) => containsSpan(citation.span, span)).flatMap((found) => found.works);
    const added = inside.filter((work) => citation.works.every((other) => !overlaps(other.span, work.span)));
    return added.length === 0 ? citation : { ...citation, works: [...citation.works, ...added].sort((a, b) => compareSpans(a.span, b.span)) };
  });
};

const isCovered = (friend: HasSpan, citations: readonly Citation[]): boolean => {
  const last = findAt(citations, friend.span.end - 1);
  return last !== null && overlaps(last.span, friend.span);
};

/** The last one that begins at or before the offset; `sorted` goes by start. */
const findAt = (sorted: readonly Citation[], offset: number): Citation | null => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1] ?? null;
};

const merge = (ranked: readonly (readonly Citation[])[]): readonly Citation[] => {
  const all = ranked.flatMap((list, rank) => list.map((citation) => ({ citation, rank })));
  all.sort((a, b) => a.citation.span.start - b.citation.span.start || a.rank - b.rank);
  const kept: { readonly citation: Citation; readonly rank: number }[] = [];
  for (const next of all) {
    const last = kept.at(-1);
    if (last === undefined || !overlaps(last.citation.span, next.citation.span)) {
      kept.push(next);
    } else if (next.rank < last.rank && !holds(last.citation, next.citation)) {
      kept[kept.length - 1] = next;
    }
  }
  return kept.map((entry) => entry.citation);
};

const holds = (outer: Citation, inner: Citation): boolean => outer.works.length > 0 && (outer.style === 'parenthetical' || outer.style === 'link') && outer.span.end >= inner.span.end;

const INLINE_NOTE = /\^\[([^[\]]{1,1000})\]/gu;

/** "text^[PBS 2024, Table 4.]": a footnote that stands where it is called. */
const findInlineNotes = (text: string, instruments: ReadonlySet<string>): readonly Citation[] =>
  [...text.matchAll(INLINE_NOTE)].map((match) => {
    const start = match.index + 2;
    const end = match.index + match[0].length - 1;
    const read = readWorks(text, start, end, instruments).works;
    const span = spanOf(match.index, match.index + match[0].length);
    const note: CitedWork = { span, author: null, authorSpan: null, year: null, yearSpan: null, key: null, locator: null, title: (match[1] ?? '').trim() };
    return { span, style: 'footnote', works: read.length > 0 ? read : [note], isOwnWork: false };
  });
