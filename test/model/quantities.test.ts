import { describe, expect, it } from 'vitest';
import { numberStyleOf, styleEvidenceOf } from '../../server/src/core/text/number-style';
import { findQuantities, meets, readCellQuantities } from '../../server/src/core/text/quantities';

type Row = readonly [text: string, found: string, low: number | null, high: number | null, unit: string | null, form: string];

const ROWS: readonly Row[] = [
  ['Rent takes 23% of income.', '23%', 22.5, 23.5, '%', 'percent'],
  ['It fell by 0.5 per cent.', '0.5 per cent', 0.45, 0.55, '%', 'percent'],
  ['It grew five percent.', 'five percent', 4.5, 5.5, '%', 'percent'],
  ['It grew 1½ per cent.', '1½ per cent', 1.45, 1.55, '%', 'percent'],
  ['Growth of −2.3% is likely.', '−2.3%', -2.35, -2.25, '%', 'percent'],
  ['Growth of minus 0.5% is likely.', 'minus 0.5%', -0.55, -0.45, '%', 'percent'],
  ['It rose by 3 percentage points.', '3 percentage points', 2.5, 3.5, 'pp', 'percentage-points'],
  ['It rose by 3.2 pp.', '3.2 pp', 3.15, 3.25, 'pp', 'percentage-points'],
  ['Rates fell by 250 basis points.', '250 basis points', 2.495, 2.505, 'pp', 'percentage-points'],
  ['Some 2.4 million left.', '2.4 million', 2280000, 2520000, null, 'number'],
  ['We saw 2.4 million visitors.', '2.4 million', 2350000, 2450000, null, 'count'],
  ['Nearly 40% agree.', '40%', 38, 40, '%', 'percent'],
  ['About 40% agree.', '40%', 38, 42, '%', 'percent'],
  ['More than 40% agree.', '40%', 40, null, '%', 'percent'],
  ['Just over 40% agree.', '40%', 40, 42, '%', 'percent'],
  ['Up to 40% agree.', '40%', null, 40, '%', 'percent'],
  ['No more than 40% agree.', '40%', null, 40, '%', 'percent'],
  ['At least 40% agree.', '40%', 40, null, '%', 'percent'],
  ['Fewer than 40 firms agree.', '40', null, 40, null, 'count'],
  ['It could attract $5B+ here.', '$5B+', 5e9, null, '$', 'money'],
  ['It takes 12 hours or more.', '12 hours', 12, null, 'hours', 'duration'],
  ['It cost US$1.2–1.5 billion.', 'US$1.2–1.5 billion', 1.15e9, 1.55e9, 'USD', 'money'],
  ['It cost $5 million to $7 million.', '$5 million to $7 million', 4.5e6, 7.5e6, '$', 'money'],
  ['Some seats, 15-20 per cent, are empty.', '15-20 per cent', 14.5, 20.5, '%', 'percent'],
  ['Between 3 and 5 million children work.', 'Between 3 and 5 million', 2.5e6, 5.5e6, null, 'count'],
  ['From 3 to 5 million children work.', '3 to 5 million', 2.5e6, 5.5e6, null, 'count'],
  ['It cost Rs. 350bn.', 'Rs. 350bn', 349.5e9, 350.5e9, 'Rs', 'money'],
  ['It cost PKR 40bn.', 'PKR 40bn', 39.5e9, 40.5e9, 'PKR', 'money'],
  ['It cost ₹3 crore.', '₹3 crore', 2.5e7, 3.5e7, 'INR', 'money'],
  ['It cost €3.4m.', '€3.4m', 3.35e6, 3.45e6, 'EUR', 'money'],
  ['It cost 2 billion dollars.', '2 billion dollars', 1.5e9, 2.5e9, '$', 'money'],
  ['It cost 2 billion Pakistani rupees.', '2 billion Pakistani rupees', 1.5e9, 2.5e9, 'PKR', 'money'],
  ['It cost US$ 350 m.', 'US$ 350 m', 349.5e6, 350.5e6, 'USD', 'money'],
  ['A $350-million loan.', '$350-million', 349.5e6, 350.5e6, '$', 'money'],
  ['Fees are Rs. 5,000/- a head.', 'Rs. 5,000/-', 4999.5, 5000.5, 'Rs', 'money'],
  ['It trained 200,000 teachers.', '200,000', 199999.5, 200000.5, null, 'count'],
  ['It trained 200 thousand teachers.', '200 thousand', 199500, 200500, null, 'count'],
  ['It has 1,20,000 members.', '1,20,000', 119999.5, 120000.5, null, 'count'],
  ['It has 1 200 000 members.', '1 200 000', 1199999.5, 1200000.5, null, 'count'],
  ['It serves two and a half million users.', 'two and a half million', 2.45e6, 2.55e6, null, 'count'],
  ['Half a million users left.', 'Half a million', 450000, 550000, null, 'count'],
  ['Four federal ministries met.', 'Four', 3.5, 4.5, null, 'count'],
  ['Twenty-three firms closed.', 'Twenty-three', 22.5, 23.5, null, 'count'],
  ['Two hundred and ten firms closed.', 'Two hundred and ten', 209.5, 210.5, null, 'count'],
  ['Millions of users left.', 'Millions', 1e6, null, null, 'count'],
  ['One in four adults reads.', 'One in four', 24.5, 25.5, '%', 'ratio'],
  ['It is 3 out of 10 adults.', '3 out of 10', 29.5, 30.5, '%', 'ratio'],
  ['It is half of them.', 'half', 49.5, 50.5, '%', 'ratio'],
  ['Half were women.', 'Half', 49.5, 50.5, '%', 'ratio'],
  ['The riders, almost half are women.', 'half', 47.5, 50, '%', 'ratio'],
  ['A quarter of schools closed.', 'A quarter', 24.5, 25.5, '%', 'ratio'],
  ['The ratio is 4:1.', '4:1', 3.5, 4.5, 'x', 'ratio'],
  ['It is three times higher.', 'three times', 2.5, 3.5, 'x', 'multiple'],
  ['Fees doubled.', 'doubled', 1.5, 2.5, 'x', 'multiple'],
  ['A two-fold rise.', 'two-fold', 1.5, 2.5, 'x', 'multiple'],
  ['It scored 42/100.', '42/100', 41.5, 42.5, '/100', 'index'],
  ['It uses 17.5 GWh a year.', '17.5 GWh', 17.45, 17.55, 'GWh', 'measure'],
  ['It emits 490 MtCO2e.', '490 MtCO2e', 489.5, 490.5, 'MtCO2e', 'measure'],
  ['It covers 300 sq km.', '300 sq km', 299.5, 300.5, 'km2', 'measure'],
  ['It has 3,500 megawatts.', '3,500 megawatts', 3499.5, 3500.5, 'MW', 'measure'],
  ['It runs 3–5 years.', '3–5 years', 2.5, 5.5, 'years', 'duration'],
  ['A 10-year plan.', '10-year', 9.5, 10.5, 'years', 'duration'],
  ['Youth aged 15–24 work.', '15–24', 14.5, 24.5, 'years', 'duration'],
  ['It is 151st of all.', '151st', 151, 151, null, 'ordinal'],
  ['It ended in 2024.', '2024', 2024, 2024, null, 'year'],
  ['It ended in FY2024-25.', 'FY2024-25', 2024, 2025, null, 'year'],
  ['It ended in FY25.', 'FY25', 2024, 2025, null, 'year'],
  ['It ended in 2023/24.', '2023/24', 2023, 2024, null, 'year'],
  ['It ran from 2019 to 2023.', '2019 to 2023', 2019, 2023, null, 'year'],
  ['It began in the 1990s.', '1990s', 1990, 1999, null, 'year'],
  ['It began in mid-2024.', '2024', 2024, 2024, null, 'year'],
  ['It met on 30 July 2025.', '30 July 2025', 2025, 2025, null, 'date'],
  ['It met on July 30, 2025.', 'July 30, 2025', 2025, 2025, null, 'date'],
  ['It met in March 2026.', 'March 2026', 2026, 2026, null, 'date'],
  ['It lasted half a century.', 'half a century', 0.45, 0.55, 'centuries', 'duration'],
  ['It waits three quarters of an hour.', 'three quarters of an hour', 0.7, 0.8, 'hours', 'duration'],
  ['It closed for half of a day.', 'half of a day', 0.45, 0.55, 'days', 'duration'],
  ['A quarter of a million voters left.', 'A quarter of a million', 200000, 300000, null, 'count'],
  ['It fell by a tenth of a percentage point.', 'a tenth of a percentage point', 0.05, 0.15, 'pp', 'percentage-points'],
  ['A quarter of a class failed.', 'A quarter', 24.5, 25.5, '%', 'ratio'],
  ['Some two dozen schools closed.', 'two dozen', 22.8, 25.2, null, 'count'],
  ['Half a dozen schools closed.', 'Half a dozen', 5.5, 6.5, null, 'count'],
  ['Two million three hundred thousand voters left.', 'Two million three hundred thousand', 2299500, 2300500, null, 'count'],
  ['A hundred and twenty firms closed.', 'A hundred and twenty', 119.5, 120.5, null, 'count'],
  ['It grew three point five per cent.', 'three point five per cent', 3.45, 3.55, '%', 'percent'],
  ['It took 2 1/2 years.', '2 1/2 years', 2.45, 2.55, 'years', 'duration'],
  ['It is 3/4 of them.', '3/4', 74.5, 75.5, '%', 'ratio'],
  ['It is a 1-in-5 risk.', '1-in-5', 19.5, 20.5, '%', 'ratio'],
  ['As few as 12 firms agree.', '12', 12, null, null, 'count'],
  ['It rose 2.5 times.', '2.5 times', 2.45, 2.55, 'x', 'multiple'],
  ['The ratio is 3 to 1.', '3 to 1', 2.5, 3.5, 'x', 'ratio'],
  ['It is the third-largest exporter.', 'third', 3, 3, null, 'ordinal'],
  ['Growth of − 2.3 % is likely.', '− 2.3 %', -2.35, -2.25, '%', 'percent'],
  ["It has 1'234'567 members.", "1'234'567", 1234566.5, 1234567.5, null, 'count'],
  ['It has 1\u202F234,5 tonnes.', '1\u202F234,5 tonnes', 1234.45, 1234.55, 'tonnes', 'measure'],
  ['It covers 300 sq. km.', '300 sq. km', 299.5, 300.5, 'km2', 'measure'],
  ['It emits 12 Mt CO2e.', '12 Mt CO2e', 11.5, 12.5, 'MtCO2e', 'measure'],
  ['It emits 3 million tonnes of CO2 equivalent.', '3 million tonnes of CO2 equivalent', 2.5e6, 3.5e6, 'tCO2e', 'measure'],
  ['It grows 30 Mt of wheat.', '30 Mt', 29.5e6, 30.5e6, 'tonnes', 'measure'],
  ['It costs 30 pence.', '30 pence', 0.295, 0.305, 'GBP', 'money'],
  ['It cost CHF 3 Mio.', 'CHF 3 Mio', 2.5e6, 3.5e6, 'CHF', 'money'],
  ['The rate was 45.3^2^ then.', '45.3', 45.25, 45.35, null, 'number'],
  ["It ended in FY'25.", "FY'25", 2024, 2025, null, 'year'],
  ['The index stood at 112.4 then.', '112.4', 112.35, 112.45, null, 'index'],
  ['It met on 2026-03-01.', '2026-03-01', 2026, 2026, null, 'date'],
];

