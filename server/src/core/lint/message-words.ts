/** The words of a text on one line, cut after about `limit` characters at a word's end: what a message can quote. */
export const shorten = (text: string, limit = 60): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= limit) return line;
  const cut = line.slice(0, limit);
  const lastBlank = cut.lastIndexOf(' ');
  return `${(lastBlank > limit / 2 ? cut.slice(0, lastBlank) : cut).replace(/[,;:.\s]+$/, '')} …`;
};

/** "a", "a or b", "a, b or c". */
export const joinWords = (words: readonly string[], conjunction: 'and' | 'or'): string => {
  const last = words.at(-1);
  if (last === undefined) return '';
  return words.length === 1 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`;
};
