import * as vscode from 'vscode';
import { CodeActionRequest, type BaseLanguageClient, type CodeAction } from 'vscode-languageclient';
import type { IgnoreActionData } from '../../../server/src/protocol';
import type { ClientSession } from '../client-session';
import { goToClaim, isClaimNode } from '../claim-node';
import { pickFinding } from '../finding-at-cursor';

/** Takes the server's own quick fix for one finding: what a comment must look like, and where it may stand, only the server knows. */
export const registerIgnoreFinding = (session: ClientSession): vscode.Disposable =>
  vscode.commands.registerCommand('brieflint.ignoreFinding', async (node: unknown) => {
    if (isClaimNode(node) && !(await goToClaim(node))) return;
    const finding = await pickFinding('Ignore which finding?');
    const document = vscode.window.activeTextEditor?.document;
    if (finding === undefined || document === undefined || session.client === undefined) return;
    const actions = await findIgnoreActions(session.client, document, finding.diagnostic);
    const action = actions.get('here') ?? (await confirmInFile(finding.rule, actions.get('in-file')));
    if (action?.edit === undefined) return;
    await vscode.workspace.applyEdit(await session.client.protocol2CodeConverter.asWorkspaceEdit(action.edit));
  });

type Ignores = IgnoreActionData['ignores'];

const findIgnoreActions = async (client: BaseLanguageClient, document: vscode.TextDocument, diagnostic: vscode.Diagnostic): Promise<ReadonlyMap<Ignores, CodeAction>> => {
  const { code2ProtocolConverter } = client;
  const answer = await client.sendRequest(CodeActionRequest.type, {
    textDocument: code2ProtocolConverter.asTextDocumentIdentifier(document),
    range: code2ProtocolConverter.asRange(diagnostic.range),
    context: { diagnostics: [code2ProtocolConverter.asDiagnostic(diagnostic)], only: ['quickfix'] },
  });
  return new Map((answer ?? []).flatMap((action) => ('edit' in action && isIgnoreData(action.data) ? [[action.data.ignores, action] as const] : [])));
};

const isIgnoreData = (data: unknown): data is IgnoreActionData =>
  typeof data === 'object' && data !== null && 'ignores' in data && (data.ignores === 'here' || data.ignores === 'in-file');

/** It hides more than the one finding that was pointed at. */
const confirmInFile = async (rule: string, action: CodeAction | undefined): Promise<CodeAction | undefined> => {
  if (action === undefined) {
    void vscode.window.showInformationMessage('This finding cannot be ignored here.');
    return undefined;
  }
  const ignore = 'Ignore in This File';
  const answer = await vscode.window.showWarningMessage(`No comment can stand here. Ignore ${rule} in the whole file?`, { modal: true }, ignore);
  return answer === ignore ? action : undefined;
};
