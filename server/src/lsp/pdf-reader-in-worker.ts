import type { Connection } from 'vscode-languageserver';
import type { ReadPdf } from '../core/library/extract/read-source-text';
import { pdfReaderRequest } from '../protocol';
import { rememberLoading, toPdfReader } from '../source-files';

/** In a web worker the bundle is one more script. The client knows where it lies; without our client there is no reader. */
export const loadPdfReaderInWorker = (connection: Connection): (() => Promise<ReadPdf | null>) =>
  rememberLoading(async () => {
    try {
      const answer = await connection.sendRequest<unknown>(pdfReaderRequest);
      const uri: unknown = typeof answer === 'object' && answer !== null && 'uri' in answer ? answer.uri : undefined;
      if (typeof uri !== 'string') return null;
      const scope = self as WorkerScope;
      scope.importScripts(uri);
      return toPdfReader(scope.brieflintPdf);
    } catch (error) {
      // The client does not know the request, or the script cannot be loaded.
      connection.console.warn(`PDFs cannot be read: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }
  });

/** What a worker has beyond a window, and the global that the bundle makes. */
type WorkerScope = typeof self & { readonly importScripts: (uri: string) => void; readonly brieflintPdf?: unknown };
