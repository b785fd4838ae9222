import { closest, distance } from 'fastest-levenshtein';

/** The known word that `word` is probably meant for; null if none is near. */
export const nearestOf = (word: string, known: readonly string[]): string | null => {
  if (known.length === 0) return null;
  const written = word.toLowerCase();
  const swapped = known.find((candidate) => hasNeighboursSwapped(written, candidate));
  if (swapped !== undefined) return swapped;
  const nearest = closest(written, known);
  return distance(written, nearest) <= Math.max(1, Math.floor(nearest.length / 3)) ? nearest : null;
};

/** "titel" for "title": the commonest slip of all, and two edits by the other count. */
const hasNeighboursSwapped = (written: string, word: string): boolean => {
  if (written.length !== word.length || written === word) return false;
  let at = 0;
  while (written[at] === word[at]) at += 1;
  return written[at] === word[at + 1] && written[at + 1] === word[at] && written.slice(at + 2) === word.slice(at + 2);
};
