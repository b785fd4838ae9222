import type { SourceText } from '../source-text';
import { findHyphenatedWords, joinLines } from './join-lines';
import { longestPassage } from './limits';
import { createPassageList } from './passage-list';

/** Plain text: a passage a paragraph, or a row where columns are set apart by spaces or tabs. Blank lines and page feeds part paragraphs. */
export const readPlainText = (path: string, text: string): SourceText => {
  const list = createPassageList();
  const hyphenatedWords = findHyphenatedWords(text);
  let paragraph: string[] = [];
  let firstLine = 1;
  let length = 0;
  const close = (): void => {
    if (paragraph.length > 0) list.add(joinLines(paragraph, hyphenatedWords), { line: firstLine });
    paragraph = [];
    length = 0;
  };
  for (const [i, raw] of text.split(/\r\n|\n|\r/).entries()) {
    if (list.isFull()) break;
    const line = raw.replace(/\f/g, '').trim();
    const isRow = isTableRow(line);
    if (line === '' || isRow || raw.startsWith('\f') || length + line.length > longestPassage) close();
    if (isRow) list.add(line, { line: i + 1 });
    if (line === '' || isRow) continue;
    if (paragraph.length === 0) firstLine = i + 1;
    paragraph.push(line);
    length += line.length + 1;
  }
  close();
  return { path, format: 'text', passages: list.passages, problem: list.problem() };
};

/** At least three columns, one of them a number. */
const isTableRow = (line: string): boolean => {
  const columns = line.split(/\t| {2,}/).filter((column) => column.trim() !== '');
  return columns.length >= 3 && columns.some((column) => /^[^\p{L}]*\d[^\p{L}]*$/u.test(column));
};
