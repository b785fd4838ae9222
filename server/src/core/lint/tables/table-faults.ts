/** Where the sums and computed columns of a table do not come out, and which cell would mend them. */
import type { Brief, TableBlock } from '../../model/brief';
import { rememberByBrief } from '../../model/remember-by-brief';
import { createNotes } from '../../model/sentence-memory';
import { textsAround } from '../table-facts';
import { leadIn } from '../table-introduction';
import { findDerivedLines, type DerivedLine } from './derived-relations';
import { differenceOf, holdsWith, solveFor, type Relation } from './relation';
import { findTotalLines, looksLikeAverage, type TotalLine } from './sum-relations';
import { gridOf, movedCells, readCells, type CellGrid, type GridCell, type TableGrid } from './table-grid';

/** One cell to look at. With `mend`, that value in it sets all `relations` right. */
export interface TableFault {
  readonly cell: GridCell;
  readonly relations: readonly Relation[];
  readonly mend: number | null;
  /** Right but for the sign. */
  readonly isSignReversed: boolean;
  /** Changes of one cell each that would set it right and upset no other sum of the table. */
  readonly remedies: readonly Remedy[];
  /** The other cells that may be the wrong one: those that no other sum vouches for. */
  readonly suspects: readonly GridCell[];
}

export interface Remedy {
  readonly cell: GridCell;
  readonly value: number;
}

export interface TableReading {
  readonly grid: TableGrid;
  readonly faults: readonly TableFault[];
}

export const tableReadings = rememberByBrief((brief: Brief): readonly TableReading[] => brief.tables.map((table) => readTable(brief, table)));

/** What the cells of a table say, with what the faults depend on beside them. */
interface KeptReading {
  readonly rows: TableBlock['rows'];
  readonly grid: CellGrid;
  /** null: it computes nothing, and nothing around it matters. */
  readonly cues: Cues | null;
  readonly faults: readonly TableFault[];
}

const kept = createNotes<KeptReading>();

const readTable = (brief: Brief, table: TableBlock): TableReading => {
  const known = kept.get(table.rows);
  const current = known && isCurrent(known, brief, table) ? known : null;
  const reading = current === null ? readRows(brief, table) : current.rows === table.rows ? current : { ...current, rows: table.rows, grid: movedCells(current.grid, table) };
  if (reading !== known) kept.set(table.rows, reading);
  return { grid: gridOf(brief, table, reading.grid), faults: reading.faults };
};

/** Faults hold cells of their own, so that a table that has any is read again where it moves. */
const isCurrent = ({ rows, cues, faults }: KeptReading, brief: Brief, table: TableBlock): boolean => (rows === table.rows || faults.length === 0) && (cues === null || isSameCues(cues, cuesOf(brief, table)));

const readRows = (brief: Brief, table: TableBlock): KeptReading => {
  const grid = readCells(brief, table);
  const { rows } = table;
  if (hasMergedCells(table)) return { rows, grid, cues: null, faults: [] };
  const sums = [...findTotalLines(grid.rows), ...findTotalLines(grid.columns)];
  const derived = [...findDerivedLines(grid.columns), ...findDerivedLines(grid.rows)];
  if (sums.length + derived.length === 0) return { rows, grid, cues: null, faults: [] };
  const cues = cuesOf(brief, table);
  return { rows, grid, cues, faults: faultsOf(sumsToTrust(sums, cues), derived) };
};

/** A cell over several columns moves those behind it: nobody knows which column they belong to. A lone cell is a heading. */
const hasMergedCells = ({ syntax, head, rows }: TableBlock): boolean => syntax === 'html' && new Set([head, ...rows].map((row) => row.length).filter((length) => length > 1)).size > 1;

interface Cues {
  /** "Top five", "selected": more rows than are shown make up the total. */
  readonly isSelection: boolean;
  /** Persons may be counted in several rows. */
  readonly isOverlapping: boolean;
  readonly hasUnit: boolean;
}

