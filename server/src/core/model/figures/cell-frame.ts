import type { Quantity } from '../../text/quantity';
import { spanOf, type Span } from '../../text/span';
import { rememberByWords } from '../../text/remember-by-words';
import type { Brief, TableBlock, TableCell } from '../brief';
import { createNotes } from '../sentence-memory';
import { directionOf, findContrasts, findGroups, findRelativeTimes, findScenarios, headsTargets, speaksOfTarget } from './cues';
import { cellValue, unitInHead, type HeadUnit } from './cell-value';
import { createContentMemory } from './content-memory';
import { figureWordsOf, type FigureWords } from './figure-words';
import type { CellHeads, CellLabel, FigureContent, FigureFrame } from './figure';
import { headingsOf } from './figure-headings';
import { isSameQuantity, sectionKey } from './figure-key';
import { isSummary, sourcesOf, type FigureFinder } from './figure-places';
import { frameAt } from './frame-at';
import { basisInHead, mannerOf } from './manner';
import { nameIndexOf, namesOfHeading, type NameIndex } from './names';
import { findPeriodsIn } from './periods';
import { firstPlanYear, withCalendarYears } from './plan-years';
import { lemmasOf } from './prose-frame';

export const cellFrames = (brief: Brief, find: FigureFinder): FigureFrame[] => {
  const rows = brief.tables.reduce((sum, table) => sum + table.rows.length, 0);
  const cells = brief.tables.reduce((sum, table) => sum + table.rows.reduce((all, row) => all + row.length, 0), 0);
  settings.expect(brief.tables.length);
  rowHeads.expect(rows);
  contents.expect(cells);
  return brief.tables.flatMap((table, index) => framesOfTable(brief, table, index, find));
};

/** Larger tables are data, not text: their cells are still linked to, but only the first so many rows. */
const mostRows = 400;
/** Words beside its number make a cell read like prose. */
const fewestWords = 4;

/** What all cells of a table have in common. */
interface TableSetting {
  readonly key: string;
  readonly names: NameIndex;
  readonly planStart: number | null;
  readonly surroundings: string;
  readonly topicLemmas: readonly string[];
  readonly contextLemmas: readonly string[];
  readonly tableNames: readonly string[];
  readonly columnLabels: readonly CellLabel[];
  readonly columnUnits: readonly (HeadUnit | null)[];
  readonly captionUnit: HeadUnit | null;
  /** Of all columns. */
  readonly headLemmas: ReadonlySet<string>;
  readonly stubWidth: number;
  readonly sources: readonly string[];
  readonly isInSummary: boolean;
}

interface RowHead {
  readonly label: CellLabel;
  readonly unit: HeadUnit | null;
}

/** What a cell says of its figure, with the heads that it says it under. */
interface CellContent {
  readonly quantity: Quantity;
  readonly content: FigureContent;
  readonly heads: CellHeads;
}

const settings = createContentMemory<TableSetting>();
const rowHeads = createContentMemory<RowHead>();
const contents = createContentMemory<CellContent>();

/** A figure of a table, where it stands in this draft. */
interface CellFigure {
  readonly cell: TableCell;
  readonly quantity: Quantity;
  readonly index: number;
  /** Into the contents of the table. */
  readonly at: number;
}

interface KeptCells {
  readonly setting: string;
  /** Of all quantities beside the row heads, in order; null for one that no column head names. */
  readonly contents: (CellContent | null | undefined)[];
  /** Where the table stood, with its frames there. */
  place: { readonly table: TableBlock; readonly tableIndex: number; readonly figures: readonly CellFigure[] } | null;
  frames: readonly FigureFrame[];
}

const kept = createNotes<KeptCells>();

const framesOfTable = (brief: Brief, table: TableBlock, tableIndex: number, find: FigureFinder): readonly FigureFrame[] => {
  const setting = settingOf(brief, table);
  const figures = figuresOf(table, setting.stubWidth, find);
  const known = kept.get(table.rows);
  const current: KeptCells = known?.setting === setting.key ? known : { setting: setting.key, contents: [], place: null, frames: [] };
  if (current !== known) kept.set(table.rows, current);
  const { place } = current;
  if (place?.table.rows === table.rows && place.tableIndex === tableIndex && place.table.index === table.index && place.table.section === table.section && areSameFigures(place.figures, figures)) return current.frames;
  current.frames = figures.flatMap(({ cell, quantity, index, at }): readonly FigureFrame[] => {
    let content = current.contents[at];
    if (content === undefined) current.contents[at] = content = contentOf(setting, table, cell, quantity);
    if (content === null) return [];
    const cellPlace = { column: content.heads.column, rowLabel: content.heads.rowLabel, columnLabel: content.heads.columnLabel, isWordy: content.heads.isWordy, table: tableIndex, row: cell.row };
    return [frameAt(content.content, { index, quantity, section: table.section, block: table.index, sentence: null, earlier: [], cell: cellPlace })];
  });
  current.place = { table, tableIndex, figures };
  return current.frames;
};

