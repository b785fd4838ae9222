import * as vscode from 'vscode';
import { profiles } from '../../../server/src/core/profiles/profiles';
import { setProfile } from '../front-matter';

export const registerChooseProfile = (): vscode.Disposable =>
  vscode.commands.registerCommand('brieflint.chooseProfile', async () => {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined) {
      void vscode.window.showInformationMessage('Open a brief first.');
      return;
    }
    const items = profiles.map(({ id, name, authority }) => ({ label: name, description: id, detail: authority, id }));
    const chosen = await vscode.window.showQuickPick(items, { title: 'What kind of brief is this?', matchOnDescription: true });
    if (chosen !== undefined) await writeProfile(document, chosen.id);
  });

const writeProfile = async (document: vscode.TextDocument, profile: string): Promise<void> => {
  const edit = setProfile(document.getText(), profile);
  if (edit === undefined) {
    void vscode.window.showWarningMessage('The front matter of this file cannot be read, so the profile was not written. Mend it first.');
    return;
  }
  const workspaceEdit = new vscode.WorkspaceEdit();
  workspaceEdit.replace(document.uri, new vscode.Range(document.positionAt(edit.start), document.positionAt(edit.end)), edit.newText);
  await vscode.workspace.applyEdit(workspaceEdit);
};
