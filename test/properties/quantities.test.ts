/** What is printed in any of the manners in which people write numbers must come back as an interval that holds it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberStyleOf, styleEvidenceOf, type NumberStyle } from '../../server/src/core/text/number-style';
import { findQuantities, readCellQuantities } from '../../server/src/core/text/quantities';
import type { Quantity } from '../../server/src/core/text/quantity';

interface Printed {
  readonly text: string;
  /** The value that was printed, in the unit that is expected. */
  readonly value: number;
  readonly unit: string | null;
  readonly style: NumberStyle;
}

const ones = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** 0..999,999,999 in words. */
const spell = (value: number): string => {
  if (value < 20) return ones[value] ?? '';
  if (value < 100) return `${tens[Math.floor(value / 10)] ?? ''}${value % 10 === 0 ? '' : `-${ones[value % 10] ?? ''}`}`;
  for (const [scale, name] of [[1e6, 'million'], [1e3, 'thousand'], [100, 'hundred']] as const) {
    if (value < scale) continue;
    const rest = value % scale;
    return `${spell(Math.floor(value / scale))} ${name}${rest === 0 ? '' : ` ${rest < 100 ? 'and ' : ''}${spell(rest)}`}`;
  }
  return '';
};

const grouped = (value: number, decimals: number, separator: string, point: string): string => {
  const [whole = '', part] = value.toFixed(decimals).split('.');
  return whole.replace(/\B(?=(?:\d{3})+$)/g, separator) + (part === undefined ? '' : point + part);
};

/** Value, decimals that are written, scale that is multiplied. */
const numbers = fc.record({ digits: fc.integer({ min: 1, max: 99_999_999 }), decimals: fc.integer({ min: 0, max: 2 }) }).map(({ digits, decimals }) => ({ value: digits / 10 ** decimals, decimals }));
type Writer = readonly [style: NumberStyle, write: (value: number, decimals: number) => string];
const writers: readonly Writer[] = [
  ['point', (value, decimals) => grouped(value, decimals, ',', '.')],
  ['point', (value, decimals) => value.toFixed(decimals)],
  ['point', (value, decimals) => value.toLocaleString('en-IN', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })],
  ['point', (value, decimals) => grouped(value, decimals, '\u202F', '.')],
  ['point', (value, decimals) => grouped(value, decimals, '\u00A0', '.')],
  // A lone "0,1" may be a list; groups make the comma a decimal mark.
  ['point', (value, decimals) => (value < 1000 ? value.toFixed(decimals) : grouped(value, decimals, '\u2009', ','))],
  ['point', (value, decimals) => grouped(value, decimals, "'", '.')],
  ['point', (value, decimals) => grouped(value, decimals, '’', '.')],
  ['comma', (value, decimals) => grouped(value, decimals, '.', ',')],
  ['comma', (value, decimals) => value.toFixed(decimals).replace('.', ',')],
  ['comma', (value, decimals) => grouped(value, decimals, '\u202F', ',')],
  ['comma', (value, decimals) => grouped(value, decimals, ' ', ',')],
];
const scales = [['', 1], [' thousand', 1e3], [' lakh', 1e5], [' million', 1e6], ['\u00A0million', 1e6], [' crore', 1e7], [' billion', 1e9], [' trillion', 1e12]] as const;
const frames: readonly (readonly [before: string, after: string, unit: string | null])[] = [
  ['', '%', '%'], ['', ' per cent', '%'], ['', '\u00A0%', '%'], ['', ' percentage points', 'pp'],
  ['US$', '', 'USD'], ['€', '', 'EUR'], ['PKR ', '', 'PKR'], ['Rs. ', '', 'Rs'], ['', ' euros', 'EUR'], ['', ' Pakistani rupees', 'PKR'],
  ['', ' km', 'km'], ['', ' sq. km', 'km2'], ['', ' hectares', 'ha'], ['', ' tonnes', 'tonnes'], ['', ' MtCO2e', 'MtCO2e'], ['', ' tonnes of CO2', 'tCO2e'], ['', ' GWh', 'GWh'], ['', ' MW', 'MW'],
  ['', ' years', 'years'], ['', ' people', null], ['', ' deaths per 100,000 births', null],
];

const inDigits: fc.Arbitrary<Printed> = fc
  .record({ number: numbers, writer: fc.constantFrom(...writers), scale: fc.constantFrom(...scales), frame: fc.constantFrom(...frames) })
  .map(({ number: { value, decimals }, writer: [style, write], scale: [word, scale], frame: [before, after, unit] }) => {
    const isScaled = unit !== '%' && unit !== 'pp' && unit !== 'years' && !after.startsWith(' MtCO2e');
    return { text: `${before}${write(value, decimals)}${isScaled ? word : ''}${after}`, value: value * (isScaled ? scale : 1), unit, style };
  });
const inWords: fc.Arbitrary<Printed> = fc.integer({ min: 2, max: 999_999_999 }).map((value) => ({ text: `${spell(value)} people`, value, unit: null, style: 'point' }));
const printed = fc.oneof({ arbitrary: inDigits, weight: 4 }, { arbitrary: inWords, weight: 1 });

const holds = ({ low, high }: Quantity, value: number): boolean => {
  const slack = Math.abs(value) * 1e-9;
  return (low ?? -Infinity) <= value + slack && value - slack <= (high ?? Infinity);
};

