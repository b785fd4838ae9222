import type { AcronymDefinition, Citation, CitedWork, FalseFriend } from '../text/citation';
import type { Quantity } from '../text/quantity';
import { shiftSpan, type Span } from '../text/span';
import type { BlockReading } from './block-reading';
import type { Block, FootnoteDefinition, Heading, ListItem, MetadataValue, Quotation, Sentence, TableBlock, TableCell } from './brief';
import { shareMemory } from './sentence-memory';

/** Where a block stands: `start` is what its offsets count from. */
export interface BlockPlace {
  readonly start: number;
  readonly index: number;
  readonly section: number;
  readonly firstSentence: number;
  /** Of a table. */
  readonly headingAbove: Heading | null;
}

export const isSamePlace = (a: BlockPlace, b: BlockPlace): boolean =>
  a.start === b.start && a.index === b.index && a.section === b.section && a.firstSentence === b.firstSentence && isSameHeading(a.headingAbove, b.headingAbove);

const isSameHeading = (a: Heading | null, b: Heading | null): boolean =>
  a === b || (a !== null && b !== null && a.text === b.text && a.level === b.level && a.style === b.style && a.span.start === b.span.start && a.span.end === b.span.end && a.textSpan.start === b.textSpan.start && a.textSpan.end === b.textSpan.end);

/** The reading at its place. What stands in two lists of it is one object in both, there as here. */
export const movedReading = (reading: BlockReading, place: BlockPlace): BlockReading => new Mover(reading, place).reading();

class Mover {
  readonly #place: BlockPlace;
  readonly #from: BlockReading;
  readonly #quotations: readonly Quotation[];
  readonly #sentences: readonly Sentence[];
  /** Where one fact stands in two sentences. In nearly all readings none does, and nobody need remember. */
  readonly #shared: Map<object, object> | null;

  constructor(reading: BlockReading, place: BlockPlace) {
    this.#place = place;
    this.#from = reading;
    this.#shared = reading.sharesFacts ? new Map() : null;
    this.#quotations = reading.quotations.map(this.#quotation);
    this.#sentences = reading.sentences.map(this.#sentence);
  }

  reading(): BlockReading {
    const { block, noteSentences, footnotes, plainMarks, acronyms, sharesFacts } = this.#from;
    return {
      block: this.#block(block),
      sentences: this.#sentences,
      noteSentences: noteSentences.map(this.#sentence),
      quotations: this.#quotations,
      footnotes: footnotes.map(this.#footnote),
      plainMarks: plainMarks.map((mark) => ({ ...mark, span: this.#span(mark.span) })),
      acronyms: acronyms.map(this.#acronym),
      sharesFacts,
    };
  }

  #span(span: Span): Span {
    return shiftSpan(span, this.#place.start);
  }

  #spanOrNull(span: Span | null): Span | null {
    return span && this.#span(span);
  }

  #all<Item extends object>(items: readonly Item[], move: (item: Item) => Item): readonly Item[] {
    return items.length === 0 ? items : items.map((item) => (this.#shared === null ? move(item) : this.#once(item, move, this.#shared)));
  }

  #once<Item extends object>(item: Item, move: (item: Item) => Item, shared: Map<object, object>): Item {
    const known = shared.get(item);
    // What was kept under an item came out of the same function that it goes into now.
    if (known) return known as Item;
    const moved = move(item);
    shared.set(item, moved);
    return moved;
  }

  #own(sentences: readonly Sentence[]): readonly Sentence[] {
    return sentences.flatMap(({ index }) => this.#sentences[index] ?? []);
  }

  readonly #sentence = (sentence: Sentence): Sentence => {
    const { start, index, section, firstSentence } = this.#place;
    const moved: Sentence = {
      ...sentence,
      index: firstSentence + sentence.index,
      span: this.#span(sentence.span),
      section,
      block: index,
      citations: this.#all(sentence.citations, this.#citation),
      falseFriends: this.#all(sentence.falseFriends, this.#falseFriend),
      quantities: this.#all(sentence.quantities, this.#quantity),
      quotations: sentence.quotations.flatMap((quotation) => this.#quotations[this.#from.quotations.indexOf(quotation)] ?? []),
      toSource: (offset) => sentence.toSource(offset) + start,
    };
    shareMemory(moved, sentence);
    return moved;
  };

  readonly #citation = (citation: Citation): Citation => ({ ...citation, span: this.#span(citation.span), works: citation.works.map((work) => this.#work(work)) });

  #work(work: CitedWork): CitedWork {
    return { ...work, span: this.#span(work.span), authorSpan: this.#spanOrNull(work.authorSpan), yearSpan: this.#spanOrNull(work.yearSpan) };
  }

  readonly #falseFriend = (friend: FalseFriend): FalseFriend => ({ ...friend, span: this.#span(friend.span) });

  readonly #quantity = (quantity: Quantity): Quantity => ({
    ...quantity,
    span: this.#span(quantity.span),
    currency: quantity.currency && { ...quantity.currency, span: this.#span(quantity.currency.span) },
  });

  readonly #quotation = (quotation: Quotation): Quotation => ({
    ...quotation,
    span: this.#span(quotation.span),
    attribution: this.#value(quotation.attribution),
    section: this.#place.section,
    block: this.#place.index,
  });

  #value(value: MetadataValue | null): MetadataValue | null {
    return value && { ...value, span: this.#span(value.span) };
  }

  readonly #footnote = (footnote: FootnoteDefinition): FootnoteDefinition => ({ ...footnote, span: this.#span(footnote.span), citations: this.#all(footnote.citations, this.#citation) });

  readonly #acronym = (definition: AcronymDefinition): AcronymDefinition => ({ ...definition, span: this.#span(definition.span), acronymSpan: this.#span(definition.acronymSpan) });

  readonly #cell = (cell: TableCell): TableCell => ({ ...cell, span: this.#span(cell.span), quantities: this.#all(cell.quantities, this.#quantity) });

  readonly #item = (item: ListItem): ListItem => ({ ...item, span: this.#span(item.span), sentences: this.#own(item.sentences) });

  #table(table: TableBlock, place: Pick<TableBlock, 'index' | 'section' | 'span'>): TableBlock {
    const moved: TableBlock = {
      ...table,
      ...place,
      head: table.head.map(this.#cell),
      rows: table.rows.map((row) => row.map(this.#cell)),
      caption: this.#value(table.caption),
      headingAbove: this.#place.headingAbove,
      citations: this.#all(table.citations, this.#citation),
    };
    // The rows, for what stands around a table is told to it later.
    shareMemory(moved.rows, table.rows);
    return moved;
  }

  #block(block: Block): Block {
    const place = { index: this.#place.index, section: this.#place.section, span: this.#span(block.span) };
    switch (block.kind) {
      case 'paragraph':
      case 'quote':
        return { ...block, ...place, sentences: this.#own(block.sentences) };
      case 'list':
        return { ...block, ...place, items: block.items.map(this.#item) };
      case 'source-line':
        return { ...block, ...place, citations: this.#all(block.citations, this.#citation) };
      case 'table':
        return this.#table(block, place);
      default:
        return { ...block, ...place };
    }
  }
}
