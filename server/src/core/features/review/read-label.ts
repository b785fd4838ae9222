import { type ReviewLabel, reviewLabels } from './review-label';

/** The label alone, between quotation marks or stars, with a stop, or with what it stands for behind it: "N", "**S**", "N (owes one)". */
const letterAlone = /^([NSOA])[\s.,;:*_"'”’)\]]{0,9}(?:[\s*_]{0,9}(?:[(:–—=]|-)[\s*_]{0,9}(?!(?:or|and)\b)\p{L}{2,30}(?![\p{L}\p{N}]).*)?$/isu;

/** In words, as the question has them. */
const labelsByWords: ReadonlyMap<string, ReviewLabel> = new Map([
  ...['owes', 'owes a source', 'owes a source and has none', 'needs a source', 'unsourced'].map((words) => [words, 'N'] as const),
  ...['sourced', 'has one', 'has a source', 'would owe a source and has one'].map((words) => [words, 'S'] as const),
  ...['owes none', 'owes nothing', 'needs none', 'needs no source', 'no source needed'].map((words) => [words, 'O'] as const),
  ...['author', 'author’s own', 'the author’s own', 'own', 'own result', 'own work'].map((words) => [words, 'A'] as const),
]);

/** The letter, or what it stands for in words; undefined for anything else: half a label is none. */
export const readLabel = (written: string): ReviewLabel | undefined => {
  const words = written.slice(0, 400).trim().replace(/^["'“”‘*_([]{1,9}\s{0,9}/, '');
  const letter = letterAlone.exec(words)?.[1]?.toUpperCase();
  if (letter !== undefined) return reviewLabels.find((known) => known === letter);
  const plain = words.toLowerCase().replaceAll("'", '’').replace(/[\s.,;:*_"”’)\]]{1,9}$/, '');
  return labelsByWords.get(plain);
};
