/**
 *     ::: {.key-takeaways}
 *     - Rents rose.
 *     :::
 *
 * As Pandoc and Quarto read it: a box with a title where a class or title says so, else a part of the page without its marks.
 */
import { sectionKeysOf } from '../../../server/src/core/profiles/vocabulary';
import { findTone } from './callout-kinds';
import { dressBox, titleTokens } from './callout-tokens';
import type { BlockRule, BlockState, MarkdownIt, Token } from './markdown-it';

export const installFencedDivs = (md: MarkdownIt): void =>
  md.block.ruler.before('fence', 'brieflint_div', readDiv, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });

interface Opening {
  readonly name: string;
  readonly label: string | null;
  readonly attributes: string;
}

const openPattern = /^:{3,}[ \t]*(?=[{\w])([\w-]*)/;
const closePattern = /^:{3,}$/;
const codePattern = /^(`{3,}|~{3,})/;

/** `::: name [label] {attributes}`, each of which may be missing. */
const readOpening = (words: string): Opening | undefined => {
  const [marks, name = ''] = openPattern.exec(words) ?? [];
  if (marks === undefined) return undefined;
  const label = takeBracketed(words.slice(marks.length).trimStart(), '[', ']');
  const attributes = takeBracketed(label.rest.trimStart(), '{', '}');
  return /[^ \t:]/.test(attributes.rest) ? undefined : { name, label: label.inside, attributes: attributes.inside ?? '' };
};

const takeBracketed = (text: string, open: string, close: string): { readonly inside: string | null; readonly rest: string } => {
  const end = text.startsWith(open) ? text.indexOf(close) : -1;
  return end < 0 ? { inside: null, rest: text } : { inside: text.slice(1, end), rest: text.slice(end + 1) };
};

const readDiv: BlockRule = (state, startLine, endLine, silent) => {
  if (isIndentedCode(state, startLine)) return false;
  const opening = readOpening(wordsOf(state, startLine));
  if (opening === undefined) return false;
  const byOpening = closesOf(state, startLine, endLine);
  const closeLine = byOpening.get(startLine);
  if (closeLine === undefined) return false;
  if (silent) return true;
  const { parentType, lineMax } = state;
  const open = state.push('brieflint_div_open', 'div', 1);
  open.map = [startLine, closeLine + 1];
  pushTitle(state, open, startLine, closeLine, opening);
  state.parentType = 'brieflint_div';
  state.lineMax = closeLine;
  remember(state, startLine + 1, closeLine, byOpening);
  state.md.block.tokenize(state, startLine + 1, closeLine);
  state.parentType = parentType;
  state.lineMax = lineMax;
  state.push('brieflint_div_close', 'div', -1);
  state.line = closeLine + 1;
  return true;
};

/** Four blanks more than the list or quote around it. */
const isIndentedCode = ({ sCount, blkIndent }: BlockState, line: number): boolean => (sCount[line] ?? 0) - blkIndent >= 4;

const wordsOf = ({ src, bMarks, tShift, eMarks }: BlockState, line: number): string => src.slice((bMarks[line] ?? 0) + (tShift[line] ?? 0), eMarks[line]).trimEnd();

interface Closes {
  readonly from: number;
  readonly byOpening: ReadonlyMap<number, number>;
}

/** By block that is being read. Each line that could open a div would otherwise look through all that follow. */
const known = new WeakMap<BlockState, Map<string, Closes>>();

const placeOf = ({ level, blkIndent }: BlockState, endLine: number): string => `${level} ${blkIndent} ${endLine}`;

/** The lines that close divs, by the lines that open them. What is not closed is none. */
const closesOf = (state: BlockState, startLine: number, endLine: number): ReadonlyMap<number, number> => {
  const last = known.get(state)?.get(placeOf(state, endLine));
  return last !== undefined && last.from <= startLine ? last.byOpening : remember(state, startLine, endLine, findCloses(state, startLine, endLine));
};

/** Divs inside a div were paired when it was. */
const remember = (state: BlockState, from: number, endLine: number, byOpening: ReadonlyMap<number, number>): ReadonlyMap<number, number> => {
  const places = known.get(state) ?? new Map<string, Closes>();
  known.set(state, places.set(placeOf(state, endLine), { from, byOpening }));
  return byOpening;
};

const findCloses = (state: BlockState, startLine: number, endLine: number): ReadonlyMap<number, number> => {
  const closes = new Map<number, number>();
  const open: number[] = [];
  let code = '';
  for (let line = startLine; line < endLine; line++) {
    const words = wordsOf(state, line);
    // A line further out ends the list or quote that the div stands in.
    if ((state.sCount[line] ?? 0) < state.blkIndent && words !== '') break;
    if (code !== '') {
      if (words.startsWith(code) && words.replaceAll(code.charAt(0), '') === '') code = '';
      continue;
    }
    code = codePattern.exec(words)?.[1] ?? '';
    if (closePattern.test(words)) {
      const opening = open.pop();
      if (opening !== undefined) closes.set(opening, line);
    } else if (readOpening(words) !== undefined) open.push(line);
  }
  return closes;
};

const pushTitle = (state: BlockState, open: Token, startLine: number, closeLine: number, { name, label, attributes }: Opening): void => {
  const classes = [name, ...[...attributes.matchAll(/\.([\w-]+)/g)].map((match) => match[1] ?? '')].filter((word) => word !== '');
  const title = label ?? /\b(?:title|name)\s*=\s*"([^"]*)"/.exec(attributes)?.[1] ?? '';
  const kind = classes.find((word) => findTone(word) !== undefined) ?? classes[0] ?? '';
  if (!isBox(kind, title)) return;
  const callout = { kind, title, line: startLine };
  dressBox(open, callout);
  if (title !== '' || !startsWithHeading(state, startLine, closeLine)) titleTokens((...parts) => state.push(...parts), callout);
};

/** As the server reads it: a class that is a section's name is a title. One that only lays out a page, as `columns` does, makes no box. */
const isBox = (kind: string, title: string): boolean => title !== '' || findTone(kind) !== undefined || sectionKeysOf(kind.replace(/[-_]+/g, ' ')).length > 0;

/** Then that is its title. */
const startsWithHeading = (state: BlockState, startLine: number, closeLine: number): boolean => {
  for (let line = startLine + 1; line < closeLine; line++) {
    const words = wordsOf(state, line);
    if (words !== '') return /^#{1,6}[ \t]/.test(words);
  }
  return false;
};
