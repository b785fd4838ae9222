/** True sums, printed at any rounding, are never a fault; one altered beyond its rounding is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mismatchesOf } from '../../server/src/core/lint/arithmetic/find-relations';
import { unitSlipsOf } from '../../server/src/core/lint/arithmetic/percent-or-points';
import { buildBrief } from '../../server/src/core/model/build-brief';

const faultsIn = (text: string): readonly string[] => {
  const brief = buildBrief(`${text}\n`);
  return [...mismatchesOf(brief).map(({ relation, value }) => `${relation.says} ${String(value)}, not ${relation.stated.text}`), ...unitSlipsOf(brief).map(({ change }) => change.term.text)];
};

const slipsIn = (text: string): readonly string[] => unitSlipsOf(buildBrief(`${text}\n`)).map(({ change }) => change.term.text);

const runs = { numRuns: 150 };
const decimals = fc.integer({ min: 0, max: 2 });
const millions = fc.double({ min: 1.5, max: 900, noNaN: true });
const rate = fc.double({ min: 3, max: 95, noNaN: true });
const millionText = (value: number, places: number): string => `$${value.toFixed(places)} million`;
const percentText = (value: number, places: number): string => `${value.toFixed(places)}%`;
const countText = (value: number): string => value.toLocaleString('en');

/** At least three digits of a count are kept. */
const rounded = fc.tuple(fc.integer({ min: 1_000, max: 9_999_999 }), fc.integer({ min: 3, max: 7 })).map(([value, digits]) => ({ value, text: countText(Number(value.toPrecision(digits))) }));

describe('a true sum at any rounding', () => {
  it('is no fault as a change of amounts', () => {
    fc.assert(
      fc.property(millions, millions, decimals, decimals, decimals, (a, b, p, q, r) => {
        fc.pre(Math.abs(b / a - 1) > 0.01 && Number(a.toFixed(p)) > 0);
        const change = Math.abs(b / a - 1) * 100;
        expect(faultsIn(`Fares went from ${millionText(a, p)} to ${millionText(b, q)}, a change of ${percentText(change, r)}.`)).toEqual([]);
        expect(faultsIn(`Fares went from ${millionText(a, p)} to ${millionText(b, q)}, a change of ${millionText(Math.abs(b - a), r)}.`)).toEqual([]);
      }),
      runs,
    );
  });

  it('is no fault as a change of counts', () => {
    fc.assert(
      fc.property(rounded, rounded, decimals, (a, b, r) => {
        const change = Math.abs(b.value / a.value - 1) * 100;
        fc.pre(change > 1 && change < 900);
        expect(faultsIn(`Trips went from ${a.text} to ${b.text}, a change of ${percentText(change, r)}.`)).toEqual([]);
      }),
      runs,
    );
  });

  it('is no fault as a change of rates', () => {
    fc.assert(
      fc.property(rate, rate, decimals, decimals, decimals, (a, b, p, q, r) => {
        fc.pre(Math.abs(a - b) > 1);
        const head = `Coverage went from ${percentText(a, p)} to ${percentText(b, q)}`;
        expect(faultsIn(`${head}, a change of ${Math.abs(b - a).toFixed(r)} percentage points.`)).toEqual([]);
        expect(faultsIn(`${head}, a change of ${percentText(Math.abs(b / a - 1) * 100, r)}.`)).toEqual([]);
      }),
      runs,
    );
  });

  it('is no fault as a share, rounded or cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 2, max: 5_000 }), decimals, (a, b, r) => {
        const [part, whole] = [Math.min(a, b), Math.max(a, b)];
        const share = (part / whole) * 100;
        expect(faultsIn(`${countText(part)} of the ${countText(whole)} wells (${percentText(share, r)}) are dry.`)).toEqual([]);
        expect(faultsIn(`${countText(part)} of the ${countText(whole)} wells (${percentText(Math.floor(share * 10 ** r) / 10 ** r, r)}) are dry.`)).toEqual([]);
      }),
      runs,
    );
  });

  it('is no fault as a total', () => {
    fc.assert(
      fc.property(fc.array(millions, { minLength: 2, maxLength: 5 }), decimals, decimals, (parts, p, q) => {
        const list = parts.map((part, i) => `${millionText(part, p)} for ${['roads', 'wells', 'parks', 'trams', 'ports'][i] ?? ''}`);
        expect(faultsIn(`It gives ${list.slice(0, -1).join(', ')} and ${list.at(-1) ?? ''}, a total of ${millionText(parts.reduce((sum, part) => sum + part, 0), q)}.`)).toEqual([]);
      }),
      runs,
    );
  });

  it('is no fault as a product, or so much a year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 400 }), millions, decimals, decimals, (count, price, p, q) => {
        expect(faultsIn(`Building ${String(count)} clinics at ${millionText(price, p)} each would cost ${millionText(count * price, q)}.`)).toEqual([]);
        expect(faultsIn(`The plan costs ${millionText(count * price, q)} over ${String(count)} years, or ${millionText(price, p)} a year.`)).toEqual([]);
      }),
      runs,
    );
  });

  it('is no fault as growth a year', () => {
    fc.assert(
      fc.property(rounded, fc.double({ min: 1, max: 15, noNaN: true }), fc.integer({ min: 3, max: 20 }), (start, growth, years) => {
        const end = Math.round(start.value * (1 + growth / 100) ** years);
        // Of the numbers as they stand: trips are whole, so that growth is not quite what it was drawn as.
        const stated = ((end / start.value) ** (1 / years) - 1) * 100;
        expect(faultsIn(`Trips grew by ${percentText(stated, 1)} a year from ${countText(start.value)} in 2000 to ${countText(end)} in ${String(2000 + years)}.`)).toEqual([]);
      }),
      runs,
    );
  });
});

