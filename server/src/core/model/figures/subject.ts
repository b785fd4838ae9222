import { isStopWord, lemmaOf, wordsOf } from './lemmas';

/** Verbs that follow what a figure measures. */
const subjectPattern =
  /^\W*(?:(?:in|by|since)\s+(?:\d{4}|\p{L}+\s+\d{4}),?\s+)?(?:and\s+)?(?:(?:the|an?|all|overall|total)\s+)?((?:[\p{L}’-]+\s+){1,4}?)(?:is|are|was|were|has|have|had|stands?|stood|costs?|rises?|rose|falls?|fell|grew|grows?|reach(?:es|ed)?|covers?|covered|remains?|remained|takes?|took|makes?|made|numbers?|numbered|accounts?|accounted|totall?(?:s|ed)|amounts?|amounted)\s/iu;

/** "Regional punctuality was": the lemmas of the plain noun that the clause begins with, its head last; empty where it begins otherwise. */
export const subjectOf = (clause: string): readonly string[] => {
  const words = wordsOf(subjectPattern.exec(clause)?.[1] ?? '');
  // "The share of", "poverty in": a noun with another one behind it is not plain.
  return words.some(({ lower }) => isStopWord(lower)) ? [] : words.map(({ lower }) => lemmaOf(lower));
};
