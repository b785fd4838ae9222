/**
 * Text with tab stops in the form of editors' snippets:
 *
 *     ${1:[insert who]} should ${2:[insert action]} by ${3|May,June|}
 *
 * Tab stops are not nested here, and a choice has no comma or bar of its own.
 */
export type SnippetPart =
  | { readonly kind: 'text'; readonly text: string }
  /** What stands there until the writer types: one text, or the choices, of which the first. */
  | { readonly kind: 'stop'; readonly number: number; readonly texts: readonly string[] }
  | { readonly kind: 'variable'; readonly name: string };

const mark = /\\(?<escaped>[$}\\])|\$\{(?<number>\d{1,3})(?::(?<text>(?:\\[$}\\]|[^}\\])*)|\|(?<choices>[^|}]*)\|)?\}|\$(?<bare>\d{1,3})|\$\{?(?<name>[A-Z][A-Z_]*)\}?/g;

export const parseSnippet = (body: string): readonly SnippetPart[] => {
  const parts: SnippetPart[] = [];
  let position = 0;
  for (const match of body.matchAll(mark)) {
    if (match.index > position) parts.push({ kind: 'text', text: body.slice(position, match.index) });
    parts.push(readMark(match.groups ?? {}));
    position = match.index + match[0].length;
  }
  if (position < body.length) parts.push({ kind: 'text', text: body.slice(position) });
  return parts;
};

const readMark = ({ escaped, number, text, choices, bare, name }: Readonly<Record<string, string | undefined>>): SnippetPart => {
  if (escaped !== undefined) return { kind: 'text', text: escaped };
  if (name !== undefined) return { kind: 'variable', name };
  const texts = choices === undefined ? [unescape(text ?? '')] : choices.split(',');
  return { kind: 'stop', number: Number(number ?? bare), texts };
};

const unescape = (text: string): string => text.replace(/\\([$}\\])/g, '$1');

/** As it stands if the writer presses Escape at once; a stop without a text of its own repeats that of its number. Variables are left out. */
export const plainTextOf = (parts: readonly SnippetPart[]): string => {
  const textByNumber = new Map<number, string>();
  for (const part of parts) if (part.kind === 'stop' && !textByNumber.get(part.number)) textByNumber.set(part.number, part.texts[0] ?? '');
  return parts.map((part) => (part.kind === 'text' ? part.text : part.kind === 'stop' ? (textByNumber.get(part.number) ?? '') : '')).join('');
};

/** What the writer is to replace, in the forms that templates use. */
const blank = /\[insert\b[^\]\n]{0,120}\]|(?<=\()Source, Year(?=\))|(?<=\]\()url(?=\))/giu;

/** The text as a snippet: a tab stop for each of its blanks, in order. */
export const toSnippet = (text: string): string => {
  let number = 0;
  let snippet = '';
  let position = 0;
  for (const match of text.matchAll(blank)) {
    number += 1;
    snippet += `${escape(text.slice(position, match.index))}\${${String(number)}:${escape(match[0])}}`;
    position = match.index + match[0].length;
  }
  return snippet + escape(text.slice(position));
};

const escape = (text: string): string => text.replace(/[$}\\]/g, '\\$&');
