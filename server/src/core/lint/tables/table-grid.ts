/** A table as numbers with labels: what each cell says, and what each row and column is. */
import type { Brief, TableBlock, TableCell } from '../../model/brief';
import type { NumberHabit } from '../../text/number-form';
import { shiftSpan, spanOf, type Span } from '../../text/span';
import { numberHabitOf } from '../number-habit';
import { decimalMarkOf, readCellNumber, type CellNumber, type CellReading, type DecimalMark } from './cell-number';
import { roleOfColumn, roleOfRow, spansYears, type LineRole } from './line-roles';

export interface GridCell {
  readonly cell: TableCell;
  readonly kind: CellReading['kind'];
  readonly number: CellNumber | null;
  /** The number's digits in the brief; the cell where they cannot be told apart. */
  readonly digits: Span;
  /** As the cell shows it, on one line. */
  readonly text: string;
}

export const hasNumber = (cell: GridCell | undefined): cell is GridCell & { readonly number: CellNumber } => cell !== undefined && cell.number !== null;

export interface GridLine {
  readonly index: number;
  readonly label: string;
  readonly role: LineRole;
  /** Set off to the right of the line above it that it is a part of. */
  readonly isIndented: boolean;
  /** In per cent: most cells of a column, all of a row. */
  readonly isPercent: boolean;
  /** Without any number. */
  readonly isEmpty: boolean;
  /** A label column, a column of words: nothing to add up. */
  readonly isText: boolean;
}

/** The same table by rows or by columns: `lines` are what may be a sum of other lines, position by position `across`. */
export interface GridView {
  readonly by: 'rows' | 'columns';
  readonly lines: readonly GridLine[];
  readonly across: readonly GridLine[];
  readonly at: (line: number, position: number) => GridCell | undefined;
}

export interface TableGrid extends GridViews {
  readonly table: TableBlock;
  /** Looked for where a number is to be written. */
  readonly habit: NumberHabit | null;
}

interface GridViews {
  readonly rows: GridView;
  readonly columns: GridView;
  readonly mark: DecimalMark;
}

/** What the cells of a table say, and where they stood when they were read. */
export interface CellGrid extends GridViews {
  readonly cells: readonly (readonly (GridCell | undefined)[])[];
}

export const gridOf = (brief: Brief, table: TableBlock, { rows, columns, mark }: CellGrid): TableGrid => ({
  table,
  mark,
  rows,
  columns,
  get habit() {
    return numberHabitOf(brief);
  },
});

export function readCells({ text }: Brief, table: TableBlock): CellGrid {
  const width = Math.max(table.head.length, ...table.rows.map((row) => row.length), 0);
  const mark = decimalMarkOf(table.rows.flatMap((row) => row.map(({ text }) => text)));
  const cells = table.rows.map((row) => {
    const line: (GridCell | undefined)[] = [];
    for (const cell of row) line[cell.column] = gridCell(text, cell, mark);
    return line;
  });
  const stubs = stubCount(cells, width);
  const columnLines = Array.from({ length: width }, (_, index) => columnLine(index, table.head[index]?.text ?? '', cells.map((row) => row[index]), index < stubs));
  const labels = cells.map((row) => rowLabel(row.slice(0, stubs)));
  const rowLines = cells.map((row, index) => rowLine(text, index, row.slice(0, stubs), row.slice(stubs), labels));
  return viewsOf(cells, rowLines, columnLines, mark);
}

const viewsOf = (cells: CellGrid['cells'], rowLines: readonly GridLine[], columnLines: readonly GridLine[], mark: DecimalMark): CellGrid => {
  const byRow = (line: number, position: number): GridCell | undefined => cells[line]?.[position];
  return {
    cells,
    mark,
    rows: { by: 'rows', lines: rowLines, across: columnLines, at: byRow },
    columns: { by: 'columns', lines: columnLines, across: rowLines, at: (line, position) => byRow(position, line) },
  };
};

