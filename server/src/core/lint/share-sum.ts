import type { Quantity } from '../text/quantity';

/** Shares that are taken for the parts of one whole, and what they come to. */
export interface ShareSum {
  readonly low: number;
  readonly high: number;
  readonly value: number;
  /** 100 for per cent, 1 for fractions. */
  readonly whole: 1 | 100;
}

/** Null where a bound is open: then nothing can be said. */
export const sumShares = (shares: readonly Quantity[]): ShareSum | null => {
  let [low, high, value] = [0, 0, 0];
  for (const share of shares) {
    if (share.low === null || share.high === null || share.value === null || share.value < 0 || share.qualifier !== null) return null;
    low += share.low;
    high += share.high;
    value += share.value;
  }
  const isFraction = shares.every(({ unit, value: one }) => unit === null && one !== null && one <= 1) && value <= 2;
  return { low, high, value, whole: isFraction ? 1 : 100 };
};

const rounding = 1e-9;

/** Within what the written precision allows. */
export const meetsWhole = ({ low, high, whole }: ShareSum): boolean => low - rounding <= whole && whole <= high + rounding;

/** "105%", "1.05". */
export const writeSum = ({ value, whole }: ShareSum): string => {
  const rounded = Math.round(value * 1000) / 1000;
  return whole === 100 ? `${rounded}%` : String(rounded);
};

export const writeWhole = ({ whole }: ShareSum): string => (whole === 100 ? '100%' : '1');
