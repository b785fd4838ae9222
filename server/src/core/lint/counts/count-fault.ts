import type { Span } from '../../text/span';

/** A number of things that is not the number of those that follow. Spans count into the brief. */
export interface CountFault {
  readonly span: Span;
  readonly numberSpan: Span;
  /** "four", as written. */
  readonly number: string;
  /** "four short-term aims". */
  readonly announced: string;
  readonly listed: number;
  /** Nested "and"s leave open how many: no fix. */
  readonly listedAtMost: number;
  /** What the things listed are called: "listed", "headings", "rows in Table 2". */
  readonly how: string;
  readonly place: Span;
  readonly level: 'listed' | 'likely';
}
