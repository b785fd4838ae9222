import type { Span } from '../text/span';

/**
 * JSON with the place of every value, read on after faults: commas that are missing or too many, strings and brackets that are not closed,
 * comments. What a fault damages is lost; what stands beside it is not.
 */
export type JsonNode =
  | { readonly kind: 'object'; readonly span: Span; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly span: Span; readonly items: readonly JsonNode[] }
  | { readonly kind: 'value'; readonly span: Span; readonly value: string | number | boolean | null };

export interface JsonMember {
  readonly key: string;
  readonly keySpan: Span;
  readonly node: JsonNode;
}

export interface JsonFault {
  readonly span: Span;
  readonly message: string;
}

export function readJson(text: string): { readonly root: JsonNode | null; readonly faults: readonly JsonFault[] } {
  return new JsonReader(text).read();
}

export function toPlain(node: JsonNode): unknown {
  switch (node.kind) {
    case 'value':
      return node.value;
    case 'array':
      return node.items.map(toPlain);
    case 'object':
      return Object.fromEntries(node.members.map((member) => [member.key, toPlain(member.node)]));
  }
}

const DEEPEST = 40;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/yu;
const WORD = /[^\s,:{}[\]"]+/yu;
const NAME_AND_COLON = /"(?:[^"\\\r\n]|\\.){0,200}"\s{0,20}:/yu;
const NOT_SPACE = /\s{0,1000}\S/yu;
const BEFORE_BRACKET = /\s{0,40}\]/yu;
const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

