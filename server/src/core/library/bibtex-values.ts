import type { Span } from '../text/span';
import type { BibtexCursor } from './bibtex-cursor';

export interface BibtexValue {
  /** As written inside its braces or quotes. */
  readonly value: string;
  /** For a value put together with `#`, from the first part to the last. */
  readonly span: Span;
}

const BARE_WORDS = /[^,{}()"#\n=]*/yu;
const ENDS_QUOTE = /[ \t]*(?:[,}#)]|\r?\n|$)/yu;

/** A value at the cursor: braced, quoted, a number or a name of `@string`, or several joined by `#`; `close` ends the entry. */
export function readBibtexValue(cursor: BibtexCursor, strings: ReadonlyMap<string, string>, close: '}' | ')'): BibtexValue {
  let value = '';
  let span: Span | null = null;
  for (;;) {
    cursor.skipSpace();
    const mark = cursor.at < cursor.limit ? cursor.text.charAt(cursor.at) : '';
    const part = mark === '{' ? readBraced(cursor) : mark === '"' ? readQuoted(cursor) : readBare(cursor, strings, close);
    value += part.value;
    span = span === null ? part.span : { start: span.start, end: part.span.end };
    cursor.skipSpace();
    if (cursor.at >= cursor.limit || cursor.text.charAt(cursor.at) !== '#') return { value, span };
    cursor.at++;
  }
}

function readBraced(cursor: BibtexCursor): BibtexValue {
  const open = cursor.at;
  const stop = cursor.valueStop(open + 1);
  let depth = 1;
  let at = open + 1;
  for (; at < stop; at++) {
    const mark = cursor.text.charCodeAt(at);
    if (mark === 92) at++;
    else if (mark === 123) depth++;
    else if (mark === 125 && --depth === 0) break;
  }
  if (depth === 0) return take(cursor, open + 1, at, at + 1);
  return takeUnclosed(cursor, open, stop, 'brace');
}

function readQuoted(cursor: BibtexCursor): BibtexValue {
  const open = cursor.at;
  const bound = cursor.valueStop(open + 1);
  const stop = bound === cursor.openQuoteStop && cursor.reading === 'by-line' ? Math.min(bound, cursor.lineEnd(open)) : bound;
  let depth = 0;
  for (let at = open + 1; at < stop; at++) {
    const mark = cursor.text.charCodeAt(at);
    if (mark === 92) at++;
    else if (mark === 123) depth++;
    else if (mark === 125 && depth > 0) depth--;
    else if (mark === 34 && depth === 0 && endsQuote(cursor, at)) return take(cursor, open + 1, at, at + 1);
  }
  cursor.openQuoteStop = bound;
  return takeUnclosed(cursor, open, cursor.reading === 'by-line' ? Math.min(stop, cursor.lineEnd(open)) : stop, 'quotation mark');
}

/** On the second try, a quotation mark inside the value is a letter: only one before a comma, brace or line end closes it. */
function endsQuote(cursor: BibtexCursor, at: number): boolean {
  if (cursor.reading === 'balanced') return true;
  ENDS_QUOTE.lastIndex = at + 1;
  return ENDS_QUOTE.test(cursor.text);
}

function take(cursor: BibtexCursor, start: number, end: number, next: number): BibtexValue {
  cursor.at = next;
  return { value: cursor.text.slice(start, end), span: { start, end } };
}

/** The value up to where it must end, without the comma and closing brace of its entry. */
function takeUnclosed(cursor: BibtexCursor, open: number, stop: number, what: 'brace' | 'quotation mark'): BibtexValue {
  cursor.isDamaged = true;
  cursor.report({ start: open, end: open + 1 }, `This ${what} is not closed`);
  let end = Math.max(open + 1, stop);
  while (end > open + 1 && /\s/u.test(cursor.text.charAt(end - 1))) end--;
  const last = cursor.text.charAt(end - 1);
  const isEntryEnd = last === '}' && stop >= cursor.limit && cursor.reading === 'by-line';
  let valueEnd = end;
  if (isEntryEnd) {
    valueEnd--;
    while (valueEnd > open + 1 && /\s/u.test(cursor.text.charAt(valueEnd - 1))) valueEnd--;
  }
  if (cursor.text.charAt(valueEnd - 1) === ',' && valueEnd > open + 1) valueEnd--;
  return take(cursor, open + 1, valueEnd, valueEnd);
}

function readBare(cursor: BibtexCursor, strings: ReadonlyMap<string, string>, close: '}' | ')'): BibtexValue {
  const start = cursor.at;
  BARE_WORDS.lastIndex = start;
  const length = cursor.at >= cursor.limit ? 0 : (BARE_WORDS.exec(cursor.text)?.[0].length ?? 0);
  const end = Math.min(cursor.limit, start + length);
  const word = cursor.text.slice(start, end).trim();
  const span = { start, end: start + word.length };
  cursor.at = Math.max(span.end, start);
  const defined = strings.get(word.toLowerCase());
  if (defined !== undefined) return { value: defined, span };
  if (/^\d+$/u.test(word)) return { value: word, span };
  const what = word === '' ? 'A value is missing' : /\s/u.test(word) ? `"${word}" stands without braces` : `"${word}" is not defined by @string`;
  cursor.report(word === '' ? { start: Math.max(0, start - 1), end: start } : span, what);
  // Whatever cannot begin a value would be met again and again.
  const next = cursor.text.charAt(cursor.at);
  if (word === '' && next !== ',' && next !== close && cursor.at < cursor.limit) cursor.at++;
  return { value: word, span };
}
