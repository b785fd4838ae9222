/** The recommendations of the brief in front: who does what by when, at what cost, measured how, and what carries it. */
import * as vscode from 'vscode';
import { recommendationsRequest, type RecommendationsResult } from '../../../server/src/protocol';
import { toRange } from '../claim-node';
import type { ClientSession } from '../client-session';
import { BriefTree } from './brief-tree';
import { childrenOf, isPartNode, itemOf, openPartsOf, type RecommendationTreeNode } from './recommendation-items';

type Answer = NonNullable<RecommendationsResult['brief']>;

export const registerRecommendationsView = (session: ClientSession): vscode.Disposable => {
  const tree = new BriefTree<Answer, RecommendationTreeNode>(session, {
    id: 'brieflint.recommendations',
    request: recommendationsRequest,
    childrenOf: ({ uri, answer }, node) => (node === undefined ? answer.recommendations.map((recommendation) => ({ kind: 'recommendation', uri, recommendation })) : childrenOf(node)),
    itemOf,
    stateOf: ({ recommendations }) => (recommendations.length === 0 ? 'no-recommendations' : 'list'),
    badgeOf,
  });
  return vscode.Disposable.from(tree, vscode.commands.registerCommand('brieflint.recommendations.fillIn', fillIn));
};

const badgeOf = ({ recommendations }: Answer): vscode.ViewBadge | undefined => {
  const open = recommendations.filter((recommendation) => openPartsOf(recommendation).length > 0).length;
  return open === 0 ? undefined : { value: open, tooltip: `${open} ${open === 1 ? 'recommendation lacks' : 'recommendations lack'} a part` };
};

/** Opens the quick fixes at the recommendation: what they write is for the author to choose. */
const fillIn = async (node: unknown): Promise<void> => {
  if (!isPartNode(node)) return;
  const { start } = toRange(node.part.range);
  await vscode.window.showTextDocument(node.uri, { selection: new vscode.Range(start, start) });
  await vscode.commands.executeCommand('editor.action.quickFix');
};
