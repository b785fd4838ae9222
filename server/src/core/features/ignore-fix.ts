import type { Edit } from '../lint/rule';
import type { Brief, ListItem, TableBlock } from '../model/brief';
import type { Span } from '../text/span';

/**
 * The edit that silences a finding, as text before and after the reason, so that an editor with snippets can let the writer type the reason
 * in place:
 *
 *     <!-- brieflint-disable-next-line RULE -- reason -->
 *     before.................................. ^^^^^^ after
 */
export interface IgnoreFix {
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

/** With its reason put in, as an ordinary edit. */
export const withReason = ({ at, before, after }: IgnoreFix, reason: string): Edit => ({ span: { start: at, end: at }, newText: `${before}${reason}${after}` });

/**
 * Silences `rule` for one finding. A comment line of its own stands above the finding's line where that line begins a block; inside a paragraph or a
 * table such a line would tear the text apart, so there the comment stands at the end of the line or cell. Front matter and code have no place for a
 * comment: undefined.
 */
export const findIgnoreHere = (brief: Brief, span: Span, rule: string): IgnoreFix | undefined => {
  const { frontMatter } = brief.metadata;
  if (frontMatter !== null && span.start < frontMatter.span.end) return undefined;
  if (brief.blocks.some((block) => block.kind === 'code' && block.span.start <= span.start && span.start < block.span.end)) return undefined;
  const line = lineAt(brief.text, span.start);
  if (isFirstLine(brief, span, line)) return ignoreInFile(brief, rule);
  const table = brief.tables.find((candidate) => candidate.span.start <= span.start && span.start < candidate.span.end);
  if (table !== undefined && !isWholeTable(table, span, line)) return insideTable(brief, table, span, rule);
  if (!beginsBlock(brief, line)) return atLineEnd(brief.text, line, rule);
  const prefix = prefixOf(brief, line);
  const lineEnd = lineEndOf(brief.text);
  return { at: line.start, before: `${prefix}<!-- brieflint-disable-next-line ${rule} -- `, after: ` -->${lineEnd}` };
};

/** Silences `rule` in the whole file, below the front matter. */
export const ignoreInFile = (brief: Brief, rule: string): IgnoreFix => {
  const lineEnd = lineEndOf(brief.text);
  const { frontMatter } = brief.metadata;
  const afterFrontMatter = frontMatter === null ? 0 : lineAfter(brief.text, frontMatter.span.end);
  const needsLineEnd = afterFrontMatter > 0 && !/[\r\n]/.test(brief.text.charAt(afterFrontMatter - 1));
  return { at: afterFrontMatter, before: `${needsLineEnd ? lineEnd : ''}<!-- brieflint-disable-file ${rule} -- `, after: ` -->${lineEnd}` };
};

/** Without its line end. */
const lineAt = (text: string, offset: number): Span => {
  const start = offset === 0 ? 0 : Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const rest = text.slice(start).search(/[\r\n]/);
  return { start, end: rest < 0 ? text.length : start + rest };
};

const lineAfter = (text: string, offset: number): number => {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const { end } = lineAt(text, offset);
  if (text.startsWith('\r\n', end)) return end + 2;
  return Math.min(end + 1, text.length);
};

const lineBefore = (text: string, line: Span): Span | undefined => {
  if (line.start === 0) return undefined;
  const end = text.startsWith('\r\n', line.start - 2) ? line.start - 2 : line.start - 1;
  return lineAt(text, end);
};

const lineEndOf = (text: string): string => (/\r\n|\r|\n/.exec(text)?.[0] ?? '\n');

/** The whole first line stands for the brief as such: a comment above it would become the first line, and the finding would move there. */
const isFirstLine = ({ text, metadata }: Brief, span: Span, line: Span): boolean => {
  const above = text.slice(metadata.frontMatter?.span.end ?? 0, line.start);
  return above.trim() === '' && text.slice(line.start, line.end).trim() === text.slice(span.start, span.end);
};

/** A finding about the table as such starts with it and does not end in its first row. */
const isWholeTable = (table: TableBlock, span: Span, line: Span): boolean => span.start === table.span.start && (span.end > line.end || span.end >= table.span.end);

const insideTable = (brief: Brief, table: TableBlock, span: Span, rule: string): IgnoreFix => {
  const line = lineAt(brief.text, span.start);
  if (table.syntax === 'html') return atLineEnd(brief.text, line, rule);
  const cells = [...table.head, ...table.rows.flat()];
  const cell = cells.find((candidate) => candidate.span.start <= span.start && span.start < candidate.span.end) ?? cells.find((candidate) => line.start <= candidate.span.start && candidate.span.end <= line.end);
  if (cell === undefined) return atLineEnd(brief.text, line, rule);
  return { at: endOfCell(brief.text, cell.span), before: ` <!-- brieflint-disable-line ${rule} -- `, after: ' -->' };
};

/** Behind the last word of a cell, whether its span has the bars and blanks around it or not. */
const endOfCell = (text: string, span: Span): number => {
  const written = text.slice(span.start, span.end);
  const bar = /[ \t]*(?<!\\)\|?[ \t]*$/.exec(written);
  const words = bar === null ? written.length : bar.index;
  return span.start + (words === 0 ? written.length : words);
};

/** Before blanks or a backslash that make a hard line break. */
const atLineEnd = (text: string, line: Span, rule: string): IgnoreFix => {
  const written = text.slice(line.start, line.end);
  const words = written.replace(/\\?[ \t]*$/, '').length;
  return { at: line.start + words, before: ` <!-- brieflint-disable-line ${rule} -- `, after: ' -->' };
};

const quoteMarks = /^[ \t]{0,3}(?:>[ \t]?)+/;
const listMarker = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/;

const beginsBlock = (brief: Brief, line: Span): boolean => {
  if (brief.isLineStructured) return true;
  const isOnLine = ({ span }: { readonly span: Span }): boolean => line.start <= span.start && span.start <= line.end;
  if (brief.blocks.some(isOnLine) || brief.sections.some(({ heading }) => heading !== null && isOnLine(heading)) || brief.footnotes.some(isOnLine)) return true;
  if (listItems(brief).some(isOnLine)) return true;
  const before = lineBefore(brief.text, line);
  if (before === undefined) return true;
  return brief.text.slice(before.start, before.end).replace(quoteMarks, '').trim() === '';
};

const listItems = (brief: Brief): readonly ListItem[] => brief.blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));

