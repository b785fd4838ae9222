import type { Quantity } from './quantity';

/** A number that measures: a share, a sum, a multiple, a large count. Years, dates, ordinals, durations and small counts name or arrange things. */
export function isFigure(quantity: Quantity): boolean {
  switch (quantity.form) {
    case 'percent':
    case 'percentage-points':
    case 'money':
    case 'multiple':
    case 'ratio':
    case 'index':
      return true;
    case 'measure':
      return quantity.dimension !== 'time';
    case 'count':
    case 'number':
      return quantity.scale > 1 || isLarge(quantity);
    default:
      return false;
  }
}

const isLarge = (quantity: Quantity): boolean => (quantity.value ?? quantity.low ?? 0) >= 1_000 && /\d/.test(quantity.text) && !isLikeYear(quantity);

/** "the Sanction of 1713": four digits without a separator are most often a year, whatever noun follows. */
const isLikeYear = (quantity: Quantity): boolean => /^(?:1[0-9]|20)\d{2}$/.test(quantity.text.trim());

/** Do the two allow a common value? Open ends reach without limit. */
export const meets = (a: Quantity, b: Quantity): boolean => (a.low ?? -Infinity) <= (b.high ?? Infinity) && (b.low ?? -Infinity) <= (a.high ?? Infinity);
