import type { CurrencyMark, QuantityForm } from './quantity';

/** A quantity on its way: what the number itself says, before the words around it are looked at. */
export interface Draft {
  readonly start: number;
  readonly end: number;
  /** Indices of its first token and of the token after it. */
  readonly first: number;
  readonly next: number;
  readonly low: number;
  readonly high: number;
  readonly value: number | null;
  readonly unit: string | null;
  readonly dimension: string;
  readonly scale: number;
  readonly form: QuantityForm;
  readonly currency: CurrencyMark | null;
  readonly isRange: boolean;
  /** ISO, for dates. */
  readonly when: string | null;
  /** Nothing but digits or number words: needs a noun, or at least the absence of a label. */
  readonly isBare: boolean;
  readonly isInWords: boolean;
  /** "millions of", which has no upper bound. */
  readonly isOpen?: boolean;
}

/** Twelve significant digits: takes the noise of binary fractions off, and no digit that anybody wrote. */
export const tidy = (value: number): number => Number(value.toPrecision(12));

export const isCalendar = (draft: { readonly form: QuantityForm }): boolean => draft.form === 'year' || draft.form === 'date';