/** Digits that are names, addresses, places in a list, or times of day. */
const NO_QUANTITIES = [
  'Section 3.2 applies, see page 45 and Table 4.',
  'Tables 2 and 3 differ.',
  'Article 19A and Act No. 5 hold.',
  'The Data Act (2024) and the Water Act, 2016 hold.',
  'The bank agrees (Noor, 2025).',
  'GPT-4.5 and COVID-19 and 5G and IPv6.',
  'COP28, the G20 and SDG 9 met.',
  'Vision 2030 is bold.',
  'Regulation (EU) 2024/1689 is long.',
  '(1) Align the laws; (2) fund them.',
  '1. Align the laws.',
  'It is so [12, 14].',
  'Growth was strong.1 It then fell.',
  'Version 1.2.3 is out.',
  'Call 0300-1234567 or +92 51 9201234.',
  'ISBN 978-1-4648-0000-0 and doi:10.1596/978-1 and 10.1000/182.',
  'See https://example.org/2024/15 and [@key2020, p. 3].',
  'It opens at 10:30 or 3 p.m. each time.',
  'The 18th Amendment and the 20th century.',
  'Double taxation and a second reason.',
  'The other half were late, each half are new, and the first half have left.',
  'One of them can; no one may.',
  'On 30 July it closed.',
  'A 5-star hotel.',
  'The 24/7 line and 9/11.',
  'It holds with a 95% confidence interval, or 10^6 cells.',
  'A second, larger request and the fifth forest.',
];

