/** The claims of the brief in front, by section, in our container of the side bar. It follows edits and needs no refreshing. */
import * as vscode from 'vscode';
import { claimsRequest, type ClaimSectionItem, type ClaimsParams, type ClaimsResult } from '../../../server/src/protocol';
import { toRange, type ClaimNode } from '../claim-node';
import type { ClientSession } from '../client-session';
import { registerClaimContext } from './claim-context';
import { claimItemOf, isShown, sectionItemOf, type ClaimFilter, type SectionNode } from './claim-items';
import { ShownBrief } from './shown-brief';

type Node = SectionNode | ClaimNode;

export const registerClaimsView = (session: ClientSession): vscode.Disposable => {
  const shown = new ShownBrief(session);
  const claims = new ClaimTree(session, shown);
  const filterCommand = (name: string, filter: ClaimFilter): vscode.Disposable => vscode.commands.registerCommand(`brieflint.claims.${name}`, () => claims.filter(filter));
  return vscode.Disposable.from(shown, claims, registerClaimContext(claims), filterCommand('showOpen', 'open'), filterCommand('showClaims', 'claims'), filterCommand('showEverything', 'everything'));
};

/** What the welcome text says, where the list is empty. */
type ViewState = 'no-brief' | 'no-claims' | 'list';

class ClaimTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #session: ClientSession;
  readonly #shown: ShownBrief;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<Node>;
  readonly #subscriptions: vscode.Disposable;
  #filter: ClaimFilter = 'claims';
  #sections: readonly ClaimSectionItem[] = [];
  /** Of what the sections belong to; they may be those of the brief before. */
  #uri: vscode.Uri | undefined;
  #version = 0;
  #requestCount = 0;

  constructor(session: ClientSession, shown: ShownBrief) {
    this.#session = session;
    this.#shown = shown;
    this.#view = vscode.window.createTreeView('brieflint.claims', { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = vscode.Disposable.from(this.#changed, this.#view, shown.onDidChange(() => session.inBackground(() => this.#load())));
    this.filter('claims');
    session.inBackground(() => this.#load());
  }

  filter(filter: ClaimFilter): void {
    this.#filter = filter;
    void vscode.commands.executeCommand('setContext', 'brieflint.claims.filter', filter);
    this.#changed.fire(undefined);
  }

  answersAt(uri: vscode.Uri, position: vscode.Position): readonly string[] | undefined {
    if (uri.toString() !== this.#uri?.toString()) return undefined;
    const claims = this.#sections.flatMap((section) => section.claims);
    return claims.find(({ asked, range }) => asked !== null && toRange(range).contains(position))?.asked?.answers;
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return node.kind === 'section' ? sectionItemOf(node) : claimItemOf(node);
  }

  getChildren(node?: Node): Node[] {
    const uri = this.#uri;
    const version = this.#version;
    if (uri === undefined || node?.kind === 'claim') return [];
    if (node === undefined) return this.#sections.map((section): SectionNode => ({ kind: 'section', section, claims: section.claims.filter((claim) => isShown(claim, this.#filter)) })).filter(({ claims }) => claims.length > 0);
    return node.claims.map((claim): ClaimNode => ({ kind: 'claim', uri, version, claim }));
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
    this.#version = brief?.version ?? 0;
    this.#sections = brief?.sections ?? [];
    this.#show(brief === null ? 'no-brief' : this.#sections.some(({ claims }) => claims.some((claim) => isShown(claim, 'claims'))) ? 'list' : 'no-claims');
    this.#changed.fire(undefined);
  }

  async #ask(uri: vscode.Uri): Promise<ClaimsResult['brief']> {
    const { client } = this.#session;
    if (client?.isRunning() !== true) return null;
    const params: ClaimsParams = { uri: client.code2ProtocolConverter.asUri(uri) };
    return (await client.sendRequest<ClaimsResult>(claimsRequest, params)).brief;
  }

  #show(state: ViewState): void {
    void vscode.commands.executeCommand('setContext', 'brieflint.claims.state', state);
    const open = this.#sections.flatMap(({ claims }) => claims).filter((claim) => claim.state === 'open').length;
    this.#view.badge = open === 0 ? undefined : { value: open, tooltip: `${open} open ${open === 1 ? 'claim' : 'claims'}` };
    this.#view.description = state === 'no-brief' ? '' : (this.#uri?.path.split('/').at(-1) ?? '');
  }
}
