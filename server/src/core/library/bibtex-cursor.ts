import type { Span } from '../text/span';
import type { BibliographyProblem } from './reference';

/** Between `(` and `)` an entry looks so much like prose ("@handle (2024)") that its key and comma are asked for. */
const ENTRY_LINE = /^[ \t]*@[ \t]*[A-Za-z][A-Za-z_-]{1,30}[ \t\r\n]{0,20}(?:\{|\(\s{0,40}[^\s,(){}]{1,100}[ \t]*[,=])/gmu;
/** A line that begins a field: what an unclosed value ends before. */
const FIELD_LINE = /^[ \t,]*[A-Za-z][\w:+-]{1,40}[ \t]*=[ \t]*(?:["{]|(?:\d{1,8}|[A-Za-z]{2,40})[ \t]*(?:[,}#]|\r?$))/gmu;

/**
 * How an entry is read: `balanced` trusts its braces; `by-line`, the second try, lets no value run over a line that begins a field.
 */
export type Reading = 'balanced' | 'by-line';

/** Where the scanner of a BibTeX file is, how far its entry may go, and what it found wrong there. */
export class BibtexCursor {
  readonly text: string;
  at = 0;
  /** Where the next entry begins a line; nothing of this entry goes beyond. */
  limit = 0;
  reading: Reading = 'balanced';
  /** Something in this entry is not closed or out of place. */
  isDamaged = false;
  /** An entry before the same limit was damaged: the braces of what follows on its lines are not trusted either. */
  isRegionDamaged = false;
  /** Up to here no quotation mark closes a value; one failed search is enough. */
  openQuoteStop = -1;
  key = '';
  problems: BibliographyProblem[] = [];
  /** Where the lines begin that begin a field, up to the limit; null: not yet looked for. */
  #fieldLines: readonly number[] | null = null;
  #regionStart = 0;

  constructor(text: string) {
    this.text = text;
  }

  startEntry(): void {
    this.problems = [];
    this.isDamaged = false;
    this.key = '';
  }

  moveLimit(): void {
    if (this.limit > this.at) return;
    ENTRY_LINE.lastIndex = this.at;
    this.limit = ENTRY_LINE.exec(this.text)?.index ?? this.text.length;
    this.#regionStart = this.at;
    this.#fieldLines = null;
    this.isRegionDamaged = false;
  }

  valueStop(from: number): number {
    return this.reading === 'balanced' ? this.limit : Math.min(this.limit, this.nextFieldLine(from));
  }

  /** The start of the first line from `from` on that begins a field. */
  nextFieldLine(from: number): number {
    const lines = (this.#fieldLines ??= [...this.text.slice(this.#regionStart, this.limit).matchAll(FIELD_LINE)].map((match) => this.#regionStart + match.index));
    let low = 0;
    let high = lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((lines[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    return lines[low] ?? this.limit;
  }

  lineEnd(from: number): number {
    const at = this.text.indexOf('\n', from);
    return at < 0 ? this.text.length : at;
  }

  /** Space, and lines that `%` makes a comment. */
  skipSpace(): void {
    for (;;) {
      let mark = this.text.charCodeAt(this.at);
      while (mark === 32 || (mark >= 9 && mark <= 13) || mark === 0xa0 || mark === 0xfeff) mark = this.text.charCodeAt(++this.at);
      if (mark !== 37) return;
      this.at = this.lineEnd(this.at);
    }
  }

  report(span: Span, message: string): void {
    this.problems.push({ span, message, key: this.key === '' ? null : this.key });
  }
}
