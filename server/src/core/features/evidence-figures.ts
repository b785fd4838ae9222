import type { Finding } from '../lint/rule';
import type { Brief, Section } from '../model/brief';
import type { Quantity } from '../text/quantity';
import { containsSpan, overlaps, type Span } from '../text/span';

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
export const figureLedger = (brief: Brief, findings: readonly Finding[]): readonly EvidenceFigure[] => {
  const quantities = brief.quantities.filter(({ span }) => !isPartOfName(brief, span));
  const conflicts = conflictsOf(quantities, findings);
  return quantities.map((quantity, i) => ({
    start: quantity.span.start,
    end: quantity.span.end,
    text: quantity.text,
    section: headingAt(brief, quantity.span.start),
    low: quantity.low,
    high: quantity.high,
    unit: quantity.unit,
    dimension: quantity.dimension,
    what: quantity.what,
    where: quantity.where,
    when: quantity.when,
    conflicts: conflicts[i] ?? [],
    form: quantity.form,
    inTable: quantity.source === 'table',
  }));
};

const isPartOfName = (brief: Brief, span: Span): boolean =>
  brief.citations.some((citation) => containsSpan(citation.span, span) && citation.style !== 'link') || brief.falseFriends.some((friend) => containsSpan(friend.span, span));

/** Rules whose related place is another figure that denies the one they flag. */
const conflictRules: ReadonlySet<string> = new Set(['inconsistent-figure', 'scale-mismatch', 'currency-mismatch', 'unit-mismatch']);

const conflictsOf = (quantities: readonly Quantity[], findings: readonly Finding[]): readonly (readonly number[])[] => {
  const conflicts = quantities.map(() => new Set<number>());
  const figuresAt = (span: Span): readonly number[] => quantities.flatMap((quantity, i) => (overlaps(quantity.span, span) ? [i] : []));
  for (const { rule, span, related = [] } of findings) {
    if (!conflictRules.has(rule)) continue;
    for (const one of figuresAt(span)) {
      for (const other of related.flatMap((place) => (place.file === undefined ? figuresAt(place.span) : []))) {
        if (one === other) continue;
        conflicts[one]?.add(other);
        conflicts[other]?.add(one);
      }
    }
  }
  return conflicts.map((indices) => [...indices].sort((a, b) => a - b));
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
