/** The extension in Node: the desktop and remote hosts. The server is a process of its own. */
import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateClient, type ClientSession } from './client-session';

let session: ClientSession | undefined;

export const activate = async (context: vscode.ExtensionContext): Promise<void> => {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  session = await activateClient(context, (options) => new LanguageClient('brieflint', 'Policy Brief', server, options));
};

export const deactivate = async (): Promise<void> => session?.stop();
