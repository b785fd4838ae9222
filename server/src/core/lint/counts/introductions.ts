/** Does a sentence introduce what comes after it, and which of its numbers says how much? */
import type { Announcement } from './announcement';
import { isListingNoun, isMeasuredNoun, singularOf, writeCount } from './count-words';

const exampleWords = /\b(?:including|includes?|such as|for example|for instance|e\.g\.|among (?:them|others|which)|notably|in particular|particularly|especially|mainly|chiefly|like|other|others|not all|one of|some of)\b/i;
/** A sentence that the items finish: they are no things that the noun counts. */
const unfinished =
  /\b(?:to|by|in|of|for|with|on|at|from|into|that|should|must|will|would|can|could|may|might|shall|than|as|like|between|against|if|when|where|whether|because|who|which|the|a|an|and|or|not|be|been|has|have|had|do|does|did|they|we|it|you)\s*$/i;
const rival = /\b(?:these|those|following|several|some|various|many|certain|any|new|different|further|number of)\s+(?:\p{L}[\p{L}’'-]*\s+){0,3}\p{L}+s\b/iu;
const opensModifier = /^(?:of|for|to|in|on|across|within|under|from|with|at|by|about|behind|between|through|that|which|who|we|it|they|you|this|where|when|why|below|above|here|as follows|are|were|[\p{Ll}]+(?:ed|ing)\b)/u;
const presents = /\b(?:we|this|it|there|here|authors?|brief|paper|report|note|study|plan|policy|strategy|programme|program|law|act|bill|proposal|government|ministry|budget|reform)\b/i;

/** The announcement of a sentence right before a list, label or heading; null if what follows need not be what it counts. */
export const introducing = (text: string, announcements: readonly Announcement[]): Announcement | null => {
  const endsInColon = /[:：]\s*$/.test(text);
  for (const announcement of [...announcements].reverse()) {
    if (announcement.isPart || announcement.isWhole || isMeasuredNoun(announcement.noun)) continue;
    const tail = text.slice(announcement.end).replace(/[\s:：.]+$/u, '').trim();
    if (exampleWords.test(tail) || announcement.modifiers.includes('main') && /\bothers?\b/.test(tail)) return null;
    if (announcement.isPointing) return announcement;
    if (endsInColon ? endsWith(text, announcement, tail) : isPromise(text, announcement, tail)) return announcement;
  }
  return null;
};

/** "… has three aims for schools:" */
const endsWith = (text: string, announcement: Announcement, tail: string): boolean => {
  if (tail === '') return true;
  if (unfinished.test(tail) || rival.test(tail) || tail.split(/\s+/).length > 16) return false;
  const isSubject = text.slice(0, announcement.start).trim().split(/\s+/).length <= 2;
  if (opensModifier.test(tail) && !isSubject) return !/[;:]/.test(tail) && (isListingNoun(announcement.noun) || !hasPlural(tail));
  return !hasPlural(tail);
};

const hasPlural = (words: string): boolean => words.split(/[^\p{L}’'-]+/u).some((word) => singularOf(word) !== null);

/** "This brief makes three recommendations." */
const isPromise = (text: string, announcement: Announcement, tail: string): boolean =>
  isListingNoun(announcement.noun) && (tail === '' || (opensModifier.test(tail) && tail.split(/\s+/).length <= 10 && !unfinished.test(tail))) && presents.test(text.slice(0, announcement.start)) && !rival.test(tail);

/** "These are:", "They include:": a short sentence that hands on to the list what the one before it counted. */
export const handsOn = (text: string): 'all' | 'some' | null => {
  const match = /^(?:these|they|those)\s+(?:[\p{L}]+\s+){0,2}?(include|includes|included|are|were|comprise|consist of|cover|concern)\b[^.]{0,30}:\s*$/iu.exec(text.trim());
  if (!match) return null;
  return /^include/i.test(match[1] ?? '') ? 'some' : 'all';
};

/** All small numbers that a text names: if one of them is the count of the list, the text may mean that one. */
export const namesCount = (text: string, count: number, besides: Announcement, announcements: readonly Announcement[]): boolean =>
  announcements.some((other) => other !== besides && other.count === count) || new RegExp(`(?<![\\p{L}\\p{N}.,])(?:${String(count)}|${writeCount(count, 'two')})(?![\\p{L}\\p{N}%]|[.,]\\d)`, 'iu').test(text.slice(0, besides.start) + ' '.repeat(3) + text.slice(besides.end));
