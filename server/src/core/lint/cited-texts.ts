import type { Library } from '../library/library';
import type { Reference } from '../library/reference';
import type { Passage, SourceText } from '../library/source-text';
import type { Brief, Sentence } from '../model/brief';
import { footnotesByLabel } from '../model/by-place';
import type { Citation } from '../text/citation';
import type { Quantity } from '../text/quantity';
import { createSpanIndex, type HasSpan } from '../text/span-index';
import { isFigure } from '../text/figures';

export interface CitedText {
  readonly reference: Reference;
  readonly text: SourceText;
}

/** The works that some citations lead to, as far as their texts are here. */
export interface CitedTexts {
  readonly texts: readonly CitedText[];
  /** Known works without a text. */
  readonly withoutText: readonly Reference[];
  /** Nothing else is cited, and each text is here in full: what is not in them is not in the sources. */
  readonly isWhole: boolean;
}

export function findCitedTexts(brief: Brief, library: Library, citations: readonly Citation[]): CitedTexts {
  const texts = new Map<string, CitedText>();
  const withoutText = new Map<string, Reference>();
  let isWhole = true;
  for (const citation of withFootnotes(brief, citations)) {
    if (citation.isOwnWork || isUnread(citation)) isWhole = false;
    for (const work of citation.works) {
      const reference = library.exactReferenceOf(work);
      if (reference === undefined) {
        isWhole = false;
        continue;
      }
      const text = library.textOf(reference);
      const hasWords = text !== undefined && text.passages.length > 0;
      if (hasWords) texts.set(reference.id, { reference, text });
      else withoutText.set(reference.id, reference);
      if (!hasWords || text.problem !== null) isWhole = false;
    }
  }
  return { texts: [...texts.values()], withoutText: [...withoutText.values()], isWhole: isWhole && texts.size > 0 };
}

/** The citations of a footnote stand for its mark. A note that names no work may name one in words: it stays, as something unknown. */
const withFootnotes = (brief: Brief, citations: readonly Citation[]): readonly Citation[] =>
  citations.flatMap((citation) => {
    if (citation.style !== 'footnote') return [citation];
    const cited = citation.works.flatMap(({ key }) => (key === null ? undefined : footnotesByLabel(brief).get(key))?.citations ?? []);
    return cited.length > 0 ? cited.filter((inNote) => !isUnread(inNote)) : [citation];
  });

/** A mark, or a note that names nobody. */
const isUnread = ({ style, works }: Citation): boolean => style === 'footnote' && works.every(({ author }) => author === null);

/**
 * The figures that a sentence takes from its citations: those before the last one, and all of them where a source is named in the run
 * of the sentence.
 *
 *     According to Ruiz (2024), 40% ride.     40% ride (Ruiz, 2024), and 12 million walk.
 *                               ^^^           ^^^
 */
export function citedFigures({ citations, quantities }: Sentence, brief: Brief): readonly Quantity[] {
  const last = citations.at(-1);
  if (!last) return [];
  const isNarrative = citations.some(({ style, span }) => style === 'narrative' || (style === 'key' && brief.text[span.start] !== '['));
  const places = createSpanIndex(citations);
  return quantities.filter((quantity) => isFigure(quantity) && (isNarrative || quantity.span.end <= last.span.start) && !places.contains(quantity.span));
}

/** The years that a sentence speaks of, without those of its citations and false friends. */
export const yearsOf = ({ quantities, citations, falseFriends }: Sentence): readonly string[] => {
  const places = createSpanIndex<HasSpan>([...citations, ...falseFriends]);
  return quantities.filter(({ form, span }) => form === 'year' && !places.contains(span)).flatMap(({ text }) => /\d{4}/.exec(text)?.[0] ?? []);
};

/** "Ruiz 2024", else its title or key. */
export const shortNameOf = (reference: Reference): string => {
  const name = reference.authors[0]?.family ?? reference.title ?? reference.id;
  const short = name.length > 50 ? `${name.slice(0, 48).trimEnd()} …` : name;
  return reference.authors.length > 0 && reference.year !== null ? `${short} ${reference.year}${reference.yearSuffix ?? ''}` : short;
};

/** "Ruiz 2024, page 3". */
export const placeOf = (reference: Reference, passage: Passage | null): string => {
  const { page, line } = passage ?? { page: null, line: null };
  const place = page !== null ? `, page ${page}` : line !== null ? `, line ${line}` : '';
  return `${shortNameOf(reference)}${place}`;
};

/** Somebody who gives texts wants to know which are missing; nobody else does. */
export const hasTexts = (library: Library): boolean => library.references.some((reference) => library.textOf(reference) !== undefined);

/** Why a work could not be compared. */
export const reasonWithoutText = (library: Library, reference: Reference): string =>
  `no text of ${shortNameOf(reference)}${reasonOf(library.textOf(reference))}`;

const reasonOf = (text: SourceText | undefined): string => (text === undefined || text.problem === null ? '' : ` (${text.path}: ${text.problem})`);
