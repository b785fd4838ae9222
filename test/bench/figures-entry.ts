/** What the measurement of figures that contradict needs, in one bundle. */
import { buildBrief } from '../../server/src/core/model/build-brief';
import { findConflictsWith, type ConflictOptions } from '../../server/src/core/model/figures/conflicts';
import type { FigureFrame } from '../../server/src/core/model/figures/figure';
import { figureFrames } from '../../server/src/core/model/figures/frame';
import type { Veto } from '../../server/src/core/model/figures/link';

/** All words of the sentence for each figure in it. */
const wholeSentences = (frame: FigureFrame): FigureFrame => {
  if (frame.cell) return frame;
  const words = new Set([...frame.said, ...frame.near, ...frame.context]);
  return { ...frame, own: words, near: words, said: words };
};

const vetoes: readonly Veto[] = ['place', 'period', 'group', 'contrast', 'scenario', 'target', 'part', 'basis', 'change', 'base', 'neighbour', 'subject', 'name', 'source', 'example', 'size'];
const all: ConflictOptions = { useIntervals: true, ignoredVetoes: new Set(), framesOf: figureFrames };

/** Ways to do without a part, by name. */
export const variants: ReadonlyMap<string, ConflictOptions> = new Map([
  ['all parts', all],
  ['without intervals', { ...all, useIntervals: false }],
  ['without frames', { ...all, framesOf: (brief) => figureFrames(brief).map(wholeSentences) }],
  ['without vetoes', { ...all, ignoredVetoes: 'all' }],
  ...vetoes.map((veto) => [`without veto ${veto}`, { ...all, ignoredVetoes: new Set([veto]) }] as const),
]);

/** Places of both sides, as offsets. */
export const conflictPlaces = (text: string, options: ConflictOptions): readonly { readonly start: number; readonly end: number }[][] => {
  const brief = buildBrief(text);
  return findConflictsWith(brief, options).map(({ a, b }) => [a, b].flatMap((index) => brief.quantities[index]?.span ?? []));
};
