/** "Option 1", "Recommendation 6", "Table 2", "Annex C": what a brief numbers, and what its sentences call by number. */
import type { Brief } from '../../model/brief';
import { rememberByBrief } from '../../model/remember-by-brief';
import { compareSpans, type Span } from '../../text/span';

/** `number` counts from 1, for letters too. */
export interface NumberedLabel {
  readonly kind: string;
  readonly number: number;
  readonly written: string;
  readonly span: Span;
  /** The words behind the number. */
  readonly title: string;
}

const kinds = 'table|figure|box|chart|annex|appendix|section|option|recommendation|scenario|finding|pillar|goal|objective|measure|step|phase|priority|proposal|principle|lesson|action|theme|question|message|reform|challenge';
const labelPattern = new RegExp(`^\\W{0,4}(?:policy |strategic |key )?(${kinds})\\s+(?:no\\.?\\s*|#)?(\\d{1,2}|[A-H])(?![\\p{L}\\d]|[.-]\\d)\\s*([:.)–—|-]|$|(?=\\())?\\s*(.*)`, 'iu');

/** A label at the beginning of a heading, caption, paragraph or item; null for a sentence that only begins so ("Table 2 shows"). */
export const labelOf = (text: string, span: Span): NumberedLabel | null => {
  const line = text.split('\n', 1)[0] ?? '';
  const match = labelPattern.exec(line);
  const [, kind = '', written = '', mark, title = ''] = match ?? [];
  if (!match || (mark === undefined && !/^\W*$/.test(title))) return null;
  return { kind: kind.toLowerCase(), number: toNumber(written), written, span, title: title.trim() };
};

export const toNumber = (written: string): number => (/^\d/.test(written) ? Number(written) : written.toUpperCase().charCodeAt(0) - 64);

/** By kind, in order of place. Displays count by their captions; the rest by headings, bold labels and items. */
export const numberedLabels = rememberByBrief((brief: Brief): ReadonlyMap<string, readonly NumberedLabel[]> => {
  const labels: NumberedLabel[] = [];
  const add = (label: NumberedLabel | null): void => {
    if (label) labels.push(label);
  };
  for (const { heading } of brief.sections) if (heading) add(labelOf(heading.text, heading.textSpan));
  for (const block of brief.blocks) {
    if (block.kind === 'paragraph') add(labelOf(block.text, block.span));
    else if (block.kind === 'list') for (const item of block.items) add(labelOf(item.text, item.span));
    else if (block.kind === 'table' && block.caption) add(labelOf(block.caption.value, block.caption.span));
  }
  const byKind = new Map<string, NumberedLabel[]>();
  for (const label of withoutOverlaps(labels.sort((a, b) => compareSpans(a.span, b.span)))) {
    const known = byKind.get(label.kind);
    if (known) known.push(label);
    else byKind.set(label.kind, [label]);
  }
  return byKind;
});

/** A caption is a paragraph too. */
const withoutOverlaps = (labels: readonly NumberedLabel[]): readonly NumberedLabel[] => {
  let end = 0;
  return labels.filter(({ span }) => {
    const isFree = span.start >= end;
    if (isFree) end = span.end;
    return isFree;
  });
};

/** The last number of a series that begins with 1 and leaves none out; null for any other. */
export const lengthOfSeries = (labels: readonly NumberedLabel[]): number | null => {
  const numbers = new Set(labels.map(({ number }) => number));
  for (let i = 1; i <= numbers.size; i++) if (!numbers.has(i)) return null;
  return numbers.size === 0 ? null : numbers.size;
};
