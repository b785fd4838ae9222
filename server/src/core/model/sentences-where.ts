import type { Brief, Sentence } from './brief';
import { rememberByBrief } from './remember-by-brief';
import { readSentences } from './sentence-memory';

/** Those sentences of a brief of which `test` holds. It looks at the words, and at the numbers, citations and quotations as they stand in them, and at nothing around them. */
export const sentencesWhere = (test: (sentence: Sentence) => boolean): ((brief: Brief) => readonly Sentence[]) => {
  const passed = readSentences((sentence) => (test(sentence) ? holds : null));
  return rememberByBrief((brief) => passed(brief).map(({ sentence }) => sentence));
};

const holds = {};
