import { ACCENTS, LETTER_COMMANDS, SUBSCRIPTS, SUPERSCRIPTS } from './latex-symbols';

/** Anything that LaTeX would read as more than itself. */
const MARKS = /[\\{}$~`<&]|--|''|\s\s|[\t\r\n]|^\s|\s$/u;
const PLAIN = /[^\\{}$~\-`'&<^_]+/yu;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&#39;': "'", '&nbsp;': ' ' };

/** The plain text of a field of BibTeX: accents put together, commands replaced or dropped, braces gone, dashes and quotes as typeset. */
export function decodeLatex(source: string): string {
  if (!MARKS.test(source)) return source;
  const decoded = new LatexDecoder(source).decode();
  return decoded.replace(/[\s\u00a0]+/gu, ' ').trim().normalize('NFC');
}

/** A path or address: only what had to be escaped is put back. */
export function decodeVerbatim(source: string): string {
  return source
    .replace(/\\url\s?(?=\{)/gu, '')
    .replace(/\{?\\([_%&#~$])(?:\{\})?\}?/gu, '$1').replace(/\{\\textasciitilde\}|\\textasciitilde(?:\{\}| )?/gu, '~').replace(/[{}<>]/gu, '').replace(/\s+/gu, ' ').trim();
}

/** Commands whose first argument is not printed. */
const WITH_HIDDEN_ARGUMENT: ReadonlySet<string> = new Set(['href', 'textcolor', 'color', 'hspace', 'vspace', 'noopsort', 'label', 'fontsize']);

class LatexDecoder {
  readonly #source: string;
  #at = 0;
  #isMath = false;
  readonly #out: string[] = [];

  constructor(source: string) {
    this.#source = source;
  }

  decode(): string {
    while (this.#at < this.#source.length) this.#step();
    return this.#out.join('');
  }

  #step(): void {
    const mark = this.#source.charAt(this.#at);
    switch (mark) {
      case '\\':
        this.#command();
        return;
      case '{':
      case '}':
        this.#at++;
        return;
      case '$':
        this.#dollar();
        return;
      case '~':
        this.#put(' ', 1);
        return;
      case '-':
        this.#dashes();
        return;
      case '`':
        this.#put(this.#source.startsWith('``', this.#at) ? '“' : '‘', this.#source.startsWith('``', this.#at) ? 2 : 1);
        return;
      case "'":
        this.#put(this.#source.startsWith("''", this.#at) ? '”' : "'", this.#source.startsWith("''", this.#at) ? 2 : 1);
        return;
      case '&':
        this.#entity();
        return;
      case '<':
        this.#tag();
        return;
      case '^':
      case '_':
        this.#script(mark);
        return;
      default:
        this.#plain();
    }
  }

  #plain(): void {
    PLAIN.lastIndex = this.#at;
    const run = PLAIN.exec(this.#source)?.[0] ?? this.#source.charAt(this.#at);
    this.#put(run, run.length);
  }

  #put(text: string, length: number): void {
    this.#out.push(text);
    this.#at += length;
  }

  #dashes(): void {
    if (this.#source.startsWith('---', this.#at)) this.#put('—', 3);
    else if (this.#source.startsWith('--', this.#at)) this.#put('–', 2);
    else this.#put('-', 1);
  }

  #entity(): void {
    const entity = /^&(?:amp|lt|gt|quot|apos|nbsp|#39);/u.exec(this.#source.slice(this.#at, this.#at + 8))?.[0];
    if (entity === undefined) this.#put('&', 1);
    else this.#put(ENTITIES[entity] ?? '', entity.length);
  }

  /** `<i>`, `</sup>` and the like, which exporters leave in titles. */
  #tag(): void {
    const tag = /^<\/?(?:i|b|em|strong|sup|sub|span|scp)(?:\s[^<>]{0,60})?>/iu.exec(this.#source.slice(this.#at, this.#at + 80))?.[0];
    this.#put(tag === undefined ? '<' : '', tag?.length ?? 1);
  }

  /** Opens or closes math; a sum of money is neither: "$5 billion to $7 billion". */
  #dollar(): void {
    if (this.#isMath) {
      this.#isMath = false;
      this.#at++;
      return;
    }
    const close = this.#source.indexOf('$', this.#at + 1);
    const inner = close < 0 || close - this.#at > 300 ? '' : this.#source.slice(this.#at + 1, close);
    const isMath = inner !== '' && !/^\s|\s$/u.test(inner) && !/\d/u.test(this.#source.charAt(close + 1)) && !inner.endsWith('\\');
    this.#isMath = isMath;
    this.#put(isMath ? '' : '$', 1);
  }

  /** H$_2$O, CO\textsubscript{2}, m$^2$: as raised or lowered characters where all of them exist. */
  #script(mark: '^' | '_'): void {
    this.#at++;
    if (!this.#isMath) {
      this.#out.push(mark);
      return;
    }
    const argument = this.#argument();
    this.#out.push(inScript(argument, mark === '^' ? SUPERSCRIPTS : SUBSCRIPTS));
  }

  #command(): void {
    const next = this.#source.charAt(this.#at + 1);
    if (!/[A-Za-z]/u.test(next)) {
      this.#symbolCommand(next);
      return;
    }
    const start = this.#at + 1;
    let end = start;
    while (/[A-Za-z]/u.test(this.#source.charAt(end))) end++;
    const name = this.#source.slice(start, end);
    this.#at = end;
    const accent = name.length === 1 ? ACCENTS.get(name) : undefined;
    if (accent !== undefined) {
      this.#accent(accent);
      return;
    }
    const before = this.#at;
    this.#skipSpaces();
    // LaTeX drops all space in math, where a reader of plain text wants it: "α ≤ 5".
    this.#namedCommand(name, this.#isMath && this.#at > before ? ' ' : '');
  }

  #namedCommand(name: string, space: string): void {
    const letter = LETTER_COMMANDS.get(name);
    if (letter !== undefined) {
      if (this.#source.startsWith('{}', this.#at)) this.#at += 2;
      this.#out.push(letter + space);
      return;
    }
    if (WITH_HIDDEN_ARGUMENT.has(name)) this.#argument();
    else if (name === 'textsuperscript' || name === 'textsubscript') {
      this.#out.push(inScript(decodeLatex(this.#argument()), name === 'textsuperscript' ? SUPERSCRIPTS : SUBSCRIPTS));
    } else if (name === 'enquote' || name === 'mkbibquote') this.#out.push(`“${decodeLatex(this.#argument())}”`);
    else if (name === 'frac') this.#out.push(`${decodeLatex(this.#argument())}/`);
    // All others style or place what follows, which stays.
  }

  #symbolCommand(mark: string): void {
    const accent = ACCENTS.get(mark);
    if (accent !== undefined && mark !== '') {
      this.#at += 2;
      this.#accent(accent);
      return;
    }
    this.#at += 2;
    if (mark === '\\') {
      this.#out.push(' ');
      const optional = /^\*?(?:\[[^\]]{0,20}\])?/u.exec(this.#source.slice(this.#at, this.#at + 24))?.[0] ?? '';
      this.#at += optional.length;
    } else if (' ,;:\n\r\t'.includes(mark)) this.#out.push(mark === '' ? '' : ' ');
    else if (!'-/!@()[]*'.includes(mark)) this.#out.push(mark);
  }

  /** Puts a mark on the letter that follows, bare, in braces, or dotless: `\'e`, `\'{e}`, `\v{s}`, `\"{\i}`, `\c c`. */
  #accent(mark: string): void {
    this.#skipSpaces();
    const base = this.#source.charAt(this.#at) === '{' || this.#source.charAt(this.#at) === '\\' ? this.#accented() : this.#take();
    const [first = '', ...rest] = Array.from(base);
    if (first === '') return;
    this.#out.push((first === 'ı' ? 'i' : first === 'ȷ' ? 'j' : first) + mark + rest.join(''));
  }

  #accented(): string {
    if (this.#source.charAt(this.#at) === '{') return decodeLatex(this.#argument());
    const command = /^\\[A-Za-z]{1,3}(?![A-Za-z])(?:\{\}| )?/u.exec(this.#source.slice(this.#at, this.#at + 8))?.[0];
    if (command === undefined) return '';
    this.#at += command.length;
    return LETTER_COMMANDS.get(command.replace(/[\\{} ]/gu, '')) ?? '';
  }

  #take(): string {
    const point = this.#source.codePointAt(this.#at);
    if (point === undefined) return '';
    const taken = String.fromCodePoint(point);
    if (!/[\p{L}\p{N}]/u.test(taken)) return '';
    this.#at += taken.length;
    return taken;
  }

  /** What stands in the braces that follow, else the next character. */
  #argument(): string {
    if (this.#source.charAt(this.#at) !== '{') {
      if (this.#source.charAt(this.#at) === '\\') return this.#accented();
      const taken = this.#take();
      return taken;
    }
    const start = this.#at + 1;
    // An argument goes no further than a long title: without this bound, nested commands would be read over and over.
    const stop = Math.min(this.#source.length, start + LONGEST_ARGUMENT);
    let depth = 1;
    let at = start;
    for (; at < stop; at++) {
      const mark = this.#source.charAt(at);
      if (mark === '\\') at++;
      else if (mark === '{') depth++;
      else if (mark === '}' && --depth === 0) break;
    }
    if (depth > 0) {
      this.#at = start;
      return '';
    }
    this.#at = at + 1;
    return this.#source.slice(start, at);
  }

  #skipSpaces(): void {
    while (this.#source.charAt(this.#at) === ' ' || this.#source.charAt(this.#at) === '\n' || this.#source.charAt(this.#at) === '\t') this.#at++;
  }
}

const LONGEST_ARGUMENT = 200;

const inScript = (text: string, table: ReadonlyMap<string, string>): string => {
  const marks = Array.from(text, (mark) => table.get(mark));
  return marks.every((mark) => mark !== undefined) ? marks.join('') : text;
};
