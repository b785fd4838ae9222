import * as vscode from 'vscode';
import type { ExecuteCommandMiddleware } from 'vscode-languageclient';
import { checkWorkspaceCommand, explainRuleCommand, lookUpCommand, type CheckWorkspaceResult } from '../../server/src/protocol';
import { openRulePage } from './rule-pages';

/** The server's commands pass here first. */
export const executeCommand: NonNullable<ExecuteCommandMiddleware['executeCommand']> = (command, parameters, next) => {
  const rule: unknown = parameters[0];
  // We open the page rendered; the server could only show its text.
  if (command === explainRuleCommand && typeof rule === 'string') return openRulePage(rule);
  if (command === lookUpCommand && parameters.length === 0) return lookUpAtCursor(next);
  const result: unknown = next(command, parameters);
  if (command === checkWorkspaceCommand) return showResult(result as Promise<CheckWorkspaceResult>); // As the protocol says.
  return result;
};

/** From the command palette; the lamp says itself what it is about. The server tells the user what came of it. */
const lookUpAtCursor = (next: (command: string, parameters: unknown[]) => unknown): unknown => {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return vscode.window.showInformationMessage('Put the cursor on a citation first.');
  const { line, character } = editor.selection.active;
  return next(lookUpCommand, [editor.document.uri.toString(), { line, character }]);
};

const showResult = async (result: Promise<CheckWorkspaceResult>): Promise<CheckWorkspaceResult> => {
  const { files, findings, wasCancelled } = await result;
  const count = findings.error + findings.warning + findings.information;
  const checked = `${files} ${files === 1 ? 'file' : 'files'} checked${wasCancelled ? ' before you stopped it' : ''}`;
  void askToShowProblems(`${checked}: ${count === 0 ? 'no findings' : `${count} ${count === 1 ? 'finding' : 'findings'}`}`, count);
  return { files, findings, wasCancelled };
};

const askToShowProblems = async (message: string, count: number): Promise<void> => {
  const answer = await vscode.window.showInformationMessage(message, ...(count === 0 ? [] : ['Show Findings']));
  if (answer !== undefined) await vscode.commands.executeCommand('workbench.actions.view.problems');
};
