/** Zero-based; `character` counts UTF-16 code units, as the editor protocol does. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

export interface LineIndex {
  readonly lineCount: number;
  /** Never throws; offsets outside the text are clamped to it. */
  readonly positionAt: (offset: number) => LinePosition;
  /** Never throws; a line past the end is the end of the text, a character past the end of its line is the end of that line, before its line break. */
  readonly offsetAt: (position: LinePosition) => number;
}

const LINE_BREAK = /\r\n|\r|\n/g;

/** Offsets to lines and back. A line ends with `\n`, `\r\n` or a lone `\r`, as the editor protocol has it. */
export const createLineIndex = (text: string): LineIndex => {
  const lineStarts = [0];
  const lineEnds: number[] = [];
  for (const lineBreak of text.matchAll(LINE_BREAK)) {
    lineEnds.push(lineBreak.index);
    lineStarts.push(lineBreak.index + lineBreak[0].length);
  }
  lineEnds.push(text.length);

  const positionAt = (offset: number): LinePosition => {
    const clamped = clampToInteger(offset, 0, text.length);
    const line = lastAtOrBefore(lineStarts, clamped);
    return { line, character: clamped - (lineStarts[line] ?? 0) };
  };

  const offsetAt = (position: LinePosition): number => {
    if (position.line >= lineStarts.length) return text.length;
    if (position.line < 0) return 0;
    const line = clampToInteger(position.line, 0, lineStarts.length - 1);
    const start = lineStarts[line] ?? 0;
    const length = (lineEnds[line] ?? text.length) - start;
    return start + clampToInteger(position.character, 0, length);
  };

  return { lineCount: lineStarts.length, positionAt, offsetAt };
};

const clampToInteger = (value: number, low: number, high: number): number => {
  if (Number.isNaN(value)) return low;
  return Math.min(high, Math.max(low, Math.trunc(value)));
};

/** Index of the last of the ascending `starts` that is not after `offset`; `starts[0]` is 0. */
const lastAtOrBefore = (starts: readonly number[], offset: number): number => {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
};
