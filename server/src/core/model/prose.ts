import type { Nodes, PhrasingContent } from 'mdast';
import { shiftSpan, type Span } from '../text/span';

/**
 * The words of a paragraph without markup, and the way back from each of them to its place in the source.
 *
 *     Output **fell** by 3&nbsp;% in [2024](https://…).[^1]      source
 *     Output fell by 3 % in 2024.                                 text; the link and the note are marks
 */
export interface Prose {
  readonly text: string;
  readonly marks: readonly ProseMark[];
  /** Where the code unit at `offset` stands in the source. */
  readonly toSource: (offset: number) => number;
  /** The source span that carries `text.slice(start, end)`. */
  readonly toSourceSpan: (span: Span) => Span;
}

/** A link, note mark or emphasised run. `at` counts into the prose's text, `span` into the source. */
export interface ProseMark {
  readonly kind: 'link' | 'footnote' | 'strong' | 'emphasis' | 'comment';
  readonly at: Span;
  readonly span: Span;
  /** Address, label or words of the comment; empty for emphasis. */
  readonly target: string;
}

interface Piece {
  readonly value: number;
  readonly length: number;
  readonly source: number;
  readonly sourceEnd: number;
}

/** Stands for inline code, images and bare addresses in angle brackets. */
export const objectCharacter = '\uFFFC';

/** Where the link label leads, in lower case; undefined where nothing defines it. */
export type AddressOf = (identifier: string) => string | undefined;

export function proseOf(nodes: readonly Nodes[], source: string, addressOf: AddressOf): Prose {
  const writer = new ProseWriter(source, addressOf);
  for (const node of nodes) writer.add(node);
  return writer.finish();
}

/** Prose of a stretch of plain source, as it stands. */
export function plainProse(source: string, span: Span): Prose {
  return makeProse(source.slice(span.start, span.end), [{ value: 0, length: span.end - span.start, source: span.start, sourceEnd: span.end }], []);
}

/** A stretch of source, and what it stands for where that is not itself: `&amp;` for "&", `<br>` for a new line. */
export interface SourcePart extends Span {
  readonly text?: string;
}

/** Prose of several stretches of source, run together: the text of an HTML cell between its tags. `at` is its place where there are none. */
export function proseOfPieces(source: string, spans: readonly Span[], at: number): Prose {
  return spans.length > 0 ? proseOfParts(source, spans, []) : makeProse('', [{ value: 0, length: 0, source: at, sourceEnd: at }], []);
}

/** The same with marks, and with parts that stand for other words. */
export function proseOfParts(source: string, parts: readonly SourcePart[], marks: readonly ProseMark[]): Prose {
  const pieces: Piece[] = [];
  const texts: string[] = [];
  let length = 0;
  for (const part of parts) {
    const text = part.text ?? source.slice(part.start, part.end);
    pieces.push({ value: length, length: text.length, source: part.start, sourceEnd: part.end });
    texts.push(text);
    length += text.length;
  }
  return makeProse(texts.join(''), pieces, marks);
}

/** The same words, `by` further on in the source. */
export const moveProse = (prose: Prose, by: number): Prose =>
  by === 0
    ? prose
    : {
        text: prose.text,
        marks: prose.marks.map((mark) => ({ ...mark, span: shiftSpan(mark.span, by) })),
        toSource: (offset) => prose.toSource(offset) + by,
        toSourceSpan: (span) => shiftSpan(prose.toSourceSpan(span), by),
      };

/** Part of a prose, with its marks. */
export function sliceProse(prose: Prose, span: Span): Prose {
  const marks = prose.marks
    .filter((mark) => mark.at.start >= span.start && mark.at.end <= span.end)
    .map((mark) => ({ ...mark, at: { start: mark.at.start - span.start, end: mark.at.end - span.start } }));
  return {
    text: prose.text.slice(span.start, span.end),
    marks,
    toSource: (offset) => prose.toSource(offset + span.start),
    toSourceSpan: (part) => prose.toSourceSpan({ start: part.start + span.start, end: part.end + span.start }),
  };
}

class ProseWriter {
  #text = '';
  readonly #pieces: Piece[] = [];
  readonly #marks: ProseMark[] = [];
  readonly #source: string;
  readonly #addressOf: AddressOf;
  /** Length of the text when the open `<sup>` came; undefined outside. */
  #superscriptStart: number | undefined;

  constructor(source: string, addressOf: AddressOf) {
    this.#source = source;
    this.#addressOf = addressOf;
  }

