import type { Passage, SourceText } from './source-text';
import type { Span } from '../text/span';

/**
 * A word, number or percent sign as it is compared: lower case, without accents, ligatures, soft hyphens and separators of thousands.
 * Contractions are two words at one place ("don't": "do", "not"), hyphenated ones two words at two.
 */
export interface Word {
  readonly key: string;
  readonly span: Span;
}

const pattern = /\d(?:[\d.,]*\d)?|\p{L}[\p{L}\p{M}\u00AD]*(?:['’]\p{L}{1,3}(?!\p{L}))?|[%‰]/gu;

export const findWords = (text: string): readonly Word[] => {
  const words: Word[] = [];
  for (const match of text.matchAll(pattern)) {
    const span = { start: match.index, end: match.index + match[0].length };
    for (const key of keysOf(match[0])) words.push({ key, span });
  }
  return words;
};

function keysOf(written: string): readonly string[] {
  if (written === '%') return ['percent'];
  if (/^\d/.test(written)) return [withoutThousands(written)];
  // eslint-disable-next-line no-control-regex -- plain ASCII needs no normal form, and most words are.
  const plain = (/^[\x00-\x7f]*$/.test(written) ? written : written.normalize('NFKD').replace(/[\u0300-\u036F\u00AD]/g, '').replace('’', "'")).toLowerCase();
  if (plain === 'cannot') return ['can', 'not'];
  if (!plain.endsWith("n't")) return [plain.endsWith("'s") ? plain.slice(0, -2) : plain];
  const stem = plain.slice(0, -3);
  return [stem === 'wo' ? 'will' : stem === 'ca' ? 'can' : stem === 'sha' ? 'shall' : stem, 'not'];
}

/** "2,413,220" and "24,13,220" alike; "22,7" keeps its comma, which is a decimal one. */
const withoutThousands = (digits: string): string => (/^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/.test(digits) ? digits.replaceAll(',', '') : digits);

/** All words of a source, numbered, with the places of each: about twelve bytes a word beside the text. */
export interface WordIndex {
  readonly wordCount: number;
  readonly keyAt: (position: number) => string;
  readonly idOf: (key: string) => number | undefined;
  readonly idAt: (position: number) => number;
  /** In order. */
  readonly positionsOf: (id: number) => Uint32Array;
  /** Index of the passage that holds a position. */
  readonly passageAt: (position: number) => number;
  /** Position of a passage's first word; one past the last passage: `wordCount`. */
  readonly firstOf: (passage: number) => number;
}

const indexes = new WeakMap<SourceText['passages'], WordIndex>();

/** Built when first asked for, and gone with its text. */
export const wordIndexOf = ({ passages }: SourceText): WordIndex => {
  const known = indexes.get(passages) ?? buildWordIndex(passages);
  indexes.set(passages, known);
  return known;
};

function buildWordIndex(passages: readonly Passage[]): WordIndex {
  const idByKey = new Map<string, number>();
  const keys: string[] = [];
  const counts: number[] = [];
  const firstWords = new Uint32Array(passages.length + 1);
  let ids = new Uint32Array(4_096);
  let wordCount = 0;
  for (const [i, passage] of passages.entries()) {
    firstWords[i] = wordCount;
    for (const { key } of findWords(passage.text)) {
      let id = idByKey.get(key);
      if (id === undefined) {
        id = keys.length;
        idByKey.set(key, id);
        keys.push(key);
      }
      counts[id] = (counts[id] ?? 0) + 1;
      if (wordCount === ids.length) ids = grown(ids);
      ids[wordCount] = id;
      wordCount += 1;
    }
  }
  firstWords[passages.length] = wordCount;
  const { starts, positions } = listPositions(ids.subarray(0, wordCount), counts);
  return {
    wordCount,
    keyAt: (position) => keys[ids[position] ?? -1] ?? '',
    idOf: (key) => idByKey.get(key),
    idAt: (position) => ids[position] ?? 0,
    positionsOf: (id) => positions.subarray(starts[id] ?? 0, starts[id + 1] ?? 0),
    passageAt: (position) => lastAtMost(firstWords.subarray(0, passages.length), position),
    firstOf: (passage) => firstWords[passage] ?? wordCount,
  };
}

const grown = (array: Uint32Array): Uint32Array<ArrayBuffer> => {
  const longer = new Uint32Array(array.length * 2);
  longer.set(array);
  return longer;
};

/** The positions of all words in one list, those of word 0 first; `starts` says where each word's begin. */
function listPositions(ids: Uint32Array, counts: readonly number[]): { readonly starts: Uint32Array; readonly positions: Uint32Array } {
  const starts = new Uint32Array(counts.length + 1);
  for (const [id, count] of counts.entries()) starts[id + 1] = (starts[id] ?? 0) + count;
  const next = starts.slice();
  const positions = new Uint32Array(ids.length);
  for (const [position, id] of ids.entries()) {
    const at = next[id] ?? 0;
    positions[at] = position;
    next[id] = at + 1;
  }
  return { starts, positions };
}

/** Index of the last entry that is not above `value`; passages without words share their start with the next one, which is found. */
function lastAtMost(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
