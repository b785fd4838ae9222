import * as vscode from 'vscode';
import { pickFinding } from '../finding-at-cursor';
import { openRulePage } from '../rule-pages';

export const registerExplainFinding = (): vscode.Disposable =>
  vscode.commands.registerCommand('brieflint.explainFinding', async () => {
    const finding = await pickFinding('Explain which finding?');
    if (finding !== undefined) await openRulePage(finding.rule);
  });
