import type { Library } from '../library/library';
import type { Reference } from '../library/reference';
import type { Brief, FootnoteDefinition, Quotation, Sentence } from '../model/brief';
import { nociteKeys } from '../model/nocite';
import type { Citation, CitedWork, FalseFriend } from '../text/citation';
import type { Span } from '../text/span';

/** What stands at a place of a brief, as far as it has to do with sources. `span` is what the answer is about. */
export type CitationTarget =
  | { readonly kind: 'work'; readonly span: Span; readonly citation: Citation; readonly work: CitedWork }
  /** The mark `[^1]`, or the label of its definition. `footnote` is null where no definition has that label. */
  | { readonly kind: 'footnote'; readonly span: Span; readonly label: string; readonly footnote: FootnoteDefinition | null }
  /** A key in `nocite:` of the front matter. */
  | { readonly kind: 'nocite'; readonly span: Span; readonly key: string }
  /** An entry of the brief's own list or front matter. */
  | { readonly kind: 'entry'; readonly span: Span; readonly reference: Reference }
  | { readonly kind: 'false-friend'; readonly span: Span; readonly friend: FalseFriend }
  | { readonly kind: 'quotation'; readonly span: Span; readonly quotation: Quotation };

/** The innermost: a work before the quotation or the entry that it stands in. */
export const findCitationTarget = (brief: Brief, library: Library, offset: number): CitationTarget | undefined =>
  findWork(brief, offset) ??
  findUndefinedMark(brief, offset) ??
  findDefinitionLabel(brief, offset) ??
  findFalseFriend(brief, offset) ??
  findQuotationAt(brief, offset) ??
  findNocite(brief, offset) ??
  findEntry(library, offset);

/** Of the text and of its notes. */
export const allCitations = (brief: Brief): readonly Citation[] => [...brief.citations, ...brief.footnotes.flatMap(({ citations }) => citations)];

/** `[^1]`, not an inline note. */
export const isFootnoteMark = (brief: Brief, citation: Citation): boolean => citation.style === 'footnote' && brief.text.startsWith('[^', citation.span.start);

/** Also right behind the last character, where a cursor stands after typing. */
const touches = ({ span }: { readonly span: Span }, offset: number): boolean => span.start <= offset && offset <= span.end;

const lengthOf = ({ span }: { readonly span: Span }): number => span.end - span.start;

const findWork = (brief: Brief, offset: number): CitationTarget | undefined => {
  const citation = allCitations(brief)
    .filter((candidate) => touches(candidate, offset))
    .sort((a, b) => lengthOf(a) - lengthOf(b))[0];
  if (citation === undefined) return undefined;
  // Between two works, the one before.
  const work = citation.works.find((candidate) => touches(candidate, offset)) ?? citation.works.findLast(({ span }) => span.start <= offset) ?? citation.works[0];
  if (work === undefined) return undefined;
  if (!isFootnoteMark(brief, citation)) return { kind: 'work', span: citation.works.length === 1 ? citation.span : work.span, citation, work };
  const label = work.key ?? '';
  return { kind: 'footnote', span: citation.span, label, footnote: brief.footnotes.find((footnote) => footnote.label === label) ?? null };
};

const findUndefinedMark = (brief: Brief, offset: number): CitationTarget | undefined => {
  const mark = brief.undefinedFootnotes.find((candidate) => touches(candidate, offset));
  return mark && { kind: 'footnote', span: mark.span, label: mark.label, footnote: null };
};

const findDefinitionLabel = (brief: Brief, offset: number): CitationTarget | undefined => {
  for (const footnote of brief.footnotes) {
    const span = definitionMarkOf(brief, footnote);
    if (touches({ span }, offset)) return { kind: 'footnote', span, label: footnote.label, footnote };
  }
  return undefined;
};

/** `[^1]` of `[^1]: The note.` */
export const definitionMarkOf = ({ text }: Brief, { span }: FootnoteDefinition): Span => {
  const close = text.indexOf(']', span.start);
  return { start: span.start, end: close < 0 || close >= span.end ? span.start : close + 1 };
};

const findFalseFriend = (brief: Brief, offset: number): CitationTarget | undefined => {
  const friend = brief.falseFriends.find((candidate) => touches(candidate, offset));
  return friend && { kind: 'false-friend', span: friend.span, friend };
};

const findQuotationAt = (brief: Brief, offset: number): CitationTarget | undefined => {
  const quotation = brief.quotations.filter((candidate) => touches(candidate, offset)).sort((a, b) => lengthOf(a) - lengthOf(b))[0];
  return quotation && { kind: 'quotation', span: quotation.span, quotation };
};

const findNocite = (brief: Brief, offset: number): CitationTarget | undefined => {
  const found = nociteKeys(brief).find((candidate) => touches(candidate, offset));
  return found && { kind: 'nocite', ...found };
};

const findEntry = (library: Library, offset: number): CitationTarget | undefined => {
  const reference = library.references.find((candidate) => candidate.path === null && touches(candidate, offset));
  return reference && { kind: 'entry', span: reference.span, reference };
};

export const findSentenceAt = (brief: Brief, span: Span): Sentence | undefined =>
  brief.sentences.find((sentence) => sentence.span.start <= span.start && span.end <= sentence.span.end) ??
  brief.sentences.find((sentence) => sentence.span.start <= span.start && span.start < sentence.span.end);
