/**
 * What our client and server say to each other beyond the Language Server Protocol: names and types, no logic. An editor that
 * knows nothing of this file still gets everything but the status item.
 */
import type { Severity } from './core/lint/severity';

/** `initializationOptions`; every field may be missing. */
export interface InitializationOptions {
  /** Address of the folder with the rule pages, ending in "/". Default: docs/rules/ beside the bundle, where there is a disk. */
  readonly docsBase?: string;
  /** The client listens to `brieflint/status`. */
  readonly wantsStatus?: boolean;
  /** The client opens `brieflint-source:` addresses, and asks for their text with `brieflint/sourceText`. */
  readonly opensSourceTexts?: boolean;
}

/**
 * Read-only documents with the words of a source that an editor cannot show, such as a PDF. The query is the JSON of `SourceTextParams`,
 * the fragment the line ("L12").
 */
export const sourceTextScheme = 'brieflint-source';

/** Client to server: the text behind such an address. */
export const sourceTextRequest = 'brieflint/sourceText';

export interface SourceTextParams {
  /** Address of an open brief, and the id of a reference that it cites. */
  readonly brief: string;
  readonly reference: string;
}

/** null: there is no such text any more. */
export interface SourceTextResult {
  readonly text: string | null;
}

/** Server to client, after each check of an open document. */
export const statusNotification = 'brieflint/status';

export interface StatusParams {
  readonly uri: string;
  /** null: no profile set. */
  readonly profile: string | null;
  readonly findings: Readonly<Record<Severity, number>>;
  /** Reasons in plain words, each once, in order. */
  readonly unchecked: readonly string[];
  /** Why a document is not checked at all; null where it is. */
  readonly whyNothing: string | null;
}

/** Client to server: check this open document as a brief though its language is not Markdown. */
export const checkAsBriefNotification = 'brieflint/checkAsBrief';

export interface CheckAsBriefParams {
  readonly uri: string;
}

/** Server to client, where the server has no disk (web worker). */
export const readFileRequest = 'brieflint/readFile';

export interface ReadFileParams {
  readonly uri: string;
}

/** null: there is no such file, or it is too large to send. */
export interface ReadFileResult {
  readonly text: string | null;
}

/** Server to client, where the server has no disk: all files below a folder with one of these endings, sorted, ignored files left out. */
export const findFilesRequest = 'brieflint/findFiles';

export interface FindFilesParams {
  readonly folderUri: string;
  /** Without the dot: "md". */
  readonly extensions: readonly string[];
}

export interface FindFilesResult {
  readonly uris: readonly string[];
}

/** Server to client, where the server has no disk: the files (not folders) in a folder. */
export const listFolderRequest = 'brieflint/listFolder';

export interface ListFolderParams {
  readonly uri: string;
}

export interface ListFolderResult {
  readonly names: readonly string[];
}

/** Server to client, where the server has no disk: is there such a file, and has it changed? */
export const findFileRequest = 'brieflint/findFile';

export interface FindFileParams {
  readonly uri: string;
}

/** null: there is none. */
export interface FindFileResult {
  readonly file: { readonly size: number; readonly stamp: string } | null;
}

/** Server to client, where the server has no disk: the content of a file, which may be no text. */
export const readBytesRequest = 'brieflint/readBytes';

export interface ReadBytesParams {
  readonly uri: string;
}

/** null: there is no such file, or it is too large to send. */
export interface ReadBytesResult {
  readonly base64: string | null;
}

/** Web worker to client: where the bundle with the reader of PDFs lies. A worker does not know where it was loaded from. */
export const pdfReaderRequest = 'brieflint/pdfReader';

export interface PdfReaderResult {
  readonly uri: string;
}

/**
 * Commands that the server runs (`workspace/executeCommand`). Language clients register them by themselves: an extension must not do so again,
 * but may answer them first in its `executeCommand` middleware.
 */
export const checkWorkspaceCommand = 'brieflint.checkWorkspace';

/** Arguments: the rule's name. Opens the rule's page. */
export const explainRuleCommand = 'brieflint.explainRule';

/** Arguments: address of a document and a position in it. Looks up online what the entry cited there lacks, if the user has that switched on. */
export const lookUpCommand = 'brieflint.lookUp';

/** Result of `brieflint.checkWorkspace`. */
export interface CheckWorkspaceResult {
  readonly files: number;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly wasCancelled: boolean;
}
