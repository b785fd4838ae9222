import type { CompletedReference } from '../library/complete-reference';
import { formatReference } from '../library/format-reference';
import type { Library } from '../library/library';
import type { Reference } from '../library/reference';
import { spanOfUse, type EvidenceCitation } from './evidence-citations';

export interface EvidenceReference {
  readonly id: string;
  readonly title: string | null;
  readonly year: string | null;
  /** Its file; null: it stands in the brief. */
  readonly path: string | null;
  readonly citedBy: readonly number[];
  /** As a reference list has it. */
  readonly formatted: string;
  readonly doi: string | null;
  readonly url: string | null;
  /** Its text, if that is here. */
  readonly text: { readonly path: string; readonly problem: string | null } | null;
  /** Fields that its entry lacks and an online lookup gave. */
  readonly lookedUp: readonly string[];
}

interface CompletedReferences {
  readonly completed: ReadonlyMap<Reference, CompletedReference>;
  readonly filePaths: ReadonlyMap<string, string>;
}

export const referenceLedger = (library: Library, citations: readonly EvidenceCitation[], { completed, filePaths }: CompletedReferences): readonly EvidenceReference[] =>
  library.references.map((entry) => {
    const { reference, lookedUp } = completed.get(entry) ?? { reference: entry, lookedUp: [] };
    const text = library.textOf(entry);
    return {
      id: entry.id,
      title: reference.title,
      year: reference.year === null ? null : reference.year + (reference.yearSuffix ?? ''),
      path: entry.path === null ? null : (filePaths.get(entry.path) ?? entry.path),
      citedBy: usesOf(library, entry, citations),
      formatted: entry.text !== null && lookedUp.length === 0 ? entry.text : formatReference(reference, 'apa'),
      doi: reference.doi,
      url: reference.url,
      text: text === undefined ? null : { path: text.path, problem: text.problem },
      lookedUp,
    };
  });

/** By where they stand, for library and ledger read the same citations; and marks of the notes that cite it. */
const usesOf = (library: Library, entry: Reference, citations: readonly EvidenceCitation[]): readonly number[] => {
  const spans = library.usesOf(entry).map(spanOfUse);
  return citations.flatMap((citation, i) => (citation.reference === entry.id || spans.some(({ start, end }) => start === citation.start && end === citation.end) ? [i] : []));
};
