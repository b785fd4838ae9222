import type { Span } from './span';

export interface HasSpan {
  readonly span: Span;
}

/** Items by their place, so that asking for those at one place does not look at all of them. */
export interface SpanIndex<Item extends HasSpan> {
  /** Those that share at least one code unit with the span, by start. */
  readonly overlapping: (span: Span) => readonly Item[];
  /** The first of these. */
  readonly firstOver: (span: Span) => Item | undefined;
  /** Is there one that shares a code unit with the span? */
  readonly meets: (span: Span) => boolean;
  /** Is there one that holds the whole of the span? */
  readonly contains: (span: Span) => boolean;
}

/** The items may stand in any order and overlap one another. */
export const createSpanIndex = <Item extends HasSpan>(items: readonly Item[]): SpanIndex<Item> => {
  const sorted = isSorted(items) ? items : [...items].sort((a, b) => a.span.start - b.span.start);
  // The furthest end up to each item never falls, so the first that can reach a place is found by halving.
  const reach: number[] = [];
  for (const { span } of sorted) reach.push(Math.max(span.end, reach.at(-1) ?? 0));

  const firstReaching = (offset: number): number => firstWhere(sorted.length, (i) => (reach[i] ?? 0) > offset);
  const overlapping = (span: Span): readonly Item[] => {
    const found: Item[] = [];
    for (let i = firstReaching(span.start); i < sorted.length; i++) {
      const item = sorted[i];
      if (item === undefined || item.span.start >= span.end) break;
      if (span.start < item.span.end) found.push(item);
    }
    return found;
  };
  const firstOver = (span: Span): Item | undefined => {
    const item = sorted[firstReaching(span.start)];
    return item !== undefined && item.span.start < span.end ? item : undefined;
  };
  return {
    overlapping,
    firstOver,
    meets: (span) => firstOver(span) !== undefined,
    contains: (span) => (reach[firstWhere(sorted.length, (i) => (sorted[i]?.span.start ?? 0) > span.start) - 1] ?? -1) >= span.end,
  };
};

/** The first index for which a condition holds that holds for all after it; `count` for none. */
export const firstWhere = (count: number, holds: (index: number) => boolean): number => {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
};

const isSorted = (items: readonly HasSpan[]): boolean => items.every(({ span }, i) => i === 0 || (items[i - 1]?.span.start ?? 0) <= span.start);
