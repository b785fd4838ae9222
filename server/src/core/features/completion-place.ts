import { spanOf, type Span } from '../text/span';

/**
 * Where a citation is being typed, told from the text before the cursor alone, for this is asked at each key stroke:
 *
 *     … as [@wor|    … as @wor|    … fell (Wor|    … fell [3|    … fell.[^n|    Source: Wor|
 */
export interface CompletionPlace {
  readonly kind: 'key' | 'round-bracket' | 'square-bracket' | 'note' | 'source-line';
  /** From the opening mark (`@`, behind `(`, behind `[`, behind `[^`, behind "Source: ") to the cursor. */
  readonly typed: Span;
  readonly words: string;
  /** A key inside square brackets: `[see @a; @b`. */
  readonly isInBrackets: boolean;
}

/** Longer than anything that somebody types to find a work. */
const longestTyped = 80;

/** What has no such mark right before the cursor is no place: undefined. */
export const findCompletionPlace = (text: string, offset: number): CompletionPlace | undefined => {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const line = text.slice(Math.max(lineStart, offset - 2000), offset);
  return keyPlace(line, offset) ?? notePlace(line, offset) ?? sourcePlace(line, offset) ?? bracketPlace(line, offset);
};

const place = (kind: CompletionPlace['kind'], words: string, offset: number, length = words.length, isInBrackets = false): CompletionPlace | undefined =>
  words.length > longestTyped ? undefined : { kind, typed: spanOf(offset - length, offset), words, isInBrackets };

/** An e-mail's @ has a letter before it. */
const keyPattern = /(?:^|[^\p{L}\p{N}_@/\\.])(@\{?([^\s@[\](){};,"]{0,80}))$/u;

const keyPlace = (line: string, offset: number): CompletionPlace | undefined => {
  const match = keyPattern.exec(line.slice(-longestTyped - 4));
  if (match === null) return undefined;
  const [, written = '', words = ''] = match;
  const before = line.slice(0, line.length - written.length);
  return place('key', words, offset, written.length, before.lastIndexOf('[') > before.lastIndexOf(']'));
};

const notePlace = (line: string, offset: number): CompletionPlace | undefined => {
  const match = /\[\^([^\s[\]^]{0,40})$/u.exec(line.slice(-44));
  return match === null ? undefined : place('note', match[1] ?? '', offset);
};

const sourcePattern = /^[\s>*_|-]{0,20}sources?[*_]{0,2}\s?:[*_]{0,2}\s/iu;

const sourcePlace = (line: string, offset: number): CompletionPlace | undefined => {
  const label = sourcePattern.exec(line);
  if (label === null) return undefined;
  // The work after the last one: they are parted by semicolons, or by commas behind a closed bracket.
  const rest = line.slice(label[0].length).replace(/^.*(?:;|[)\]],)\s?/u, '');
  return /[()[\]]/u.test(rest) ? undefined : place('source-line', rest.trimStart(), offset);
};

/** In "(Wor" and "(World Bank, 2025; OE" the words of the last work, which begin with a capital or are still to come. */
const bracketPlace = (line: string, offset: number): CompletionPlace | undefined => {
  const open = Math.max(line.lastIndexOf('('), line.lastIndexOf('['));
  if (open < 0 || line.length - open > 200) return undefined;
  const inside = line.slice(open + 1);
  if (/[)\]]/u.test(inside)) return undefined;
  const words = inside.slice(inside.lastIndexOf(';') + 1).trimStart();
  if (line[open] === '(') return words === '' || /^\p{Lu}/u.test(words) ? place('round-bracket', words, offset) : undefined;
  return /^[\p{L}\p{N} ]{0,40}$/u.test(words) && line[open - 1] !== '!' ? place('square-bracket', words, offset) : undefined;
};
