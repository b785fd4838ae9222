/** Where a work is described and where it is cited: for "go to definition", "find references" and highlights. */
import type { Library } from '../library/library';
import type { Reference } from '../library/reference';
import type { Brief } from '../model/brief';
import { nociteKeys } from '../model/nocite';
import { containsSpan, type Span } from '../text/span';
import { allCitations, definitionMarkOf, findCitationTarget, isFootnoteMark, type CitationTarget } from './citation-target';

/** A stretch of the brief (`path` is null) or of one of its bibliography files, by its name in `library.files`. */
export interface Place {
  readonly path: string | null;
  readonly span: Span;
}

export interface Definition {
  /** What leads there, in the brief. */
  readonly from: Span;
  readonly whole: Place;
  /** The part to select: the key, or the whole. */
  readonly name: Place;
}

/** From a citation to its entries, from a note's mark to the note; several where the citation is ambiguous. */
export const findDefinitions = (brief: Brief, library: Library, offset: number): readonly Definition[] => {
  const target = findCitationTarget(brief, library, offset);
  if (target?.kind === 'footnote') {
    if (target.footnote === null) return [];
    const name = { path: null, span: definitionMarkOf(brief, target.footnote) };
    return [{ from: target.span, whole: { path: null, span: target.footnote.span }, name }];
  }
  return target === undefined ? [] : referencesOfTarget(library, target).map((reference) => ({ from: target.span, whole: entryPlace(reference), name: namePlace(reference) }));
};

/** The works that a place is about. */
export const referencesOfTarget = (library: Library, target: CitationTarget): readonly Reference[] => {
  if (target.kind === 'entry') return [target.reference];
  if (target.kind === 'nocite') return library.references.filter(({ id, format }) => format !== 'list' && id === target.key);
  return target.kind === 'work' ? library.referencesOf(target.work) : [];
};

const entryPlace = ({ path, span }: Reference): Place => ({ path, span });

const namePlace = ({ path, span, keySpan }: Reference): Place => ({ path, span: keySpan ?? span });

/** A work's uses in the brief, each once: where `nocite` names it, then in order where it is cited. */
export const findUses = (brief: Brief, library: Library, reference: Reference): readonly Place[] => {
  const listed = reference.format === 'list' ? [] : nociteKeys(brief).filter(({ key }) => key === reference.id);
  const cited = library.usesOf(reference).map(({ citation, work }) => (citation.works.length === 1 ? citation.span : work.span));
  return [...listed.map(({ span }) => span), ...cited].map((span) => ({ path: null, span }));
};

export const declarationsOf = (references: readonly Reference[]): readonly Place[] => references.map(namePlace);

/** Marks of a note in the text, those without a definition too. */
export const findMarks = (brief: Brief, label: string): readonly Span[] =>
  [
    ...allCitations(brief).filter((citation) => isFootnoteMark(brief, citation) && citation.works.some(({ key }) => key === label)),
    ...brief.undefinedFootnotes.filter((mark) => mark.label === label),
  ]
    .map(({ span }) => span)
    .sort((a, b) => a.start - b.start);

/** All places in the brief that are about the same work or note as this one. */
export const findHighlights = (brief: Brief, library: Library, offset: number): readonly { readonly span: Span; readonly isDefinition: boolean }[] => {
  const target = findCitationTarget(brief, library, offset);
  if (target === undefined) return [];
  if (target.kind === 'footnote') {
    const definition = target.footnote === null ? [] : [{ span: definitionMarkOf(brief, target.footnote), isDefinition: true }];
    return [...findMarks(brief, target.label).map((span) => ({ span, isDefinition: false })), ...definition];
  }
  const references = referencesOfTarget(library, target);
  const uses = references.flatMap((reference) => findUses(brief, library, reference)).map(({ span }) => ({ span, isDefinition: false }));
  const entries = declarationsOf(references).flatMap(({ path, span }) => (path === null ? [{ span, isDefinition: true }] : []));
  return [...uses, ...entries];
};

/** The entry of a bibliography file at an offset into it. */
export const findEntryAt = (library: Library, path: string, offset: number): Reference | undefined =>
  library.references.find((reference) => reference.path === path && containsSpan(reference.span, { start: offset, end: offset }));
