import type { SourceText } from '../source-text';
import { createPassageList } from './passage-list';
import { isRowOfMany, rowText } from './table-rows';

/**
 * Markdown: a passage a paragraph, heading, list item or row of a table, without marks. Read line by line, for a source is
 * searched, not laid out; a whole parse would take seconds for a long report.
 */
export const readMarkdown = (path: string, text: string): SourceText => {
  const list = createPassageList();
  const lines = text.split(/\r\n|\n|\r/);
  let paragraph: string[] = [];
  let firstLine = 1;
  let head: readonly string[] = [];
  const close = (): void => {
    if (paragraph.length > 0) list.add(withoutMarks(paragraph.join(' ')), { line: firstLine });
    paragraph = [];
  };
  for (let i = endOfFrontMatter(lines); i < lines.length && !list.isFull(); i++) {
    const line = (lines[i] ?? '').trim();
    if (isPipeRow(line)) {
      close();
      const cells = cellsOf(line);
      if (isRule(cells)) continue;
      if (isRule(cellsOf((lines[i + 1] ?? '').trim()))) head = cells;
      else list.add(rowText(head, cells), { line: i + 1, isRow: isRowOfMany(cells) });
      continue;
    }
    head = [];
    const startsBlock = /^(?:#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|>|```|~~~|\[\^[^\]]+\]:)/.test(line);
    if (line === '' || startsBlock) close();
    if (line === '' || /^(?:```|~~~|[-*_=\s]+$)/.test(line)) continue;
    if (paragraph.length === 0) firstLine = i + 1;
    paragraph.push(line);
    if (/^#{1,6}\s/.test(line)) close();
  }
  close();
  return { path, format: 'markdown', passages: list.passages, problem: list.problem() };
};

/** The index of the line behind it; 0 without front matter. */
const endOfFrontMatter = (lines: readonly string[]): number => {
  if (lines[0]?.trim() !== '---') return 0;
  const end = lines.findIndex((line, i) => i > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  return end < 0 ? 0 : end + 1;
};

const isPipeRow = (line: string): boolean => line.startsWith('|') && line.length > 1;

const cellsOf = (line: string): readonly string[] =>
  line
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => withoutMarks(cell));

const isRule = (cells: readonly string[]): boolean => cells.length > 0 && cells.every((cell) => /^\s*:?-+:?\s*$/.test(cell));

const withoutMarks = (text: string): string =>
  text
    .replace(/^(?:#{1,6}\s+|(?:>\s*)+|[-*+]\s+|\d{1,9}[.)]\s+|\[\^[^\]\s]{1,80}\]:\s*)/, '')
    .replace(/\s+#+\s*$/, '')
    .replace(/!?\[([^[\]]{0,2000})\]\([^()\s]{0,2000}(?:\s+"[^"]{0,500}")?\)/g, '$1')
    .replace(/\[\^[^\]\s]{1,80}\]/g, '')
    .replace(/<\/?[a-z][^<>]{0,500}>/gi, '')
    .replace(/(?<![\p{L}\p{N}\\])[*_]{1,3}(?=\S)|(?<=\S)(?<!\\)[*_]{1,3}(?![\p{L}\p{N}])/gu, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
