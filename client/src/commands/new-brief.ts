/** A new brief from the template of a profile: which kind, what title, which folder; then the first blank is selected. */
import * as vscode from 'vscode';
import { buildTemplate, hasTemplate } from '../../../server/src/core/profiles/brief-template';
import type { Profile } from '../../../server/src/core/profiles/profile';
import { titleIn } from '../../../server/src/core/profiles/section-texts';
import { toSnippet } from '../../../server/src/core/profiles/snippet-text';
import { likelyPlace, profilesFor } from '../brief-profiles';
import type { ClientSession } from '../client-session';
import { fileNameOf } from '../file-name';

/** What a key binding may settle beforehand; the rest is asked. */
export interface NewBriefOptions {
  readonly profile?: string;
  readonly title?: string;
  /** An address, such as "file:///home/ana/briefs". */
  readonly folder?: string;
}

export const registerNewBrief = (session: ClientSession): vscode.Disposable =>
  vscode.commands.registerCommand('brieflint.newBrief', async (options: NewBriefOptions = {}) => {
    const { profiles } = await profilesFor(session, options.folder === undefined ? likelyPlace() : vscode.Uri.joinPath(vscode.Uri.parse(options.folder), 'brief.md'));
    const profile = profiles.find(({ id }) => id === options.profile) ?? (await askProfile(profiles));
    if (profile === undefined || !hasTemplate(profile)) return;
    const title = options.title ?? (await askTitle());
    if (title === undefined) return;
    const folder = options.folder === undefined ? await askFolder() : vscode.Uri.parse(options.folder);
    if (folder === undefined) return;
    await createBrief(profile, title.trim(), folder);
  });

const askProfile = async (profiles: readonly Profile[]): Promise<Profile | undefined> => {
  const items = profiles.filter(hasTemplate).map((profile) => ({ label: profile.name, description: profile.id, detail: contentsOf(profile), profile }));
  const chosen = await vscode.window.showQuickPick(items, { title: 'New policy brief: what kind?', matchOnDescription: true, matchOnDetail: true });
  return chosen?.profile;
};

/** "700 to 2,200 words: Summary · Problem · Evidence". The length comes first, for the end is cut off where the list is narrow. */
const contentsOf = (profile: Profile): string => {
  const { required, words } = profile;
  const sections = required.map(([key = 'summary']) => titleIn(profile, key)).join(' · ');
  if (words === null) return sections;
  const low = words.low === 0 ? 'up to ' : `${words.low.toLocaleString()} to `;
  return `${low}${words.high.toLocaleString()} words: ${sections}`;
};

const askTitle = (): Thenable<string | undefined> =>
  vscode.window.showInputBox({ title: 'New policy brief: title', prompt: 'A good title states the finding or what is asked for. Leave it empty to decide later.', placeHolder: 'Title' });

const elsewhere = { label: 'Another folder…', folder: undefined };

const askFolder = async (): Promise<vscode.Uri | undefined> => {
  const folders = likelyFolders().map((folder) => ({ ...namesOf(folder), folder }));
  if (folders.length > 0) {
    const chosen = await vscode.window.showQuickPick([...folders, elsewhere], { title: 'New policy brief: which folder?' });
    if (chosen !== elsewhere) return chosen?.folder;
  }
  const [chosen] = (await vscode.window.showOpenDialog({ canSelectFiles: false, canSelectFolders: true, openLabel: 'Put the brief here' })) ?? [];
  return chosen;
};

/** A folder that is open goes by its name, not by its whole path; one inside it by the way there. */
const namesOf = (folder: vscode.Uri): Pick<vscode.QuickPickItem, 'label' | 'description'> => {
  const open = vscode.workspace.getWorkspaceFolder(folder);
  return open?.uri.toString() === folder.toString() ? { label: open.name, description: 'the open folder' } : { label: vscode.workspace.asRelativePath(folder) };
};

/** That of the brief being read, then those that are open. */
const likelyFolders = (): readonly vscode.Uri[] => {
  const document = vscode.window.activeTextEditor?.document;
  const open = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const beside = document === undefined || vscode.workspace.getWorkspaceFolder(document.uri) === undefined ? [] : [vscode.Uri.joinPath(document.uri, '..')];
  return [...new Map([...beside, ...open].map((uri) => [uri.toString(), uri])).values()];
};

const createBrief = async (profile: Profile, title: string, folder: vscode.Uri): Promise<void> => {
  const uri = await freePath(folder, fileNameOf(title === '' ? profile.id : title));
  const text = buildTemplate(profile, { ...(title !== '' && { title }), date: today() });
  try {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  } catch (error) {
    void vscode.window.showErrorMessage(`The brief could not be written to ${uri.fsPath}: ${error instanceof Error ? error.message : String(error)}`);
    return;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document);
  // The same text once more, now with tab stops.
  const whole = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  await editor.insertSnippet(new vscode.SnippetString(toSnippet(text)), whole);
};

/** "water.md", or "water-2.md" where there is one. */
const freePath = async (folder: vscode.Uri, name: string): Promise<vscode.Uri> => {
  for (let number = 1; ; number++) {
    const uri = vscode.Uri.joinPath(folder, `${name}${number === 1 ? '' : `-${number}`}.md`);
    if (!(await exists(uri))) return uri;
  }
};

const exists = async (uri: vscode.Uri): Promise<boolean> => {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
};

const today = (): string => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
};
