import { Parser } from 'htmlparser2';
import type { Span } from '../text/span';
import { proseOfParts, type Prose, type ProseMark, type SourcePart } from './prose';

/** What a reader of the page sees of a block of raw HTML or of components. */
export interface HtmlProses {
  /** Paragraphs, items and captions, in order. */
  readonly proses: readonly Prose[];
  /** Words that are shown but not read: headings, code of templates, tables within a line. */
  readonly hasUnreadWords: boolean;
}

/** Not for reading aloud: code, forms, and what is read elsewhere (tables). */
const unreadElements: ReadonlySet<string> = new Set('script style noscript template pre code svg math textarea select option button iframe object canvas video audio table h1 h2 h3 h4 h5 h6'.split(' '));
const silentElements: ReadonlySet<string> = new Set(['script', 'style', 'svg', 'template', 'noscript', 'iframe', 'object', 'canvas']);
/** Elements of a line of text; all others begin a new one. A component is one or the other, as it stands. */
const inlineElements: ReadonlySet<string> = new Set('a abbr acronym b bdi bdo big cite data del dfn em font i ins kbd label mark q s samp small span strong sub sup time tt u var wbr'.split(' '));
const markOf: Readonly<Record<string, ProseMark['kind']>> = { b: 'strong', strong: 'strong', em: 'emphasis', i: 'emphasis', cite: 'emphasis', a: 'link' };

/**
 * Reads the text between the tags, and captions given as an attribute:
 *
 *     <Figure src="wages.png" caption="Wages rose by 3% in 2024" />
 *     <figure><img src="wages.png"><figcaption>Wages rose by 3% in 2024</figcaption></figure>
 */
export function readHtmlProses(source: string, span: Span): HtmlProses {
  const reader = new HtmlReader(source, span);
  return reader.read();
}

interface OpenElement {
  readonly name: string;
  /** Source offset of its tag, and length of the text so far. */
  readonly start: number;
  readonly textStart: number;
  /** No word stands in front of it in its line of text. */
  readonly isFirst: boolean;
  readonly target: string;
}

class HtmlReader {
  readonly #source: string;
  readonly #span: Span;
  readonly #proses: Prose[] = [];
  readonly #open: OpenElement[] = [];
  #parts: SourcePart[] = [];
  #marks: ProseMark[] = [];
  #text = '';
  #isBlank = true;
  /** Elements not to be read that are open. */
  #unreadDepth = 0;
  #unreadText = '';

  constructor(source: string, span: Span) {
    this.#source = source;
    this.#span = span;
  }

