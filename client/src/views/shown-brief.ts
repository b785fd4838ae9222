import * as vscode from 'vscode';
import type { ClientSession } from '../client-session';
import { isServed } from '../document-selector';

/**
 * The brief that the views of our container speak of: the one in front, and while something else is in front, the last one that is still open.
 * `onDidChange` also fires when it has been checked again.
 */
export class ShownBrief implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: vscode.Disposable;
  #uri: vscode.Uri | undefined;

  constructor(session: ClientSession) {
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.window.onDidChangeActiveTextEditor(() => this.#follow()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#closed(uri)),
      session.onDidCheck((uri) => {
        if (uri.toString() === this.#uri?.toString()) this.#changed.fire();
      }),
    );
    this.#uri = findServed();
  }

  get uri(): vscode.Uri | undefined {
    return this.#uri;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #follow(): void {
    const uri = findServed();
    if (uri === undefined || uri.toString() === this.#uri?.toString()) return;
    this.#uri = uri;
    this.#changed.fire();
  }

  #closed(uri: vscode.Uri): void {
    if (uri.toString() !== this.#uri?.toString()) return;
    this.#uri = findServed();
    this.#changed.fire();
  }
}

const findServed = (): vscode.Uri | undefined => {
  const document = vscode.window.activeTextEditor?.document;
  return document !== undefined && isServed(document) ? document.uri : undefined;
};
