import type { FigureFrame } from '../model/figures/figure';
import { scaleByWord } from '../text/number-scales';
import { readNumberForm, writeNumber, type NumberHabit } from '../text/number-form';

/** One row for each manner of writing scales; a word gives way to another of its row. */
const manners: readonly (readonly (readonly [word: string, size: number])[])[] = [
  [['thousand', 1e3], ['lakh', 1e5], ['million', 1e6], ['crore', 1e7], ['billion', 1e9], ['trillion', 1e12]],
  [['thousand', 1e3], ['lakhs', 1e5], ['million', 1e6], ['crores', 1e7], ['billion', 1e9], ['trillion', 1e12]],
  [['k', 1e3], ['m', 1e6], ['bn', 1e9], ['tn', 1e12]],
  [['mn', 1e6], ['bn', 1e9], ['trn', 1e12]],
  [['mio', 1e6], ['mrd', 1e9]],
  [['m', 1e6], ['b', 1e9]],
];

const scaleWord = new RegExp(String.raw`(?<=\d[\s-]?)(?:${[...scaleByWord.keys()].join('|')}|[kmb])(?!\p{L})`, 'iu');

/**
 * The figure a thousand times as large or small as the other one says: another word of scale behind the same digits ("3.2 million" for
 * "3.2 billion"); where no such word stands, the digits with noughts more or less. null where the scale stands elsewhere, in a head.
 */
export const rescaled = ({ quantity, value, cell }: FigureFrame, other: FigureFrame, habit: NumberHabit | null): string | null => {
  const [mine, theirs] = [Math.abs(value.value ?? 0), Math.abs(other.value.value ?? 0)];
  if (mine === 0 || theirs === 0 || quantity.isRange) return null;
  const factor = 10 ** Math.round(Math.log10(theirs / mine));
  const word = scaleWord.exec(quantity.text);
  if (word !== null) {
    // Of "lakh crore", neither word is the scale alone.
    if (scaleByWord.has(/^\s*(\p{L}+)/u.exec(quantity.text.slice(word.index + word[0].length))?.[1]?.toLowerCase() ?? '')) return null;
    const newWord = wordFor(word[0], Number((value.scale * factor).toPrecision(12)), other.quantity.text);
    return newWord === null ? null : `${quantity.text.slice(0, word.index)}${newWord}${quantity.text.slice(word.index + word[0].length)}`;
  }
  if (value.scale !== 1 || (cell !== null && !Number.isInteger(mine))) return null;
  const form = readNumberForm(quantity.text, mine);
  const size = Number((mine * factor).toPrecision(12));
  // 2.7 people, or a sum cut to cents, is no slip of noughts.
  return form === null || (form.decimals === 0 && !Number.isInteger(size)) ? null : writeNumber(form, size, habit);
};

/** In the manner of the word that stands there: the one that the other place uses, where that is of its manner. */
const wordFor = (word: string, size: number, otherText: string): string | null => {
  const lower = word.toLowerCase();
  const fitting = manners.filter((manner) => manner.some(([one]) => one === lower));
  const words = fitting.flatMap((manner) => manner.flatMap(([one, oneSize]) => (oneSize === size ? [one] : [])));
  const used = scaleWord.exec(otherText)?.[0].toLowerCase();
  const chosen = words.find((one) => one === used) ?? words[0];
  if (chosen === undefined) return null;
  if (word === word.toUpperCase()) return chosen.length === 1 ? chosen.toUpperCase() : chosen === 'bn' && word.length === 1 ? 'B' : chosen.toUpperCase();
  return /^\p{Lu}/u.test(word) ? `${chosen.charAt(0).toUpperCase()}${chosen.slice(1)}` : chosen;
};
