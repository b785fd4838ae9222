import type { Brief, Sentence } from '../model/brief';
import { authorsResultPattern, clearResultPattern, firstPersonPattern, measurementPattern, ownMeasuringPattern, ownResultPattern, purposePattern, reviewPattern } from './cues/ownership';
import { phrasePattern } from './cues/phrase-pattern';
import { ownWords } from './find-cues';

/**
 * Does a sentence of a document that reports results of its own state what its author found, did or holds? `own` are names of institutions that
 * count as the author. What a sentence quotes says nothing of that.
 */
export function isOwnStatement(sentence: Sentence, own: readonly string[]): boolean {
  return isPlainlyOwn(sentence, own) || ownResultPattern.test(ownWords(sentence));
}

/** The same in any document: "the survey" and "of the respondents" may be of others and do not count. */
export function isPlainlyOwn(sentence: Sentence, own: readonly string[]): boolean {
  const words = ownWords(sentence);
  return authorsResultPattern.test(words) || firstPersonPattern.test(words) || namesOwn(words, own);
}

const namesOwn = (words: string, own: readonly string[]): boolean => own.length > 0 && phrasePattern(own, 'iu').test(words);

/**
 * Does the document report its author's own measurements, model or work? Most sentences with figures in such documents are results,
 * and only the reader of the whole can tell them from those of others. Somebody who merely says "we" measures nothing.
 */
export function presentsOwnResults(brief: Brief, own: readonly string[]): boolean {
  if (describesOwnMeasurement(brief)) return true;
  const prose = brief.sentences.filter((sentence) => sentence.container !== 'quote').map((sentence) => ownWords(sentence));
  const results = prose.filter((words) => isClearResult(words, own));
  return prose.some((words) => purposePattern.test(words)) || results.length >= Math.max(2, brief.sentences.length / 60);
}

/** "(our calculation from PBS, 2024)" in brackets is the source of one figure. */
const isClearResult = (words: string, own: readonly string[]): boolean => clearResultPattern.test(words.replace(/\([^()]*\)/g, ' ')) || hasOwnMeasuring(words, own);

/** "The Example Institute surveyed 400 tenants", "its 2024 survey" of that name; that the institute is to act is no result. */
function hasOwnMeasuring(words: string, own: readonly string[]): boolean {
  if (own.length === 0) return false;
  return [...words.matchAll(phrasePattern(own, 'giu'))].some((match) => ownMeasuringPattern.test(words.slice(match.index + match[0].length, match.index + match[0].length + 60)));
}

/** A section on methods that tells of measuring; one that tells how the literature was searched makes nobody's results the author's. */
function describesOwnMeasurement(brief: Brief): boolean {
  const methods = brief.sentences.filter((sentence) => brief.sections[sentence.section]?.inheritedKeys.includes('method') === true).map((sentence) => ownWords(sentence));
  const measures = methods.some((words) => measurementPattern.test(words) || clearResultPattern.test(words) || firstPersonPattern.test(words));
  return measures && !methods.some((words) => reviewPattern.test(words));
}
