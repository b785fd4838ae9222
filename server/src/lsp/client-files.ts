import { ResponseError, type Connection } from 'vscode-languageserver';
import { findFilesRequest, readFileRequest, type FindFilesParams, type ReadFileParams } from '../protocol';
import type { Door } from './door';

/** Files that only the client can reach. An editor that does not know our requests has none. */
export const createClientFiles = (connection: Connection): Pick<Door, 'readText' | 'findFiles'> => {
  const ask = async (request: string, params: ReadFileParams | FindFilesParams): Promise<unknown> => {
    try {
      return await connection.sendRequest<unknown>(request, params);
    } catch (error) {
      if (!(error instanceof ResponseError)) throw error;
      connection.console.warn(`${request}: ${error.message}`);
      return undefined;
    }
  };
  return {
    readText: async (uri) => {
      const answer = await ask(readFileRequest, { uri });
      const text: unknown = typeof answer === 'object' && answer !== null && 'text' in answer ? answer.text : undefined;
      return typeof text === 'string' ? text.replace(/^\ufeff/, '') : undefined;
    },
    findFiles: async (folderUri, extensions) => {
      const answer = await ask(findFilesRequest, { folderUri, extensions });
      const uris: unknown = typeof answer === 'object' && answer !== null && 'uris' in answer ? answer.uris : undefined;
      return Array.isArray(uris) ? uris.filter((uri) => typeof uri === 'string') : [];
    },
  };
};
