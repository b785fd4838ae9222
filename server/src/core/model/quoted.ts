import type { Span } from '../text/span';

/** A stretch between quotation marks. `span` has the marks, `inner` the words; offsets count into the prose's text. */
export interface Quoted {
  readonly span: Span;
  readonly inner: Span;
  readonly mark: 'double' | 'single';
}

const closingOf: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '"': '"', '‘': '’', "'": "'" };

/** A quotation of more characters is a lost mark. */
const longestQuotation = 3_000;

/**
 * Quoted stretches, outermost only. Straight single quotes and U+2019 are apostrophes as well ("Pakistan's", "citizens' data"): a single
 * mark opens only after a space or bracket and before a letter, and closes only after a letter or stop and before none.
 */
export function findQuoted(text: string): Quoted[] {
  const found: Quoted[] = [];
  for (let i = 0; i < text.length; i++) {
    const open = text[i] ?? '';
    const closing = closingOf[open];
    if (closing === undefined || !canOpen(text, i)) continue;
    const end = findClosing(text, i, closing);
    if (end === undefined) continue;
    found.push({ span: { start: i, end: end + 1 }, inner: { start: i + 1, end }, mark: open === "'" || open === '‘' ? 'single' : 'double' });
    i = end;
  }
  return found;
}

function canOpen(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  return /[\s([{—–\-/:]/.test(before) && !/\s/.test(after);
}

function findClosing(text: string, open: number, closing: string): number | undefined {
  const isSingle = closing === "'" || closing === '’';
  const limit = Math.min(text.length, open + (isSingle ? 400 : longestQuotation));
  for (let i = open + 2; i < limit; i++) {
    const character = text[i] ?? '';
    if (!closing.includes(character)) continue;
    const before = text[i - 1] ?? ' ';
    const after = text[i + 1] ?? ' ';
    if (isSingle ? /[\p{L}\p{N}.,;:!?%)…]/u.test(before) && !/[\p{L}\p{N}]/u.test(after) : !/\s/.test(before) || !/[\p{L}\p{N}]/u.test(after)) return i;
  }
  return undefined;
}

/** Blanks in place of the quoted words; the length stays. */
export function withoutQuotes(text: string, quoted: readonly Quoted[]): string {
  let at = 0;
  const parts: string[] = [];
  for (const { span } of quoted) {
    parts.push(text.slice(at, span.start), ' '.repeat(span.end - span.start));
    at = span.end;
  }
  return parts.join('') + text.slice(at);
}
