/** Twice as many are kept at most: a few times the sentences of a long brief. */
const mostWords = 3_000;

/**
 * Keeps what was read from the latest few thousand stretches of words. After a keystroke all sentences of a brief but one are as they were, and rules
 * that look for a pattern in each need not look again.
 */
export const rememberByWords = <Value>(read: (words: string) => Value): ((words: string) => Value) => {
  let current = new Map<string, { readonly value: Value }>();
  let previous = new Map<string, { readonly value: Value }>();
  return (words) => {
    const known = current.get(words);
    if (known) return known.value;
    if (current.size >= mostWords) {
      previous = current;
      current = new Map();
    }
    const remembered = previous.get(words) ?? { value: read(words) };
    current.set(words, remembered);
    return remembered.value;
  };
};
