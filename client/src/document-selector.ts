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

const settingsFiles = '**/.brieflint.yml';

export const documentSelector = (schemes: readonly string[]): DocumentSelector =>
  schemes.flatMap((scheme) => [...languages.map((language) => ({ scheme, language })), { scheme, pattern: bibliographies }, { scheme, pattern: settingsFiles }]);

/** Where the YAML extension is there, it completes and explains settings files from the schema that comes with us; twice would be once too often. */
export const isLeftToYamlSupport = (document: vscode.TextDocument): boolean => document.uri.path.endsWith('/.brieflint.yml') && vscode.extensions.getExtension('redhat.vscode-yaml') !== undefined;

export const isServed = (document: vscode.TextDocument): boolean =>
  languages.includes(document.languageId) && servedSchemes().includes(document.uri.scheme);
