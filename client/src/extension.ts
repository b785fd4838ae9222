/** The extension in Node: the desktop and remote hosts. The server is a process of its own. */
import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateClient, type ActivatedClient, type ClientSession } from './client-session';

let session: ClientSession | undefined;

export const activate = (context: vscode.ExtensionContext): ActivatedClient['exports'] => {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const activated = activateClient(context, (options) => new LanguageClient('brieflint', 'Policy Brief', server, options));
  session = activated.session;
  return activated.exports;
};

export const deactivate = async (): Promise<void> => session?.stop();
