import * as vscode from 'vscode';
import type { DocumentSelector } from 'vscode-languageclient';

/** Plain text is sent too; the server checks it only after the command or under `include:`. */
const languages = ['markdown', 'quarto', 'rmd', 'plaintext'];

/**
 * The schemes whose documents are briefs: the disk, new files, and wherever the workspace lies. Named one by one, so that the old
 * side of a comparison (`git:`) and our own rule pages are not checked.
 */
export const servedSchemes = (): readonly string[] => {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return [...new Set(['file', 'untitled', ...folders.map((folder) => folder.uri.scheme)])];
};

/** What is typed into a bibliography counts before it is saved, and keys are renamed from there too. */
const bibliographies = '**/*.{bib,bibtex,biblatex,ris}';

export const documentSelector = (schemes: readonly string[]): DocumentSelector =>
  schemes.flatMap((scheme) => [...languages.map((language) => ({ scheme, language })), { scheme, pattern: bibliographies }]);

export const isServed = (document: vscode.TextDocument): boolean =>
  languages.includes(document.languageId) && servedSchemes().includes(document.uri.scheme);
