import { bareForm, readNumberForm, writeInFull, writeNumber, type NumberForm, type NumberHabit } from '../../text/number-form';
import { findQuantities } from '../../text/quantities';
import type { Interval } from './interval';
import { intervalOf, type Term } from './term';

/** A number in the writing of a term: its scale, decimals, marks and grouping; `habit` decides what the term leaves open. */
export const writeLike = (value: number, term: Term, moreDecimals = 0, habit: NumberHabit | null = null): string => {
  const numeral = numeralOf(term);
  if (!numeral) return writeNumber({ ...bareForm, decimals: term.kind === 'p' || term.kind === 's' ? moreDecimals : 0, after: term.kind === 'p' || term.kind === 's' ? '%' : '' }, value, habit);
  return writeNumber({ ...numeral, decimals: Math.min(6, numeral.decimals + moreDecimals) }, value / (term.value / numeral.size), habit);
};

/** The same, with a decimal more where it would look like what stands there. */
export const writeApart = (value: number, term: Term, habit: NumberHabit | null = null): string => {
  const first = writeLike(value, term, 0, habit);
  return first === term.text ? writeLike(value, term, 1, habit) : first;
};

/** What a number written like that allows; null where it cannot be read back. */
export const readBack = (text: string, { kind }: Term): Interval | null => {
  const [quantity, other] = findQuantities(text);
  return quantity && !other ? intervalOf(quantity, kind, true) : null;
};

/** The first number of the term: of "3 in 10", the three. */
const numeralOf = ({ text, value, scale }: Term): NumberForm | null => {
  const match = /\d(?:[\d.,'’\u00a0\u2009\u202f ]*\d)?/u.exec(text);
  if (!match) return null;
  const form = readNumberForm(match[0], Math.abs(value) / scale) ?? readNumberForm(match[0], null);
  return form && form.size > 0 ? { ...form, before: text.slice(0, match.index), after: text.slice(match.index + match[0].length) } : null;
};

/** "1.83", "12". */
export const plainNumber = (value: number, habit: NumberHabit | null = null): string => writeInFull(bareForm, Number(value.toFixed(Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0)), habit);
