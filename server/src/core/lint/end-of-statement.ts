import type { Brief } from '../model/brief';
import { sliceOf, spanOf, type Span } from '../text/span';

/** An empty span before the stop that ends a sentence, or at its end where it has none. */
export const endOfStatement = (brief: Brief, span: Span): Span => {
  const stop = /[.!;]["”’)]*\s*$/.exec(sliceOf(brief.text, span));
  const at = stop === null ? span.end : span.start + stop.index;
  return spanOf(at, at);
};
