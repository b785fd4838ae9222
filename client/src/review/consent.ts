/** Nothing is sent before the user has read what is sent and to whom, and agreed; what is agreed for good can be taken back. */
import * as vscode from 'vscode';
import { nameOf, readerOf } from './language-models';

const key = 'brieflint.review.allowedReaders';

export interface Request {
  readonly model: vscode.LanguageModelChat;
  readonly fileName: string;
  readonly sentences: number;
  readonly parts: number;
  /** In words, from the checker, which writes the prompts. */
  readonly sent: readonly string[];
  readonly notSent: readonly string[];
}

const send = 'Send';
const always = 'Always in This Workspace';

export const askConsent = async ({ workspaceState }: vscode.ExtensionContext, request: Request): Promise<boolean> => {
  const reader = readerOf(request.model);
  const allowed = allowedReaders(workspaceState);
  if (allowed.includes(reader)) return true;
  const answer = await vscode.window.showWarningMessage(`Send sentences of ${request.fileName} to ${nameOf(request.model)}?`, { modal: true, detail: detailOf(request) }, send, always);
  if (answer === always) await workspaceState.update(key, [...allowed, reader]);
  return answer === send || answer === always;
};

const detailOf = ({ model, sentences, parts, sent, notSent }: Request): string => {
  const count = `${sentences} ${sentences === 1 ? 'sentence' : 'sentences'} in ${parts} ${parts === 1 ? 'request' : 'requests'}`;
  return [
    [`What is sent: ${count}, with this:`, ...sent.map((thing) => `– ${thing}`)].join('\n'),
    `What is not: ${notSent.join('; ')}.`,
    `Who gets it: the language model ${model.name}, through the provider "${model.vendor}" that you have in this editor. What the provider keeps and charges is between you and the provider.`,
    'What comes back is shown as remarks. Nothing in the brief is changed.',
  ].join('\n\n');
};

const allowedReaders = (state: vscode.Memento): readonly string[] => {
  const value: unknown = state.get(key);
  return Array.isArray(value) ? value.filter((reader) => typeof reader === 'string') : [];
};

export const forgetConsent = async ({ workspaceState }: vscode.ExtensionContext): Promise<void> => {
  await workspaceState.update(key, undefined);
  void vscode.window.showInformationMessage('You will be asked again before sentences of a brief are sent to a language model.');
};
