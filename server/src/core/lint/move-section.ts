/**
 * Moving a whole section, with what is below it, past its neighbours of the same level. The gaps between sections (blank lines, a line "---") stay
 * where they are, so that nothing but the order changes:
 *
 *     # Title / ## A … / ## B … / ## C …      C before A: the texts C, A, B in the places of A, B, C
 */
import type { Brief, Section } from '../model/brief';
import { sliceOf, spanOf, type Span } from '../text/span';
import { contentEnd, isQuoted, lastIndexIn, lineStart, startWithMarks } from './section-places';
import type { Edit } from './rule';

/** undefined: the two are not in one row of sections, or the text around them would not stand being taken apart. */
export const moveSection = (brief: Brief, section: Section, side: 'before' | 'after', other: Section): Edit | undefined => {
  const row = rowOf(brief, section);
  const from = row.indexOf(section);
  const target = row.findIndex((sibling) => sibling.index <= other.index && other.index <= lastIndexIn(brief, sibling));
  if (from < 0 || target < 0 || from === target) return undefined;
  const first = Math.min(from, target);
  const last = Math.max(from, target);
  const isUpwards = target < from;
  // Only the whole way past the other is a move that was asked for.
  if (isUpwards !== (side === 'before')) return undefined;
  const chunks = row.slice(first, last + 1).map((sibling) => chunkOf(brief, sibling));
  if (!isMovable(brief, chunks)) return undefined;
  const order = isUpwards ? [...chunks.slice(-1), ...chunks.slice(0, -1)] : [...chunks.slice(1), ...chunks.slice(0, 1)];
  const texts = order.map(({ span }) => sliceOf(brief.text, span));
  const gaps = chunks.map(({ span }, i) => brief.text.slice(span.end, chunks[i + 1]?.span.start ?? span.end));
  const whole = spanOf(chunks[0]?.span.start ?? 0, chunks.at(-1)?.span.end ?? 0);
  return { span: whole, newText: texts.map((text, i) => text + (gaps[i] ?? '')).join('') };
};

interface Chunk {
  readonly section: Section;
  readonly span: Span;
}

const rowOf = (brief: Brief, section: Section): readonly Section[] => {
  const parent = section.parent === null ? undefined : brief.sections[section.parent];
  return parent?.children.map((index) => brief.sections[index]).filter((sibling) => sibling !== undefined) ?? [];
};

const chunkOf = (brief: Brief, section: Section): Chunk => {
  const headingEnd = section.heading?.span.end ?? 0;
  let end = contentEnd(brief, section);
  // A line between two sections is a gap, not the end of the first.
  for (;;) {
    const start = lineStart(brief.text, end);
    if (start <= headingEnd || !/^[ \t]*(?:-[ \t]*-[ \t]*-[-\s]*|\*[ \t]*\*[ \t]*\*[*\s]*|_[ \t]*_[ \t]*_[_\s]*)$/.test(brief.text.slice(start, end))) break;
    end = brief.text.slice(0, start).trimEnd().length;
  }
  return { section, span: spanOf(startWithMarks(brief, section), Math.max(end, headingEnd)) };
};

const isMovable = (brief: Brief, chunks: readonly Chunk[]): boolean =>
  chunks.every(({ section, span }, i) => {
    const text = sliceOf(brief.text, span);
    const previousEnd = chunks[i - 1]?.span.end ?? 0;
    return span.start >= previousEnd && !isQuoted(brief, section) && isWhole(text) && (brief.isLineStructured || section.heading?.style === 'atx' || standsFree(brief, chunks));
  });

/** What opens in it closes in it. */
const isWhole = (text: string): boolean => {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const isFenced = count(/^ {0,3}(?:`{3,}|~{3,})/gm) % 2 === 0;
  const hasWholeDivs = count(/^ {0,3}:{3,}[ \t]*[{\w]/gm) === count(/^ {0,3}:{3,}[ \t]*$/gm);
  const hasWholeTags = count(/<(?:div|details|section|aside)\b/gi) === count(/<\/(?:div|details|section|aside)\s*>/gi);
  const hasWholeComments = count(/<!--/g) === count(/-->/g) && !/<!--\s*brieflint-(?:disable|enable)\s+(?!-)/.test(text);
  return isFenced && hasWholeDivs && hasWholeTags && hasWholeComments;
};

/** Headings without marks are headings only behind a blank line. */
const standsFree = ({ text }: Brief, chunks: readonly Chunk[]): boolean =>
  chunks.every(({ span }) => span.start === 0 || /\n[ \t]*\r?\n$/.test(text.slice(Math.max(0, span.start - 200), span.start)));
