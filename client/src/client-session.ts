import * as vscode from 'vscode';
import { State, type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient';
import { statusNotification, type InitializationOptions, type StatusParams } from '../../server/src/protocol';
import { registerBriefContext } from './brief-context';
import { registerAddMissingSections } from './commands/add-missing-sections';
import { registerAnswers } from './commands/answer-claim';
import { registerChooseProfile } from './commands/choose-profile';
import { registerCompareFigures } from './commands/compare-figures';
import { registerExplainFinding } from './commands/explain-finding';
import { registerIgnoreFinding } from './commands/ignore-finding';
import { registerNewBrief } from './commands/new-brief';
import { registerReviewClaims } from './commands/review-claims';
import { registerSessionCommands } from './commands/session-commands';
import { documentSelector, isLeftToYamlSupport, servedSchemes } from './document-selector';
import { executeCommand } from './execute-command';
import { linkToCommands } from './hover-links';
import { extendMarkdownIt } from './preview/extend-markdown-it';
import type { MarkdownIt } from './preview/markdown-it';
import { PreviewMarks } from './preview/preview-marks';
import { registerRulePages, rulePagesBase } from './rule-pages';
import { answerServerRequests } from './server-requests';
import { registerSourceTexts } from './source-texts';
import { StatusItem } from './status-item';
import { registerClaimsView } from './views/claims-view';
import { registerCoverage } from './views/coverage-decorations';
import { registerFiguresView } from './views/figures-view';
import { registerRecommendationsView } from './views/recommendations-view';

/** Node and the web differ only in how they reach the server. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** The running client. A restart makes a new one, for a web worker cannot be started twice. */
export class ClientSession {
  readonly output: vscode.LogOutputChannel;
  readonly #createClient: CreateClient;
  readonly #statusItem: StatusItem;
  readonly #checked = new vscode.EventEmitter<vscode.Uri>();
  /** The server has checked an open document, after an edit or because what it rests on has changed. */
  readonly onDidCheck = this.#checked.event;
  /** By address of what the server reads as a brief: its profile, null where it has none. */
  readonly #profileByBrief = new Map<string, string | null>();
  #client: BaseLanguageClient | undefined;
  #schemes: readonly string[] = [];
  /** The last start, whatever came of it. */
  #started: Promise<void> = Promise.resolve();

  constructor(createClient: CreateClient, output: vscode.LogOutputChannel, statusItem: StatusItem) {
    this.#createClient = createClient;
    this.output = output;
    this.#statusItem = statusItem;
  }

  get client(): BaseLanguageClient | undefined {
    return this.#client;
  }

  /** Does the server read it as a brief? */
  isBrief(uri: vscode.Uri): boolean {
    return this.#profileByBrief.has(uri.toString());
  }

  /** The profile that is in force, wherever it was chosen. */
  profileOf(uri: vscode.Uri): string | null {
    return this.#profileByBrief.get(uri.toString()) ?? null;
  }

  /** For work that nobody waits for. It may fail because the server is on its way out; the next check has its own turn. */
  inBackground(work: () => Promise<unknown>): void {
    work().catch((error: unknown) => this.output.error(error instanceof Error ? error : String(error)));
  }

  start(): Promise<void> {
    this.#started = this.#start();
    return this.#started;
  }

  async #start(): Promise<void> {
    this.#schemes = servedSchemes();
    const client = this.#createClient(clientOptions(this.output, this.#schemes));
    this.#client = client;
    this.#statusItem.showServer('starting');
    client.onNotification(statusNotification, (status: StatusParams) => {
      this.#statusItem.show(status);
      const uri = vscode.Uri.parse(status.uri);
      if (status.whyNothing === null) this.#profileByBrief.set(uri.toString(), status.profile);
      else this.#profileByBrief.delete(uri.toString());
      this.#checked.fire(uri);
    });
    client.onDidChangeState(({ newState }) => newState === State.Stopped && this.#statusItem.showServer('stopped'));
    answerServerRequests(client);
    try {
      await client.start();
      this.#statusItem.showServer('running');
    } catch (error) {
      // The commands stay, "Restart Server" among them; the client itself has told the user.
      this.output.error(error instanceof Error ? error : String(error));
      this.#statusItem.showServer('stopped');
    }
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** A folder on a file system that was not served until now needs a new selector. */
  async foldersChanged(): Promise<void> {
    if (servedSchemes().some((scheme) => !this.#schemes.includes(scheme))) await this.restart();
  }

  async stop(): Promise<void> {
    // A client that is starting cannot be stopped.
    await this.#started;
    const client = this.#client;
    this.#client = undefined;
    this.#profileByBrief.clear();
    if (client?.needsStop() === true) await client.stop();
    await client?.dispose();
  }
}

const clientOptions = (output: vscode.LogOutputChannel, schemes: readonly string[]): LanguageClientOptions => {
  const initializationOptions: InitializationOptions = { docsBase: rulePagesBase.toString(), wantsStatus: true, opensSourceTexts: true, picksCitations: true };
  return {
    documentSelector: documentSelector(schemes),
    outputChannel: output,
    initializationOptions,
    diagnosticCollectionName: 'brieflint',
    middleware: {
      executeCommand,
      provideCompletionItem: (document, position, context, token, next) => (isLeftToYamlSupport(document) ? undefined : next(document, position, context, token)),
      provideHover: async (document, position, token, next) => {
        if (isLeftToYamlSupport(document)) return undefined;
        const hover = await next(document, position, token);
        return hover && linkToCommands(hover);
      },
    },
  };
};

export interface ActivatedClient {
  readonly session: ClientSession;
  /** What VS Code's Markdown preview takes from an extension. */
  readonly exports: { readonly extendMarkdownIt: (md: MarkdownIt) => MarkdownIt };
}

export const activateClient = (context: vscode.ExtensionContext, createClient: CreateClient): ActivatedClient => {
  const output = vscode.window.createOutputChannel('Policy Brief', { log: true });
  const statusItem = new StatusItem();
  const session = new ClientSession(createClient, output, statusItem);
  const previewMarks = new PreviewMarks(session);
  context.subscriptions.push(
    output,
    statusItem,
    previewMarks,
    registerRulePages(context.extensionUri),
    registerSourceTexts(() => session.client),
    registerSessionCommands(session),
    registerChooseProfile(session),
    registerNewBrief(session),
    registerAddMissingSections(session),
    registerAnswers(session),
    registerBriefContext(session),
    registerClaimsView(session),
    registerCoverage(session),
    registerFiguresView(session),
    registerRecommendationsView(session),
    registerCompareFigures(session),
    registerExplainFinding(),
    registerIgnoreFinding(session),
    registerReviewClaims(context, session),
    vscode.workspace.onDidChangeWorkspaceFolders(() => session.foldersChanged()),
  );
  // The Markdown preview waits until the extension is active; it need not wait for the server as well.
  session.inBackground(() => session.start());
  const extend = (md: MarkdownIt): MarkdownIt => {
    extendMarkdownIt(md, (document) => previewMarks.marksFor(document));
    return md;
  };
  return { session, exports: { extendMarkdownIt: extend } };
};
