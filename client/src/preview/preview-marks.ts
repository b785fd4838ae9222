/**
 * The marks of the briefs that VS Code's Markdown preview shows. It renders without waiting for anybody, so the server is asked beside it: what it
 * last said is kept, and when it says something new the preview is told to render again.
 */
import * as vscode from 'vscode';
import { previewRequest, type ClaimsParams, type PreviewMarkItem, type PreviewResult } from '../../../server/src/protocol';
import type { ClientSession } from '../client-session';
import { isServed } from '../document-selector';
import { isSame, keepMarks, linesOf, moveMarks, noMarks, type KeptMarks } from './placed-marks';

const section = 'brieflint';
const key = 'preview.marks';

/** A preview shows one document; nobody has more of them open. */
const mostKept = 20;

export class PreviewMarks implements vscode.Disposable {
  readonly #session: ClientSession;
  /** By address, the one rendered last at the end. */
  readonly #kept = new Map<string, KeptMarks>();
  readonly #subscriptions: vscode.Disposable;

  constructor(session: ClientSession) {
    this.#session = session;
    this.#subscriptions = vscode.Disposable.from(
      session.onDidCheck((uri) => this.#update(uri)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${section}.${key}`)) this.#refresh();
      }),
      // One that shows and one that hides, by which a menu tells the state.
      vscode.commands.registerCommand('brieflint.togglePreviewMarks', () => showMarks(!isShown())),
      vscode.commands.registerCommand('brieflint.hidePreviewMarks', () => showMarks(false)),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** What is known now of a document that is being rendered. */
  marksFor(currentDocument: unknown): KeptMarks | undefined {
    const document = currentDocument instanceof vscode.Uri ? findOpen(currentDocument) : undefined;
    if (document === undefined) return undefined;
    const kept = this.#keep(document.uri);
    const moved = moveMarks(kept, linesOf(document.getText()));
    return isShown() ? moved : { ...moved, marks: moved.marks.filter(isOfCitation) };
  }

  /** The first time, the server is asked; later it says itself when it has checked again. */
  #keep(uri: vscode.Uri): KeptMarks {
    const address = uri.toString();
    const known = this.#kept.get(address);
    this.#kept.delete(address);
    this.#kept.set(address, known ?? noMarks);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= mostKept) break;
      this.#kept.delete(oldest);
    }
    if (known === undefined) this.#update(uri);
    return known ?? noMarks;
  }

  #update(uri: vscode.Uri): void {
    if (this.#kept.has(uri.toString())) this.#session.inBackground(() => this.#ask(uri));
  }

  async #ask(uri: vscode.Uri): Promise<void> {
    const { client } = this.#session;
    if (client?.isRunning() !== true) return;
    const params: ClaimsParams = { uri: client.code2ProtocolConverter.asUri(uri) };
    const { brief } = await client.sendRequest<PreviewResult>(previewRequest, params);
    const document = findOpen(uri);
    const kept = this.#kept.get(uri.toString());
    // Closed or edited while we asked: then the next check comes anyway.
    if (document === undefined || kept === undefined || (brief !== null && brief.version !== document.version)) return;
    const next = brief === null ? noMarks : keepMarks(document.getText(), brief);
    this.#kept.set(uri.toString(), next);
    if (!isSame(moveMarks(kept, linesOf(document.getText())), next)) this.#refresh();
  }

  #refresh(): void {
    if (this.#kept.size > 0) void vscode.commands.executeCommand('markdown.preview.refresh');
  }
}

const isOfCitation = ({ kind }: PreviewMarkItem): boolean => kind === 'citation' || kind === 'unresolved';

const findOpen = (uri: vscode.Uri): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString() && isServed(document));

const isShown = (): boolean => vscode.workspace.getConfiguration(section).get(key) === true;

/** Where the workspace has its own value, that is the one that counts. */
const showMarks = async (isOn: boolean): Promise<void> => {
  const configuration = vscode.workspace.getConfiguration(section);
  const isOfWorkspace = configuration.inspect(key)?.workspaceValue !== undefined;
  await configuration.update(key, isOn, isOfWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global);
};
