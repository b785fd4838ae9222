/** Sentences whose own words contradict the order of their numbers. */
import type { Brief } from '../../model/brief';
import { rememberBy } from '../../model/remember-by';
import type { Span } from '../../text/span';
import { sourceSpan } from '../find-cues';
import { contradictedDirections, type Contradiction } from './directions';
import { crossedPartsAndBounds } from './parts-and-bounds';
import { statementsOf, type Stated } from './statement';

interface PlacedFigure {
  readonly text: string;
  readonly span: Span;
}

export interface PlacedContradiction {
  readonly first: PlacedFigure;
  readonly second: PlacedFigure;
  readonly message: string;
}

export const contradictionsOf = (brief: Brief): readonly PlacedContradiction[] =>
  statementsOf(brief).flatMap(({ sentence, stated }) => {
    const place = ({ text, start, end }: Contradiction['first']): PlacedFigure => ({ text, span: sourceSpan(sentence, start, end) });
    return found(stated).map(({ first, second, message }) => ({ first: place(first), second: place(second), message }));
  });

/** After a keystroke all sentences but one say what they said. Each number is in one contradiction at most. */
const found = rememberBy((stated: Stated): readonly Contradiction[] => {
  const taken = new Set<Contradiction['first']>();
  return [...contradictedDirections(stated), ...crossedPartsAndBounds(stated)].filter(({ first }) => {
    const isFree = !taken.has(first);
    taken.add(first);
    return isFree;
  });
});
