/** The text of a document as it was: saved on disk, or in the last commit as the editor's own git extension gives it. We run no git. */
import * as vscode from 'vscode';

/** undefined: never saved. */
export const savedVersion = async (document: vscode.TextDocument): Promise<string | undefined> => {
  if (document.isUntitled) return undefined;
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri));
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return undefined;
    throw error;
  }
};

/** The part that we use of the interface of `vscode.git`, version 1. */
interface GitExtension {
  readonly getAPI: (version: 1) => {
    readonly getRepository: (uri: vscode.Uri) => { readonly show: (ref: string, path: string) => Promise<string> } | null;
  };
}

/** undefined: no git here, no repository around the file, or no commit with the file in it. */
export const committedVersion = async ({ uri }: vscode.TextDocument): Promise<string | undefined> => {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (extension === undefined || uri.scheme !== 'file') return undefined;
  try {
    const git = await extension.activate();
    return await git.getAPI(1).getRepository(uri)?.show('HEAD', uri.fsPath);
  } catch {
    // Git is switched off, or has no such file: its errors are its own and of no fixed kind.
    return undefined;
  }
};
