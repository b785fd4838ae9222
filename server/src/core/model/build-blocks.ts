import type { AcronymDefinition, Citation, CitedWork } from '../text/citation';
import { withoutInlineMath } from '../text/inline-math';
import { overlaps, type Span } from '../text/span';
import { createSpanIndex } from '../text/span-index';
import type { Block, FootnoteDefinition, FootnoteMark, ListItem, MetadataValue, ParagraphBlock, Quotation, Sentence, SourceLineBlock } from './brief';
import { buildSentences, type SentencePlace } from './build-sentences';
import { buildTable } from './build-tables';
import type { BlockDraft } from './drafts';
import { withFollowingTitles } from './emphasised-titles';
import { isDisplayTitle } from './heading-forms';
import { withTitledWorks } from './note-citations';
import type { Outline } from './outline';
import { placeFacts, type FactCache, type PlacedFacts, type ProseFacts, type ProseOptions } from './prose-facts';
import type { Prose } from './prose';
import { blockQuotation, quotationsIn, type QuoteSource } from './quotations';
import { isWithin } from './references';

export interface BuiltBlocks {
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
  readonly footnotes: readonly FootnoteDefinition[];
  /** Marks that Markdown did not take for marks, for want of a definition. */
  readonly plainMarks: readonly FootnoteMark[];
  readonly acronyms: readonly AcronymDefinition[];
}

/** Reads the words of every block. The reference list is no prose: its blocks have no sentences. */
export function buildBlocks(outline: Outline, cache: FactCache, options: ProseOptions, referenceSection: number | null): BuiltBlocks {
  const reader = new BlockReader(outline, cache, options, referenceSection);
  outline.blocks.forEach((_, index) => {
    reader.read(index);
  });
  return reader.finish();
}

class BlockReader {
  readonly #blocks: Block[] = [];
  readonly #sentences: Sentence[] = [];
  readonly #footnotes: FootnoteDefinition[] = [];
  readonly #plainMarks: FootnoteMark[] = [];
  readonly #acronyms: AcronymDefinition[] = [];
  readonly #quoteSources: QuoteSource[] = [];
  readonly #quotes: { readonly block: number; readonly span: Span; readonly proses: readonly Prose[] }[] = [];
  readonly #outline: Outline;
  readonly #cache: FactCache;
  readonly #options: ProseOptions;
  readonly #referenceSection: number | null;

  constructor(outline: Outline, cache: FactCache, options: ProseOptions, referenceSection: number | null) {
    this.#outline = outline;
    this.#cache = cache;
    this.#options = options;
    this.#referenceSection = referenceSection;
  }

  finish(): BuiltBlocks {
    return { blocks: this.#blocks, sentences: this.#sentences, quotations: this.#buildQuotations(), footnotes: this.#footnotes, plainMarks: this.#plainMarks, acronyms: this.#acronyms };
  }

  read(index: number): void {
    const placed = this.#outline.blocks[index];
    if (!placed) return;
    const { draft, section } = placed;
    const common = { index, section, span: draft.span };
    switch (draft.kind) {
      case 'paragraph':
        this.#blocks.push({ kind: 'paragraph', ...common, sentences: this.#sentencesOf([draft.prose], { section, block: index, container: 'paragraph' }), text: draft.prose.text.trim(), label: labelOf(draft.prose) });
        return;
      case 'list':
        this.#blocks.push({ kind: 'list', ...common, isOrdered: draft.isOrdered, items: draft.items.map((item) => this.#readItem(item, { section, block: index, container: 'list-item' })) });
        return;
      case 'quote': {
        const sentences = this.#sentencesOf(draft.proses, { section, block: index, container: 'quote' });
        this.#blocks.push({ kind: 'quote', ...common, sentences, text: draft.proses.map((prose) => prose.text).join('\n').trim() });
        if (!this.#isReference(section)) this.#quotes.push({ block: index, span: { start: draft.wordsStart, end: draft.span.end }, proses: draft.proses });
        return;
      }
      case 'table':
        this.#readAcronyms([...draft.head, ...draft.rows.flat()]);
        this.#blocks.push(buildTable(draft, { index, section, caption: this.#captionOf(index), headingAbove: this.#outline.headingBefore.get(draft) ?? null }, this.#cache, this.#options));
        return;
      case 'source-line':
        this.#blocks.push(this.#readSourceLine(draft.prose, common));
        return;
      case 'footnote': {
        const { citations } = this.#factsOf(draft.prose).placed;
        this.#footnotes.push({ label: draft.label, span: draft.span, text: draft.prose.text.trim(), citations: withTitledWorks(citations, draft.prose) });
        this.#blocks.push({ kind: 'definition', ...common });
        return;
      }
      case 'image':
      case 'html':
        this.#sentencesOf(draft.proses, { section, block: index, container: 'paragraph' });
        this.#blocks.push({ kind: draft.kind, ...common });
        return;
      case 'code':
        this.#blocks.push({ kind: 'code', ...common, language: draft.language });
        return;
      default:
        this.#blocks.push({ kind: draft.kind, ...common });
    }
  }

  #isReference(section: number): boolean {
    return this.#referenceSection !== null && isWithin(this.#outline, section, this.#referenceSection);
  }

  #factsOf(prose: Prose): { readonly facts: ProseFacts; readonly placed: PlacedFacts } {
    const facts = this.#cache.factsOf(prose.text, this.#options);
    const placed = placeFacts(prose, facts);
    this.#acronyms.push(...placed.acronyms);
    this.#plainMarks.push(...plainMarksOf(prose));
    return { facts, placed };
  }

