/** Registers a language model as a chat assistant would. Its status item counts what it was sent. */
/* global require, exports -- an extension of VS Code is CommonJS */
const vscode = require('vscode');

const information = {
  id: 'parrot',
  name: 'Parrot',
  family: 'birds',
  version: '1',
  maxInputTokens: 8000,
  maxOutputTokens: 2000,
  capabilities: {},
};

exports.activate = ({ subscriptions }) => {
  const item = vscode.window.createStatusBarItem('reader', vscode.StatusBarAlignment.Right, 1);
  item.name = 'Second reader';
  const seen = { requests: 0, sentences: 0 };
  const show = () => (item.text = `Parrot: ${seen.requests} requests, ${seen.sentences} sentences`);
  show();
  item.show();
  subscriptions.push(item, vscode.lm.registerLanguageModelChatProvider('brieflint-test', {
    provideLanguageModelChatInformation: () => [information],
    provideTokenCount: (_model, text) => Promise.resolve(String(text).length),
    provideLanguageModelChatResponse: async (_model, messages, _options, progress) => {
      const prompt = messages.flatMap(({ content }) => content.map((part) => part.value ?? '')).join('');
      const sentences = [...prompt.matchAll(/^(\d+)\. (?:- )?(.+)$/gm)];
      seen.requests += 1;
      seen.sentences += sentences.length;
      show();
      // In pieces, in a fence and with a remark, as models do.
      progress.report(new vscode.LanguageModelTextPart('Here are the labels:\n```json\n'));
      for (const [, number, words] of sentences) progress.report(new vscode.LanguageModelTextPart(`${answerTo(Number(number), words)}\n`));
      progress.report(new vscode.LanguageModelTextPart('```'));
    },
  }));
};

const answerTo = (number, words) => {
  const label = words.includes('(') ? 'S' : words.startsWith('We ') ? 'A' : words.includes('should') ? 'O' : 'N';
  return JSON.stringify({ number, label, begins: words.split(' ').slice(0, 3).join(' '), reason: `polly says ${label}` });
};