  finish(): Prose {
    return makeProse(this.#text, this.#pieces, this.#marks);
  }

  add(node: Nodes): void {
    switch (node.type) {
      case 'text':
        this.#addText(node.value, node.data?.segments ?? [], spanOfNode(node));
        return;
      case 'strong':
      case 'emphasis':
        this.#addMarked(node.children, node.type, spanOfNode(node), '');
        return;
      case 'link':
        this.#addLink(node.children, node.url, spanOfNode(node));
        return;
      case 'linkReference': {
        const url = this.#addressOf(node.identifier.toLowerCase());
        if (url === undefined) for (const child of node.children) this.add(child);
        else this.#addLink(node.children, url, spanOfNode(node));
        return;
      }
      case 'paragraph':
        // Of a note with several.
        if (this.#text !== '') this.#addObject('\n', { start: spanOfNode(node).start, end: spanOfNode(node).start });
        for (const child of node.children) this.add(child);
        return;
      case 'footnoteReference':
        this.#mark('footnote', this.#text.length, spanOfNode(node), node.identifier);
        return;
      case 'inlineCode':
      case 'image':
      case 'imageReference':
        this.#addObject(objectCharacter, spanOfNode(node));
        return;
      case 'break':
        this.#addObject('\n', spanOfNode(node));
        return;
      case 'html':
        this.#addHtml(node.value, spanOfNode(node));
        return;
      default:
        if ('children' in node) for (const child of node.children) this.add(child);
    }
  }

  #addText(value: string, segments: readonly { value: number; source: number; length: number }[], span: Span): void {
    const base = this.#text.length;
    this.#text += value;
    if (segments.length === 0) {
      this.#pieces.push({ value: base, length: value.length, source: span.start, sourceEnd: span.end });
      return;
    }
    // The space after a task box is taken off the node's value and position after the segments were recorded.
    const cut = Math.max(0, span.start - (segments[0]?.source ?? span.start));
    for (const [i, segment] of segments.entries()) {
      const skipped = i === 0 ? cut : 0;
      this.#pieces.push({ value: base + Math.max(0, segment.value - cut), length: segment.length - skipped, source: segment.source + skipped, sourceEnd: segment.source + segment.length });
    }
  }

  #addLink(children: readonly PhrasingContent[], url: string, span: Span): void {
    const isAutolink = this.#source[span.start] === '<';
    if (isAutolink) {
      const start = this.#text.length;
      this.#addObject(objectCharacter, span);
      this.#marks.push({ kind: 'link', at: { start, end: this.#text.length }, span, target: url });
      return;
    }
    this.#addMarked(children, 'link', span, url);
  }

  #addMarked(children: readonly PhrasingContent[], kind: ProseMark['kind'], span: Span, target: string): void {
    const start = this.#text.length;
    for (const child of children) this.add(child);
    this.#marks.push({ kind, at: { start, end: this.#text.length }, span, target });
  }

  #mark(kind: ProseMark['kind'], at: number, span: Span, target: string): void {
    this.#marks.push({ kind, at: { start: at, end: at }, span, target });
  }

  #addObject(character: string, span: Span): void {
    this.#pieces.push({ value: this.#text.length, length: character.length, source: span.start, sourceEnd: span.end });
    this.#text += character;
  }

  #addHtml(html: string, span: Span): void {
    const comment = /^<!--([\s\S]*?)-->$/.exec(html);
    if (comment) this.#mark('comment', this.#text.length, span, comment[1] ?? '');
    else if (/^<br\b/i.test(html)) this.#addObject('\n', span);
    else if (/^<sup\b/i.test(html)) this.#superscriptStart = this.#text.length;
    else if (/^<\/sup/i.test(html)) this.#closeSuperscript();
  }

  /** `text[^1]<sup>,</sup>[^2]` and `text<sup>3</sup>` are marks of notes; `m<sup>2</sup>` and `10<sup>6</sup>` are not. */
  #closeSuperscript(): void {
    const start = this.#superscriptStart;
    this.#superscriptStart = undefined;
    if (start === undefined) return;
    const raised = this.#text.slice(start);
    const isNoteMark = /^[\s,;–-]*$|^\d{1,3}(?:\s*[,–-]\s*\d{1,3})*$/.test(raised) && !/(?:\b[kcm]?m|\d)$/.test(this.#text.slice(Math.max(0, start - 4), start));
    if (!isNoteMark) return;
    this.#text = this.#text.slice(0, start);
    // Numbers stay, as the digits that other texts raise them with: where the list is numbered, they cite.
    if (/^\d{1,3}(?:[,–-]\d{1,3})*$/.test(raised)) {
      this.#text += raised.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit))).replace(/[–-]/g, '⁻');
      return;
    }
    while ((this.#pieces.at(-1)?.value ?? -1) >= start) this.#pieces.pop();
  }
}

export const spanOfNode = (node: Nodes): Span => ({ start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 });

function makeProse(text: string, pieces: readonly Piece[], marks: readonly ProseMark[]): Prose {
  const pieceAt = (offset: number): number => {
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((pieces[middle]?.value ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const toSource = (offset: number): number => {
    const i = pieceAt(offset);
    const piece = pieces[i];
    if (!piece) return 0;
    const into = offset - piece.value;
    if (into < piece.length) return piece.source + (isVerbatim(piece) ? into : 0);
    const next = pieces[i + 1];
    return Math.min(piece.sourceEnd + into - piece.length, next ? next.source : piece.sourceEnd);
  };
  const toSourceEnd = (offset: number): number => {
    if (offset === 0) return toSource(0);
    const i = pieceAt(offset - 1);
    const piece = pieces[i];
    if (!piece) return 0;
    const into = offset - 1 - piece.value;
    if (into < piece.length) return isVerbatim(piece) ? piece.source + into + 1 : piece.sourceEnd;
    return pieces[i + 1]?.source ?? piece.sourceEnd;
  };
  return { text, marks, toSource, toSourceSpan: (span) => ({ start: toSource(span.start), end: Math.max(toSource(span.start), toSourceEnd(span.end)) }) };
}

const isVerbatim = (piece: Piece): boolean => piece.sourceEnd - piece.source === piece.length;