/** The same cells where they stand now. */
export const movedCells = ({ cells, rows, columns, mark }: CellGrid, table: TableBlock): CellGrid => {
  const moved = table.rows.map((row, index) => {
    const line: (GridCell | undefined)[] = [];
    for (const cell of row) {
      const known = cells[index]?.[cell.column];
      if (known) line[cell.column] = { cell, kind: known.kind, number: known.number, digits: shiftSpan(known.digits, cell.span.start - known.cell.span.start), text: known.text };
    }
    return line;
  });
  return viewsOf(moved, rows.lines, columns.lines, mark);
};

const gridCell = (text: string, cell: TableCell, mark: DecimalMark): GridCell => {
  const reading = readCellNumber(cell.text, mark);
  const number = reading.kind === 'number' ? reading.number : null;
  return { cell, kind: reading.kind, number, digits: number ? digitsOf(text, cell, number) : cell.span, text: cell.text.replace(/\s+/g, ' ') };
};

/** The cell may hold a link or marks of emphasis: the digits are found where they stand once. */
const digitsOf = (text: string, cell: TableCell, number: CellNumber): Span => {
  const digits = cell.text.slice(number.start, number.end);
  const source = text.slice(cell.span.start, cell.span.end);
  if (source === cell.text) return spanOf(cell.span.start + number.start, cell.span.start + number.end);
  const at = source.indexOf(digits);
  return at < 0 ? cell.span : spanOf(cell.span.start + at, cell.span.start + at + digits.length);
};

/** Leading columns of labels: the first one, and those of words next to it ("Rank | Nation | Gold"). */
const stubCount = (cells: readonly (readonly (GridCell | undefined)[])[], width: number): number => {
  if (width < 2) return 0;
  let count = 1;
  while (count < width - 1 && !isNumeric(cells.map((row) => row[count]))) count += 1;
  return count;
};

const isNumeric = (cells: readonly (GridCell | undefined)[]): boolean => {
  const numbers = cells.filter((cell) => cell?.kind === 'number').length;
  const words = cells.filter((cell) => cell?.kind === 'text').length;
  return numbers > 0 && numbers >= words;
};

const columnLine = (index: number, label: string, cells: readonly (GridCell | undefined)[], isStub: boolean): GridLine => {
  const numbers = cells.flatMap((cell) => cell?.number ?? []);
  const role = roleOfColumn(label);
  const years = numbers.length >= 3 && numbers.every(({ value, decimals, unit }) => decimals === 0 && unit === '' && value >= 1800 && value <= 2100);
  return { index, label: label.trim(), role: years && role === 'plain' ? 'rate' : role, isIndented: false, isPercent: mostlyPercent(numbers), isEmpty: numbers.length === 0, isText: isStub || !isNumeric(cells) };
};

const mostlyPercent = (numbers: readonly CellNumber[]): boolean => {
  const percents = numbers.filter(isShare).length;
  return percents > 0 && percents * 2 >= numbers.length;
};

const isShare = ({ unit }: CellNumber): boolean => unit === '%' || unit === 'pp';

const rowLabel = (stubs: readonly (GridCell | undefined)[]): string => {
  const texts = stubs.map((cell) => cell?.text.trim() ?? '').filter((text) => text !== '');
  return texts.find((text) => roleOfRow(text) === 'total' || roleOfRow(text) === 'subtotal') ?? texts.find((text) => /\p{L}{2,}/u.test(text)) ?? texts[0] ?? '';
};

const rowLine = (text: string, index: number, stubs: readonly (GridCell | undefined)[], cells: readonly (GridCell | undefined)[], labels: readonly string[]): GridLine => {
  const label = labels[index] ?? '';
  const numbers = cells.flatMap((cell) => cell?.number ?? []);
  const role = roleOfRow(label);
  const isPeriod = role === 'plain' && index === labels.length - 1 && spansYears(label, labels.slice(0, -1));
  const first = stubs[0];
  const isIndented = first !== undefined && /(?:&(?:nbsp|emsp|ensp);|[\u00A0\u2003\u2002])[\s*_]*$/.test(text.slice(Math.max(0, first.cell.span.start - 40), first.cell.span.start));
  return { index, label, role: isPeriod ? 'total' : role, isIndented, isPercent: numbers.length > 0 && numbers.every(isShare), isEmpty: numbers.length === 0, isText: false };
};
