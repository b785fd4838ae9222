import type { Span } from '../text/span';

/**
 * Text pasted from a web page or a word processor often has one paragraph a line and no blank line between them. CommonMark reads
 * it as one paragraph, or as one list whose last item swallows all that follows, and finds no table. Such a text is read in groups
 * of lines: each text line a paragraph, neighbouring list, table or quotation lines one block.
 */
export interface LineGroup extends Span {
  readonly kind: LineKind;
}

export type LineKind = 'blank' | 'heading' | 'list' | 'table' | 'quote' | 'fence' | 'text';

interface TextLine extends Span {
  readonly text: string;
  readonly kind: LineKind;
}

const terminalPattern = /[.!?:;…。！？۔؟]["”’»')\]]*$/;

/** At least so many neighbouring lines that CommonMark would join although each plainly stands for itself. */
const leastEvidence = 3;
/** Blank lines a non-blank one, at most: whoever uses blank lines means them. */
const mostBlank = 0.15;
/** A line of more characters than any editor's wrap column is a paragraph. */
const longLine = 160;
/** A line at least so long that does not end a sentence is a wrapped one. */
const wrappedLine = 50;

export function isLineStructured(text: string): boolean {
  const lines = linesOf(text);
  const filled = lines.filter((line) => line.kind !== 'blank');
  const last = lines.findLastIndex((line) => line.kind !== 'blank');
  const blankCount = lines.slice(0, last + 1).filter((line) => line.kind === 'blank').length;
  if (blankCount > filled.length * mostBlank) return false;

  let evidence = 0;
  let wrapped = 0;
  for (let i = 1; i < lines.length; i++) {
    const before = lines[i - 1];
    const line = lines[i];
    if (!before || !line || before.kind === 'blank' || line.kind === 'blank') continue;
    if (isJoinedWrongly(before, line)) evidence++;
    else if (before.kind === 'text' && line.kind === 'text' && before.text.length >= wrappedLine && !terminalPattern.test(before.text.trim())) wrapped++;
  }
  return evidence >= leastEvidence && evidence > wrapped;
}

/** Would CommonMark run `line` into `before`, although they are two paragraphs, or a list (table) and what follows it? */
function isJoinedWrongly(before: TextLine, line: TextLine): boolean {
  if (before.kind === 'text' && line.kind === 'text') {
    return before.text.length > longLine || (line.text.length > longLine && before.text.length < 100);
  }
  if (before.kind === 'list' && line.kind === 'text') return !/^\s/.test(line.text) && !/^\p{Ll}/u.test(line.text) && (terminalPattern.test(before.text.trim()) || before.text.length < wrappedLine);
  return (before.kind === 'table' && line.kind === 'text' && !line.text.includes('|')) || (before.kind === 'text' && line.kind === 'table');
}

/** Groups in order; blank lines are in none. */
export function groupLines(text: string): LineGroup[] {
  const groups: LineGroup[] = [];
  const lines = linesOf(text);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line || line.kind === 'blank') continue;
    let end = i;
    if (line.kind === 'fence') {
      while (end + 1 < lines.length && lines[end + 1]?.kind !== 'fence') end++;
      end = Math.min(end + 1, lines.length - 1);
    } else if (line.kind !== 'text' && line.kind !== 'heading') {
      while (lines[end + 1]?.kind === line.kind) end++;
    }
    groups.push({ kind: line.kind, start: line.start, end: lines[end]?.end ?? line.end });
    i = end;
  }
  return groups;
}

function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|\r|\n|$/g)) {
    const line = text.slice(start, match.index);
    lines.push({ start, end: match.index, text: line, kind: kindOf(line) });
    start = match.index + match[0].length;
  }
  return lines;
}

function kindOf(line: string): LineKind {
  if (/^\s*$/.test(line)) return 'blank';
  if (/^ {0,3}#{1,6}\s/.test(line)) return 'heading';
  if (/^ {0,3}(?:```|~~~)/.test(line)) return 'fence';
  if (/^\s*(?:[-*+•]|\d{1,3}[.)])\s/.test(line)) return 'list';
  if (/^\s*\|/.test(line)) return 'table';
  if (/^\s*>/.test(line)) return 'quote';
  return 'text';
}