  #readAcronyms(proses: readonly Prose[]): void {
    for (const prose of proses) this.#factsOf(prose);
  }

  #sentencesOf(proses: readonly Prose[], place: SentencePlace): Sentence[] {
    if (this.#isReference(place.section)) {
      this.#readAcronyms(proses);
      return [];
    }
    const all: Sentence[] = [];
    for (const prose of proses) {
      const { facts, placed } = this.#factsOf(prose);
      const sentences = buildSentences(prose, facts, placed, place, this.#sentences.length);
      this.#sentences.push(...sentences);
      all.push(...sentences);
      if (facts.quoted.length > 0 && place.container !== 'quote') this.#quoteSources.push({ prose, quoted: facts.quoted, block: place.block, section: place.section, sentences });
    }
    return all;
  }

  #readItem(item: Extract<BlockDraft, { kind: 'list' }>['items'][number], place: SentencePlace): ListItem {
    const first = item.proses[0];
    return {
      span: item.span,
      depth: item.depth,
      isChecked: item.isChecked,
      text: item.proses.map((prose) => prose.text.trim()).join('\n'),
      label: first ? labelOf(first) : null,
      sentences: this.#sentencesOf(item.proses, place),
    };
  }

  #readSourceLine(prose: Prose, common: Pick<SourceLineBlock, 'index' | 'section' | 'span'>): SourceLineBlock {
    const marks = this.#factsOf(prose).placed.citations.filter((citation) => citation.style === 'key' || citation.style === 'footnote' || citation.style === 'link');
    const line = this.#cache.sourceLineOf(prose.text);
    const named = line ? sourceLineCitation(prose, withFollowingTitles(line.works, prose), line.bodySpan, line.isOwnWork, marks) : undefined;
    return {
      kind: 'source-line',
      ...common,
      isNote: line?.isNote ?? false,
      text: prose.text.trim(),
      citations: [...(named ? [named] : []), ...marks].sort((a, b) => a.span.start - b.span.start),
      isOwnWork: line?.isOwnWork ?? false,
      covers: null,
    };
  }

  /** A line right above the table, or right below as pandoc has it, that titles it. */
  #captionOf(index: number): MetadataValue | null {
    const own = this.#outline.blocks[index];
    const neighbour = (at: number): Prose | null => {
      const placed = this.#outline.blocks[at];
      return placed?.section === own?.section && placed?.draft.kind === 'paragraph' ? placed.draft.prose : null;
    };
    const above = neighbour(index - 1);
    if (above && isTableTitle(above)) return captionOf(above);
    const below = neighbour(index + 1);
    return below && /^\s*(?:Table)?\s*:\s+\S/.test(below.text) ? captionOf(below) : null;
  }

  #buildQuotations(): Quotation[] {
    const neighbours = (block: number): [Block | undefined, Block | undefined] => {
      const own = this.#blocks[block];
      const before = this.#blocks[block - 1];
      const after = this.#blocks[block + 1];
      return [before?.section === own?.section ? before : undefined, after?.section === own?.section ? after : undefined];
    };
    const found = this.#quoteSources.flatMap((source) => quotationsIn(source, ...neighbours(source.block)));
    for (const quote of this.#quotes) {
      const block = this.#blocks[quote.block];
      if (block?.kind === 'quote') found.push(blockQuotation(quote.proses, quote.span, { block: block.index, section: block.section, sentences: block.sentences }, ...neighbours(block.index)));
    }
    attach(found, this.#sentences);
    return found;
  }
}

