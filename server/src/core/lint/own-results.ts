import type { Brief, Sentence } from '../model/brief';
import { rememberByBriefAndNames } from '../model/remember-by-brief';
import { createNotes, readSentences, rememberBySentence } from '../model/sentence-memory';
import { rememberByWords } from '../text/remember-by-words';
import { authorsResultPattern, clearResultPattern, firstPersonPattern, measurementPattern, ownMeasuringPattern, ownResultPattern, purposePattern, reviewPattern } from './cues/ownership';
import { phrasePattern } from './cues/phrase-pattern';
import { ownWords } from './find-cues';

/**
 * Does a sentence of a document that reports results of its own state what its author found, did or holds? `own` are names of institutions that
 * count as the author. What a sentence quotes says nothing of that.
 */
export const isOwnStatement = (sentence: Sentence, own: readonly string[]): boolean => isPlainlyOwn(sentence, own) || tellsResult(sentence);

/** The same in any document: "the survey" and "of the respondents" may be of others and do not count. */
export const isPlainlyOwn = (sentence: Sentence, own: readonly string[]): boolean => speaksAsAuthor(sentence) || (own.length > 0 && namingOf(sentence, own).namesOwn);

const tellsResult = rememberBySentence((sentence) => ownResultPattern.test(ownWords(sentence)));

const speaksAsAuthor = rememberBySentence((sentence) => {
  const words = ownWords(sentence);
  return authorsResultPattern.test(words) || firstPersonPattern.test(words);
});

/** One expression for all names. */
export const patternOfNames = (names: readonly string[]): RegExp => patternOfLines(names.join('\n'));

const patternOfLines = rememberByWords((lines) => phrasePattern(lines.split('\n'), 'giu'));

/** How a sentence speaks of the institutions that count as the author. */
interface Naming {
  readonly own: RegExp;
  readonly namesOwn: boolean;
  /** "The Example Institute surveyed 400 tenants", "its 2024 survey" of that name; that the institute is to act is no result. */
  readonly tellsMeasuring: boolean;
}

const keptNaming = createNotes<Naming>();

function namingOf(sentence: Sentence, names: readonly string[]): Naming {
  const own = patternOfNames(names);
  const known = keptNaming.get(sentence);
  if (known?.own === own) return known;
  const words = ownWords(sentence);
  const ends = [...words.matchAll(own)].map((match) => match.index + match[0].length);
  const naming = { own, namesOwn: ends.length > 0, tellsMeasuring: ends.some((end) => ownMeasuringPattern.test(words.slice(end, end + 60))) };
  keptNaming.set(sentence, naming);
  return naming;
}

/**
 * Does the document report its author's own measurements, model or work? Most sentences with figures in such documents are results,
 * and only the reader of the whole can tell them from those of others. Somebody who merely says "we" measures nothing.
 */
export const presentsOwnResults = rememberByBriefAndNames((brief, own): boolean => {
  if (describesOwnMeasurement(brief)) return true;
  const telling = tellingSentences(brief);
  if (telling.some(({ found }) => found.isPurpose)) return true;
  const clear = new Set(telling.filter(({ found }) => found.isClearResult).map(({ sentence }) => sentence));
  const results = own.length === 0 ? clear.size : brief.sentences.filter((sentence) => sentence.container !== 'quote' && (clear.has(sentence) || namingOf(sentence, own).tellsMeasuring)).length;
  return results >= Math.max(2, brief.sentences.length / 60);
});

const tellingSentences = readSentences((sentence) => {
  if (sentence.container === 'quote') return null;
  const words = ownWords(sentence);
  // "(our calculation from PBS, 2024)" in brackets is the source of one figure.
  const isClearResult = clearResultPattern.test(words.replace(/\([^()]*\)/g, ' '));
  const isPurpose = purposePattern.test(words);
  return isClearResult || isPurpose ? { isClearResult, isPurpose } : null;
});

/** A section on methods that tells of measuring; one that tells how the literature was searched makes nobody's results the author's. */
function describesOwnMeasurement(brief: Brief): boolean {
  const methods = brief.sentences.filter((sentence) => brief.sections[sentence.section]?.inheritedKeys.includes('method') === true);
  return methods.some(tellsMeasuring) && !methods.some(tellsReading);
}

const tellsMeasuring = rememberBySentence((sentence) => {
  const words = ownWords(sentence);
  return measurementPattern.test(words) || clearResultPattern.test(words) || firstPersonPattern.test(words);
});

const tellsReading = rememberBySentence((sentence) => reviewPattern.test(ownWords(sentence)));
