import type { Quantity } from '../../text/quantity';
import type { Brief } from '../brief';
import type { FigureFrame } from './figure';

/** "42% cook with wood or dung" is what "29% cook with wood and 13% with dung" come to: a whole and its part. */
export const isSumAndPart = (brief: Brief, a: FigureFrame, b: FigureFrame): boolean => isSumWith(brief, a, b) || isSumWith(brief, b, a);

/** Is the one what the other and the figures beside it add up to? */
const isSumWith = ({ sentences }: Brief, sum: FigureFrame, part: FigureFrame): boolean => {
  const { low, high } = sum.value;
  const figures = part.sentence === null ? [] : (sentences[part.sentence]?.quantities ?? []);
  const at = figures.findIndex(({ span }) => span.start === part.quantity.span.start);
  // "Nearly half" is the sum of many things by chance.
  if (low === null || high === null || sum.quantity.qualifier !== null || at < 0 || sum.sentence === part.sentence) return false;
  for (let first = at; first >= 0 && isLike(figures[first], part.quantity); first--) {
    for (let last = at, total = additionOf(figures.slice(first, at)); last < figures.length && isLike(figures[last], part.quantity); last++) {
      total += figures[last]?.value ?? 0;
      if (last > first && total >= low && total <= high) return true;
    }
  }
  return false;
};

const isLike = (figure: Quantity | undefined, { unit, dimension }: Quantity): boolean =>
  figure?.unit === unit && figure.dimension === dimension && !figure.isRange && figure.value !== null && figure.value > 0;

const additionOf = (figures: readonly Quantity[]): number => figures.reduce((total, { value }) => total + (value ?? 0), 0);
