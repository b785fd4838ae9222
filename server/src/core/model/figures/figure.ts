import type { Quantity } from '../../text/quantity';
import type { Direction } from './cues';

/** The values a figure allows, with the unit that its cell's head or title gives where the cell itself has none. */
export interface FigureValue {
  /** null: open. */
  readonly low: number | null;
  readonly high: number | null;
  /** The number as written, scale multiplied out; null where only words stand. */
  readonly value: number | null;
  readonly unit: string | null;
  readonly dimension: string;
  readonly scale: number;
}

/** A note or a caption says again what the text around it says; sentences of the text give different things, one after the other. */
export type Voice = 'text' | 'note' | 'caption';

/**
 * Where a figure stands among others of its sentence.
 *
 *     up from 61% to 87%, against 44% in 2015
 *             ^^^ from    ^^^ to  ^^^ comparator
 *     160 of the 324 districts
 *                ^^^ whole
 */
export type FigureRole = 'plain' | 'from' | 'to' | 'comparator' | 'whole';

/** `change`: "fell by 3%", "a rise of 3%"; `level`: "stood at 3%", "fell to 3%"; `unsaid`: the words leave it open. */
export type ChangeKind = 'change' | 'level' | 'unsaid';

/** In what manner a figure holds. */
export interface FigureManner {
  readonly change: ChangeKind;
  readonly direction: Direction | null;
  readonly isTarget: boolean;
  /** "per month", "per capita", "each"; null where none is named. */
  readonly basis: string | null;
  /** "Another 40%", "the remaining 40%". */
  readonly isOther: boolean;
  /** "Overall", "in total", "altogether". */
  readonly isWhole: boolean;
  /** "40% of them", "of which 40%". */
  readonly isPart: boolean;
  /** "The 16,000 passengers that the tram carries": the reader has met it. */
  readonly isDefinite: boolean;
  /** Of the household or person of an example ("they would gain $81"), or a condition ("once income passes $30,000"). */
  readonly isOfExample: boolean;
  /** "It", "this site": what it is of stands in an earlier sentence or in the heading. */
  readonly isAnaphoric: boolean;
  /** "£7bn higher", "three times as many". */
  readonly isDifference: boolean;
  /** "Was", "reached" */
  readonly isPast: boolean;
  /** "Is", "stands at", "now": it holds when the brief is written. */
  readonly isPresent: boolean;
}

/** Another figure of the same sentence. */
export interface Neighbour {
  readonly dimension: string;
  readonly near: ReadonlySet<string>;
}

/**
 * What a figure is about: what is measured, where, when, of whom, in what manner and by whose account.
 *
 *     Using the absolute measure, child poverty would fall by 13.6% in 2025-26 (IFS, 2025), while …
 *     own: absolut, poverty; whom: children; when: 2025-26; change, down; source: IFS 2025
 *
 * `own…` fields hold what the figure's own part of the sentence says; the others what sentence, paragraph, headings and captions add.
 */
export interface FigureFrame {
  /** Stands for all that its words say: frames with one identity differ only in where they stand. */
  readonly identity: object;
  /** Into `brief.quantities`. */
  readonly index: number;
  readonly quantity: Quantity;
  readonly value: FigureValue;
  /** Lemmas of what is measured; names of bodies and places are among them. */
  readonly own: ReadonlySet<string>;
  /** The same with what the whole brief is about ("own" leaves that out: all figures share it). */
  readonly near: ReadonlySet<string>;
  /** Lemmas of the rest of the sentence, the one before it, headings and captions. */
  readonly context: ReadonlySet<string>;
  /** Lemmas of what a reader has read when he comes to it: the sentence so far, the one before, headings; of a cell, its caption and corner. */
  readonly lead: ReadonlySet<string>;
  /** Lemmas of the sentence so far, and of its own part. */
  readonly said: ReadonlySet<string>;
  /** Places and bodies, in lower case. */
  readonly names: readonly string[];
  /** What a share is a share of, by its lemma; what is counted. */
  readonly base: string | null;
  /** Lemmas of what a share is taken of ("of the doses that were lost, 68%"). */
  readonly denominator: ReadonlySet<string>;
  /** Lemmas of the noun next to it. */
  readonly thing: readonly string[];
  readonly periods: readonly string[];
  /** Periods of the sentence, caption or heading, for a figure that has none of its own. */
  readonly contextPeriods: readonly string[];
  readonly relativeTimes: readonly string[];
  readonly groups: readonly string[];
  readonly contextGroups: readonly string[];
  readonly contrasts: readonly string[];
  readonly scenarios: readonly string[];
  readonly manner: FigureManner;
  readonly role: FigureRole;
  /** Lemmas of the plain noun that its clause begins with, the head last; empty where it begins otherwise. */
  readonly subject: readonly string[];
  /** Lemmas of words that stand side by side, the one in front first: "open prison", "prison place". */
  readonly modifiers: readonly (readonly [string, string])[];
  /** What is said of the other figures of its sentence. */
  readonly neighbours: readonly Neighbour[];
  /** Bodies and persons whose figure it is, as the sentence has it. */
  readonly attributions: readonly string[];
  /** Digits of the section's heading: "Household 2", "$54,850 to $62,050". */
  readonly headingNumbers: string;
  /** Works cited in the sentence, or by the table's source line. */
  readonly sources: readonly string[];
  readonly isInSummary: boolean;
  readonly voice: Voice;
  readonly section: number;
  readonly block: number;
  /** Figures in front of it in its sentence, into `brief.quantities`. */
  readonly earlier: readonly number[];
  /** Index of the sentence; null in a table. */
  readonly sentence: number | null;
  readonly cell: CellPlace | null;
}

/** What a figure says wherever it stands; kept from draft to draft. */
export type FigureContent = Omit<FigureFrame, 'identity' | 'index' | 'quantity' | 'section' | 'block' | 'sentence' | 'earlier' | 'cell'>;

/** The heads that name a cell of a table. */
export interface CellPlace extends CellHeads {
  /** Into `brief.tables`. */
  readonly table: number;
  readonly row: number;
}

export interface CellHeads {
  readonly column: number;
  readonly rowLabel: CellLabel;
  readonly columnLabel: CellLabel;
  /** The cell holds words beside the number, so that it reads like prose. */
  readonly isWordy: boolean;
}

/** One head of a row or column, read once a table. */
export interface CellLabel {
  readonly text: string;
  readonly lemmas: ReadonlySet<string>;
  readonly periods: readonly string[];
  readonly groups: readonly string[];
  /** Nothing to tell it by: "Value", "%", or the only column with numbers. */
  readonly isGeneric: boolean;
  /** "Total", "All", "Overall". */
  readonly isWhole: boolean;
}

export type ConflictKind = 'value' | 'scale' | 'currency' | 'unit';

/** Two figures for one quantity that cannot both be right. */
export interface FigureConflict {
  /** Into `brief.quantities`: where the finding stands. */
  readonly a: number;
  /** The other place. */
  readonly b: number;
  readonly kind: ConflictKind;
  /** 0..1: how sure it is that the two are one quantity. */
  readonly score: number;
  /** Words that both have in common. */
  readonly evidence: readonly string[];
  /** A third place says the same as the other one, so that `a` is the odd one out. */
  readonly isOtherBorneOut: boolean;
}
