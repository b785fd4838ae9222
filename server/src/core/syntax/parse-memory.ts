import { sliceOf } from '../text/span';
import { firstWhere } from '../text/span-index';
import { BlockParser, type ParsedBlocks } from './block-parser';
import { findChange, joinChanges, type Change } from './changed-span';
import { areLinesParagraphs, countLines, groupLines, recountLines, type LineCounts } from './line-structure';
import { canCut, cutParts, isClosed, mayBeginContainer, placePart, probeAt, type MaskedText, type PlacedPart, type Stretch, type TreePart } from './tree-parts';
import { mayAskFor } from './watched-labels';

export interface ReadParts {
  readonly parts: readonly PlacedPart[];
  readonly isLineStructured: boolean;
}

interface LastParse extends ReadParts, MaskedText {
  readonly counts: LineCounts;
}

/** What was read of the text before an edit. */
interface Kept {
  readonly parts: readonly PlacedPart[];
  readonly change: Change;
  /** How far the text behind the change has moved. */
  readonly by: number;
}

/** New parts in the place of the kept ones from `first` up to `last`. */
interface Replacement {
  readonly first: number;
  readonly last: number;
  readonly parts: readonly PlacedPart[];
}

/**
 * The parts of the last parse, so that the next one reads only those that an edit has touched. Where these end, the parser itself says: reading
 * goes on until a part begins where one began before, behind the edit. From there on the text is the same and nothing is open, so the tree is the
 * same – but for links and marks of notes whose definition came or went, whose parts are read again too.
 */
export class ParseMemory {
  readonly #parser = new BlockParser();
  readonly #labels = new LabelCounts();
  #last: LastParse | undefined;

  read(text: MaskedText): ReadParts {
    const last = this.#last;
    const change = last && changeOf(last, text);
    if (last && change && change.old.start === change.old.end && change.current.start === change.current.end) return last;
    const counts = last && change ? recountLines(last.counts, { text: last.masked, changed: change.old }, { text: text.masked, changed: change.current }) : countLines(text.masked);
    const isLineStructured = areLinesParagraphs(counts, text.masked);
    const kept = last && change && last.isLineStructured === isLineStructured ? { parts: last.parts, change, by: change.current.end - change.old.end } : undefined;
    const parts = isLineStructured ? this.#readGroups(text, kept) : this.#readBlocks(text, kept);
    this.#last = { ...text, parts, isLineStructured, counts };
    return this.#last;
  }

