import { describe, expect, it } from 'vitest';
import { decimalMarkOf, readCellNumber, writeLike } from '../../server/src/core/lint/tables/cell-number';
import { roleOfColumn, roleOfRow, spansYears } from '../../server/src/core/lint/tables/line-roles';
import { buildBrief } from '../../server/src/core/model/build-brief';

const intervalOf = (text: string, mark: 'point' | 'comma' = 'point'): readonly number[] | string => {
  const reading = readCellNumber(text, mark);
  return reading.kind === 'number' ? [reading.number.low, reading.number.high] : reading.kind;
};

describe('a number in a cell', () => {
  it.each([
    ['1,240', [1239.5, 1240.5]],
    ['12.4', [12.35, 12.45]],
    ['−6', [-6.5, -5.5]],
    ['- 6', [-6.5, -5.5]],
    ['(2.5)', [-2.55, -2.45]],
    ['$(2.5)', 'text'],
    ['+$420', [419.5, 420.5]],
    ['£2.5bn', [2.45e9, 2.55e9]],
    ['40%', [39.5, 40.5]],
    ['120.5*', [120.45, 120.55]],
    ['7 ᵃ', [6.5, 7.5]],
    ['12[^1]', [11.5, 12.5]],
    ['1,20,000', [119999.5, 120000.5]],
    ['12 500', [12499.5, 12500.5]],
    ['.5', [0.45, 0.55]],
    ['–', 'nil'],
    ['', 'missing'],
    ['n/a', 'missing'],
    ['..', 'missing'],
    ['15–20', 'text'],
    ['about 40', 'text'],
    ['<5', 'text'],
    ['1.2.2026', 'text'],
    ['322664 (69.4%)', 'text'],
    ['16 =', 'text'],
  ])('%s', (text, expected) => {
    const found = intervalOf(text);
    if (typeof expected === 'string') expect(found).toBe(expected);
    else expect(found).toEqual(expected.map((bound) => expect.closeTo(bound, 4) as number));
  });

  it('has its decimals behind a comma where the table has', () => {
    expect(decimalMarkOf(['1.240,5', '980,3', '12'])).toBe('comma');
    expect(decimalMarkOf(['1,240.5', '980,300'])).toBe('point');
    expect(decimalMarkOf(['1,240', '980'])).toBe('point');
    expect(intervalOf('1.240,5', 'comma')).toEqual([1240.45, 1240.55]);
  });

  it('is written as its cell writes', () => {
    const reading = readCellNumber('1,240.50', 'point');
    expect(reading.kind === 'number' && writeLike(1340, reading.number, '1,240.50')).toBe('1,340.00');
    const small = readCellNumber('£2.5bn', 'point');
    expect(small.kind === 'number' && writeLike(3.14e9, small.number, '2.5')).toBe('3.1');
  });
});

describe('what a label says', () => {
  it.each(['Total', 'Totals:', 'Grand total (2024)', 'Total spending', 'All provinces', 'Province total', 'Ensemble', 'Total général', 'Five-year total', 'Gesamt'])('%s is a total', (label) => {
    expect(roleOfRow(label)).toBe('total');
  });

  it.each(['Total fertility rate', 'All other', 'Allowances', 'Totalled by hand', 'Grade 5', 'Aged 18–24', 'Low (less than 2%)', 'Zárate'])('%s is none', (label) => {
    expect(roleOfRow(label)).not.toBe('total');
  });

  it.each([['Average', 'rate'], ['of which hospitals', 'part'], ['– hospitals', 'part'], ['Subtotal', 'subtotal'], ['% found', 'share'], ['Grade 5', 'plain']])('row %s: %s', (label, role) => {
    expect(roleOfRow(label)).toBe(role);
  });

  it.each([['Rank', 'rate'], ['Average wage', 'rate'], ['Number of schools', 'plain'], ['Cost per head', 'rate'], ['Share of GDP', 'share'], ['Growth (%)', 'share'], ['2024', 'plain']])('column %s: %s', (label, role) => {
    expect(roleOfColumn(label)).toBe(role);
  });

  it('a period spans the years above it', () => {
    expect(spansYears('2026–2028', ['2026', '2027', '2028'])).toBe(true);
    expect(spansYears('2026–2030', ['2026', '2027', '2028'])).toBe(false);
  });
});

describe('rows that keep the carriage return of a file', () => {
  it('are a table all the same, with the offsets of the text', () => {
    const text = '| Port | Ships\r |\n| --- | --- |\n| Rimsk | 12\r |\n| Suvane | 30\r |\n';
    const [table] = buildBrief(text).tables;
    expect(table?.rows.map((row) => row.map((cell) => cell.text))).toEqual([['Rimsk', '12'], ['Suvane', '30']]);
    expect(table?.rows.map((row) => text.slice(row[1]?.span.start, row[1]?.span.end))).toEqual(['12', '30']);
  });
});
