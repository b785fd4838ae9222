import { closest, distance } from 'fastest-levenshtein';

/** The known word that `word` is probably meant for; null if none is near. */
export const nearestOf = (word: string, known: readonly string[]): string | null => {
  if (known.length === 0) return null;
  const nearest = closest(word.toLowerCase(), known);
  return distance(word.toLowerCase(), nearest) <= Math.max(1, Math.floor(nearest.length / 3)) ? nearest : null;
};
