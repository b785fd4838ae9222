/**
 * Lines of a paragraph as one line. A word that was broken at a line's end is joined again: without its hyphen, unless the text elsewhere
 * writes it with one ("long-term").
 *
 *     The commit-          The committee met.
 *     tee met.
 */
export const joinLines = (lines: readonly string[], hyphenatedWords: ReadonlySet<string>): string => {
  let joined = '';
  for (const line of lines) {
    const next = line.trim();
    const head = /\p{L}+[-\u2010\u00AD]$/u.exec(joined.slice(-60))?.[0];
    const tail = /^\p{Ll}[\p{L}\p{M}]*/u.exec(next.slice(0, 60))?.[0];
    if (joined === '') joined = next;
    else if (head === undefined || tail === undefined) joined += ` ${next}`;
    else joined = (hyphenatedWords.has(`${head.slice(0, -1)}-${tail}`.toLowerCase()) ? joined : joined.slice(0, -1)) + next;
  }
  return joined;
};

/** The words that a text writes with a hyphen inside a line, in lower case. */
export const findHyphenatedWords = (text: string): ReadonlySet<string> => {
  const words = new Set<string>();
  for (const [word] of text.matchAll(/(?<!\p{L})\p{L}{1,30}-\p{L}{1,30}(?!\p{L})/gu)) words.add(word.toLowerCase());
  return words;
};