describe('findQuantities', () => {
  it.each(ROWS)('%s', (text, found, low, high, unit, form) => {
    const quantity = findQuantities(text).find((candidate) => candidate.text === found);
    expect(quantity).toMatchObject({ low, high, unit, form, source: 'prose' });
    expect(text.slice(quantity?.span.start, quantity?.span.end)).toBe(found);
  });

  it.each(NO_QUANTITIES)('finds none in: %s', (text) => {
    expect(findQuantities(text).map((quantity) => quantity.text)).toEqual([]);
  });

  it('reads a change from one value to another as two', () => {
    expect(findQuantities('It rose from 20% to 25%.').map(({ text }) => text)).toEqual(['20%', '25%']);
    const counts = findQuantities('Enrolment rose from 3 to 5 million.');
    expect(counts.map(({ value }) => value)).toEqual([3e6, 5e6]);
  });

  it.each([
    ['Output fell by 14% to 457,000.', ['14%', '457,000']],
    ['Wages rose 4.2 per cent to 1.2 million.', ['4.2 per cent', '1.2 million']],
    ['The grant was cut by €300 million to €4.1 billion.', ['€300 million', '€4.1 billion']],
    ['Visits were up 1,200 to 14,500.', ['1,200', '14,500']],
    ['A further rise of 3% to 18 is likely.', ['3%', '18']],
    ['The city cut emissions by about 9 per cent to 840 Mt.', ['9 per cent', '840 Mt']],
    ['It is 14% to 457,000 visits.', ['14%', '457,000']],
  ])('reads a change and the level after it as two: %s', (text, found) => {
    expect(findQuantities(text).map((quantity) => quantity.text)).toEqual(found);
  });

  it.each([
    ['Wages rose by 3 to 5 per cent.', '3 to 5 per cent'],
    ['Wages rose 3% to 5%.', '3% to 5%'],
    ['It grew by 20 to 30 schools.', '20 to 30'],
    ['It costs €3 to 5 million.', '€3 to 5 million'],
    ['Costs are up €3 million to €4 million.', '€3 million to €4 million'],
    ['Some 10% to 15 of them left.', '10% to 15'],
    ['The share is 2% to 20%.', '2% to 20%'],
    ['It takes 2 weeks to 6.', '2 weeks to 6'],
    ['Fares fell 2–40%.', '2–40%'],
  ])('reads the ends of a range as one: %s', (text, found) => {
    expect(findQuantities(text).map((quantity) => quantity.text)).toEqual([found]);
  });

  it('gives two-thirds half a point each side', () => {
    const [share] = findQuantities('It is two-thirds of them.');
    expect(share?.low).toBeCloseTo(66.1667, 3);
    expect(share?.high).toBeCloseTo(67.1667, 3);
  });

  it('knows which currency marks stand for several currencies', () => {
    const codeOf = (text: string): string | null | undefined => findQuantities(text)[0]?.currency?.code;
    expect(['US$5', '£5', '€5', 'PKR 5', '5 euros', 'A$5'].map(codeOf)).toEqual(['USD', 'GBP', 'EUR', 'PKR', 'EUR', 'AUD']);
    expect(['$5', 'Rs 5', '5 dollars', '5 rupees', '¥5'].map(codeOf)).toEqual([null, null, null, null, null]);
  });

  it.each([
    ['It adds 15% of total GDP by 2030.', 'total GDP', '2030'],
    ['It hired 42,000 teachers in 2023.', 'teachers', '2023'],
    ['The literacy rate is 58% (2024).', 'literacy rate', '2024'],
    ['Inflation hit 11.8% in FY2023-24.', 'Inflation', 'FY2023-24'],
    ['In 2024, exports were $30 billion.', 'exports', '2024'],
    ['It drew US$2 billion in farm exports.', 'farm exports', null],
    ['The price is $7 per tonne.', 'per tonne', null],
  ])('says what and when: %s', (text, what, when) => {
    const quantity = findQuantities(text).find(({ form }) => form !== 'year');
    expect(quantity).toMatchObject({ what, when });
  });

  it('gives each number the year right behind it', () => {
    const found = findQuantities('It rose from 20% in 2019 to 25% in 2024.').filter(({ form }) => form === 'percent');
    expect(found.map(({ when }) => when)).toEqual(['2019', '2024']);
  });

  it('dates carry their day', () => {
    expect(findQuantities('It met on 30 July 2025.')[0]?.when).toBe('2025-07-30');
  });

  it.each([
    ['It is 154 deaths per 100,000 live births.', '154', '100,000 live births'],
    ['It has 290 people per km².', '290', 'km²'],
    ['It pays US$5 a day.', 'US$5', 'day'],
    ['It costs US$12/MWh.', 'US$12', 'MWh'],
    ['Income is US$1,600 per capita.', 'US$1,600', 'capita'],
    ['Some 58 per cent of firms left.', '58 per cent', undefined],
  ])('says by what a rate is counted, and counts that base for nothing: %s', (text, found, per) => {
    const quantities = findQuantities(text);
    expect(quantities.map((quantity) => quantity.text)).toEqual([found]);
    expect(quantities[0]?.per).toBe(per);
  });

  it.each([
    ['It cost £3.2 billion in 2020 prices.', { kind: 'real', year: '2020' }],
    ['It cost US$4 bn (constant 2015 US$).', { kind: 'real', year: '2015' }],
    ['At constant 2010 prices it cost $5 billion.', { kind: 'real', year: '2010' }],
    ['It cost £3.2 billion (2020-21 prices).', { kind: 'real', year: '2020-21' }],
    ['It cost Rs 40 billion in real terms.', { kind: 'real', year: null }],
    ['It cost Rs 40 billion at current prices.', { kind: 'nominal', year: null }],
    ['Income is $12,000 (PPP, constant 2017 international $).', { kind: 'ppp', year: '2017' }],
    ['It paid 2000 dollars.', undefined],
  ])('says whose prices, and takes their year for none of the sum: %s', (text, basis) => {
    const quantities = findQuantities(text);
    expect(quantities).toHaveLength(1);
    expect(quantities[0]?.when).toBeNull();
    if (basis) expect(quantities[0]?.priceBasis).toMatchObject(basis);
    else expect(quantities[0]?.priceBasis).toBeUndefined();
  });

  it('gives each sum the basis behind it', () => {
    const found = findQuantities('It cost £3.2 billion in 2020 prices and £3.4 billion in cash terms. It cost £9 million.');
    expect(found.map(({ priceBasis }) => priceBasis?.kind)).toEqual(['real', 'nominal', undefined]);
  });

  it('reads "2015 = 100" as the base of an index', () => {
    expect(findQuantities('Prices reached 112 (2015 = 100) in May.')).toMatchObject([{ text: '112', form: 'index', indexBase: '2015' }]);
    expect(findQuantities('Prices (2010/11=100) reached 112 in the north.')).toMatchObject([{ text: '112', form: 'index', indexBase: '2010/11' }]);
  });

  it('reads points and commas as the document sets them', () => {
    const valuesOf = (text: string, style: 'point' | 'comma'): readonly (number | null)[] => findQuantities(text, { style }).map(({ value }) => value);
    expect(valuesOf('It has 1.234 km, 2,5 km and 12 345 km.', 'comma')).toEqual([1234, 2.5, 12345]);
    expect(valuesOf('It has 1.234 km, 2,500 km and 1.234,5 km.', 'point')).toEqual([1.234, 2500, 1234.5]);
  });

  // Known limit: a singular noun behind a number in words is not seen.
  it('does not count "one ministry"', () => {
    expect(findQuantities('One ministry met.')).toEqual([]);
  });
});

