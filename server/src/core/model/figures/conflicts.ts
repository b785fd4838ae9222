import { firstWhere } from '../../text/span-index';
import type { Brief } from '../brief';
import { rememberByBrief } from '../remember-by-brief';
import { compareFigures, onlyTouches, significantDigits } from './compare';
import type { CellLabel, ConflictKind, FigureConflict, FigureFrame } from './figure';
import { figureFrames } from './frame';
import { createLinkMemory, FigureLinks } from './figure-links';
import { findVeto, linkCell, linkProse, type Link, type Veto } from './link';
import { nameIndexOf } from './names';
import { sharePeriod } from './periods';
import { isOtherThing, yearOfBrief } from './other-thing';
import { tableConflicts } from './table-conflicts';

export interface ConflictOptions {
  readonly useIntervals: boolean;
  readonly ignoredVetoes: ReadonlySet<Veto> | 'all';
  readonly framesOf: (brief: Brief) => readonly FigureFrame[];
}

const usual: ConflictOptions = { useIntervals: true, ignoredVetoes: new Set(), framesOf: figureFrames };

/** Pairs of figures that give one quantity two values. Each figure is in one pair at most; `a` is where the finding stands. */
export const findConflicts = rememberByBrief((brief: Brief): readonly FigureConflict[] => findConflictsWith(brief, usual));

/** Of each figure, the one that agrees with it and is linked best; and the blocks of all that agree. */
type Supporters = Map<number, { readonly frame: FigureFrame; readonly score: number; readonly blocks: ReadonlySet<number> }>;

const noteSupport = (supporters: Supporters, figure: FigureFrame, by: FigureFrame, score: number): void => {
  const known = supporters.get(figure.index);
  const blocks = new Set([...(known?.blocks ?? []), by.block]);
  supporters.set(figure.index, known && known.score >= score ? { ...known, blocks } : { frame: by, score, blocks });
};

/** What one mention leaves out, another one of the same figure may say: its year, its group, its case. These are no such things. */
const unsaid: readonly Veto[] = ['place', 'size', 'target', 'part', 'basis', 'change', 'base', 'name', 'source', 'example'];

interface Pair {
  readonly a: FigureFrame;
  readonly b: FigureFrame;
  readonly kind: ConflictKind;
  readonly link: Link;
}

/** What holding two figures against each other comes to. */
interface Outcome {
  readonly kind: ConflictKind | 'meets';
  readonly link: Link;
}

const keptLinks = createLinkMemory<Outcome>();

/** With parts switched off, to measure what each is worth. */
export const findConflictsWith = (brief: Brief, options: ConflictOptions): readonly FigureConflict[] => {
  const frames = options.framesOf(brief);
  const names = nameIndexOf(brief);
  let byIndex: ReadonlyMap<number, FigureFrame> | undefined;
  const indexed = (): ReadonlyMap<number, FigureFrame> => (byIndex ??= new Map(frames.map((frame) => [frame.index, frame] as const)));
  const compare = (a: FigureFrame, b: FigureFrame): Outcome | null => {
    const comparison = compareFigures(a, b, options);
    if (comparison === 'apart') return null;
    if (options.ignoredVetoes !== 'all' && findVeto(a, b, comparison, names, options.ignoredVetoes) !== null) return null;
    if (options.ignoredVetoes !== 'all' && (isOtherCase(a, b, indexed()) || isOtherThing(brief, a, b, comparison === 'scale' || comparison === 'currency' || comparison === 'unit'))) return null;
    const link = linkOf(a, b, comparison);
    if (link.score <= 0) return null;
    const isValueSlip = comparison === 'meets' && link.score >= strongLink && onlyTouches(a, b) && (options.ignoredVetoes === 'all' || findVeto(a, b, 'value', names, options.ignoredVetoes) === null);
    return { kind: isValueSlip ? 'value' : comparison, link };
  };
  const pairs: Pair[] = [];
  const supporters: Supporters = new Map();
  // What other options make of a pair is kept for none.
  const links = options === usual ? keptLinks(frames, `${names.key} ${String(yearOfBrief(brief))}`, compare) : new FigureLinks<Outcome>().update(frames, compare);
  for (const { a, b, outcome: { kind, link } } of links) {
    if (kind === 'meets') {
      noteSupport(supporters, a, b, link.score);
      noteSupport(supporters, b, a, link.score);
    } else pairs.push({ a, b, kind, link });
  }
  const isOfAnother = ({ a, b, kind }: Pair): boolean => {
    if (options.ignoredVetoes === 'all') return false;
    const ignored = new Set([...unsaid, ...options.ignoredVetoes]);
    const [ours, theirs] = [supporters.get(a.index)?.frame, supporters.get(b.index)?.frame];
    return (ours !== undefined && findVeto(ours, b, kind, names, ignored) !== null) || (theirs !== undefined && findVeto(a, theirs, kind, names, ignored) !== null);
  };
  const chosen = choosePairs(frames, pairs.filter((pair) => !isOfAnother(pair)), supporters);
  const taken = new Set(chosen.flatMap(({ a, b }) => [a, b]));
  const ofTables = tableConflicts(frames).filter(({ a, b }) => !taken.has(a) && !taken.has(b));
  return [...chosen, ...ofTables].sort((one, other) => one.a - other.a);
};

