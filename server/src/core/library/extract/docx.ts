import { Unzip, UnzipInflate } from 'fflate';
import { Parser } from 'htmlparser2';
import type { SourceText } from '../source-text';
import { largestUnpacked } from './limits';
import { createPassageList, type PassageList } from './passage-list';
import { isHead, isRowOfMany, rowText } from './table-rows';

const parts = ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml'] as const;

/** Paragraphs, tables, footnotes and endnotes of a Word document. What was deleted under tracked changes is not read; what was inserted is. */
export const readDocx = (path: string, bytes: Uint8Array): SourceText => {
  const unpacked = unpack(bytes, largestUnpacked);
  if (typeof unpacked === 'string') return { path, format: 'docx', passages: [], problem: unpacked };
  const list = createPassageList();
  for (const part of parts) {
    const xml = unpacked.get(part);
    if (xml !== undefined) readPart(xml, list);
  }
  const isMissing = !unpacked.has(parts[0]);
  return { path, format: 'docx', passages: list.passages, problem: isMissing ? 'no Word document (its text is missing)' : list.problem() };
};

/** So little is unpacked at a time that a bomb is noticed long before memory is short. */
const sliceLength = 16_384;

/** The wanted parts as text, or what is wrong. Sizes that the file claims are not believed: what comes out is counted. */
function unpack(bytes: Uint8Array, limit: number): ReadonlyMap<string, string> | string {
  const found = new Map<string, string>();
  /** An object, for the compiler does not see what a callback does to a variable. */
  const state: { length: number; problem: string | null } = { length: 0, problem: null };
  const unzip = new Unzip((file) => {
    if (!parts.some((part) => part === file.name)) return;
    const decoder = new TextDecoder('utf-8');
    let text = '';
    file.ondata = (error, chunk, isFinal) => {
      if (error) state.problem ??= 'broken file: it cannot be unpacked';
      state.length += error ? 0 : chunk.length;
      if (state.length > limit) state.problem ??= `unpacks to more than ${limit / 1_000_000} MB`;
      if (state.problem !== null) return;
      text += decoder.decode(chunk, { stream: !isFinal });
      if (isFinal) found.set(file.name, text);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let start = 0; start < bytes.length && state.problem === null; start += sliceLength) {
      unzip.push(bytes.subarray(start, start + sliceLength), start + sliceLength >= bytes.length);
    }
  } catch (error) {
    // fflate throws errors of its own, and a RangeError where sizes contradict each other.
    if (!(error instanceof Error)) throw error;
    return 'broken file: it cannot be unpacked';
  }
  return state.problem ?? found;
}

interface OpenTable {
  head: readonly string[];
  cells: string[];
  cell: string;
  rowCount: number;
}

/** `w:moveFrom` is where moved words stood before; `mc:Fallback` says again, for old programs, what `mc:Choice` has said. */
const silent = new Set(['w:moveFrom', 'w:del', 'mc:Fallback']);

function readPart(xml: string, list: PassageList): void {
  /** Paragraphs may hold others: those of a text box. */
  const paragraphs: string[] = [];
  const tables: OpenTable[] = [];
  let silence = 0;
  let isText = false;
  const write = (text: string): void => {
    if (paragraphs.length > 0) paragraphs.push((paragraphs.pop() ?? '') + text);
  };
  const closeParagraph = (): void => {
    const text = paragraphs.pop() ?? '';
    const table = tables.at(-1);
    if (table) table.cell += ` ${text}`;
    else list.add(text, {});
  };
  const closeRow = (table: OpenTable): void => {
    if (table.rowCount === 0 && isHead(table.cells)) table.head = table.cells;
    else list.add(rowText(table.head, table.cells), { isRow: isRowOfMany(table.cells) });
    table.rowCount += 1;
    table.cells = [];
  };
  const parser = new Parser(
    {
      onopentagname: (name) => {
        if (silent.has(name)) silence += 1;
        else if (name === 'w:p') paragraphs.push('');
        else if (name === 'w:tbl') tables.push({ head: [], cells: [], cell: '', rowCount: 0 });
        else if (name === 'w:t') isText = true;
        else if (name === 'w:tab' || name === 'w:br' || name === 'w:cr') write(' ');
        else if (name === 'w:noBreakHyphen') write('-');
      },
      ontext: (text) => {
        if (isText && silence === 0) write(text);
      },
      onclosetag: (name) => {
        const table = tables.at(-1);
        if (silent.has(name)) silence = Math.max(0, silence - 1);
        else if (name === 'w:t') isText = false;
        else if (name === 'w:p') closeParagraph();
        else if (table && name === 'w:tc') {
          table.cells.push(table.cell.replace(/\s+/gu, ' ').trim());
          table.cell = '';
        } else if (table && name === 'w:tr') closeRow(table);
        else if (name === 'w:tbl') tables.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
}
