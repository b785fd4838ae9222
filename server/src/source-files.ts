/** What reading source texts asks of the world, beside the texts that a `Host` reads: folders, bytes, and a reader of PDFs. */
import type { ReadPdf } from './core/library/extract/read-source-text';

export interface SourceFiles {
  /** Names of the files (not folders) in a folder; empty where there is none. */
  readonly list: (folderUri: string) => Promise<readonly string[]>;
  /** undefined: there is no such file. */
  readonly find: (uri: string) => Promise<FoundFile | undefined>;
  /** undefined: not there any more, or not readable. */
  readonly readBytes: (uri: string) => Promise<Uint8Array | undefined>;
  /** Where links lead, of a folder; the same address where there are no links. */
  readonly resolveFolder: (folderUri: string) => Promise<string>;
  /** Loads the reader when the first PDF is met; null: PDFs cannot be read here. */
  readonly loadPdfReader: () => Promise<ReadPdf | null>;
}

export interface FoundFile {
  /** Where the file really lies, links followed. */
  readonly uri: string;
  readonly size: number;
  /** Another one whenever the content may have changed. */
  readonly stamp: string;
}

/** What the bundle with the PDF reader gives, as far as it is what we expect. */
export const toPdfReader = (module: unknown): ReadPdf | null => {
  if (typeof module !== 'object' || module === null || !('readPdf' in module) || typeof module.readPdf !== 'function') return null;
  return module.readPdf as ReadPdf; // Both bundles are built from one source.
};

/** Reads a PDF with a reader that is loaded at its first call, and said to be missing where it cannot be loaded. */
export const rememberLoading = (load: () => Promise<ReadPdf | null>): (() => Promise<ReadPdf | null>) => {
  let loading: Promise<ReadPdf | null> | undefined;
  return () => (loading ??= load());
};
