/** Sums over numbers of which only an interval is known. Ends may be infinite. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export const exactly = (value: number): Interval => ({ low: value, high: value });

export const plus = (a: Interval, b: Interval): Interval => ({ low: a.low + b.low, high: a.high + b.high });

export const minus = (a: Interval, b: Interval): Interval => ({ low: a.low - b.high, high: a.high - b.low });

export const times = (a: Interval, b: Interval): Interval => hullOf([product(a.low, b.low), product(a.low, b.high), product(a.high, b.low), product(a.high, b.high)]);

/** Everything, where the divisor can be nought. */
export const over = (a: Interval, b: Interval): Interval => (b.low <= 0 && b.high >= 0 ? { low: -Infinity, high: Infinity } : times(a, { low: 1 / b.high, high: 1 / b.low }));

/** How far apart, whichever is the larger. */
export const distance = (a: Interval, b: Interval): Interval => {
  const { low, high } = minus(a, b);
  if (low >= 0) return { low, high };
  return high <= 0 ? { low: -high, high: -low } : { low: 0, high: Math.max(-low, high) };
};

export const power = ({ low, high }: Interval, exponent: number): Interval => ({ low: Math.max(0, low) ** exponent, high: Math.max(0, high) ** exponent });

/** Nought times anything, be it without bound, is nought. */
const product = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b);

const hullOf = (ends: readonly number[]): Interval => ({ low: Math.min(...ends), high: Math.max(...ends) });

/** What binary fractions lose. */
const noise = 1e-9;

export const meets = (a: Interval, b: Interval): boolean => {
  const slack = noise * Math.max(1, ...[a.low, a.high, b.low, b.high].filter(Number.isFinite).map(Math.abs));
  return a.low <= b.high + slack && b.low <= a.high + slack;
};