const figuresOf = (table: TableBlock, stubWidth: number, find: FigureFinder): readonly CellFigure[] => {
  const figures: CellFigure[] = [];
  let at = 0;
  for (const cells of table.rows.slice(0, mostRows)) {
    for (const cell of cells.slice(stubWidth)) {
      for (const quantity of cell.quantities) {
        const index = find(quantity);
        if (index !== undefined) figures.push({ cell, quantity, index, at });
        at++;
      }
    }
  }
  return figures;
};

const areSameFigures = (ours: readonly CellFigure[], theirs: readonly CellFigure[]): boolean => ours.length === theirs.length && ours.every(({ index, quantity }, i) => index === theirs[i]?.index && quantity === theirs[i].quantity);

/** By its words, for a table that was put elsewhere, or changed in another cell. */
const contentOf = (setting: TableSetting, table: TableBlock, cell: TableCell, quantity: Quantity): CellContent | null => {
  const cells = table.rows[cell.row] ?? [];
  const [stub] = cells;
  const columnLabel = setting.columnLabels[cell.column];
  if (!stub || !columnLabel) return null;
  const stubText = cells.slice(0, setting.stubWidth).map(({ text }) => text).join(' | ');
  const headKey = `${setting.names.key}\n${String(setting.planStart)}\n${stub.text}\n${stubText}`;
  const head = rowHeads.get(headKey, () => ({ label: labelOf(stubText, setting), unit: unitInHead(stub.text) }));
  const key = `${setting.key}\n${headKey}\n${String(cell.column)}\n${cell.text}\n${quantity.text}`;
  return contents.get(key, () => readCell(setting, head, columnLabel, cell, quantity), (read) => isSameQuantity(read.quantity, quantity));
};

let lastNumber = 0;
/** Short, for it stands in the key of every cell. */
const numberOfKey = rememberByWords((): string => String(++lastNumber));

const settingOf = (brief: Brief, table: TableBlock): TableSetting => {
  const names = nameIndexOf(brief);
  const { head, section } = table;
  const caption = table.caption?.value ?? '';
  const title = [caption, table.headingAbove?.text ?? ''].join(' | ');
  const notes = table.notes.map(({ value }) => value).join(' ');
  const stubWidth = stubWidthOf(table);
  const columns = columnsOf(table);
  const sources = sourcesOf(table);
  const isInSummary = isSummary(brief, section);
  const planStart = firstPlanYear(brief);
  const shape = [stubWidth, ...columns.map(({ isNumeric }) => (isNumeric ? 1 : 0))].join(' ');
  const key = numberOfKey([names.key, String(planStart), sectionKey(brief, section), title, caption, notes, shape, ...sources, ...columns.map(({ text }) => text), ...head.map(({ text }) => text)].join('\n'));
  return settings.get(key, () => {
    const corner = `${title} | ${head[0]?.text ?? ''}`;
    const columnLabels = columnLabelsOf(columns, { names, planStart });
    const surroundings = `${corner} | ${headingsOf(brief, section)}`;
    const shared = sharedLemmas(columns, { names, planStart });
    return {
      key,
      names,
      planStart,
      surroundings,
      topicLemmas: [...lemmasOf(`${corner} | ${notes}`, names), ...shared],
      contextLemmas: [...lemmasOf(surroundings, names), ...shared],
      tableNames: namesOfHeading(surroundings),
      columnLabels,
      columnUnits: columnUnitsOf(columns, columnLabels),
      captionUnit: unitInHead(caption) ?? unitInHead(notes),
      headLemmas: new Set(columns.flatMap(({ text }) => lemmasOf(text, names))),
      stubWidth,
      sources,
      isInSummary,
    };
  });
};

