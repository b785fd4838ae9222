import type { Span } from '../text/span';
import type { AlignedPair } from './align-words';
import type { Passage, SourceText } from './source-text';
import { findWords, type Word, type WordIndex } from './source-words';

/** Words of the quotation that the source has otherwise. */
export interface Difference {
  /** As written; empty where words were left out without a mark. */
  readonly ours: string;
  /** As the source has it; empty where words were added without brackets. */
  readonly theirs: string;
  /** Of `ours`, in the quotation; empty at the place where words are missing. */
  readonly span: Span;
  /** What makes it grave: another number, a "not" more or less, "may" for "will". */
  readonly kind: 'number' | 'negation' | 'modal' | 'word';
}

const negations = new Set('not no never none nor neither without nothing nobody nowhere hardly scarcely unlikely'.split(' '));
const modals = new Set('may might can could shall should will would must ought likely unlikely probably possibly perhaps'.split(' '));
const numberWords = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' ').map((word, i) => [word, String(i)] as const),
);
const largeNumbers = new Set('thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion lakh crore half third quarter dozen double twice triple percent'.split(' '));

export const differencesOf = (quotation: string, words: readonly Word[], pairs: readonly AlignedPair[], text: SourceText, index: WordIndex): readonly Difference[] => {
  const differences: Difference[] = [];
  for (let i = 0; i < pairs.length; i++) {
    const first = pairs[i];
    if (!first || first.isSame || first.isGap) continue;
    let last = first;
    for (let next = pairs[i + 1]; next && !next.isSame && !next.isGap; next = pairs[i + 1]) {
      last = next;
      i += 1;
    }
    const ours = words.slice(first.ourStart, last.ourEnd);
    const theirs = sourceWords(text, index, first.theirStart, last.theirEnd);
    if (isSameNumber(ours, theirs.words) || isNoteMark(ours, theirs)) continue;
    const span = spanOfWords(words, first.ourStart, last.ourEnd);
    differences.push({ ours: quotation.slice(span.start, span.end), theirs: theirs.text, span, kind: kindOf(ours, theirs.words) });
  }
  return differences;
};

/** Missing words stand right behind the word before them. */
function spanOfWords(words: readonly Word[], start: number, end: number): Span {
  const first = words[start];
  const last = words[end - 1];
  if (first && last && end > start) return { start: first.span.start, end: last.span.end };
  const at = words[start - 1]?.span.end ?? 0;
  return { start: at, end: at };
}

interface SourceWords {
  readonly words: readonly Word[];
  readonly text: string;
  /** The character before them in their passage. */
  readonly before: string;
}

function sourceWords(text: SourceText, index: WordIndex, start: number, end: number): SourceWords {
  const words: Word[] = [];
  const texts: string[] = [];
  let before = '';
  for (let passage = index.passageAt(start); start < end && index.firstOf(passage) < end; passage++) {
    const from = Math.max(0, start - index.firstOf(passage));
    const piece = text.passages[passage] ?? emptyPassage;
    const found = findWords(piece.text).slice(from, end - index.firstOf(passage));
    const first = found[0];
    const last = found.at(-1);
    if (!first || !last) continue;
    if (words.length === 0) before = piece.text.slice(Math.max(0, first.span.start - 1), first.span.start);
    words.push(...found);
    texts.push(piece.text.slice(first.span.start, last.span.end));
  }
  return { words, text: texts.join(' '), before };
}

const emptyPassage: Passage = { text: '', page: null, line: null };

/** "three" for "3" is a habit of houses. */
const isSameNumber = (ours: readonly Word[], theirs: readonly Word[]): boolean =>
  ours.length === theirs.length && ours.length > 0 && ours.every(({ key }, i) => digitsOf(key) === digitsOf(theirs[i]?.key ?? ''));

const digitsOf = (key: string): string => numberWords.get(key) ?? key;

/** The number of a footnote, set high in the source, is no word of it: "growth12", "growth.12", "growth [12]". */
const isNoteMark = (ours: readonly Word[], theirs: SourceWords): boolean =>
  ours.length === 0 && theirs.words.length === 1 && /^\d{1,3}$/.test(theirs.words[0]?.key ?? '') && /[^\s$€£₹%-]/u.test(theirs.before);

function kindOf(ours: readonly Word[], theirs: readonly Word[]): Difference['kind'] {
  const isNumber = (key: string): boolean => /^\d/.test(key) || (numberWords.has(key) && key !== 'one') || largeNumbers.has(key);
  if (differ(ours, theirs, isNumber)) return 'number';
  if (differ(ours, theirs, (key) => negations.has(key))) return 'negation';
  return differ(ours, theirs, (key) => modals.has(key)) ? 'modal' : 'word';
}

const differ = (ours: readonly Word[], theirs: readonly Word[], counts: (key: string) => boolean): boolean => {
  const keysOf = (words: readonly Word[]): string => words.map(({ key }) => key).filter(counts).map(digitsOf).join(' ');
  return keysOf(ours) !== keysOf(theirs);
};
