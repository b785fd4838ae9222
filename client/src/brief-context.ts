import * as vscode from 'vscode';
import type { ClientSession } from './client-session';

/** Menus and key bindings ask for it: is the document in front read as a brief? */
const contextKey = 'brieflint.isBrief';

export const registerBriefContext = (session: ClientSession): vscode.Disposable => {
  const update = (): void => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    void vscode.commands.executeCommand('setContext', contextKey, uri !== undefined && session.isBrief(uri));
  };
  update();
  return vscode.Disposable.from(vscode.window.onDidChangeActiveTextEditor(update), session.onDidCheck(update));
};
