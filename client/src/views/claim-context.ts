import * as vscode from 'vscode';

/** Menus and key bindings ask for them: is the cursor on a statement about which a rule asks "says who?", and which answers make sense there? */
const onClaimKey = 'brieflint.onClaim';
const answersKey = 'brieflint.offeredAnswers';

export interface AskedClaims {
  /** undefined: nothing is asked there. */
  readonly answersAt: (uri: vscode.Uri, position: vscode.Position) => readonly string[] | undefined;
  readonly onDidChangeTreeData: vscode.Event<undefined>;
}

export const registerClaimContext = (claims: AskedClaims): vscode.Disposable => {
  let known: string | undefined;
  const update = (): void => {
    const editor = vscode.window.activeTextEditor;
    const answers = editor && claims.answersAt(editor.document.uri, editor.selection.active);
    const words = answers?.join(' ') ?? 'nothing is asked';
    if (words === known) return;
    known = words;
    void vscode.commands.executeCommand('setContext', onClaimKey, answers !== undefined);
    void vscode.commands.executeCommand('setContext', answersKey, answers?.join(' ') ?? '');
  };
  update();
  return vscode.Disposable.from(vscode.window.onDidChangeTextEditorSelection(update), vscode.window.onDidChangeActiveTextEditor(update), claims.onDidChangeTreeData(update));
};
