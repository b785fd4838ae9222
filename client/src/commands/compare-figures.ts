/** Figures that changed since an earlier version of the brief, and the places where the old value was left behind. */
import * as vscode from 'vscode';
import { compareFiguresRequest, type CompareFiguresParams, type CompareFiguresResult, type FigureChangeItem, type FigurePlaceItem } from '../../../server/src/protocol';
import { toRange } from '../claim-node';
import type { ClientSession } from '../client-session';
import { isServed } from '../document-selector';
import { committedVersion, savedVersion } from '../earlier-version';
import { shorten } from '../words';

interface Earlier {
  /** "the saved version". */
  readonly name: string;
  readonly read: (document: vscode.TextDocument) => Promise<string | undefined>;
  /** Why there is none. */
  readonly missing: string;
}

const saved: Earlier = { name: 'the saved version', read: savedVersion, missing: 'This brief has not been saved yet.' };
const committed: Earlier = { name: 'the last commit', read: committedVersion, missing: 'There is no commit of this brief: it is in no Git repository that this editor has open, or was never committed.' };

export const registerCompareFigures = (session: ClientSession): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.commands.registerCommand('brieflint.compareFiguresWithSaved', () => compareFigures(session, saved)),
    vscode.commands.registerCommand('brieflint.compareFiguresWithCommit', () => compareFigures(session, committed)),
  );

const compareFigures = async (session: ClientSession, earlier: Earlier): Promise<void> => {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined || !isServed(document)) {
    void vscode.window.showInformationMessage('Open a brief first.');
    return;
  }
  const outcome = await findChanges(session, document, earlier);
  if (typeof outcome === 'string') void vscode.window.showInformationMessage(outcome);
  else await showChanges(session, document, outcome, earlier);
};

/** The changes, or why there are none to show. */
const findChanges = async ({ client }: ClientSession, document: vscode.TextDocument, { name, read, missing }: Earlier): Promise<readonly FigureChangeItem[] | string> => {
  if (client?.isRunning() !== true) return 'The checker is not running. Run "Policy Brief: Restart Server" first.';
  const before = await read(document);
  if (before === undefined) return missing;
  const params: CompareFiguresParams = { uri: client.code2ProtocolConverter.asUri(document.uri), before };
  const { changes } = await client.sendRequest<CompareFiguresResult>(compareFiguresRequest, params);
  if (changes === null) return 'This file is not checked as a brief.';
  return changes.length === 0 ? `No figure differs from ${name}.` : changes;
};

interface PlaceChoice extends vscode.QuickPickItem {
  readonly place?: FigurePlaceItem;
}

/** What was left behind comes first: that is what there is to do. */
const showChanges = async (session: ClientSession, document: vscode.TextDocument, changes: readonly FigureChangeItem[], { name }: Earlier): Promise<void> => {
  const left = changes.flatMap(({ after, leftBehind }) => leftBehind.map((place): PlaceChoice => ({ label: `$(warning) ${place.written}`, description: `still in ${shorten(place.place, 60)}`, detail: `${after.written} in ${shorten(after.place, 60)}`, place })));
  const changed = changes.map(({ subject, before, after }): PlaceChoice => ({ label: `${before} → ${after.written}`, description: shorten(subject, 60), detail: shorten(after.place, 80), place: after }));
  const items: readonly PlaceChoice[] = [
    ...(left.length === 0 ? [] : [separator('Old value still here'), ...left]),
    separator('Changed'),
    ...changed,
  ];
  const title = `${changes.length} ${changes.length === 1 ? 'figure differs' : 'figures differ'} from ${name}, ${left.length === 0 ? 'no old value is left' : left.length === 1 ? 'an old value is left in 1 place' : `old values are left in ${left.length} places`}`;
  const chosen = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: 'Go to a figure',
    matchOnDescription: true,
    matchOnDetail: true,
    onDidSelectItem: (item: PlaceChoice) => session.inBackground(() => reveal(document, item, { preserveFocus: true })),
  });
  if (chosen !== undefined) await reveal(document, chosen, { preserveFocus: false });
};

const separator = (label: string): PlaceChoice => ({ label, kind: vscode.QuickPickItemKind.Separator });

const reveal = async (document: vscode.TextDocument, { place }: PlaceChoice, options: { readonly preserveFocus: boolean }): Promise<void> => {
  if (place !== undefined) await vscode.window.showTextDocument(document, { selection: toRange(place.range), preserveFocus: options.preserveFocus });
};
