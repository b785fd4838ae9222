/// <reference types="mocha" />
import * as vscode from 'vscode';

export const source = 'brieflint';

const folder = (): vscode.Uri => {
  const first = vscode.workspace.workspaceFolders?.[0];
  if (first === undefined) throw new Error('the suite needs a workspace folder');
  return first.uri;
};

export const fileUri = (name: string): vscode.Uri => vscode.Uri.joinPath(folder(), name);

export const writeFile = async (name: string, text: string): Promise<vscode.Uri> => {
  const uri = fileUri(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
};

export const deleteFile = async (name: string): Promise<void> => vscode.workspace.fs.delete(fileUri(name));

/** A file of its own for each test, so that no test sees the findings of another. */
export const openFile = async (name: string, text: string): Promise<vscode.TextDocument> => {
  const document = await vscode.workspace.openTextDocument(await writeFile(name, text));
  await vscode.window.showTextDocument(document);
  return document;
};

export const findingsOf = (document: vscode.TextDocument): readonly vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(document.uri).filter((diagnostic) => diagnostic.source === source);

export const ruleOf = ({ code }: vscode.Diagnostic): unknown => (typeof code === 'object' ? code.value : code);

export const hasRule = (document: vscode.TextDocument, rule: string): boolean => findingsOf(document).some((finding) => ruleOf(finding) === rule);

export const waitForRule = (document: vscode.TextDocument, rule: string): Promise<vscode.Diagnostic> =>
  eventually(`a finding of ${rule}`, () => findingsOf(document).find((finding) => ruleOf(finding) === rule));

export const waitUntilGone = async (document: vscode.TextDocument, rule: string): Promise<void> => {
  await eventually(`no finding of ${rule}`, () => (hasRule(document, rule) ? undefined : true));
};

/** Asks again until there is an answer; fails after ten seconds. */
export const eventually = async <Answer>(what: string, ask: () => Answer | undefined | PromiseLike<Answer | undefined>): Promise<Answer> => {
  const end = Date.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

// The worker host has no node:assert.
export const assert = (condition: boolean, message: string): void => {
  if (!condition) throw new Error(message);
};

export const assertEqual = (actual: unknown, expected: unknown): void =>
  assert(actual === expected, `expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);

export const assertIncludes = (text: string, part: string): void => assert(text.includes(part), `expected ${JSON.stringify(part)} in ${JSON.stringify(text)}`);
