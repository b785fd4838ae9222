import type { Brief, Section } from '../model/brief';
import { findConflicts } from '../model/figures/conflicts';
import type { FigureFrame } from '../model/figures/figure';
import { figureFrames } from '../model/figures/frame';
import type { Quantity } from '../text/quantity';
import { containsSpan, type Span } from '../text/span';
import { isPlaceName } from '../text/place-names';

export interface EvidenceFigure extends Span {
  readonly text: string;
  /** Heading of its section; null before the first one. */
  readonly section: string | null;
  /** null: open, or unknown. */
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string | null;
  readonly dimension: string;
  readonly what: string | null;
  readonly where: string | null;
  readonly when: string | null;
  /** Figures that cannot be true together with it, by index. */
  readonly conflicts: readonly number[];
  readonly form: Quantity['form'];
  readonly inTable: boolean;
}

/** All numbers of prose and tables but those that belong to citations, laws and links between parts of the text. */
export const figureLedger = (brief: Brief): readonly EvidenceFigure[] => {
  const kept = brief.quantities.flatMap((quantity, index) => (isPartOfName(brief, quantity.span) ? [] : [{ quantity, index }]));
  const frames = new Map(figureFrames(brief).map((frame) => [frame.index, frame] as const));
  const conflicts = conflictsOf(brief, kept.map(({ index }) => index));
  return kept.map(({ quantity, index }, i) => ({
    start: quantity.span.start,
    end: quantity.span.end,
    text: quantity.text,
    section: headingAt(brief, quantity.span.start),
    low: quantity.low,
    high: quantity.high,
    unit: quantity.unit,
    dimension: quantity.dimension,
    what: quantity.what ?? headsOf(frames.get(index)),
    where: quantity.where ?? placeOf(frames.get(index)),
    when: quantity.when ?? periodOf(frames.get(index)),
    conflicts: conflicts[i] ?? [],
    form: quantity.form,
    inTable: quantity.source === 'table',
  }));
};

/** A cell is of what its row and column are headed. */
const headsOf = (frame: FigureFrame | undefined): string | null => {
  if (!frame?.cell) return null;
  const heads = [frame.cell.rowLabel.text, frame.cell.columnLabel.text].map((head) => head.trim()).filter((head) => head !== '');
  return heads.length === 0 ? null : heads.join(', ');
};

/** As the text writes it, but for case: names are kept in lower case. */
const placeOf = (frame: FigureFrame | undefined): string | null => {
  const place = frame?.names.find(isPlaceName);
  return place === undefined ? null : place.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
};

/** The one year or span of years that its words, sentence or heads give. */
const periodOf = (frame: FigureFrame | undefined): string | null => {
  const periods = frame === undefined ? [] : frame.periods.length > 0 ? frame.periods : frame.contextPeriods;
  const [only, ...others] = periods;
  return only === undefined || others.length > 0 ? null : only.replace('..', '–');
};

const isPartOfName = (brief: Brief, span: Span): boolean =>
  brief.citations.some((citation) => containsSpan(citation.span, span) && citation.style !== 'link') || brief.falseFriends.some((friend) => containsSpan(friend.span, span));

/** By place among the figures of the ledger; `kept` are their places among the brief's quantities. */
const conflictsOf = (brief: Brief, kept: readonly number[]): readonly (readonly number[])[] => {
  const placeOfIndex = new Map(kept.map((index, i) => [index, i] as const));
  const conflicts = kept.map((): number[] => []);
  for (const { a, b } of findConflicts(brief)) {
    const [one, other] = [placeOfIndex.get(a), placeOfIndex.get(b)];
    if (one === undefined || other === undefined) continue;
    conflicts[one]?.push(other);
    conflicts[other]?.push(one);
  }
  return conflicts.map((indices) => indices.sort((x, y) => x - y));
};

/** The innermost section's heading. */
export const headingAt = (brief: Brief, offset: number): string | null => sectionAt(brief, offset)?.heading?.text ?? null;

/** Sections are in order of their headings, so the last one that has begun holds the place. */
const sectionAt = (brief: Brief, offset: number): Section | undefined => {
  let low = 0;
  let high = brief.sections.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((brief.sections[middle]?.span.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return brief.sections[low];
};

/** "Two objections" and "six months" arrange what the text itself names. */
export const isTelling = (quantity: Quantity): boolean => isStatistic(quantity) && (/\d/.test(quantity.text) || !['count', 'number', 'duration'].includes(quantity.form));

/** Numbers that state something; dates, years and ordinals mostly say when. */
export const isStatistic = ({ form }: Pick<Quantity, 'form'>): boolean => form !== 'year' && form !== 'date' && form !== 'ordinal';
