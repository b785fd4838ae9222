/** How recommendations look in the list. */
import * as vscode from 'vscode';
import type { ProtocolRange, RecommendationItem, RecommendationPartItem, RecommendationSourceItem } from '../../../server/src/protocol';
import { toRange } from '../claim-node';
import { shorten } from '../words';

export interface RecommendationNode {
  readonly kind: 'recommendation';
  readonly uri: vscode.Uri;
  readonly recommendation: RecommendationItem;
}

/** The view's menu hands it to the command that fills it in. */
export interface PartNode {
  readonly kind: 'part';
  readonly uri: vscode.Uri;
  readonly part: RecommendationPartItem;
}

/** "Rests on", "Carried by". */
export interface SourcesNode {
  readonly kind: 'sources';
  readonly uri: vscode.Uri;
  readonly title: string;
  readonly sources: readonly RecommendationSourceItem[];
  /** What is said where there are none. */
  readonly none: string;
}

export interface SourceNode {
  readonly kind: 'source';
  readonly uri: vscode.Uri;
  readonly source: RecommendationSourceItem;
}

export type RecommendationTreeNode = RecommendationNode | PartNode | SourcesNode | SourceNode;

/** Anybody may run a command with anything. */
export const isPartNode = (value: unknown): value is PartNode =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'part' && 'uri' in value && value.uri instanceof vscode.Uri && 'part' in value;

const titles: Readonly<Record<RecommendationPartItem['kind'], { readonly title: string; readonly none: string; readonly icon: string }>> = {
  who: { title: 'Who', none: 'nobody is named', icon: 'account' },
  'by-when': { title: 'By when', none: 'no deadline', icon: 'calendar' },
  cost: { title: 'Cost', none: 'no cost', icon: 'credit-card' },
  measure: { title: 'Measure', none: 'no measure', icon: 'graph' },
};

export const itemOf = (node: RecommendationTreeNode): vscode.TreeItem => {
  switch (node.kind) {
    case 'recommendation':
      return recommendationItemOf(node);
    case 'part':
      return partItemOf(node);
    case 'sources':
      return sourcesItemOf(node);
    case 'source':
      return sourceItemOf(node);
  }
};

export const childrenOf = (node: RecommendationTreeNode): readonly RecommendationTreeNode[] => {
  switch (node.kind) {
    case 'recommendation': {
      const { uri, recommendation } = node;
      return [
        ...recommendation.parts.map((part): PartNode => ({ kind: 'part', uri, part })),
        { kind: 'sources', uri, title: 'Rests on', sources: recommendation.restsOn, none: 'no citation of its own' },
        { kind: 'sources', uri, title: 'Carried by', sources: recommendation.carriedBy, none: 'nothing found in the analysis' },
      ];
    }
    case 'sources':
      return node.sources.map((source): SourceNode => ({ kind: 'source', uri: node.uri, source }));
    case 'part':
    case 'source':
      return [];
  }
};

/** Parts that a rule asks for. */
export const openPartsOf = ({ parts }: RecommendationItem): readonly RecommendationPartItem[] => parts.filter(({ asked }) => asked !== null);

const recommendationItemOf = ({ uri, recommendation }: RecommendationNode): vscode.TreeItem => {
  const item = new vscode.TreeItem(shorten(recommendation.what, 70), vscode.TreeItemCollapsibleState.Collapsed);
  const [who, byWhen] = recommendation.parts;
  item.description = [who, byWhen].map((part) => (part === undefined ? '' : shortWordsOf(part))).filter((words) => words !== '').join(' · ');
  const isOpen = openPartsOf(recommendation).length > 0;
  item.iconPath = isOpen ? new vscode.ThemeIcon('question', new vscode.ThemeColor('list.warningForeground')) : new vscode.ThemeIcon('checklist');
  item.tooltip = [recommendation.what, ...recommendation.parts.map((part) => `${titles[part.kind].title}: ${part.text ?? titles[part.kind].none}`)].join('\n\n');
  item.accessibilityInformation = { label: `${recommendation.what} ${item.description}` };
  item.contextValue = 'recommendation';
  item.command = goTo(uri, recommendation.range, 'Go to the recommendation');
  return item;
};

const shortWordsOf = ({ kind, text }: RecommendationPartItem): string => (text === null ? titles[kind].none : shorten(text, 40));

const partItemOf = ({ uri, part }: PartNode): vscode.TreeItem => {
  const { title, none, icon } = titles[part.kind];
  const item = new vscode.TreeItem(title);
  item.description = part.text === null ? none : shorten(part.text, 80);
  item.tooltip = part.asked ?? part.text ?? none;
  const color = part.asked === null ? undefined : new vscode.ThemeColor('list.warningForeground');
  item.iconPath = new vscode.ThemeIcon(part.text === null ? 'dash' : icon, color);
  item.accessibilityInformation = { label: `${title}: ${part.text ?? none}` };
  item.contextValue = part.isFixable ? 'part fixable' : 'part';
  item.command = goTo(uri, part.range, 'Go to the words');
  return item;
};

const sourcesItemOf = ({ title, sources, none }: SourcesNode): vscode.TreeItem => {
  const item = new vscode.TreeItem(title, sources.length === 0 ? vscode.TreeItemCollapsibleState.None : vscode.TreeItemCollapsibleState.Expanded);
  item.description = sources.length === 0 ? none : '';
  item.iconPath = new vscode.ThemeIcon(sources.length === 0 ? 'dash' : 'references');
  item.accessibilityInformation = { label: `${title}: ${sources.length === 0 ? none : String(sources.length)}` };
  item.contextValue = 'sources';
  return item;
};

const sourceItemOf = ({ uri, source: { text, section, words, range } }: SourceNode): vscode.TreeItem => {
  const item = new vscode.TreeItem(shorten(text, 70));
  item.description = [section === null ? '' : shorten(section, 40), words.join(', ')].filter((part) => part !== '').join(' · ');
  item.tooltip = [text, ...(words.length === 0 ? [] : [`In common: ${words.join(', ')}`])].join('\n\n');
  item.accessibilityInformation = { label: `${text} ${item.description}` };
  item.contextValue = 'source';
  item.command = goTo(uri, range, 'Go to the place');
  return item;
};

const goTo = (uri: vscode.Uri, range: ProtocolRange, title: string): vscode.Command => ({ title, command: 'vscode.open', arguments: [uri, { selection: toRange(range) }] });
