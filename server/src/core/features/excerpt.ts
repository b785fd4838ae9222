/** So much of a passage is read at a glance. */
const longest = 360;

/** The part of a passage around some of its words, cut between words; the whole of a short one. */
export const excerptOf = (passage: string, words: string | null): string => {
  const text = passage.replace(/\s+/gu, ' ').trim();
  if (text.length <= longest) return text;
  const at = words === null ? -1 : text.toLowerCase().indexOf(words.replace(/\s+/gu, ' ').trim().toLowerCase());
  const middle = at < 0 ? 0 : at + Math.min(words?.length ?? 0, longest) / 2;
  const start = Math.max(0, Math.min(text.length - longest, Math.round(middle - longest / 2)));
  const from = start === 0 ? 0 : text.indexOf(' ', start) + 1;
  const end = Math.min(text.length, from + longest);
  const to = end === text.length ? end : text.lastIndexOf(' ', end);
  return `${from > 0 ? '… ' : ''}${text.slice(from, to > from ? to : end)}${end < text.length ? ' …' : ''}`;
};
