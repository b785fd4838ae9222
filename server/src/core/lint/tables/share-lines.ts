/** Rows and columns of percentages that are the parts of one whole, as the table itself shows: by a total of 100%, or because the others of their kind add up to it. */
import type { CellNumber } from './cell-number';
import { haveNestedBands } from './label-bands';
import { sumOf } from './relation';
import { hasNumber, type GridCell, type GridLine, type GridView, type TableGrid } from './table-grid';

export interface ShareLine {
  readonly by: 'rows' | 'columns';
  readonly line: GridLine;
  readonly parts: readonly GridCell[];
  readonly sum: number;
  /** 100% stands in its cell for the total. */
  readonly hasTotal: boolean;
}

interface ReadLine extends ShareLine {
  readonly low: number;
  readonly high: number;
}

export const wrongShareLines = ({ rows, columns }: TableGrid): readonly ShareLine[] => [...wrongOf(columns), ...wrongOf(rows)];

const wrongOf = (view: GridView): readonly ShareLine[] => {
  const lines = view.lines.flatMap((line) => readLine(view, line) ?? []);
  const right = lines.filter(isRight);
  const wrong = lines.filter((line) => !isRight(line) && Math.abs(line.sum - 100) <= farthest);
  const others = lines.length - right.length - wrong.length;
  const isKindOfSplit = right.length >= 3 && right.length >= 3 * (wrong.length + others) && !areAllOneWhole(right);
  return wrong.filter((line) => isKindOfSplit || (line.hasTotal && (line.sum > 100 || right.length > 0 || isSlipOfDigit(line))));
};

/** 90 for 100: less than a whole may leave out what is not shown, unless one mistyped digit explains the gap. */
const isSlipOfDigit = ({ sum, parts }: ReadLine): boolean => {
  const decimals = Math.max(...parts.map(({ number }) => number?.decimals ?? 0));
  let gap = Math.round((100 - sum) * 10 ** decimals);
  while (gap > 0 && gap % 10 === 0) gap /= 10;
  return (gap >= 1 && gap <= 9) || (gap % 9 === 0 && gap <= 81);
};

/** Percentage points. */
const farthest = 25;

const isRight = ({ low, high }: Bounds): boolean => low <= 100 + 1e-9 && high >= 100 - 1e-9;

/** 100% and 0% all along say nothing. */
const areAllOneWhole = (lines: readonly ReadLine[]): boolean => lines.every(({ parts }) => parts.some(({ number }) => number?.value === 100));

const readLine = (view: GridView, line: GridLine): ReadLine | null => {
  if (line.isText || line.isEmpty || !(line.isPercent || /%|\bper ?cent/i.test(line.label)) || line.role === 'rate') return null;
  const parts: GridCell[] = [];
  const labels: string[] = [];
  let hasTotal = false;
  for (const position of view.across) {
    if (position.isText || position.role === 'part' || position.role === 'subtotal') continue;
    const cell = view.at(line.index, position.index);
    if (position.role === 'total') {
      if (!hasNumber(cell)) continue;
      if (cell.number.value !== 100) return null;
      hasTotal = true;
    } else if (cell?.kind === 'number' && cell.number !== null) {
      if (cell.number.unit !== '%' && cell.number.unit !== '') return null;
      if (cell.number.unit === '' && line.isPercent) return null;
      if (cell.number.value < 0 || cell.number.value > 100 || cell.number.hasSign) return null;
      parts.push(cell);
      labels.push(position.label);
    } else if (cell?.kind !== 'nil') return null;
  }
  if (parts.length < (hasTotal ? 2 : 3) || haveNestedBands(labels)) return null;
  const numbers = parts.map(({ number }) => number).filter((number) => number !== null);
  // A last one that is one too many tells more of those before it: "of these, over 52 weeks".
  const read = { by: view.by, line, parts, hasTotal, ...boundsOf(numbers) };
  return !isRight(read) && numbers.length > 2 && isRight(boundsOf(numbers.slice(0, -1))) ? null : read;
};

type Bounds = Pick<ReadLine, 'sum' | 'low' | 'high'>;

const boundsOf = (numbers: readonly CellNumber[]): Bounds => ({ sum: sumOf(numbers.map(({ value }) => value)), low: sumOf(numbers.map(({ low }) => low)), high: sumOf(numbers.map(({ high }) => high)) });
