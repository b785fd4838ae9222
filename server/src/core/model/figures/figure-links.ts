import type { FigureFrame } from './figure';
import { isAskedBefore, pairOf, WordIndex, type Entry } from './figure-index';

/** What came of holding two figures against each other. */
export interface FigureLink<Outcome> {
  /** Stands before `b`. */
  readonly a: FigureFrame;
  readonly b: FigureFrame;
  readonly outcome: Outcome;
}

/** null: nothing follows from the pair. It may read what `identity` stands for, and of where the two stand what `relationOf` in the index tells apart. */
export type CompareFigures<Outcome> = (a: FigureFrame, b: FigureFrame) => Outcome | null;

/** What was found for a figure when its partners were looked for. */
interface Found<Outcome> {
  readonly partners: readonly Entry[];
  /** Of those from which something follows, in order. */
  readonly outcomes: readonly { readonly other: Entry; readonly outcome: Outcome }[];
}

/** The links among the figures of one document, from draft to draft: a pair is compared again only if one of the two changed, or moved from the other. */
export class FigureLinks<Outcome extends object> {
  readonly index = new WordIndex();
  readonly #found = new WeakMap<Entry, Found<Outcome>>();

  update(frames: readonly FigureFrame[], compare: CompareFigures<Outcome>): readonly FigureLink<Outcome>[] {
    this.index.update(frames);
    const { entries } = this.index;
    for (const entry of entries) {
      this.index.partnersOf(entry);
      if (entry.hasMoved) this.#found.delete(entry);
      entry.hasMoved = false;
    }
    const links: FigureLink<Outcome>[] = [];
    for (const entry of entries) {
      for (const { other, outcome } of this.#outcomesOf(entry, compare)) {
        if (isAskedBefore(entry, other)) continue;
        const [a, b] = pairOf(entry, other);
        links.push({ a, b, outcome });
      }
    }
    return links;
  }

  #outcomesOf(entry: Entry, compare: CompareFigures<Outcome>): Found<Outcome>['outcomes'] {
    const { partners } = entry;
    const before = this.#found.get(entry);
    if (before?.partners === partners) return before.outcomes;
    const outcomes: { other: Entry; outcome: Outcome }[] = [];
    for (const other of partners) {
      const kept = outcomeIn(before, other) ?? outcomeIn(this.#found.get(other), entry);
      const outcome = kept === undefined ? compare(...pairOf(entry, other)) : kept === 'none' ? null : kept;
      if (outcome !== null) outcomes.push({ other, outcome });
    }
    this.#found.set(entry, { partners, outcomes });
    return outcomes;
  }
}

/** undefined: the pair was not compared. */
const outcomeIn = <Outcome>(found: Found<Outcome> | undefined, other: Entry): Outcome | 'none' | undefined => {
  if (found?.partners.includes(other) !== true) return undefined;
  return found.outcomes.find((one) => one.other === other)?.outcome ?? 'none';
};

/** Documents whose latest draft is kept. */
const mostKept = 3;

/** Links of the latest documents. `setting` stands for what a comparison reads of the document besides its figures. */
export const createLinkMemory = <Outcome extends object>(): ((frames: readonly FigureFrame[], setting: string, compare: CompareFigures<Outcome>) => readonly FigureLink<Outcome>[]) => {
  let kept: readonly { readonly setting: string; readonly links: FigureLinks<Outcome> }[] = [];
  return (frames, setting, compare) => {
    const sharedOf = ({ links }: { readonly links: FigureLinks<Outcome> }): number => {
      const { first, last } = links.index.sharedEnds(frames);
      return first + last;
    };
    // One that has little in common is another document, whose own draft should stay.
    const [best] = kept
      .filter((one) => one.setting === setting && sharedOf(one) * 2 >= frames.length)
      .sort((one, other) => sharedOf(other) - sharedOf(one));
    const document = best ?? { setting, links: new FigureLinks<Outcome>() };
    kept = [document, ...kept.filter((one) => one !== document)].slice(0, mostKept);
    return document.links.update(frames, compare);
  };
};
