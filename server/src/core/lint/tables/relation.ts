/** What one cell of a table should be, given others: the sum of a row, the difference of two columns, a share of a total. */
import type { GridCell } from './table-grid';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * - `sum`: target = all operands together.
 * - `difference`: target = second − first.
 * - `change`: target = 100 × (second − first) / first.
 * - `ratio`: target = 100 × first / second.
 */
export type RelationKind = 'sum' | 'difference' | 'change' | 'ratio';

export interface Relation {
  readonly kind: RelationKind;
  readonly target: GridCell;
  readonly operands: readonly GridCell[];
  /** Labels of the target's line and of the position on it, as a message would name them. */
  readonly line: string;
  readonly position: string;
  readonly by: 'rows' | 'columns';
  /** What the operands come to. */
  readonly value: number;
  readonly result: Interval;
  readonly holds: boolean;
  /** Not within rounding alone, but to the digit. */
  readonly isExact: boolean;
  /** Of counts, which are not rounded. */
  readonly isOfCounts: boolean;
  /** The unit that the operands are rounded to, where it is coarser than their decimals ("160,000" beside "45,000"); else 0. */
  readonly grain: number;
  /** Decimal digits that chance would have had to hit. */
  readonly weight: number;
}

const slack = 1e-9;

const valueOf = ({ number }: GridCell): number => number?.value ?? 0;
export const intervalOf = ({ number }: GridCell): Interval => ({ low: number?.low ?? 0, high: number?.high ?? 0 });

/** With some room for binary fractions. */
export const meet = (a: Interval, b: Interval): boolean => {
  const room = slack * Math.max(1, Math.abs(a.low), Math.abs(a.high), Math.abs(b.low), Math.abs(b.high));
  return a.low <= b.high + room && b.low <= a.high + room;
};

export interface RelationPlace {
  readonly line: string;
  readonly position: string;
  readonly by: 'rows' | 'columns';
}

export const relate = (kind: RelationKind, target: GridCell, operands: readonly GridCell[], place: RelationPlace, grain = 0): Relation => {
  const intervals = operands.map((cell) => widen(intervalOf(cell), valueOf(cell), grain));
  const result = resultOf(kind, intervals);
  const value = middleOf(kind, operands.map(valueOf));
  const written = widen(intervalOf(target), valueOf(target), grain);
  const room = result.high - result.low + written.high - written.low;
  const holds = meet(result, written);
  const isExact = Math.abs(value - valueOf(target)) <= slack * Math.max(1, Math.abs(value));
  const grid = isExact && target.number ? Math.min(room, target.number.high - target.number.low) : room;
  const weight = grid > 0 ? Math.max(0, Math.log10(Math.max(Math.abs(valueOf(target)), Math.abs(value), 1e-12) / grid) + 0.3) : 0;
  const { line, position, by } = place;
  return { kind, target, operands, line, position, by, value, result, holds, isExact, isOfCounts: false, grain, weight };
};

const widen = (interval: Interval, value: number, grain: number): Interval => (grain === 0 || value === 0 ? interval : { low: Math.min(interval.low, value - grain / 2), high: Math.max(interval.high, value + grain / 2) });

const middleOf = (kind: RelationKind, values: readonly number[]): number => {
  const [first = 0, second = 0] = values;
  if (kind === 'sum') return sumOf(values);
  if (kind === 'difference') return second - first;
  return kind === 'change' ? (100 * (second - first)) / Math.abs(first) : (100 * first) / second;
};

/** Neumaier's: ten tenths make one. */
export const sumOf = (values: readonly number[]): number => {
  let [sum, rest] = [0, 0];
  for (const value of values) {
    const next = sum + value;
    rest += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + rest;
};

const resultOf = (kind: RelationKind, intervals: readonly Interval[]): Interval => {
  const [first = { low: 0, high: 0 }, second = { low: 0, high: 0 }] = intervals;
  if (kind === 'sum') return { low: sumOf(intervals.map(({ low }) => low)), high: sumOf(intervals.map(({ high }) => high)) };
  if (kind === 'difference') return { low: second.low - first.high, high: second.high - first.low };
  const quotient = kind === 'change' ? divide(minus(second, first), first) : divide(first, second);
  return { low: quotient.low * 100, high: quotient.high * 100 };
};

const minus = (a: Interval, b: Interval): Interval => ({ low: a.low - b.high, high: a.high - b.low });

/** Unbounded where the divisor may be nothing. The change from a negative is no percentage; it counts against the size of the first. */
const divide = (a: Interval, b: Interval): Interval => {
  if (b.low <= 0 && b.high >= 0) return { low: -Infinity, high: Infinity };
  const divisor = b.high < 0 ? { low: -b.high, high: -b.low } : b;
  const quotients = [a.low / divisor.low, a.low / divisor.high, a.high / divisor.low, a.high / divisor.high];
  return { low: Math.min(...quotients), high: Math.max(...quotients) };
};

/** What `cell` would have to be for the relation to hold, by the written values; null where it cannot be told. */
export const solveFor = (relation: Relation, cell: GridCell): number | null => {
  const { kind, operands, target } = relation;
  if (cell === target) return relation.value;
  const at = operands.indexOf(cell);
  const [first, second] = operands;
  if (at < 0) return null;
  const wanted = valueOf(target);
  if (kind === 'sum') return valueOf(cell) + wanted - relation.value;
  if (!first || !second) return null;
  if (kind === 'difference') return at === 0 ? valueOf(second) - wanted : valueOf(first) + wanted;
  if (kind === 'change') return at === 0 ? valueOf(second) / (1 + wanted / 100) : valueOf(first) * (1 + wanted / 100);
  return at === 0 ? (wanted * valueOf(second)) / 100 : wanted === 0 ? null : (100 * valueOf(first)) / wanted;
};

/** Would the relation hold if `cell` said `value`? */
export const holdsWith = (relation: Relation, cell: GridCell, value: number): boolean => {
  const { number } = cell;
  if (!number) return false;
  const half = (number.high - number.low) / 2;
  const changed: GridCell = { ...cell, number: { ...number, value, low: value - half, high: value + half } };
  const swap = (one: GridCell): GridCell => (one === cell ? changed : one);
  const { holds, isExact } = relate(relation.kind, swap(relation.target), relation.operands.map(swap), relation, relation.grain);
  return relation.isOfCounts ? isExact : holds;
};

export const differenceOf = (relation: Relation): number => relation.value - valueOf(relation.target);
