/** A sum that a sentence gives for the years of a table, and the column that should come to it. */
import type { Brief, Sentence } from '../../model/brief';
import type { Quantity } from '../../text/quantity';
import { meet, sumOf, type Interval } from './relation';
import { sentencesBeside } from './sentences-beside';
import { hasNumber, type GridCell, type GridLine, type TableGrid } from './table-grid';

export interface AnnouncedTotal {
  readonly figure: Quantity;
  readonly parts: readonly GridCell[];
  readonly column: string;
  /** What the column comes to, in the figure's own scale. */
  readonly sum: number;
}

const yearOf = (label: string): number | null => {
  const year = /^\D{0,8}((?:19|20)\d\d)(?:[-/–]\d{2,4})?\D{0,16}$/.exec(label.replace(/[*_]/g, '').trim())?.[1];
  return year === undefined ? null : Number(year);
};
const scaleWord = /\b(thousands?|millions?|mn|billions?|bn|trillions?|crores?|lakhs?)\b|'(000)s?\b|[$€£₹]\s?(m|bn|k)\b/i;
const scaleOf = (text: string): number => {
  const word = (scaleWord.exec(text)?.slice(1).find(Boolean) ?? '').toLowerCase().replace(/s$/, '');
  return scales.get(word) ?? 1;
};
const scales: ReadonlyMap<string, number> = new Map([['thousand', 1e3], ['000', 1e3], ['k', 1e3], ['million', 1e6], ['mn', 1e6], ['m', 1e6], ['billion', 1e9], ['bn', 1e9], ['trillion', 1e12], ['crore', 1e7], ['lakh', 1e5]]);
const currency = /[$€£¥₹₨]|\b(?:usd|eur|gbp|pkr|inr|rs|dollars?|euros?|pounds|rupees)\b/i;
const perYear = /\b(?:a year|per year|per annum|annually|on average|averag\w+|each year,|every year|yearly)\b/i;
/** "From 2025 to 2029", "over the years 2025–29", "2025 through 2029". */
const periodOf = (first: number, last: number): RegExp => new RegExp(`\\b${String(first)}\\b\\s?(?:to|through|until|and|[-–—])\\s?(?:${String(last)}|${String(last).slice(2)})\\b`);

export function* announcedTotals(brief: Brief, grid: TableGrid): Iterable<AnnouncedTotal> {
  const rows = grid.rows.lines.filter(({ isEmpty }) => !isEmpty);
  const years = rows.map(({ label }) => yearOf(label));
  const [first] = years;
  const last = years.at(-1);
  if (typeof first !== 'number' || typeof last !== 'number' || rows.length < 3 || years.some((year, i) => year !== first + i)) return;
  const columns = grid.rows.across.filter((column) => isMoneyColumn(grid, column, rows));
  const [column] = columns;
  if (!column || columns.length > 1) return;
  const period = periodOf(first, last);
  for (const sentence of sentencesBeside(brief, grid.table)) {
    if (!period.test(sentence.text) || perYear.test(sentence.text)) continue;
    const found = compare(grid, column, rows, sentence);
    if (found) yield found;
  }
}

const isMoneyColumn = (grid: TableGrid, column: GridLine, rows: readonly GridLine[]): boolean => {
  if (column.isText || column.isPercent || column.role !== 'plain') return false;
  const cells = rows.map((row) => grid.rows.at(row.index, column.index));
  return cells.every(hasNumber) && (currency.test(column.label) || cells.every((cell) => currency.test(cell.number.unit)));
};

/** Only a figure close to the sum can be meant as it. */
const closeness = 0.2;

const compare = (grid: TableGrid, column: GridLine, rows: readonly GridLine[], sentence: Sentence): AnnouncedTotal | null => {
  const figures = sentence.quantities.filter(({ form, isRange, qualifier }) => form === 'money' && !isRange && qualifier === null);
  const [figure] = figures;
  if (!figure || figures.length > 1 || figure.low === null || figure.high === null || figure.value === null) return null;
  const scale = scaleOf(column.label);
  const parts = rows.flatMap((row) => grid.rows.at(row.index, column.index) ?? []);
  const numbers = parts.flatMap(({ number }) => number ?? []);
  const written = (value: number, own: number): number => (own === 1 ? value * scale : value);
  const sum: Interval = { low: sumOf(numbers.map((number) => written(number.low, number.scale))), high: sumOf(numbers.map((number) => written(number.high, number.scale))) };
  const value = sumOf(numbers.map((number) => written(number.value, number.scale)));
  if (meet(sum, { low: figure.low, high: figure.high }) || Math.abs(value - figure.value) > closeness * figure.value) return null;
  return { figure, parts, column: column.label, sum: value / figure.scale };
};
