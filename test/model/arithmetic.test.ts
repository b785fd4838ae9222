/** How sentences become skeletons, and what their numbers are taken to be. */
import { describe, expect, it } from 'vitest';
import { passagesOf } from '../../server/src/core/lint/arithmetic/find-relations';
import { distance, exactly, meets, over, times } from '../../server/src/core/lint/arithmetic/interval';
import { statementsOf } from '../../server/src/core/lint/arithmetic/statement';
import type { Term } from '../../server/src/core/lint/arithmetic/term';
import { writeLike } from '../../server/src/core/lint/arithmetic/write-term';
import { buildBrief } from '../../server/src/core/model/build-brief';

const skeletonsOf = (text: string): readonly string[] => statementsOf(buildBrief(`${text}\n`)).map(({ skeleton }) => skeleton);
const termsOf = (text: string): readonly Term[] => statementsOf(buildBrief(`${text}\n`)).flatMap(({ terms }) => terms);

describe('a skeleton', () => {
  it.each([
    ['Fares rose from $2.40 in 2019 to $3.00, an increase of 25%.', 'fares rose from ‹m0› in 2019 to ‹m1›, an increase of ‹p2›.'],
    ['It went from 4 million to 7 million.', 'it went from ‹n0› to ‹n1›.'],
    ['Seven of 20 wells, and 126 out of 152 pumps, failed.', '‹n0› of ‹n1› wells, and ‹n2› out of ‹n3› pumps, failed.'],
    ['Fares rose by a third to $4.', 'fares rose by ‹s0› to ‹m1›.'],
    ['Some 28% of the 400 wells (130) are dry.', 'some ‹p0› of the ‹n1› wells (‹n2›) are dry.'],
    ['It cost $5 million (Rs 1.4 billion).', 'it cost ‹m0› (‹m1›).'],
  ])('%s', (text, skeleton) => {
    expect(skeletonsOf(text)).toEqual([skeleton]);
  });

  it('stands with the sentence before it, in one paragraph', () => {
    expect(passagesOf(buildBrief('There were 5 buses. Now there are 8 buses.\n\nThere were 3 trams.\n')).map(({ skeleton }) => skeleton)).toEqual(['there were ‹n0› buses.', 'there were ‹n1› buses. ¶ now there are ‹n0› buses.', 'there were ‹n0› trams.']);
  });
});

describe('what a number may be', () => {
  it.each([
    ['It has 120 wells.', 120, 120],
    ['It has 203,000 wells.', 202_500, 203_500],
    ['It has 203,412 wells.', 203_412, 203_412],
    ['It cost $2.4 million.', 2_350_000, 2_450_000],
    ['It rose by about 30%.', 27, 33],
    ['It rose by nearly 30%.', 27, 30.5],
    ['It rose by more than 30%.', 29.5, Infinity],
    ['It rose by a quarter.', 22.5, 27.5],
    ['It rose by about a quarter.', 20, 30],
  ])('%s', (text, low, high) => {
    const [term] = termsOf(text);
    expect(term?.interval.low).toBeCloseTo(low, 6);
    if (high === Infinity) expect(term?.interval.high).toBe(Infinity);
    else expect(term?.interval.high).toBeCloseTo(high, 6);
  });
});

describe('sums of intervals', () => {
  it('hold every result', () => {
    expect(times({ low: -1, high: 2 }, { low: 3, high: 4 })).toEqual({ low: -4, high: 8 });
    expect(over(exactly(1), { low: -1, high: 1 })).toEqual({ low: -Infinity, high: Infinity });
    expect(distance({ low: 1, high: 3 }, { low: 2, high: 5 })).toEqual({ low: 0, high: 4 });
    expect(times(exactly(0), { low: 1, high: Infinity })).toEqual(exactly(0));
  });

  it('meet at a common end', () => {
    expect(meets({ low: 1, high: 2 }, { low: 2, high: 3 })).toBe(true);
    expect(meets({ low: 1, high: 2 }, { low: 2.001, high: 3 })).toBe(false);
  });
});

describe('a computed number', () => {
  it.each([
    ['It cost $2.4 million.', 3_512_000, '$3.5 million'],
    ['It has 203,412 wells.', 1_250_000.4, '1,250,000'],
    ['It rose by 12.5 per cent.', 8.04, '8.0 per cent'],
  ])('is written as in "%s"', (text, value, written) => {
    const [term] = termsOf(text);
    expect(term && writeLike(value, term)).toBe(written);
  });
});
