import fc from 'fast-check';
import { markdownExamples } from './markdown-examples';

/** In the place of `length` characters behind `at` (a share of the text's length) comes `text`. */
export interface RandomEdit {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

const fragments = ['a', ' ', '\n', '\n\n', '\r\n', '\r', '    ', '\t', '#', '# ', '-', '- ', '+ ', '* ', '1. ', '2) ', '> ', '>', '`', '```', '```\n', '~~~\n', '$$', '$$\n', ':::', '::: note\n', ':::\n', '|', '| a |\n| - |\n', '---\n', '===\n', '[', ']', '[rise]', '[fall]: /x\n', '[^1]', '[^1]: x\n', '\n\n[^big]: y\n\n', '<', '<!--', '-->', '<div>', '<table>', '</table>', '<pre>', '\\', '&amp;', '*', '**', '_', '(', ')', '\uFEFF', '\u0000'];

export const randomText = (most: number): fc.Arbitrary<string> =>
  fc.array(fc.tuple(fc.constantFrom(...markdownExamples), fc.constantFrom('\n', '\n', '\n', '', '\n\n')), { maxLength: most }).map((parts) => withoutMark(parts.map(([example, end]) => example + end).join('')));

export const randomEdits = (most: number): fc.Arbitrary<readonly RandomEdit[]> =>
  fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) }, { weight: 1, arbitrary: fc.integer({ min: 5, max: 120 }) }),
      text: fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 5, arbitrary: fc.constantFrom(...fragments) }, { weight: 2, arbitrary: fc.constantFrom(...markdownExamples) }),
    }),
    { minLength: 1, maxLength: most },
  );

export function applyRandomEdit(text: string, { at, length, text: added }: RandomEdit): string {
  const start = Math.round(at * text.length);
  return withoutMark(text.slice(0, start) + added + text.slice(start + length));
}

/** The text that is parsed has lost its byte-order mark before. */
const withoutMark = (text: string): string => text.replace(/^\uFEFF+/, '');
