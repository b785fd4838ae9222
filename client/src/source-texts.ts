/**
 * The words of sources that an editor cannot show, such as a PDF: read-only documents under a scheme of their own, opened at the passage
 * that a hover points to. Their text comes from the server, which has read the file already.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { sourceTextRequest, sourceTextScheme, type SourceTextResult } from '../../server/src/protocol';
import { servedSchemes } from './document-selector';

export const openSourceTextCommand = 'brieflint.openSourceText';

/** `findClient`: the running one, for a restart makes another. */
export const registerSourceTexts = (findClient: () => BaseLanguageClient | undefined): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(sourceTextScheme, {
      provideTextDocumentContent: async (uri) => (await askForText(findClient(), uri)) ?? 'The text of this source is no longer here. Open the brief that cites it and follow the link again.',
    }),
    vscode.commands.registerCommand(openSourceTextCommand, openSourceText),
  );

const askForText = async (client: BaseLanguageClient | undefined, { query }: vscode.Uri): Promise<string | null> => {
  if (client?.isRunning() !== true) return null;
  const { text } = await client.sendRequest<SourceTextResult>(sourceTextRequest, parseQuery(query));
  return text;
};

const parseQuery = (query: string): unknown => {
  try {
    const parsed: unknown = JSON.parse(query);
    return parsed;
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
};

/** Our own read-only documents, and files of a workspace that lies on a file system of its own. */
export const canOpen = (scheme: string): boolean => scheme === sourceTextScheme || servedSchemes().includes(scheme);

/** Links in hovers run this; anybody may, but nothing else opens. */
const openSourceText = async (address: unknown): Promise<void> => {
  if (typeof address !== 'string') return;
  const uri = vscode.Uri.parse(address);
  if (!canOpen(uri.scheme)) return;
  const document = await vscode.workspace.openTextDocument(uri.with({ fragment: '' }));
  const line = Math.min(document.lineCount, Number(/^L(\d+)$/.exec(uri.fragment)?.[1] ?? 1)) - 1;
  const editor = await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true, selection: passageAt(document, line) });
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
};

/** Up to the next empty line. */
const passageAt = (document: vscode.TextDocument, line: number): vscode.Range => {
  let last = line;
  while (last + 1 < document.lineCount && !document.lineAt(last + 1).isEmptyOrWhitespace) last += 1;
  return new vscode.Range(line, 0, last, document.lineAt(last).text.length);
};
