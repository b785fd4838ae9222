/** The figures of the brief in front, by what they measure, those that contradict each other on top. */
import * as vscode from 'vscode';
import { figuresRequest, type FiguresResult } from '../../../server/src/protocol';
import type { ClientSession } from '../client-session';
import { BriefTree, type ShownAnswer } from './brief-tree';
import { figureItemOf, isShown, measureItemOf, toNode, type FigureFilter, type FigureNode, type MeasureNode } from './figure-items';

type Answer = NonNullable<FiguresResult['brief']>;
type Node = MeasureNode | FigureNode;

const id = 'brieflint.figures';

export const registerFiguresView = (session: ClientSession): vscode.Disposable => {
  let filter: FigureFilter = 'all';
  const tree = new BriefTree<Answer, Node>(session, {
    id,
    request: figuresRequest,
    childrenOf: (shown, node) => childrenOf(shown, node, filter),
    itemOf: (node) => (node.kind === 'measure' ? measureItemOf(node) : figureItemOf(node)),
    stateOf: ({ measures, conflicts }) => (measures.length === 0 ? 'no-figures' : conflicts === 0 ? 'no-conflicts' : 'list'),
    badgeOf: ({ conflicts }) => (conflicts === 0 ? undefined : { value: conflicts, tooltip: `${conflicts} ${conflicts === 1 ? 'figure does' : 'figures do'} not agree with another` }),
  });
  const show = (next: FigureFilter): void => {
    filter = next;
    void vscode.commands.executeCommand('setContext', `${id}.filter`, filter);
    tree.refresh();
  };
  show(filter);
  return vscode.Disposable.from(
    tree,
    vscode.commands.registerCommand(`${id}.showConflicts`, () => show('conflicts')),
    vscode.commands.registerCommand(`${id}.showAll`, () => show('all')),
  );
};

const childrenOf = ({ uri, answer }: ShownAnswer<Answer>, node: Node | undefined, filter: FigureFilter): readonly Node[] => {
  if (node?.kind === 'figure') return [];
  if (node !== undefined) return node.measure.figures.map((figure): FigureNode => ({ kind: 'figure', uri, figure, title: null }));
  return answer.measures.filter((measure) => isShown(measure, filter)).map((measure) => toNode(uri, measure));
};
