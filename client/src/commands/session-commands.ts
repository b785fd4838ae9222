import * as vscode from 'vscode';
import { checkAsBriefNotification, type CheckAsBriefParams } from '../../../server/src/protocol';
import type { ClientSession } from '../client-session';
import { isServed } from '../document-selector';

export const registerSessionCommands = (session: ClientSession): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.commands.registerCommand('brieflint.showOutput', () => session.output.show()),
    vscode.commands.registerCommand('brieflint.restartServer', () => session.restart()),
    vscode.commands.registerCommand('brieflint.checkAsBrief', () => checkAsBrief(session)),
  );

const checkAsBrief = async (session: ClientSession): Promise<void> => {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined) {
    void vscode.window.showInformationMessage('Open the file that you want to check first.');
    return;
  }
  if (!isServed(document)) {
    void vscode.window.showInformationMessage(`Only plain text and Markdown can be checked as a brief; this is ${document.languageId} (${document.uri.scheme}).`);
    return;
  }
  const params: CheckAsBriefParams = { uri: document.uri.toString() };
  await session.client?.sendNotification(checkAsBriefNotification, params);
};
