/** One entry of a timeline that stands out of order among many that do not. */
import type { Brief } from '../../model/brief';
import { rememberByWords } from '../../text/remember-by-words';
import { sliceOf, type Span } from '../../text/span';
import { findWrittenDates, type WrittenDate } from './written-date';
import type { DateFault } from './date-fault';
import { topItems } from '../counts/listed-things';

interface Entry {
  readonly span: Span;
  readonly text: string;
  /** Counted in months from year 0, so that a month can be set against a year. */
  readonly low: number;
  readonly high: number;
}

export function* timelineFaults(brief: Brief): Iterable<DateFault> {
  for (const block of brief.blocks) {
    if (brief.referenceSection === block.section) continue;
    if (block.kind === 'list') yield* outOfOrder(topItems(block).map(({ text, span }) => entryOf(brief, text, span)));
    if (block.kind === 'table') yield* outOfOrder(block.rows.map((row) => (row[0] ? entryOf(brief, row[0].text, row[0].span) : null)));
  }
}

/** "2019", "2019/20", "2019–2024". */
const yearStart = /^\W*((?:19|20)\d\d)(?:\s?[/–—-]\s?((?:19|20)\d\d|\d\d(?!\d)))?(?=\s*(?:[:.,–—)-]|$|\s))/u;

/** The date that an entry begins with; null for an entry without one. */
const entryOf = (brief: Brief, text: string, span: Span): Entry | null => {
  const entry = entryIn(text.slice(0, 40));
  return entry && { ...entry, span: placeOf(brief, span, entry.text) };
};

const entryIn = rememberByWords((head): Omit<Entry, 'span'> | null => {
  const [date] = /\d/.test(head) ? findWrittenDates(head) : [];
  const exact = date && exactEntry(head, date);
  if (exact) return exact;
  const [, year, last] = yearStart.exec(head) ?? [];
  if (year === undefined) return null;
  const end = last === undefined ? year : year.slice(0, 4 - last.length) + last;
  return { text: year, low: Number(year) * 12 + 1, high: Number(end) * 12 + 12.99 };
});

const exactEntry = (head: string, date: WrittenDate): Omit<Entry, 'span'> | null => {
  const { year, month, day, text, weekday } = date;
  const start = Math.min(date.span.start, weekday?.span.start ?? date.span.start);
  if (year === null || month === null || /[\p{L}\p{N}]/u.test(head.slice(0, start))) return null;
  const low = year * 12 + month + (day === null ? 0 : day / 32);
  return { text, low, high: day === null ? low + 0.99 : low };
};

const placeOf = (brief: Brief, span: Span, words: string): Span => {
  const at = sliceOf(brief.text, span).indexOf(words);
  return at < 0 ? span : { start: span.start + at, end: span.start + at + words.length };
};

/** Five dated entries at least, all of them dated, in order but for one. */
function* outOfOrder(entries: readonly (Entry | null)[]): Iterable<DateFault> {
  const dated = entries.filter((entry) => entry !== null);
  if (dated.length < 5 || dated.length < entries.length) return;
  const slip = slipOf(dated, isBefore) ?? slipOf(dated, (a, b) => isBefore(b, a));
  if (!slip) return;
  const { entry, other, side } = slip;
  yield { span: entry.span, level: 'order', message: `${entry.text} stands ${side} ${other.text}, out of the order of the others`, related: [{ span: other.span, message: other.text }], fixes: [] };
}

const isBefore = (a: Entry, b: Entry): boolean => a.high < b.low;

interface Slip {
  readonly entry: Entry;
  readonly other: Entry;
  readonly side: 'before' | 'after';
}

/** The one entry without which the rest is in order, provided that the whole is not. */
const slipOf = (entries: readonly Entry[], isWrong: (later: Entry, earlier: Entry) => boolean): Slip | null => {
  const pairs = entries.slice(1).map((entry, i) => [entries[i] ?? entry, entry] as const);
  const breaks = pairs.flatMap(([earlier, later], i) => (isWrong(later, earlier) ? [i] : []));
  const [at] = breaks;
  const [left, right] = pairs[at ?? -1] ?? [];
  if (at === undefined || breaks.length !== 1 || !left || !right) return null;
  const fitsWithout = (i: number): boolean => {
    const [before, after] = [entries[i - 1], entries[i + 1]];
    return !before || !after || !isWrong(after, before);
  };
  if (fitsWithout(at + 1)) return { entry: right, other: left, side: 'after' };
  return fitsWithout(at) ? { entry: left, other: right, side: 'before' } : null;
};
