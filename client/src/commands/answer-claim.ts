/**
 * The author's answers to "says who?": from the keyboard (for the statement at the cursor), from the lamp (address and position), and from the
 * list of claims (a node). What is written, and where, the server knows.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  answerRequestName,
  citationChoicesRequest,
  insertCitationCommand,
  type AnswerParams,
  type AnswerResult,
  type CitationChoiceItem,
  type CitationChoicesResult,
  type StatementParams,
} from '../../../server/src/protocol';
import { askedPlaceOf, isClaimNode, sayChanged, toPosition, toRange } from '../claim-node';
import type { ClientSession } from '../client-session';
import { shorten } from '../words';

export const registerAnswers = (session: ClientSession): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.commands.registerCommand(insertCitationCommand, (...places: unknown[]) => answerAt(session, places, pickCitation)),
    vscode.commands.registerCommand('brieflint.markOwnAnalysis', (...places: unknown[]) => answerAt(session, places, () => ({ answer: 'own-analysis' }))),
    vscode.commands.registerCommand('brieflint.markCommonKnowledge', (...places: unknown[]) => answerAt(session, places, () => ({ answer: 'common-knowledge' }))),
  );

type Answer = Pick<AnswerParams, 'answer' | 'reference'>;

type ChooseAnswer = (client: BaseLanguageClient, statement: StatementParams) => Answer | undefined | Promise<Answer | undefined>;

interface Place {
  readonly uri: vscode.Uri;
  readonly position: vscode.Position;
  /** Of the text that the position counts into, where a list named it. */
  readonly version?: number;
}

const answerAt = async ({ client }: ClientSession, places: readonly unknown[], choose: ChooseAnswer): Promise<void> => {
  const place = placeOf(places) ?? cursor();
  if (place === undefined || client?.isRunning() !== true) {
    void vscode.window.showInformationMessage('Open a brief and put the cursor on a statement first.');
    return;
  }
  const document = await vscode.workspace.openTextDocument(place.uri);
  const { version } = document;
  if (place.version !== undefined && place.version !== version) {
    sayChanged();
    return;
  }
  const statement: StatementParams = { uri: client.code2ProtocolConverter.asUri(place.uri), position: { line: place.position.line, character: place.position.character } };
  const answer = await choose(client, statement);
  if (answer === undefined) return;
  const params: AnswerParams = { ...statement, ...answer };
  const result = await client.sendRequest<AnswerResult>(answerRequestName, params);
  if ('whyNot' in result) {
    void vscode.window.showInformationMessage(result.whyNot);
    return;
  }
  if (document.version !== version || document.version !== result.version) {
    sayChanged();
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.set(place.uri, result.edits.map(({ range, newText }) => vscode.TextEdit.replace(toRange(range), newText)));
  await vscode.workspace.applyEdit(edit);
};

const cursor = (): Place | undefined => {
  const editor = vscode.window.activeTextEditor;
  return editor && { uri: editor.document.uri, position: editor.selection.active };
};

/** What the lamp or the view hand over; a menu of the editor hands over the address alone. */
const placeOf = ([first, second]: readonly unknown[]): Place | undefined => {
  if (isClaimNode(first)) return { uri: first.uri, position: askedPlaceOf(first), version: first.version };
  if (typeof first !== 'string' || typeof second !== 'object' || second === null) return undefined;
  const { line, character } = second as Readonly<Record<string, unknown>>; // Each is looked at below.
  if (typeof line !== 'number' || typeof character !== 'number') return undefined;
  return { uri: vscode.Uri.parse(first), position: toPosition({ line, character }) };
};

type CitationPick = vscode.QuickPickItem & { readonly answer?: Answer };

const pickCitation: ChooseAnswer = async (client, statement) => {
  const { statement: words, choices } = await client.sendRequest<CitationChoicesResult>(citationChoicesRequest, statement);
  if (words === null) return { answer: 'citation' };
  const picked = await vscode.window.showQuickPick(picksOf(choices), { title: 'Which source says so?', placeHolder: shorten(words, 90), matchOnDescription: true, matchOnDetail: true });
  return picked?.answer;
};

const picksOf = (choices: readonly CitationChoiceItem[]): CitationPick[] => {
  const likely = choices.filter(({ reason }) => reason !== null);
  const others = choices.filter(({ reason }) => reason === null);
  const stub: CitationPick = { label: '$(edit) Source to be found: insert stub', detail: choices.length === 0 ? 'No bibliography or reference list is there to pick from.' : 'Writes ([Source, year]), which is reported until it is filled in.', answer: { answer: 'stub' } };
  return [...group('likely sources', likely), ...group(likely.length > 0 ? 'all other works' : 'works', others), separator('not at hand'), stub];
};

const group = (name: string, choices: readonly CitationChoiceItem[]): CitationPick[] => (choices.length === 0 ? [] : [separator(name), ...choices.map(toPick)]);

const separator = (label: string): CitationPick => ({ label, kind: vscode.QuickPickItemKind.Separator });

const toPick = ({ label, description, detail, reason, reference }: CitationChoiceItem): CitationPick => ({
  label,
  description: [description, reason ?? ''].filter((part) => part !== '').join(' · '),
  detail,
  answer: { answer: 'citation', reference },
});
