/** Which part of the source the words of a block were taken from. markdown-it says which lines; the columns follow from their words. */
import type { Token } from './markdown-it';

/** One line of `content`: where it begins there, and where in the source. */
export interface InlineLine {
  readonly offset: number;
  readonly length: number;
  readonly line: number;
  readonly column: number;
}

export interface InlineSource {
  readonly token: Token;
  readonly lines: readonly InlineLine[];
}

/** Every block of words that has a certain place, in order. */
export function* inlineSources(tokens: readonly Token[], source: readonly string[]): Iterable<InlineSource> {
  let row: { readonly line: number; column: number | undefined } | null = null;
  for (const token of tokens) {
    if (token.type === 'tr_open') row = token.map === null ? null : { line: token.map[0], column: 0 };
    else if (token.type === 'table_close') row = null;
    if (token.type !== 'inline') continue;
    if (token.map !== null) {
      const lines = linesOfBlock(token.content, token.map[0], source);
      if (lines !== undefined) yield { token, lines };
    } else if (row?.column !== undefined) {
      row.column = columnOfCell(token.content, source[row.line] ?? '', row.column);
      if (row.column === undefined) continue;
      yield { token, lines: [{ offset: 0, length: token.content.length, line: row.line, column: row.column }] };
      row.column += token.content.length;
    }
  }
}

const linesOfBlock = (content: string, firstLine: number, source: readonly string[]): readonly InlineLine[] | undefined => {
  const lines: InlineLine[] = [];
  let offset = 0;
  for (const [i, words] of content.split('\n').entries()) {
    const column = columnOf(words.trimEnd(), source[firstLine + i]);
    if (column === undefined) return undefined;
    lines.push({ offset, length: words.length, line: firstLine + i, column });
    offset += words.length + 1;
  }
  return lines;
};

/** Only marks of lists, quotes and headings stand before the words; after them at most the closing marks of a heading. */
const columnOf = (words: string, line: string | undefined): number | undefined => {
  if (line === undefined) return undefined;
  if (line.trimEnd().endsWith(words)) return line.trimEnd().length - words.length;
  const column = line.indexOf(words);
  return column >= 0 && !line.includes(words, column + 1) ? column : undefined;
};

/** Nothing but bars and blanks stands between two cells; with anything else the row's other cells have no certain place. */
const columnOfCell = (words: string, line: string, from: number): number | undefined => {
  if (words === '') return from;
  const column = line.indexOf(words, from);
  // A list or quote around the table has its own marks.
  return column >= 0 && (from === 0 ? /^[\s|>*+\-\d.)]*$/ : /^[\s|]*$/).test(line.slice(from, column)) ? column : undefined;
};
