/** All figures of a brief by what they measure, those that contradict each other on top. */
import { tableName } from '../../lint/table-facts';
import type { Brief } from '../../model/brief';
import { findConflicts } from '../../model/figures/conflicts';
import type { FigureFrame } from '../../model/figures/figure';
import { figureFrames } from '../../model/figures/frame';
import { contentLemmas } from '../../model/figures/lemmas';
import type { Span } from '../../text/span';
import { mentionsOf } from './figure-mentions';
import { cellHeads, placeWords, readingOf, settingWords, sourceWords, subjectWords, writtenFigure } from './figure-words';

export interface LedgerMention {
  readonly span: Span;
  /** "2.4 million", "20.0 billion GBP". */
  readonly written: string;
  /** "2.35 to 2.45 million"; null where the figure is exact as it stands. */
  readonly reading: string | null;
  /** Place, time, group and manner; of a cell its heads. */
  readonly setting: string;
  /** The section, and the table. */
  readonly place: string;
  readonly source: string | null;
  /** Of those that it contradicts, as written there. */
  readonly contradicts: readonly string[];
}

export interface LedgerMeasure {
  readonly title: string;
  readonly conflicts: number;
  /** In order of the text. */
  readonly mentions: readonly LedgerMention[];
}

export interface FigureLedger {
  readonly measures: readonly LedgerMeasure[];
  readonly conflicts: number;
}

export const buildLedger = (brief: Brief): FigureLedger => {
  const frames = figureFrames(brief);
  const conflicts = findConflicts(brief);
  const rivals = new Map<number, number[]>();
  for (const { a, b } of conflicts) {
    rivals.set(a, [...(rivals.get(a) ?? []), b]);
    rivals.set(b, [...(rivals.get(b) ?? []), a]);
  }
  const byIndex = new Map(frames.map((frame) => [frame.index, frame] as const));
  const measures = groupByMeasure(brief, frames, rivals).map((group): LedgerMeasure => {
    const indices = new Set(group.map(({ index }) => index));
    return {
      title: titleOf(brief, group),
      conflicts: conflicts.filter(({ a, b }) => indices.has(a) || indices.has(b)).length,
      mentions: group.map((frame) => toMention(brief, frame, (rivals.get(frame.index) ?? []).flatMap((index) => byIndex.get(index) ?? []))),
    };
  });
  // A stable sort: without a conflict, in order of the text.
  return { measures: measures.sort((a, b) => Number(b.conflicts > 0) - Number(a.conflicts > 0)), conflicts: conflicts.length };
};

const toMention = (brief: Brief, frame: FigureFrame, rivals: readonly FigureFrame[]): LedgerMention => ({
  span: frame.quantity.span,
  written: writtenFigure(frame),
  reading: readingOf(brief, frame),
  setting: [...new Set([...(isCell(frame) ? cellHeads(frame) : []), ...settingWords(brief, frame)])].join(' · '),
  place: placeWords(brief, frame),
  source: sourceWords(brief, frame),
  contradicts: rivals.map((rival) => `${writtenFigure(rival)} in “${placeWords(brief, rival)}”`),
});

/** One measure: mentions of one quantity, what contradicts them, and figures that go by the same words (of another year, say). */
const groupByMeasure = (brief: Brief, frames: readonly FigureFrame[], rivals: ReadonlyMap<number, readonly number[]>): readonly (readonly FigureFrame[])[] => {
  const groups = new UnionFind();
  const firstByWords = new Map<string, number>();
  for (const frame of frames) {
    for (const { index } of mentionsOf(brief, frame)) groups.join(frame.index, index);
    for (const index of rivals.get(frame.index) ?? []) groups.join(frame.index, index);
    const words = isTiedToText(brief, frame, rivals) ? '' : measureKey(brief, frame);
    const first = words === '' ? undefined : firstByWords.get(words);
    if (first !== undefined) groups.join(first, frame.index);
    else if (words !== '') firstByWords.set(words, frame.index);
  }
  const members = new Map<number, FigureFrame[]>();
  for (const frame of frames) {
    const root = groups.rootOf(frame.index);
    const known = members.get(root);
    if (known === undefined) members.set(root, [frame]);
    else known.push(frame);
  }
  return [...members.values()];
};

const isCell = ({ cell }: FigureFrame): boolean => cell !== null && !cell.isWordy;

/** A cell that the text speaks of stands with the text; the rest of its column is a measure of its own. */
const isTiedToText = (brief: Brief, frame: FigureFrame, rivals: ReadonlyMap<number, readonly number[]>): boolean =>
  isCell(frame) && (rivals.has(frame.index) || mentionsOf(brief, frame).some((other) => !isCell(other)));

/** Cells of one column are one measure. */
const measureKey = (brief: Brief, frame: FigureFrame): string => {
  if (isCell(frame)) return `table ${String(frame.cell?.table)} ${String(frame.cell?.column)}`;
  const lemmas = [...new Set(contentLemmas(subjectWords(brief, frame)))];
  return lemmas.length === 0 ? '' : `${frame.value.dimension} ${lemmas.sort().join(' ')}`;
};

/** Of a figure of the text, else of the table. */
const titleOf = (brief: Brief, group: readonly FigureFrame[]): string => {
  const inText = group.filter((frame) => !isCell(frame)).map((frame) => subjectWords(brief, frame)).find((words) => words !== '');
  if (inText !== undefined) return inText;
  const cell = group.find(isCell)?.cell;
  const table = cell ? brief.tables[cell.table] : undefined;
  if (cell && table) return [...new Set([cell.columnLabel.text.replace(/[*_`]+/g, '').trim(), tableName(table)])].filter((part) => part !== '').join(' — ');
  return group[0] === undefined ? '' : writtenFigure(group[0]);
};

class UnionFind {
  readonly #parents = new Map<number, number>();

  rootOf(item: number): number {
    let root = item;
    for (let parent = this.#parents.get(root); parent !== undefined; parent = this.#parents.get(root)) root = parent;
    // Shorter ways for the next to ask.
    for (let at = item; at !== root; ) {
      const next = this.#parents.get(at) ?? root;
      this.#parents.set(at, root);
      at = next;
    }
    return root;
  }

  join(one: number, other: number): void {
    const [a, b] = [this.rootOf(one), this.rootOf(other)];
    if (a !== b) this.#parents.set(Math.max(a, b), Math.min(a, b));
  }
}
