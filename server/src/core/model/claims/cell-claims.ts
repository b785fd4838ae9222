import type { Brief, TableBlock, TableCell } from '../brief';
import { rememberByBrief } from '../remember-by-brief';
import { type Coverage, coverOfLine } from './cover';

/** A cell that gives a figure. Its kind is always the statistic, and no probability is told: whether a table owes a source is asked of the table. */
export interface CellClaim {
  readonly cell: TableCell;
  /** Index of the block. */
  readonly table: number;
  readonly section: number;
  readonly coverage: Coverage | null;
  readonly status: 'sourced' | 'unsourced' | 'own';
}

/** In order of tables, rows and cells. */
export const cellClaimsOf = rememberByBrief((brief): readonly CellClaim[] =>
  brief.tables.flatMap((table) => {
    const ofTable = tableCover(brief, table);
    return table.rows.flatMap((row) => row.filter(hasFigure).map((cell) => toClaim(table, cell, rowCover(table, row) ?? ofTable)));
  }),
);

/** Years, dates and ranks arrange a table's figures. */
const hasFigure = ({ quantities }: TableCell): boolean => quantities.some(({ form }) => form !== 'year' && form !== 'date' && form !== 'ordinal');

const toClaim = ({ index, section }: TableBlock, cell: TableCell, coverage: Coverage | null): CellClaim => ({ cell, table: index, section, coverage, status: statusOf(coverage) });

const statusOf = (coverage: Coverage | null): CellClaim['status'] => {
  if (coverage === null) return 'unsourced';
  return coverage.citation?.isOwnWork === true ? 'own' : 'sourced';
};

/** A citation in one cell answers for its row. */
function rowCover({ citations }: TableBlock, row: readonly TableCell[]): Coverage | null {
  const citation = citations.find(({ span }) => row.some((cell) => cell.span.start <= span.start && span.end <= cell.span.end));
  return citation === undefined ? null : { reason: 'table', sentence: null, citation, place: citation.span };
}

/** A source line answers for the table, else a citation in its title, head or notes. */
function tableCover(brief: Brief, table: TableBlock): Coverage | null {
  for (const index of table.sourceLines) {
    const line = brief.blocks[index];
    if (line?.kind === 'source-line') return coverOfLine(line);
  }
  const inRows = table.rows.flat().map(({ span }) => span);
  const citation = table.citations.find(({ span }) => !inRows.some((cell) => cell.start <= span.start && span.end <= cell.end));
  return citation === undefined ? null : { reason: 'table', sentence: null, citation, place: citation.span };
}
