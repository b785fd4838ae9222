/** Twice as many are kept at most: a few times the sentences of a long brief. */
const mostWords = 3_000;

/**
 * Keeps what was read from the latest few thousand stretches of words. After a keystroke all sentences of a brief but one are as they were, and rules
 * that look for a pattern in each need not look again.
 */
export const rememberByWords = <Value>(read: (words: string) => Value): ((words: string) => Value) => remember(read, (words) => words);

/** The same for pieces cut from a text: each keeps its whole text in memory, and one from each of a thousand drafts a thousand texts, unless it is copied. */
export const rememberByPiece = <Value>(read: (words: string) => Value): ((words: string) => Value) => remember(read, copyOf);

/** Glued to a blank, it is a string of its own. */
const copyOf = (words: string): string => ` ${words}`.slice(1);

function remember<Value>(read: (words: string) => Value, keep: (words: string) => string): (words: string) => Value {
  let current = new Map<string, { readonly value: Value }>();
  let previous = new Map<string, { readonly value: Value }>();
  return (words) => {
    const known = current.get(words);
    if (known) return known.value;
    if (current.size >= mostWords) {
      previous = current;
      current = new Map();
    }
    const own = keep(words);
    const remembered = previous.get(words) ?? { value: read(own) };
    current.set(own, remembered);
    return remembered.value;
  };
}
