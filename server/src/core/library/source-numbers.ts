import { numberStyleOf, styleEvidenceOf, type NumberStyle } from '../text/number-style';
import { findQuantities } from '../text/quantities';
import { rememberByText } from './remembered-by-text';
import type { SourceText } from './source-text';

/** The size of every number of a source, whatever it may mean and whatever its sign, with its passage: twelve bytes a number, looked through in one go. */
export interface NumberIndex {
  readonly values: Float64Array;
  /** Index of the passage, by number. */
  readonly passages: Uint32Array;
}

const indexes = new WeakMap<SourceText['passages'], NumberIndex>();

/** Built when first asked for, and gone with its text. */
export const numberIndexOf = (text: SourceText): NumberIndex => {
  const known = indexes.get(text.passages) ?? buildNumberIndex(text);
  indexes.set(text.passages, known);
  return known;
};

/** Which mark the source puts before decimals. */
export const numberStyleOfSource = rememberByText(
  ({ passages }: SourceText): NumberStyle => numberStyleOf(passages.map((passage) => styleEvidenceOf(passage.text))),
  () => 'style',
);

const digits = /(?<![\d.,])\.\d+|\d{1,3}(?:[ \u00A0\u2007\u202F\u2009'’]\d{3})+(?:[.,]\d+)?(?!\d|[.,]\d)|\d(?:[\d.,]*\d)?/g;

const numberWord =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)';
/**
 * What may be a number without being its digits alone: "three districts", "two-thirds", "1 in 4", "3:5", "6½", "half a million", "doubled",
 * "fourfold"; and units that make another number of them. It may hold where there is none, for the reader of quantities has the last word; where it fails to hold, nobody asks.
 */
const mayBeInWords = new RegExp(
  [
    '[½¼¾⅓⅔⅕⅛]',
    '\\d:\\d',
    '\\d/\\d',
    '\\d-in-\\d|\\d of every |\\d to 1\\b|\\b(?:pence|cents?)\\b|[MG]t of ',
    '\\d (?:in|out of) ',
    `\\b${numberWord}\\b`,
    '\\b(?:half|halve[sd]?|halving|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|dozens?|twice)\\b',
    '\\b(?:doubl|tripl|trebl|quadrupl)(?:e[sd]?|ing)\\b',
    '[a-z\\d]-?fold\\b',
    '\\bbasis[ -]points?\\b|\\bbps?\\b',
    '\\b(?:a|an|and|hundred|thousand)[ -](?:hundred|thousand|la(?:kh|c)|million|crore|billion|trillion)\\b',
  ].join('|'),
  'i',
);

/** Rough: a cut too few costs time, and no number goes across such a place. */
const sentenceEnd = /(?<=[.!?;]) (?=\p{Lu}\p{Ll})/u;

function buildNumberIndex(text: SourceText): NumberIndex {
  const values: number[] = [];
  const style = numberStyleOfSource(text);
  const passages: number[] = [];
  for (const [i, passage] of text.passages.entries()) {
    const add = (value: number): void => {
      values.push(value);
      passages.push(i);
    };
    for (const [written] of passage.text.matchAll(digits)) for (const value of readingsOf(written)) add(value);
    // Sentence by sentence, for most have none and the reader is slow.
    for (const sentence of passage.text.split(sentenceEnd)) {
      if (!mayBeInWords.test(sentence)) continue;
      for (const { value } of findQuantities(sentence, { style })) if (value !== null) add(Math.abs(value));
    }
  }
  return { values: Float64Array.from(values), passages: Uint32Array.from(passages) };
}

/** What digits with separators may say: "12 000" also its parts, which may be neighbours in a table; "1.234" a decimal or a thousand. */
export const readingsOf = (written: string): readonly number[] => {
  const groups = written.split(/[ \u00A0\u2007\u202F\u2009'’]/);
  if (groups.length > 1) return [Number(groups.join('').replace(',', '.')), ...groups.flatMap((group) => readingsOf(group))];
  const parts = written.split(/[.,]/);
  if (parts.length === 1 || written.startsWith('.')) return [Number(written)];
  const joined = Number(parts.join(''));
  const areThousands = parts.slice(1).every((part, i) => (i === parts.length - 2 ? part.length === 3 : part.length === 2 || part.length === 3));
  const decimal = Number(`${parts.slice(0, -1).join('')}.${parts.at(-1) ?? ''}`);
  // Both separators: the last one is the decimal point.
  if (written.includes('.') && written.includes(',')) return [decimal, ...listed(written)];
  if (parts.length > 2) return areThousands ? [joined] : [joined, ...listed(written)];
  if (!areThousands) return [decimal, ...listed(written)];
  return [decimal, joined];
};

/** "5,6,7": a list without blanks. */
const listed = (written: string): readonly number[] => {
  const items = written.split(',').map(Number);
  return items.length > 1 && items.every((item) => Number.isFinite(item)) ? items : [];
};

/** Passages, each once and in order, with a number that `fits`. */
export const passagesWithNumber = ({ values, passages }: NumberIndex, fits: (value: number) => boolean): readonly number[] => {
  const found: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const passage = passages[i] ?? 0;
    if (found.at(-1) !== passage && fits(values[i] ?? Number.NaN)) found.push(passage);
  }
  return found;
};
