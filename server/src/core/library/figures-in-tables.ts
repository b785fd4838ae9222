/** Cells of tables: the unit stands in the head, and the numbers are given in thousands or millions of it. */
import type { Quantity } from '../text/quantity';
import { sizesOf } from './compare-quantities';
import { isFall, isNegative, speaksOfFall } from './compare-signs';
import { readingsOf } from './source-numbers';
import type { Passage, SourceText } from './source-text';

const shareSign = /%|\bper ?cent|\bpercent|\bshares?\b|\brates?\b|\bproportions?\b|\bratios?\b/i;
const moneySign = /[$€£₹¥₨]|\bRs\b|\b(?:USD|EUR|GBP|PKR|INR|BDT|LKR)\b|\b(?:dollars?|rupees?|euros?|pounds?|taka)\b/i;
const sizeSign = /\b(?:millions?|mn|billions?|bn|thousands?|crores?|lakhs?)\b|['’‘]000/i;

/** Heads stand above their rows. */
const headReach = 30;

/** May a number without a unit be one of this unit? In a row of a table whose head or neighbours name it; in prose only right beside it. */
export function mayCarryUnit(text: SourceText, index: number, { dimension, unit }: Quantity): boolean {
  const own = text.passages[index];
  if (own === undefined) return false;
  if (unit === null) return true;
  const sign = dimension === 'share' ? shareSign : dimension === 'money' ? moneySign : null;
  if (sign === null) return isTableLike(own);
  return sign.test(own.text) || (isTableLike(own) && hasAbove(text, index, sign));
}

const hasAbove = (text: SourceText, index: number, sign: RegExp): boolean => {
  for (let above = index; above >= Math.max(0, index - headReach); above--) if (sign.test(text.passages[above]?.text ?? '')) return true;
  return false;
};

/** Read as a row; or, where a file knows no tables, a line a third of whose words are numbers. */
const isTableLike = ({ text, isRow }: Passage): boolean => {
  if (isRow === true) return true;
  const words = text.split(/\s+/, 200);
  const numbers = words.filter((word) => /^[^\p{L}]*\d[^\p{L}]*$/u.test(word)).length;
  return numbers >= 2 && numbers * 3 >= words.length;
};

const thousands = [1e3, 1e5, 1e6, 1e7, 1e9] as const;

/** The bare digits of a table's cell, whole or in the thousands or millions that the table, or its column, is in. */
export function holdsInTable(text: SourceText, index: number, quantity: Quantity, ourWords: ReadonlySet<string>): boolean {
  const passage = text.passages[index];
  const sizes = sizesOf(quantity);
  if (!passage || !sizes || !isTableLike(passage) || !mayCarryUnit(text, index, quantity)) return false;
  const fits = (size: number): boolean => sizes.low <= size && size <= sizes.high;
  const isWholeScaled = hasAbove(text, index, sizeSign);
  for (const cell of cellsOf(passage)) {
    const isScaled = cell.isScaled ?? isWholeScaled;
    for (const match of cell.text.matchAll(/\d(?:[\d.,]*\d)?/g)) {
      const [written] = match;
      const significant = written.replace(/\D/g, '').replace(/^0+/, '').length;
      const isThere = readingsOf(written).some((size) => fits(size) || (isScaled && significant >= 3 && thousands.some((scale) => fits(size * scale))));
      if (isThere && hasSign(cell.text, match.index, written, quantity, ourWords)) return true;
    }
  }
  return false;
}

interface Cell {
  readonly text: string;
  /** null: only what stands above can tell. */
  readonly isScaled: boolean | null;
}

/** Where the head of one column says "thousand", it says so of that column alone. */
const cellsOf = ({ text, isRow }: Passage): readonly Cell[] => {
  if (isRow !== true) return [{ text, isScaled: null }];
  const cells = text.split('; ');
  const hasOwn = cells.some((cell) => sizeSign.test(cell));
  return cells.map((cell) => ({ text: cell, isScaled: hasOwn ? sizeSign.test(cell) : null }));
};

/** A loss is written "-2.3", "(2.3)", or "2.3" in a row of losses. */
const hasSign = (cell: string, start: number, written: string, quantity: Quantity, ourWords: ReadonlySet<string>): boolean => {
  const end = start + written.length;
  const isMinus = /(?:^|[\s:(|])[-−–]$/.test(cell.slice(Math.max(0, start - 2), start));
  if (!isNegative(quantity)) return !isMinus || speaksOfFall(ourWords);
  return isMinus || (cell[start - 1] === '(' && cell[end] === ')') || isFall(cell, { start, end });
};
