import { findAcronymDefinitions } from '../text/acronyms';
import type { AcronymDefinition, Citation, CitedWork, FalseFriend } from '../text/citation';
import { findCitations } from '../text/citations';
import { withoutInlineMath } from '../text/inline-math';
import { styleEvidenceOf, type NumberStyle, type StyleEvidence } from '../text/number-style';
import { findQuantities } from '../text/quantities';
import type { Quantity } from '../text/quantity';
import { findSentences } from '../text/sentences';
import { parseSourceLine, type SourceLine } from '../text/source-lines';
import type { Span } from '../text/span';
import { createSpanIndex } from '../text/span-index';
import { withEmphasisedTitles } from './emphasised-titles';
import { withTitledInlineNotes } from './note-citations';
import type { Prose, ProseMark } from './prose';
import { findQuoted, type Quoted } from './quoted';

/** What the words of one paragraph, item or cell say, by themselves. Offsets count into the prose's text. */
export interface ProseFacts {
  readonly sentences: readonly Span[];
  readonly quantities: readonly Quantity[];
  readonly citations: readonly Citation[];
  readonly falseFriends: readonly FalseFriend[];
  readonly quoted: readonly Quoted[];
  readonly acronyms: readonly AcronymDefinition[];
}

/** What of the document the reading of a paragraph depends on. */
export interface ProseOptions {
  /** The document has a numbered reference list, so `[3]` may be a citation. */
  readonly numbered: boolean;
  /** The document names a bibliography or cites by key, so a bare `@key` may be a citation. */
  readonly hasBibliography: boolean;
  /** Initials that are laws: "ARPA (2021)" dates an act. */
  readonly instruments: ReadonlySet<string>;
  /** Which mark the document puts before decimals. */
  readonly numberStyle: NumberStyle;
}

/** The part of the facts that the words alone decide. */
type WordFacts = Omit<ProseFacts, 'citations' | 'falseFriends' | 'quantities'> & { readonly styleEvidence: StyleEvidence };

/**
 * Facts of one build, kept by the words they were read from. What the last build used and this one does not is dropped with the next,
 * so that a keystroke reads the paragraph that changed and memory stays that of the document.
 */
export class FactCache {
  #words = new Generations<WordFacts>();
  #quantities = new Generations<readonly Quantity[]>();
  #facts = new Generations<ProseFacts>();
  #sourceLines = new Generations<SourceLine | null>();
  #optionNumbers = new Generations<number>();
  #nextNumber = 0;
  /** The options of this build and their number, which stands for them in the keys. */
  #numbered: { readonly options: ProseOptions; readonly number: number } | undefined;

  startBuild(): void {
    this.#words.turn();
    this.#quantities.turn();
    this.#facts.turn();
    this.#sourceLines.turn();
    this.#optionNumbers.turn();
    this.#numbered = undefined;
  }

  acronymsOf(text: string): readonly AcronymDefinition[] {
    return this.#wordsOf(text).acronyms;
  }

  styleEvidenceOf(text: string): StyleEvidence {
    return this.#wordsOf(text).styleEvidence;
  }

  factsOf(text: string, options: ProseOptions): ProseFacts {
    return this.#facts.get(`${String(this.#numberOf(options))}\n${text}`, () => {
      const { citations, falseFriends } = findCitations(withoutInlineMath(text), options);
      const { sentences, quoted, acronyms } = this.#wordsOf(text);
      const cited = createSpanIndex(citations);
      const quantities = this.#quantitiesOf(text, options.numberStyle).filter(({ span }) => !cited.meets(span));
      return { sentences, quoted, acronyms, quantities, citations, falseFriends };
    });
  }

  sourceLineOf(text: string): SourceLine | null {
    return this.#sourceLines.get(text, () => parseSourceLine(text));
  }

  /** Options with the same contents have the same number from build to build. */
  #numberOf(options: ProseOptions): number {
    if (this.#numbered?.options !== options) this.#numbered = { options, number: this.#optionNumbers.get(keyOf(options), () => this.#nextNumber++) };
    return this.#numbered.number;
  }

  /** Apart from the facts, so that a new set of acronyms reads no number again. */
  #quantitiesOf(text: string, style: NumberStyle): readonly Quantity[] {
    return this.#quantities.get(`${style}\n${text}`, () => findQuantities(text, { style }));
  }

  #wordsOf(text: string): WordFacts {
    return this.#words.get(text, () => ({ sentences: findSentences(text), quoted: findQuoted(text), acronyms: findAcronymDefinitions(text), styleEvidence: styleEvidenceOf(text) }));
  }
}

