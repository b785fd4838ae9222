/** Whatever is written in the form of another number must be read back in that form, with its value. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { habitOf, readNumberForm, writeNumber, type NumberHabit } from '../../server/src/core/text/number-form';
import type { NumberStyle } from '../../server/src/core/text/number-style';
import { findQuantities } from '../../server/src/core/text/quantities';

interface Manner {
  readonly style: NumberStyle;
  /** A number long enough to show all of the manner, and what it says. */
  readonly model: string;
  readonly size: number;
  readonly separator: string;
  readonly isIndian: boolean;
}

const manners: readonly Manner[] = [
  { style: 'point', model: '1,234,567.8', size: 1_234_567.8, separator: ',', isIndian: false },
  { style: 'point', model: '12,34,567.8', size: 1_234_567.8, separator: ',', isIndian: true },
  { style: 'point', model: '1234567.8', size: 1_234_567.8, separator: '', isIndian: false },
  { style: 'point', model: '1\u202F234\u202F567.8', size: 1_234_567.8, separator: '\u202F', isIndian: false },
  { style: 'point', model: '1’234’567.8', size: 1_234_567.8, separator: '’', isIndian: false },
  { style: 'comma', model: '1.234.567,8', size: 1_234_567.8, separator: '.', isIndian: false },
  { style: 'comma', model: '1\u00A0234\u00A0567,8', size: 1_234_567.8, separator: '\u00A0', isIndian: false },
  { style: 'comma', model: '1234567,8', size: 1_234_567.8, separator: '', isIndian: false },
];
const around = [['', ' million euros'], ['€', ''], ['', '%'], ['US$', ' billion'], ['', ' tonnes']] as const;
const sizes = fc.record({ digits: fc.integer({ min: 1, max: 9_999_999_999 }), decimals: fc.integer({ min: 0, max: 2 }) }).map(({ digits, decimals }) => ({ size: digits / 10 ** decimals, decimals }));

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(1, Math.abs(b)) * 1e-9;

describe('a number in the form of another', () => {
  it('is read back in that form, with its value', () => {
    fc.assert(
      fc.property(fc.constantFrom(...manners), fc.constantFrom(...around), sizes, ({ style, model, size: modelSize, separator, isIndian }, [before, after], { size, decimals }) => {
        const form = readNumberForm(before + model + after, modelSize);
        if (form === null) throw new Error(`no form of ${model}`);
        const text = writeNumber({ ...form, decimals }, size);
        const again = readNumberForm(text, size);
        expect(again, text).toMatchObject({ before, after, decimals });
        expect(isNear(again?.size ?? Number.NaN, size), text).toBe(true);
        if (size >= 1000) expect(again?.separator, text).toBe(separator);
        if (size >= 1e6) expect(again?.isIndian ?? false, text).toBe(isIndian);
        const [quantity, ...others] = findQuantities(`: ${text}`, { style });
        expect(others, text).toEqual([]);
        expect(quantity !== undefined && isNear((quantity.value ?? 0) / quantity.scale, size), text).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('takes from the document what the other number does not show', () => {
    fc.assert(
      fc.property(fc.constantFrom(...manners), fc.integer({ min: 1, max: 999 }), fc.integer({ min: 10_000, max: 999_999_999 }), ({ style, model, separator, isIndian }, short, size) => {
        const habit = habitOf(findQuantities(`It paid ${model} euros.`, { style }));
        const form = readNumberForm(String(short), short);
        if (habit === null || form === null) throw new Error(`no habit of ${model}`);
        const text = writeNumber(form, size, habit);
        const again = readNumberForm(text, size);
        expect(again?.separator, text).toBe(separator);
        if (size >= 1e6) expect(again?.isIndian ?? false, text).toBe(isIndian);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves a number as it stands that is written anew in its own form', () => {
    for (const { model, size } of manners) {
      const form = readNumberForm(model, size);
      expect(form && writeNumber(form, size)).toBe(model);
    }
  });
});

const western: NumberHabit = { point: '.', separator: ',', isIndian: false, groupsFourDigits: true };

describe('the habit of a document', () => {
  it.each([
    ['610', 610, 1000, western, '1,000'],
    ['610', 610, 1000, null, '1000'],
    ['610', 610, 1000, { ...western, groupsFourDigits: false }, '1000'],
    ['1240', 1240, 1000, western, '1000'],
    ['1240', 1240, 12_000, western, '12,000'],
    ['12400', 12_400, 15_000, western, '15000'],
    ['Rs 95,000 crore', 95_000, 152_000, { ...western, isIndian: true }, 'Rs 1,52,000 crore'],
    ['Rs 1,25,000 crore', 125_000, 152_000, western, 'Rs 1,52,000 crore'],
    ['1.234,5 million euros', 1234.5, 1243.5, null, '1.243,5 million euros'],
    ['610', 610, 1240, { ...western, point: ',', separator: '.' } as const, '1.240'],
  ])('decides how "%s" (%d) becomes %d', (text, size, newSize, habit, expected) => {
    const form = readNumberForm(text, size);
    expect(form && writeNumber(form, newSize, habit)).toBe(expected);
  });
});
