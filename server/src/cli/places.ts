import { createLineIndex } from '../core/text/line-index';
import type { Span } from '../core/text/span';

/** Both from 1; the column in UTF-16 units, as editors show it. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Places {
  readonly placeOf: (offset: number) => Place;
  /** Of a line from 1, without its line end. */
  readonly lineSpan: (line: number) => Span;
}

export const placesIn = (text: string): Places => {
  const index = createLineIndex(text);
  const placeOf = (offset: number): Place => {
    const { line, character } = index.positionAt(offset);
    return { line: line + 1, column: character + 1 };
  };
  const lineSpan = (line: number): Span => ({
    start: index.offsetAt({ line: line - 1, character: 0 }),
    end: index.offsetAt({ line: line - 1, character: Number.MAX_SAFE_INTEGER }),
  });
  return { placeOf, lineSpan };
};
