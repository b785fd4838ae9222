import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameOf } from '../../client/src/file-name';

describe('the file name of a brief', () => {
  it.each([
    ['Which buses to buy?', 'which-buses-to-buy'],
    ['  Rs 4.5 billion: who pays / who gains  ', 'rs-4-5-billion-who-pays-who-gains'],
    ['L’eau à Orlin', 'l-eau-à-orlin'],
    ['پانی کا مسئلہ', 'پانی-کا-مسئلہ'],
    ['Con', 'con-brief'],
    ['???', 'brief'],
    ['Solar refrigerators would halve vaccine loss on all of the outer islands', 'solar-refrigerators-would-halve-vaccine-loss-on-all-of-the'],
  ])('of "%s" is %s', (title, name) => {
    expect(fileNameOf(title)).toBe(name);
  });

  it('is a short name without separators, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        const name = fileNameOf(title);
        expect(name).toMatch(/^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u);
        expect(Array.from(name).length).toBeLessThanOrEqual(60);
      }),
    );
  });
});