const isSameCues = (a: Cues, b: Cues): boolean => a.isSelection === b.isSelection && a.isOverlapping === b.isOverlapping && a.hasUnit === b.hasUnit;

const selection = /\b(?:top|selected|largest|biggest|main|major|leading|key|principal|some|chosen|examples?|sample|excerpt|extract|first \w+)\b|\bnot (?:shown|listed|included)\b|\bexclud/i;
const overlapping = /\bmultiple (?:responses?|answers?|choices?)\b|\bmore than one\b|\ball that apply\b|\bseveral (?:answers|categories)\b|\b(?:do|does|may|might|need|will) not (?:add|sum|total)\b|\boverlap|\bdouble[- ]count|\bunique\b|\bdistinct\b|\bunduplicated\b/i;

const unitOrScale = /[%‰$€£¥₹]|\b(?:thousands?|millions?|billions?|trillions?|mn|bn|'?000s?|crores?|lakhs?|usd|eur|gbp|pkr|inr|rs|rounded|km2?|m[23]|ha|hectares?|acres?|miles?|tons?|tonnes?|kt|mt|mtco2e?|kg|[kmgt]wh?|litres?|liters?|hours?)\b|²|³/i;

const cuesOf = (brief: Brief, table: TableBlock): Cues => {
  const around = [...textsAround(brief, table), table.headingAbove?.text ?? '', leadIn(brief, table)?.text ?? ''];
  const heads = table.head.map(({ text }) => text);
  return {
    isSelection: [table.caption?.value ?? '', table.headingAbove?.text ?? '', ...table.notes.map(({ value }) => value), heads[0] ?? ''].some((text) => selection.test(text)),
    isOverlapping: [...around, ...heads].some((text) => overlapping.test(text)),
    hasUnit: [...around, ...heads].some((text) => unitOrScale.test(text)),
  };
};

interface CheckedSums {
  readonly holding: readonly Relation[];
  /** Meant as sums, and wrong. */
  readonly failing: readonly Relation[];
  /** Wrong, but perhaps not meant as sums: they count only where one cell mends them together with another. */
  readonly doubtful: readonly Relation[];
  readonly reversed: readonly Relation[];
}

function sumsToTrust(found: readonly TotalLine[], cues: Cues): CheckedSums {
  const totals = withExactCounts(found, cues);
  const failing: Relation[] = [];
  const doubtful: Relation[] = [];
  const reversed: Relation[] = [];
  for (const total of totals) {
    const meant = total.failing.filter((relation) => !looksLikeAverage(relation, total.holding.length > 0));
    if (meant.length === 0) continue;
    if (isSignReversed(total, meant)) reversed.push(...meant);
    else if (isWitnessed(total, meant, totals, cues)) failing.push(...meant);
    else doubtful.push(...meant);
  }
  return { holding: totals.flatMap(({ holding }) => holding), failing, doubtful, reversed };
}

/**
 * Whole numbers without a unit whose other sums come out to the digit are counts, which nobody rounds: then a sum that is off by one is off.
 * The measure is how likely rounded numbers would show all this by chance: the more terms, the less likely is an exact sum.
 */
const withExactCounts = (totals: readonly TotalLine[], { hasUnit }: Cues): readonly TotalLine[] => {
  const whole = totals.flatMap(({ holding }) => holding).filter(isWhole);
  const exact = whole.filter(({ isExact }) => isExact);
  const off = whole.filter(({ isExact }) => !isExact);
  if (off.length === 0 || exact.length < off.length) return totals;
  const byChance = exact.reduce((product, relation) => product * chanceOfExact(relation), 1);
  const wrong = new Set(off.filter((relation) => byChance * chanceOfGap(relation) < countLimit(relation, hasUnit)));
  if (wrong.size === 0) return totals;
  const asCounts = (relations: readonly Relation[]): readonly Relation[] => relations.map((relation) => (isWhole(relation) ? { ...relation, isOfCounts: true } : relation));
  return totals.map((total) => {
    const failing = [...total.failing, ...total.holding.filter((relation) => wrong.has(relation))];
    return { ...total, holding: asCounts(total.holding.filter((relation) => !wrong.has(relation) && (relation.isExact || !isWhole(relation)))), failing: asCounts(failing) };
  });
};

/** Small whole numbers without a unit are hardly ever rounded, large ones and those in a unit often. */
const countLimit = ({ target, value }: Relation, hasUnit: boolean): number => {
  if (hasUnit) return 0.0005;
  const size = Math.max(Math.abs(target.number?.value ?? 0), Math.abs(value));
  return size < 100 ? 0.15 : size < 1000 ? 0.04 : 0.002;
};

/** Rounding errors of n terms and their sum, each within half a unit, add up to a spread of √(n + 1) / √12. */
const spreadOf = ({ operands }: Relation): number => Math.sqrt((1 + operands.filter(({ number }) => number?.value !== 0).length) / 12);
const chanceOfExact = (relation: Relation): number => (spreadOf(relation) < 0.45 ? 1 : Math.min(1, 0.4 / spreadOf(relation)));
const chanceOfGap = (relation: Relation): number => Math.min(1, 2 * Math.exp(-0.5 * ((Math.abs(differenceOf(relation)) - 0.5) / spreadOf(relation)) ** 2) / (1 + (Math.abs(differenceOf(relation)) - 0.5) / spreadOf(relation)));

const isWhole = ({ target, operands }: Relation): boolean => [target, ...operands].every(({ number }) => number?.decimals === 0 && number.scale === 1 && number.unit === '' && Math.abs(number.value) < 1e9);

const isNear = (relation: Relation, share: number): boolean => Math.abs(differenceOf(relation)) <= share * Math.max(Math.abs(relation.value), Math.abs(relation.target.number?.value ?? 0));

const isWitnessed = (total: TotalLine, meant: readonly Relation[], totals: readonly TotalLine[], cues: Cues): boolean => {
  if (cues.isOverlapping || leavesOneOut(total, meant)) return false;
  const holding = total.holding.length;
  const weight = total.holding.reduce((sum, relation) => sum + relation.weight, 0);
  const by = meant[0]?.by;
  const need = by === 'columns' ? 3 : 1;
  if (weight >= need && holding >= (by === 'columns' ? 2 : 1) && holding >= 2 * meant.length && (by === 'rows' || meant.every((relation) => isNear(relation, 0.7)))) return true;
  const far = meant.filter((relation) => !isNear(relation, 0.25)).length;
  const close = by === 'rows' ? meant.filter((relation) => isNear(relation, 0.05)).length : 0;
  if (weight >= (by === 'rows' ? 1.2 : 4) && holding >= 1 && holding + close >= meant.length && far <= (by === 'rows' ? 1 : 0)) return true;
  if (by === 'columns') return false;
  return isGridOfSums(total, meant, totals) || (holding === 0 && meant.length === 1 && standsAlone(total, meant[0], cues));
};

/**
 * The other way round the table adds up, line after line, and only the line of totals does not: its numbers are things to be added, and one of its own is
 * wrong. Totals that agree with each other and with no column have rows that are not shown.
 */
const isGridOfSums = ({ line }: TotalLine, meant: readonly Relation[], totals: readonly TotalLine[]): boolean =>
  totals.some(
    ({ holding, failing }) =>
      holding[0]?.by === 'columns' && holding.length >= 3 && holding.length >= 3 * failing.length && holding.length >= meant.length && failing.some(({ target }) => target.cell.row === line.index),
  );

/** All would come out without one and the same part: it is not meant to be one. */
const leavesOneOut = ({ parts, holding }: TotalLine, meant: readonly Relation[]): boolean => {
  if (meant.length < 2 || parts.length < 3) return false;
  const rows = new Map<number, number>();
  for (const relation of meant) {
    for (const cell of relation.operands) {
      if (holdsWith(relation, cell, 0)) rows.set(lineOf(cell, relation), (rows.get(lineOf(cell, relation)) ?? 0) + 1);
    }
  }
  return [...rows].some(([line, count]) => count === meant.length && holding.every((relation) => relation.operands.every((cell) => lineOf(cell, relation) !== line || holdsWith(relation, cell, 0))));
};
const lineOf = ({ cell }: GridCell, { by }: Relation): number => (by === 'rows' ? cell.row : cell.column);

/** The only sum of its line: nothing but "Total", near the sum, and no run of parts that would explain the rest. */
const standsAlone = (total: TotalLine, relation: Relation | undefined, cues: Cues): boolean => {
  if (!relation || !total.isPlain || total.parts.length < 3) return false;
  const excess = differenceOf(relation);
  if (excess < 0 && cues.isSelection) return false;
  return excess > 0 ? isNear(relation, 0.9) && !isRunOfParts(relation, excess) : isNear(relation, 0.15) && isSlipOfDigit(relation, excess);
};

/** One digit mistyped (a gap of 1 to 9 and zeros) or two neighbours swapped (a multiple of 9): any other gap may be a row that is not shown. */
const isSlipOfDigit = ({ target }: Relation, excess: number): boolean => {
  const unit = target.number ? 10 ** -target.number.decimals * target.number.scale : 1;
  let gap = Math.round(Math.abs(excess) / unit);
  while (gap > 0 && gap % 10 === 0) gap /= 10;
  return (gap >= 1 && gap <= 9) || (gap % 9 === 0 && gap <= 81);
};

/** The excess is what some parts in a row come to: sub-items, listed below the item that they are a part of. */
const isRunOfParts = ({ operands, result, value }: Relation, excess: number): boolean => {
  if (excess <= 0) return false;
  const room = Math.max(result.high - value, 1e-9 * Math.abs(value));
  const values = operands.map(({ number }) => number?.value ?? 0);
  for (let start = 0; start < values.length; start++) {
    let sum = 0;
    for (let end = start; end < Math.min(values.length, start + longestRun); end++) {
      sum += values[end] ?? 0;
      if (Math.abs(sum - excess) <= room) return true;
    }
  }
  return false;
};
const longestRun = 12;

/** Every total is the sum of its parts with the other sign, and the parts are of both signs: somebody mixed up the signs. */
const isSignReversed = ({ holding, line }: TotalLine, meant: readonly Relation[]): boolean =>
  holding.length === 0 &&
  !balance.test(line.label) &&
  meant.every(({ target, operands, value, result }) => {
    const signs = new Set(operands.map(({ number }) => Math.sign(number?.value ?? 0)));
    const written = target.number;
    return signs.has(1) && signs.has(-1) && written !== null && Math.abs(value) > result.high - value && Math.abs(value + written.value) <= result.high - value + written.high - written.value;
  });
const balance = /\b(?:deficit|surplus|balance|shortfall|gap|need|requirement|borrowing|loss|saving)s?\b/i;

function faultsOf(sums: CheckedSums, derived: readonly DerivedLine[]): readonly TableFault[] {
  const computed = derived.flatMap(({ failing }) => failing);
  const sure = new Set([...sums.failing, ...computed]);
  const holding = relationsByCell([...sums.holding, ...derived.flatMap((line) => line.holding)]);
  const faults: TableFault[] = sums.reversed.map((relation) => ({ cell: relation.target, relations: [relation], mend: null, isSignReversed: true, remedies: [{ cell: relation.target, value: relation.value }], suspects: relation.operands }));
  const open = new Set([...sure, ...sums.doubtful]);
  for (const [cell, relations] of relationsByCell([...open])) {
    const wrong = relations.filter((relation) => open.has(relation));
    const first = wrong[0];
    const isEvident = wrong.some((relation) => sure.has(relation) || relation.weight >= 1.5) || (sums.holding.length >= manyLines && wrong.some(({ isOfCounts }) => isOfCounts));
    if (!first || wrong.length < 2 || !isEvident) continue;
    const value = mendOf(cell, wrong, holding.get(cell) ?? []);
    if (value === null) continue;
    faults.push({ cell, relations: wrong, mend: value, isSignReversed: false, remedies: [{ cell, value }], suspects: suspectsOf(cell, wrong, true, holding) });
    for (const relation of wrong) open.delete(relation);
  }
  for (const relation of open) {
    if (sure.has(relation)) faults.push({ cell: relation.target, relations: [relation], mend: null, isSignReversed: false, remedies: remediesOf(relation, holding), suspects: suspectsOf(relation.target, [relation], false, holding) });
  }
  return faults.sort((a, b) => a.cell.cell.span.start - b.cell.cell.span.start);
}

/** So many sums to the digit leave no doubt that the rest are meant as sums too. */
const manyLines = 8;

const relationsByCell = (relations: readonly Relation[]): ReadonlyMap<GridCell, readonly Relation[]> => {
  const byCell = new Map<GridCell, Relation[]>();
  for (const relation of relations) {
    for (const cell of new Set([relation.target, ...relation.operands])) {
      const known = byCell.get(cell);
      if (known) known.push(relation);
      else byCell.set(cell, [relation]);
    }
  }
  return byCell;
};

/** Of a cell that mends several sums, only their totals. */
const suspectsOf = (cell: GridCell, wrong: readonly Relation[], isMend: boolean, holding: ReadonlyMap<GridCell, readonly Relation[]>): readonly GridCell[] => {
  const cells = new Set(wrong.flatMap(({ kind, target, operands }) => (isMend && kind === 'sum' ? [target] : [target, ...operands])));
  cells.delete(cell);
  return [...cells].filter((one) => isMend || !(holding.get(one) ?? []).some(({ kind }) => kind === 'sum'));
};

/** The target, and what it was made of: in a sum only a part with two digits swapped, as any other would do as well. */
const remediesOf = (relation: Relation, holding: ReadonlyMap<GridCell, readonly Relation[]>): readonly Remedy[] => {
  const remedies: Remedy[] = [];
  for (const cell of [relation.target, ...relation.operands]) {
    const value = mendOf(cell, [relation], holding.get(cell) ?? []);
    if (value !== null && (relation.kind !== 'sum' || cell === relation.target || isSwapped(cell, value))) remedies.push({ cell, value });
  }
  return remedies.length > mostRemedies ? remedies.slice(0, 1) : remedies;
};
const mostRemedies = 3;

/** "385.9" for "358.9". */
const isSwapped = ({ number }: GridCell, value: number): boolean => {
  if (!number) return false;
  const [a, b] = [number.value, value].map((one) => Math.abs(one / number.scale).toFixed(number.decimals));
  if (!a || a.length !== b?.length) return false;
  const off = Array.from(a, (digit, i) => (digit === b[i] ? -1 : i)).filter((i) => i >= 0);
  const [first, second] = off;
  return off.length === 2 && first !== undefined && second !== undefined && a[first] === b[second] && a[second] === b[first];
};

/** The value, to the cell's own decimals, that sets all wrong relations right and upsets none that holds. */
const mendOf = (cell: GridCell, wrong: readonly Relation[], holding: readonly Relation[]): number | null => {
  const { number } = cell;
  if (!number) return null;
  const tightest = wrong.reduce((best, relation) => (relation.weight > best.weight ? relation : best));
  const exact = solveFor(tightest, cell);
  if (exact === null || !Number.isFinite(exact)) return null;
  const unit = 10 ** -number.decimals * number.scale;
  const value = Number((Math.round(exact / unit) * unit).toFixed(12));
  if (value < 0 && !number.hasSign && cell !== tightest.target) return null;
  return [...wrong, ...holding].every((relation) => holdsWith(relation, cell, value)) ? value : null;
};
