import { describe, expect, it } from 'vitest';
import { buildBrief } from '../../server/src/core/model/build-brief';
import type { FigureFrame } from '../../server/src/core/model/figures/figure';
import { figureFrames } from '../../server/src/core/model/figures/frame';
import { unitInHead } from '../../server/src/core/model/figures/cell-value';
import { lemmaOf } from '../../server/src/core/model/figures/lemmas';
import { findPeriodsIn, isSamePeriod } from '../../server/src/core/model/figures/periods';

const frameOf = (text: string, figure: string): FigureFrame => {
  const frame = figureFrames(buildBrief(text)).find(({ quantity }) => quantity.text === figure);
  if (!frame) throw new Error(`no figure ${figure}`);
  return frame;
};
const own = (text: string, figure: string): readonly string[] => [...frameOf(text, figure).own].sort();

describe('the words of a figure', () => {
  it('are those of its own clause', () => {
    const text = 'The rent of flats fell by 3.1%, while the price of timber rose by 4.2%.';
    expect(own(text, '3.1%')).toEqual(['flat', 'rent']);
    expect(own(text, '4.2%')).toEqual(['pric', 'timb']);
  });

  it('are shared where a second figure has none', () => {
    expect(own('The rent of flats fell by 3.1% in May and by 4.2% in June.', '4.2%')).toContain('rent');
  });

  it('are given out in turn by "respectively"', () => {
    const text = 'The plan would cut accidents and thefts by 5.5% and 6.1%, respectively.';
    expect(own(text, '5.5%')).toContain('accident');
    expect(own(text, '6.1%')).toContain('theft');
    expect(own(text, '6.1%')).not.toContain('accident');
  });

  it('have acronyms and their full forms as one', () => {
    const text = 'The Rural Road Fund (RRF) paid EUR 310 million. The Rural Road Fund owes EUR 420 million.';
    expect(own(text, 'EUR 420 million')).toContain('rrf');
  });

  it('leave out citations and price bases', () => {
    const frame = frameOf('Repairs cost EUR 54 million in 2025 prices (Road Agency, 2026).', 'EUR 54 million');
    expect(frame.periods).toEqual([]);
    expect([...frame.own]).not.toContain('agency');
    expect(frame.sources).toEqual(['road agency 2026']);
  });
});

describe('what sets a figure apart', () => {
  it.each([
    ['Poverty among women fell to 11%.', '11%', { groups: ['women'] }],
    ['In the lowest income decile, 33% of homes gain.', '33%', { groups: ['poorest'] }],
    ['In 2024, exports came to EUR 31 million.', 'EUR 31 million', { periods: ['2024'] }],
    ['Exports of FY2024-25 came to EUR 31 million.', 'EUR 31 million', { periods: ['2024/25'] }],
    ['A decade ago, exports came to EUR 31 million.', 'EUR 31 million', { relativeTimes: ['a'] }],
    ['Under Option B, the quay costs EUR 31 million.', 'EUR 31 million', { scenarios: ['option b'] }],
    ['Net exports came to EUR 31 million.', 'EUR 31 million', { contrasts: ['basis net', 'flow export'] }],
    ['Ferries carry more than the 19% of commuters that trains carry.', '19%', { role: 'comparator' }],
    ['Water was found in 160 of the 324 districts.', '324', { role: 'whole' }],
  ] as const)('%s', (text, figure, expected) => {
    expect(frameOf(text, figure)).toMatchObject(expected);
  });

  it.each([
    ['The dropout rate rose by 5%.', '5%', { change: 'change', direction: 'up' }],
    ['The dropout rate rose to 5%.', '5%', { change: 'level' }],
    ['The dropout rate saw a 5% fall.', '5%', { change: 'change', direction: 'down' }],
    ['The target is a dropout rate of 5%.', '5%', { isTarget: true }],
    ['A nurse costs $300 per month.', '$300', { basis: 'month' }],
    ['Meals cost $40 per child.', '$40', { basis: 'child' }],
    ['Another 40% of homes have meters.', '40%', { isOther: true }],
    ['Of these, 40% of them have meters.', '40%', { isPart: true }],
    ['Fares are 40% higher.', '40%', { isDifference: true }],
  ] as const)('%s', (text, figure, expected) => {
    expect(frameOf(text, figure).manner).toMatchObject(expected);
  });

  it('is taken from the sentences before, where the figure names no year', () => {
    expect(frameOf('All this was in 2026. The toll would bring EUR 31 million.', 'EUR 31 million').contextPeriods).toEqual(['2026']);
  });
});

describe('cells', () => {
  const table = 'Table 1. Costs of the fund\n\n| Item | Alta (£bn) | Brel (£bn) |\n| --- | --- | --- |\n| Wages, 2024 | 4.5 | 7.2 |\n| Rents, 2024 | 1.1 | 0.4 |\n';

  it('have the heads of row and column, and the unit and scale of the head', () => {
    const frame = frameOf(table, '4.5');
    expect(frame.value).toMatchObject({ unit: 'GBP', dimension: 'money', value: 4.5e9 });
    expect(frame.periods).toEqual(['2024']);
    expect(frame.cell?.rowLabel.text).toBe('Wages, 2024');
    expect([...frame.own]).toEqual(['wage', 'alta']);
    expect([...frame.lead]).toContain('fund');
  });

  it('have no unit from running text', () => {
    expect(frameOf('| Item | EUR bn |\n| --- | --- |\n| Lowering the rate to 6% | 39.4 |\n', '39.4').value).toMatchObject({ unit: 'EUR', value: 39.4e9 });
    expect(unitInHead('Landings by kind and year')).toBeNull();
  });

  it.each([
    ['(£bn)', { unit: 'GBP', scale: 1e9 }],
    ['Cost ($ millions)', { unit: '$', scale: 1e6 }],
    ['Share (%)', { unit: '%', scale: 1 }],
    ['US$ million', { unit: 'USD', scale: 1e6 }],
    ['Budget, Rs crore', { unit: 'Rs', scale: 1e7 }],
    ['Impact in billions of $ (static)', { unit: '$', scale: 1e9 }],
    ["Passengers ('000)", { unit: null, scale: 1e3 }],
  ])('%s', (head, unit) => {
    expect(unitInHead(head)).toMatchObject(unit);
  });
});

describe('words and periods', () => {
  it('gives forms of one word one lemma', () => {
    for (const [one, other] of [['proposes', 'proposal'], ['rent', 'renter'], ['deduction', 'deductions'], ['capped', 'cap'], ['payments', 'paid'], ['households', 'household'], ['residents', 'population']] as const) {
      expect(lemmaOf(one), `${one} ${other}`).toBe(lemmaOf(other));
    }
  });

  it.each([
    ['in 2024', ['2024']],
    ['2023/24', ['2023/24']],
    ['FY26', ['2025/26']],
    ['between 2026 and 2030', ['2026..2030']],
    ['2026–2035', ['2026..2035']],
    ['in year two', ['year 2']],
    ['2,024 homes', []],
  ])('reads %s', (text, periods) => {
    expect(findPeriodsIn(text)).toEqual(periods);
  });

  it('takes a financial year for the year in which it begins', () => {
    expect(isSamePeriod('2028/29', '2028')).toBe(true);
    expect(isSamePeriod('2028/29', '2029')).toBe(false);
    expect(isSamePeriod('2026..2030', '2026')).toBe(false);
  });
});