  read(): HtmlProses {
    const offset = this.#span.start;
    const parser: Parser = new Parser(
      {
        onattribute: (name, value) => {
          if (name === 'caption') this.#readCaption(offset + parser.startIndex, offset + parser.endIndex + 1, value);
        },
        onopentag: (name, attributes) => {
          this.#openElement(name, attributes['href'] ?? '', offset + parser.startIndex, offset + parser.endIndex + 1);
        },
        ontext: (text) => {
          this.#addText(text, { start: offset + parser.startIndex, end: offset + parser.endIndex + 1 });
        },
        onclosetag: (name) => {
          this.#closeElement(name, offset + parser.endIndex + 1);
        },
      },
      { decodeEntities: true, lowerCaseTags: false, lowerCaseAttributeNames: false, recognizeSelfClosing: true },
    );
    parser.write(this.#source.slice(offset, this.#span.end));
    parser.end();
    this.#finishProse();
    return { proses: this.#proses, hasUnreadWords: (this.#unreadText.match(/\p{L}{2,}/gu) ?? []).length >= fewestUnreadWords };
  }

  #openElement(name: string, target: string, start: number, end: number): void {
    const lower = name.toLowerCase();
    if (unreadElements.has(lower) && !isComponent(name)) this.#unreadDepth++;
    if (lower === 'br') this.#add({ start, end, text: '\n' });
    else if (!isInline(name)) this.#finishProse();
    this.#open.push({ name, start, textStart: this.#text.length, isFirst: this.#isBlank, target });
  }

  #closeElement(name: string, end: number): void {
    const at = this.#open.findLastIndex((element) => element.name === name);
    if (at < 0) return;
    const [element] = this.#open.splice(at, 1);
    const lower = name.toLowerCase();
    if (unreadElements.has(lower) && !isComponent(name)) this.#unreadDepth--;
    if (lower === 'br' || !element) return;
    if (lower === 'sup') this.#dropNoteMark(element);
    const kind = markOf[lower];
    if (isInline(name) && kind !== undefined) this.#mark(kind, element, end);
    const isAlone = isComponent(name) && element.isFirst && /^[ \t]*(?:[\r\n<]|$)/.test(this.#source.slice(end, end + 40));
    if (!isInline(name) || isAlone) this.#finishProse();
  }

  #mark(kind: ProseMark['kind'], { start, textStart, target }: OpenElement, end: number): void {
    // A link within the page leads back from a note, and to no source.
    if (textStart > this.#text.length || (kind === 'link' && (target === '' || target.startsWith('#')))) return;
    this.#marks.push({ kind, at: { start: textStart, end: this.#text.length }, span: { start, end }, target: kind === 'link' ? target : '' });
  }

  /** `text<sup>3</sup>` is the mark of a note; `m<sup>2</sup>` and `10<sup>6</sup>` are not. */
  #dropNoteMark({ textStart }: OpenElement): void {
    if (!/^\s*\[?\d{1,3}\]?\s*$/.test(this.#text.slice(textStart)) || /(?:\b[kcm]?m|\d)$/.test(this.#text.slice(Math.max(0, textStart - 4), textStart))) return;
    while (this.#text.length > textStart) {
      const last = this.#parts.pop();
      if (!last) return;
      this.#text = this.#text.slice(0, this.#text.length - (last.text ?? this.#source.slice(last.start, last.end)).length);
    }
  }

  #addText(text: string, span: Span): void {
    if (this.#unreadDepth > 0) {
      if (!this.#open.some(({ name }) => silentElements.has(name))) this.#unreadText += ` ${text}`;
      return;
    }
    if (this.#source.slice(span.start, span.end) !== text) {
      this.#add({ ...span, text });
      return;
    }
    // What stands in braces is put there by a template.
    let at = 0;
    for (const code of text.matchAll(/\{[^{}]*\}+/g)) {
      this.#add({ start: span.start + at, end: span.start + code.index });
      at = code.index + code[0].length;
    }
    this.#add({ start: span.start + at, end: span.end });
  }

  #add(part: SourcePart): void {
    if (this.#unreadDepth > 0 || part.end <= part.start) return;
    this.#parts.push(part);
    const words = part.text ?? this.#source.slice(part.start, part.end);
    this.#text += words;
    this.#isBlank &&= words.trim() === '';
  }

  #readCaption(start: number, end: number, value: string): void {
    if (this.#unreadDepth > 0 || !/\p{L}{2}/u.test(value)) return;
    const at = this.#source.slice(start, end).indexOf(value);
    if (at < 0 || /[{}]/.test(value)) this.#unreadText += ` ${value}`;
    else this.#proses.push(proseOfParts(this.#source, [{ start: start + at, end: start + at + value.length }], []));
  }

  #finishProse(): void {
    const [text, parts, marks] = [this.#text, this.#parts, this.#marks];
    [this.#text, this.#parts, this.#marks, this.#isBlank] = ['', [], [], true];
    if (!/\p{L}{2}/u.test(text)) return;
    // Half of an expression: code, not words.
    if (/[{}]|=>/.test(text)) this.#unreadText += ` ${text}`;
    else this.#proses.push(proseOfParts(this.#source, parts, marks));
  }
}

/** With fewer words there is nothing to say of. */
const fewestUnreadWords = 5;

const isComponent = (name: string): boolean => /^\p{Lu}/u.test(name) && name !== name.toUpperCase();

const isInline = (name: string): boolean => isComponent(name) || inlineElements.has(name.toLowerCase());