/** `[^4]` among the words. A definition that Markdown did not read as one ("[^4]: …" in the middle of a paragraph) is no mark. */
const plainMarksOf = (prose: Prose): readonly FootnoteMark[] =>
  prose.text.includes('[^') ? [...withoutInlineMath(prose.text).matchAll(/\[\^([^\s[\]^]{1,80})\](?!:)/g)].map((match) => ({ label: match[1] ?? '', span: prose.toSourceSpan({ start: match.index, end: match.index + match[0].length }) })) : [];

/** Gives each sentence its quotations, which could not be read before all blocks were there. */
function attach(quotations: readonly Quotation[], sentences: readonly Sentence[]): void {
  const byBlock = new Map<number, Sentence[]>();
  for (const sentence of sentences) {
    const list = byBlock.get(sentence.block);
    if (list) list.push(sentence);
    else byBlock.set(sentence.block, [sentence]);
  }
  const placed = new Map([...byBlock].map(([block, own]) => [block, createSpanIndex(own)]));
  for (const quotation of quotations) {
    for (const sentence of placed.get(quotation.block)?.overlapping(quotation.span) ?? []) {
      // Readonly to everybody else; the array is still this build's own.
      (sentence.quotations as Quotation[]).push(quotation);
    }
  }
}

function sourceLineCitation(prose: Prose, works: readonly CitedWork[], bodySpan: { start: number; end: number }, isOwnWork: boolean, marks: readonly Citation[]): Citation | undefined {
  const place = prose.toSourceSpan;
  const placed = works
    .map((work) => ({ ...work, span: place(work.span), authorSpan: work.authorSpan && place(work.authorSpan), yearSpan: work.yearSpan && place(work.yearSpan) }))
    .filter((work) => !marks.some((mark) => mark.style !== 'link' && overlaps(mark.span, work.span)));
  if (placed.length === 0 && !isOwnWork) return undefined;
  return { span: place(bodySpan), style: 'source-line', works: placed, isOwnWork };
}

function isTableTitle(prose: Prose): boolean {
  const text = prose.text.trim();
  if (text.includes('\n') || text.length > 200) return false;
  if (isDisplayTitle(text) || /^(?:Table)?\s*:\s+\S/.test(text)) return true;
  const isEmphasised = prose.marks.some((mark) => (mark.kind === 'emphasis' || mark.kind === 'strong') && mark.at.start <= prose.text.indexOf(text) && mark.at.end - mark.at.start >= text.length - 1);
  return !/[.:;!?]$/.test(text) && (isEmphasised || text.length <= 120);
}

const captionOf = (prose: Prose): MetadataValue => ({
  value: prose.text.trim().replace(/^(?:Table)?\s*:\s+/, ''),
  span: prose.toSourceSpan({ start: prose.text.length - prose.text.trimStart().length, end: prose.text.trimEnd().length }),
});

/** The bold words at the beginning that end in a colon, stop or dash, or are followed by one. */
function labelOf(prose: Prose): ParagraphBlock['label'] {
  const lead = prose.text.length - prose.text.trimStart().length;
  const strong = prose.marks.find((mark) => mark.kind === 'strong' && mark.at.start <= lead);
  if (!strong) return null;
  const words = prose.text.slice(strong.at.start, strong.at.end).trim();
  const rest = prose.text.slice(strong.at.end);
  if (words === '' || rest.trim() === '') return null;
  return /[:.–—-]$/.test(words) || /^\s*[:.–—-]/.test(rest) ? words.replace(/\s*[:.–—-]+$/, '') : null;
}
