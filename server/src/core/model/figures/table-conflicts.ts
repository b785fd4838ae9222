import { rememberBy } from '../remember-by';
import { compareFigures } from './compare';
import type { CellLabel, ConflictKind, FigureConflict, FigureFrame } from './figure';

/**
 * Cells of two tables that are headed alike. Two tables of one form are most often of two things (two districts, two years), so they are held
 * against each other only where most of their common cells agree: then they are of one thing, and a cell that does not agree is a slip.
 */
export const tableConflicts = (frames: readonly FigureFrame[]): readonly FigureConflict[] => {
  const common = new Map<string, CommonCells>();
  for (const cells of cellsByHeads(frames)) {
    if (cells.length < 2 || cells.length > mostAlike) continue;
    cells.forEach((a, i) => {
      for (const b of cells.slice(i + 1)) note(common, a, b);
    });
  }
  return [...common.values()].filter(isOfOneThing).flatMap(({ apart }) => apart);
};

/** Heads that more cells than this have in common do not name one. */
const mostAlike = 6;
const fewestInCommon = 4;
/** Of the common cells, at most this share may disagree. */
const mostApart = 0.25;

interface CommonCells {
  agreeing: number;
  readonly apart: FigureConflict[];
}

const isOfOneThing = ({ agreeing, apart }: CommonCells): boolean => apart.length > 0 && agreeing + apart.length >= fewestInCommon && apart.length <= (agreeing + apart.length) * mostApart;

const headKey = rememberBy(({ text }: CellLabel): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim(),
);

/** In order of the first of each group. */
const cellsByHeads = (frames: readonly FigureFrame[]): readonly (readonly FigureFrame[])[] => {
  const groups: FigureFrame[][] = [];
  const byRow = new Map<string, Map<string, FigureFrame[]>>();
  for (const frame of frames) {
    if (!frame.cell || frame.cell.isWordy) continue;
    const [row, column] = [headKey(frame.cell.rowLabel), headKey(frame.cell.columnLabel)];
    if (row === '' || column === '') continue;
    const byColumn = byRow.get(row) ?? new Map<string, FigureFrame[]>();
    byRow.set(row, byColumn);
    const known = byColumn.get(column);
    if (known) known.push(frame);
    else {
      const cells = [frame];
      byColumn.set(column, cells);
      groups.push(cells);
    }
  }
  return groups;
};

const note = (common: Map<string, CommonCells>, a: FigureFrame, b: FigureFrame): void => {
  if (!a.cell || !b.cell || a.cell.table === b.cell.table) return;
  const comparison = compareFigures(a, b);
  if (comparison === 'apart') return;
  const key = `${String(a.cell.table)} ${String(b.cell.table)}`;
  const cells = common.get(key) ?? { agreeing: 0, apart: [] };
  common.set(key, cells);
  if (comparison === 'meets') cells.agreeing++;
  else cells.apart.push(conflictOf(a, b, comparison));
};

const conflictOf = (a: FigureFrame, b: FigureFrame, kind: ConflictKind): FigureConflict => ({
  a: b.index,
  b: a.index,
  kind,
  score: 0.9,
  evidence: [a.cell?.rowLabel.text ?? '', a.cell?.columnLabel.text ?? ''],
  isOtherBorneOut: false,
});
