/** On one line, cut after about `limit` characters at a word's end. */
export const shorten = (text: string, limit: number): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= limit) return line;
  const cut = line.slice(0, limit);
  const lastBlank = cut.lastIndexOf(' ');
  return `${(lastBlank > limit / 2 ? cut.slice(0, lastBlank) : cut).replace(/[,;:.\s]+$/, '')} …`;
};

/** Not `appendText`: that makes each blank a hard one, and lines break inside words. */
export const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]()#+\-!~<>|]/g, '\\$&');
