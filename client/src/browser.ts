/** The extension on the web: no disk, no processes. The server is a web worker. */
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { pdfReaderRequest, type PdfReaderResult } from '../../server/src/protocol';
import { activateClient, type ActivatedClient, type ClientSession } from './client-session';

let session: ClientSession | undefined;

export const activate = (context: vscode.ExtensionContext): ActivatedClient['exports'] => {
  const serverUri = vscode.Uri.joinPath(context.extensionUri, 'dist', 'browser', 'server.js');
  let worker: Worker | undefined;
  const activated = activateClient(context, (options) => {
    // A worker outlives its connection; after a restart the old one would idle on.
    worker?.terminate();
    worker = new Worker(serverUri.toString(true));
    const client = new LanguageClient('brieflint', 'Policy Brief', worker, options);
    client.onRequest(pdfReaderRequest, (): PdfReaderResult => ({ uri: vscode.Uri.joinPath(context.extensionUri, 'dist', 'browser', 'pdf.js').toString(true) }));
    return client;
  });
  session = activated.session;
  return activated.exports;
};

export const deactivate = async (): Promise<void> => session?.stop();
