import { ParseMemory } from '../syntax/parse-memory';
import { findAcronymDefinitions } from '../text/acronyms';
import type { AcronymDefinition } from '../text/citation';
import { findCitations } from '../text/citations';
import { withoutInlineMath } from '../text/inline-math';
import { styleEvidenceOf, type NumberStyle, type StyleEvidence } from '../text/number-style';
import { findQuantities } from '../text/quantities';
import type { Quantity } from '../text/quantity';
import { findSentences } from '../text/sentences';
import { parseSourceLine, type SourceLine } from '../text/source-lines';
import type { Span } from '../text/span';
import { createSpanIndex } from '../text/span-index';
import type { FrontMatter } from './brief';
import { prosesOf, type BlockDraft } from './drafts';
import { readFrontMatter } from './front-matter';
import { DraftMemory } from './lay-drafts';
import type { ProseFacts, ProseOptions } from './prose-facts';
import { findQuoted } from './quoted';
import { ReadingMemory } from './reading-memory';

/** The part of the facts that the words alone decide. */
type WordFacts = Omit<ProseFacts, 'citations' | 'falseFriends' | 'quantities'> & { readonly styleEvidence: StyleEvidence };

/** What was asked of some words so far, each with what it depends on beside them. */
interface KnownFacts {
  words?: WordFacts;
  quantities?: { readonly style: NumberStyle; readonly found: readonly Quantity[] };
  facts?: { readonly options: ProseOptions; readonly read: ProseFacts };
  sourceLine?: { readonly line: SourceLine | null };
}

/** What the words of a block say of how all others are to be read. */
export interface ReadingSigns {
  readonly acronyms: readonly AcronymDefinition[];
  readonly styles: readonly StyleEvidence[];
}

/**
 * What is known from build to build of one document. The tree is kept by its parts, drafts and readings of blocks by the objects that they were made of, and
 * facts by the words they were read from, so that a block that is parsed again, or an option that changes, costs no more than it must. Memory stays that of the document.
 */
export class FactCache {
  readonly tree = new ParseMemory();
  readonly drafts = new DraftMemory();
  readonly readings = new ReadingMemory();
  readonly #signs = new WeakMap<BlockDraft, ReadingSigns>();
  #known = new Map<string, KnownFacts>();
  #mostKnown = 0;
  #frontMatter: { readonly source: string; readonly read: FrontMatter } | undefined;
  #options: { readonly key: string; readonly value: ProseOptions } | undefined;

  /** Forgets words that the document no longer has, once they may be as many as those that it has. */
  keepOnly(drafts: readonly BlockDraft[]): void {
    if (this.#known.size < this.#mostKnown) return;
    const texts = drafts.flatMap(prosesOf).map(({ text }) => text);
    this.#known = new Map(texts.map((text) => [text, this.#knownOf(text)]));
    this.#mostKnown = 2 * this.#known.size + fewWords;
  }

  frontMatterOf(text: string, span: Span): FrontMatter {
    const source = text.slice(span.start, span.end);
    if (this.#frontMatter?.source !== source) this.#frontMatter = { source, read: readFrontMatter(text, span) };
    return this.#frontMatter.read;
  }

  /** Options with the same contents are the same object from build to build. */
  sameOptions(options: ProseOptions): ProseOptions {
    const key = keyOf(options);
    if (this.#options?.key !== key) this.#options = { key, value: options };
    return this.#options.value;
  }

  signsOf(draft: BlockDraft): ReadingSigns {
    const known = this.#signs.get(draft);
    if (known) return known;
    const words = prosesOf(draft).map(({ text }) => this.#wordsOf(text));
    const signs = { acronyms: words.flatMap(({ acronyms }) => acronyms), styles: words.map(({ styleEvidence }) => styleEvidence).filter(isTelling) };
    this.#signs.set(draft, signs);
    return signs;
  }

  factsOf(text: string, options: ProseOptions): ProseFacts {
    const known = this.#knownOf(text);
    if (known.facts?.options !== options) known.facts = { options, read: this.#readFacts(text, options) };
    return known.facts.read;
  }

  sourceLineOf(text: string): SourceLine | null {
    return (this.#knownOf(text).sourceLine ??= { line: parseSourceLine(text) }).line;
  }

  #readFacts(text: string, options: ProseOptions): ProseFacts {
    const { citations, falseFriends } = findCitations(withoutInlineMath(text), options);
    const { sentences, quoted, acronyms } = this.#wordsOf(text);
    const cited = createSpanIndex(citations);
    const quantities = this.#quantitiesOf(text, options.numberStyle).filter(({ span }) => !cited.meets(span));
    return { sentences, quoted, acronyms, quantities, citations, falseFriends };
  }

  #knownOf(text: string): KnownFacts {
    const known = this.#known.get(text) ?? {};
    this.#known.set(text, known);
    return known;
  }

  /** Apart from the facts, so that a new set of acronyms reads no number again. */
  #quantitiesOf(text: string, style: NumberStyle): readonly Quantity[] {
    const known = this.#knownOf(text);
    if (known.quantities?.style !== style) known.quantities = { style, found: findQuantities(text, { style }) };
    return known.quantities.found;
  }

  #wordsOf(text: string): WordFacts {
    return (this.#knownOf(text).words ??= { sentences: findSentences(text), quoted: findQuoted(text), acronyms: findAcronymDefinitions(text), styleEvidence: styleEvidenceOf(text) });
  }
}

/** Fewer are not worth clearing out. */
const fewWords = 500;

const isTelling = ({ surePoint, sureComma, likelyPoint, likelyComma }: StyleEvidence): boolean => surePoint + sureComma + likelyPoint + likelyComma > 0;

const keyOf = ({ numbered, hasBibliography, instruments, numberStyle }: ProseOptions): string => `${numbered ? 'n' : ''}${hasBibliography ? 'b' : ''}${numberStyle === 'comma' ? 'c' : ''}${[...instruments].sort().join(',')}`;