/** Quotation marks and indentation that keep a comment line inside the containers around it. */
const prefixOf = (brief: Brief, line: Span): string => {
  const { text } = brief;
  const written = text.slice(line.start, line.end);
  const before = lineBefore(text, line);
  const marks = quoteMarks.exec(written)?.[0] ?? '';
  const isFirstOfQuote = marks !== '' && (before === undefined || !quoteMarks.test(text.slice(before.start, before.end)));
  if (isFirstOfQuote) return '';
  const rest = written.slice(marks.length);
  const indentation = /^[ \t]*/.exec(rest)?.[0] ?? '';
  if (!listMarker.test(rest)) return marks + indentation;
  return marks + (contentIndentationOfSiblingBefore(brief, line) ?? indentation);
};

/** A comment between two items belongs into the first, else it would end the list and start another. */
const contentIndentationOfSiblingBefore = (brief: Brief, line: Span): string | undefined => {
  for (const block of brief.blocks) {
    if (block.kind !== 'list') continue;
    const index = block.items.findIndex(({ span }) => line.start <= span.start && span.start <= line.end);
    const item = block.items[index];
    if (item === undefined) continue;
    const sibling = block.items.slice(0, index).findLast(({ depth }) => depth <= item.depth);
    if (sibling?.depth !== item.depth) return undefined;
    const siblingLine = lineAt(brief.text, sibling.span.start);
    const written = brief.text.slice(siblingLine.start, siblingLine.end).replace(quoteMarks, '');
    const marker = listMarker.exec(written)?.[0];
    return marker === undefined ? undefined : marker.replace(/[^ \t]/g, ' ');
  }
  return undefined;
};
