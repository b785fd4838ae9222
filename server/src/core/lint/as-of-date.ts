import type { Brief, Sentence } from '../model/brief';
import { spanOf } from '../text/span';
import type { Cue } from './find-cues';
import type { Fix } from './rule';

const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** "2026", "March 2026" or "12 March 2026", as precise as the date is. */
export const dateInWords = (date: string): string => {
  const [year = '', month, day] = date.split('-');
  const name = monthNames[Number(month) - 1];
  if (name === undefined) return year;
  return day === undefined ? `${name} ${year}` : `${String(Number(day))} ${name} ${year}`;
};

/**
 * Puts the date of the brief in the place of a word that counts from it:
 *
 *     The ministry is currently drafting rules.      The ministry is, as of March 2026, drafting rules.
 *     Currently, rents are high.                     As of March 2026, rents are high.
 *     Rents fell last year.                          Rents fell in 2025.
 *
 * A brief without a date gets a blank for the author to fill in.
 */
export const asOfFix = (brief: Brief, sentence: Sentence, cue: Cue): Fix | null => {
  const before = sentence.text.slice(0, cue.index);
  const after = sentence.text.slice(cue.index + cue.text.length);
  // "Today’s rules", "the currently valid rules", "until today": part of a phrase that the date would break.
  if (/^['’-]/.test(after) || !isAdverb(before, after)) return null;
  const date = brief.metadata.date?.value ?? null;
  const word = cue.text.toLowerCase().replace(/\s+/g, ' ');
  const yearsOn = relativeYears.get(word);
  const words = yearsOn === undefined ? (nowWords.has(word) ? `as of ${date === null ? '[month and year]' : dateInWords(date)}` : null) : yearWords(date, yearsOn);
  if (words === null) return null;
  const opens = before.trim() === '' || /^\p{Lu}/u.test(cue.text);
  const newText = opens ? `${words.charAt(0).toUpperCase()}${words.slice(1)}${yearsOn === undefined && /^\s/.test(after) ? ',' : ''}` : yearsOn === undefined ? withCommas(words, before, after) : words;
  // The comma stands right behind the word before.
  const start = newText.startsWith(',') ? cue.span.start - 1 : cue.span.start;
  return { title: `Change "${cue.text}" to "${words}"`, safe: false, edits: [{ span: spanOf(start, cue.span.end), newText }] };
};

const nowWords: ReadonlySet<string> = new Set(['currently', 'presently', 'nowadays', 'at present', 'at the moment', 'these days', 'today']);
const relativeYears: ReadonlyMap<string, number> = new Map([['this year', 0], ['last year', -1], ['next year', 1]]);

const yearWords = (date: string | null, yearsOn: number): string => (date === null ? 'in [year]' : `in ${String(Number(date.slice(0, 4)) + yearsOn)}`);

/** Not behind a preposition or an article, not before a noun or verb of its own: "from last year", "last year was dry", "the currently valid rules". */
const isAdverb = (before: string, after: string): boolean =>
  !/\b(?:of|in|on|at|by|to|from|for|since|until|till|than|before|after|during|over|about|the|an?|this|that|these|those|its|their|our|every|each|made|here|and|or)\s+$/i.test(before) &&
  !/^\s+(?:is|was|are|were|has|had|have|saw|will|brought|and|or)\b/i.test(after);

/** In the middle of a sentence the words stand between commas, where no mark stands already. */
const withCommas = (words: string, before: string, after: string): string => {
  const isFollowed = /^\s[\p{L}\p{N}]/u.test(after);
  return isFollowed && /[\p{L}\p{N})]\s$/u.test(before) ? `, ${words},` : words;
};
