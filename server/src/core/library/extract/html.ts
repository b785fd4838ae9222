import { Parser } from 'htmlparser2';
import { createLineIndex } from '../../text/line-index';
import type { SourceText } from '../source-text';
import { createPassageList } from './passage-list';
import { isHead, isRowOfMany, rowText } from './table-rows';

/** What holds no words of the work: code, menus, controls. */
const silent = new Set('script style nav noscript template svg math iframe object select button textarea'.split(' '));

/** What begins and ends a passage. */
const blocks = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table title ul'.split(' '),
);

interface OpenTable {
  head: readonly string[];
  cells: string[];
  rowCount: number;
  /** Text of the open cell; null between cells. */
  cell: string | null;
  rowLine: number;
}

/** A page: a passage a block or row of a table, with the line that it begins at. */
export const readHtml = (path: string, html: string): SourceText => {
  const list = createPassageList();
  const lines = createLineIndex(html);
  const lineAt = (offset: number): number => lines.positionAt(offset).line + 1;
  const tables: OpenTable[] = [];
  let silence = 0;
  let text = '';
  let isBlank = true;
  let start = 0;

  const close = (): void => {
    if (!isBlank) list.add(text, { line: lineAt(start) });
    text = '';
    isBlank = true;
  };
  const closeRow = (table: OpenTable): void => {
    if (table.cell !== null) table.cells.push(table.cell.replace(/\s+/gu, ' ').trim());
    table.cell = null;
    if (table.cells.length > 0) {
      if (table.rowCount === 0 && isHead(table.cells)) table.head = table.cells;
      else list.add(rowText(table.head, table.cells), { line: table.rowLine, isRow: isRowOfMany(table.cells) });
      table.rowCount += 1;
    }
    table.cells = [];
  };
  const parser = new Parser(
    {
      onopentagname: (name) => {
        if (silent.has(name)) silence += 1;
        if (silence > 0) return;
        const table = tables.at(-1);
        if (name === 'table') {
          close();
          tables.push({ head: [], cells: [], rowCount: 0, cell: null, rowLine: 1 });
        } else if (table && name === 'tr') {
          closeRow(table);
          table.rowLine = lineAt(parser.startIndex);
        } else if (table && (name === 'td' || name === 'th')) {
          if (table.cell !== null) table.cells.push(table.cell.replace(/\s+/gu, ' ').trim());
          table.cell = '';
        } else if (table && table.cell !== null) table.cell += blocks.has(name) || name === 'br' ? ' ' : '';
        else if (blocks.has(name)) close();
        else if (name === 'br') text += '\n';
      },
      ontext: (data) => {
        if (silence > 0) return;
        const table = tables.at(-1);
        if (table && table.cell !== null) {
          table.cell += data;
          return;
        }
        // Asking the grown text itself would take its length each time.
        if (isBlank) {
          const words = data.trimStart();
          isBlank = words === '';
          start = parser.startIndex + (data.length - words.length);
        }
        text += data;
      },
      onclosetag: (name) => {
        if (silent.has(name)) silence = Math.max(0, silence - 1);
        if (silence > 0) return;
        const table = tables.at(-1);
        if (table && name === 'table') {
          closeRow(table);
          tables.pop();
        } else if (table && name === 'tr') closeRow(table);
        else if (table && table.cell !== null) table.cell += blocks.has(name) ? ' ' : '';
        else if (blocks.has(name)) close();
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html);
  close();
  return { path, format: 'html', passages: list.passages, problem: list.problem() };
};

/** "utf-8" in `<meta charset="utf-8">`, which stands within the first kilobyte. */
export const declaredEncodingOf = (bytes: Uint8Array): string | null => {
  const start = String.fromCharCode(...bytes.subarray(0, 1_024));
  return /<meta[^<>]{0,200}charset\s{0,5}=\s{0,5}["']?([\w-]{1,40})/i.exec(start)?.[1] ?? null;
};
