/** A half-open range of UTF-16 code units: `start` is in, `end` is not. Unless a field says otherwise, offsets count into the brief's text without its byte-order mark. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const spanOf = (start: number, end: number): Span => ({ start, end });

/** The same length, moved by `by`. */
export const shiftSpan = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });

/** Does `inner` lie wholly in `outer`? */
export const containsSpan = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Do the two share at least one code unit? */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

export const sliceOf = (text: string, span: Span): string => text.slice(span.start, span.end);

/** By start, then the longer first. */
export const compareSpans = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;
