/** The figures of the brief in front, by what they measure, those that contradict each other on top. It follows edits and needs no refreshing. */
import * as vscode from 'vscode';
import { figuresRequest, type ClaimsParams, type FiguresResult, type MeasureItem } from '../../../server/src/protocol';
import type { ClientSession } from '../client-session';
import { figureItemOf, isShown, measureItemOf, toNode, type FigureFilter, type FigureNode, type MeasureNode } from './figure-items';
import { ShownBrief } from './shown-brief';

type Node = MeasureNode | FigureNode;

export const registerFiguresView = (session: ClientSession): vscode.Disposable => {
  const shown = new ShownBrief(session);
  const figures = new FigureTree(session, shown);
  return vscode.Disposable.from(
    shown,
    figures,
    vscode.commands.registerCommand('brieflint.figures.showConflicts', () => figures.filter('conflicts')),
    vscode.commands.registerCommand('brieflint.figures.showAll', () => figures.filter('all')),
  );
};

/** What the welcome text says, where the list is empty. */
type ViewState = 'no-brief' | 'no-figures' | 'no-conflicts' | 'list';

class FigureTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #session: ClientSession;
  readonly #shown: ShownBrief;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<Node>;
  readonly #subscriptions: vscode.Disposable;
  #filter: FigureFilter = 'all';
  #measures: readonly MeasureItem[] = [];
  #conflicts = 0;
  /** Of what the measures belong to; they may be those of the brief before. */
  #uri: vscode.Uri | undefined;
  #requestCount = 0;

  constructor(session: ClientSession, shown: ShownBrief) {
    this.#session = session;
    this.#shown = shown;
    this.#view = vscode.window.createTreeView('brieflint.figures', { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = vscode.Disposable.from(this.#changed, this.#view, shown.onDidChange(() => session.inBackground(() => this.#load())), this.#view.onDidChangeVisibility(() => session.inBackground(() => this.#load())));
    this.filter('all');
    session.inBackground(() => this.#load());
  }

  filter(filter: FigureFilter): void {
    this.#filter = filter;
    void vscode.commands.executeCommand('setContext', 'brieflint.figures.filter', filter);
    this.#changed.fire(undefined);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return node.kind === 'measure' ? measureItemOf(node) : figureItemOf(node);
  }

  getChildren(node?: Node): Node[] {
    const uri = this.#uri;
    if (uri === undefined || node?.kind === 'figure') return [];
    if (node !== undefined) return node.measure.figures.map((figure): FigureNode => ({ kind: 'figure', uri, figure, title: null }));
    return this.#measures.filter((measure) => isShown(measure, this.#filter)).map((measure) => toNode(uri, measure));
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #load(): Promise<void> {
    const request = ++this.#requestCount;
    const { uri } = this.#shown;
    const brief = uri === undefined ? null : await this.#ask(uri);
    // A later one is on its way.
    if (request !== this.#requestCount) return;
    this.#uri = uri;
    this.#measures = brief?.measures ?? [];
    this.#conflicts = brief?.conflicts ?? 0;
    this.#show(brief === null ? 'no-brief' : this.#measures.length === 0 ? 'no-figures' : this.#conflicts === 0 ? 'no-conflicts' : 'list');
    this.#changed.fire(undefined);
  }

  async #ask(uri: vscode.Uri): Promise<FiguresResult['brief']> {
    const { client } = this.#session;
    if (client?.isRunning() !== true) return null;
    const params: ClaimsParams = { uri: client.code2ProtocolConverter.asUri(uri) };
    return (await client.sendRequest<FiguresResult>(figuresRequest, params)).brief;
  }

  #show(state: ViewState): void {
    void vscode.commands.executeCommand('setContext', 'brieflint.figures.state', state);
    const count = this.#conflicts;
    this.#view.badge = count === 0 ? undefined : { value: count, tooltip: `${count} ${count === 1 ? 'figure does' : 'figures do'} not agree with another` };
    this.#view.description = state === 'no-brief' ? '' : (this.#uri?.path.split('/').at(-1) ?? '');
  }
}
