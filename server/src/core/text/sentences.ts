import { EITHER, LETTERED, NEVER_LAST, REFERENCES, SENTENCE_STARTERS, TITLES } from './abbreviations';
import { enclosuresOf } from './enclosures';
import { spanOf, type Span } from './span';

/** Stops that need blank space (or the end) after them, and stops of scripts that do not. */
const STOP = /[.!?…。！？｡۔؟।]/gu;
const isSpacelessStop = (character: string): boolean => '。！？｡۔؟।'.includes(character);
const isStop = (character: string): boolean => '.!?…。！？｡۔؟।'.includes(character);
const CLOSERS = '"”’\'»)]」』）】*_';
const SUPERSCRIPTS = '¹²³⁰⁴⁵⁶⁷⁸⁹⁾⁽˒⁻';
const isBlank = (character: string): boolean => /\s/.test(character);

/** How far back an abbreviation, and how far ahead the next word is looked at. */
const LOOK_BACK = 24;
const LOOK_AHEAD = 48;
const LONGEST_NOTE = 80;

/**
 * The sentences of one paragraph or list item, markup already removed: trimmed, in order, disjoint, together all that is not blank.
 *
 *     U.S. growth fell (World Bank, 2025). It recovered.
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ^^^^^^^^^^^^^
 *
 * Inside round or square brackets nothing ends; inside quotation marks only where the quotation is made of whole sentences.
 * Known limit: "Plan for Sector J. Costs rise" stays one sentence, for "J." may be an initial.
 */
export const findSentences = (text: string): Span[] => {
  const sentences: Span[] = [];
  const enclosures = enclosuresOf(text);
  let start = skipBlank(text, 0);
  STOP.lastIndex = 0;
  for (let found = STOP.exec(text); found; found = STOP.exec(text)) {
    const stop = readStop(text, found.index);
    STOP.lastIndex = stop.runEnd;
    if (stop.end >= text.length) break;
    if (!stop.isFollowedByBreak) continue;
    if (enclosures.holds(found.index, start)) continue;
    if (!endsSentence(text, start, stop)) continue;
    pushTrimmed(sentences, text, start, stop.end);
    start = skipBlank(text, stop.end);
    STOP.lastIndex = Math.max(stop.end, stop.runEnd);
  }
  pushTrimmed(sentences, text, start, text.length);
  return sentences;
};

interface Stop {
  readonly start: number;
  /** After the stops themselves. */
  readonly runEnd: number;
  /** After closing marks and notes too. */
  readonly end: number;
  readonly isSpaceless: boolean;
  readonly isFollowedByBreak: boolean;
}

const readStop = (text: string, start: number): Stop => {
  let runEnd = start;
  while (runEnd < text.length && isStop(text.charAt(runEnd))) runEnd++;
  let end = runEnd;
  while (end < text.length && CLOSERS.includes(text.charAt(end))) end++;
  end = skipNotes(text, end, start);
  const isSpaceless = isSpacelessStop(text.charAt(runEnd - 1));
  const isFollowedByBreak = end >= text.length || isBlank(text.charAt(end)) || isSpaceless;
  return { start, runEnd, end, isSpaceless, isFollowedByBreak };
};

/** "[@a]", "[12]", "²", and a bare note digit right after a word's stop: "strong.1 It". */
const skipNotes = (text: string, from: number, stopStart: number): number => {
  let end = from;
  for (;;) {
    const character = text.charAt(end);
    if (character !== '' && SUPERSCRIPTS.includes(character)) {
      end++;
      continue;
    }
    if (character === '[') {
      const close = text.slice(end, end + LONGEST_NOTE).search(/[\]\n]/);
      if (close < 0 || text.charAt(end + close) !== ']') return end;
      end += close + 1;
      continue;
    }
    if (end === from && /\p{Ll}/u.test(text.charAt(stopStart - 1))) {
      const note = /^\d{1,3}(?=\s|$)/.exec(text.slice(end, end + 4));
      if (note) end += note[0].length;
    }
    return end;
  }
};

