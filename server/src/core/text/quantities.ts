import type { NumberStyle } from './number-style';
import { findPriceBases, pricesBySentence, type PriceBasisMark } from './price-basis';
import type { PriceBasis, Quantity } from './quantity';
import { readCell } from './quantity-cells';
import { findPeriods, findWhat } from './quantity-context';
import { isCalendar, type Draft } from './quantity-draft';
import { basesOfIndexes, isIndexValue, type IndexBase } from './quantity-index-bases';
import { widen } from './quantity-intervals';
import { findPer } from './quantity-rates';
import { readAt } from './quantity-scan';
import { tokenize, type Token } from './quantity-tokens';
import { spanOf } from './span';

export interface ReadOptions {
  /** Which mark the document puts before decimals; `point` where nothing is said. */
  readonly style?: NumberStyle;
}

/**
 * Every number of `text` that says how much, how many, how long or when, in order and without overlap.
 *
 *     Nearly 40% of firms paid US$1.2–1.5 billion in 2024 (see Table 3).
 *            ^^^               ^^^^^^^^^^^^^^^^^^    ^^^^
 *
 * Decided: a number in plain digits is exact to its last digit ("200,000" is 199,999.5..200,000.5), one with a scale to the last digit
 * before it ("200 thousand" is 199,500..200,500). Words that widen ("nearly") are in `qualifier` and the interval, not in the span;
 * `value` keeps the written number also where only one bound holds, and is null for "millions of". Numbers that say by what another one
 * is counted ("per 100,000", "2015 = 100", "in 2020 prices") are no quantities of their own, and stand in `per`, `indexBase` and `priceBasis`.
 * Known limits: digits of other scripts than ASCII are not read; a number in words counts only with a plural noun behind it.
 */
export const findQuantities = (text: string, { style = 'point' }: ReadOptions = {}): Quantity[] => {
  const tokens = tokenize(text, style);
  const prices = findPriceBases(text);
  const { found, bases } = scan(text, tokens, prices);
  const drafts = found.map(({ draft }) => draft);
  const periods = findPeriods(text, tokens, drafts);
  const indexBases = basesOfIndexes(tokens, drafts, bases);
  const priceOf = pricesBySentence(tokens, prices);
  return found.map(({ draft, hasPlus }, index) => ({
    span: spanOf(draft.start, draft.end),
    text: text.slice(draft.start, draft.end),
    ...widen(tokens, draft, hasPlus),
    value: draft.value,
    unit: draft.unit,
    dimension: draft.dimension,
    scale: draft.scale,
    form: indexBases.has(draft) || isIndexValue(tokens, draft) ? 'index' : draft.form,
    currency: draft.currency,
    isRange: draft.isRange,
    what: findWhat(text, tokens, draft, found[index - 1]?.draft.next ?? 0),
    where: null,
    when: periods[index] ?? null,
    source: 'prose',
    ...optional('priceBasis', draft.form === 'money' ? priceOf(draft) : null),
    ...optional('per', isCalendar(draft) || draft.form === 'ordinal' ? null : findPer(text, tokens, draft)),
    ...optional('indexBase', indexBases.get(draft) ?? null),
  }));
};

const optional = <Key extends string, Value>(key: Key, value: Value | null): Partial<Record<Key, Value>> => (value === null ? {} : ({ [key]: value } as Record<Key, Value>));

interface Scan {
  readonly found: readonly { readonly draft: Draft; readonly hasPlus: boolean }[];
  readonly bases: readonly IndexBase[];
}

const scan = (text: string, tokens: readonly Token[], prices: readonly PriceBasisMark[]): Scan => {
  const found: { readonly draft: Draft; readonly hasPlus: boolean }[] = [];
  const bases: IndexBase[] = [];
  let lastEnd = 0;
  let price = 0;
  for (let index = 0; index < tokens.length;) {
    const start = tokens[index]?.start ?? 0;
    while ((prices[price]?.span.end ?? Number.POSITIVE_INFINITY) <= start) price++;
    // The year of "in 2020 prices" is none of the sum.
    if ((prices[price]?.span.start ?? Number.POSITIVE_INFINITY) <= start) {
      index++;
      continue;
    }
    const reading = readAt(text, tokens, index);
    if (reading.draft === null && reading.base) bases.push(reading.base);
    if (reading.draft && reading.draft.start >= lastEnd) {
      found.push(reading);
      lastEnd = reading.draft.end;
    }
    index = Math.max(index + 1, reading.draft ? reading.draft.next : reading.next);
  }
  return { found, bases };
};

export interface CellContext {
  /** As the head, stub or caption has it: "%", "US$ million", "% of GDP", "km"; null where none is named. */
  readonly unit: string | null;
  /** The year or period of the column, row or table, as written. */
  readonly when: string | null;
  /** Whose prices the head or the caption names, for sums of money. */
  readonly priceBasis?: PriceBasis | null;
  readonly style?: NumberStyle;
}

/** The numbers of a table cell, with the unit and period of its column where the cell itself names none. Offsets are into `cellText`. */
export const readCellQuantities = (cellText: string, { unit, when, priceBasis = null, style = 'point' }: CellContext): Quantity[] =>
  readCell(cellText, unit, (text) => findQuantities(text, { style })).map((quantity) => ({
    ...quantity,
    when: quantity.when ?? when,
    source: 'table',
    ...optional('priceBasis', quantity.form === 'money' ? (quantity.priceBasis ?? priceBasis) : null),
  }));

/** Do the two intervals have a number in common? Units are the caller's concern. */
export const meets = (a: Pick<Quantity, 'low' | 'high'>, b: Pick<Quantity, 'low' | 'high'>): boolean =>
  (a.low ?? Number.NEGATIVE_INFINITY) <= (b.high ?? Number.POSITIVE_INFINITY) &&
  (b.low ?? Number.NEGATIVE_INFINITY) <= (a.high ?? Number.POSITIVE_INFINITY);
