import { sliceOf, type Span } from '../text/span';

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

export const isLineStructured = (text: string): boolean => areLinesParagraphs(countLines(text), text);

/** What speaks for and against; each line and each pair of neighbours adds its own, so that an edit changes the counts of its lines only. */
export interface LineCounts {
  readonly filled: number;
  readonly blank: number;
  readonly evidence: number;
  readonly wrapped: number;
}

export function countLines(text: string): LineCounts {
  const counts = { filled: 0, blank: 0, evidence: 0, wrapped: 0 };
  let before: TextLine | undefined;
  for (const line of linesOf(text)) {
    counts[line.kind === 'blank' ? 'blank' : 'filled']++;
    if (before && before.kind !== 'blank' && line.kind !== 'blank') {
      if (isJoinedWrongly(before, line)) counts.evidence++;
      else if (before.kind === 'text' && line.kind === 'text' && before.text.length >= wrappedLine && !terminalPattern.test(before.text.trim())) counts.wrapped++;
    }
    before = line;
  }
  return counts;
}

/** The counts after `old` of one text has become `current` of the other. */
export function recountLines(counts: LineCounts, before: { readonly text: string; readonly changed: Span }, after: { readonly text: string; readonly changed: Span }): LineCounts {
  const old = countLines(sliceOf(before.text, linesAround(before.text, before.changed)));
  const current = countLines(sliceOf(after.text, linesAround(after.text, after.changed)));
  return {
    filled: counts.filled + current.filled - old.filled,
    blank: counts.blank + current.blank - old.blank,
    evidence: counts.evidence + current.evidence - old.evidence,
    wrapped: counts.wrapped + current.wrapped - old.wrapped,
  };
}

/** With the line before and the line after, which make pairs with those that changed. */
function linesAround(text: string, { start, end }: Span): Span {
  const lineStart = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
  const before = lineStart < 2 ? 0 : text.lastIndexOf('\n', lineStart - 2) + 1;
  const lineEnd = text.indexOf('\n', end);
  const after = lineEnd < 0 ? -1 : text.indexOf('\n', lineEnd + 1);
  return { start: before, end: after < 0 ? text.length : after };
}

export function areLinesParagraphs({ filled, blank, evidence, wrapped }: LineCounts, text: string): boolean {
  const blankAtEnd = text.slice(text.trimEnd().length).match(/\r\n|\r|\n/g)?.length ?? 0;
  return (filled === 0 ? 0 : blank - blankAtEnd) <= filled * mostBlank && evidence >= leastEvidence && evidence > wrapped;
}

/** Would CommonMark run `line` into `before`, although they are two paragraphs, or a list (table) and what follows it? */
function isJoinedWrongly(before: TextLine, line: TextLine): boolean {
  if (before.kind === 'text' && line.kind === 'text') {
    return before.text.length > longLine || (line.text.length > longLine && before.text.length < 100);
  }
  if (before.kind === 'list' && line.kind === 'text') return !/^\s/.test(line.text) && !/^\p{Ll}/u.test(line.text) && (terminalPattern.test(before.text.trim()) || before.text.length < wrappedLine);
  return (before.kind === 'table' && line.kind === 'text' && !line.text.includes('|')) || (before.kind === 'text' && line.kind === 'table');
}

/** Groups in order; blank lines are in none. `from` is where a line begins that belongs to no group before it. */
export function* groupLines(text: string, from = 0): Generator<LineGroup> {
  let open: LineGroup | undefined;
  for (const { kind, start, end } of linesOf(text, from)) {
    if (open?.kind === 'fence') {
      open = { ...open, end };
      if (kind !== 'fence') continue;
      yield open;
      open = undefined;
    } else if (open?.kind === kind && kind !== 'text' && kind !== 'heading') {
      open = { ...open, end };
    } else {
      if (open) yield open;
      open = kind === 'blank' ? undefined : { kind, start, end };
    }
  }
  if (open) yield open;
}

function* linesOf(text: string, from = 0): Generator<TextLine> {
  const breaks = /\r\n|\r|\n|$/g;
  let start = from;
  breaks.lastIndex = from;
  for (let match = breaks.exec(text); match; match = breaks.exec(text)) {
    const line = text.slice(start, match.index);
    yield { start, end: match.index, text: line, kind: kindOf(line) };
    if (match[0] === '') return;
    start = breaks.lastIndex;
  }
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
