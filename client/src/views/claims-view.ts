/** The claims of the brief in front, by section. */
import * as vscode from 'vscode';
import { claimsRequest, type ClaimsResult } from '../../../server/src/protocol';
import { toRange, type ClaimNode } from '../claim-node';
import type { ClientSession } from '../client-session';
import { BriefTree, type ShownAnswer } from './brief-tree';
import { registerClaimContext } from './claim-context';
import { claimItemOf, isShown, sectionItemOf, type ClaimFilter, type SectionNode } from './claim-items';

type Answer = NonNullable<ClaimsResult['brief']>;
type Node = SectionNode | ClaimNode;

const id = 'brieflint.claims';

export const registerClaimsView = (session: ClientSession): vscode.Disposable => {
  let filter: ClaimFilter = 'claims';
  const tree = new BriefTree<Answer, Node>(session, {
    id,
    request: claimsRequest,
    childrenOf: (shown, node) => childrenOf(shown, node, filter),
    itemOf: (node) => (node.kind === 'section' ? sectionItemOf(node) : claimItemOf(node)),
    stateOf: ({ sections }) => (sections.some(({ claims }) => claims.some((claim) => isShown(claim, 'claims'))) ? 'list' : 'no-claims'),
    badgeOf,
  });
  const show = (next: ClaimFilter): void => {
    filter = next;
    void vscode.commands.executeCommand('setContext', `${id}.filter`, filter);
    tree.refresh();
  };
  show(filter);
  const filterCommand = (name: string, next: ClaimFilter): vscode.Disposable => vscode.commands.registerCommand(`${id}.${name}`, () => show(next));
  const answersAt = (uri: vscode.Uri, position: vscode.Position): readonly string[] | undefined => findAnswers(tree.shown, uri, position);
  return vscode.Disposable.from(tree, registerClaimContext({ onDidChangeTreeData: tree.onDidChangeTreeData, answersAt }), filterCommand('showOpen', 'open'), filterCommand('showClaims', 'claims'), filterCommand('showEverything', 'everything'));
};

const childrenOf = ({ uri, answer: { version, sections } }: ShownAnswer<Answer>, node: Node | undefined, filter: ClaimFilter): readonly Node[] => {
  if (node?.kind === 'claim') return [];
  if (node !== undefined) return node.claims.map((claim): ClaimNode => ({ kind: 'claim', uri, version, claim }));
  return sections.map((section): SectionNode => ({ kind: 'section', section, claims: section.claims.filter((claim) => isShown(claim, filter)) })).filter(({ claims }) => claims.length > 0);
};

const badgeOf = ({ sections }: Answer): vscode.ViewBadge | undefined => {
  const open = sections.flatMap(({ claims }) => claims).filter((claim) => claim.state === 'open').length;
  return open === 0 ? undefined : { value: open, tooltip: `${open} open ${open === 1 ? 'claim' : 'claims'}` };
};

const findAnswers = (shown: ShownAnswer<Answer> | undefined, uri: vscode.Uri, position: vscode.Position): readonly string[] | undefined => {
  if (uri.toString() !== shown?.uri.toString()) return undefined;
  const claims = shown.answer.sections.flatMap((section) => section.claims);
  return claims.find(({ asked, range }) => asked !== null && toRange(range).contains(position))?.asked?.answers;
};
