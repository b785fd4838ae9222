import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containsSpan, overlaps, spanOf, type Span } from '../../server/src/core/text/span';
import { createSpanIndex } from '../../server/src/core/text/span-index';

const span = fc.tuple(fc.nat(30), fc.nat(8)).map(([start, length]): Span => spanOf(start, start + length));

describe('createSpanIndex', () => {
  it('finds what a look at each item finds', () => {
    fc.assert(
      fc.property(fc.array(span), span, (spans, asked) => {
        const items = spans.map((own) => ({ span: own }));
        const index = createSpanIndex(items);
        const expected = items.filter((item) => overlaps(item.span, asked)).sort((a, b) => a.span.start - b.span.start);
        expect(index.overlapping(asked)).toEqual(expected);
        expect(index.meets(asked)).toBe(expected.length > 0);
        expect(index.contains(asked)).toBe(items.some((item) => containsSpan(item.span, asked)));
      }),
    );
  });

  it('has room for scopes without an end', () => {
    const index = createSpanIndex([{ span: spanOf(10, Infinity) }, { span: spanOf(Infinity, Infinity) }]);
    expect([index.contains(spanOf(9, 10)), index.contains(spanOf(10, 11)), index.meets(spanOf(5, 10)), index.meets(spanOf(5, 11))]).toEqual([false, true, false, true]);
  });
});