describe('a sum altered beyond its rounding', () => {
  const factor = fc.constantFrom(1.3, 1.5, 0.7, 0.5);

  it('is a fault as a change', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000, max: 900_000 }), fc.integer({ min: 15, max: 90 }), factor, (a, change, by) => {
        const b = Math.round(a * (1 + change / 100));
        expect(faultsIn(`Trips rose from ${countText(a)} to ${countText(b)}, an increase of ${percentText(change * by, 1)}.`)).toHaveLength(1);
      }),
      runs,
    );
  });

  it('is a fault as a share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 400 }), fc.integer({ min: 401, max: 900 }), factor, (part, whole, by) => {
        const share = (part / whole) * 100 * by;
        fc.pre(share < 100);
        expect(faultsIn(`${String(part)} of the ${String(whole)} wells (${percentText(share, 1)}) are dry.`)).toHaveLength(1);
      }),
      runs,
    );
  });

  it('is a fault as a total', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 400 }), fc.integer({ min: 20, max: 400 }), factor, (a, b, by) => {
        const total = Math.round((a + b) * by);
        fc.pre(total !== 100 && (total < 1900 || total > 2100));
        expect(faultsIn(`The depot employs ${String(a)} men and ${String(b)} women, ${String(total)} in all.`)).toHaveLength(1);
      }),
      runs,
    );
  });

  it('is a fault as points written as percent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 60 }), fc.integer({ min: 3, max: 30 }), (a, gap) => {
        const relative = (gap / a) * 100;
        // Where the two readings lie close to each other, either may be meant.
        fc.pre(relative > gap * 1.6);
        expect(slipsIn(`Coverage rose from ${String(a)}.0% to ${String(a + gap)}.0%, an increase of ${String(gap)}%.`)).toHaveLength(1);
        expect(slipsIn(`Coverage rose by ${String(gap)}%, from ${String(a)}.0% to ${String(a + gap)}.0%.`)).toHaveLength(1);
      }),
      runs,
    );
  });
});
