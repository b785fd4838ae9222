import { compareFigures } from '../../model/figures/compare';
import type { FigureFrame } from '../../model/figures/figure';

export interface CellPair {
  readonly a: FigureFrame;
  readonly b: FigureFrame;
}

/**
 * Cells of two tables under the same two heads that say the same. Two tables of one form are most often of two things (two districts, two
 * years), so cells count as one quantity only where the tables agree in almost all that they have in common.
 */
export const agreeingCells = (frames: readonly FigureFrame[]): readonly CellPair[] => {
  const byTables = new Map<string, { agreeing: CellPair[]; count: number }>();
  for (const cells of cellsByHeads(frames).values()) {
    if (cells.length > mostAlike) continue;
    cells.forEach((a, i) => {
      for (const b of cells.slice(i + 1)) {
        if (a.cell?.table === b.cell?.table) continue;
        const key = `${String(a.cell?.table)} ${String(b.cell?.table)}`;
        const common = byTables.get(key) ?? { agreeing: [], count: 0 };
        byTables.set(key, common);
        common.count++;
        if (compareFigures(a, b) === 'meets') common.agreeing.push({ a, b });
      }
    });
  }
  return [...byTables.values()].flatMap(({ agreeing, count }) => (count >= fewestInCommon && agreeing.length >= count * leastAgreeing ? agreeing : []));
};

/** Heads that more cells than this have in common do not name one. */
const mostAlike = 6;
const fewestInCommon = 3;
const leastAgreeing = 0.75;

const cellsByHeads = (frames: readonly FigureFrame[]): ReadonlyMap<string, readonly FigureFrame[]> => {
  const byHeads = new Map<string, FigureFrame[]>();
  for (const frame of frames) {
    if (frame.cell === null || frame.cell.isWordy) continue;
    const [row, column] = [headKey(frame.cell.rowLabel.text), headKey(frame.cell.columnLabel.text)];
    if (row === '' || column === '') continue;
    const key = `${row} | ${column}`;
    const cells = byHeads.get(key);
    if (cells === undefined) byHeads.set(key, [frame]);
    else cells.push(frame);
  }
  return byHeads;
};

const headKey = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}%]+/gu, ' ').trim();
