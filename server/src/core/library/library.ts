import type { Citation, CitedWork } from '../text/citation';
import type { Span } from '../text/span';
import type { Bibliography, Reference } from './reference';
import type { SourceText } from './source-text';

/** What the doors read for a brief before it is checked: bibliography files as named, and texts of sources by reference id. */
export interface LibraryInputs {
  readonly files: readonly Bibliography[];
  /** Named files that are not there or cannot be read. */
  readonly unreadable: readonly UnreadableFile[];
  /** By reference id; a source without a text is not in it. */
  readonly texts: ReadonlyMap<string, SourceText>;
}

export interface UnreadableFile {
  /** As named. */
  readonly path: string;
  /** Where the brief names it; null: a settings file does. */
  readonly span: Span | null;
  readonly reason: string;
}

/** What a cited work leads to. Ambiguity is said, not guessed. */
export type Resolution =
  | { readonly kind: 'found'; readonly reference: Reference; /** Same work, but the list has another year. */ readonly yearDiffers: boolean }
  | { readonly kind: 'ambiguous'; readonly references: readonly Reference[] }
  /** `nearest`: likely meant, best first, at most three. */
  | { readonly kind: 'missing'; readonly nearest: readonly Reference[] }
  /** Nothing to look up: a link, an instrument, own work, or a brief without any list. */
  | { readonly kind: 'not-listed' };

export interface CitationUse {
  readonly citation: Citation;
  readonly work: CitedWork;
}

/** All references that a brief can cite, and what each of its citations leads to. Built once a check. */
export interface Library {
  readonly references: readonly Reference[];
  readonly files: readonly Bibliography[];
  readonly unreadable: readonly UnreadableFile[];
  /** There is a list or file to look into, so that a citation without an entry is a fault. */
  readonly hasReferences: boolean;
  readonly resolve: (work: CitedWork) => Resolution;
  /** The one reference that a work leads to, even if the list has another year. */
  readonly referenceOf: (work: CitedWork) => Reference | undefined;
  /** The same, only if the years agree. */
  readonly exactReferenceOf: (work: CitedWork) => Reference | undefined;
  /** All that a work may mean: one, several where it is ambiguous, none. */
  readonly referencesOf: (work: CitedWork) => readonly Reference[];
  /** Uses of a reference in the brief, in order; of footnotes, tables and source lines as well. */
  readonly usesOf: (reference: Reference) => readonly CitationUse[];
  readonly textOf: (reference: Reference) => SourceText | undefined;
}
