/** Which figures of a brief are one quantity. Rules ask which two contradict each other; features ask which ones belong together. */
import type { Brief } from '../../model/brief';
import { compareFigures, significantDigits } from '../../model/figures/compare';
import { findConflicts } from '../../model/figures/conflicts';
import type { FigureConflict, FigureFrame } from '../../model/figures/figure';
import { createFigureIndex } from '../../model/figures/figure-index';
import { figureFrames } from '../../model/figures/frame';
import { findVeto, linkCell, linkProse } from '../../model/figures/link';
import { nameIndexOf } from '../../model/figures/names';
import { rememberByBrief } from '../../model/remember-by-brief';
import { agreeingCells } from './cells-in-common';

/** The figure that stands at an offset, its end included. */
export const findFigureAt = (brief: Brief, offset: number): FigureFrame | undefined => {
  const frames = figureFrames(brief);
  let [low, high] = [0, frames.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((frames[middle]?.quantity.span.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  // Of two that touch, the one that begins here.
  return [frames[low + 1], frames[low]].find((frame) => frame !== undefined && frame.quantity.span.start <= offset && offset <= frame.quantity.span.end);
};

/** All places that give the same quantity and agree, in order of the text; the figure itself is one of them. */
export const mentionsOf = (brief: Brief, frame: FigureFrame): readonly FigureFrame[] => figureGroups(brief).get(frame.index) ?? [frame];

/** Those of them that words show to be the same; the others merely have the same digits. */
export const sureMentionsOf = (brief: Brief, frame: FigureFrame): readonly FigureFrame[] => {
  const byWords = new Set(groupsByWords(brief).get(frame.index) ?? [frame]);
  return mentionsOf(brief, frame).filter((mention) => byWords.has(mention));
};

/** Conflicts of the figure or of one of those that agree with it. */
export const conflictsOf = (brief: Brief, frame: FigureFrame): readonly FigureConflict[] => {
  const indices = new Set(mentionsOf(brief, frame).map(({ index }) => index));
  return findConflicts(brief).filter(({ a, b }) => indices.has(a) || indices.has(b));
};

export const framesByIndex = rememberByBrief((brief: Brief): ReadonlyMap<number, FigureFrame> => new Map(figureFrames(brief).map((frame) => [frame.index, frame] as const)));

/** Larger groups are a sign of words that stand at every figure of the text. */
const mostMentions = 40;

/**
 * Figures by the group that they belong to. Links are taken one by one, the surest first; two groups become one only if all of their values
 * agree, so that "about 40%" does not chain 38% to 42%.
 */
const groupsOf = (brief: Brief, pairs: readonly AgreeingPair[]): ReadonlyMap<number, readonly FigureFrame[]> => {
  const groups = new Map<number, readonly FigureFrame[]>();
  const conflicting = new Set(findConflicts(brief).map(({ a, b }) => pairKey(a, b)));
  const agree = (one: FigureFrame, other: FigureFrame): boolean => isSameValue(one, other) && !conflicting.has(pairKey(one.index, other.index));
  for (const { a, b } of pairs) {
    const [ours, theirs] = [groups.get(a.index) ?? [a], groups.get(b.index) ?? [b]];
    if (ours === theirs || ours.length + theirs.length > mostMentions) continue;
    if (!ours.every((one) => theirs.every((other) => agree(one, other)))) continue;
    const joined = [...ours, ...theirs].sort((one, other) => one.quantity.span.start - other.quantity.span.start);
    for (const { index } of joined) groups.set(index, joined);
  }
  return groups;
};

const figureGroups = rememberByBrief((brief: Brief) => groupsOf(brief, agreeingPairs(brief)));

const groupsByWords = rememberByBrief((brief: Brief) => groupsOf(brief, agreeingPairs(brief).filter(({ isByWords }) => isByWords)));

const pairKey = (a: number, b: number): string => (a < b ? `${String(a)} ${String(b)}` : `${String(b)} ${String(a)}`);

interface AgreeingPair {
  readonly a: FigureFrame;
  readonly b: FigureFrame;
  readonly score: number;
  /** Not only by their digits. */
  readonly isByWords: boolean;
}

const agreeingPairs = rememberByBrief((brief: Brief): readonly AgreeingPair[] => {
  const frames = figureFrames(brief);
  const names = nameIndexOf(brief);
  const pairs: AgreeingPair[] = agreeingCells(frames).map(({ a, b }) => ({ a, b, score: 1, isByWords: true }));
  for (const [a, b] of createFigureIndex(frames).pairs()) {
    if (!isSameValue(a, b) || findVeto(a, b, 'meets', names) !== null || isTwinSection(brief, a, b)) continue;
    const byWords = scoreOf(a, b);
    const score = isSameToTheDigit(a, b) ? Math.max(byWords, scoreOfDigits) : byWords;
    const least = leastScore(a, b);
    if (score >= least) pairs.push({ a, b, score, isByWords: byWords >= least });
  }
  return pairs.sort((one, other) => other.score - one.score || one.a.index - other.a.index || one.b.index - other.b.index);
});

/** "Over 3,000" would meet almost anything: it goes with what lies near by. */
const isSameValue = (a: FigureFrame, b: FigureFrame): boolean => {
  if (compareFigures(a, b) !== 'meets') return false;
  // "About 40%" and "some 38%" are two roundings, and it takes another figure to say that both are of it.
  if (a.quantity.qualifier !== null && b.quantity.qualifier !== null && Math.abs(a.value.value ?? 0) !== Math.abs(b.value.value ?? 0)) return false;
  if ([a, b].every(({ value: { low, high } }) => low !== null && high !== null)) return true;
  const [one, other] = [Math.abs(a.value.value ?? 0), Math.abs(b.value.value ?? 0)];
  return Math.max(one, other) <= mostAboveBound * Math.min(one, other);
};
const mostAboveBound = 1.15;

/** "2,412,000" twice is hardly chance, "5%" is. */
const leastScore = (a: FigureFrame, b: FigureFrame): number => {
  const digits = Math.min(significantDigits(a.value), significantDigits(b.value));
  return digits >= 3 ? 0.4 : digits === 2 ? 0.5 : 0.65;
};

const isCell = ({ cell }: FigureFrame): boolean => cell !== null && !cell.isWordy;

const scoreOf = (a: FigureFrame, b: FigureFrame): number => {
  if (isCell(a) && isCell(b)) return 0;
  if (isCell(b)) return linkCell(a, b).score;
  if (isCell(a)) return linkCell(b, a).score;
  return linkProse(a, b, 'meets').score;
};

/** Four digits are not the same by chance where both are of one thing. */
const scoreOfDigits = 0.9;
const isSameToTheDigit = (a: FigureFrame, b: FigureFrame): boolean =>
  !(isCell(a) && isCell(b)) && a.value.value === b.value.value && a.value.unit === b.value.unit && significantDigits(a.value) >= 4 && [...a.near].some((lemma) => b.near.has(lemma) || b.context.has(lemma) || b.lead.has(lemma));

/** Two sections of one name under different parents go through the same points of two things. */
const isTwinSection = ({ sections }: Brief, a: FigureFrame, b: FigureFrame): boolean => {
  if (a.section === b.section) return false;
  const [ours, theirs] = [sections[a.section]?.heading?.normalized, sections[b.section]?.heading?.normalized];
  return ours !== undefined && ours !== '' && ours === theirs;
};
