import { ResponseError, type Connection } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { findFileRequest, listFolderRequest, readBytesRequest } from '../protocol';
import { withoutDots } from '../named-paths';
import type { SourceFiles } from '../source-files';

/** Source texts that only the client can reach. An editor that does not know our requests has none. */
export const createClientSourceFiles = (connection: Connection, loadPdfReader: SourceFiles['loadPdfReader']): SourceFiles => {
  const ask = async (request: string, uri: string): Promise<Readonly<Record<string, unknown>>> => {
    try {
      const answer = await connection.sendRequest<unknown>(request, { uri });
      return typeof answer === 'object' && answer !== null ? (answer as Readonly<Record<string, unknown>>) : {}; // Each field is looked at where it is used.
    } catch (error) {
      if (!(error instanceof ResponseError)) throw error;
      connection.console.warn(`${request}: ${error.message}`);
      return {};
    }
  };
  // Links are the client's concern, which does not follow them; "../" is ours.
  return {
    list: async (folderUri) => {
      const { names } = await ask(listFolderRequest, folderUri);
      return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
    },
    find: async (uri) => {
      const { file } = await ask(findFileRequest, uri);
      if (typeof file !== 'object' || file === null || !('size' in file) || !('stamp' in file)) return undefined;
      return typeof file.size === 'number' && typeof file.stamp === 'string' ? { uri: withoutDots(URI.parse(uri)), size: file.size, stamp: file.stamp } : undefined;
    },
    readBytes: async (uri) => {
      const { base64 } = await ask(readBytesRequest, uri);
      return typeof base64 === 'string' ? fromBase64(base64) : undefined;
    },
    resolveFolder: (folderUri) => Promise.resolve(withoutDots(URI.parse(folderUri))),
    loadPdfReader,
  };
};

const fromBase64 = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
