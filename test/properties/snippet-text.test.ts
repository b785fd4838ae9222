import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSnippet, plainTextOf, toSnippet } from '../../server/src/core/profiles/snippet-text';

const piece = fc.oneof(fc.string(), fc.constantFrom('$', '${', '}', '\\', '|', '${1:', '${1|a,b|}', '$NAME', '[insert who]', '[Insert {sum} $5]', '(Source, Year)', '[a](url)', '\n'));

describe('a text made a snippet', () => {
  it('reads as it did', () => {
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        expect(plainTextOf(parseSnippet(toSnippet(text)))).toBe(text);
      }),
    );
  });

  it('is read without fail, whatever it holds', () => {
    fc.assert(fc.property(fc.array(piece), (pieces) => void plainTextOf(parseSnippet(pieces.join('')))));
  });
});
