/** Works as citations name them and as the library knows them, in words and places that a finding can use. */
import { authorYearOf } from '../library/format-reference';
import type { CitationUse } from '../library/library';
import type { Reference } from '../library/reference';
import type { Brief } from '../model/brief';
import type { CitedWork } from '../text/citation';
import { sliceOf, type Span } from '../text/span';
import { shorten } from './message-words';
import type { RelatedPlace } from './rule';

/** Every work that the text cites, in order; not those inside footnotes, which often are the reference themselves. */
export const usesInText = (brief: Brief): readonly CitationUse[] => brief.citations.flatMap((citation) => citation.works.map((work) => ({ citation, work })));

export const usesAnywhere = (brief: Brief): readonly CitationUse[] => [
  ...usesInText(brief),
  ...brief.footnotes.flatMap(({ citations }) => citations).flatMap((citation) => citation.works.map((work) => ({ citation, work }))),
];

/** "World Bank (2025)", "@wdi2025", "[3]". */
export const nameOfWork = (work: CitedWork): string => {
  const name = work.author ?? work.title ?? work.key ?? '';
  return work.year === null ? shorten(name) : `${shorten(name)} (${work.year})`;
};

/** "World Bank (2025)". */
export const nameOfReference = (reference: Reference): string => {
  const { author, year } = authorYearOf(reference);
  return `${shorten(author)} (${year})`;
};

/** Where an entry stands, with its file if that is another one. */
export const placeOfReference = (reference: Reference): { readonly span: Span; readonly file?: string } => ({
  span: reference.keySpan ?? reference.span,
  ...(reference.path === null ? {} : { file: reference.path }),
});

export const relatedReference = (reference: Reference): RelatedPlace => ({ ...placeOfReference(reference), message: shorten(reference.title ?? nameOfReference(reference)) });

/** "(PBS, 2021, cited in World Bank, 2024)": the first work was not seen, and only the second is owed to the list. */
export const isSecondHand = (brief: Brief, { citation, work }: CitationUse): boolean => {
  const end = citation.span.end;
  return /^[\s,;)]{0,3}(?:as\s)?(?:cited|quoted|reported|referenced|qtd\.?)\s(?:in|by)\b/i.test(brief.text.slice(work.span.end, end)) || /^[\s,;)]{0,3}(?:as\s)?(?:cited|quoted)\s(?:in|by)\b/i.test(brief.text.slice(end, end + 20));
};

/** "[Housing Board, 2024](https://…)" leads to the work without a list. */
export const isLinked = (brief: Brief, span: Span): boolean => /\]\(|https?:/.test(sliceOf(brief.text, span)) || brief.text.startsWith('](', span.end);
