import type { Span } from '../core/text/span';
import { graphemesOf, terminalWidth, withoutControls } from './terminal-text';

/**
 * One line of a file as it is shown under a finding, and where its caret marks go:
 *
 *     … growth of 3.1% is expected
 *                 ^^^^
 */
export interface Excerpt {
  readonly line: string;
  /** In terminal columns. */
  readonly before: number;
  readonly marked: number;
}

/** Terminal columns of an excerpt at most; a paragraph is often one line of a thousand. */
const widest = 96;
const contextBefore = 32;
/** Code units looked at on either side: splitting into graphemes is not linear everywhere. */
const longest = 400;

export const buildExcerpt = (text: string, lineSpan: Span, span: Span): Excerpt => {
  const start = clamp(span.start, lineSpan);
  const end = clamp(Math.max(span.end, start), lineSpan);
  const before = withoutControls(text.slice(Math.max(lineSpan.start, start - longest), start)).trimStart();
  const marked = withoutControls(text.slice(start, Math.min(end, start + longest))).trimEnd();
  const behind = start + text.slice(start, end).trimEnd().length;
  const after = withoutControls(text.slice(behind, Math.min(lineSpan.end, behind + longest))).trimEnd();
  const isWhole = terminalWidth(before + marked + after) <= widest;
  const shownBefore = isWhole ? before : lastColumns(before, contextBefore);
  const shownMarked = firstColumns(marked, widest - terminalWidth(shownBefore));
  const left = widest - terminalWidth(shownBefore) - terminalWidth(shownMarked);
  const shownAfter = shownMarked === marked ? firstColumns(after, left) : '';
  return { line: shownBefore + shownMarked + shownAfter, before: terminalWidth(shownBefore), marked: Math.max(1, terminalWidth(shownMarked)) };
};

const clamp = (offset: number, { start, end }: Span): number => Math.min(Math.max(offset, start), end);

const firstColumns = (text: string, columns: number): string => {
  if (terminalWidth(text) <= columns) return text;
  const kept = takeColumns(graphemesOf(text), columns - 2).join('');
  return `${atWord(kept, kept.lastIndexOf(' '), kept.slice(0, kept.lastIndexOf(' ')))} …`;
};

const lastColumns = (text: string, columns: number): string => {
  if (terminalWidth(text) <= columns) return text;
  const kept = [...takeColumns([...graphemesOf(text)].reverse(), columns - 2)].reverse().join('');
  return `… ${atWord(kept, kept.length - 1 - kept.indexOf(' '), kept.slice(kept.indexOf(' ') + 1))}`;
};

/** Cut between words, unless there are none (other scripts, long addresses) and too little would remain. */
const atWord = (kept: string, remaining: number, cut: string): string => (kept.includes(' ') && remaining > kept.length / 2 ? cut : kept);

const takeColumns = (graphemes: readonly string[], columns: number): readonly string[] => {
  const taken: string[] = [];
  let left = columns;
  for (const grapheme of graphemes) {
    left -= terminalWidth(grapheme);
    if (left < 0) break;
    taken.push(grapheme);
  }
  return taken;
};
