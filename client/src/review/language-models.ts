/** The editor's language models, where it has any: another extension provides them, brieflint brings none. */
import * as vscode from 'vscode';
import { readUpTo } from './ask-parts';

/** Editors that resemble VS Code may lack the whole API, whatever version they say they are. */
const findApi = (): typeof vscode.lm | undefined => {
  const { lm } = vscode as { readonly lm?: typeof vscode.lm };
  return typeof lm?.selectChatModels === 'function' ? lm : undefined;
};

export const findModels = async (): Promise<readonly vscode.LanguageModelChat[]> => (await findApi()?.selectChatModels()) ?? [];

/** What tells one model from another, for what it said and for what the user allowed. */
export const readerOf = ({ vendor, id }: vscode.LanguageModelChat): string => `${vendor}/${id}`;

/** "GPT-4.1 (copilot)". */
export const nameOf = ({ name, vendor }: vscode.LanguageModelChat): string => `${name} (${vendor})`;

/** Far more than any honest answer to one part. */
const longestAnswer = 100_000;

/** What the model answers to one prompt. A flood is stopped where it comes from, for the provider charges for it. */
export const askModel = async (model: vscode.LanguageModelChat, prompt: string, token: vscode.CancellationToken): Promise<string> => {
  const justification = 'To say which sentences of your brief owe a source.';
  const request = new vscode.CancellationTokenSource();
  const stop = (): void => request.cancel();
  const linked = token.onCancellationRequested(stop);
  if (token.isCancellationRequested) stop();
  try {
    const { text } = await model.sendRequest([vscode.LanguageModelChatMessage.User(prompt)], { justification }, request.token);
    return await readUpTo(text, { longest: longestAnswer, stop, isStopped: () => request.token.isCancellationRequested });
  } finally {
    linked.dispose();
    request.dispose();
  }
};

/** Why a model did not answer, in words for the user. */
export const whyNoAnswer = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof vscode.LanguageModelError)) return message;
  switch (error.code) {
    case vscode.LanguageModelError.NoPermissions.name:
      return 'its use was not allowed.';
    case vscode.LanguageModelError.Blocked.name:
      return 'its provider refused the request, or a quota is used up.';
    case vscode.LanguageModelError.NotFound.name:
      return 'it is no longer there.';
    default:
      return message;
  }
};
