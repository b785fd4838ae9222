import type { Quantity } from './quantity';
import { readCell } from './quantity-cells';
import { findPeriods, findWhat } from './quantity-context';
import type { Draft } from './quantity-draft';
import { widen } from './quantity-intervals';
import { readAt } from './quantity-scan';
import { tokenize } from './quantity-tokens';
import { spanOf } from './span';

/**
 * Every number of `text` that says how much, how many, how long or when, in order and without overlap.
 *
 *     Nearly 40% of firms paid US$1.2–1.5 billion in 2024 (see Table 3).
 *            ^^^               ^^^^^^^^^^^^^^^^^^    ^^^^
 *
 * Decided: a number in plain digits is exact to its last digit ("200,000" is 199,999.5..200,000.5), one with a scale to the last digit
 * before it ("200 thousand" is 199,500..200,500). Words that widen ("nearly") are in `qualifier` and the interval, not in the span;
 * `value` keeps the written number also where only one bound holds, and is null for "millions of".
 * Known limits: digits of other scripts than ASCII are not read; a number in words counts only with a plural noun behind it.
 */
export const findQuantities = (text: string): Quantity[] => {
  const tokens = tokenize(text);
  const found: { readonly draft: Draft; readonly hasPlus: boolean }[] = [];
  let lastEnd = 0;
  for (let index = 0; index < tokens.length; ) {
    const reading = readAt(text, tokens, index);
    if (reading.draft && reading.draft.start >= lastEnd) {
      found.push(reading);
      lastEnd = reading.draft.end;
    }
    index = Math.max(index + 1, reading.draft ? reading.draft.next : reading.next);
  }
  const periods = findPeriods(
    text,
    tokens,
    found.map(({ draft }) => draft),
  );
  return found.map(({ draft, hasPlus }, index) => ({
    span: spanOf(draft.start, draft.end),
    text: text.slice(draft.start, draft.end),
    ...widen(tokens, draft, hasPlus),
    value: draft.value,
    unit: draft.unit,
    dimension: draft.dimension,
    scale: draft.scale,
    form: draft.form,
    currency: draft.currency,
    isRange: draft.isRange,
    what: findWhat(text, tokens, draft, found[index - 1]?.draft.next ?? 0),
    where: null,
    when: periods[index] ?? null,
    source: 'prose',
  }));
};

export interface CellContext {
  /** As the head, stub or caption has it: "%", "US$ million", "% of GDP", "km"; null where none is named. */
  readonly unit: string | null;
  /** The year or period of the column, row or table, as written. */
  readonly when: string | null;
}

/** The numbers of a table cell, with the unit and period of its column where the cell itself names none. Offsets are into `cellText`. */
export const readCellQuantities = (cellText: string, context: CellContext): Quantity[] =>
  readCell(cellText, context.unit, findQuantities).map((quantity) => ({ ...quantity, when: quantity.when ?? context.when, source: 'table' }));

/** Do the two intervals have a number in common? Units are the caller's concern. */
export const meets = (a: Pick<Quantity, 'low' | 'high'>, b: Pick<Quantity, 'low' | 'high'>): boolean =>
  (a.low ?? Number.NEGATIVE_INFINITY) <= (b.high ?? Number.POSITIVE_INFINITY) &&
  (b.low ?? Number.NEGATIVE_INFINITY) <= (a.high ?? Number.POSITIVE_INFINITY);
