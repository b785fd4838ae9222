import { shippedVocabulary, vocabularyWith, type HouseHeadings } from '../profiles/vocabulary';
import { parseMarkdown } from '../syntax/markdown';
import type { Citation } from '../text/citation';
import { instrumentAcronyms } from '../text/classify-name';
import { numberStyleOf } from '../text/number-style';
import { shiftSpan, type Span } from '../text/span';
import { buildAliasClasses } from './alias-classes';
import { buildBlocks, type BuiltBlocks } from './build-blocks';
import { FactCache } from './fact-cache';
import type { Block, Brief, FootnoteMark, Section, Sentence, SourceLineBlock, TableBlock, Unchecked } from './brief';
import { readMetadata } from './metadata';
import { withBackReferences } from './note-citations';
import { type Outline, outlineOf } from './outline';
import { placeFacts, type ProseOptions } from './prose-facts';
import { findReferences, hasNumberedNotes, isNumberedList, referenceSectionOf, sectionsWithin } from './references';
import { withNeighbours } from './source-reach';

export interface BriefOptions {
  /** Names that are one body, from settings and front matter. */
  readonly aliases?: readonly (readonly string[])[];
  /** A bibliography is named outside the text. */
  readonly hasBibliography?: boolean;
  /** What the house calls sections, beside the shipped vocabulary. The same object from build to build spares work. */
  readonly headings?: HouseHeadings;
  /** Kept by the caller from build to build, so that a paragraph that did not change is not read again. */
  readonly cache?: FactCache;
}

/** `[see @key, p. 4]`: whoever cites so cites by key elsewhere too. */
const bracketedKeyPattern = /\[[^\]\n@]{0,80}-?@[\p{L}\p{N}_{]/u;
/** So far before its `@` such a citation begins, at most. */
const longestLead = 82;

function citesByKey(text: string): boolean {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) if (bracketedKeyPattern.test(text.slice(Math.max(0, at - longestLead), at + 3))) return true;
  return false;
}

/** Reads a document. `text` is without a byte-order mark. Never throws: odd text makes a poorer brief. */
export function buildBrief(text: string, options: BriefOptions = {}): Brief {
  const cache = options.cache ?? new FactCache();
  const tree = parseMarkdown(text, cache.tree);
  const front = tree.regions.find((region) => region.kind === 'front-matter');
  const frontMatter = front ? cache.frontMatterOf(text, front.span) : null;
  const vocabulary = options.headings === undefined ? shippedVocabulary : vocabularyWith(options.headings);
  const laidOut = cache.drafts.layOut(text, tree, vocabulary);
  const outline = outlineOf(laidOut.drafts, tree.isLineStructured, vocabulary);
  const metadata = readMetadata(frontMatter, outline);
  const referenceSection = referenceSectionOf(outline);
  const drafts = outline.blocks.map(({ draft }) => draft);
  cache.keepOnly(drafts);
  const signs = drafts.map((draft) => cache.signsOf(draft));
  const proseOptions = cache.sameOptions({
    numbered: (referenceSection !== null && isNumberedList(outline, referenceSection)) || hasNumberedNotes(outline),
    hasBibliography: options.hasBibliography === true || metadata.bibliography.length > 0 || metadata.hasReferences || citesByKey(text),
    instruments: instrumentAcronyms(signs.flatMap(({ acronyms }) => acronyms)),
    numberStyle: numberStyleOf(signs.flatMap(({ styles }) => styles)),
  });
  const built = buildBlocks(outline, cache, proseOptions, referenceSection);
  const sections = withCitations(outline, referenceSection, cache, proseOptions);
  const blocks = withNeighbours(built.blocks, sections);
  const references = referenceSection === null ? [] : findReferences(outline, referenceSection);
  const acronymDefinitions = byStart(built.acronyms);
  const citations = byStart(allCitations(sections, built.sentences, blocks));
  return {
    text,
    isLineStructured: tree.isLineStructured,
    metadata,
    sections,
    blocks,
    sentences: built.sentences,
    noteSentences: built.noteSentences,
    quantities: byStart([...[...built.sentences, ...built.noteSentences].flatMap((sentence) => sentence.quantities), ...tablesOf(blocks).flatMap((table) => table.rows.flat().flatMap((cell) => cell.quantities))]),
    citations,
    falseFriends: byStart([...built.sentences, ...built.noteSentences].flatMap((sentence) => sentence.falseFriends)),
    quotations: byStart(built.quotations),
    tables: tablesOf(blocks),
    sourceLines: blocks.filter((block): block is SourceLineBlock => block.kind === 'source-line'),
    references,
    referenceSection,
    footnotes: withBackReferences(text, built.footnotes, citations),
    undefinedFootnotes: byStart(undefinedFootnotes(text, built)),
    acronymDefinitions,
    aliases: buildAliasClasses({ definitions: acronymDefinitions, declared: options.aliases ?? [], listed: references.flatMap((reference) => reference.author ?? []) }),
    comments: laidOut.comments,
    unchecked: byStart(uncheckedOf(outline)),
  };
}

const byStart = <Item extends { readonly span: Span }>(items: readonly Item[]): readonly Item[] => [...items].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);

/** In pasted text, read piece by piece, a mark and its definition may not see each other; an escaped bracket is meant as one. */
function undefinedFootnotes(text: string, { plainMarks, footnotes }: BuiltBlocks): readonly FootnoteMark[] {
  const labels = new Set(footnotes.map(({ label }) => label.toLowerCase()));
  return plainMarks.filter(({ label, span }) => !labels.has(label.toLowerCase()) && text.startsWith('[^', span.start) && text[span.start - 1] !== '\\');
}

const tablesOf = (blocks: readonly Block[]): readonly TableBlock[] => blocks.filter((block): block is TableBlock => block.kind === 'table');

/** Those of headings, which stand in no block. */
function withCitations(outline: Outline, referenceSection: number | null, cache: FactCache, options: ProseOptions): readonly Section[] {
  const references = referenceSection === null ? new Set<number>() : sectionsWithin(outline, referenceSection);
  return outline.sections.map((section) => {
    const prose = outline.headingProses.get(section.index);
    if (prose === undefined || references.has(section.index)) return section;
    const { citations } = placeFacts(prose, cache.factsOf(prose.text, options));
    return citations.length === 0 ? section : { ...section, citations };
  });
}

function allCitations(sections: readonly Section[], sentences: readonly Sentence[], blocks: readonly Block[]): Citation[] {
  const citations = new Set<Citation>(sections.flatMap((section) => section.citations));
  for (const sentence of sentences) for (const citation of sentence.citations) citations.add(citation);
  for (const block of blocks) if (block.kind === 'source-line' || block.kind === 'table') for (const citation of block.citations) citations.add(citation);
  return [...citations];
}

/** What a component or template shows in its own way, readers see, but it is not read here. */
const uncheckedOf = ({ blocks }: Outline): Unchecked[] =>
  blocks.flatMap(({ draft, start }) => ((draft.kind === 'html' || draft.kind === 'image') && draft.hasUnreadWords ? [{ span: shiftSpan(draft.span, start), reason: 'some words of raw HTML are not read' }] : []));

