import Papa from 'papaparse';
import type { SourceText } from '../source-text';
import { mostRows } from './limits';
import { createPassageList } from './passage-list';
import { isHead, isRowOfMany, rowText } from './table-rows';

/** A table: a passage a row, with the names of its columns. Lines are those of the file, also where cells hold line ends. */
export const readCsv = (path: string, text: string): SourceText => {
  const list = createPassageList();
  let head: readonly string[] | null = null;
  let line = 1;
  let cursor = 0;
  /** Of an object, for the compiler does not see what a callback does to a variable. */
  const read = { rowCount: 0 };
  Papa.parse<string[]>(text, {
    delimiter: findDelimiter(text),
    step: ({ data, meta }, parser) => {
      const at = line;
      line += countLines(text, cursor, meta.cursor);
      cursor = meta.cursor;
      // Titles above the head have one cell.
      if (head === null && isHead(data) && isRowOfMany(data)) head = data;
      else list.add(rowText(head ?? [], data), { line: at, isRow: isRowOfMany(data) });
      read.rowCount += 1;
      if (read.rowCount >= mostRows || list.isFull()) parser.abort();
    },
  });
  return { path, format: 'csv', passages: list.passages, problem: read.rowCount >= mostRows ? `only the first ${mostRows.toLocaleString('en')} rows were read` : list.problem() };
};

const countLines = (text: string, from: number, to: number): number => {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  // Files of old machines end lines with a carriage return alone.
  return count > 0 || to >= text.length ? count : 1;
};

const delimiters = [',', ';', '\t', '|'] as const;

/** The one that parts the most of the first lines into as many fields; a decimal comma does so in few. */
const findDelimiter = (text: string): string => {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\n|\r/)
    .slice(0, 20)
    .map((line) => line.replace(/"[^"]*"/g, ''))
    .filter((line) => line.trim() !== '');
  let best: (typeof delimiters)[number] = ',';
  let mostAgreeing = 0;
  for (const delimiter of delimiters) {
    const counts = lines.map((line) => line.split(delimiter).length - 1).filter((count) => count > 0);
    const agreeing = Math.max(0, ...counts.map((count) => counts.filter((other) => other === count).length));
    if (agreeing > mostAgreeing) [best, mostAgreeing] = [delimiter, agreeing];
  }
  return best;
};
