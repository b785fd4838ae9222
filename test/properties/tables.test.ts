/** A table made of parts is right, however it is rounded; one cell off by more than rounding allows is found. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkText } from '../support/spec';

interface Sums {
  readonly values: readonly (readonly number[])[];
  readonly decimals: number;
}

const sums: fc.Arbitrary<Sums> = fc
  .record({ rows: fc.integer({ min: 3, max: 9 }), columns: fc.integer({ min: 2, max: 5 }), decimals: fc.constantFrom(0, 0, 1, 2) })
  .chain(({ rows, columns, decimals }) =>
    fc.record({
      values: fc.array(fc.array(fc.double({ min: 20, max: 9000, noNaN: true }), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      decimals: fc.constant(decimals),
    }),
  );

const totalsOf = (values: readonly (readonly number[])[]): readonly number[] => (values[0] ?? []).map((_, column) => values.reduce((sum, row) => sum + (row[column] ?? 0), 0));

const write = (value: number, decimals: number): string => value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

const tableOf = (rows: readonly (readonly string[])[], unit: string): string => {
  const width = rows[0]?.length ?? 0;
  const lines = rows.map((row, i) => `| ${[i === rows.length - 1 ? 'Total' : `Port ${String.fromCharCode(65 + i)}`, ...row].join(' | ')} |`);
  const heads = ['Port', ...Array.from({ length: width }, (_, i) => `Cargo ${String.fromCharCode(65 + i)}${unit}`)];
  return [`| ${heads.join(' | ')} |`, `| ${heads.map(() => '---').join(' | ')} |`, ...lines, ''].join('\n');
};

const findingsIn = (text: string) => checkText(text).findings.filter(({ rule }) => rule === 'total-mismatch');

describe('a table of parts and their totals', () => {
  it('is right when everything is rounded', () => {
    fc.assert(
      fc.property(sums, ({ values, decimals }) => {
        const rows = [...values, totalsOf(values)].map((row) => row.map((value) => write(value, decimals)));
        expect(findingsIn(tableOf(rows, ' (USD million)'))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('is found out when one part is off by more than all rounding', () => {
    fc.assert(
      fc.property(sums, fc.nat(), fc.nat(), fc.double({ min: 1.4, max: 9, noNaN: true }), ({ values, decimals }, r, c, factor) => {
        const [row, column] = [r % values.length, c % (values[0]?.length ?? 1)];
        const altered = values.map((cells, i) => cells.map((value, j) => (i === row && j === column ? value * factor + values.length + 1 : value)));
        const rows = [...altered, totalsOf(values)].map((cells) => cells.map((value) => write(value, decimals)));
        const text = tableOf(rows, ' (USD million)');
        const findings = findingsIn(text);
        expect(findings.length).toBe(1);
        const fixes = findings.flatMap(({ fixes: offered }) => offered ?? []);
        expect(fixes.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });

  it('is read in a time that grows with its cells', () => {
    const timeOf = (rows: number): number => {
      const values = Array.from({ length: rows }, (_, i) => [i + 1, 2 * i + 1, 3 * i + 7]);
      const text = tableOf([...values, totalsOf(values)].map((row) => row.map(String)), '');
      const start = performance.now();
      expect(findingsIn(text)).toEqual([]);
      return performance.now() - start;
    };
    timeOf(200);
    const [small, large] = [Math.max(timeOf(400), 5), timeOf(1600)];
    expect(large / small).toBeLessThan(16);
  });
});
