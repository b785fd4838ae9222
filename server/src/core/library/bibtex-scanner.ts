import type { Span } from '../text/span';
import { BibtexCursor } from './bibtex-cursor';
import { readBibtexValue } from './bibtex-values';
import type { BibliographyProblem } from './reference';

/**
 * Finds the entries of a BibTeX or BibLaTeX file with the place of each key and value, and goes on after every fault: what is not closed
 * ends where the next `@type{` begins a line.
 *
 *     @report{khan2024, title = {Roads and growth}, year = 2024}
 *             ^^^^^^^^ keySpan    ^^^^^^^^^^^^^^^^ span of a field (inside its braces)
 */
export interface BibtexFile {
  readonly entries: readonly BibtexEntry[];
  readonly problems: readonly BibliographyProblem[];
}

export interface BibtexEntry {
  /** Lower case: "article". */
  readonly type: string;
  readonly span: Span;
  /** Empty where the entry has no key. */
  readonly key: string;
  readonly keySpan: Span;
  /** By lower-case name; of a name given twice, the first. */
  readonly fields: ReadonlyMap<string, BibtexField>;
}

export interface BibtexField {
  readonly name: string;
  /** As written inside its braces or quotes, `@string` names and `#` resolved; LaTeX is still in it. */
  readonly value: string;
  readonly span: Span;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Names that no file needs to define. */
const STANDARD_STRINGS: ReadonlyMap<string, string> = new Map(MONTHS.map((month, index) => [month, String(index + 1)]));

const ENTRY_HEAD = /@[ \t]*([A-Za-z][A-Za-z_-]{1,30})[ \t\r\n]{0,20}(\{|\((?=\s{0,40}[^\s,(){}]{1,100}[ \t]*[,=]))/yu;
const HEAD_WITHOUT_AT = /^[ \t]*(article|book|incollection|inproceedings|misc|online|report|techreport|thesis)[ \t]*\{[ \t]*([^\s,{}]{1,100})[ \t]*,/gimu;
const FIELD_HEAD = /[A-Za-z][\w:+-]{0,40}[ \t]*=/yu;
const STRAY_CLOSE = /\s*,?\s*[})]/yu;
const FIELD_NAME = /[^\s=,{}()"#@%]{1,80}/yu;
const MORE_FIELDS = /\s*,\s*[A-Za-z][\w-]{0,40}[ \t]*=[ \t]*["{\w]/yu;

export function scanBibtex(text: string): BibtexFile {
  return new BibtexScanner(text).scan();
}

interface EntryHead {
  readonly type: string;
  readonly start: number;
  readonly bodyStart: number;
  readonly close: '}' | ')';
}

class BibtexScanner {
  readonly #cursor: BibtexCursor;
  readonly #strings = new Map(STANDARD_STRINGS);
  readonly #entries: BibtexEntry[] = [];
  readonly #problems: BibliographyProblem[] = [];
  /** Once a comment did not close, later ones end with their entry: the whole file is not searched again for each. */
  #hasOpenComment = false;

  constructor(text: string) {
    this.#cursor = new BibtexCursor(text);
  }

  scan(): BibtexFile {
    for (;;) {
      const at = this.#cursor.text.indexOf('@', this.#cursor.at);
      this.#reportHeadsWithoutAt(this.#cursor.at, at < 0 ? this.#cursor.text.length : at);
      if (at < 0) break;
      const head = this.#readHead(at);
      if (head === null) {
        this.#cursor.at = at + 1;
        continue;
      }
      this.#readEntry(head);
    }
    return { entries: this.#entries, problems: this.#problems };
  }

  /** "article{khan2024," on a line of its own, whose `@` got lost. */
  #reportHeadsWithoutAt(from: number, to: number): void {
    if (to - from < 8) return;
    for (const match of this.#cursor.text.slice(from, to).matchAll(HEAD_WITHOUT_AT)) {
      const start = from + match.index + match[0].length - match[0].trimStart().length;
      this.#problems.push({ span: { start, end: from + match.index + match[0].length - 1 }, message: `No @ before "${match[1] ?? ''}"`, key: match[2] ?? null });
    }
  }

  #readHead(at: number): EntryHead | null {
    ENTRY_HEAD.lastIndex = at;
    const match = ENTRY_HEAD.exec(this.#cursor.text);
    if (match === null) return null;
    // An address in text between entries is no entry: "write to a@list (…".
    if (at > 0 && /[\p{L}\p{N}.]/u.test(this.#cursor.text.charAt(at - 1))) return null;
    return { type: (match[1] ?? '').toLowerCase(), start: at, bodyStart: ENTRY_HEAD.lastIndex, close: match[2] === '(' ? ')' : '}' };
  }

  #readEntry(head: EntryHead): void {
    this.#cursor.at = head.bodyStart;
    this.#cursor.moveLimit();
    if (head.type === 'comment') {
      this.#skipComment();
      return;
    }
    this.#cursor.reading = this.#cursor.isRegionDamaged ? 'by-line' : 'balanced';
    this.#cursor.startEntry();
    let entry = this.#readBody(head);
    if (this.#cursor.isDamaged && !this.#cursor.isRegionDamaged) {
      this.#cursor.isRegionDamaged = true;
      this.#cursor.reading = 'by-line';
      this.#cursor.at = head.bodyStart;
      this.#cursor.startEntry();
      entry = this.#readBody(head);
    }
    for (const problem of this.#cursor.problems) this.#problems.push(problem);
    if (entry !== null) this.#entries.push(entry);
  }

  #skipComment(): void {
    const end = this.#hasOpenComment ? this.#cursor.limit : this.#cursor.text.length;
    let depth = 1;
    let at = this.#cursor.at;
    for (; at < end && depth > 0; at++) {
      const mark = this.#cursor.text.charCodeAt(at);
      if (mark === 123) depth++;
      else if (mark === 125) depth--;
    }
    if (depth > 0) this.#hasOpenComment = true;
    this.#cursor.at = depth > 0 ? Math.max(this.#cursor.at, this.#cursor.limit) : at;
  }

  #readBody(head: EntryHead): BibtexEntry | null {
    if (head.type === 'preamble') {
      readBibtexValue(this.#cursor, this.#strings, head.close);
      this.#close(head);
      return null;
    }
    const isString = head.type === 'string';
    const keySpan = isString ? { start: head.bodyStart, end: head.bodyStart } : this.#readKey(head);
    const fields = this.#readFields(head);
    if (isString) {
      for (const field of fields.values()) this.#strings.set(field.name, field.value);
      return null;
    }
    return { type: head.type, span: { start: head.start, end: this.#cursor.at }, key: this.#cursor.key, keySpan, fields };
  }

  #readKey(head: EntryHead): Span {
    this.#cursor.skipSpace();
    const start = this.#cursor.at;
    let end = start;
    while (end < this.#cursor.limit && !',{}\n"'.includes(this.#cursor.text.charAt(end)) && this.#cursor.text.charAt(end) !== head.close) end++;
    const isField = this.#cursor.text.slice(start, end).includes('=');
    const key = isField ? '' : this.#cursor.text.slice(start, end).trim();
    const keySpan = { start, end: start + key.length };
    this.#cursor.key = key;
    this.#cursor.at = isField ? start : end;
    if (key === '') this.#cursor.report({ start: head.start, end: Math.max(start, head.bodyStart) }, `@${head.type} has no key`);
    else if (/\s/u.test(key)) this.#cursor.report(keySpan, `The key "${key}" has a space in it`);
    this.#cursor.skipSpace();
    if (this.#cursor.text.charAt(this.#cursor.at) === ',') this.#cursor.at++;
    else if (key !== '' && this.#cursor.at < this.#cursor.limit && this.#cursor.text.charAt(this.#cursor.at) !== head.close) this.#cursor.report(keySpan, `No comma after the key "${key}"`);
    return keySpan;
  }

  #readFields(head: EntryHead): Map<string, BibtexField> {
    const fields = new Map<string, BibtexField>();
    for (;;) {
      this.#cursor.skipSpace();
      const mark = this.#cursor.text.charAt(this.#cursor.at);
      if (this.#cursor.at >= this.#cursor.limit) {
        this.#close(head);
        return fields;
      }
      if (mark === head.close) {
        if (this.#close(head)) return fields;
      } else if (mark === ',') this.#cursor.at++;
      else this.#readField(head, fields);
    }
  }

  /** Is the entry at its end? Not where a brace too many stands before further fields. */
  #close(head: EntryHead): boolean {
    this.#cursor.skipSpace();
    if (this.#cursor.at >= this.#cursor.limit || this.#cursor.text.charAt(this.#cursor.at) !== head.close) {
      this.#cursor.isDamaged = true;
      this.#cursor.at = Math.min(this.#cursor.at, this.#cursor.limit);
      while (this.#cursor.at > head.bodyStart && /\s/u.test(this.#cursor.text.charAt(this.#cursor.at - 1))) this.#cursor.at--;
      this.#cursor.report({ start: head.start, end: head.bodyStart }, `${this.#cursor.key === '' ? `This @${head.type}` : `"${this.#cursor.key}"`} is not closed`);
      return true;
    }
    this.#cursor.at++;
    if (head.type === 'string' || head.type === 'preamble') return true;
    const hasMoreFields = this.#follows(MORE_FIELDS);
    if (hasMoreFields || this.#follows(STRAY_CLOSE)) this.#cursor.report({ start: this.#cursor.at - 1, end: this.#cursor.at }, `A closing brace too many in ${this.#nameOf(head)}`);
    return !hasMoreFields;
  }

  /** Before the next entry, that is. */
  #follows(sticky: RegExp): boolean {
    sticky.lastIndex = this.#cursor.at;
    return sticky.test(this.#cursor.text) && sticky.lastIndex <= this.#cursor.limit;
  }

  #readField(head: EntryHead, fields: Map<string, BibtexField>): void {
    FIELD_NAME.lastIndex = this.#cursor.at;
    const name = FIELD_NAME.exec(this.#cursor.text)?.[0];
    if (name === undefined) {
      this.#cursor.report({ start: this.#cursor.at, end: this.#cursor.at + 1 }, `"${this.#cursor.text.charAt(this.#cursor.at)}" is not expected in ${this.#nameOf(head)}`);
      this.#cursor.isDamaged = true;
      this.#cursor.at++;
      this.#skipToField();
      return;
    }
    const nameSpan = { start: this.#cursor.at, end: this.#cursor.at + name.length };
    this.#cursor.at = nameSpan.end;
    this.#cursor.skipSpace();
    const mark = this.#cursor.at < this.#cursor.limit ? this.#cursor.text.charAt(this.#cursor.at) : '';
    const isOnlyEqualsMissing = mark === '{' || mark === '"';
    if (isOnlyEqualsMissing) this.#cursor.report(nameSpan, `No = after "${name}" in ${this.#nameOf(head)}`);
    else if (mark !== '=') {
      this.#cursor.report(nameSpan, `"${name}" in ${this.#nameOf(head)} has no value`);
      this.#cursor.isDamaged = true;
      this.#skipToField();
      return;
    }
    if (!isOnlyEqualsMissing) this.#cursor.at++;
    const field = readBibtexValue(this.#cursor, this.#strings, head.close);
    const lower = name.toLowerCase();
    if (fields.has(lower)) this.#cursor.report(nameSpan, `"${name}" stands twice in ${this.#nameOf(head)}`);
    else fields.set(lower, { name: lower, value: field.value, span: field.span });
    this.#expectComma(head);
  }

  /** Stands after the space behind a value. */
  #expectComma(head: EntryHead): void {
    const mark = this.#cursor.text.charAt(this.#cursor.at);
    if (this.#cursor.at >= this.#cursor.limit || mark === ',' || mark === head.close) return;
    let end = this.#cursor.at;
    while (end > head.bodyStart && /\s/u.test(this.#cursor.text.charAt(end - 1))) end--;
    FIELD_HEAD.lastIndex = this.#cursor.at;
    if (!FIELD_HEAD.test(this.#cursor.text)) this.#cursor.isDamaged = true;
    this.#cursor.report({ start: Math.max(0, end - 1), end }, `No comma after this value in ${this.#nameOf(head)}`);
  }

  /** After a fault: to the next comma, closing brace or line that begins a field. */
  #skipToField(): void {
    const stop = Math.min(this.#cursor.limit, this.#cursor.nextFieldLine(this.#cursor.at));
    let at = this.#cursor.at;
    while (at < stop && !',}\n'.includes(this.#cursor.text.charAt(at))) at++;
    this.#cursor.at = Math.min(at, this.#cursor.limit);
  }

  #nameOf(head: EntryHead): string {
    return this.#cursor.key === '' ? `this @${head.type}` : `"${this.#cursor.key}"`;
  }
}
