import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDateLine, parseDate } from '../../server/src/core/text/dates';
import { createLineIndex } from '../../server/src/core/text/line-index';
import { findQuantities, readCellQuantities } from '../../server/src/core/text/quantities';
import { findSentences } from '../../server/src/core/text/sentences';
import type { Span } from '../../server/src/core/text/span';

/** Any UTF-16 code units, lone surrogates among them, with line breaks far more often than chance has them. */
const anyText = fc
  .array(fc.oneof(fc.constantFrom('\r', '\n', '\r\n', ' ', 'a', '.', '1', '𝟙'), fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit))))
  .map((pieces) => pieces.join(''));

/** Pieces that the readers care about, in any order. */
const proseLikeText = fc
  .array(
    fc.constantFrom(
      ...' | |, |. |.|%|$|US$|Rs. |-|–|(|)|[|]|"|“|”|1|12|3.5|1,200|2024|one|half|a|in|of|to|from|between|and|million|bn|per cent|times|fold|July|FY|Q|years|km|about|more than|Dr|No|The|firms|:|/|+|\n|۔|。'.split(
        '|',
      ),
    ),
    { maxLength: 40 },
  )
  .chain((pieces) => fc.constantFrom('', ' ').map((separator) => pieces.join(separator)));

const someText = fc.oneof(anyText, proseLikeText);

const expectOrderedAndDisjoint = (spans: readonly Span[], text: string): void => {
  let lastEnd = 0;
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(lastEnd);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
    lastEnd = end;
  }
};

describe('createLineIndex', () => {
  it('goes there and back on any text', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, seed) => {
        const offset = seed % (text.length + 1);
        const index = createLineIndex(text);
        const position = index.positionAt(offset);
        const isInsideBreak = /[\r\n]/.test(text.slice(offset - 1, offset)) && text.slice(offset - 1, offset + 1) === '\r\n';
        expect(index.offsetAt(position)).toBe(isInsideBreak ? offset - 1 : offset);
        expect(position.line).toBe(text.slice(0, isInsideBreak ? offset - 1 : offset).split(/\r\n|\r|\n/).length - 1);
      }),
    );
  });

  it('clamps nonsense', () => {
    fc.assert(
      fc.property(anyText, fc.double(), fc.double(), (text, line, character) => {
        const index = createLineIndex(text);
        const offset = index.offsetAt({ line, character });
        expect(offset >= 0 && offset <= text.length).toBe(true);
        expect(index.positionAt(line).line).toBeLessThan(index.lineCount);
      }),
    );
  });
});

describe('findSentences', () => {
  it('cuts any text into trimmed, ordered, disjoint spans that cover all but blanks', () => {
    fc.assert(
      fc.property(someText, (text) => {
        const spans = findSentences(text);
        expectOrderedAndDisjoint(spans, text);
        const sentences = spans.map(({ start, end }) => text.slice(start, end));
        for (const sentence of sentences) expect(sentence).toBe(sentence.trim());
        expect(sentences.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
      { numRuns: 300 },
    );
  });
});

describe('findQuantities', () => {
  it('gives ordered, disjoint spans that slice to their text, and sound intervals, on any text', () => {
    fc.assert(
      fc.property(someText, (text) => {
        const quantities = findQuantities(text);
        expectOrderedAndDisjoint(
          quantities.map(({ span }) => span),
          text,
        );
        for (const { span, text: written, low, high, value } of quantities) {
          expect(text.slice(span.start, span.end)).toBe(written);
          expect(low === null || high === null || low <= high).toBe(true);
          expect(low === null && high === null).toBe(false);
          if (value !== null) expect((low ?? value) <= value && value <= (high ?? value)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('holds the value that was printed, whatever the form', () => {
    const forms: readonly ((value: number) => readonly [text: string, value: number])[] = [
      (value) => [`It was ${value.toFixed(1)}% then.`, value],
      (value) => [`It was ${value.toFixed(0)} per cent then.`, value],
      (value) => [`It was about ${value.toFixed(1)}% then.`, value],
      (value) => [`It cost US$${value.toFixed(1)} million then.`, value * 1e6],
      (value) => [`It cost Rs. ${value.toFixed(2)}bn then.`, value * 1e9],
      (value) => [`It cost ₹${value.toFixed(1)} crore then.`, value * 1e7],
      (value) => [`It cost ${value.toFixed(0)} million euros then.`, value * 1e6],
      (value) => [`It had ${Math.round(value * 1000).toLocaleString('en-US')} members then.`, Math.round(value * 1000)],
      (value) => [`It had ${Math.round(value * 100000).toLocaleString('en-IN')} members then.`, Math.round(value * 100000)],
      (value) => [`It was ${value.toFixed(1)} km then.`, value],
      (value) => [`It was −${value.toFixed(1)}% then.`, -value],
      (value) => [`It was ${value.toFixed(2)} percentage points then.`, value],
      (value) => [`It was ${(value * 100).toFixed(0)} basis points then.`, value],
      (value) => [`It was between ${value.toFixed(0)} and ${(value + 5).toFixed(0)} per cent then.`, value + 2],
      (value) => [`It was ${value.toFixed(1)}–${(value + 1).toFixed(1)}% then.`, value + 0.5],
    ];
    fc.assert(
      fc.property(fc.double({ min: 1.01, max: 98, noNaN: true }), fc.constantFrom(...forms), (random, print) => {
        const [text, value] = print(random);
        const [quantity, ...others] = findQuantities(text);
        expect(others).toEqual([]);
        const slack = Math.abs(value) * 1e-9;
        expect((quantity?.low ?? Number.NaN) <= value + slack && value - slack <= (quantity?.high ?? Number.NaN)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('on any text', () => {
  it('nothing throws', () => {
    fc.assert(
      fc.property(someText, fc.option(someText, { nil: null }), (text, unit) => {
        parseDate(text);
        findDateLine(text);
        for (const { span, text: written } of readCellQuantities(text, { unit, when: null })) {
          expect(text.slice(span.start, span.end)).toBe(written);
        }
      }),
    );
  });

  const HOSTILE = ['1,1,', '1,111,', '((((', 'a.a.a.', 'to to to ', '7', '     ', '5 to ', '. ', '.[', '"“', '[@', '1-', 'million ', 'one hundred ', '….)', 'in 5 '];
  const LENGTH = 25_000;

  const timeOf = (work: () => unknown): number => {
    const before = performance.now();
    work();
    return performance.now() - before;
  };
  /** Quadratic work gives 16, linear 4; of a few attempts the best counts, for other work on the machine can only make it worse. */
  const growthOf = (read: (text: string) => unknown, short: string, long: string): number => {
    let best = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 4 && best >= 12; attempt++) {
      // Below a few milliseconds the clock measures the machine, not the work.
      const shortTime = Math.max(timeOf(() => read(short)), 3);
      best = Math.min(best, timeOf(() => read(long)) / shortTime);
    }
    return best;
  };

  it.each(HOSTILE)('four times the text takes no more than linear work: %j', (pattern) => {
    const short = pattern.repeat(Math.ceil(LENGTH / pattern.length));
    const long = short.repeat(4);
    expect(growthOf(findSentences, short, long)).toBeLessThan(12);
    expect(growthOf(findQuantities, short, long)).toBeLessThan(12);
  });
});