  /** Pasted text: each group of lines by itself. What is defined in one, the others do not know. */
  #readGroups(text: MaskedText, kept: Kept | undefined): readonly PlacedPart[] {
    const first = kept ? Math.max(0, lastPartUpTo(kept.parts, kept.change.old.start) - 1) : 0;
    let last = kept ? firstPartFrom(kept.parts, kept.change.old.end) : Infinity;
    const parts: PlacedPart[] = [];
    for (const group of groupLines(text.masked, first === 0 ? 0 : kept?.parts[first]?.start)) {
      while (kept && newStart(kept, last) < group.start) last++;
      if (kept && newStart(kept, last) === group.start) return replace(kept, { first, last, parts });
      parts.push(placePart({ ...text, start: group.start, end: group.end }, this.#parser.parse(sliceOf(text.masked, group), () => false), 0));
    }
    return kept ? replace(kept, { first, last: Infinity, parts }) : parts;
  }

  #readBlocks(text: MaskedText, kept: Kept | undefined): readonly PlacedPart[] {
    if (!kept) {
      this.#labels.clear();
      const whole = { ...text, start: 0, end: text.masked.length };
      const all = cutParts(whole, this.#parse(whole, []));
      this.#labels.exchange([], all);
      return all;
    }
    const replacement = this.#readTouched(text, kept);
    const changedLabels = this.#labels.exchange(kept.parts.slice(replacement.first, replacement.last), replacement.parts);
    const parts = replace(kept, replacement);
    if (changedLabels.length === 0) return parts;
    const fresh = new Set(replacement.parts.map(({ part }) => part));
    return parts.map((placed, i) => (!fresh.has(placed.part) && asksForAny(placed.part, changedLabels) ? this.#readAgain(text, placed, parts[i + 1]?.start ?? text.masked.length) : placed));
  }

  #readTouched({ source, masked }: MaskedText, kept: Kept): Replacement {
    const { parts: old, change } = kept;
    const first = firstToRead(masked, old, change.old.start);
    const start = old[first]?.start ?? 0;
    let last = Math.max(first + 1, firstPartFrom(old, change.old.end));
    while (last < old.length && !canCut(masked, newStart(kept, last))) last++;
    // The further it has to read, the longer the next step, so that all of them together take no longer than twice the last.
    for (let more = 0; ; more = more * 2 + 1) {
      const until = Math.min(old.length, last + more);
      const end = until < old.length ? newStart(kept, until) : masked.length;
      const stretch = { source, masked, start, end };
      const read = this.#parse(stretch, old.slice(first, until));
      const parts = cutParts(stretch, read);
      if (isClosed(stretch, read)) return { first, last: until, parts };
      const starts = new Set(parts.map((part) => part.start));
      for (let met = last; met < until; met++) {
        const meeting = newStart(kept, met);
        if (starts.has(meeting)) return { first, last: met, parts: parts.filter((part) => part.start < meeting) };
      }
    }
  }

  #parse(stretch: Stretch, replaced: readonly PlacedPart[]): ParsedBlocks {
    return this.#parser.parse(sliceOf(stretch.masked, stretch) + probeAt(stretch.masked, stretch.end), this.#labels.without(replaced));
  }

  /** The parser says nothing else of where this part ends than before. */
  #readAgain(text: MaskedText, placed: PlacedPart, end: number): PlacedPart {
    const stretch = { ...text, start: placed.start, end };
    return cutParts(stretch, this.#parse(stretch, [placed]))[0] ?? placed;
  }
}

function changeOf(last: MaskedText, text: MaskedText): Change {
  const change = findChange(last.source, text.source);
  const isPlain = last.masked === last.source && text.masked === text.source;
  return isPlain ? change : joinChanges(change, findChange(last.masked, text.masked));
}

/** The index of the last part that begins at or before `offset`; of the first where there is none. */
const lastPartUpTo = (parts: readonly PlacedPart[], offset: number): number => Math.max(0, firstWhere(parts.length, (i) => (parts[i]?.start ?? 0) > offset) - 1);

const firstPartFrom = (parts: readonly PlacedPart[], offset: number): number => firstWhere(parts.length, (i) => (parts[i]?.start ?? 0) >= offset);

/** Where a part behind the change begins now. */
const newStart = ({ parts, by }: Kept, index: number): number => (parts[index]?.start ?? Infinity) + by;

/**
 * The part with the change in it. If it begins with the change, or with what may be an item, it may now go on with what stands before, and
 * reading begins there.
 */
function firstToRead(masked: string, old: readonly PlacedPart[], changeStart: number): number {
  const touched = lastPartUpTo(old, changeStart);
  const start = old[touched]?.start ?? 0;
  return touched > 0 && (start === changeStart || mayBeginContainer(masked[start])) ? touched - 1 : touched;
}

function replace({ parts: old, by }: Kept, { first, last, parts }: Replacement): readonly PlacedPart[] {
  const behind = old.slice(last);
  return [...old.slice(0, first), ...parts, ...(by === 0 ? behind : behind.map(({ part, start }) => ({ part, start: start + by })))];
}

const asksForAny = ({ asked, masked }: TreePart, keys: readonly string[]): boolean => keys.some((key) => asked.has(key) && mayAskFor(masked, key));

/** How many parts define each label. */
class LabelCounts {
  readonly #counts = new Map<string, number>();

  clear(): void {
    this.#counts.clear();
  }

  /** Which labels do parts other than these define? */
  without(parts: readonly PlacedPart[]): (key: string) => boolean {
    const own = new LabelCounts();
    own.exchange([], parts);
    return (key) => (this.#counts.get(key) ?? 0) > (own.#counts.get(key) ?? 0);
  }

  /** Gives the labels that were defined and are no more, or the other way round. */
  exchange(removed: readonly PlacedPart[], added: readonly PlacedPart[]): readonly string[] {
    const wasDefined = new Map<string, boolean>();
    const add = (parts: readonly PlacedPart[], by: number): void => {
      for (const { key } of parts.flatMap(({ part }) => part.definitions)) {
        const count = this.#counts.get(key) ?? 0;
        if (!wasDefined.has(key)) wasDefined.set(key, count > 0);
        this.#counts.set(key, count + by);
      }
    };
    add(removed, -1);
    add(added, 1);
    const changed = [...wasDefined].filter(([key, was]) => was !== (this.#counts.get(key) ?? 0) > 0);
    for (const key of wasDefined.keys()) if (this.#counts.get(key) === 0) this.#counts.delete(key);
    return changed.map(([key]) => key);
  }
}
