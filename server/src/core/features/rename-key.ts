/** Renaming a key of the bibliography, or the label of a note, wherever it stands. */
import type { Library } from '../library/library';
import type { Reference } from '../library/reference';
import type { Brief } from '../model/brief';
import { nociteKeys } from '../model/nocite';
import { sliceOf, spanOf, type Span } from '../text/span';
import { allCitations, definitionMarkOf, findCitationTarget } from './citation-target';
import { writtenKey } from './citation-habit';
import { findMarks, type Place } from './citation-places';

export interface RenameTarget {
  readonly kind: 'key' | 'label';
  readonly name: string;
  /** The name alone, without `@`, braces or `[^`. */
  readonly span: Span;
}

export interface RenameEdit extends Place {
  readonly newText: string;
}

/** A key or label at the place; author-year citations and entries of plain lists have no name of their own: undefined. */
export const findRenameTarget = (brief: Brief, library: Library, offset: number): RenameTarget | undefined => {
  const target = findCitationTarget(brief, library, offset);
  if (target?.kind === 'footnote') return { kind: 'label', name: target.label, span: spanOf(target.span.start + 2, target.span.end - 1) };
  if (target?.kind === 'work' && target.citation.style === 'key' && target.work.key !== null) {
    return { kind: 'key', name: target.work.key, span: keyInside(brief.text, target.work.span, target.work.key) };
  }
  if (target?.kind === 'nocite') return { kind: 'key', name: target.key, span: keyInside(brief.text, target.span, target.key) };
  if (target?.kind !== 'entry' || target.reference.keySpan === null) return undefined;
  return { kind: 'key', name: target.reference.id, span: target.reference.keySpan };
};

/** `key` of `-@key` and `@{key}`. */
const keyInside = (text: string, span: Span, key: string): Span => {
  const start = text.indexOf(key, span.start);
  return start < 0 ? span : spanOf(start, start + key.length);
};

/** Why a new name will not do; null where it will. `keys` are those that are taken. */
export const whyNotName = (target: Pick<RenameTarget, 'kind' | 'name'>, newName: string, taken: ReadonlySet<string>): string | null => {
  if (newName === '' || /\s/u.test(newName)) return 'A name has no blanks in it';
  if (target.kind === 'label' && /[[\]^]/u.test(newName)) return 'A label has no [, ] or ^ in it';
  if (target.kind === 'key' && /[{}(),"'#%~\\=@;[\]]/u.test(newName)) return `A key has none of { } ( ) [ ] , ; " ' # % ~ \\ = @ in it`;
  return newName !== target.name && taken.has(newName) ? `"${newName}" is taken` : null;
};

export const takenLabels = (brief: Brief): ReadonlySet<string> => new Set(brief.footnotes.map(({ label }) => label));

export const takenKeys = (library: Library): ReadonlySet<string> => new Set(library.references.filter(({ format }) => format !== 'list').map(({ id }) => id));

export const renameLabel = (brief: Brief, label: string, newLabel: string): readonly RenameEdit[] => {
  const definitions = brief.footnotes.filter((footnote) => footnote.label === label).map((footnote) => definitionMarkOf(brief, footnote));
  return [...findMarks(brief, label), ...definitions].map(({ start, end }) => ({ path: null, span: spanOf(start + 2, end - 1), newText: newLabel }));
};

/** Citations in a brief, and `nocite` of its front matter. An unusual key gets its braces, a usual one loses them. */
export const renameKeyInBrief = (brief: Brief, key: string, newKey: string): readonly RenameEdit[] =>
  [...nociteKeys(brief), ...allCitations(brief).flatMap(({ style, works }) => (style === 'key' ? works : []))]
    .filter((found) => found.key === key)
    .map(({ span }) => {
      const minus = brief.text[span.start] === '-' ? 1 : 0;
      return { path: null, span: spanOf(span.start + minus, span.end), newText: writtenKey(newKey) };
    });

/** The entries of that key, twins too, and where other entries of a BibTeX file refer to it (`crossref`, `xref`, `xdata`, `related`). */
export const renameKeyInLists = (brief: Brief, library: Library, key: string, newKey: string): readonly RenameEdit[] => {
  const textOf = (path: string | null): string | undefined => (path === null ? brief.text : library.files.find((file) => file.path === path)?.text);
  return library.references.flatMap((reference): readonly RenameEdit[] => {
    const text = textOf(reference.path);
    if (text === undefined || reference.format === 'list') return [];
    const own = reference.id === key && reference.keySpan !== null ? keyEdit(text, reference, reference.keySpan, newKey) : [];
    return [...own, ...pointersOf(text, reference, key, newKey)];
  });
};

const keyEdit = (text: string, reference: Reference, span: Span, newKey: string): readonly RenameEdit[] => {
  const written = sliceOf(text, span);
  const at = written.indexOf(reference.id);
  // Written with escapes: the place of the bare key is not ours to guess.
  return at < 0 ? [] : [{ path: reference.path, span: spanOf(span.start + at, span.start + at + reference.id.length), newText: newKey }];
};

const pointerFields = ['crossref', 'xref', 'xdata', 'related', 'entryset'];

const pointersOf = (text: string, reference: Reference, key: string, newKey: string): readonly RenameEdit[] =>
  reference.format !== 'bibtex'
    ? []
    : pointerFields.flatMap((field) => {
        const span = reference.fieldSpans.get(field);
        if (span === undefined) return [];
        const parts = [...sliceOf(text, span).matchAll(/[^\s,{}"]+/gu)].filter(([word]) => word === key);
        return parts.map(({ index }) => ({ path: reference.path, span: spanOf(span.start + index, span.start + index + key.length), newText: newKey }));
      });