class JsonReader {
  readonly #text: string;
  readonly #faults: JsonFault[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): { readonly root: JsonNode | null; readonly faults: readonly JsonFault[] } {
    this.#skipSpace();
    if (this.#at >= this.#text.length) return { root: null, faults: [] };
    const root = this.#value(0);
    this.#skipSpace();
    if (this.#at < this.#text.length) this.#fault(this.#at, this.#at + 1, `"${this.#text.charAt(this.#at)}" after the end of the list`);
    return { root, faults: this.#faults };
  }

  #value(depth: number): JsonNode | null {
    const mark = this.#text.charAt(this.#at);
    if (mark === '{') return depth > DEEPEST ? this.#tooDeep() : this.#object(depth);
    if (mark === '[') return depth > DEEPEST ? this.#tooDeep() : this.#array(depth);
    if (mark === '"') return this.#string();
    return this.#word();
  }

  #object(depth: number): JsonNode {
    const start = this.#at++;
    const members: JsonMember[] = [];
    for (;;) {
      this.#skipSpace();
      const mark = this.#text.charAt(this.#at);
      if (mark === '}') {
        this.#at++;
        return { kind: 'object', span: { start, end: this.#at }, members };
      }
      // A new object or the end of the list where a name must stand: this one was not closed.
      if (mark === '' || mark === '{' || mark === ']') {
        this.#fault(start, start + 1, 'This { is not closed');
        return { kind: 'object', span: { start, end: this.#endBefore() }, members };
      }
      if (mark === ',') this.#at++;
      else this.#member(members, depth);
    }
  }

  #member(members: JsonMember[], depth: number): void {
    const start = this.#at;
    const name = this.#text.charAt(this.#at) === '"' ? this.#string() : this.#word();
    if (name?.kind !== 'value') {
      this.#fault(start, start + 1, `"${this.#text.charAt(start)}" is not expected here`);
      this.#at = Math.max(this.#at, start + 1);
      return;
    }
    this.#skipSpace();
    if (this.#text.charAt(this.#at) !== ':') {
      this.#fault(name.span.start, name.span.end, `No colon after ${this.#text.slice(name.span.start, Math.min(name.span.end, name.span.start + 40))}`);
      return;
    }
    this.#at++;
    this.#skipSpace();
    const mark = this.#text.charAt(this.#at);
    if (mark === '' || mark === '}' || mark === ']' || mark === ',') {
      this.#fault(name.span.start, name.span.end, `${this.#text.slice(name.span.start, Math.min(name.span.end, name.span.start + 40))} has no value`);
      return;
    }
    const node = this.#value(depth + 1);
    if (node === null) this.#at = Math.max(this.#at, start + 1);
    else members.push({ key: String(name.value), keySpan: name.span, node });
    this.#expectComma('}');
  }

  #array(depth: number): JsonNode {
    const start = this.#at++;
    const items: JsonNode[] = [];
    for (;;) {
      this.#skipSpace();
      const mark = this.#text.charAt(this.#at);
      if (mark === ']' && (depth > 0 || this.#isLast())) {
        this.#at++;
        return { kind: 'array', span: { start, end: this.#at }, items };
      }
      if (mark === '' || (mark === '}' && depth > 1 && !this.#isBeforeBracket())) {
        this.#fault(start, start + 1, 'This [ is not closed');
        return { kind: 'array', span: { start, end: this.#endBefore() }, items };
      }
      if (mark === ',') this.#at++;
      else if (mark === '}' || mark === ':' || mark === ']') this.#stray(mark);
      else if (mark === '"' && this.#isName()) {
        if (depth > 1) {
          this.#fault(start, start + 1, 'This [ is not closed');
          return { kind: 'array', span: { start, end: this.#endBefore() }, items };
        }
        this.#looseMembers(depth);
      } else this.#item(items, depth);
    }
  }

  #item(items: JsonNode[], depth: number): void {
    const before = this.#at;
    const node = this.#value(depth + 1);
    if (node === null) this.#at = Math.max(this.#at, before + 1);
    else items.push(node);
    this.#expectComma(']');
  }

  #stray(mark: string): void {
    this.#fault(this.#at, this.#at + 1, `"${mark}" is not expected here`);
    this.#at++;
  }

  /** Names and values straight in the list: the `{` before them is missing, or a `}` too many ended their object. They are lost. */
  #looseMembers(depth: number): void {
    const start = this.#at;
    this.#fault(start, start + 1, 'No { before this name');
    const lost: JsonMember[] = [];
    while (this.#text.charAt(this.#at) === '"') {
      this.#member(lost, depth);
      this.#skipSpace();
      while (this.#text.charAt(this.#at) === ',') {
        this.#at++;
        this.#skipSpace();
      }
    }
    if (this.#text.charAt(this.#at) === '}') this.#at++;
  }

  /** Does nothing but space follow? A list that ends before the text does has a bracket too many. */
  #isLast(): boolean {
    NOT_SPACE.lastIndex = this.#at + 1;
    return !NOT_SPACE.test(this.#text);
  }

  /** "}}]": a brace too many, not a list that lacks its bracket. */
  #isBeforeBracket(): boolean {
    BEFORE_BRACKET.lastIndex = this.#at + 1;
    return BEFORE_BRACKET.test(this.#text);
  }

  #isName(): boolean {
    NAME_AND_COLON.lastIndex = this.#at;
    return NAME_AND_COLON.test(this.#text);
  }

  #expectComma(close: string): void {
    const end = this.#at;
    this.#skipSpace();
    const mark = this.#text.charAt(this.#at);
    if (mark === ',' || mark === close || mark === '' || mark === '}' || mark === ']') return;
    // What was not closed ended after the comma, not before it.
    let last = end - 1;
    while (last > 0 && /\s/u.test(this.#text.charAt(last))) last--;
    if (this.#text.charAt(last) !== ',') this.#fault(Math.max(0, last), last + 1, 'No comma after this');
  }

  #string(): JsonNode {
    const start = this.#at;
    let value = '';
    let at = start + 1;
    let run = at;
    for (;;) {
      const mark = this.#text.charCodeAt(at);
      if (mark === 34) break;
      if (Number.isNaN(mark) || mark === 10 || mark === 13) return this.#openString(start, at, value + this.#text.slice(run, at));
      if (mark !== 92) {
        at++;
        continue;
      }
      value += this.#text.slice(run, at);
      const escape = this.#text.charAt(at + 1);
      const unicode = escape === 'u' ? /^[\dA-Fa-f]{4}/u.exec(this.#text.slice(at + 2, at + 6)) : null;
      value += unicode === null ? (ESCAPES[escape] ?? escape) : String.fromCharCode(Number.parseInt(unicode[0], 16));
      at += unicode === null ? 2 : 6;
      run = at;
    }
    this.#at = at + 1;
    return { kind: 'value', span: { start, end: this.#at }, value: value + this.#text.slice(run, at) };
  }

  /** Up to the end of its line, without the comma or brackets there that are the file's and not the string's. */
  #openString(start: number, lineEnd: number, value: string): JsonNode {
    this.#fault(start, start + 1, 'This quotation mark is not closed');
    const tail = /[\s,}\]]*$/u.exec(this.#text.slice(Math.max(start + 1, lineEnd - 20), lineEnd))?.[0].length ?? 0;
    this.#at = Math.min(lineEnd, this.#text.length) - tail;
    return { kind: 'value', span: { start, end: this.#at }, value: tail === 0 ? value : value.slice(0, -tail) };
  }

  #word(): JsonNode | null {
    const start = this.#at;
    NUMBER.lastIndex = start;
    const number = NUMBER.exec(this.#text)?.[0];
    WORD.lastIndex = start;
    const word = WORD.exec(this.#text)?.[0];
    if (word === undefined) return null;
    this.#at = start + word.length;
    const span = { start, end: this.#at };
    if (number === word) return { kind: 'value', span, value: Number(number) };
    if (word === 'true' || word === 'false') return { kind: 'value', span, value: word === 'true' };
    if (word === 'null') return { kind: 'value', span, value: null };
    this.#fault(start, this.#at, `"${word.slice(0, 40)}" stands without quotation marks`);
    return { kind: 'value', span, value: word };
  }

  /** Jumps over what is nested deeper than any bibliography. */
  #tooDeep(): JsonNode {
    const start = this.#at;
    this.#fault(start, start + 1, 'Nested too deep');
    let depth = 0;
    for (; this.#at < this.#text.length; this.#at++) {
      const mark = this.#text.charAt(this.#at);
      if (mark === '[' || mark === '{') depth++;
      else if ((mark === ']' || mark === '}') && --depth === 0) {
        this.#at++;
        break;
      }
    }
    return { kind: 'value', span: { start, end: this.#at }, value: null };
  }

  #endBefore(): number {
    let end = this.#at;
    while (end > 0 && /[\s,]/u.test(this.#text.charAt(end - 1))) end--;
    return end;
  }

  #skipSpace(): void {
    for (;;) {
      let mark = this.#text.charCodeAt(this.#at);
      while (mark === 32 || (mark >= 9 && mark <= 13) || mark === 0xfeff) mark = this.#text.charCodeAt(++this.#at);
      if (mark !== 47) return;
      const end = this.#text.startsWith('//', this.#at) ? this.#text.indexOf('\n', this.#at) : this.#text.startsWith('/*', this.#at) ? this.#text.indexOf('*/', this.#at + 2) + 2 : -2;
      if (end === -2) return;
      this.#at = end <= 1 ? this.#text.length : end;
    }
  }

  #fault(start: number, end: number, message: string): void {
    this.#faults.push({ span: { start, end: Math.min(end, this.#text.length) }, message });
  }
}
