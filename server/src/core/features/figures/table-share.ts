import { tableReadings } from '../../lint/tables/table-faults';
import type { Relation } from '../../lint/tables/relation';
import { findTotalLines } from '../../lint/tables/sum-relations';
import type { Brief } from '../../model/brief';
import type { FigureFrame } from '../../model/figures/figure';
import { containsSpan, type Span } from '../../text/span';

/** What part of a total a cell is. */
export interface TableShare {
  readonly percent: number;
  /** As the total's cell has it. */
  readonly total: string;
  /** "Total", "All regions": the head of the total's row or column. */
  readonly label: string;
}

/** Of a cell that its column's total, else its row's, is the sum of. Averages and rates are no sums, and neither are parts of both signs. */
export const findTableShare = (brief: Brief, { cell, quantity }: FigureFrame): TableShare | null => {
  if (cell === null || cell.isWordy) return null;
  const grid = tableReadings(brief)[cell.table]?.grid;
  if (grid === undefined) return null;
  for (const view of [grid.rows, grid.columns]) {
    for (const { line, holding } of findTotalLines(view)) {
      for (const sum of holding) {
        const share = shareOf(sum, quantity.span);
        if (share !== null) return { percent: share, total: sum.target.text, label: line.label.replace(/[*_`]+/g, '').trim() };
      }
    }
  }
  return null;
};

const shareOf = ({ operands, target }: Relation, span: Span): number | null => {
  const part = operands.find(({ cell }) => containsSpan(cell.span, span))?.number ?? null;
  const whole = target.number?.value ?? 0;
  return part === null || whole <= 0 || operands.some(({ number }) => (number?.value ?? 0) < 0) ? null : (100 * part.value) / whole;
};
