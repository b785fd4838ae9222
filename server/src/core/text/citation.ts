import type { Span } from './span';

/** How a source is named. The words are those of the `evidence` contract. */
export type CitationStyle =
  | 'parenthetical'
  | 'narrative'
  | 'key'
  | 'footnote'
  | 'link'
  | 'numbered'
  | 'source-line'
  | 'instrument'
  | 'data-portal';

/** One work that a citation names. `(OECD, 2026; World Bank, 2025)` names two. */
export interface CitedWork {
  readonly span: Span;
  /** "World Bank", "Khan et al."; null for keys, footnotes, numbers and links without a name. */
  readonly author: string | null;
  /** The part of the text that `author` stands in, for renames; null where there is none. */
  readonly authorSpan: Span | null;
  /** "2025", "2025a", "2024-25", "n.d.", "forthcoming"; null if none is given. */
  readonly year: string | null;
  readonly yearSpan: Span | null;
  /** Pandoc key, footnote label, number or address, by style. */
  readonly key: string | null;
  /** "p. 41", "Table 3.2"; null if none. */
  readonly locator: string | null;
  /** Title words where the form has them ("FPSC Annual Report 2023", "PBS, Labour Force Survey 2020-21"). */
  readonly title: string | null;
}

/**
 * A place that says where something comes from.
 *
 *     Growth fell (World Bank, 2025; OECD, 2024a).
 *                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^   span, two works
 */
export interface Citation {
  readonly span: Span;
  readonly style: CitationStyle;
  readonly works: readonly CitedWork[];
  /** Own work ("Authors' calculations"): a source, but nobody else's. */
  readonly isOwnWork: boolean;
}

/** Something in the shape of a citation that is none: the year of a law, a credit line, a unit in brackets. */
export interface FalseFriend {
  readonly span: Span;
  readonly kind: 'instrument-year' | 'event-year' | 'credit' | 'acronym' | 'unit' | 'locator' | 'handle' | 'cross-reference';
  /** What it is, for hovers and hints: "AI Act". */
  readonly name: string;
  readonly year: string | null;
}

/** "State Bank of Pakistan (SBP)", "SBP (State Bank of Pakistan)", "[SBP]" inside a citation. */
export interface AcronymDefinition {
  readonly acronym: string;
  readonly expansion: string;
  readonly acronymSpan: Span;
  readonly span: Span;
}
