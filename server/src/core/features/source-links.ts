/** What can be followed: addresses of entries, identifiers that an editor does not know for addresses, and locators into the texts of sources. */
import type { Library } from '../library/library';
import type { Reference } from '../library/reference';
import type { Passage, SourceText } from '../library/source-text';
import type { Brief } from '../model/brief';
import { sliceOf, spanOf, type Span } from '../text/span';
import { allCitations } from './citation-target';

export type SourceLink =
  | { readonly kind: 'web'; readonly span: Span; readonly address: string }
  /** To a page of the text of a source: of "p. 41". */
  | { readonly kind: 'passage'; readonly span: Span; readonly reference: Reference; readonly text: SourceText; readonly passage: Passage };

/** Those of a brief, in order. */
export const findSourceLinks = (brief: Brief, library: Library): readonly SourceLink[] =>
  [...findIdentifiers(brief.text), ...findLocators(brief, library)].sort((a, b) => a.span.start - b.span.start);

/** "doi:10.1000/182", "DOI 10.1000/182"; with https:// an editor finds them by itself. */
const identifier = /(?<![\p{L}\p{N}/.])doi:?\s{0,2}(10\.\d{4,9}\/[^\s"'<>{}|\\^`[\]]{1,200})/giu;

/** In a brief or a bibliography file. */
export const findIdentifiers = (text: string): readonly SourceLink[] =>
  [...text.matchAll(identifier)].flatMap((match) => {
    const written = trimAddress(match[1] ?? '');
    if (written === '') return [];
    const end = match.index + match[0].length - ((match[1] ?? '').length - written.length);
    return [{ kind: 'web', span: spanOf(match.index, end), address: `https://doi.org/${encodeURI(written)}` }];
  });

/** The fields `doi` of a bibliography file, where only the number stands. */
export const findFieldIdentifiers = (text: string, references: readonly Reference[]): readonly SourceLink[] =>
  references.flatMap((reference) => {
    const span = [...reference.fieldSpans].find(([name]) => /^(?:doi|do)$/iu.test(name))?.[1];
    if (span === undefined || reference.doi === null) return [];
    const at = sliceOf(text, span).indexOf(reference.doi);
    if (at < 0 || /https?:/iu.test(sliceOf(text, span))) return [];
    return [{ kind: 'web', span: spanOf(span.start + at, span.start + at + reference.doi.length), address: `https://doi.org/${encodeURI(reference.doi)}` }];
  });

/** Stops, commas and brackets that belong to the sentence. */
const trimAddress = (written: string): string => {
  let end = written.length;
  while (end > 0 && (/[.,;:!?]/u.test(written.charAt(end - 1)) || (written[end - 1] === ')' && !isBalanced(written.slice(0, end))))) end -= 1;
  return written.slice(0, end);
};

const isBalanced = (text: string): boolean => (text.match(/\(/gu)?.length ?? 0) >= (text.match(/\)/gu)?.length ?? 0);

const findLocators = (brief: Brief, library: Library): readonly SourceLink[] =>
  allCitations(brief).flatMap(({ works, span: whole }) =>
    works.flatMap((work) => {
      const page = /^(?:pp?\.?|pages?)\s{0,3}(\d{1,5})/iu.exec(work.locator ?? '')?.[1];
      if (work.locator === null || page === undefined) return [];
      const reference = library.referenceOf(work);
      const text = reference && library.textOf(reference);
      const passage = text?.passages.find((candidate) => candidate.page === Number(page));
      const at = brief.text.slice(work.span.start, Math.max(whole.end, work.span.end)).indexOf(work.locator);
      if (reference === undefined || text === undefined || passage === undefined || at < 0) return [];
      const start = work.span.start + at;
      return [{ kind: 'passage' as const, span: spanOf(start, start + work.locator.length), reference, text, passage }];
    }),
  );
