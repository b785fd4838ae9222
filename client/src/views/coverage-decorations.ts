/** What citations cover, shown in the text on demand: nothing until the user asks, and then it follows edits until the user has seen enough. */
import * as vscode from 'vscode';
import { coverageRequest, type ClaimsParams, type CoverageItem, type CoverageResult } from '../../../server/src/protocol';
import { toRange } from '../claim-node';
import type { ClientSession } from '../client-session';
import { isServed } from '../document-selector';
import { escapeMarkdown } from '../words';
import { countCoverage, coverageLegend } from './claim-words';

export const registerCoverage = (session: ClientSession): vscode.Disposable => {
  const coverage = new CoverageDecorations(session);
  const toggle = (): Promise<void> => coverage.toggle();
  // One that shows and one that hides, by which a menu tells the state; the key has both.
  return vscode.Disposable.from(coverage, vscode.commands.registerCommand('brieflint.toggleCoverage', toggle), vscode.commands.registerCommand('brieflint.hideCoverage', () => coverage.hide()));
};

type Kind = CoverageItem['kind'];

const kinds: readonly Kind[] = ['cited', 'nearby', 'wider', 'open'];

class CoverageDecorations implements vscode.Disposable {
  readonly #session: ClientSession;
  readonly #types = createTypes();
  readonly #legend: vscode.StatusBarItem;
  readonly #subscriptions: vscode.Disposable;
  #isOn = false;

  constructor(session: ClientSession) {
    this.#session = session;
    this.#legend = vscode.window.createStatusBarItem('brieflint.coverage', vscode.StatusBarAlignment.Right, 99);
    this.#legend.name = 'Policy Brief: What Citations Cover';
    this.#legend.command = 'brieflint.hideCoverage';
    const update = (uri?: vscode.Uri): void => session.inBackground(() => this.#updateAll(uri));
    this.#subscriptions = vscode.Disposable.from(
      ...Object.values(this.#types),
      this.#legend,
      vscode.window.onDidChangeVisibleTextEditors(() => update()),
      vscode.window.onDidChangeActiveTextEditor(() => update()),
      session.onDidCheck(update),
    );
  }

  async toggle(): Promise<void> {
    await this.#switch(!this.#isOn);
  }

  async hide(): Promise<void> {
    await this.#switch(false);
  }

  async #switch(isOn: boolean): Promise<void> {
    this.#isOn = isOn;
    void vscode.commands.executeCommand('setContext', 'brieflint.coverage.isShown', isOn);
    await this.#updateAll();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** Where a document is named, only its editors. */
  async #updateAll(uri?: vscode.Uri): Promise<void> {
    const editors = vscode.window.visibleTextEditors.filter(({ document }) => isServed(document) && (uri === undefined || document.uri.toString() === uri.toString()));
    await Promise.all(editors.map((editor) => this.#update(editor)));
    const active = vscode.window.activeTextEditor;
    if (!this.#isOn || active === undefined || !isServed(active.document)) this.#legend.hide();
  }

  async #update(editor: vscode.TextEditor): Promise<void> {
    const brief = this.#isOn ? await this.#ask(editor.document) : null;
    // Switched off, or edited while we asked: the next check comes anyway. Decorations move along until then.
    if (this.#isOn && brief !== null && brief.version !== editor.document.version) return;
    const sentences = this.#isOn ? (brief?.sentences ?? []) : [];
    for (const kind of kinds) {
      const options = sentences.filter((sentence) => sentence.kind === kind).map(({ range, words }): vscode.DecorationOptions => ({ range: toRange(range), hoverMessage: new vscode.MarkdownString(escapeMarkdown(words)) }));
      editor.setDecorations(this.#types[kind], options);
    }
    if (this.#isOn && editor === vscode.window.activeTextEditor) this.#showLegend(sentences);
  }

  /** Stays as long as the marks do. */
  #showLegend(sentences: readonly CoverageItem[]): void {
    const counts = countCoverage(sentences);
    const lines = coverageLegend(counts);
    this.#legend.text = `$(eye) ${counts.cited} cited · ${counts.covered} covered · ${counts.open} open`;
    this.#legend.tooltip = [...lines, 'Click to hide these marks'].join('\n');
    this.#legend.accessibilityInformation = { label: `What citations cover is shown: ${lines.join(', ')}. Press to hide it`, role: 'button' };
    this.#legend.show();
  }

  async #ask({ uri }: vscode.TextDocument): Promise<CoverageResult['brief']> {
    const { client } = this.#session;
    if (client?.isRunning() !== true) return null;
    const params: ClaimsParams = { uri: client.code2ProtocolConverter.asUri(uri) };
    return (await client.sendRequest<CoverageResult>(coverageRequest, params)).brief;
  }
}

const color = (name: string): vscode.ThemeColor => new vscode.ThemeColor(`brieflint.${name}`);

/** Told apart by more than their colour: a double line, a single one, a dashed one, a dotted frame. */
const createTypes = (): Readonly<Record<Kind, vscode.TextEditorDecorationType>> => {
  const create = (options: vscode.DecorationRenderOptions): vscode.TextEditorDecorationType =>
    vscode.window.createTextEditorDecorationType({ rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed, ...options });
  const underlined = (style: string, name: string, width = 1): vscode.DecorationRenderOptions => ({ borderStyle: style, borderWidth: `0 0 ${width}px 0`, borderColor: color(name) });
  return {
    // A double line needs three pixels.
    cited: create({ backgroundColor: color('citedBackground'), overviewRulerColor: color('citedBackground'), ...underlined('double', 'coveredBorder', 3) }),
    nearby: create({ backgroundColor: color('coveredBackground'), ...underlined('solid', 'coveredBorder') }),
    wider: create({ backgroundColor: color('coveredBackground'), ...underlined('dashed', 'coveredBorder') }),
    open: create({ borderStyle: 'dotted', borderWidth: '1px', borderColor: color('openClaimBorder'), overviewRulerColor: color('openClaimBorder'), overviewRulerLane: vscode.OverviewRulerLane.Right }),
  };
};