/** "A £70,000 threshold would bring in 109,000", "a £100,000 threshold 48,000": what stands in front sets the case, and the cases differ. */
const isOtherCase = (a: FigureFrame, b: FigureFrame, byIndex: ReadonlyMap<number, FigureFrame>): boolean => {
  if (a.earlier.length === 0 || b.earlier.length === 0) return false;
  const [ours, theirs] = [a.earlier, b.earlier].map((indices) => indices.flatMap((index) => byIndex.get(index) ?? []));
  return !(ours ?? []).some((one) => (theirs ?? []).some((other) => compareFigures(one, other) === 'meets'));
};

const linkOf = (a: FigureFrame, b: FigureFrame, kind: ConflictKind | 'meets'): Link => {
  if (a.cell && b.cell) return { score: 0, evidence: [] };
  if (isCell(b)) return linkCell(a, b);
  if (isCell(a)) return linkCell(b, a);
  return linkProse(a, b, kind);
};

/** Values that differ by one in their last digit are held against each other only where the words leave no doubt. */
const strongLink = 0.85;

/** A figure that another place bears out this much as well as the link to the one that denies it. */
const supportMargin = 0.1;

const choosePairs = (frames: readonly FigureFrame[], pairs: readonly Pair[], supporters: Supporters): readonly FigureConflict[] => {
  if (pairs.length === 0) return [];
  const cellsByTable = groupCells(frames);
  const used = new Set<number>();
  const found: FigureConflict[] = [];
  for (const { a, b, kind, link } of bestFirst(pairs)) {
    const isSupported = ({ index }: FigureFrame): boolean => (supporters.get(index)?.score ?? 0) >= link.score - supportMargin;
    const [ours, theirs] = [isSupported(a), isSupported(b)];
    // Both are borne out elsewhere: two quantities that look alike. So it is with a figure of the text that another cell has.
    if ((ours && theirs) || (ours && isCell(b)) || (theirs && isCell(a))) continue;
    const [cell, text] = isCell(b) ? [b, a] : [a, b];
    if (isCell(cell) && !isCell(text) && kind === 'value' && (cellsByTable.get(cell.cell?.table ?? -1) ?? []).some((other) => isMeantCell(other, cell, text))) continue;
    if (kind === 'value' && (isSaidBeside(a, b, supporters) || isSaidBeside(b, a, supporters))) continue;
    if (link.score < thresholdOf(a, b, kind, ours || theirs)) continue;
    if (used.has(a.index) || used.has(b.index) || saysBoth(a, b, frames, supporters) || saysBoth(b, a, frames, supporters)) continue;
    used.add(a.index).add(b.index);
    const [here, there] = standsAtSecond(a, b, ours, theirs) ? [b, a] : [a, b];
    found.push({ a: here.index, b: there.index, kind, score: Math.round(link.score * 1000) / 1000, evidence: link.evidence, isOtherBorneOut: ours || theirs });
  }
  return found;
};

const isCell = ({ cell }: FigureFrame): boolean => cell !== null && !cell.isWordy;

/** The paragraph gives the other one's value and then this one: two quantities that it tells apart ("Revenue was 4.2 billion. Revenue from fuel was 1.1 billion"). */
const isSaidBeside = (a: FigureFrame, b: FigureFrame, supporters: Supporters): boolean => b.cell === null && supporters.get(a.index)?.blocks.has(b.block) === true;

const groupCells = (frames: readonly FigureFrame[]): ReadonlyMap<number, readonly FigureFrame[]> => {
  const byTable = new Map<number, FigureFrame[]>();
  for (const frame of frames) {
    if (!frame.cell || frame.cell.isWordy) continue;
    const cells = byTable.get(frame.cell.table);
    if (cells) cells.push(frame);
    else byTable.set(frame.cell.table, [frame]);
  }
  return byTable;
};

/**
 * Another cell of the row or column that has the text's number, where the text does not say by the figure that it means this one. "There are 1,760 primary
 * pupils. Public schools have 2,030 pupils": the sentence before named "primary", and the number is that of all levels.
 */
const isMeantCell = (other: FigureFrame, cell: FigureFrame, text: FigureFrame): boolean => {
  if (!other.cell || !cell.cell || other === cell) return false;
  const [isSameRow, isSameColumn] = [other.cell.row === cell.cell.row, other.cell.column === cell.cell.column];
  if (isSameRow === isSameColumn || compareFigures(text, other) !== 'meets') return false;
  const [meant, named] = isSameRow ? [other.cell.columnLabel, cell.cell.columnLabel] : [other.cell.rowLabel, cell.cell.rowLabel];
  return !isNamedBy(named, meant, text) || isNamedBy(meant, named, text) || (meant.isWhole && text.manner.isWhole);
};

