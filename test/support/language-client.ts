/** A small client that speaks the real protocol with a real server, over whatever carries messages. */
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  CodeActionRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  type Diagnostic,
  type Hover,
  type InitializeParams,
  type InitializeResult,
  type MessageReader,
  type MessageWriter,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import type { Door } from '../../server/src/lsp/door';
import type { SourceFiles } from '../../server/src/source-files';
import { serve } from '../../server/src/lsp/server';
import { createMemorySourceFiles } from './memory-source-files';

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly folderUris?: readonly string[];
  /** What `workspace/configuration` answers for the section `brieflint`. */
  readonly settings?: unknown;
}

export const capablePushClient: ClientCapabilities = {
  textDocument: {
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    publishDiagnostics: { versionSupport: true, relatedInformation: true },
  },
  workspace: { configuration: true, workspaceFolders: true, workspaceEdit: { documentChanges: true }, didChangeWatchedFiles: { dynamicRegistration: true }, didChangeConfiguration: { dynamicRegistration: true } },
};

export class LanguageClient {
  readonly connection: ProtocolConnection;
  readonly registrations: string[] = [];
  readonly published: PublishDiagnosticsParams[] = [];
  readonly #waiting: { readonly uri: string; readonly version: number | undefined; readonly resolve: (params: PublishDiagnosticsParams) => void }[] = [];
  settings: unknown;

  constructor(reader: MessageReader, writer: MessageWriter) {
    this.connection = createProtocolConnection(reader, writer);
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => this.#receive(params));
    this.connection.onRequest('workspace/configuration', ({ items }: { readonly items: readonly unknown[] }) => items.map(() => this.settings ?? null));
    this.connection.onRequest('client/registerCapability', ({ registrations }: { readonly registrations: readonly { readonly method: string }[] }) => {
      this.registrations.push(...registrations.map(({ method }) => method));
      return null;
    });
    this.connection.listen();
  }

  async initialize({ capabilities = capablePushClient, initializationOptions, folderUris = [], settings }: ClientOptions = {}): Promise<InitializeResult> {
    this.settings = settings;
    const params = {
      processId: null,
      capabilities,
      initializationOptions,
      workspaceFolders: folderUris.map((uri) => ({ uri, name: uri.slice(uri.lastIndexOf('/') + 1) })),
    } as InitializeParams; // The type still asks for `rootUri`, which is deprecated.
    const result = await this.connection.sendRequest(InitializeRequest.type, params);
    await this.connection.sendNotification(InitializedNotification.type, {});
    return result;
  }

  async open(uri: string, text: string, { languageId = 'markdown', version = 1 } = {}): Promise<void> {
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId, version, text } });
  }

  async change(uri: string, version: number, contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument: { uri, version }, contentChanges });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** The next push for a document, or the one for that version, come or to come. */
  diagnostics(uri: string, version?: number): Promise<PublishDiagnosticsParams> {
    const known = version === undefined ? undefined : this.published.findLast((params) => params.uri === uri && params.version === version);
    if (known !== undefined) return Promise.resolve(known);
    return new Promise((resolve) => this.#waiting.push({ uri, version, resolve }));
  }

  async openAndCheck(uri: string, text: string, options: { readonly languageId?: string; readonly version?: number } = {}): Promise<Diagnostic[]> {
    const diagnostics = this.diagnostics(uri, options.version ?? 1);
    await this.open(uri, text, options);
    return (await diagnostics).diagnostics;
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  }

  async codeActions(uri: string, range: Range, context: CodeActionContext): Promise<CodeAction[]> {
    const answer = await this.connection.sendRequest(CodeActionRequest.type, { textDocument: { uri }, range, context });
    return (answer ?? []).filter((action): action is CodeAction => 'kind' in action);
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    this.connection.dispose();
  }

  #receive(params: PublishDiagnosticsParams): void {
    this.published.push(params);
    for (const waiting of [...this.#waiting]) {
      if (waiting.uri !== params.uri || (waiting.version !== undefined && waiting.version !== params.version)) continue;
      this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
      waiting.resolve(params);
    }
  }
}

/** Files of a workspace that never touch a disk. */
export class MemoryDoor implements Door {
  readonly files: Map<string, string>;
  readonly docsBase = 'https://example.org/rules/';
  readonly sources: SourceFiles;

  constructor(files: Readonly<Record<string, string>> = {}) {
    this.files = new Map(Object.entries(files));
    this.sources = createMemorySourceFiles(this.files);
  }

  readonly readText = (uri: string): Promise<string | undefined> => Promise.resolve(this.files.get(uri));

  readonly findFiles = (folderUri: string, extensions: readonly string[]): Promise<readonly string[]> =>
    Promise.resolve([...this.files.keys()].filter((uri) => uri.startsWith(`${folderUri}/`) && extensions.some((extension) => uri.endsWith(`.${extension}`))).sort());

  readonly today = (): string => '2026-06-15';

  /** Stands still until a test moves it. */
  time = 0;
  readonly now = (): number => this.time;
}

/** A server in this process, and a client that is not yet introduced. */
export const connectInMemory = (door: Door): LanguageClient => {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  serve(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), door);
  return new LanguageClient(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
};

export const startInMemory = async (options: ClientOptions = {}, door: Door = new MemoryDoor()): Promise<LanguageClient> => {
  const client = connectInMemory(door);
  await client.initialize(options);
  return client;
};
