import type { Brief, Sentence } from '../model/brief';
import { rememberBySentence } from '../model/sentence-memory';
import { endMatter } from '../profiles/vocabulary';

/** What is counted of a brief: sentences, without footnotes, lists of references and annexes. */
export const bodySentences = (brief: Brief): readonly Sentence[] =>
  brief.sentences.filter(({ container, section }) => container !== 'footnote' && !(brief.sections[section]?.inheritedKeys ?? []).some((key) => endMatter.includes(key)));

export const wordsIn = (sentences: readonly Sentence[]): number => {
  let count = 0;
  for (const sentence of sentences) count += wordCountOf(sentence);
  return count;
};

const wordCountOf = rememberBySentence(({ text }) => text.match(/[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0);
