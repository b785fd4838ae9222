/** Where initials are explained and used, by the parts of a brief that may each explain them once. */
import type { Brief, Section, Sentence } from '../model/brief';
import { citationsByPlace, quotationsByPlace } from '../model/by-place';
import { rememberByBrief } from '../model/remember-by-brief';
import { rememberBySentence } from '../model/sentence-memory';
import type { SectionKey } from '../profiles/section-keys';
import type { AcronymDefinition } from '../text/citation';
import { rememberByPiece } from '../text/remember-by-words';
import { shiftSpan, sliceOf, spanOf, type Span } from '../text/span';
import { createSpanIndex } from '../text/span-index';
import { sectionOver } from './section-over';
import { sectionAndAncestors, standsIn, summaryKeys } from './sections';

export interface PlacedDefinition extends AcronymDefinition {
  /** "summary", "body", "annex 12", or a chapter of a long brief. */
  readonly part: string;
  /** "State Bank of Pakistan (SBP)" rather than "SBP (State Bank of Pakistan)". */
  readonly isNameFirst: boolean;
}

/** Definitions in the brief's own prose, in order; not those in citations, quotations, lists of abbreviations, tables, notes and references. */
export const placedDefinitions = rememberByBrief((brief): readonly PlacedDefinition[] => {
  const prose = createSpanIndex(brief.sentences.filter((sentence) => isRunningText(brief, sentence)));
  const found: PlacedDefinition[] = [];
  for (const definition of brief.acronymDefinitions) {
    const { span, acronymSpan } = definition;
    if (!prose.contains(span) || citationsByPlace(brief).contains(acronymSpan) || quotationsByPlace(brief).contains(span)) continue;
    found.push({ ...definition, part: partAt(brief, span.start), isNameFirst: acronymSpan.start > span.start });
  }
  return found;
});

const apparatus: ReadonlySet<SectionKey> = new Set(['references', 'further-reading', 'glossary', 'disclosure']);

/** What is read from beginning to end: not a caption, a quotation, a note or thanks to those who helped, each of which stands by itself. */
export const isRunningText = (brief: Brief, { container, section, block, text }: Sentence): boolean =>
  container !== 'footnote' && container !== 'quote' && !standsIn(brief, section, apparatus) && aboutAuthors(brief)[section] !== true && !captionBlocks(brief).has(block) && !isCaption(text);

const isCaption = (text: string): boolean => /^[*_]*(?:figure|table|chart|map)\b[^.:]{0,12}[.:]/i.test(text);

/** By the section's index. */
const aboutAuthors = rememberByBrief(({ sections }) => sections.map(({ heading }) => /\b(?:acknowledge?ments?|about the authors?|contributors?|credits|thanks)\b/i.test(heading?.text ?? '')));

const captionBlocks = rememberByBrief(({ blocks, tables }): ReadonlySet<number> => {
  const captions = createSpanIndex(tables.flatMap(({ caption }) => (caption ? [caption] : [])));
  return new Set(blocks.filter(({ kind, span }) => kind === 'paragraph' && captions.meets(span)).map(({ index }) => index));
});

/** In a brief with more words each chapter may explain its initials anew, for nobody reads it in one go. */
const longBrief = 5_000;

const isLong = rememberByBrief((brief) => {
  let count = 0;
  for (const sentence of brief.sentences) count += wordCountOf(sentence);
  return count > longBrief;
});

const wordCountOf = rememberBySentence(({ text }) => text.match(/\p{L}+/gu)?.length ?? 0);

export function partAt(brief: Brief, offset: number): string {
  const section = sectionOver(brief, spanOf(offset, offset + 1));
  return (section && partsOf(brief)[section.index]) ?? 'body';
}

/** By the section's index. */
const partsOf = rememberByBrief((brief): readonly string[] => brief.sections.map((section) => partOf(brief, section)));

function partOf(brief: Brief, section: Section): string {
  if (standsIn(brief, section.index, summaryKeys)) return 'summary';
  const ancestors = [...sectionAndAncestors(brief, section)];
  const annex = ancestors.find(isAnnex);
  if (annex) return `annex ${String(annex.index)}`;
  const chapter = ancestors.findLast(({ heading }) => heading !== null && heading.level >= chapterLevel(brief));
  return isLong(brief) && chapter ? `chapter ${String(chapter.index)}` : 'body';
}

const isAnnex = ({ keys, heading }: Section): boolean => keys.includes('annex') || /^(?:annex|appendix|box)\b/.test(heading?.normalized ?? '');

/** The title may be the one heading of the first level. */
const chapterLevel = rememberByBrief(({ sections }) => {
  const levels = sections.flatMap(({ heading }) => (heading ? [heading.level] : []));
  const [top = 1] = [...levels].sort((a, b) => a - b);
  return levels.filter((level) => level === top).length > 1 ? top : top + 1;
});

/** Every place of the initials in the text, whatever stands there, in order: each of "SBP", "SBPs", "SBP’s" and "SBP-led". */
export function placesOfInitials(brief: Brief, acronym: string): readonly Span[] {
  const known = placesFound(brief).get(acronym);
  if (known) return known;
  const start = brief.metadata.frontMatter?.span.end ?? 0;
  const places = initialsByLine(brief).flatMap((line) => (line.initials.get(acronym) ?? []).map((place) => shiftSpan(place, line.start)).filter((place) => place.start >= start));
  placesFound(brief).set(acronym, places);
  return places;
}

/** Those that were asked for. */
const placesFound = rememberByBrief(() => new Map<string, readonly Span[]>());

/** Lines that have initials, or other words with a capital. */
const initialsByLine = rememberByBrief(({ text }) => {
  const lines: { readonly start: number; readonly initials: ReadonlyMap<string, readonly Span[]> }[] = [];
  for (let start = 0; start < text.length; ) {
    const at = text.indexOf('\n', start);
    const end = at < 0 ? text.length : at + 1;
    const initials = initialsOf(text.slice(start, end));
    if (initials.size > 0) lines.push({ start, initials });
    start = end;
  }
  return lines;
});

const initialsOf = rememberByPiece((line): ReadonlyMap<string, readonly Span[]> => {
  const places = new Map<string, Span[]>();
  for (const match of line.matchAll(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}&./-]*[\p{L}\p{N}]/gu)) {
    // "IMF/World", "EU-funded" and "TFL-2": the initials may be any part.
    for (const part of match[0].matchAll(/[\p{L}\p{N}&]+/gu)) {
      const start = match.index + part.index;
      for (const word of new Set([part[0], part[0].replace(/(?<=\p{Lu})s$/u, '')])) add(places, word, start, start + part[0].length);
    }
    if (/[./-]/.test(match[0])) add(places, match[0], match.index, match.index + match[0].length);
  }
  return places;
});

function add(places: Map<string, Span[]>, word: string, start: number, end: number): void {
  const known = places.get(word);
  if (known) known.push({ start, end });
  else places.set(word, [{ start, end }]);
}

/** The initials as the definition writes them: "SOEs" stays in the plural. */
export const initialsAsWritten = (brief: Brief, { acronymSpan }: AcronymDefinition): string => sliceOf(brief.text, acronymSpan);
