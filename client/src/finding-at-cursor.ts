import * as vscode from 'vscode';

export interface FindingAtCursor {
  readonly rule: string;
  readonly diagnostic: vscode.Diagnostic;
}

/** The findings under the cursor; failing that, those that begin on its line. */
export const findingsAt = (document: vscode.TextDocument, position: vscode.Position): readonly FindingAtCursor[] => {
  const findings = vscode.languages.getDiagnostics(document.uri).flatMap(toFinding);
  const under = findings.filter(({ diagnostic }) => diagnostic.range.contains(position));
  if (under.length > 0) return under;
  return findings.filter(({ diagnostic }) => diagnostic.range.start.line === position.line);
};

/** One finding: asks which when there are several, and says so when there is none. */
export const pickFinding = async (title: string): Promise<FindingAtCursor | undefined> => {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const findings = findingsAt(editor.document, editor.selection.active);
  if (findings.length === 0) {
    void vscode.window.showInformationMessage('No finding at the cursor. Put the cursor on underlined text and try again.');
    return undefined;
  }
  if (findings.length === 1) return findings[0];
  const items = findings.map((finding) => ({ label: finding.diagnostic.message, description: finding.rule, finding }));
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.finding;
};

const toFinding = (diagnostic: vscode.Diagnostic): FindingAtCursor[] => {
  if (diagnostic.source !== 'brieflint') return [];
  const { code } = diagnostic;
  const rule = typeof code === 'object' ? code.value : code;
  return typeof rule === 'string' ? [{ rule, diagnostic }] : [];
};
