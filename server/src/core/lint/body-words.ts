/** What the body of a brief says, as words to look a name of the summary up in. */
import type { Brief, Sentence } from '../model/brief';
import { rememberByBrief } from '../model/remember-by-brief';
import { rememberBySentence } from '../model/sentence-memory';
import type { SectionKey } from '../profiles/section-keys';
import { rememberByPiece } from '../text/remember-by-words';
import { containsSpan } from '../text/span';
import { textOfBlock } from './brief-places';
import { stemOf } from './word-stems';

export interface BodyWords {
  /** In its prose, lists, quotations, tables, source lines, notes and headings. */
  readonly wordCount: number;
  /** Does a line of it match? The pattern is not global. */
  readonly matches: (pattern: RegExp) => boolean;
  /** Do these words follow each other somewhere? Case, hyphens, possessives and plurals make no difference. */
  readonly hasSequence: (name: string) => boolean;
  /** Do all these words stand in one block? */
  readonly hasTogether: (words: readonly string[]) => boolean;
  /** Is the word written with a capital anywhere, in any form of it? */
  readonly hasCapitalised: (word: string) => boolean;
  /** Do words follow each other whose first letters are these, small words left out? */
  readonly hasInitials: (letters: string) => boolean;
}

/** References and notes count: what they name is no invention of the summary. */
export const bodyWords = rememberByBrief((brief): BodyWords => {
  const lines = textsOf(brief).flatMap(readLines);
  return {
    wordCount: lines.reduce((sum, { wordCount }) => sum + wordCount, 0),
    matches: (pattern) => lines.some(({ text }) => pattern.test(text)),
    hasSequence: (name) => {
      const stems = wordsOf(name).map(stemOf);
      const sequence = ` ${stems.join(' ')} `;
      const together = stems.join('');
      // "e-government", "egovernment" and "e government" are one word in three habits.
      return lines.some(({ stems: all, joined }) => all.includes(sequence) || (together.length >= 8 && joined.includes(together)));
    },
    hasTogether: (words) => {
      const wanted = words.flatMap(wordsOf).map((word) => ` ${stemOf(word)} `);
      return lines.some(({ stems }) => wanted.every((stem) => stems.includes(stem)));
    },
    hasCapitalised: (word) => {
      const stem = ` ${stemOf(word)} `;
      return lines.some(({ capitalised }) => capitalised.includes(stem));
    },
    // Any three words in a row have some initials; with capitals they are a name.
    hasInitials: (letters) => {
      const lower = letters.toLowerCase();
      return lines.some(({ initials, lowerInitials }) => (letters.length > 3 ? lowerInitials.includes(lower) : initials.includes(letters)));
    },
  };
});

/** The words of a line, with a blank before and behind each stem. */
interface LineWords {
  readonly text: string;
  readonly wordCount: number;
  readonly stems: string;
  readonly joined: string;
  readonly capitalised: string;
  readonly initials: string;
  readonly lowerInitials: string;
}

const readLines = rememberByPiece((text): readonly LineWords[] => text.split('\n').filter((line) => line !== '').map(readLine));

const readLine = (text: string): LineWords => {
  const words = wordsOf(text);
  const stems = words.map(stemOf);
  const initials = words.filter((word) => !smallWords.has(word.toLowerCase())).map((word) => word[0] ?? '').join('');
  return {
    text,
    wordCount: words.length,
    stems: ` ${stems.join(' ')} `,
    joined: stems.join(''),
    capitalised: ` ${stems.filter((_, i) => /^\p{Lu}/u.test(words[i] ?? '')).join(' ')} `,
    initials,
    lowerInitials: initials.toLowerCase(),
  };
};

const smallWords: ReadonlySet<string> = new Set('of the and for in on to a an by with at from de la le les du des del di da do dos e et und der die das für y el los las'.split(' '));

export const wordsOf = (text: string): readonly string[] => text.normalize('NFC').match(/\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{N}&]+(?:[’'][\p{L}]+)*/gu) ?? [];

const textsOf = (brief: Brief): readonly string[] => {
  const { title, author } = brief.metadata;
  const texts = [title?.value ?? '', author?.value ?? ''];
  for (const { heading, index } of brief.sections) if (heading && !isInSummary(brief, index)) texts.push(heading.text);
  for (const block of brief.blocks) if (!isInSummary(brief, block.section) && block.kind !== 'comment') texts.push(textOfBlock(brief, block));
  for (const { text } of brief.footnotes) texts.push(text);
  // Captions and alternative texts of images, wherever they stand, are read with the text around them.
  for (const { caption, notes, section } of brief.tables) if (!isInSummary(brief, section)) texts.push(caption?.value ?? '', ...notes.map(({ value }) => value));
  return texts;
};

export const isInSummary = (brief: Brief, section: number): boolean => openingSummary(brief).has(section);

const keys: ReadonlySet<SectionKey> = new Set(['summary', 'key-messages']);
const mostWordsBefore = 100;

/** The sections of the summary that opens the brief. One at the end, like an overview, may go on to other matters. */
const openingSummary = rememberByBrief((brief): ReadonlySet<number> => {
  const found = new Set<number>();
  for (const { keys: ownKeys, index, bodySpan } of brief.sections) {
    if (!ownKeys.some((key) => keys.has(key)) || wordsBefore(brief, index, found) > mostWordsBefore) continue;
    for (const other of brief.sections) if (other.index === index || (other.keys.length === 0 && containsSpan(bodySpan, other.span))) found.add(other.index);
  }
  return found;
});

const wordsBefore = (brief: Brief, section: number, left: ReadonlySet<number>): number =>
  brief.sentences.filter((sentence) => sentence.section < section && !left.has(sentence.section)).reduce((count, sentence) => count + wordCountOf(sentence), 0);

const wordCountOf = rememberBySentence(({ text }) => wordsOf(text).length);

/** The sentences of the summary that are its own words. */
export const summarySentences = (brief: Brief): readonly Sentence[] => brief.sentences.filter(({ section, container }) => container !== 'quote' && container !== 'footnote' && isInSummary(brief, section));

export const summaryWordCount = (brief: Brief): number => summarySentences(brief).reduce((count, sentence) => count + wordCountOf(sentence), 0);
