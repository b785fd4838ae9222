import {
  CodeActionKind,
  DocumentDiagnosticReportKind,
  ErrorCodes,
  PositionEncodingKind,
  ResponseError,
  TextDocuments,
  TextDocumentSyncKind,
  WorkDoneProgressReporter,
  type Connection,
  type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { version } from '../../../package.json';
import type { Host } from '../host';
import { checkAsBriefNotification, checkWorkspaceCommand, explainRuleCommand, lookUpCommand, missingSectionsKind } from '../protocol';
import { BriefIndex, type BriefSource } from './brief-index';
import type { CheckedDocument } from './checked-document';
import { answerAboutCitations } from './citation-requests';
import { answerAboutClaims } from './claim-requests';
import { buildCodeActions, fixAllKind, referenceListKind } from './code-actions';
import { ClosedBriefs } from './closed-briefs';
import { completionTriggers } from './completion';
import { buildDocumentSymbols, buildFlatSymbols } from './document-symbols';
import { Documents } from './documents';
import { actionsInConfig, hoverInConfig } from './config-requests';
import type { Door } from './door';
import { explainInEditor } from './explain-in-editor';
import { answerAboutFigures } from './figure-requests';
import { FileTexts } from './file-texts';
import { buildHover } from './hover';
import { inBackground } from './in-background';
import { readAgainAfter } from './kept-for-a-while';
import { KnownBriefs } from './known-briefs';
import { lookUpActions, lookUpInEditor, Lookups, withLookedUp } from './look-up';
import { answerAboutPreviews } from './preview-requests';
import { answerAboutProfiles } from './profile-requests';
import { Publisher } from './publisher';
import { answerAboutRecommendations } from './recommendation-requests';
import { answerRequest, notInitialized } from './requests';
import { answerAboutReviews, Reviews } from './reviews';
import { folderUriOf, startSession, type Session } from './session';
import { SettingsStore } from './settings-store';
import { isConfig, registerWatchers, watchedKindOf } from './watchers';
import { checkWorkspace, type WorkspaceParts } from './workspace-check';

/** Serves one client until it hangs up. */
export const serve = (connection: Connection, door: Door): void => {
  const texts = new TextDocuments(TextDocument);
  const host = hostOf(connection, door, texts);
  let parts: WorkspaceParts | undefined;
  const started = (): WorkspaceParts => {
    if (parts === undefined) throw notInitialized();
    return parts;
  };

  connection.onInitialize((params) => {
    const session = startSession(params, door.docsBase);
    const settings = new SettingsStore(connection, host, session, { links: door.sources, now: door.now });
    const isWatched = (uri: string): boolean => session.features.registersFileWatchers && watchedKindOf(uri) === 'bibliography' && folderUriOf(settings.folderUris, uri) !== undefined;
    const lifeOf = (uri: string): number => (texts.get(uri) !== undefined ? 0 : isWatched(uri) ? Number.POSITIVE_INFINITY : readAgainAfter);
    const files = new FileTexts(host, lifeOf, door.now);
    const known = new KnownBriefs(() => {
      const stale = parts?.documents.differingNow() ?? [];
      if (stale.length > 0) parts?.publisher.refresh(stale);
      parts?.closed.othersChanged();
    });
    const documents = new Documents(texts, settings, host, { files, sources: door.sources, today: door.today, now: door.now, known, isWatching: session.features.registersFileWatchers });
    const publisher = new Publisher(connection, session, texts, documents, settings, known);
    const openFirst = { ...door, readText: host.readText };
    const index = new BriefIndex(openFirst, openBriefs(texts), settings, documents, known, session.features.registersFileWatchers);
    const logFailure = (what: string, work: Promise<unknown>): void => inBackground(connection, what, work);
    const closed = new ClosedBriefs({ host, source: texts, documents, publisher, known, index, logFailure });
    parts = { connection, door: openFirst, session, source: texts, settings, files, documents, publisher, known, closed, index, lookups: new Lookups(door.createLookup), reviews: new Reviews() };
    return initializeResult(session);
  });
  connection.onInitialized(() => {
    const { session, settings, publisher } = started();
    inBackground(connection, 'registering for changes', registerWatchers(connection, session));
    if (session.features.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        settings.changeFolders(added.map(({ uri }) => uri), removed.map(({ uri }) => uri));
        publisher.refresh(briefUris(texts));
      });
    }
    // Some clients open documents before they have introduced themselves.
    publisher.refresh(briefUris(texts));
  });
  connection.onShutdown(() => {
    parts?.publisher.stop();
    parts?.closed.stop();
    parts = undefined;
  });

  listenToDocuments(connection, texts, () => parts);
  listenToChanges(connection, texts, () => parts);
  answerAboutDocuments(connection, host, started);
  answerAboutCitations(connection, host, started);
  answerAboutClaims(connection, host, started);
  answerAboutFigures(connection, host, started);
  answerAboutRecommendations(connection, host, started);
  answerAboutPreviews(connection, host, started);
  answerAboutReviews(connection, host, started);
  answerAboutProfiles(connection, host, started);
  answerCommands(connection, host, started);
  texts.listen(connection);
  connection.listen();
};

