import type { Span } from '../text/span';

export type BibliographyFormat = 'bibtex' | 'csl-json' | 'csl-yaml' | 'ris';

/** A person ("Khan, A. R.") or a body ("World Bank"), as its format says; `family` is the whole name of a body. */
export interface ReferenceName {
  readonly family: string;
  readonly given: string | null;
  readonly isBody: boolean;
}

/**
 * An entry that describes a work: of a bibliography file, of front matter `references:`, or of the brief's own plain list.
 * Text fields are plain: no LaTeX, no markup.
 */
export interface Reference {
  /** The key that `[@key]` names; for entries of a plain list "list:1", "list:2" …; unique in a library but for duplicates. */
  readonly id: string;
  readonly format: BibliographyFormat | 'front-matter' | 'list';
  /** Path of its file as the brief's settings name it; null: it stands in the brief itself. */
  readonly path: string | null;
  /** In its file (or the brief): the whole entry, and its key where it has one. */
  readonly span: Span;
  readonly keySpan: Span | null;
  /** CSL type: 'article-journal', 'report', 'book', 'webpage', 'legislation', 'dataset' …; 'document' where unknown. */
  readonly type: string;
  readonly authors: readonly ReferenceName[];
  readonly editors: readonly ReferenceName[];
  readonly title: string | null;
  readonly containerTitle: string | null;
  readonly publisher: string | null;
  /** "2024", "2024-25", "n.d.", "forthcoming"; null where none is given. */
  readonly year: string | null;
  /** The letter after the year: "a". */
  readonly yearSuffix: string | null;
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly date: string | null;
  readonly volume: string | null;
  readonly issue: string | null;
  readonly pages: string | null;
  readonly edition: string | null;
  /** Report, act or paper number. */
  readonly number: string | null;
  readonly doi: string | null;
  readonly url: string | null;
  readonly isbn: string | null;
  readonly accessed: string | null;
  /** Path of its text, as the entry names it. */
  readonly file: string | null;
  readonly keywords: readonly string[];
  /** Number in a numbered list, from 1; null elsewhere. */
  readonly listNumber: number | null;
  /** The entry as written, for a plain list; null elsewhere. */
  readonly text: string | null;
  /** Where each field's value stands, by lower-case field name as the format has it. */
  readonly fieldSpans: ReadonlyMap<string, Span>;
}

/** What is wrong at a place of a bibliography file. The other entries stand. */
export interface BibliographyProblem {
  readonly span: Span;
  readonly message: string;
  /** The key of the entry that is lost or damaged, where it can be told. */
  readonly key: string | null;
}

export interface Bibliography {
  readonly path: string;
  readonly format: BibliographyFormat;
  readonly text: string;
  readonly references: readonly Reference[];
  readonly problems: readonly BibliographyProblem[];
}
