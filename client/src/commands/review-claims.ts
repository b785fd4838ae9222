/** A language model of the editor reads the brief a second time: asked by the user, after consent, section by section. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  reviewAnswersRequest,
  reviewPromptsRequest,
  type ReviewAnswersParams,
  type ReviewAnswersResult,
  type ReviewNotesResult,
  type ReviewPrompt,
  type ReviewPromptsParams,
  type ReviewPromptsResult,
} from '../../../server/src/protocol';
import type { ClientSession } from '../client-session';
import { isServed } from '../document-selector';
import { askParts, OneAtATime, type Trouble } from '../review/ask-parts';
import { askConsent, forgetConsent } from '../review/consent';
import { askModel, findModels, nameOf, readerOf, whyNoAnswer } from '../review/language-models';
import { ReviewNotes } from '../review/review-notes';

export const registerReviewClaims = (context: vscode.ExtensionContext, session: ClientSession): vscode.Disposable => {
  const notes = new ReviewNotes(session);
  const running = new OneAtATime();
  return vscode.Disposable.from(
    notes,
    vscode.commands.registerCommand('brieflint.reviewClaims', () => reviewClaims({ context, session, notes, running })),
    vscode.commands.registerCommand('brieflint.forgetReviewConsent', () => forgetConsent(context)),
  );
};

interface Parts {
  readonly context: vscode.ExtensionContext;
  readonly session: ClientSession;
  readonly notes: ReviewNotes;
  readonly running: OneAtATime;
}

const reviewClaims = async (parts: Parts): Promise<void> => {
  const message = await tryReview(parts);
  if (message !== undefined) void vscode.window.showInformationMessage(message);
};

/** Why there was no review, for the user; undefined after one, and where the user wants none. */
const tryReview = async (parts: Parts): Promise<string | undefined> => {
  const { context, session: { client }, running } = parts;
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined || !isServed(document)) return 'Open a brief first.';
  if (client?.isRunning() !== true) return 'The checker is not running. Run "Policy Brief: Restart Server" first.';
  const models = await findModels();
  if (models.length === 0) return 'This editor offers no language model. One comes with an extension such as a chat assistant; everything else in brieflint works without.';
  const model = await pickModel(context, models);
  if (model === undefined) return undefined;
  // Asked twice at once, everything would be sent twice.
  const done = await running.run(`${readerOf(model)}\n${document.uri.toString()}`, () => readWith(parts, client, document, model));
  return done === undefined ? `${nameOf(model)} is reading this brief already.` : done.result;
};

const readWith = async ({ context, notes }: Parts, client: BaseLanguageClient, document: vscode.TextDocument, model: vscode.LanguageModelChat): Promise<string | undefined> => {
  const reader = { id: readerOf(model), name: nameOf(model) };
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const params: ReviewPromptsParams = { uri, reader: reader.id };
  const { whyNothing, parts, asked, known, sent, notSent } = await client.sendRequest<ReviewPromptsResult>(reviewPromptsRequest, params);
  if (whyNothing !== null) return `This file is not checked as a brief: ${whyNothing}`;
  if (asked + known === 0) return 'There is no sentence to ask about.';
  if (asked > 0) {
    const fileName = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
    if (!(await askConsent(context, { model, fileName, sentences: asked, parts: parts.length, sent, notSent }))) return undefined;
    const trouble = await askAll({ client, uri, model, onAnswer: () => notes.show(document, reader) }, parts);
    if (trouble !== undefined) void vscode.window.showWarningMessage(troubleWords(trouble, reader.name));
  }
  const result = await notes.show(document, reader);
  if (result !== undefined && result.labelled > 0) void offerReport(notes, document, summaryOf(result, asked));
  return undefined;
};

const troubleWords = ({ who, error }: Trouble, reader: string): string =>
  who === 'model' ? `${reader} did not answer: ${whyNoAnswer(error)}` : `The answer of ${reader} was not taken in: ${error instanceof Error ? error.message : String(error)}`;

const lastReaderKey = 'brieflint.review.lastReader';

/** The one that was taken last comes first. */
const pickModel = async ({ workspaceState }: vscode.ExtensionContext, models: readonly vscode.LanguageModelChat[]): Promise<vscode.LanguageModelChat | undefined> => {
  if (models.length === 1) return models[0];
  const last = workspaceState.get<unknown>(lastReaderKey);
  const isLast = (model: vscode.LanguageModelChat): boolean => readerOf(model) === last;
  const items = [...models.filter(isLast), ...models.filter((model) => !isLast(model))].map((model) => ({ label: model.name, description: model.vendor, detail: model.family, model }));
  const chosen = (await vscode.window.showQuickPick(items, { title: 'Which language model shall read the brief?', matchOnDescription: true }))?.model;
  if (chosen !== undefined) await workspaceState.update(lastReaderKey, readerOf(chosen));
  return chosen;
};

interface Reading {
  readonly client: BaseLanguageClient;
  readonly uri: string;
  readonly model: vscode.LanguageModelChat;
  readonly onAnswer: () => Promise<unknown>;
}

const askAll = async ({ client, uri, model, onAnswer }: Reading, parts: readonly ReviewPrompt[]): Promise<Trouble | undefined> =>
  vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: `${model.name} reads the brief`, cancellable: true }, (progress, token) =>
    askParts(parts, {
      isCancelled: () => token.isCancellationRequested,
      begin: ({ title }, i) => progress.report({ message: `${i + 1} of ${parts.length}${title === '' ? '' : `: ${title}`}`, increment: i === 0 ? 0 : 100 / parts.length }),
      ask: ({ prompt }) => askModel(model, prompt, token),
      handIn: async ({ id }, text) => {
        const params: ReviewAnswersParams = { uri, id, text };
        await client.sendRequest<ReviewAnswersResult>(reviewAnswersRequest, params);
        await onAnswer();
      },
    }),
  );

const summaryOf = ({ labelled, agreed, notes }: ReviewNotesResult, asked: number): string => {
  const fresh = asked === 0 ? 'Nothing has changed since the last review. ' : '';
  const differ = notes.length === 0 ? 'no difference' : `${notes.length} ${notes.length === 1 ? 'difference' : 'differences'}`;
  return `${fresh}${labelled} ${labelled === 1 ? 'sentence' : 'sentences'} read, ${agreed} agreed on: ${differ}.`;
};

const offerReport = async (notes: ReviewNotes, document: vscode.TextDocument, message: string): Promise<void> => {
  const show = 'Show Report';
  if ((await vscode.window.showInformationMessage(message, show)) === show) await notes.openReport(document);
};
