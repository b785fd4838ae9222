import type { Edit } from '../../lint/rule';
import type { Brief } from '../../model/brief';
import type { Quantity } from '../../text/quantity';
import { sliceOf, spanOf, type Span } from '../../text/span';

/**
 * The edit that makes a figure read `newText`. Where its text holds more than it says, only the digits are replaced:
 *
 *     **£2.4** million[^3]     £2.6 million
 *        ^^^                   ^ before   ^^^^^^^^ after
 *
 * null where the digits are no one run of the text, or where more than the digits would have to change.
 */
export const editFigure = ({ text }: Brief, { span, text: oldText }: Quantity, newText: string): Edit | null => {
  const source = sliceOf(text, span);
  if (source === oldText) return { span, newText };
  const digits = digitsIn(oldText);
  if (digits === null) return null;
  const [before, after] = [oldText.slice(0, digits.start), oldText.slice(digits.end)];
  const newDigits = newText.slice(before.length, newText.length - after.length);
  if (`${before}${newDigits}${after}` !== newText || !/^\d(?:.*\d)?$/u.test(newDigits) || /\p{L}/u.test(newDigits)) return null;
  const at = onlyPlaceOf(sliceOf(oldText, digits), source);
  return at === null ? null : { span: spanOf(span.start + at, span.start + at + digits.end - digits.start), newText: newDigits };
};

/** From the first digit to the last. */
const digitsIn = (text: string): Span | null => {
  const start = text.search(/\d/);
  if (start < 0) return null;
  let end = text.length;
  while (!/\d/.test(text.charAt(end - 1))) end--;
  return spanOf(start, end);
};

/** null: not there, there twice (the mark of a note may have the same digits), or a part of a longer number. */
const onlyPlaceOf = (digits: string, source: string): number | null => {
  const at = source.indexOf(digits);
  const isOnly = at >= 0 && !source.includes(digits, at + 1);
  return isOnly && !/\d/.test(source.charAt(at - 1)) && !/\d/.test(source.charAt(at + digits.length)) ? at : null;
};
