/**
 * markdown-it keeps no places inside a line. They are found again: the words that it made must stand in the source one after the other, with
 * nothing between them but the markup that its tokens name. Where that fails, the place is unknown, and whoever asks shows nothing there.
 */
import type { Token } from './markdown-it';

/** For each child the offsets of its characters in `content`, and one more for its end; undefined for what is no text or has no certain place. */
export const findPlaces = (content: string, children: readonly Token[]): readonly (readonly number[] | undefined)[] => {
  let at: number | undefined = 0;
  return children.map((child) => {
    if (child.type !== 'text') {
      at = at === undefined ? undefined : skipMarkup(content, at, child);
      return undefined;
    }
    const start: number | undefined = at ?? findAgain(content, child.content);
    const places: readonly number[] | undefined = start === undefined ? undefined : readText(content, start, child.content);
    at = places?.at(-1);
    return places;
  });
};

/** After something unknown: words that stand in the source only once are found again. */
const findAgain = (content: string, text: string): number | undefined => {
  const start = content.indexOf(text);
  return text.length >= leastUnique && start >= 0 && !content.includes(text, start + 1) ? start : undefined;
};

const leastUnique = 8;

const readText = (content: string, start: number, text: string): readonly number[] | undefined => {
  const places: number[] = [];
  let at = start;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    places.push(at);
    const written = writtenAt(content, at, text, i);
    if (written === undefined) return undefined;
    at += written;
    // One thing in the source may stand for a character of two code units.
    if (written > 1 && /[\uD800-\uDBFF]/.test(character)) {
      places.push(at);
      i++;
    }
  }
  return [...places, at];
};

/** How long a character of the output is in the source: more than one where it is escaped, an entity, or typography. */
const writtenAt = (content: string, at: number, text: string, i: number): number | undefined => {
  const character = text.charAt(i);
  if (content.charAt(at) === '\\' && content.charAt(at + 1) === character && punctuation.test(character)) return 2;
  const entity = lengthAt(entityPattern, content, at);
  if (entity !== undefined && !text.startsWith(content.slice(at, at + entity), i)) return entity;
  return content.charAt(at) === character ? 1 : typographicAt(content, at, character);
};

const punctuation = /[!-/:-@[-`{-~]/;

const entityPattern = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/y;

/** What `markdown.preview.typographer` makes of plain characters. */
const typographic: ReadonlyMap<string, readonly string[]> = new Map([
  ['…', ['...', '..']],
  ['–', ['--']],
  ['—', ['---']],
  ['“', ['"']],
  ['”', ['"']],
  ['‘', ["'"]],
  ['’', ["'"]],
]);

const typographicAt = (content: string, at: number, character: string): number | undefined => typographic.get(character)?.find((plain) => content.startsWith(plain, at))?.length;

const lengthAt = (pattern: RegExp, content: string, at: number): number | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(content)?.[0].length;
};

const lineBreak = /[ \t]*\\?\n[ \t]*/y;

/** Where it ends; undefined where the source has something else. */
const skipMarkup = (content: string, at: number, token: Token): number | undefined => {
  switch (token.type) {
    case 'softbreak':
    case 'hardbreak': {
      const length = lengthAt(lineBreak, content, at);
      return length === undefined ? undefined : at + length;
    }
    case 'code_inline':
      return skipCode(content, at, token.markup);
    case 'html_inline':
      return skip(content, at, token.content);
    case 'link_open':
      return token.markup === 'linkify' ? at : skip(content, at, token.markup === 'autolink' ? '<' : '[');
    case 'link_close':
      return token.markup === 'linkify' ? at : token.markup === 'autolink' ? skip(content, at, '>') : skipTarget(content, skip(content, at, ']'));
    case 'image':
      return content.startsWith('![', at) ? skipTarget(content, skipBrackets(content, at + 1, '[', ']')) : undefined;
    default:
      return token.nesting !== 0 && token.markup !== '' ? skip(content, at, token.markup) : undefined;
  }
};

const skip = (content: string, at: number, part: string): number | undefined => (content.startsWith(part, at) ? at + part.length : undefined);

const skipCode = (content: string, at: number, marks: string): number | undefined => {
  if (!content.startsWith(marks, at)) return undefined;
  for (let close = content.indexOf(marks, at + marks.length); close >= 0; ) {
    let end = close;
    while (content.charAt(end) === '`') end++;
    if (end - close === marks.length) return end;
    close = content.indexOf(marks, end);
  }
  return undefined;
};

/** `(address "title")`, `[label]`, or nothing: the words were the label. */
const skipTarget = (content: string, at: number | undefined): number | undefined => {
  if (at === undefined) return undefined;
  if (content.charAt(at) === '(') return skipBrackets(content, at, '(', ')') ?? at;
  return content.charAt(at) === '[' ? (skipBrackets(content, at, '[', ']') ?? at) : at;
};

const skipBrackets = (content: string, at: number, open: string, close: string): number | undefined => {
  let depth = 0;
  for (let i = at; i < content.length; i++) {
    const character = content.charAt(i);
    if (character === '\\') i++;
    else if (character === open) depth++;
    else if (character === close && --depth === 0) return i + 1;
  }
  return undefined;
};
