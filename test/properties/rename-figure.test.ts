/** A figure renamed at one place is the new value at every place, as far as the form of each place can say it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDrafts } from '../../server/src/core/features/figures/compare-drafts';
import { findFigureAt, mentionsOf } from '../../server/src/core/features/figures/figure-mentions';
import { renameFigure } from '../../server/src/core/features/figures/rename-figure';
import { buildBrief } from '../../server/src/core/model/build-brief';
import { applyEdits } from '../support/apply-edits';

/** One number in several forms. */
const forms: readonly ((value: number) => string)[] = [
  (value) => value.toLocaleString('en'),
  (value) => String(value),
  (value) => `${(value / 1e6).toFixed(1)} million`,
  (value) => `${(value / 1e6).toFixed(2)}m`,
  (value) => `${Math.round(value / 1e3).toLocaleString('en')} thousand`,
  (value) => `${(value / 1e5).toFixed(1)} lakh`,
];

const value = fc.integer({ min: 1_100_000, max: 9_800_000 });
const form = fc.constantFrom(...forms);
const brief = (mentions: readonly string[]): string => mentions.map((mention, i) => `## Part ${String.fromCharCode(65 + i)}\n\nIn 2024, ${mention} people lived without piped water.\n`).join('\n');

describe('renaming a figure', () => {
  it('gives an interval at each place that holds the new value', () => {
    fc.assert(fc.property(value, value, fc.array(form, { minLength: 1, maxLength: 4 }), form, (old, now, others, typed) => {
      const text = brief([old.toLocaleString('en'), ...others.map((write) => write(old))]);
      const at = text.indexOf(old.toLocaleString('en'));
      const before = buildBrief(text);
      const figure = findFigureAt(before, at);
      const mentions = figure === undefined ? [] : mentionsOf(before, figure);
      expect(mentions).toHaveLength(others.length + 1);
      const newText = typed(now);
      const result = renameFigure(before, at, newText);
      if ('whyNot' in result) throw new Error(result.whyNot);
      const after = buildBrief(applyEdits(text, result.edits));
      const [first, ...rest] = after.quantities.filter(({ dimension }) => dimension === 'count');
      const exact = first?.value ?? Number.NaN;
      expect(Math.abs(exact - now)).toBeLessThanOrEqual(((first?.high ?? 0) - (first?.low ?? 0)) / 2 + 1e-6);
      for (const { low, high } of rest) {
        expect(low ?? Number.NaN).toBeLessThanOrEqual(exact + 1e-6);
        expect(high ?? Number.NaN).toBeGreaterThanOrEqual(exact - 1e-6);
      }
      // Forms stay: what was in millions is in millions.
      expect(rest.map(({ scale, text: written }) => [scale, /[a-z]+$/.exec(written)?.[0] ?? ''])).toEqual(mentions.slice(1).map(({ quantity }) => [quantity.scale, /[a-z]+$/.exec(quantity.text)?.[0] ?? '']));
    }));
  });

  it('leaves nothing behind', () => {
    fc.assert(fc.property(value, value, fc.array(form, { minLength: 1, maxLength: 3 }), (old, now, others) => {
      const text = brief([old.toLocaleString('en'), ...others.map((write) => write(old))]);
      const before = buildBrief(text);
      const result = renameFigure(before, text.indexOf(old.toLocaleString('en')), now.toLocaleString('en'));
      if ('whyNot' in result) throw new Error(result.whyNot);
      expect(compareDrafts(before, buildBrief(applyEdits(text, result.edits))).flatMap(({ leftBehind }) => leftBehind)).toEqual([]);
    }));
  });

  it('never throws, whatever is typed, and changes nothing where it says why not', () => {
    const text = brief(['2,412,000', '2.4 million']);
    const read = buildBrief(text);
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.integer({ min: 0, max: text.length }), (typed, at) => {
      const result = renameFigure(read, at, typed);
      expect('whyNot' in result ? result.whyNot : applyEdits(text, result.edits)).not.toBe('');
    }));
  });
});

/** Marks that may stand inside a figure, the digits in their middle. */
const wraps: readonly ((digits: string) => string)[] = [
  (digits) => `${digits} million`,
  (digits) => `**${digits}** million`,
  (digits) => `*${digits}* million`,
  (digits) => `[${digits}](figures.md "all") million`,
  (digits) => `${digits} <!-- to check --> million`,
  (digits) => `${digits}&nbsp;million`,
  (digits) => `**${digits}**\nmillion`,
];
const noted = (digits: string): string => `${digits}[^a] million`;

describe('renaming a figure with marks inside', () => {
  it('changes nothing but the digits', () => {
    const tenths = fc.integer({ min: 11, max: 98 }).map((number) => (number / 10).toFixed(1));
    fc.assert(fc.property(tenths, tenths, fc.oneof(fc.tuple(fc.constantFrom(...wraps), fc.constantFrom(...wraps)), fc.constant([noted, noted] as const)), (old, now, [one, other]) => {
      const write = (digits: string): string => `${brief([one(digits), other(digits)])}\n[^a]: Water Office.\n`;
      const text = write(old);
      const result = renameFigure(buildBrief(text), text.indexOf(old), now);
      if ('whyNot' in result) throw new Error(result.whyNot);
      expect(applyEdits(text, result.edits)).toBe(write(now));
    }));
  });
});
