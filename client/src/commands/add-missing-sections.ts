import * as vscode from 'vscode';
import { CodeActionRequest } from 'vscode-languageclient';
import { missingSectionsKind } from '../../../server/src/protocol';
import type { ClientSession } from '../client-session';

/** The server's own source action: which sections are missing, and where they belong, only the server knows. */
export const registerAddMissingSections = (session: ClientSession): vscode.Disposable =>
  vscode.commands.registerCommand('brieflint.addMissingSections', async () => {
    const document = vscode.window.activeTextEditor?.document;
    const { client } = session;
    if (document === undefined || client === undefined || !session.isBrief(document.uri)) {
      void vscode.window.showInformationMessage('Open the brief whose sections you want to complete first.');
      return;
    }
    const start = { line: 0, character: 0 };
    const answer = await client.sendRequest(CodeActionRequest.type, {
      textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
      range: { start, end: start },
      context: { diagnostics: [], only: [missingSectionsKind] },
    });
    const edit = (answer ?? []).flatMap((action) => ('edit' in action && action.kind === missingSectionsKind ? [action.edit] : []))[0];
    if (edit === undefined) void vscode.window.showInformationMessage('No section is missing that the profile of this brief asks for. Without a profile, none is asked for.');
    else await vscode.workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit));
  });
