import type { InitializeParams } from 'vscode-languageserver';
import { parseClientFeatures, type ClientFeatures } from './client-features';

/** What a client said of itself when it introduced itself. */
export interface Session {
  readonly features: ClientFeatures;
  readonly docsBase: string | null;
  readonly wantsStatus: boolean;
  /** See the protocol. */
  readonly opensSourceTexts: boolean;
  /** See the protocol. */
  readonly picksCitations: boolean;
  readonly folderUris: readonly string[];
}

export const startSession = (params: InitializeParams, docsBaseOfDoor: string | null): Session => {
  const options = parseOptions(params.initializationOptions);
  // A client may send less than the types promise.
  const { capabilities, workspaceFolders } = params as Partial<InitializeParams>;
  return {
    features: parseClientFeatures(capabilities ?? {}),
    docsBase: options.docsBase ?? docsBaseOfDoor,
    wantsStatus: options.wantsStatus,
    opensSourceTexts: options.opensSourceTexts,
    picksCitations: options.picksCitations,
    folderUris: workspaceFolders?.map(({ uri }) => uri) ?? rootOf(params),
  };
};

const rootOf = (params: InitializeParams): readonly string[] => {
  const rootUri: unknown = (params as { readonly rootUri?: unknown }).rootUri; // Deprecated, but all that older clients send.
  return typeof rootUri === 'string' ? [rootUri] : [];
};

const parseOptions = (options: unknown): Pick<Session, 'docsBase' | 'wantsStatus' | 'opensSourceTexts' | 'picksCitations'> => {
  const { docsBase, wantsStatus, opensSourceTexts, picksCitations } = (typeof options === 'object' && options !== null ? options : {}) as Readonly<Record<string, unknown>>; // Each is looked at below.
  return {
    docsBase: typeof docsBase === 'string' && docsBase !== '' ? docsBase.replace(/\/*$/, '/') : null,
    wantsStatus: wantsStatus === true,
    opensSourceTexts: opensSourceTexts === true,
    picksCitations: picksCitations === true,
  };
};

/** The innermost workspace folder that holds a document; undefined for one outside of all. */
export const folderUriOf = (folderUris: readonly string[], uri: string): string | undefined =>
  folderUris
    .map((folder) => folder.replace(/\/+$/, ''))
    .filter((folder) => uri.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0];
