import type { AcronymDefinition, Citation, CitationStyle, CitedWork } from '../text/citation';
import { withoutInlineMath } from '../text/inline-math';
import { overlaps, spanOf } from '../text/span';
import { createSpanIndex } from '../text/span-index';
import type { Block, FootnoteDefinition, FootnoteMark, ListItem, MetadataValue, ParagraphBlock, Quotation, Sentence, SourceLineBlock } from './brief';
import { buildSentences, type SentencePlace } from './build-sentences';
import { buildTable } from './build-tables';
import type { BlockDraft, ItemDraft } from './drafts';
import { withFollowingTitles } from './emphasised-titles';
import { withTitledWorks } from './note-citations';
import { statementsOfNote } from './note-statements';
import type { FactCache } from './fact-cache';
import { placeFacts, type PlacedFacts, type ProseFacts, type ProseOptions } from './prose-facts';
import type { Prose } from './prose';
import { blockQuotation, quotationsIn } from './quotations';

/**
 * What the words of one block say, before anybody knows where it stands: offsets count as those of its draft, it is block 0 of section 0, and its
 * sentences are numbered from 0. `movedReading` puts it at its place.
 */
export interface BlockReading {
  readonly block: Block;
  readonly sentences: readonly Sentence[];
  /** Of notes, where they say something. */
  readonly noteSentences: readonly Sentence[];
  /** Those that name no speaker may still have one in a neighbouring block. */
  readonly quotations: readonly Quotation[];
  readonly footnotes: readonly FootnoteDefinition[];
  /** Marks that Markdown did not take for marks, for want of a definition. */
  readonly plainMarks: readonly FootnoteMark[];
  readonly acronyms: readonly AcronymDefinition[];
  /** A citation or figure reaches from one sentence into the next, and is one object in both. */
  readonly sharesFacts: boolean;
}

/** What the reading of a block depends on beside its draft. */
export interface ReadingContext {
  readonly cache: FactCache;
  readonly options: ProseOptions;
  /** The reference list is no prose: its blocks have no sentences. */
  readonly isReference: boolean;
  /** Of a table, where a neighbour is its title. */
  readonly caption: MetadataValue | null;
}

export const readBlock = (draft: BlockDraft, context: ReadingContext): BlockReading => new BlockReader(context).read(draft);

const common = { index: 0, section: 0 };
const placeIn = (container: Sentence['container']): SentencePlace => ({ section: 0, block: 0, container });

class BlockReader {
  readonly #sentences: Sentence[] = [];
  readonly #noteSentences: Sentence[] = [];
  readonly #quotations: Quotation[] = [];
  readonly #footnotes: FootnoteDefinition[] = [];
  readonly #plainMarks: FootnoteMark[] = [];
  readonly #acronyms: AcronymDefinition[] = [];
  readonly #context: ReadingContext;

  constructor(context: ReadingContext) {
    this.#context = context;
  }

