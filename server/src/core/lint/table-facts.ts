/** What a table is about, as far as its heads, stub and cells tell. */
import type { Brief, TableBlock, TableCell } from '../model/brief';
import type { Quantity } from '../text/quantity';
import { spanOf, type Span } from '../text/span';
import { leadIn } from './table-introduction';

/**
 * What a table serves for. Only `data` owes a source, a title and units as a matter of course: the others hold what the brief's author decides
 * or assumes.
 */
export type TablePurpose = 'data' | 'scenarios' | 'options' | 'plan' | 'timeline' | 'example';

const scenarioHead = /\b(?:scenarios?|best case|worst case)\b/i;
const probabilityHead = /\b(?:probabilit(?:y|ies)|likelihood|odds)\b/i;
const planHead = /\b(?:actions?|activit(?:y|ies)|owners?|responsib\w+|lead(?: agency| body)?|who|deadlines?|by when|due(?: date)?|milestones?|steps?|tasks?|recommendations?|deliverables?|actors?|success measures?)\b/i;
const optionsHead = /^(?:(?:policy )?options?|alternatives?|criterion|criteria|measures? considered)\b/i;
const optionColumn = /^(?:option [a-z\d]\b|[a-e]:|status quo|do nothing|baseline option)/i;
const timelineHead = /^(?:dates?|years?|when|periods?|time|milestones?|phases?)$/i;

export const purposeOf = (brief: Brief, table: TableBlock): TablePurpose => {
  const heads = table.head.map(({ text }) => text.trim());
  const keys = brief.sections[table.section]?.keys ?? [];
  const isAmongScenarios = (brief.sections[table.section]?.inheritedKeys ?? []).includes('scenarios') && heads.some((head) => probabilityHead.test(head));
  if (isAmongScenarios || heads.some((head) => scenarioHead.test(head)) || stubTexts(table).some((text) => /\b(?:best|base|worst)[- ]case\b/i.test(text))) return 'scenarios';
  const first = heads[0] ?? '';
  if (optionsHead.test(first) || heads.slice(1).some((head) => optionColumn.test(head)) || keys.includes('options')) return 'options';
  if (heads.some((head) => planHead.test(head) && head.split(/\s+/).length <= 4) || keys.includes('recommendations')) return 'plan';
  if (keys.includes('timeline') || (timelineHead.test(first) && columnCount(table) <= 3 && figureCells(table).length < table.rows.length)) return 'timeline';
  if (isWorkedExample(brief, table, heads)) return 'example';
  return 'data';
};

/** Steps of a calculation, and figures that the text itself calls made up. */
const isWorkedExample = (brief: Brief, table: TableBlock, heads: readonly string[]): boolean =>
  heads.some((head) => /^\W*(?:calculations?|formula|computation|derivation|working)\W*$/i.test(head)) ||
  [table.caption?.value ?? '', table.headingAbove?.text ?? '', leadIn(brief, table)?.text ?? ''].some((text) => exampleWords.test(text));

const exampleWords =
  /\b(?:hypothetical|illustrat(?:ive|ion)|fictional|invented|stylised|stylized|worked example|(?:sample|example) (?:household|family|person|case|calculation))\b/i;

/** The number that a cell shows, if showing a number is what the cell is for. Years, dates and ordinals name things, they do not measure them. */
export const figureOf = (cell: TableCell): Quantity | null => {
  const figure = cell.quantities.find(({ form }) => form !== 'year' && form !== 'date' && form !== 'ordinal') ?? null;
  if (!figure) return null;
  const rest = cell.text.replace(figure.text, ' ').match(/\p{L}{2,}/gu) ?? [];
  return rest.length <= 4 ? figure : null;
};

/** Cells beside the stub that show a number. */
export const figureCells = (table: TableBlock): readonly TableCell[] => {
  const pointers = new Set(table.rows.flat().flatMap(({ text, column }) => (listOfNumbers.test(text) ? [column] : [])));
  return table.rows.flatMap((row) => row.filter((cell) => cell.column > 0 && !pointers.has(cell.column) && !pointerHead.test(table.head[cell.column]?.text ?? '') && figureOf(cell) !== null));
};

/** "1, 3": the numbers of options or sections, not figures; so is a lone "2" in the same column. */
const listOfNumbers = /^\W*\d{1,2}(?:,\s+\d{1,2})*(?:,\s+|,?\s+(?:and|or|&)\s+)\d{1,2}\W*$/;
const pointerHead = /^\W*(?:options?|recommendations?|findings?|clauses?|articles?|sections?|paragraphs?|chapters?|measures?) (?:concerned|affected|addressed|covered|no\.?|numbers?)\W*$/i;

export const columnCount = (table: TableBlock): number => Math.max(table.head.length, ...table.rows.map((row) => row.length), 0);

export const columnCells = (table: TableBlock, column: number): readonly TableCell[] =>
  table.rows.map((row) => row.find((cell) => cell.column === column)).filter((cell) => cell !== undefined);

/** The first cell of each row: what the row is about. */
export const stubTexts = (table: TableBlock): readonly string[] => table.rows.map((row) => row[0]?.text.trim() ?? '');

/** Where a finding about the whole table stands: its head, else its first row. */
export const tableMark = (table: TableBlock): Span => {
  const cells = table.head.length > 0 ? table.head : (table.rows[0] ?? []);
  const first = cells.find(({ text }) => text.trim() !== '') ?? cells[0];
  const last = cells.findLast(({ text }) => text.trim() !== '') ?? cells.at(-1);
  return first && last ? spanOf(first.span.start, last.span.end) : table.span;
};

/** "the table “Table 2. …”" is long; this is what a message can call it: its number, its first head words. */
export const tableName = (table: TableBlock): string => {
  const number = /^\W*(table\s+[A-Z]?\d+(?:\.\d+)*)/i.exec(table.caption?.value ?? '')?.[1];
  if (number) return number;
  const heads = table.head.map(({ text }) => text.trim()).filter((text) => text !== '');
  return heads.length === 0 ? 'the table' : `the table "${heads.slice(0, 3).join(' | ')}"`;
};

/** Everything that says something about the table as a whole: caption, notes, source lines. */
export const textsAround = (brief: Brief, table: TableBlock): readonly string[] => {
  const texts = table.notes.map(({ value }) => value);
  if (table.caption) texts.push(table.caption.value);
  for (const index of table.sourceLines) {
    const line = brief.blocks[index];
    if (line?.kind === 'source-line') texts.push(line.text);
  }
  return texts;
};

/** Results of the author's own statistics: their heads are names of statistics, which need neither a unit nor a year. */
const modelStatistic = /\b(?:coef(?:ficient)?s?|std\.? (?:err(?:or)?|dev(?:iation)?)|standard (?:errors?|deviation)|p[- ]?values?|r[²2]|adj\.? ?r|t[- ]stat(?:istic)?|z[- ]score|aic|bic|odds ratio|confidence interval|rmse|mae)\b|adj\.r/i;

export const isModelOutput = (table: TableBlock): boolean => [...table.head.map(({ text }) => text), ...stubTexts(table)].some((text) => modelStatistic.test(text));
