/**
 * The rule pages that ship with the extension, under a scheme of their own. An address of the disk would not do: on the web the
 * extension has none, and the link behind a finding's code would leave the editor. A file system, not a content provider, so that
 * the Markdown preview follows links from page to page.
 */
import * as vscode from 'vscode';

const scheme = 'brieflint-docs';

export const rulePagesBase = vscode.Uri.from({ scheme, path: '/rules/' });

export const registerRulePages = (extensionUri: vscode.Uri): vscode.Disposable => {
  const docsUri = vscode.Uri.joinPath(extensionUri, 'docs');
  return vscode.workspace.registerFileSystemProvider(scheme, readOnlyFileSystem(docsUri), { isReadonly: true });
};

export const openRulePage = async (rule: string): Promise<void> => {
  const page = vscode.Uri.joinPath(rulePagesBase, `${rule}.md`);
  await vscode.commands.executeCommand('vscode.open', page, { viewColumn: vscode.ViewColumn.Beside, preview: true });
};

const readOnlyFileSystem = (docsUri: vscode.Uri): vscode.FileSystemProvider => {
  const changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const readFile = async (uri: vscode.Uri): Promise<Uint8Array> => vscode.workspace.fs.readFile(vscode.Uri.joinPath(docsUri, uri.path));
  const refuse = (uri: vscode.Uri): never => {
    throw vscode.FileSystemError.NoPermissions(uri);
  };
  return {
    onDidChangeFile: changes.event,
    watch: () => new vscode.Disposable(() => undefined),
    readFile,
    // Read rather than asked for: over HTTP there is no size to ask for.
    stat: async (uri) => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: (await readFile(uri)).byteLength }),
    readDirectory: () => [],
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
};