const keyOf = ({ numbered, hasBibliography, instruments, numberStyle }: ProseOptions): string => `${numbered ? 'n' : ''}${hasBibliography ? 'b' : ''}${numberStyle === 'comma' ? 'c' : ''}${[...instruments].sort().join(',')}`;

/** A map that forgets what neither this build nor the last one asked for. */
class Generations<Value> {
  #current = new Map<string, Value>();
  #previous = new Map<string, Value>();

  turn(): void {
    this.#previous = this.#current;
    this.#current = new Map();
  }

  get(key: string, make: () => Value): Value {
    const value = this.#current.get(key) ?? this.#previous.get(key) ?? make();
    this.#current.set(key, value);
    return value;
  }
}

/** The same facts with spans of the source, links and note marks among the citations. */
export interface PlacedFacts {
  readonly quantities: readonly Quantity[];
  readonly citations: readonly Citation[];
  readonly falseFriends: readonly FalseFriend[];
  readonly acronyms: readonly AcronymDefinition[];
}

export function placeFacts(prose: Prose, facts: ProseFacts): PlacedFacts {
  const place = prose.toSourceSpan;
  const placeOrNull = (span: Span | null): Span | null => (span ? place(span) : null);
  const placeWork = (work: CitedWork): CitedWork => ({ ...work, span: place(work.span), authorSpan: placeOrNull(work.authorSpan), yearSpan: placeOrNull(work.yearSpan) });
  const written = withTitledInlineNotes(withEmphasisedTitles(facts.citations, prose), prose).map((citation) => ({ ...citation, span: place(citation.span), works: citation.works.map(placeWork) }));
  const readable = createSpanIndex(written);
  const marked = prose.marks.flatMap((mark) => citationOfMark(mark, prose.text) ?? []);
  return {
    quantities: facts.quantities.map((quantity) => placeQuantity(quantity, place)),
    // "(World Bank, 2025)" may be the words of a link: one citation, and the author-year says more.
    citations: [...written, ...marked.filter((mark) => !readable.meets(mark.span))].sort((a, b) => a.span.start - b.span.start),
    falseFriends: facts.falseFriends.map((friend) => ({ ...friend, span: place(friend.span) })),
    acronyms: facts.acronyms.map((definition) => ({ ...definition, span: place(definition.span), acronymSpan: place(definition.acronymSpan) })),
  };
}

export function placeQuantity(quantity: Quantity, place: (span: Span) => Span): Quantity {
  const currency = quantity.currency ? { ...quantity.currency, span: place(quantity.currency.span) } : null;
  return { ...quantity, span: place(quantity.span), currency };
}

function citationOfMark(mark: ProseMark, text: string): Citation | undefined {
  if (mark.kind === 'footnote') return { span: mark.span, style: 'footnote', works: [workOfMark(mark, null)], isOwnWork: false };
  if (mark.kind !== 'link' || !isSourceAddress(mark.target)) return undefined;
  const words = text.slice(mark.at.start, mark.at.end).replace(/\uFFFC/g, '').trim();
  return { span: mark.span, style: 'link', works: [workOfMark(mark, words || null)], isOwnWork: false };
}

const workOfMark = (mark: ProseMark, title: string | null): CitedWork => ({
  span: mark.span,
  author: null,
  authorSpan: null,
  year: null,
  yearSpan: null,
  key: mark.target,
  locator: null,
  title,
});

/** Addresses outside this text. A place in the text itself, a mail address or a telephone number is no source. */
const isSourceAddress = (address: string): boolean => address.length > 1 && !/^(?:#|mailto:|tel:|javascript:|data:)/i.test(address);
