/** Marks as the server gives them, kept with the text that they were made for. */
import type { PreviewMarkItem, PreviewResult, ProtocolRange } from '../../../server/src/protocol';

export interface KeptMarks {
  readonly lines: readonly string[];
  readonly marks: readonly PreviewMarkItem[];
  /** Entries of the reference list, by number; null for one that is no longer where it was. */
  readonly entries: readonly (ProtocolRange | null)[];
}

export const noMarks: KeptMarks = { lines: [], marks: [], entries: [] };

export const linesOf = (text: string): readonly string[] => text.split(/\r\n|\n|\r/);

export const keepMarks = (text: string, { marks, entries }: NonNullable<PreviewResult['brief']>): KeptMarks => ({ lines: linesOf(text), marks, entries });

/** To the text as it is now: lines that are still there keep their marks, lines that changed have none until the server has read them. */
export const moveMarks = (kept: KeptMarks, lines: readonly string[]): KeptMarks => {
  const shared = Math.min(kept.lines.length, lines.length);
  let before = 0;
  while (before < shared && kept.lines[before] === lines[before]) before++;
  if (before === kept.lines.length && before === lines.length) return kept;
  let after = 0;
  while (after < shared - before && kept.lines[kept.lines.length - 1 - after] === lines[lines.length - 1 - after]) after++;
  const by = lines.length - kept.lines.length;
  const move = (range: ProtocolRange): ProtocolRange | null => {
    if (range.end.line < before) return range;
    if (range.start.line < kept.lines.length - after) return null;
    return { start: { ...range.start, line: range.start.line + by }, end: { ...range.end, line: range.end.line + by } };
  };
  const marks = kept.marks.flatMap((mark) => {
    const range = move(mark.range);
    return range === null ? [] : [{ ...mark, range }];
  });
  return { lines, marks, entries: kept.entries.map((range) => range && move(range)) };
};

export const isSame = (a: KeptMarks, b: KeptMarks): boolean => JSON.stringify([a.marks, a.entries]) === JSON.stringify([b.marks, b.entries]);