const endsSentence = (text: string, sentenceStart: number, stop: Stop): boolean => {
  const nextStart = skipBlank(text, stop.end);
  const right = text.slice(nextStart, nextStart + LOOK_AHEAD);
  if (stop.isSpaceless) return !(stop.end > stop.runEnd && /^\p{Script=Hiragana}/u.test(right));
  if (/^[–—-]\s/.test(right) || /^[,;:)\]]/.test(right)) return false;

  const next = /^["“‘'«([]*(\S+)/u.exec(right)?.[1] ?? '';
  const startsLower = /^\p{Ll}/u.test(next) && !/^[ei]\p{Lu}/u.test(next);
  if (startsLower) return false;

  const run = text.slice(stop.start, stop.runEnd);
  if (run !== '.') return true;
  if (stop.end > stop.runEnd) return true;
  return endsAfterWord(text, sentenceStart, stop.start, right, next);
};

/** A single full stop with blank space after it and no small letter next: the word before it decides. */
const endsAfterWord = (text: string, sentenceStart: number, stopStart: number, right: string, next: string): boolean => {
  const left = text.slice(Math.max(sentenceStart, stopStart - LOOK_BACK), stopStart);
  const word = /\p{L}(?:[\p{L}\p{M}.]*[\p{L}\p{M}])?$/u.exec(left)?.[0];
  const nextWord = next.replace(/[^\p{L}\p{N}].*$/su, '');
  if (word === undefined) return endsAfterNumber(text.slice(sentenceStart, Math.min(stopStart, sentenceStart + 6)), left, next);

  const lower = word.toLowerCase();
  const isNumberNext = /^[\d$£€₨₹(§]/.test(right);
  const isStarterNext = SENTENCE_STARTERS.has(nextWord.toLowerCase());
  const isWholeSentence = stopStart - sentenceStart === word.length;

  if (NEVER_LAST.has(lower)) return false;
  if (TITLES.has(lower) && /^\p{Lu}/u.test(word)) return false;
  if (lower === 'al') return !isNumberNext && isStarterNext;
  if (lower === 'v' && /^\p{Lu}/u.test(next)) return false;
  const isInitial = /^\p{Lu}$/u.test(word);
  if (REFERENCES.has(lower) && (!isInitial || isNumberNext)) return endsAfterReference(word, right, next, nextWord);
  if (isInitial) return endsAfterInitial(left, word, next, isStarterNext, isWholeSentence);
  if (EITHER.has(lower) || /^(?:\p{L}\.)+\p{L}$/u.test(word)) return !isNumberNext && isStarterNext;
  return true;
};

const endsAfterNumber = (sentenceHead: string, left: string, next: string): boolean => {
  if (/^\(?\d{1,3}$/.test(sentenceHead)) return false;
  const isMonthNext = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/.test(next);
  return !(isMonthNext && /(?:^|\s)\d{1,2}$/.test(left));
};

const endsAfterReference = (word: string, right: string, next: string, nextWord: string): boolean => {
  if (/^[\d$£€₨₹§(#]/.test(right) || /^[ivxlc]+\b/i.test(next)) return word === word.toLowerCase() ? right.startsWith('(') : false;
  // "Art. A", "Annex. B2": a letter as number.
  if (/^\p{Lu}\d*$/u.test(nextWord) && nextWord !== 'I' && nextWord !== 'A') return false;
  return /^(?:no|nos|k|m|c)$/i.test(word) || SENTENCE_STARTERS.has(nextWord.toLowerCase()) || /^\p{Lu}/u.test(next);
};

const endsAfterInitial = (left: string, word: string, next: string, isStarterNext: boolean, isWholeSentence: boolean): boolean => {
  if (isWholeSentence) return false;
  if (word === 'I') return true;
  const before = /(\p{L}+)\s+\p{Lu}$/u.exec(left)?.[1];
  if (before !== undefined && LETTERED.has(before.toLowerCase())) return true;
  const isInitialNext = /^\p{Lu}\.$/u.test(next);
  return isStarterNext && !isInitialNext;
};

const skipBlank = (text: string, from: number): number => {
  let offset = from;
  while (offset < text.length && isBlank(text.charAt(offset))) offset++;
  return offset;
};

const pushTrimmed = (sentences: Span[], text: string, start: number, end: number): void => {
  let trimmedEnd = end;
  while (trimmedEnd > start && isBlank(text.charAt(trimmedEnd - 1))) trimmedEnd--;
  if (trimmedEnd > start) sentences.push(spanOf(start, trimmedEnd));
};
