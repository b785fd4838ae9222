import * as vscode from 'vscode';
import { profilesFor, type BriefProfiles } from '../brief-profiles';
import type { ClientSession } from '../client-session';
import { setProfile } from '../front-matter';

export const registerChooseProfile = (session: ClientSession): vscode.Disposable =>
  vscode.commands.registerCommand('brieflint.chooseProfile', async () => {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined) {
      void vscode.window.showInformationMessage('Open a brief first.');
      return;
    }
    const items = itemsOf(await profilesFor(session, document.uri), session.profileOf(document.uri));
    const chosen = await vscode.window.showQuickPick(items, { title: 'What kind of brief is this?', matchOnDescription: true });
    if (chosen !== undefined) await writeProfile(document, chosen.id);
  });

/** The one that the sections fit comes first, with the sections that say so; the one in force is told from the others. */
const itemsOf = ({ profiles, likely }: BriefProfiles, current: string | null): readonly (vscode.QuickPickItem & { readonly id: string })[] => {
  const sorted = [...profiles].sort((a, b) => Number(b.id === likely?.id) - Number(a.id === likely?.id));
  return sorted.map(({ id, name, authority }) => ({
    label: name,
    description: id === current ? `${id} (chosen now)` : id === likely?.id ? `${id} (fits best: ${likely.reasons})` : id,
    detail: authority,
    id,
  }));
};

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
