import type { Quantity } from '../../text/quantity';

/** Counts below this arrange ("three options"), and many things come in threes. */
const smallestCount = 10;

/** Years, dates, ordinals, lengths of time and small counts are none: they arrange what the text names. */
export const isFigure = ({ form, scale, value, low, text, source, dimension }: Quantity): boolean => {
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
