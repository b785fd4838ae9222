/**
 * Where in a YAML file the cursor stands, told from lines and their indents: while somebody types, the file is seldom whole.
 * Maps and lists over several lines are read, and those in brackets on one line.
 */
import { spanOf, type Span } from '../core/text/span';

export type Step = { readonly kind: 'key'; readonly name: string } | { readonly kind: 'item' };

export interface YamlCursor {
  /** `word`: a word alone on its line, or behind a dash, may become a key or be the value. */
  readonly kind: 'key' | 'value' | 'word';
  /** To the map that holds the key, or to the value. */
  readonly path: readonly Step[];
  /** The word around the cursor; empty where there is none. */
  readonly typed: Span;
  readonly word: string;
  /** Keys that the map has already on other lines, as far as they are told from indents. */
  readonly siblings: readonly string[];
}

interface Opener {
  readonly column: number;
  readonly step: Step;
}

/** null: in a comment, or in words that are no key and no value. */
export const findYamlCursor = (text: string, offset: number): YamlCursor | null => {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset).replace(/\r$/, '');
  if (/^\s*#|\s#/.test(before)) return null;
  const { openers, rest, column } = readLine(before);
  const typed = wordAt(text, offset);
  const linesAbove = text.slice(0, lineStart).split(lineBreak).slice(0, -1);
  const start = openers[0]?.column ?? column;
  const parents = parentsOf(linesAbove, start, openers[0]?.step.kind === 'item');
  const path = [...parents, ...openers.map(({ step }) => step)];
  const found = { typed, word: text.slice(typed.start, typed.end) };
  const flow = readFlow(rest);
  if (flow !== null) return { ...found, kind: flow.kind, path: [...path, ...flow.path], siblings: flow.siblings };
  const last = openers.at(-1);
  if (last?.step.kind === 'key') return { ...found, kind: 'value', path, siblings: [] };
  const siblings = siblingsAt(text, lineStart, last === undefined ? column : null);
  return { ...found, kind: last === undefined ? 'key' : 'word', path, siblings };
};

/** A key that ends its line is none if a carriage return stays behind it. */
const lineBreak = /\r?\n/;

const key = /^(?:"([^"]*)"|'([^']*)'|([^\s#:,[\]{}"'-][^#:]*?|-[^\s#:][^#:]*?))[ \t]*:(?=[ \t]|$)[ \t]*/;

interface LineStart {
  readonly openers: readonly Opener[];
  /** What stands behind them, up to the cursor. */
  readonly rest: string;
  /** Where that begins. */
  readonly column: number;
}

/** "  - first: su" opens an item at 2 and "first" at 4. */
const readLine = (line: string): LineStart => {
  const openers: Opener[] = [];
  let column = line.length - line.trimStart().length;
  for (;;) {
    const dash = /^-[ \t]+/.exec(line.slice(column));
    if (dash === null) break;
    openers.push({ column, step: { kind: 'item' } });
    column += dash[0].length;
  }
  const named = key.exec(line.slice(column));
  if (named === null) return { openers, rest: line.slice(column), column };
  openers.push({ column, step: { kind: 'key', name: named[1] ?? named[2] ?? named[3] ?? '' } });
  return { openers, rest: line.slice(column + named[0].length), column: column + named[0].length };
};

/** From the outermost to the nearest. A list may stand at the column of the key that it belongs to. */
const parentsOf = (lines: readonly string[], start: number, isItem: boolean): readonly Step[] => {
  const parents: Step[] = [];
  let limit = start;
  let mayBeLevel = isItem;
  for (let i = lines.length - 1; i >= 0 && (limit > 0 || mayBeLevel); i--) {
    const line = lines[i] ?? '';
    if (/^\s*(?:#|$)/.test(line)) continue;
    for (const { column, step } of [...readLine(line).openers].reverse()) {
      if (column > limit || (column === limit && !(mayBeLevel && step.kind === 'key'))) continue;
      parents.unshift(step);
      limit = column;
      mayBeLevel = step.kind === 'item';
    }
    // Words that open nothing, further out than what we look for, end the search.
    if (readLine(line).openers.length === 0 && line.length - line.trimStart().length < limit) break;
  }
  return parents;
};

interface Flow {
  readonly kind: 'key' | 'value';
  readonly path: readonly Step[];
  readonly siblings: readonly string[];
}

/** Inside brackets that are open at the end of the text; null: there are none. */
const readFlow = (rest: string): Flow | null => {
  if (!/^[[{]/.test(rest)) return null;
  const open: { readonly isMap: boolean; key: string | null; readonly keys: string[]; from: number }[] = [];
  for (let i = 0; i < rest.length; i++) {
    const character = rest[i];
    const inner = open.at(-1);
    if (character === '[' || character === '{') open.push({ isMap: character === '{', key: null, keys: [], from: i + 1 });
    else if (character === ']' || character === '}') open.pop();
    else if (inner && character === ',') Object.assign(inner, { key: null, from: i + 1 });
    else if (inner?.isMap === true && character === ':' && inner.key === null) {
      inner.key = rest.slice(inner.from, i).trim();
      inner.keys.push(inner.key);
    }
  }
  const last = open.at(-1);
  if (last === undefined) return null;
  const steps = open.flatMap(({ isMap, key: name }): readonly Step[] => (!isMap ? [{ kind: 'item' }] : name === null ? [] : [{ kind: 'key', name }]));
  return { kind: last.isMap && last.key === null ? 'key' : 'value', path: steps, siblings: last.keys };
};

const wordCharacter = /[^\s,[\]{}:"'#]/;

const wordAt = (text: string, offset: number): Span => {
  let start = offset;
  let end = offset;
  while (start > 0 && wordCharacter.test(text[start - 1] ?? ' ')) start -= 1;
  while (end < text.length && wordCharacter.test(text[end] ?? ' ')) end += 1;
  return spanOf(start, end);
};

/** Keys of the lines around that begin at the same column, as far as no line further out stands between. */
const siblingsAt = (text: string, lineStart: number, column: number | null): readonly string[] => {
  if (column === null) return [];
  const lineEnd = text.indexOf('\n', lineStart);
  const above = text.slice(0, lineStart).split(lineBreak).slice(0, -1).reverse();
  const below = lineEnd < 0 ? [] : text.slice(lineEnd + 1).split(lineBreak);
  return [...keysAtColumn(above, column), ...keysAtColumn(below, column)];
};

const keysAtColumn = (lines: readonly string[], column: number): readonly string[] => {
  const keys: string[] = [];
  for (const line of lines) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    if (line.length - line.trimStart().length < column) break;
    const [first] = readLine(line).openers;
    if (first?.column === column && first.step.kind === 'key') keys.push(first.step.name);
  }
  return keys;
};