describe('readCellQuantities', () => {
  it.each([
    ['58%', null, '58%', 57.5, 58.5, '%'],
    ['0.2', '% GDP', '0.2', 0.15, 0.25, '%'],
    ['1,200', 'US$ million', '1,200', 1.1995e9, 1.2005e9, 'USD'],
    ['(2.3)', '%', '(2.3)', -2.35, -2.25, '%'],
    ['15–20', 'per cent', '15–20', 14.5, 20.5, '%'],
    ['42', 'thousand tonnes', '42', 41500, 42500, 'tonnes'],
    ['12', "'000", '12', 11500, 12500, null],
    ['3', 'Rs billion', '3', 2.5e9, 3.5e9, 'Rs'],
    ['12.5*', 'km', '12.5', 12.45, 12.55, 'km'],
    ['Rs 5bn', 'US$', 'Rs 5bn', 4.5e9, 5.5e9, 'Rs'],
    ['2023', null, '2023', 2023, 2023, null],
    ['42', null, '42', 41.5, 42.5, null],
  ])('%s under %s', (cell, unit, text, low, high, expectedUnit) => {
    const [quantity, ...others] = readCellQuantities(cell, { unit, when: '2022' });
    expect(others).toEqual([]);
    expect(quantity).toMatchObject({ text, low, high, unit: expectedUnit, source: 'table', when: '2022' });
    expect(cell.slice(quantity?.span.start, quantity?.span.end)).toBe(text);
  });

  it('finds nothing in an empty cell', () => {
    expect(['', '–', 'n/a', '...'].flatMap((cell) => readCellQuantities(cell, { unit: '%', when: null }))).toEqual([]);
  });
});

describe('meets', () => {
  it('takes null for no bound', () => {
    expect(meets({ low: 22.5, high: 23.5 }, { low: 23.2, high: 23.3 })).toBe(true);
    expect(meets({ low: 22.5, high: 23.5 }, { low: 24, high: null })).toBe(false);
    expect(meets({ low: null, high: 23.5 }, { low: 20, high: null })).toBe(true);
  });
});

describe('numberStyleOf', () => {
  const styleOf = (...texts: readonly string[]): string => numberStyleOf(texts.map(styleEvidenceOf));

  it('goes by the weight of evidence, and by points without any', () => {
    expect(styleOf('It has 1.234 km.')).toBe('point');
    expect(styleOf('It has 1.234 km.', 'It fell by 12,5 %.')).toBe('comma');
    expect(styleOf('It has 1,234 km.', 'It fell by 12,5 %.')).toBe('point');
    expect(styleOf('It rose by 3.5%, 4.2% and 0.7%.', 'A report says "12,5 %".')).toBe('point');
    expect(styleOf('Section 1.234 and the version 2.5 apply.')).toBe('point');
  });
});
