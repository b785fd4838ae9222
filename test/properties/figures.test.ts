/** Two readers look at a source: one lists its numbers quickly, the other reads what they are. What the second reads, the first must have listed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlainText } from '../../server/src/core/library/extract/text';
import { findFigure } from '../../server/src/core/library/find-figure';
import { numberStyleOfSource } from '../../server/src/core/library/source-numbers';
import { findQuantities } from '../../server/src/core/text/quantities';
import type { Quantity } from '../../server/src/core/text/quantity';

/** Years and ranks are no figures to look for; "millions of" says no value. */
const isFigure = ({ form, value }: Quantity): boolean => form !== 'year' && form !== 'date' && form !== 'ordinal' && value !== null;

/** Figures that are read in a text and not found in the same text. */
const lostIn = (text: string): readonly string[] => {
  const source = readPlainText('a.txt', text);
  const figures = source.passages.flatMap((passage) => findQuantities(passage.text, { style: numberStyleOfSource(source) })).filter(isFigure);
  return figures.filter((figure) => findFigure(source, figure).kind !== 'found').map((figure) => figure.text);
};

const small = fc.constantFrom('one', 'two', 'three', 'seven', 'ten', 'twelve', 'fifteen', 'twenty-five', 'ninety', 'three hundred and ten', 'two and a half', 'a', 'half a', 'two thousand three hundred');
const written = fc.oneof(
  fc.integer({ min: 0, max: 99_999 }).map(String),
  fc.integer({ min: 0, max: 99_999 }).map((tenths) => (tenths / 10).toFixed(1)),
  fc.integer({ min: 1_000, max: 9_999_999 }).map((value) => value.toLocaleString('en')),
  fc.integer({ min: 1_000, max: 9_999_999 }).map((value) => value.toLocaleString('en-IN')),
  fc.integer({ min: 1_000, max: 9_999_999 }).map((value) => value.toLocaleString('en').replaceAll(',', '\u202F')),
  fc.integer({ min: 1_000_000, max: 9_999_999 }).map((value) => value.toLocaleString('de')),
  fc.constantFrom('.5', '6½', '½', '1,5', '12 000', '1 200 000', '3,4,5', '0.05'),
  small,
);
const sign = fc.constantFrom('', '', '', '−', '-', 'minus ', 'nearly ', 'more than ', 'at most ', 'US$', 'Rs ', '~');
const scale = fc.constantFrom('', '', ' million', ' billion', ' lakh', ' crore', ' thousand crore', ' lakh crore', ' dozen', 'k', 'bn');
const unit = fc.constantFrom('%', ' per cent', ' percentage points', ' basis points', ' km', ' MW', ' districts', ' people', ' years', '-fold', ' times as many', '+', ' rupees', ' kt', '');
const figure = fc.oneof(
  fc.tuple(sign, written, scale, unit).map((parts) => parts.join('')),
  fc.tuple(small, fc.constantFrom(' in ', ' out of ', ' in every '), fc.constantFrom('4', '5', 'ten', '100', '1,000', 'three')).map((parts) => parts.join('')),
  fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom(' in ', ' out of ', ':', '/', ' to ', '–', '-'), fc.constantFrom('10', '7', '20', '5 million', '8%', '9 per cent')).map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom('one', 'two', 'three', 'a', '2', '5'), fc.constantFrom('-', ' '), fc.constantFrom('third', 'thirds', 'quarters', 'fifth', 'sevenths', 'tenths'), fc.constantFrom('', ' of')).map((parts) => parts.join('')),
  fc.constantFrom('half of', 'half were', 'about half', 'a dozen trucks', 'doubled', 'will triple', 'twice as many', 'halved', 'fourfold', 'tenfold', 'three and a half million', 'a hundred districts', 'quadrupled'),
);
const filler = fc.constantFrom('the riders', 'in 2024', 'fell by', 'rose from', 'between', 'and', 'to', 'of households', 'cost', '.', ',', '(', ')', 'aged', 'index of');

describe('every figure that is read in a source', () => {
  it('is found in it', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof({ arbitrary: figure, weight: 2 }, { arbitrary: filler, weight: 3 }), { minLength: 1, maxLength: 14 }), (parts) => {
        expect(lostIn(`It ${parts.join(' ')} then.`)).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  it.each([
    '1 in 4 had none.',
    '6½ per cent had none.',
    'Three and a half million had none.',
    'Almost half were women.',
    'The ratio of staff to riders is 3:5.',
    'One in seven people had none.',
    'It cost Rs 2 thousand crore.',
  ])('%s', (text) => {
    expect(findQuantities(text).filter(isFigure)).not.toEqual([]);
    expect(lostIn(text)).toEqual([]);
  });
});
