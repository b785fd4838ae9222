/** The language server in a web worker. It has no disk: what it needs to read, it asks of its client. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { createClientFiles } from './lsp/client-files';
import { createClientSourceFiles } from './lsp/client-source-files';
import { loadPdfReaderInWorker } from './lsp/pdf-reader-in-worker';
import { serve } from './lsp/server';
import { localDate } from './local-date';

// The compiler takes `self` for a window; in a worker it is the worker's own scope, and that is all that these two need.
const scope = self as DedicatedWorkerGlobalScope;
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));

serve(connection, {
  ...createClientFiles(connection),
  sources: createClientSourceFiles(connection, loadPdfReaderInWorker(connection)),
  docsBase: null,
  today: () => localDate(new Date()),
  now: () => performance.now(),
});
