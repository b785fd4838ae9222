/** A list in our container of the side bar about the brief in front. It follows edits and needs no refreshing. */
import * as vscode from 'vscode';
import type { ClaimsParams } from '../../../server/src/protocol';
import type { ClientSession } from '../client-session';
import { ShownBrief } from './shown-brief';

/** What makes one list of it. */
export interface BriefTreeParts<Answer, Node> {
  /** Of the view; the context keys begin with it too. */
  readonly id: string;
  /** The server answers with `{ brief }`, null where there is none. */
  readonly request: string;
  readonly childrenOf: (shown: ShownAnswer<Answer>, node: Node | undefined) => readonly Node[];
  readonly itemOf: (node: Node) => vscode.TreeItem;
  /** What the welcome text says, where the list is empty. */
  readonly stateOf: (answer: Answer) => string;
  readonly badgeOf: (answer: Answer) => vscode.ViewBadge | undefined;
}

/** An answer, with the brief that it is about: that may be the brief before the one in front. */
export interface ShownAnswer<Answer> {
  readonly uri: vscode.Uri;
  readonly answer: Answer;
}

export class BriefTree<Answer, Node> implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #session: ClientSession;
  readonly #parts: BriefTreeParts<Answer, Node>;
  readonly #brief: ShownBrief;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<Node>;
  readonly #subscriptions: vscode.Disposable;
  #shown: ShownAnswer<Answer> | undefined;
  #requestCount = 0;

  constructor(session: ClientSession, parts: BriefTreeParts<Answer, Node>) {
    this.#session = session;
    this.#parts = parts;
    this.#brief = new ShownBrief(session);
    this.#view = vscode.window.createTreeView(parts.id, { treeDataProvider: this, showCollapseAll: true });
    const load = (): void => session.inBackground(() => this.#load());
    this.#subscriptions = vscode.Disposable.from(this.#brief, this.#changed, this.#view, this.#brief.onDidChange(load), this.#view.onDidChangeVisibility(load));
    load();
  }

  get shown(): ShownAnswer<Answer> | undefined {
    return this.#shown;
  }

  /** The same answer is to be shown in another way. */
  refresh(): void {
    this.#changed.fire(undefined);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return this.#parts.itemOf(node);
  }

  getChildren(node?: Node): Node[] {
    return this.#shown === undefined ? [] : [...this.#parts.childrenOf(this.#shown, node)];
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #load(): Promise<void> {
    const request = ++this.#requestCount;
    const { uri } = this.#brief;
    const answer = uri === undefined ? null : await this.#ask(uri);
    // A later one is on its way.
    if (request !== this.#requestCount) return;
    this.#shown = uri === undefined || answer === null ? undefined : { uri, answer };
    void vscode.commands.executeCommand('setContext', `${this.#parts.id}.state`, answer === null ? 'no-brief' : this.#parts.stateOf(answer));
    this.#view.badge = answer === null ? undefined : this.#parts.badgeOf(answer);
    this.#view.description = answer === null ? '' : (uri?.path.split('/').at(-1) ?? '');
    this.#changed.fire(undefined);
  }

  async #ask(uri: vscode.Uri): Promise<Answer | null> {
    const { client } = this.#session;
    if (client?.isRunning() !== true) return null;
    const params: ClaimsParams = { uri: client.code2ProtocolConverter.asUri(uri) };
    return (await client.sendRequest<{ readonly brief: Answer | null }>(this.#parts.request, params)).brief;
  }
}
