/** Wraps the words that marks are about. Tokens are copied, for the editor keeps them and renders them again. */
import type { PreviewMarkItem, ProtocolPosition, ProtocolRange } from '../../../server/src/protocol';
import { inlineSources, type InlineLine } from './inline-lines';
import { findPlaces } from './inline-places';
import type { Token } from './markdown-it';
import type { KeptMarks } from './placed-marks';

export const markTokens = (tokens: readonly Token[], { lines, marks, entries }: KeptMarks): Token[] => {
  const wrappings = [
    ...marks.map((mark): Wrapping => ({ range: mark.range, mark, entry: null })),
    ...entries.flatMap((range, entry): readonly Wrapping[] => (range === null ? [] : [{ range: onFirstLine(range), mark: null, entry }])),
  ];
  if (wrappings.length === 0) return [...tokens];
  const byLine = groupByLine(wrappings);
  const copies = new Map<Token, Token>();
  const anchored = new Set<number>();
  for (const { token, lines: inlineLines } of inlineSources(tokens, lines)) {
    const near = new Set(inlineLines.flatMap(({ line }) => byLine.get(line) ?? []));
    const spans = [...near].flatMap((wrapping) => spanIn(inlineLines, wrapping) ?? []);
    if (spans.length > 0) copies.set(token, withMarks(token, spans, anchored));
  }
  return tokens.map((token) => copies.get(token) ?? token);
};

/** A mark, or an entry of the reference list that needs a name to be led to. */
interface Wrapping {
  readonly range: ProtocolRange;
  readonly mark: PreviewMarkItem | null;
  readonly entry: number | null;
}

interface WrappedSpan extends Wrapping {
  readonly start: number;
  readonly end: number;
}

/** By each line that they stand on, in order. */
const groupByLine = (wrappings: readonly Wrapping[]): ReadonlyMap<number, readonly Wrapping[]> => {
  const byLine = new Map<number, Wrapping[]>();
  for (const wrapping of wrappings) {
    for (let { line } = wrapping.range.start; line <= wrapping.range.end.line; line++) {
      const known = byLine.get(line);
      if (known === undefined) byLine.set(line, [wrapping]);
      else known.push(wrapping);
    }
  }
  return byLine;
};

/** The first words will do. */
const onFirstLine = ({ start, end }: ProtocolRange): ProtocolRange => ({ start, end: end.line === start.line ? end : { line: start.line, character: Number.MAX_SAFE_INTEGER } });

const spanIn = (lines: readonly InlineLine[], wrapping: Wrapping): WrappedSpan | undefined => {
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const { start, end } = wrapping.range;
  if (end.line < first.line || start.line > last.line) return undefined;
  const span = { start: offsetOf(lines, first, start), end: offsetOf(lines, first, end) };
  return span.start < span.end ? { ...wrapping, ...span } : undefined;
};

/** What stands before or after the block counts as its begin or end. */
const offsetOf = (lines: readonly InlineLine[], first: InlineLine, { line, character }: ProtocolPosition): number => {
  const place = lines[line - first.line];
  if (place === undefined) return line < first.line ? 0 : Number.MAX_SAFE_INTEGER;
  return place.offset + Math.min(Math.max(character - place.column, 0), place.length);
};

const withMarks = (token: Token, spans: readonly WrappedSpan[], anchored: Set<number>): Token => {
  const children = token.children ?? [];
  const places = findPlaces(token.content, children);
  let linkDepth = 0;
  const marked = children.flatMap((child, i) => {
    if (child.type === 'link_open' || child.type === 'link_close') linkDepth += child.nesting;
    const known = places[i];
    return known === undefined ? [child] : wrapText(child, known, spans, { isInLink: linkDepth > 0, anchored });
  });
  return copyOf(token, { children: marked });
};

interface Surroundings {
  readonly isInLink: boolean;
  /** Entries that have their name; one place has it. */
  readonly anchored: Set<number>;
}

const wrapText = (text: Token, places: readonly number[], spans: readonly WrappedSpan[], surroundings: Surroundings): readonly Token[] => {
  const { content } = text;
  const pieces: Token[] = [];
  for (let start = 0; start < content.length; ) {
    const over = spansAt(spans, places[start]);
    let end = start + 1;
    while (end < content.length && isSameList(over, spansAt(spans, places[end]))) end++;
    const piece = copyOf(text, { content: content.slice(start, end) });
    pieces.push(...(over.length === 0 ? [piece] : wrapPiece(piece, over, surroundings)));
    start = end;
  }
  return pieces;
};

const spansAt = (spans: readonly WrappedSpan[], place: number | undefined): readonly WrappedSpan[] => (place === undefined ? [] : spans.filter(({ start, end }) => start <= place && place < end));

const isSameList = <T>(a: readonly T[], b: readonly T[]): boolean => a.length === b.length && a.every((item, i) => item === b[i]);

/** One element for all that is said of a piece, so that the pointer reads all of it. */
const wrapPiece = (piece: Token, over: readonly WrappedSpan[], { isInLink, anchored }: Surroundings): readonly Token[] => {
  const marks = over.flatMap(({ mark }) => mark ?? []);
  const target = isInLink ? undefined : marks.find(({ entry }) => entry !== null)?.entry;
  const own = over.find(({ entry }) => entry !== null && !anchored.has(entry))?.entry;
  if (marks.length === 0 && own === undefined) return [piece];
  const attrs: [string, string][] = [];
  if (own !== undefined && own !== null) {
    anchored.add(own);
    attrs.push(['id', nameOf(own)]);
  }
  if (marks.length > 0) {
    attrs.push(['class', [...new Set(marks.map(({ kind }) => `brieflint-${kind}`))].join(' ')]);
    // The innermost last: what is nearest to the words comes first.
    attrs.push(['title', [...new Set(marks.map(({ message }) => message).reverse())].join('\n\n')]);
  }
  if (target !== undefined && target !== null) attrs.push(['href', `#${nameOf(target)}`]);
  const tag = target === undefined || target === null ? 'span' : 'a';
  const open = copyOf(piece, { type: 'brieflint_mark_open', tag, nesting: 1, content: '', attrs });
  const close = copyOf(piece, { type: 'brieflint_mark_close', tag, nesting: -1, content: '', attrs: null });
  return [open, piece, close];
};

const nameOf = (entry: number): string => `brieflint-reference-${String(entry + 1)}`;

const copyOf = (token: Token, changes: Partial<Token>): Token => {
  const copy = Object.create(Object.getPrototypeOf(token) as object) as Token; // It is filled in the next line.
  return Object.assign(copy, token, changes);
};
