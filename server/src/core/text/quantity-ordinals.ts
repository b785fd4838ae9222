import { toDraft, type Amount } from './quantity-amounts';
import type { Draft } from './quantity-draft';
import type { Token } from './quantity-tokens';

const valueByWord: ReadonlyMap<string, number> = new Map(
  'second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ').map((word, index) => [word, index + 2] as const),
);

export const isOrdinalWord = (word: string): boolean => valueByWord.has(word);

const SUPERLATIVE = /^(?:[a-z]{3,}est|most|least|best|worst)$/;
const NO_SUPERLATIVE = /^(?:interest|request|forest|harvest|protest|contest|invest|suggest|arrest|latest|guest|quest|manifest|conquest|honest|modest|test|west|rest)$/;
const BEFORE_RANK = /^(?:rank(?:s|ed|ing)?|placed|position)$/;

const isSuperlative = (word: string | undefined): boolean => word !== undefined && SUPERLATIVE.test(word) && !NO_SUPERLATIVE.test(word);

/** "the third largest exporter", "second-highest", "ranked fifth": places in an order. "A second reason" and "a third of" are none. */
export const readRank = (tokens: readonly Token[], index: number): Draft | null => {
  const token = tokens[index];
  const value = valueByWord.get(token?.lower ?? '');
  if (!token || value === undefined) return null;
  const hasHyphen = tokens[index + 1]?.text === '-' && tokens[index + 1]?.isGlued === true;
  const isRank = isSuperlative(tokens[hasHyphen ? index + 2 : index + 1]?.lower) || BEFORE_RANK.test(tokens[index - 1]?.lower ?? '');
  if (!isRank) return null;
  const numbers = { low: value, high: value, value, unit: null, dimension: 'none', scale: 1, form: 'ordinal' } as const;
  return { ...numbers, start: token.start, end: token.end, first: index, next: index + 1, currency: null, isRange: false, when: null, isBare: false, isInWords: true };
};

/** "3rd", "the 3rd-largest"; `name` where the ordinal is part of one: "the 20th century", "18th Amendment". */
export const readOrdinal = (tokens: readonly Token[], index: number, amount: Amount): Draft | 'name' | null => {
  const ending = tokens[index + 1];
  const isOrdinal = ending?.isGlued === true && /^(?:st|nd|rd|th)$/.test(ending.lower) && amount.numeral.isPlain;
  if (!isOrdinal) return null;
  const after = tokens[index + 2];
  const isCompound = after?.text === '-' && !isSuperlative(tokens[index + 3]?.lower);
  const isName = after !== undefined && (/^(?:century|centuries|anniversary)$/.test(after.lower) || isCompound || /^\p{Lu}/u.test(after.text));
  if (isName) return 'name';
  const { value } = amount.numeral;
  const base = toDraft(tokens, index, amount, amount);
  return { ...base, end: ending.end, next: index + 2, low: value, high: value, value, unit: null, dimension: 'none', form: 'ordinal', isBare: false };
};
