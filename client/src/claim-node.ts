import * as vscode from 'vscode';
import type { ClaimItem, ProtocolPosition, ProtocolRange } from '../../server/src/protocol';

/** A claim as the view lists it; the view's menus hand it to commands. */
export interface ClaimNode {
  readonly kind: 'claim';
  readonly uri: vscode.Uri;
  /** Of the text that the claim's places count into. */
  readonly version: number;
  readonly claim: ClaimItem;
}

/** Anybody may run a command with anything. */
export const isClaimNode = (value: unknown): value is ClaimNode =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'claim' && 'uri' in value && value.uri instanceof vscode.Uri && 'version' in value && typeof value.version === 'number';

/** Where a rule asks; of a claim about which none does, its beginning. */
export const askedPlaceOf = ({ claim }: ClaimNode): vscode.Position => toPosition((claim.asked?.range ?? claim.range).start);

/** Brings it into view, with the cursor where a rule asks; false, and says so, where the text is another by now. */
export const goToClaim = async (node: ClaimNode): Promise<boolean> => {
  const place = askedPlaceOf(node);
  const editor = await vscode.window.showTextDocument(node.uri, { selection: new vscode.Range(place, place) });
  if (editor.document.version === node.version) return true;
  sayChanged();
  return false;
};

export const sayChanged = (): void => {
  void vscode.window.showInformationMessage('The text has changed in the meantime. Please try again.');
};

export const toPosition = ({ line, character }: ProtocolPosition): vscode.Position => new vscode.Position(line, character);

export const toRange = ({ start, end }: ProtocolRange): vscode.Range => new vscode.Range(toPosition(start), toPosition(end));