/** By words right by the figure that the other head has not. */
const isNamedBy = ({ lemmas, periods }: CellLabel, other: CellLabel, text: FigureFrame): boolean =>
  [...lemmas].some((lemma) => text.near.has(lemma) && !other.lemmas.has(lemma)) || sharePeriod(periods, text.periods);

/** A figure of the text goes with the cells that it names best, one of each table. */
const bestFirst = (pairs: readonly Pair[]): readonly Pair[] => {
  const best = new Map<string, number>();
  const keyOf = ({ a, b }: Pair): string | null => (isCell(b) ? `${String(a.index)} ${String(b.cell?.table)}` : isCell(a) ? `${String(b.index)} ${String(a.cell?.table)}` : null);
  for (const pair of pairs) {
    const key = keyOf(pair);
    if (key !== null) best.set(key, Math.max(best.get(key) ?? 0, pair.link.score));
  }
  return pairs
    .filter((pair) => {
      const key = keyOf(pair);
      return key === null || pair.link.score >= (best.get(key) ?? 0);
    })
    .sort((one, other) => other.link.score - one.link.score || one.a.index - other.a.index || one.b.index - other.b.index);
};

/** The one that nothing else bears out is the odd one; else the summary's, which copies; else the later one. */
const standsAtSecond = (a: FigureFrame, b: FigureFrame, isFirstSupported: boolean, isSecondSupported: boolean): boolean => {
  if (isFirstSupported !== isSecondSupported) return isFirstSupported;
  if (isCell(a) !== isCell(b)) return isCell(a);
  return a.isInSummary === b.isInSummary ? b.index > a.index : b.isInSummary;
};

/** By one sentence, or one cell. */
const areSaidTogether = (a: FigureFrame, b: FigureFrame): boolean => (a.cell && b.cell ? a.cell.table === b.cell.table && a.cell.row === b.cell.row && a.cell.column === b.cell.column : a.cell === b.cell && a.sentence === b.sentence);

/** By the sentence right before, of one paragraph. */
const isSaidBefore = (other: FigureFrame, frame: FigureFrame): boolean => frame.sentence !== null && other.sentence === frame.sentence - 1 && other.block === frame.block;

/** The figures that are said with one, or right before it, which stand next to it. */
function* saidWith(frame: FigureFrame, frames: readonly FigureFrame[]): Iterable<FigureFrame> {
  const at = firstWhere(frames.length, (i) => (frames[i]?.index ?? 0) >= frame.index);
  for (const step of [-1, 1]) {
    for (let i = at + step; ; i += step) {
      const other = frames[i];
      if (other === undefined || !(areSaidTogether(frame, other) || isSaidBefore(other, frame))) break;
      yield other;
    }
  }
}

/** Where the one stands, in its sentence or the one before, the other's value is said too: both are spoken of. */
const saysBoth = (a: FigureFrame, b: FigureFrame, frames: readonly FigureFrame[], supporters: Supporters): boolean =>
  [...saidWith(a, frames)].some((other) => other !== a && isClosed(other) && !isOfOtherCell(other, b, supporters) && (isClosed(b) || other.value.value === b.value.value) && compareFigures(other, b) === 'meets');

/** It says another cell of the table, which by chance has the same value. */
const isOfOtherCell = ({ index }: FigureFrame, { cell }: FigureFrame, supporters: Supporters): boolean => {
  const meant = supporters.get(index)?.frame.cell;
  return cell !== null && meant?.table === cell.table && (meant.row !== cell.row || meant.column !== cell.column);
};

/** "Under half" meets almost anything. */
const isClosed = ({ value: { low, high } }: FigureFrame): boolean => low !== null && high !== null;

const thresholdOf = (a: FigureFrame, b: FigureFrame, kind: ConflictKind, isSupported: boolean): number => {
  const isRestated = a.isInSummary || b.isInSummary || a.voice !== 'text' || b.voice !== 'text' || a.cell !== null || b.cell !== null;
  // The same digits in another unit or scale speak for themselves; the fewer digits, the less.
  // "The 142 litres" are those that were named before.
  const isNamedBefore = kind === 'unit' && significantDigits(a.value) >= 3 && (a.manner.isDefinite || b.manner.isDefinite);
  if (kind !== 'value') return significantDigits(a.value) < 2 ? 0.6 : kind === 'scale' || isNamedBefore ? 0.3 : 0.45;
  const isNear = a.section === b.section && [a, b].every(({ cell, voice }) => cell === null && voice !== 'note');
  // The sentence calls the note, which bears it out.
  const isCalled = a.voice !== b.voice && a.sources.some((source) => b.sources.includes(source));
  return 0.6 - (isCalled ? 0.1 : 0) + (isNear ? 0.1 : 0) + (isRestated ? 0 : 0.1) + (isSupported ? 0 : 0.05);
};
