import type { SourceText } from './source-text';
import { findWords, wordIndexOf, type WordIndex } from './source-words';

const commonWords = new Set(
  ('a about above after all also an and any are as at be been before below between both but by can could did do does during each few for from had has have he her his how i if in ' +
    'into is it its more most much must my no nor not now of on one only or other our out over own per percent cent she should since so some such than that the their them then there ' +
    'these they this those through to under until up upon us use used using very was we were what when where which while who whom whose why will with within would you your').split(' '),
);

/** The words of a text that say what it is about: no common ones, no numbers. */
export const topicWords = (text: string): ReadonlySet<string> => new Set(findWords(text).map(({ key }) => key).filter((key) => key.length > 2 && !commonWords.has(key) && !/^\d/.test(key)));

export interface TopicWord {
  /** The word's forms in the source: as written, and with or without an "s". */
  readonly ids: readonly number[];
  /** The rarer in the source, the heavier; a word that is not in it weighs as one that is there once. */
  readonly weight: number;
}

export const weighTopic = (text: SourceText, words: ReadonlySet<string>): readonly TopicWord[] => {
  const index = wordIndexOf(text);
  return [...words].map((word) => {
    const ids = formsOf(word).flatMap((form) => index.idOf(form) ?? []);
    const count = ids.reduce((sum, id) => sum + index.positionsOf(id).length, 0);
    return { ids, weight: Math.log2(2 + index.wordCount / (1 + count)) };
  });
};

/** Rough on purpose: a form that is no word is not in the source either. */
const formsOf = (word: string): readonly string[] => {
  const stem = word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
  const forms = [word, stem, `${stem}s`, word.endsWith('es') ? word.slice(0, -2) : `${stem}es`, stem.endsWith('y') ? `${stem.slice(0, -1)}ies` : stem];
  return [...new Set(forms)];
};

/** Of the topic's weight, the part (0..1) that the words from `start` to `end` hold. */
export const coverageOf = (index: WordIndex, topic: readonly TopicWord[], start: number, end: number): number => {
  const present = new Set<number>();
  for (let position = start; position < end; position++) present.add(index.idAt(position));
  return shareOf(topic, (word) => word.ids.some((id) => present.has(id)));
};

/** The same for a piece of text. */
export const coverageOfText = (index: WordIndex, topic: readonly TopicWord[], text: string): number => {
  const present = new Set(findWords(text).map(({ key }) => index.idOf(key)));
  return shareOf(topic, (word) => word.ids.some((id) => present.has(id)));
};

const shareOf = (topic: readonly TopicWord[], isThere: (word: TopicWord) => boolean): number => {
  let all = 0;
  let there = 0;
  for (const word of topic) {
    all += word.weight;
    if (isThere(word)) there += word.weight;
  }
  return all === 0 ? 0 : there / all;
};

/** A word that stands more often than this says too little of a passage, and would cost too much to follow. */
const mostPlaces = 5_000;

/** Passages by index that hold most of the topic, best first, with their coverage. */
export const bestPassages = (text: SourceText, topic: readonly TopicWord[], count: number): readonly { readonly passage: number; readonly coverage: number }[] => {
  const index = wordIndexOf(text);
  const scores = new Map<number, number>();
  let all = 0;
  for (const { ids, weight } of topic) {
    all += weight;
    const seen = new Set<number>();
    for (const id of ids) {
      const positions = index.positionsOf(id);
      if (positions.length > mostPlaces) continue;
      for (const position of positions) seen.add(index.passageAt(position));
    }
    for (const passage of seen) scores.set(passage, (scores.get(passage) ?? 0) + weight);
  }
  return [...scores]
    .map(([passage, score]) => ({ passage, coverage: score / all }))
    .sort((a, b) => b.coverage - a.coverage || a.passage - b.passage)
    .slice(0, count);
};
