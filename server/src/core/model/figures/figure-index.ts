import type { FigureFrame } from './figure';

/** Two figures that share words, the one that stands first in front. */
export type FigurePair = readonly [FigureFrame, FigureFrame];

export interface FigureIndex {
  /** Pairs of figures that share words, each pair once. */
  readonly pairs: () => Iterable<FigurePair>;
}

/** A word that stands at more figures than this tells none of them apart; looking at all would cost the square of their number. */
const longestList = 150;
/** Figures that are looked at closely for one. */
const mostPartners = 48;
/** The rarest words of a figure are asked for. */
const mostWords = 12;

/** A word with the figures that have it. */
interface Word {
  readonly text: string;
  /** With the word right by them, in order of the text. */
  holders: readonly Entry[];
  /** That ask for it. */
  askers: readonly Entry[];
}

/** A figure in the index, from draft to draft. */
export interface Entry {
  frame: FigureFrame;
  /** The frame of the draft before; null for a figure that came. */
  old: FigureFrame | null;
  /** Its place among the figures. */
  at: number;
  readonly near: readonly Word[];
  readonly asks: readonly Word[];
  /** Best first. */
  partners: readonly Entry[];
  /** To be looked for (again). */
  isStale: boolean;
  /** Nothing follows any more from what was found for it: it came, or stands elsewhere than it did from a partner. */
  hasMoved: boolean;
  /** Words at more figures than this are not asked for: it has enough that are rarer. */
  longestAsked: number;
}

/**
 * Figures by the words right by them, asked for with the words that a reader has read when he comes to another. Taken from one draft to the next, it looks
 * again only for the partners of figures that ask for a word of a figure that came or went.
 */
export class WordIndex {
  entries: readonly Entry[] = [];
  readonly #words = new Map<string, Word>();
  #counts = new Int32Array(0);
  readonly #ranks = new Float64Array(mostPartners);

  /** How many figures at the beginning and end are those of the last draft. */
  sharedEnds(frames: readonly FigureFrame[]): { readonly first: number; readonly last: number } {
    const known = this.entries;
    const most = Math.min(known.length, frames.length);
    let [first, last] = [0, 0];
    while (first < most && known[first]?.frame.identity === frames[first]?.identity) first++;
    while (last < most - first && known[known.length - 1 - last]?.frame.identity === frames[frames.length - 1 - last]?.identity) last++;
    return { first, last };
  }

