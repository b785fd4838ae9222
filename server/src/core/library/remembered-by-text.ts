import type { SourceText } from './source-text';

/** Answers per source; a brief of two hundred citations asks for fewer, and asks for the same ones at each keystroke. */
const mostAnswers = 2_000;

/** Keeps what was found in a source as long as its text is in use. `keyOf` must name everything that the answer depends on. */
export const rememberByText = <Args extends readonly unknown[], Answer>(
  find: (text: SourceText, ...args: Args) => Answer,
  keyOf: (...args: Args) => string,
): ((text: SourceText, ...args: Args) => Answer) => {
  const answersByText = new WeakMap<SourceText['passages'], Map<string, { readonly answer: Answer }>>();
  return (text, ...args) => {
    const answers = answersByText.get(text.passages) ?? new Map<string, { readonly answer: Answer }>();
    answersByText.set(text.passages, answers);
    const key = keyOf(...args);
    const known = answers.get(key);
    if (known) return known.answer;
    const answer = find(text, ...args);
    if (answers.size >= mostAnswers) answers.clear();
    answers.set(key, { answer });
    return answer;
  };
};
