/** Requests about citations, references and keys. Each is three steps: from the protocol, one call, to the protocol. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { Host } from '../host';
import { sourceTextRequest } from '../protocol';
import type { CheckedDocument } from './checked-document';
import { buildCompletions, couldComplete, resolveCompletion } from './completion';
import { completeInConfig } from './config-requests';
import { findDocumentLinks } from './document-links';
import { buildDefinitions, buildHighlights, findAllUses } from './navigation';
import { prepareRename, rename } from './rename';
import { answerRequest } from './requests';
import { answerSourceText } from './source-text-request';
import { isConfig } from './watchers';
import type { WorkspaceParts } from './workspace-check';

export const answerAboutCitations = (connection: Connection, host: Host, started: () => WorkspaceParts): void => {
  /** Nothing for a document that is not open. */
  const checkedOr = async <R>(nothing: R, uri: string, toAnswer: (document: CheckedDocument, parts: WorkspaceParts) => R): Promise<R> => {
    const parts = started();
    const document = await parts.documents.check(uri);
    return document === undefined ? nothing : toAnswer(document, parts);
  };
  connection.onCompletion((params, token) =>
    answerRequest({ name: 'completion', params, token, shapes: ['document', 'position'] }, host, async () => {
      const { source } = started();
      const { textDocument, position } = params;
      if (isConfig(textDocument.uri)) return completeInConfig(started(), textDocument.uri, position);
      const text = source.get(textDocument.uri);
      if (text === undefined || !couldComplete(text, position)) return null;
      return checkedOr(null, textDocument.uri, (document, { session }) => buildCompletions(document, position, session.features));
    }),
  );
  connection.onCompletionResolve((item, token) => answerRequest({ name: 'completionItem/resolve', params: item, token, shapes: [] }, host, () => resolveCompletion(started().documents, item)));
  connection.onDefinition((params, token) =>
    answerRequest({ name: 'definition', params, token, shapes: ['document', 'position'] }, host, () =>
      checkedOr(null, params.textDocument.uri, (document, { session }) => buildDefinitions(document, params.position, session.features)),
    ),
  );
  connection.onDocumentHighlight((params, token) =>
    answerRequest({ name: 'documentHighlight', params, token, shapes: ['document', 'position'] }, host, () =>
      checkedOr(null, params.textDocument.uri, (document) => buildHighlights(document, params.position)),
    ),
  );
  connection.onReferences((params, token) =>
    answerRequest({ name: 'references', params, token, shapes: ['document', 'position'] }, host, () =>
      findAllUses(started(), { uri: params.textDocument.uri, position: params.position, includeDeclaration: includesDeclaration(params) }, token),
    ),
  );
  answerAboutNames(connection, host, started);
  connection.onDocumentLinks((params, token) =>
    answerRequest({ name: 'documentLink', params, token, shapes: ['document'] }, host, () => findDocumentLinks(started(), params.textDocument.uri, token)),
  );
  connection.onRequest(sourceTextRequest, (params: unknown, token: CancellationToken) =>
    answerRequest({ name: sourceTextRequest, params, token, shapes: [] }, host, () => answerSourceText(started().documents, params)),
  );
};

const answerAboutNames = (connection: Connection, host: Host, started: () => WorkspaceParts): void => {
  connection.onPrepareRename((params, token) =>
    answerRequest({ name: 'prepareRename', params, token, shapes: ['document', 'position'] }, host, () => prepareRename(started(), params.textDocument.uri, params.position, token)),
  );
  connection.onRenameRequest((params, token) =>
    answerRequest({ name: 'rename', params, token, shapes: ['document', 'position', 'newName'] }, host, () =>
      rename(started(), { uri: params.textDocument.uri, position: params.position, newName: params.newName }, token),
    ),
  );
};

/** A client may leave the context out. */
const includesDeclaration = (params: { readonly context?: { readonly includeDeclaration?: boolean } }): boolean => params.context?.includeDeclaration === true;