/** What is open in the editor goes before what lies on disk. */
const hostOf = (connection: Connection, door: Door, texts: TextDocuments<TextDocument>): Host => ({
  readText: (uri) => {
    const open = texts.get(uri);
    return open === undefined ? door.readText(uri) : Promise.resolve(open.getText());
  },
  log: (level, message) => {
    switch (level) {
      case 'debug':
        return connection.console.debug(message);
      case 'info':
        return connection.console.info(message);
      case 'warn':
        return connection.console.warn(message);
      case 'error':
        return connection.console.error(message);
    }
  },
});

const initializeResult = ({ features }: Session): InitializeResult => ({
  serverInfo: { name: 'brieflint', version },
  capabilities: {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: { triggerCharacters: completionTriggers, resolveProvider: true },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    documentLinkProvider: {},
    documentSymbolProvider: { label: 'brieflint' },
    executeCommandProvider: { commands: [checkWorkspaceCommand, explainRuleCommand, lookUpCommand], workDoneProgress: true },
    ...(features.codeActionLiterals ? { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind, referenceListKind, missingSectionsKind] } } : {}),
    ...(features.pullsDiagnostics ? { diagnosticProvider: { identifier: 'brieflint', interFileDependencies: true, workspaceDiagnostics: false } } : {}),
    ...(features.workspaceFolders ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } } : {}),
  },
});

const listenToDocuments = (connection: Connection, texts: TextDocuments<TextDocument>, findParts: () => WorkspaceParts | undefined): void => {
  texts.onDidOpen(({ document: { uri } }) => {
    if (isBriefUri(uri)) findParts()?.publisher.open(uri);
  });
  // Comes after each opening too.
  texts.onDidChangeContent(({ document }) => {
    const parts = findParts();
    if (parts === undefined) return;
    if (isConfig(document.uri)) {
      inBackground(connection, `reading ${document.uri}`, parts.publisher.recheckConfig(document.uri));
      configChanged(parts, texts);
    } else if (isBriefUri(document.uri)) parts.publisher.change(document.uri);
    else bibliographyChanged(parts, texts, document.uri);
  });
  texts.onDidClose(({ document: { uri } }) => {
    const parts = findParts();
    if (parts === undefined) return;
    if (isConfig(uri)) configChanged(parts, texts);
    else if (!isBriefUri(uri)) bibliographyChanged(parts, texts, uri);
    if (isConfig(uri) || isBriefUri(uri)) parts.publisher.close(uri);
    parts.documents.forget(uri);
    parts.reviews.forget(uri);
    parts.settings.forgetDocument(uri);
    // From now on it is what lies on disk.
    inBackground(connection, `reading ${uri}`, parts.closed.goneOrChanged(uri));
  });
};

/** Whatever is open and neither settings nor bibliography may be checked as a brief. */
const isBriefUri = (uri: string): boolean => watchedKindOf(uri) === 'brief';

const briefUris = (texts: TextDocuments<TextDocument>): readonly string[] => texts.keys().filter(isBriefUri);

const openBriefs = (texts: TextDocuments<TextDocument>): BriefSource => ({ get: (uri) => texts.get(uri), keys: () => briefUris(texts) });

const configChanged = ({ connection, settings, publisher, index, closed }: WorkspaceParts, texts: TextDocuments<TextDocument>): void => {
  settings.forget();
  index.forgetAll();
  publisher.refresh(briefUris(texts));
  inBackground(connection, 'looking for briefs that are left out', closed.settingsChanged());
};

/** YAML may hold profiles of the house as well. */
const bibliographyChanged = (parts: WorkspaceParts, texts: TextDocuments<TextDocument>, uri: string): void => {
  const { connection, files, settings, documents, publisher, index } = parts;
  if (settings.readsFrom(uri)) {
    for (const config of publisher.configsNaming(uri)) inBackground(connection, `reading ${config}`, publisher.recheckConfig(config));
    configChanged(parts, texts);
  }
  files.forget(uri);
  index.forgetAll();
  const briefs = documents.briefsNaming(uri);
  if (briefs.length > 0) publisher.refresh(briefs);
};

/** A text file may be a brief or a source: open briefs look again, and most find that nothing has changed. */
const sourcesChanged = ({ documents, publisher }: WorkspaceParts, texts: TextDocuments<TextDocument>): void => {
  documents.sourcesChanged();
  publisher.refresh(briefUris(texts));
};

