import type { AcronymDefinition } from '../text/citation';
import { shiftSpan } from '../text/span';
import { neighbourAttribution } from './attributions';
import type { BlockReading } from './block-reading';
import type { Block, FootnoteDefinition, FootnoteMark, MetadataValue, Quotation, Sentence } from './brief';
import type { FactCache } from './fact-cache';
import { isDisplayTitle } from './heading-forms';
import type { Outline, PlacedDraft } from './outline';
import type { ProseOptions } from './prose-facts';
import type { Prose } from './prose';
import { sectionsWithin } from './references';

export interface BuiltBlocks {
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  /** Of notes, where they say something; numbered on from `sentences`. */
  readonly noteSentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
  readonly footnotes: readonly FootnoteDefinition[];
  /** Marks that Markdown did not take for marks, for want of a definition. */
  readonly plainMarks: readonly FootnoteMark[];
  readonly acronyms: readonly AcronymDefinition[];
}

/** Reads the words of every block, or takes from memory what they said, and puts it at its place. */
export function buildBlocks(outline: Outline, cache: FactCache, options: ProseOptions, referenceSection: number | null): BuiltBlocks {
  const references = referenceSection === null ? new Set<number>() : sectionsWithin(outline, referenceSection);
  const readings: BlockReading[] = [];
  let sentenceCount = 0;
  for (const [index, { draft, start, section }] of outline.blocks.entries()) {
    const context = { cache, options, isReference: references.has(section), caption: draft.kind === 'table' ? captionOf(outline, index) : null };
    const headingAbove = draft.kind === 'table' ? (outline.headingBefore.get(index) ?? null) : null;
    const reading = cache.readings.at(draft, context, { start, index, section, firstSentence: sentenceCount, headingAbove });
    sentenceCount += reading.sentences.length;
    readings.push(reading);
  }
  const attributed = readings.map((reading, index) => withNeighbour(reading, readings[index - 1]?.block, readings[index + 1]?.block));
  return {
    blocks: attributed.map(({ block }) => block),
    sentences: attributed.flatMap(({ sentences }) => sentences),
    noteSentences: attributed.flatMap(({ noteSentences }) => noteSentences).map((sentence, i) => ({ ...sentence, index: sentenceCount + i })),
    quotations: attributed.flatMap(({ quotations }) => quotations),
    footnotes: attributed.flatMap(({ footnotes }) => footnotes),
    plainMarks: attributed.flatMap(({ plainMarks }) => plainMarks),
    acronyms: attributed.flatMap(({ acronyms }) => acronyms),
  };
}

/** A line right above the table, or right below as pandoc has it, that titles it. Offsets as the table's own. */
function captionOf(outline: Outline, index: number): MetadataValue | null {
  const own = outline.blocks[index];
  const titled = (at: number, isTitle: (prose: Prose) => boolean): MetadataValue | null => {
    const neighbour = outline.blocks[at];
    return own && neighbour?.section === own.section && neighbour.draft.kind === 'paragraph' && isTitle(neighbour.draft.prose) ? captionIn(neighbour.draft.prose, neighbour, own) : null;
  };
  return titled(index - 1, isTableTitle) ?? titled(index + 1, (prose) => /^\s*(?:Table)?\s*:\s+\S/.test(prose.text));
}

function isTableTitle(prose: Prose): boolean {
  const text = prose.text.trim();
  if (text.includes('\n') || text.length > 200) return false;
  if (isDisplayTitle(text) || /^(?:Table)?\s*:\s+\S/.test(text)) return true;
  const isEmphasised = prose.marks.some((mark) => (mark.kind === 'emphasis' || mark.kind === 'strong') && mark.at.start <= prose.text.indexOf(text) && mark.at.end - mark.at.start >= text.length - 1);
  return !/[.:;!?]$/.test(text) && (isEmphasised || text.length <= 120);
}

const captionIn = (prose: Prose, from: PlacedDraft, to: PlacedDraft): MetadataValue => ({
  value: prose.text.trim().replace(/^(?:Table)?\s*:\s+/, ''),
  span: shiftSpan(prose.toSourceSpan({ start: prose.text.length - prose.text.trimStart().length, end: prose.text.trimEnd().length }), from.start - to.start),
});

/** A quotation that stands for itself and names nobody may be given to somebody by the block above or below. */
function withNeighbour(reading: BlockReading, before: Block | undefined, after: Block | undefined): BlockReading {
  if (!reading.quotations.some(isUnattributed)) return reading;
  const { section } = reading.block;
  const attribution = neighbourAttribution(before?.section === section ? before : undefined, after?.section === section ? after : undefined);
  if (attribution === null) return reading;
  const given = new Map(reading.quotations.map((quotation) => [quotation, isUnattributed(quotation) ? { ...quotation, attribution } : quotation]));
  const sentences = new Map(reading.sentences.map((sentence) => [sentence, { ...sentence, quotations: sentence.quotations.map((quotation) => given.get(quotation) ?? quotation) }]));
  const current = (own: readonly Sentence[]): readonly Sentence[] => own.map((sentence) => sentences.get(sentence) ?? sentence);
  const { block } = reading;
  const attributed = block.kind === 'paragraph' || block.kind === 'quote' ? { ...block, sentences: current(block.sentences) } : block.kind === 'list' ? { ...block, items: block.items.map((item) => ({ ...item, sentences: current(item.sentences) })) } : block;
  return { ...reading, block: attributed, sentences: [...sentences.values()], quotations: [...given.values()] };
}

const isUnattributed = ({ form, attribution }: Quotation): boolean => form !== 'inline' && attribution === null;
