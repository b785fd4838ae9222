import * as vscode from 'vscode';
import type { StatusParams } from '../../server/src/protocol';
import { isServed } from './document-selector';
import { escapeMarkdown } from './words';

type ServerState = 'starting' | 'running' | 'stopped';

/** Commands that links of the tooltip may run. */
const tooltipCommands = ['brieflint.chooseProfile', 'brieflint.checkAsBrief', 'brieflint.restartServer', 'brieflint.showOutput', 'workbench.actions.view.problems'];

/** Under the editor: the profile, how many findings, and when nothing is checked, why. */
export class StatusItem implements vscode.Disposable {
  readonly #item: vscode.StatusBarItem;
  readonly #subscriptions: vscode.Disposable;
  readonly #statusByUri = new Map<string, StatusParams>();
  #serverState: ServerState = 'starting';

  constructor() {
    this.#item = vscode.window.createStatusBarItem('brieflint.status', vscode.StatusBarAlignment.Right, 100);
    this.#item.name = 'Policy Brief';
    this.#subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => this.#update()),
      vscode.workspace.onDidCloseTextDocument((document) => this.#statusByUri.delete(document.uri.toString())),
    );
  }

  /** `uri` is normalised, for server and editor may escape the same address differently. */
  show(status: StatusParams): void {
    this.#statusByUri.set(vscode.Uri.parse(status.uri).toString(), status);
    this.#update();
  }

  showServer(state: ServerState): void {
    this.#serverState = state;
    this.#update();
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#item.dispose();
  }

  #update(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || !isServed(document)) {
      this.#item.hide();
      return;
    }
    const face = faceOf(this.#serverState, this.#statusByUri.get(document.uri.toString()));
    this.#item.text = face.text;
    this.#item.command = face.command;
    this.#item.accessibilityInformation = { label: `Policy brief: ${face.summary}` };
    this.#item.tooltip = tooltipOf(face);
    this.#item.show();
  }
}

interface Face {
  readonly text: string;
  /** Said first in the tooltip, and by screen readers. */
  readonly summary: string;
  readonly details: readonly string[];
  /** Runs on a click. */
  readonly command: string;
  readonly links: readonly (readonly [title: string, command: string])[];
}

const outputLink = ['Show output', 'brieflint.showOutput'] as const;

const faceOf = (serverState: ServerState, status: StatusParams | undefined): Face => {
  if (serverState === 'stopped') {
    const links = [['Restart server', 'brieflint.restartServer'], outputLink] as const;
    return { text: '$(error) Brief: not running', summary: 'the checker is not running', details: [], command: 'brieflint.restartServer', links };
  }
  if (status === undefined) {
    return { text: '$(sync~spin) Brief', summary: 'checking', details: [], command: 'brieflint.showOutput', links: [outputLink] };
  }
  if (status.whyNothing !== null) {
    const links = [['Check this file as a brief', 'brieflint.checkAsBrief'], outputLink] as const;
    return { text: '$(circle-slash) Brief: not checked', summary: `not checked (${status.whyNothing})`, details: [], command: 'brieflint.checkAsBrief', links };
  }
  return faceOfChecked(status);
};

const faceOfChecked = (status: StatusParams): Face => {
  const { error, warning, information, hint } = status.findings;
  // Hints are dots in the text and no lines in the Problems view; a count with them would not be found there.
  const count = error + warning + information;
  const profile = status.profileName ?? status.profile;
  const findings = count === 0 ? 'no findings' : countOf(count, 'finding');
  const bySeverity = [countOf(error, 'error'), countOf(warning, 'warning'), countOf(information, 'remark'), `${countOf(hint, 'hint')} (dots in the text)`];
  const details = count + hint === 0 ? [] : [bySeverity.filter((part) => !part.startsWith('0 ')).join(', ')];
  return {
    text: `$(checklist) ${profile ?? 'Brief: no profile'} · ${count === 0 ? '$(check)' : count}`,
    summary: `${profile ?? 'no profile'}, ${findings}`,
    details: [...details, ...likelyOf(status), ...status.unchecked.map((reason) => `Left unchecked: ${reason}`)],
    command: profile === null ? 'brieflint.chooseProfile' : 'workbench.actions.view.problems',
    links: [['Show findings', 'workbench.actions.view.problems'], [profile === null ? 'Choose a profile' : 'Change the profile', 'brieflint.chooseProfile'], outputLink],
  };
};

/** Offered, and never taken for granted. */
const likelyOf = ({ likelyProfile }: StatusParams): readonly string[] =>
  likelyProfile ? [`It looks like: ${likelyProfile.name} (it has ${likelyProfile.reasons}). Choose the profile to check its sections too.`] : [];

const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const tooltipOf = (face: Face): vscode.MarkdownString => {
  const links = face.links.map(([title, command]) => `[${title}](command:${command})`).join(' · ');
  const paragraphs = [`Policy brief: ${face.summary}`, ...face.details].map(escapeMarkdown);
  const tooltip = new vscode.MarkdownString([...paragraphs, links].join('\n\n'));
  tooltip.isTrusted = { enabledCommands: tooltipCommands };
  return tooltip;
};
