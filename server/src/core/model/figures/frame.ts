import type { Quantity } from '../../text/quantity';
import { containsSpan, type Span } from '../../text/span';
import type { Brief } from '../brief';
import { citationsByPlace } from '../by-place';
import { rememberByBrief } from '../remember-by-brief';
import { cellFrames } from './cell-frame';
import type { FigureFrame } from './figure';
import type { FigureFinder } from './figure-places';
import { proseFrames } from './prose-frame';

/** The frames of all figures of the brief, in order of the text. Years, dates, ordinals, lengths of time and small counts have none: they arrange what the text names. */
export const figureFrames = rememberByBrief((brief: Brief): readonly FigureFrame[] => {
  const indexOf = new Map(brief.quantities.map((quantity, index) => [quantity, index] as const));
  const indexByPlace = new Map(brief.quantities.map(({ span }, index) => [`${String(span.start)}-${String(span.end)}`, index] as const));
  const find: FigureFinder = (quantity) => {
    if (!isFigure(quantity) || isPartOfName(brief, quantity.span)) return undefined;
    return indexOf.get(quantity) ?? indexByPlace.get(`${String(quantity.span.start)}-${String(quantity.span.end)}`);
  };
  return [...proseFrames(brief, find), ...cellFrames(brief, find)].sort((a, b) => a.index - b.index);
});

/** Counts below this arrange ("three options"), and many things come in threes. */
const smallestCount = 10;

const isFigure = ({ form, scale, value, low, text, source, dimension }: Quantity): boolean => {
  switch (form) {
    case 'percent':
    case 'percentage-points':
    case 'money':
    case 'index':
      return true;
    case 'ratio':
      return dimension === 'share';
    case 'measure':
      return dimension !== 'time';
    case 'count':
      return /\d/.test(text) && (scale > 1 || Math.abs(value ?? low ?? 0) >= smallestCount);
    case 'duration':
      // "By kind and year" over a table makes no years of its bare numbers.
      return source === 'table' && !/\p{L}/u.test(text);
    case 'number':
      return source === 'table' || scale > 1 || Math.abs(value ?? 0) >= 100;
    default:
      return false;
  }
};

const falseFriendSpans = rememberByBrief((brief) => new Set(brief.falseFriends.flatMap(({ span }) => rangeOf(span))));
/** False friends are short; their places are looked up by every offset they hold. */
const rangeOf = (span: Span): number[] => Array.from({ length: Math.min(200, span.end - span.start) }, (_, i) => span.start + i);

const isPartOfName = (brief: Brief, span: Span): boolean =>
  falseFriendSpans(brief).has(span.start) || citationsByPlace(brief).overlapping(span).some((citation) => citation.style !== 'link' && containsSpan(citation.span, span));
