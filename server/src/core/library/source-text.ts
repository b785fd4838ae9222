/** The text of a source, read from `sources/` or the entry's file, cut into passages that an editor can point at. */
export interface SourceText {
  /** Path as found, for links. */
  readonly path: string;
  readonly format: 'text' | 'markdown' | 'html' | 'csv' | 'docx' | 'pdf';
  readonly passages: readonly Passage[];
  /** Why no text, or not all of it, is here ("larger than 20 MB", "scanned pages without text"); null if all is. */
  readonly problem: string | null;
}

/** A paragraph, row or line group. */
export interface Passage {
  readonly text: string;
  /** Page of a PDF, from 1; null elsewhere. */
  readonly page: number | null;
  /** Line of a text file, from 1; null for PDF and DOCX. */
  readonly line: number | null;
  /** A row of a table that its file marks as one, with the names of its columns. */
  readonly isRow?: true;
}
