/**
 * Places where a text says how many of something there are.
 *
 *     The ministry has the following four short-term aims: …
 *                                    ^^^^^^^^^^^^^^^^^^^^ span
 *                                    ^^^^ number             ^^^^ noun "aim"
 */
import { countOf, singularOf } from './count-words';

export interface Announcement {
  /** Into the text that was read. */
  readonly start: number;
  readonly end: number;
  /** "four", "Four", "4". */
  readonly number: string;
  readonly count: number;
  /** The noun in the singular. */
  readonly noun: string;
  /** Words between number and noun, in lower case. */
  readonly modifiers: readonly string[];
  /** "the following four", "these four", "four … below". */
  readonly isPointing: boolean;
  /** Some of a larger number: "two of the", "two other", "the first two". */
  readonly isPart: boolean;
  /** The whole that some are taken of: "two of the four". What follows may list the two. */
  readonly isWhole: boolean;
}

const numberPattern = /(?<![\p{L}\p{N}.,:$€£₹#§%/–-])(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Tt]hirteen|[Ff]ourteen|[Ff]ifteen|[Ss]ixteen|[Ss]eventeen|[Ee]ighteen|[Nn]ineteen|[Tt]wenty|[2-9]|1\d|20)(?![\p{L}\p{N}%/–-]|[.,:]\d)/gu;
const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}’'-]*/uy;

/** "about four", "two or three", "Phase 2": not a number of things that could be counted. */
const hedgeBefore =
  /(?:\b(?:about|around|approximately|roughly|nearly|almost|over|under|above|below|beyond|up to|at (?:least|most)|(?:more|fewer|less|greater|other) than|as (?:many|few) as|maximum of|minimum of|some|or|to|between|and|age|aged|ages|by|per|every|each|times?|no|number|nos?\.|or so)|\b(?:table|figure|box|annex|appendix|chapter|section|part|article|phase|stage|step|year|option|recommendation|scenario|goal|target|objective|pillar|tier|level|grade|group|class|page|line|item|clause|paragraph|question|volume|category|zone|band|model|quarter|round|wave|version|week|day|month|unit))\s+$/i;
const partBefore = /\b(?:other|another|further|additional|more|first|last|next|past|previous|final|latter|former|top|bottom|remaining|any|either|one|only)\s+$/i;
const pointingBefore = /\b(?:following|these|those|below)\s+$/i;

/** What ends the words between number and noun. */
const endOfPhrase = new Set(
  ('a an the of to in on at by for from with without into over under about as than that which who whom whose where when while if is are was were be been being has have had do does did ' +
    'will would can could may might must shall should not no but so because this these those their its our his her they we it he she you i per each every or nor both all').split(' '),
);

const partModifiers = new Set('other further additional more remaining new extra separate'.split(' '));

/** In order, each number once. */
export const findAnnouncements = (text: string): readonly Announcement[] => {
  const found: Announcement[] = [];
  for (const match of text.matchAll(numberPattern)) {
    const announcement = announcementAt(text, match.index, match[0]);
    if (announcement) found.push(announcement);
  }
  return found;
};

const announcementAt = (text: string, start: number, number: string): Announcement | null => {
  const count = countOf(number);
  const before = text.slice(Math.max(0, start - 30), start);
  if (count === null || hedgeBefore.test(before)) return null;
  const group = /^\s+of\s+(?:the|these|those|our|its|their)(?=\s)/u.exec(text.slice(start + number.length, start + number.length + 20));
  const phrase = phraseFrom(text, start + number.length + (group?.[0].length ?? 0));
  if (!phrase) return null;
  const after = text.slice(phrase.end, phrase.end + 40);
  return {
    start,
    end: phrase.end,
    number,
    count,
    noun: phrase.noun,
    modifiers: phrase.modifiers,
    isPointing: pointingBefore.test(before) || phrase.modifiers.includes('following') || /^\s+(?:below|as follows)\b/.test(after),
    isWhole: /\bof (?:the|these|those|our|its|their|all)\s+$/i.test(before),
    isPart: group !== null || partBefore.test(before) || phrase.modifiers.some((word) => partModifiers.has(word)),
  };
};

interface Phrase {
  readonly noun: string;
  readonly modifiers: readonly string[];
  readonly end: number;
}

/** At most five words up to the plural that the number counts. */
const phraseFrom = (text: string, from: number): Phrase | null => {
  const modifiers: string[] = [];
  for (let at = from; modifiers.length <= 5; ) {
    const word = nextWord(text, at);
    if (!word || endOfPhrase.has(word.lower)) return null;
    const noun = singularOf(word.lower);
    if (noun !== null) return longerPhrase(text, { noun, modifiers, end: word.end }, word.lower);
    if (/\d/.test(word.lower) && modifiers.length === 0) return null;
    modifiers.push(word.lower);
    at = word.end;
  }
  return null;
};

/** "basics concepts", "sales taxes": of two plurals in a row the second is counted, unless it is the verb. */
const longerPhrase = (text: string, phrase: Phrase, word: string): Phrase => {
  const next = nextWord(text, phrase.end);
  const noun = next ? singularOf(next.lower) : null;
  if (!next || noun === null || !/^\s*(?:[:,.;()]|$|\s(?:of|for|to|in|that|which|on)\b)/u.test(text.slice(next.end, next.end + 8))) return phrase;
  return { noun, modifiers: [...phrase.modifiers, word], end: next.end };
};

/** The next word behind blanks, quotation marks and emphasis alone. */
const nextWord = (text: string, at: number): { readonly lower: string; readonly end: number } | null => {
  const gap = /^[\s'‘’“”"]{1,4}/u.exec(text.slice(at, at + 4))?.[0].length ?? 0;
  if (gap === 0) return null;
  wordPattern.lastIndex = at + gap;
  const match = wordPattern.exec(text);
  return match ? { lower: match[0].toLowerCase().replace(/[’'-]+$/u, ''), end: wordPattern.lastIndex - (/[’'-]+$/u.exec(match[0])?.[0].length ?? 0) } : null;
};