const readCell = (setting: TableSetting, { label: rowLabel, unit: rowUnit }: RowHead, columnLabel: CellLabel, cell: TableCell, quantity: Quantity): CellContent => {
  const { names, surroundings, topicLemmas, contextLemmas, tableNames, sources, isInSummary } = setting;
  const unit = setting.columnUnits[cell.column] ?? rowUnit ?? setting.captionUnit;
  const heads = `${rowLabel.text} | ${columnLabel.text}`;
  const words = cell.text.replace(quantity.text, ' ');
  const isWordy = (words.match(/\p{L}{3,}/gu) ?? []).length >= fewestWords;
  const said = isWordy ? wordsInCell(cell, quantity) : null;
  const text = said ? `${said.before} ${said.after}` : heads;
  const periods = said && said.periods.length > 0 ? said.periods : isWordy ? findPeriodsIn(cell.text) : [...new Set([...rowLabel.periods, ...columnLabel.periods])];
  const content: FigureContent = {
    value: isWordy ? cellValue(quantity, null) : cellValue(quantity, unit),
    own: new Set(lemmasOf(isWordy ? names.withoutSubject(text) : text, names)),
    near: new Set(lemmasOf(text, names)),
    context: new Set(isWordy ? [...lemmasOf(heads, names), ...contextLemmas] : contextLemmas),
    said: new Set<string>(),
    lead: new Set(topicLemmas),
    names: tableNames,
    base: null,
    denominator: isWordy ? new Set<string>() : setting.headLemmas,
    thing: [],
    periods,
    contextPeriods: periods.length > 0 ? [] : findPeriodsIn(surroundings),
    relativeTimes: findRelativeTimes(text),
    groups: findGroups(text),
    contextGroups: findGroups(`${heads} | ${surroundings}`),
    contrasts: findContrasts(text),
    scenarios: findScenarios(heads, surroundings),
    manner: said ? said.manner : { ...mannerOf(heads, ''), basis: basisInHead(columnLabel.text) ?? basisInHead(rowLabel.text), direction: directionOf(heads), isTarget: speaksOfTarget(heads, '') || headsTargets(surroundings) },
    role: 'plain',
    subject: [],
    modifiers: [],
    neighbours: [],
    attributions: [],
    headingNumbers: '',
    sources,
    isInSummary,
    voice: 'text',
  };
  return { quantity, content, heads: { column: cell.column, rowLabel, columnLabel, isWordy } };
};

/** What a cell that reads like prose says of one of its figures. */
const wordsInCell = ({ text, quantities }: TableCell, quantity: Quantity): FigureWords | null => {
  const spans: Span[] = [];
  let meant = -1;
  for (const { text: written } of quantities) {
    const at = text.indexOf(written, spans.at(-1)?.end ?? 0);
    if (at < 0) continue;
    if (written === quantity.text && meant < 0) meant = spans.length;
    spans.push(spanOf(at, at + written.length));
  }
  return meant < 0 ? null : (figureWordsOf(text, spans)[meant] ?? null);
};

/** The first column, and those beside it that hold words alone: "2026 | ESCC expansion". */
const stubWidthOf = ({ rows }: TableBlock): number => {
  const width = Math.max(0, ...rows.slice(0, 20).map((row) => row.length));
  const holdsNumbers = (column: number): boolean => rows.some((row) => (row[column]?.quantities.length ?? 0) > 0 || /^\W*\d/.test(row[column]?.text ?? ''));
  let stub = 1;
  while (stub < Math.min(3, width - 1) && !holdsNumbers(stub)) stub++;
  return stub;
};

/** "Value", "Share (%)", "Amount": words that fit any number. */
const genericHead = /^\W*(?:values?|amounts?|numbers?|figures?|shares?|rates?|per ?cent(?:age)?|percent|%|data|results?|estimates?|size|level|quantity|unit)?\W*(?:\([^)]*\))?\W*$/iu;
const wholeHead = /^\W*(?:(?:grand |overall )?totals?|all|overall|everyone|combined|altogether|whole)\b/iu;

/** What the brief says of its names and years. */
type LabelSetting = Pick<TableSetting, 'names' | 'planStart'>;

const labelOf = (text: string, { names, planStart }: LabelSetting): CellLabel => ({
  text: text.slice(0, 200),
  lemmas: new Set(labelLemmas(text.slice(0, 200).replace(/\([^)]*\)/gu, (bracket) => (unitInHead(bracket) ? ' ' : bracket)), names)),
  periods: withCalendarYears(findPeriodsIn(text), planStart),
  groups: findGroups(text),
  isGeneric: genericHead.test(text),
  isWhole: wholeHead.test(text),
});

