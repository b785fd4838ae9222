import { containsSpan, spanOf, type Span } from '../../text/span';
import { createSpanIndex } from '../../text/span-index';
import type { Brief } from '../brief';
import { citationsByPlace } from '../by-place';
import { rememberByBrief } from '../remember-by-brief';
import { cellFrames } from './cell-frame';
import type { FigureFrame } from './figure';
import { indexOfQuantity, type FigureFinder } from './figure-places';
import { isFigure } from './is-figure';
import { proseFrames } from './prose-frame';

/** The frames of all figures of the brief, in order of the text. */
export const figureFrames = rememberByBrief((brief: Brief): readonly FigureFrame[] => {
  const find: FigureFinder = (quantity) => (!isFigure(quantity) || isPartOfName(brief, quantity.span) ? undefined : indexOfQuantity(brief, quantity));
  return [...proseFrames(brief, find), ...cellFrames(brief, find)].sort((a, b) => a.index - b.index);
});

const falseFriendsByPlace = rememberByBrief((brief) => createSpanIndex(brief.falseFriends));

const isPartOfName = (brief: Brief, span: Span): boolean =>
  falseFriendsByPlace(brief).meets(spanOf(span.start, span.start + 1)) || citationsByPlace(brief).overlapping(span).some((citation) => citation.style !== 'link' && containsSpan(citation.span, span));