const listenToChanges = (connection: Connection, texts: TextDocuments<TextDocument>, findParts: () => WorkspaceParts | undefined): void => {
  connection.onDidChangeConfiguration((params: { readonly settings?: unknown } | undefined) => {
    const parts = findParts();
    if (parts === undefined) return;
    parts.settings.changeEditorSettings(params?.settings);
    parts.publisher.refresh(briefUris(texts));
    inBackground(connection, 'looking for briefs that are left out', parts.closed.settingsChanged());
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const parts = findParts();
    if (parts === undefined) return;
    if (changes.some(({ uri }) => watchedKindOf(uri) === 'config')) configChanged(parts, texts);
    if (changes.some(({ uri }) => texts.get(uri) === undefined && ['source', 'brief'].includes(watchedKindOf(uri)))) sourcesChanged(parts, texts);
    for (const { uri } of changes) {
      if (watchedKindOf(uri) === 'source') continue;
      if (watchedKindOf(uri) === 'bibliography') bibliographyChanged(parts, texts, uri);
      else inBackground(connection, `reading ${uri}`, watchedFileChanged(parts, uri));
    }
  });
  connection.onNotification(checkAsBriefNotification, (params: unknown) => {
    const uri: unknown = typeof params === 'object' && params !== null && 'uri' in params ? params.uri : undefined;
    const parts = findParts();
    if (typeof uri !== 'string' || parts === undefined) return;
    parts.documents.checkAsBrief(uri);
    parts.publisher.refresh([uri]);
  });
};

// Edits of open files come by themselves.
const watchedFileChanged = ({ publisher, closed }: WorkspaceParts, uri: string): Promise<void> => (watchedKindOf(uri) === 'config' ? publisher.recheckConfig(uri) : closed.goneOrChanged(uri));

const answerAboutDocuments = (connection: Connection, host: Host, started: () => WorkspaceParts): void => {
  /** null for a document that is not open: there is nothing to say about it. */
  const checkedOr = async <R>(nothing: R, uri: string, toAnswer: (document: CheckedDocument, parts: WorkspaceParts) => R): Promise<R> => {
    const parts = started();
    const document = await parts.documents.check(uri);
    return document === undefined ? nothing : toAnswer(document, parts);
  };
  connection.onHover((params, token) =>
    answerRequest({ name: 'hover', params, token, shapes: ['document', 'position'] }, host, () =>
      isConfig(params.textDocument.uri) ? hoverInConfig(started(), params.textDocument.uri, params.position) : checkedOr(null, params.textDocument.uri, (document, { session, lookups }) => withLookedUp(buildHover(document, params.position, session), document, params.position, lookups)),
    ),
  );
  connection.onCodeAction((params, token) =>
    answerRequest({ name: 'codeAction', params, token, shapes: ['document', 'context'] }, host, () =>
      isConfig(params.textDocument.uri) ? actionsInConfig(started(), params) : checkedOr([], params.textDocument.uri, (document, { session, lookups }) => [...buildCodeActions(document, params, session.features, session), ...lookUpActions(document, params, lookups)]),
    ),
  );
  connection.onDocumentSymbol((params, token) =>
    answerRequest({ name: 'documentSymbol', params, token, shapes: ['document'] }, host, () =>
      checkedOr([], params.textDocument.uri, (document, { session }) => (session.features.symbolTrees ? buildDocumentSymbols(document) : buildFlatSymbols(document))),
    ),
  );
  connection.languages.diagnostics.on((params, token) =>
    answerRequest({ name: 'diagnostic', params, token, shapes: ['document'] }, host, async () => {
      const { publisher, documents } = started();
      const document = await documents.check(params.textDocument.uri);
      if (document === undefined || isConfig(document.uri)) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      if (params.previousResultId === document.resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: document.resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId: document.resultId, items: publisher.diagnosticsOf(document) };
    }),
  );
};

const answerCommands = (connection: Connection, host: Host, started: () => WorkspaceParts): void => {
  connection.onExecuteCommand((params, token, reporter) =>
    answerRequest({ name: 'executeCommand', params, token, shapes: ['command'] }, host, async () => {
      const parts = started();
      switch (params.command) {
        case checkWorkspaceCommand:
          return checkWorkspace(parts, token, WorkDoneProgressReporter.isNullInstance(reporter) ? undefined : reporter);
        case lookUpCommand:
          return lookUpInEditor(parts, params.arguments?.[0], params.arguments?.[1]);
        case explainRuleCommand:
          return explainInEditor(connection, parts.session, params.arguments?.[0]);
        default:
          throw new ResponseError(ErrorCodes.InvalidParams, `There is no command "${params.command}"`);
      }
    }),
  );
};