/** "More likely" is not "likely", and "Where Do I Vote" not "vote": heads that say most with small words are kept whole, and so go with nothing else. */
const labelLemmas = (text: string, names: NameIndex): readonly string[] => {
  const lemmas = lemmasOf(text, names);
  const isOfSmallWords = /\b(?:more|less|not|no|without|neither|other|others|un)\b/iu.test(text) || (lemmas.length === 1 && (text.match(/\p{L}+/gu) ?? []).length >= 4);
  return isOfSmallWords && lemmas.length > 0 ? [text.trim().toLowerCase(), ...lemmas] : lemmas;
};

interface Column {
  readonly text: string;
  readonly isNumeric: boolean;
}

const columnsOf = ({ head, rows }: TableBlock): readonly Column[] => {
  const width = Math.max(head.length, ...rows.slice(0, 20).map((row) => row.length), 0);
  const below = headsBelow(rows[0] ?? [], head.length, width);
  return Array.from({ length: width }, (_, column) => ({
    text: below === null ? (head[column]?.text ?? '') : `${below[column] === '' ? (head[column]?.text ?? '') : (spanningHead(head, width, column) ?? '')} ${below[column] ?? ''}`.trim(),
    isNumeric: column > 0 && rows.some((row) => (row[column]?.quantities.length ?? 0) > 0),
  }));
};

/** A second line of heads, of each column; null where the first row is none: a head that spans columns ("Households | Number (000s) | Share (%)"). */
const headsBelow = (first: readonly TableCell[], headWidth: number, width: number): readonly string[] | null => {
  const words = first.map(({ text }) => text);
  const isOfWords = first.length >= 2 && first.every(({ quantities, text }) => quantities.length === 0 && !/^\W*\d+(?:[.,]\d+)*\W*$/u.test(text));
  if (!isOfWords || words.slice(1).some((text) => text === '')) return null;
  if (words[0] === '' && words.length === width) return words;
  return words[0] !== '' && words.length === width - 1 && headWidth < width ? ['', ...words] : null;
};

/** The one over a column: the nearest one to its left that is not empty; of an HTML table, whose spans are not read, only where there is no other. */
const spanningHead = (head: TableBlock['head'], width: number, column: number): string | undefined => {
  if (head.length < width) return head.length === 2 ? head[1]?.text : undefined;
  return head.slice(1, column + 1).map(({ text }) => text).filter((text) => text !== '').at(-1);
};

const bracketed = /\([^()]{1,40}\)\s*$/u;

/** The total beside columns that are all in one unit is in that unit too. */
const columnUnitsOf = (columns: readonly Column[], labels: readonly CellLabel[]): readonly (HeadUnit | null)[] => {
  // "Exports (US$ million) | 2021 | 2022": over years, the unit stands in the corner.
  const inCorner = unitInHead(bracketed.exec(columns[0]?.text ?? '')?.[0] ?? '');
  const isYear = (i: number): boolean => labels[i] !== undefined && labels[i].periods.length > 0 && labels[i].lemmas.size === 0;
  const units = columns.map(({ text }, i) => unitInHead(text) ?? (inCorner !== null && isYear(i) ? inCorner : null));
  const others = columns.flatMap(({ text, isNumeric }, i) => (isNumeric && !wholeHead.test(text) ? [units[i] ?? null] : []));
  const [first] = others;
  const isShared = first !== undefined && first !== null && others.length > 1 && others.every((unit) => unit !== null && unit.unit === first.unit && unit.scale === first.scale);
  return columns.map(({ text }, i) => units[i] ?? (isShared && wholeHead.test(text) ? first : null));
};

/** "Male literacy | Female literacy": what the table is of. */
const sharedLemmas = (columns: readonly Column[], setting: LabelSetting): readonly string[] => {
  const [first, ...others] = columns.filter(({ isNumeric }) => isNumeric).map(({ text }) => labelOf(text, setting).lemmas);
  return first === undefined || others.length === 0 ? [] : [...first].filter((lemma) => others.every((lemmas) => lemmas.has(lemma)));
};

/** The one column with numbers needs no name; words that all columns share tell none from another. */
const columnLabelsOf = (columns: readonly Column[], setting: LabelSetting): readonly CellLabel[] => {
  const labels = columns.map(({ text, isNumeric }) => ({ label: labelOf(text, setting), isNumeric }));
  const numeric = labels.filter(({ isNumeric }) => isNumeric);
  return labels.map(({ label, isNumeric }) => {
    if (isNumeric && numeric.length === 1) return { ...label, isGeneric: true };
    const lemmas = [...label.lemmas].filter((lemma) => !numeric.every((other) => other.label.lemmas.has(lemma)));
    return numeric.length > 1 && lemmas.length > 0 ? { ...label, lemmas: new Set(lemmas) } : label;
  });
};
