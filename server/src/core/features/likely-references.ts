/** Which works may carry a statement: those whose text or title has its words, and those whose author it names. */
import { authorsOf } from '../library/cited-names';
import { passagesFor, topicOf } from '../library/passages';
import type { Library } from '../library/library';
import type { Reference } from '../library/reference';
import { bestPassages, topicWords, weighTopic } from '../library/word-overlap';
import type { AliasClasses } from '../model/aliases';
import type { Brief, Sentence } from '../model/brief';
import { citableReferences } from './citation-completion';

export interface RankedReference {
  readonly reference: Reference;
  /** Something of the statement is plainly in it. */
  readonly isLikely: boolean;
  /** Why, in plain words; null where it is only listed. */
  readonly reason: string | null;
}

/** All that can be cited, best first, equals in their order. */
export const rankReferences = (brief: Brief, library: Library, sentence: Sentence): readonly RankedReference[] => {
  const topic = topicOf(sentence);
  const references = citableReferences(brief, library);
  const titles = references.map(titleWords);
  const rarity = rarityOf(titles);
  const ranked = references.map((reference, index) => ({ reference, ...scoreOf({ brief, library, sentence, topic, rarity }, reference, titles[index] ?? new Set()) }));
  return ranked.sort((a, b) => b.score - a.score).map(({ reference, score, reason }) => ({ reference, isLikely: score >= leastLikely, reason: score >= leastLikely ? reason : null }));
};

const leastLikely = 1;

interface Ranking {
  readonly brief: Brief;
  readonly library: Library;
  readonly sentence: Sentence;
  readonly topic: ReadonlySet<string>;
  readonly rarity: (word: string) => number;
}

interface Score {
  readonly score: number;
  readonly reason: string | null;
}

/** A figure or quotation found in a text weighs most, then a named author, then words in common. */
const scoreOf = (ranking: Ranking, reference: Reference, title: ReadonlySet<string>): Score => {
  const found = inText(ranking, reference);
  const named = isNamed(ranking.sentence, reference, ranking.brief.aliases) ? 2 : 0;
  const shared = [...title].filter((word) => ranking.topic.has(word));
  const words = shared.reduce((sum, word) => sum + ranking.rarity(word), 0);
  // One word in common says little, and a common one nothing.
  const inTitle = shared.length >= 2 ? 1 + words : words / 2;
  const score = found.score + named + inTitle;
  if (found.score > 0) return { score, reason: found.reason };
  if (named > 0) return { score, reason: 'named in the sentence' };
  return { score, reason: shared.length === 0 ? null : `in its title: ${shared.join(', ')}` };
};

/** Below this part of its words a passage has another topic. */
const leastTopic = 0.35;

const inText = ({ library, sentence, topic }: Ranking, reference: Reference): Score => {
  const text = library.textOf(reference);
  if (text === undefined || text.passages.length === 0) return { score: 0, reason: null };
  const hit = passagesFor(text, sentence).find(({ reason }) => reason !== null);
  if (hit !== undefined) return { score: 4, reason: `its text has “${hit.reason ?? ''}”` };
  const best = bestPassages(text, weighTopic(text, topic), 1)[0]?.coverage ?? 0;
  return best >= leastTopic ? { score: 1 + best, reason: 'its text is about the same' } : { score: best, reason: null };
};

const titleWords = ({ title, text, keywords, containerTitle }: Reference): ReadonlySet<string> => topicWords([title ?? text ?? '', containerTitle ?? '', ...keywords].join(' '));

/** 0..1: a word that every title has tells nothing. */
const rarityOf = (titles: readonly ReadonlySet<string>[]): ((word: string) => number) => {
  const counts = new Map<string, number>();
  for (const title of titles) for (const word of title) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => 1 / (counts.get(word) ?? 1);
};

const isNamed = (sentence: Sentence, reference: Reference, aliases: AliasClasses): boolean =>
  authorsOf(reference)
    .slice(0, 6)
    .some(({ family, given }) => (given === null ? [family, ...aliases.namesOf(aliases.classOf(family))] : [family]).some((name) => hasName(sentence.text, name)));

/** As whole words. */
const hasName = (text: string, name: string): boolean => {
  if (name.length < 2) return false;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(at + name.length))) return true;
  }
  return false;
};
