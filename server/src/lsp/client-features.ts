import type { ClientCapabilities } from 'vscode-languageserver';

/** The few abilities of the client on which our answers depend. */
export interface ClientFeatures {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly answersConfiguration: boolean;
  readonly registersConfigurationChanges: boolean;
  readonly registersFileWatchers: boolean;
  readonly workspaceFolders: boolean;
  readonly documentChanges: boolean;
  /** An edit may hold a placeholder. Needs `documentChanges`. */
  readonly snippetEdits: boolean;
  /** Edits may say why, and ask to be looked at first. Needs `documentChanges`. */
  readonly changeAnnotations: boolean;
  /** An edit may give a file another name. Needs `documentChanges`. */
  readonly renamesFiles: boolean;
  readonly codeActionLiterals: boolean;
  readonly definitionLinks: boolean;
  /** A completion may show a second text beside its label. */
  readonly completionDescriptions: boolean;
  readonly symbolTrees: boolean;
  readonly createsProgress: boolean;
  readonly showsDocuments: boolean;
}

export const parseClientFeatures = ({ textDocument, workspace, window }: ClientCapabilities): ClientFeatures => {
  const documentChanges = workspace?.workspaceEdit?.documentChanges === true;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    answersConfiguration: workspace?.configuration === true,
    registersConfigurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersFileWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    documentChanges,
    snippetEdits: documentChanges && workspace.workspaceEdit?.snippetEditSupport === true,
    changeAnnotations: documentChanges && workspace.workspaceEdit?.changeAnnotationSupport !== undefined,
    renamesFiles: documentChanges && workspace.workspaceEdit?.resourceOperations?.includes('rename') === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    completionDescriptions: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    symbolTrees: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    createsProgress: window?.workDoneProgress === true,
    showsDocuments: window?.showDocument?.support === true,
  };
};
