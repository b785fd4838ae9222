import type { Span } from './span';

/** What a number is. `count` is a count of a noun ("four ministries"), `number` a bare number that nothing explains. */
export type QuantityForm =
  | 'percent'
  | 'percentage-points'
  | 'money'
  | 'count'
  | 'measure'
  | 'duration'
  | 'date'
  | 'year'
  | 'ratio'
  | 'multiple'
  | 'ordinal'
  | 'index'
  | 'number';

/** The word that widens or opens the interval: "about", "nearly", "more than", "at least", "up to" … */
export type QuantityQualifier = 'about' | 'nearly' | 'more-than' | 'less-than' | 'at-least' | 'at-most';

/** A currency as written. `code` is the ISO 4217 code where the writing settles it ("US$", "PKR", "€"), else null ("$", "Rs", "dollars"). */
export interface CurrencyMark {
  readonly code: string | null;
  readonly symbol: string;
  readonly span: Span;
}

/**
 * Whose prices a sum is counted in. `real`: those of one year ("in 2020 prices", "constant 2015 US$", "in real terms"), `nominal`: those
 * of each year ("current prices", "in cash terms"), `ppp`: at purchasing power parity.
 */
export interface PriceBasis {
  readonly kind: 'real' | 'nominal' | 'ppp';
  /** The year of the prices as written ("2020", "2015/16"); null where none is named. */
  readonly year: string | null;
  readonly text: string;
}

/**
 * A number as the interval that its written precision allows, in units of `unit`, scale multiplied out:
 * "23%" is 22.5..23.5 `%`, "2.4 million" 2,350,000..2,450,000, "nearly 40%" 38..40, "15-20 per cent" 15..20 (widened by half the last digit each side),
 * "one in four" 24.5..25.5 `%`, "$5B+" 5e9..null. Percent stands as written, never as a fraction. A calendar year is `low = high`.
 */
export interface Quantity {
  readonly span: Span;
  readonly text: string;
  /** null: no lower (upper) bound. */
  readonly low: number | null;
  readonly high: number | null;
  /** The number as written, scale multiplied out, where one was written; the middle of a range; null where only a bound is known. */
  readonly value: number | null;
  /** '%', 'pp', an ISO currency code or the ambiguous mark itself ('$', 'Rs'), 'km', 'years', 'x' … ; null for counts and bare numbers. */
  readonly unit: string | null;
  /** 'share', 'money', 'count', 'time', 'length', 'area', 'mass', 'energy', 'power', 'volume', 'ratio', 'calendar', 'none'. */
  readonly dimension: string;
  /** The multiplier that was written: 1, 1e3 … 1e12, 1e5 (lakh), 1e7 (crore). */
  readonly scale: number;
  readonly form: QuantityForm;
  readonly currency: CurrencyMark | null;
  readonly qualifier: QuantityQualifier | null;
  /** Two ends were written ("15-20 per cent", "between 3 and 5 million"). */
  readonly isRange: boolean;
  /** The counted or measured thing, the nearest words as written ("total GDP", "ministries"); null where none is near. */
  readonly what: string | null;
  /** A place named with it; filled by the model. */
  readonly where: string | null;
  /** The year or period named with it ("2024", "FY2024-25", "2019/20"), as written. */
  readonly when: string | null;
  readonly source: 'prose' | 'table';
  /** For money; absent where no words say it. */
  readonly priceBasis?: PriceBasis;
  /** What a rate is counted by, as written: "100,000 live births", "capita", "km²", "day". */
  readonly per?: string;
  /** When an index was 100: "2015" for "112 (2015 = 100)". */
  readonly indexBase?: string;
}
