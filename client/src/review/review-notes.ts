/** Where a language model and brieflint differ, as remarks of their own in the text, and as a page to read. */
import * as vscode from 'vscode';
import { reviewNotesRequest, type ReviewNotesParams, type ReviewNotesResult, type ReviewPlace } from '../../../server/src/protocol';
import type { ClientSession } from '../client-session';

export const reviewSource = 'brieflint review';

const scheme = 'brieflint-review';

export interface Reader {
  /** As in the requests. */
  readonly id: string;
  readonly name: string;
}

/** Reviewed documents that are open. */
export class ReviewNotes implements vscode.Disposable {
  readonly #session: ClientSession;
  readonly #diagnostics = vscode.languages.createDiagnosticCollection(reviewSource);
  readonly #readers = new Map<string, Reader>();
  readonly #reports = new Map<string, string>();
  readonly #reportChanged = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscriptions: vscode.Disposable;

  constructor(session: ClientSession) {
    this.#session = session;
    this.#subscriptions = vscode.Disposable.from(
      session.onDidCheck((uri) => this.#refreshChecked(uri)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document.uri)),
      vscode.workspace.registerTextDocumentContentProvider(scheme, {
        onDidChange: this.#reportChanged.event,
        provideTextDocumentContent: ({ query }) => this.#reports.get(query) ?? 'This review is no longer here. Open the brief and run the review again.',
      }),
    );
  }

  /** What is known of the document as it stands now. */
  async show(document: vscode.TextDocument, reader: Reader): Promise<ReviewNotesResult | undefined> {
    // While a model reads, the document may be closed; it is forgotten then, and must not come back.
    if (document.isClosed) return undefined;
    this.#readers.set(document.uri.toString(), reader);
    return this.#refresh(document);
  }

  async openReport({ uri }: vscode.TextDocument): Promise<void> {
    const report = reportUri(uri);
    await vscode.commands.executeCommand('vscode.openWith', report, 'vscode.markdown.preview.editor', { viewColumn: vscode.ViewColumn.Beside, preview: true });
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#reportChanged.dispose();
    this.#diagnostics.dispose();
  }

  /** The server has looked at the text as it stands now: what is known of sentences that are gone goes too. */
  async #refreshChecked(uri: vscode.Uri): Promise<void> {
    if (!this.#readers.has(uri.toString())) return;
    const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
    try {
      if (document !== undefined) await this.#refresh(document);
    } catch (error) {
      // The server may be on its way out; the next check has its own turn.
      this.#session.output.error(error instanceof Error ? error : String(error));
    }
  }

  async #refresh(document: vscode.TextDocument): Promise<ReviewNotesResult | undefined> {
    const address = document.uri.toString();
    const { client } = this.#session;
    const reader = this.#readers.get(address);
    if (reader === undefined || client?.isRunning() !== true) return undefined;
    const params: ReviewNotesParams = { uri: client.code2ProtocolConverter.asUri(document.uri), reader: reader.id, readerName: reader.name };
    const result = await client.sendRequest<ReviewNotesResult>(reviewNotesRequest, params);
    // Of an older text: the next change has its own turn. Of a closed one: nobody reads it.
    if (document.isClosed || result.version !== document.version) return result;
    this.#diagnostics.set(document.uri, result.notes.map(toDiagnostic));
    this.#reports.set(address, result.report);
    this.#reportChanged.fire(reportUri(document.uri));
    return result;
  }

  #forget(uri: vscode.Uri): void {
    const address = uri.toString();
    this.#readers.delete(address);
    this.#reports.delete(address);
    this.#diagnostics.delete(uri);
  }
}

const reportUri = (uri: vscode.Uri): vscode.Uri => {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  return vscode.Uri.from({ scheme, path: `/Second reading of ${name}.md`, query: uri.toString() });
};

const toDiagnostic = ({ range: { start, end }, outcome, message }: ReviewPlace): vscode.Diagnostic => {
  // Only what is new to the author stands in the list of problems; the rest is dots in the text and lines of the report.
  const severity = outcome === 'only-reader-asks' ? vscode.DiagnosticSeverity.Information : vscode.DiagnosticSeverity.Hint;
  const diagnostic = new vscode.Diagnostic(new vscode.Range(start.line, start.character, end.line, end.character), message, severity);
  diagnostic.source = reviewSource;
  return diagnostic;
};
