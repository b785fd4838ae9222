import type { AcronymDefinition, Citation, CitedWork, FalseFriend } from '../text/citation';
import type { NumberStyle } from '../text/number-style';
import type { Quantity } from '../text/quantity';
import type { Span } from '../text/span';
import { createSpanIndex } from '../text/span-index';
import { withEmphasisedTitles } from './emphasised-titles';
import { withTitledInlineNotes } from './note-citations';
import type { Prose, ProseMark } from './prose';
import type { Quoted } from './quoted';

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
