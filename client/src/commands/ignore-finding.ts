import * as vscode from 'vscode';
import { CodeActionRequest, type BaseLanguageClient, type CodeAction } from 'vscode-languageclient';
import type { ClientSession } from '../client-session';
import { pickFinding } from '../finding-at-cursor';

/** Takes the server's own quick fix for one finding: what a comment must look like, and where it may stand, only the server knows. */
export const registerIgnoreFinding = (session: ClientSession): vscode.Disposable =>
  vscode.commands.registerCommand('brieflint.ignoreFinding', async () => {
    const finding = await pickFinding('Ignore which finding?');
    const document = vscode.window.activeTextEditor?.document;
    if (finding === undefined || document === undefined || session.client === undefined) return;
    const action = await findIgnoreAction(session.client, document, finding.diagnostic);
    if (action?.edit === undefined) {
      void vscode.window.showInformationMessage('This finding cannot be ignored here.');
      return;
    }
    await vscode.workspace.applyEdit(await session.client.protocol2CodeConverter.asWorkspaceEdit(action.edit));
  });

/** Ignoring at the place comes before ignoring in the whole file. */
const findIgnoreAction = async (client: BaseLanguageClient, document: vscode.TextDocument, diagnostic: vscode.Diagnostic): Promise<CodeAction | undefined> => {
  const { code2ProtocolConverter } = client;
  const answer = await client.sendRequest(CodeActionRequest.type, {
    textDocument: code2ProtocolConverter.asTextDocumentIdentifier(document),
    range: code2ProtocolConverter.asRange(diagnostic.range),
    context: { diagnostics: [code2ProtocolConverter.asDiagnostic(diagnostic)], only: ['quickfix'] },
  });
  return answer?.find((action): action is CodeAction => 'edit' in action && action.title.startsWith('Ignore'));
};