const before = fc.constantFrom('It came to ', 'The survey counted ', 'In the north it was ', 'Officials (who asked twice) say ', 'It fell. The ministry then had ', '**Note:** costs of ');
const after = fc.constantFrom('.', ', which is much.', ' in the north.', ' (see the annex).', '; the rest left.', ' and nothing else.', ' – too few.');

describe('a printed number', () => {
  it('is read as an interval that holds it', () => {
    fc.assert(
      fc.property(printed, before, after, ({ text, value, unit, style }, lead, end) => {
        const found = findQuantities(`${lead}${text}${end}`, { style });
        expect(found.map((quantity) => quantity.unit), text).toEqual([unit]);
        expect(found.every((quantity) => holds(quantity, value)), `${text}: ${String(found[0]?.low)}..${String(found[0]?.high)}`).toBe(true);
        // Exact to the last digit, and no looser: a tenth more is another number.
        if (!text.includes(' people') || /\d/.test(text)) expect(holds(found[0] as Quantity, value * 3 + 1), text).toBe(false);
      }),
      { numRuns: 1_500 },
    );
  });

  it('says the same whatever stands around it', () => {
    fc.assert(
      fc.property(printed, before, after, before, after, ({ text, style }, lead, end, otherLead, otherEnd) => {
        const bare = (prose: string): unknown => findQuantities(prose, { style }).map(({ text: written, low, high, value, unit, form, scale, isRange, per }) => ({ written, low, high, value, unit, form, scale, isRange, per }));
        expect(bare(`${lead}${text}${end}`)).toEqual(bare(`${otherLead}${text}${otherEnd}`));
      }),
      { numRuns: 500 },
    );
  });

  it('is the same in a range, behind a bound and as a negative', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }), (low, more) => {
        const high = low + more;
        const [range] = findQuantities(`Prices rose by ${String(low)}–${String(high)}% in the north.`);
        expect(range).toMatchObject({ low: low - 0.5, high: high + 0.5, isRange: true });
        const [bound] = findQuantities(`More than ${String(low)}% agree.`);
        expect(bound).toMatchObject({ low, high: null, value: low });
        for (const minus of ['−', '-', '– ', 'minus ', '− ']) {
          if (minus === '– ') continue;
          expect(findQuantities(`Growth was ${minus}${String(low)}% in the north.`)[0]).toMatchObject({ low: -low - 0.5, high: -low + 0.5 });
        }
      }),
      { numRuns: 100 },
    );
  });

  it('means the same in a cell, with its unit in the head', () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom(...writers), ({ value, decimals }, [style, write]) => {
        fc.pre(!(decimals === 0 && value >= 1900 && value < 2100));
        const found = readCellQuantities(write(value, decimals), { unit: 'US$ million', when: null, style });
        expect(found).toHaveLength(1);
        expect(holds(found[0] as Quantity, value * 1e6), write(value, decimals)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the style of a document', () => {
  it('is found from its own numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9_999_999 }), { minLength: 3, maxLength: 20 }), fc.constantFrom<NumberStyle>('point', 'comma'), (digits, style) => {
        const [separator, point] = style === 'point' ? [',', '.'] : ['.', ','];
        const paragraphs = digits.map((number) => `Spending rose to €${grouped(number / 100, 2, separator, point)} million, or ${(number % 90) + 1}${point}5 % of the total.`);
        expect(numberStyleOf(paragraphs.map(styleEvidenceOf))).toBe(style);
        expect(numberStyleOf(paragraphs.toReversed().map(styleEvidenceOf))).toBe(style);
      }),
      { numRuns: 100 },
    );
  });
});

const pieces = fc.constantFrom(...'1 12 1,5 1.234 1.234,5 1 234 2024 2024-25 FY % $ Rs per cent 100,000 = ( ) [ ] ^ / - – − . , ; : in of one two half a third dozen million and point real prices constant current US$ index to from between t CO2 km² ½ \u00A0 \u202F \uFFFC 😀'.split(' '), ' ');

describe('any text', () => {
  it('is read without a fault, in order and inside the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')), fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(' '))), fc.constantFrom<NumberStyle>('point', 'comma'), (text, style) => {
        numberStyleOf([styleEvidenceOf(text)]);
        let end = 0;
        for (const { span, text: written, low, high, value } of findQuantities(text, { style })) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          expect(text.slice(span.start, span.end)).toBe(written);
          expect((low ?? -Infinity) <= (high ?? Infinity)).toBe(true);
          expect(Number.isNaN(value)).toBe(false);
          end = span.end;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(['1 234 ', '1.234,', 'one hundred and ', 'US$5 in 2020 prices and ', 'per 100,000 deaths per ', '(2015 = 100) ', '1/2/', 'constant 2015 ', "1'234'", '3 in '])('takes time in proportion to its length: %s', (unit) => {
    const time = (count: number): number => {
      const text = unit.repeat(count);
      const start = performance.now();
      findQuantities(text);
      styleEvidenceOf(text);
      return performance.now() - start;
    };
    time(500);
    const small = Math.min(time(750), time(750));
    // Eight times the text in less than forty times the time: far from a square, and no flake on a busy machine.
    expect(time(6_000)).toBeLessThan(40 * Math.max(small, 10));
  });
});