  update(frames: readonly FigureFrame[]): void {
    const { first, last } = this.sharedEnds(frames);
    const known = this.entries;
    const gone = known.slice(first, known.length - last);
    const came = frames.slice(first, frames.length - last).map((frame) => this.#entryOf(frame));
    const next = [...known.slice(0, first), ...came, ...known.slice(known.length - last)];
    const arrived = new Set(came);
    next.forEach((entry, at) => {
      entry.at = at;
      entry.old = arrived.has(entry) ? null : entry.frame;
      entry.frame = frames[at] ?? entry.frame;
    });
    this.entries = next;
    if (this.#counts.length < next.length) this.#counts = new Int32Array(next.length * 2);
    this.#exchange(gone, came);
    forgetMoved(next);
  }

  partnersOf(entry: Entry): readonly Entry[] {
    if (entry.isStale) {
      entry.partners = this.#findPartners(entry);
      entry.isStale = false;
    }
    return entry.partners;
  }

  #entryOf(frame: FigureFrame): Entry {
    const near = [...frame.near].map((text) => this.#wordOf(text));
    return { frame, old: null, at: 0, near, asks: [...new Set([...near, ...[...frame.lead].map((text) => this.#wordOf(text))])], partners: [], isStale: true, hasMoved: true, longestAsked: longestList };
  }

  #wordOf(text: string): Word {
    const known = this.#words.get(text);
    if (known) return known;
    const word: Word = { text, holders: [], askers: [] };
    this.#words.set(text, word);
    return word;
  }

  #exchange(gone: readonly Entry[], came: readonly Entry[]): void {
    const left = new Set(gone);
    for (const [word, entries] of groupByWord(came, ({ asks }) => asks, gone)) word.askers = exchanged(word.askers, left, entries);
    for (const [word, entries] of groupByWord(came, ({ near }) => near, gone)) {
      const before = word.holders.length;
      word.holders = exchanged(word.holders, left, entries).sort((a, b) => a.at - b.at);
      const shorter = Math.min(before, word.holders.length);
      for (const asker of word.askers) if (shorter <= asker.longestAsked) asker.isStale = true;
    }
    for (const { asks } of gone) for (const word of asks) if (word.holders.length === 0 && word.askers.length === 0) this.#words.delete(word.text);
  }

  #findPartners(entry: Entry): readonly Entry[] {
    const lists = entry.asks
      .flatMap(({ holders }) => (holders.length > 0 && holders.length <= longestList ? [holders] : []))
      .sort((a, b) => a.length - b.length)
      .slice(0, mostWords);
    entry.longestAsked = lists.length < mostWords ? longestList : (lists.at(-1)?.length ?? longestList);
    const counts = this.#counts;
    const touched: number[] = [];
    for (const list of lists) {
      for (const { at } of list) {
        const count = counts[at] ?? 0;
        if (count === 0) touched.push(at);
        counts[at] = count + 1;
      }
    }
    const best = this.#bestOf(touched, entry.at);
    for (const at of touched) counts[at] = 0;
    return best;
  }

  /** With most words in common first, then by place. */
  #bestOf(touched: readonly number[], here: number): readonly Entry[] {
    const counts = this.#counts;
    const ofCount = new Array<number>(mostWords + 1).fill(0);
    for (const at of touched) ofCount[counts[at] ?? 0] = (ofCount[counts[at] ?? 0] ?? 0) + 1;
    let [least, enough] = [mostWords, ofCount[mostWords] ?? 0];
    // One more than is taken, for the figure itself is among them.
    while (least > 1 && enough <= mostPartners) enough += ofCount[--least] ?? 0;
    const total = this.entries.length;
    const ranks = this.#ranks;
    let taken = 0;
    for (const at of touched) {
      const count = counts[at] ?? 0;
      const rank = (mostWords - count) * total + at;
      if (at === here || count < least || (taken === mostPartners && rank > (ranks[taken - 1] ?? 0))) continue;
      let place = Math.min(taken, mostPartners - 1);
      for (; place > 0 && (ranks[place - 1] ?? 0) > rank; place--) ranks[place] = ranks[place - 1] ?? 0;
      ranks[place] = rank;
      taken = Math.min(taken + 1, mostPartners);
    }
    return Array.from(ranks.subarray(0, taken), (rank) => this.entries[rank % total]).filter((other) => other !== undefined);
  }
}

/** The entries that came by their words; words of those that went are keys as well. */
const groupByWord = (came: readonly Entry[], wordsOf: (entry: Entry) => readonly Word[], gone: readonly Entry[]): ReadonlyMap<Word, readonly Entry[]> => {
  const byWord = new Map<Word, Entry[]>();
  for (const entry of gone) for (const word of wordsOf(entry)) if (!byWord.has(word)) byWord.set(word, []);
  for (const entry of came) {
    for (const word of wordsOf(entry)) {
      const entries = byWord.get(word);
      if (entries) entries.push(entry);
      else byWord.set(word, [entry]);
    }
  }
  return byWord;
};

const exchanged = (entries: readonly Entry[], left: ReadonlySet<Entry>, came: readonly Entry[]): Entry[] => [...(left.size === 0 ? entries : entries.filter((entry) => !left.has(entry))), ...came];

/** What a comparison may read of where two figures stand. */
const relationOf = (a: FigureFrame, b: FigureFrame): number =>
  (a.section === b.section ? 1 : 0) +
  (a.block === b.block ? 2 : 0) +
  (a.sentence === b.sentence ? 4 : 0) +
  (a.cell?.table === b.cell?.table ? 8 : 0) +
  (Math.abs(a.block - b.block) <= 2 ? 16 : 0);

/** A heading or a paragraph put between two figures may part them, though neither has changed. */
const forgetMoved = (entries: readonly Entry[]): void => {
  if (!isAnyParted(entries)) return;
  for (const entry of entries) {
    const { old, frame } = entry;
    if (old !== null && entry.partners.some((other) => other.old !== null && relationOf(old, other.old) !== relationOf(frame, other.frame))) entry.hasMoved = true;
  }
};

const isAnyParted = (entries: readonly Entry[]): boolean => {
  let before: { readonly now: FigureFrame; readonly old: FigureFrame } | null = null;
  for (const { frame: now, old } of entries) {
    if (old === null) continue;
    const isStill = now === old && before?.now === before?.old;
    if (before !== null && !isStill && stepOf(before.now, now) !== stepOf(before.old, old)) return true;
    before = { now, old };
  }
  return false;
};

/** Sections, blocks, sentences and tables are runs of figures: where each step from one to the next is as it was, so are the relations of all. */
const stepOf = (from: FigureFrame, to: FigureFrame): number => relationOf(from, to) * 4 + Math.min(3, Math.abs(to.block - from.block));

/** Built once, for one list of figures. */
export const createFigureIndex = (frames: readonly FigureFrame[]): FigureIndex => ({
  *pairs() {
    const index = new WordIndex();
    index.update(frames);
    for (const entry of index.entries) for (const other of index.partnersOf(entry)) if (!isAskedBefore(entry, other)) yield pairOf(entry, other);
  },
});

/** A pair that asks both ways is taken where its first asks. */
export const isAskedBefore = (entry: Entry, other: Entry): boolean => other.at < entry.at && other.partners.includes(entry);

export const pairOf = (entry: Entry, other: Entry): FigurePair => (entry.at < other.at ? [entry.frame, other.frame] : [other.frame, entry.frame]);
