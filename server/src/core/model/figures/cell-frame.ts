import type { Quantity } from '../../text/quantity';
import { rememberByWords } from '../../text/remember-by-words';
import type { Brief, TableBlock, TableCell } from '../brief';
import { directionOf, findContrasts, findGroups, findRelativeTimes, findScenarios, speaksOfTarget } from './cues';
import { cellValue, unitInHead, type HeadUnit } from './cell-value';
import { createContentMemory } from './content-memory';
import type { CellHeads, CellLabel, FigureContent, FigureFrame } from './figure';
import { headingsOf } from './figure-headings';
import { isSameQuantity, sectionKey } from './figure-key';
import { isSummary, sourcesOf, type FigureFinder } from './figure-places';
import { frameAt } from './frame-at';
import { mannerOf } from './manner';
import { nameIndexOf, namesOfHeading, type NameIndex } from './names';
import { findPeriodsIn } from './periods';
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
  readonly surroundings: string;
  readonly topicLemmas: readonly string[];
  readonly contextLemmas: readonly string[];
  readonly tableNames: readonly string[];
  readonly columnLabels: readonly CellLabel[];
  readonly columnUnits: readonly (HeadUnit | null)[];
  readonly captionUnit: HeadUnit | null;
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

const framesOfTable = (brief: Brief, table: TableBlock, tableIndex: number, find: FigureFinder): FigureFrame[] => {
  const setting = settingOf(brief, table);
  const { stubWidth, columnLabels } = setting;
  return table.rows.slice(0, mostRows).flatMap((cells) => {
    const [stub] = cells;
    if (!stub) return [];
    const stubText = cells.slice(0, stubWidth).map(({ text }) => text).join(' | ');
    const headKey = `${setting.names.key}\n${stub.text}\n${stubText}`;
    const head = rowHeads.get(headKey, () => ({ label: labelOf(stubText, setting.names), unit: unitInHead(stub.text) }));
    return cells.slice(stubWidth).flatMap((cell) => {
      const columnLabel = columnLabels[cell.column];
      if (!columnLabel) return [];
      return cell.quantities.flatMap((quantity): readonly FigureFrame[] => {
        const index = find(quantity);
        if (index === undefined) return [];
        const key = `${setting.key}\n${headKey}\n${String(cell.column)}\n${cell.text}\n${quantity.text}`;
        const kept = contents.get(key, () => readCell(setting, head, columnLabel, cell, quantity), (read) => isSameQuantity(read.quantity, quantity));
        const place = { ...kept.heads, table: tableIndex, row: cell.row };
        return [frameAt(kept.content, { index, quantity, section: table.section, block: table.index, sentence: null, earlier: [], cell: place })];
      });
    });
  });
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
  const shape = [stubWidth, ...columns.map(({ isNumeric }) => (isNumeric ? 1 : 0))].join(' ');
  const key = numberOfKey([names.key, sectionKey(brief, section), title, caption, notes, shape, ...sources, ...columns.map(({ text }) => text), ...head.map(({ text }) => text)].join('\n'));
  return settings.get(key, () => {
    const corner = `${title} | ${head[0]?.text ?? ''}`;
    const surroundings = `${corner} | ${headingsOf(brief, section)}`;
    return {
      key,
      names,
      surroundings,
      topicLemmas: lemmasOf(`${corner} | ${notes}`, names),
      contextLemmas: lemmasOf(surroundings, names),
      tableNames: namesOfHeading(surroundings),
      columnLabels: columnLabelsOf(columns, names),
      columnUnits: columnUnitsOf(columns),
      captionUnit: unitInHead(caption) ?? unitInHead(notes),
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
  const text = isWordy ? cell.text : heads;
  const at = isWordy ? cell.text.indexOf(quantity.text) : 0;
  const [before, after] = isWordy && at >= 0 ? [cell.text.slice(0, at), cell.text.slice(at + quantity.text.length)] : [heads, ''];
  const periods = isWordy ? findPeriodsIn(cell.text) : [...new Set([...rowLabel.periods, ...columnLabel.periods])];
  const content: FigureContent = {
    value: isWordy ? cellValue(quantity, null) : cellValue(quantity, unit),
    own: new Set(lemmasOf(isWordy ? names.withoutSubject(text) : text, names)),
    near: new Set(lemmasOf(text, names)),
    context: new Set(isWordy ? [...lemmasOf(heads, names), ...contextLemmas] : contextLemmas),
    said: new Set<string>(),
    lead: new Set(topicLemmas),
    names: tableNames,
    base: null,
    denominator: new Set<string>(),
    thing: [],
    periods,
    contextPeriods: periods.length > 0 ? [] : findPeriodsIn(surroundings),
    relativeTimes: findRelativeTimes(text),
    groups: findGroups(text),
    contextGroups: findGroups(`${heads} | ${surroundings}`),
    contrasts: findContrasts(text),
    scenarios: findScenarios(heads, surroundings),
    manner: isWordy ? mannerOf(before, after) : { ...mannerOf(heads, ''), direction: directionOf(heads), isTarget: speaksOfTarget(`${heads} | ${surroundings}`) },
    role: 'plain',
    subject: [],
    neighbours: [],
    attributions: [],
    headingNumbers: '',
    sources,
    isInSummary,
  };
  return { quantity, content, heads: { column: cell.column, rowLabel, columnLabel, isWordy } };
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

const labelOf = (text: string, names: NameIndex): CellLabel => ({
  text: text.slice(0, 200),
  lemmas: new Set(labelLemmas(text.slice(0, 200).replace(/\([^)]*\)/gu, (bracket) => (unitInHead(bracket) ? ' ' : bracket)), names)),
  periods: findPeriodsIn(text),
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
  return Array.from({ length: width }, (_, column) => ({
    text: head[column]?.text ?? '',
    isNumeric: column > 0 && rows.some((row) => (row[column]?.quantities.length ?? 0) > 0),
  }));
};

/** The total beside columns that are all in one unit is in that unit too. */
const columnUnitsOf = (columns: readonly Column[]): readonly (HeadUnit | null)[] => {
  const units = columns.map(({ text }) => unitInHead(text));
  const others = columns.flatMap(({ text, isNumeric }, i) => (isNumeric && !wholeHead.test(text) ? [units[i] ?? null] : []));
  const [first] = others;
  const isShared = first !== undefined && first !== null && others.length > 1 && others.every((unit) => unit !== null && unit.unit === first.unit && unit.scale === first.scale);
  return columns.map(({ text }, i) => units[i] ?? (isShared && wholeHead.test(text) ? first : null));
};

/** The one column with numbers needs no name; words that all columns share tell none from another. */
const columnLabelsOf = (columns: readonly Column[], names: NameIndex): readonly CellLabel[] => {
  const labels = columns.map(({ text, isNumeric }) => ({ label: labelOf(text, names), isNumeric }));
  const numeric = labels.filter(({ isNumeric }) => isNumeric);
  return labels.map(({ label, isNumeric }) => {
    if (isNumeric && numeric.length === 1) return { ...label, isGeneric: true };
    const lemmas = [...label.lemmas].filter((lemma) => !numeric.every((other) => other.label.lemmas.has(lemma)));
    return numeric.length > 1 && lemmas.length > 0 ? { ...label, lemmas: new Set(lemmas) } : label;
  });
};
