/** How figures look in the list. */
import * as vscode from 'vscode';
import type { FigureItem, MeasureItem } from '../../../server/src/protocol';
import { toRange } from '../claim-node';
import { shorten } from '../words';

export type FigureFilter = 'conflicts' | 'all';

export interface MeasureNode {
  readonly kind: 'measure';
  readonly uri: vscode.Uri;
  readonly measure: MeasureItem;
}

export interface FigureNode {
  readonly kind: 'figure';
  readonly uri: vscode.Uri;
  readonly figure: FigureItem;
  /** The measure, where the figure is its only one and stands for it. */
  readonly title: string | null;
}

export const isShown = ({ conflicts }: MeasureItem, filter: FigureFilter): boolean => filter === 'all' || conflicts > 0;

export const toNode = (uri: vscode.Uri, measure: MeasureItem): MeasureNode | FigureNode => {
  const [first, ...others] = measure.figures;
  return first !== undefined && others.length === 0 ? { kind: 'figure', uri, figure: first, title: measure.title } : { kind: 'measure', uri, measure };
};

export const measureItemOf = ({ measure: { title, conflicts, figures } }: MeasureNode): vscode.TreeItem => {
  const state = conflicts > 0 ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
  const item = new vscode.TreeItem(shorten(title, 70), state);
  const values = [...new Set(figures.map(({ written }) => written))];
  item.description = [conflicts > 0 ? `${conflicts} ${conflicts === 1 ? 'conflict' : 'conflicts'}` : '', shorten(values.join(', '), 50)].filter((part) => part !== '').join(' · ');
  item.iconPath = conflicts > 0 ? warningIcon() : new vscode.ThemeIcon('symbol-numeric');
  item.tooltip = title;
  item.contextValue = 'measure';
  return item;
};

const warningIcon = (): vscode.ThemeIcon => new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));

export const figureItemOf = ({ uri, figure, title }: FigureNode): vscode.TreeItem => {
  const { written, reading, setting, place, source, contradicts } = figure;
  const range = toRange(figure.range);
  const item = new vscode.TreeItem(shorten(title ?? written, 70));
  const isInConflict = contradicts.length > 0;
  if (isInConflict) item.iconPath = warningIcon();
  else if (title !== null) item.iconPath = new vscode.ThemeIcon('symbol-numeric');
  item.description = [title === null ? '' : written, setting, place].filter((part) => part !== '').join(' · ');
  item.tooltip = [
    `${written}${reading === null ? '' : `, reads as ${reading}`}`,
    ...(title === null ? [] : [title]),
    ...(setting === '' ? [] : [setting]),
    source === null ? place : `${place}: ${source}`,
    ...contradicts.map((other) => `Does not agree with ${other}`),
  ].join('\n');
  item.accessibilityInformation = { label: `${isInConflict ? 'Conflict: ' : ''}${title === null ? '' : `${title}: `}${written}, ${setting === '' ? '' : `${setting}, `}${place}` };
  item.command = { title: 'Go to the figure', command: 'vscode.open', arguments: [uri, { selection: range }] };
  item.contextValue = isInConflict ? 'figure conflict' : 'figure';
  return item;
};