  read(draft: BlockDraft): BlockReading {
    const block = this.#readBlock(draft);
    attach(this.#quotations, this.#sentences);
    return { block, sentences: this.#sentences, noteSentences: this.#noteSentences, quotations: this.#quotations, footnotes: this.#footnotes, plainMarks: this.#plainMarks, acronyms: this.#acronyms, sharesFacts: isAnyShared([...this.#sentences, ...this.#noteSentences]) };
  }

  #readBlock(draft: BlockDraft): Block {
    const { span } = draft;
    switch (draft.kind) {
      case 'paragraph':
        return { kind: 'paragraph', ...common, span, sentences: this.#sentencesOf([draft.prose], 'paragraph'), text: draft.prose.text.trim(), label: labelOf(draft.prose) };
      case 'list':
        return { kind: 'list', ...common, span, isOrdered: draft.isOrdered, items: draft.items.map((item) => this.#readItem(item)) };
      case 'quote': {
        const sentences = this.#sentencesOf(draft.proses, 'quote');
        if (!this.#context.isReference) this.#quotations.push(blockQuotation(draft.proses, spanOf(draft.wordsStart, span.end), { block: 0, section: 0, sentences }, undefined, undefined));
        return { kind: 'quote', ...common, span, sentences, text: draft.proses.map((prose) => prose.text).join('\n').trim() };
      }
      case 'table':
        this.#readAcronyms([...draft.head, ...draft.rows.flat()]);
        return buildTable(draft, { ...common, caption: this.#context.caption, headingAbove: null }, this.#context.cache, this.#context.options);
      case 'source-line':
        return this.#readSourceLine(draft.prose, { ...common, span });
      case 'footnote': {
        const { citations } = this.#factsOf(draft.prose).placed;
        this.#readNote(draft.prose);
        this.#footnotes.push({ label: draft.label, span, text: draft.prose.text.trim(), citations: withTitledWorks(citations, draft.prose) });
        return { kind: 'definition', ...common, span };
      }
      case 'image':
      case 'html':
        this.#sentencesOf(draft.proses, 'paragraph');
        return { kind: draft.kind, ...common, span };
      case 'code':
        return { kind: 'code', ...common, span, language: draft.language };
      default:
        return { kind: draft.kind, ...common, span };
    }
  }

  #factsOf(prose: Prose): { readonly facts: ProseFacts; readonly placed: PlacedFacts } {
    const facts = this.#context.cache.factsOf(prose.text, this.#context.options);
    const placed = placeFacts(prose, facts);
    this.#acronyms.push(...placed.acronyms);
    this.#plainMarks.push(...plainMarksOf(prose));
    return { facts, placed };
  }

  #readAcronyms(proses: readonly Prose[]): void {
    for (const prose of proses) this.#factsOf(prose);
  }

  #sentencesOf(proses: readonly Prose[], container: Sentence['container']): Sentence[] {
    if (this.#context.isReference) {
      this.#readAcronyms(proses);
      for (const prose of proses) this.#readNote(prose);
      return [];
    }
    const all: Sentence[] = [];
    for (const prose of proses) {
      const { facts, placed } = this.#factsOf(prose);
      const sentences = buildSentences(prose, facts, placed, placeIn(container), this.#sentences.length);
      this.#sentences.push(...sentences);
      all.push(...sentences);
      if (facts.quoted.length > 0 && container !== 'quote') this.#quotations.push(...quotationsIn({ prose, quoted: facts.quoted, block: 0, section: 0, sentences }, undefined, undefined));
    }
    return all;
  }

  /** A note under a list of works, or at the foot of the page, may say something that readers rely on. */
  #readNote(prose: Prose): void {
    const facts = this.#context.cache.factsOf(prose.text, this.#context.options);
    const statements = statementsOfNote(prose, facts.sentences);
    if (statements.length > 0) this.#noteSentences.push(...buildSentences(prose, { ...facts, sentences: statements }, placeFacts(prose, facts), placeIn('footnote'), 0));
  }

  #readItem(item: ItemDraft): ListItem {
    const first = item.proses[0];
    return {
      span: item.span,
      depth: item.depth,
      isChecked: item.isChecked,
      text: item.proses.map((prose) => prose.text.trim()).join('\n'),
      label: first ? labelOf(first) : null,
      sentences: this.#sentencesOf(item.proses, 'list-item'),
    };
  }

  #readSourceLine(prose: Prose, common: Pick<SourceLineBlock, 'index' | 'section' | 'span'>): SourceLineBlock {
    const marks = this.#factsOf(prose).placed.citations.filter(({ style }) => marksInSourceLines.has(style));
    const line = this.#context.cache.sourceLineOf(prose.text);
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
}

/** What stands in a source line beside the names: "World Bank [3], table 4" is the third of the list. */
const marksInSourceLines: ReadonlySet<CitationStyle> = new Set(['key', 'footnote', 'link', 'numbered']);

/** `[^4]` among the words. A definition that Markdown did not read as one ("[^4]: …" in the middle of a paragraph) is no mark. */
const plainMarksOf = (prose: Prose): readonly FootnoteMark[] =>
  prose.text.includes('[^') ? [...withoutInlineMath(prose.text).matchAll(/\[\^([^\s[\]^]{1,80})\](?!:)/g)].map((match) => ({ label: match[1] ?? '', span: prose.toSourceSpan({ start: match.index, end: match.index + match[0].length }) })) : [];

function isAnyShared(sentences: readonly Sentence[]): boolean {
  const facts = sentences.flatMap(({ citations, falseFriends, quantities }) => [...citations, ...falseFriends, ...quantities]);
  return new Set<object>(facts).size < facts.length;
}

/** Gives each sentence its quotations, which could not be read before all sentences were there. */
function attach(quotations: readonly Quotation[], sentences: readonly Sentence[]): void {
  const placed = createSpanIndex(sentences);
  for (const quotation of quotations) {
    for (const sentence of placed.overlapping(quotation.span)) {
      // Readonly to everybody else; the array is still this reading's own.
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
