import type { Quantity } from '../text/quantity';

/** With more sums of a currency than these none is tried: among many some pair adds up to anything. */
const mostTerms = 60;

/** Three sums add up only within a paragraph or two, a count and a price only within a sentence or so; in characters. */
const reachOfThree = 600;
const reachOfCount = 120;

/**
 * Tells whether a sum of money is what others come to: two anywhere, three that stand close to each other, or a count times the price beside it.
 *
 *     PKR 1.4 billion      PKR 468 million + PKR 936 million      twelve plants at PKR 117 million each
 *
 * `others` are in order of the text. The terms are taken at their word: with the slack of both added up, 5 and 3 would make 9.
 */
export function findSums(others: readonly Quantity[]): (total: Quantity) => boolean {
  const sumsByUnit = new Map<string | null, readonly number[]>();
  return (total) => {
    if (total.form !== 'money') return false;
    const sums = sumsByUnit.get(total.unit) ?? sumsOf(total.unit, others);
    sumsByUnit.set(total.unit, sums);
    return sums.some((sum) => (total.low ?? -Infinity) <= sum && sum <= (total.high ?? Infinity));
  };
}

interface Term {
  readonly value: number;
  readonly start: number;
}

function sumsOf(unit: string | null, others: readonly Quantity[]): readonly number[] {
  const terms = new Map<number, Term>();
  const products: number[] = [];
  others.forEach((price, at) => {
    if (price.form !== 'money' || price.unit !== unit || price.value === null || price.value <= 0) return;
    const { value, span } = price;
    // One figure given twice is one term.
    if (!terms.has(value)) terms.set(value, { value, start: span.start });
    const counts = others.slice(Math.max(0, at - 6), at + 7).filter((other) => isCount(other) && Math.abs(other.span.start - span.start) <= reachOfCount);
    products.push(...counts.map((count) => value * (count.value ?? 0)));
  });
  return [...new Set([...products, ...(terms.size > mostTerms ? [] : additionsOf([...terms.values()]))])];
}

const isCount = ({ form, value }: Quantity): boolean => (form === 'count' || form === 'number') && value !== null && value > 1;

const additionsOf = (terms: readonly Term[]): readonly number[] =>
  terms.flatMap((first, i) =>
    terms.slice(i + 1).flatMap((second, j) => {
      const thirds = terms.slice(i + j + 2).filter((third) => third.start - first.start <= reachOfThree);
      return [first.value + second.value, ...thirds.map((third) => first.value + second.value + third.value)];
    }),
  );
