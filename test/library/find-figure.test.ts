import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../server/src/core/library/extract/csv';
import { readHtml } from '../../server/src/core/library/extract/html';
import { readMarkdown } from '../../server/src/core/library/extract/markdown';
import { readPlainText } from '../../server/src/core/library/extract/text';
import { findFigure, findRival } from '../../server/src/core/library/find-figure';
import { passagesFor } from '../../server/src/core/library/passages';
import type { SourceText } from '../../server/src/core/library/source-text';
import { topicWords } from '../../server/src/core/library/word-overlap';
import { buildBrief } from '../../server/src/core/model/build-brief';
import { findQuantities } from '../../server/src/core/text/quantities';
import type { Quantity } from '../../server/src/core/text/quantity';

const sourceOf = (text: string): SourceText => readPlainText('a.txt', text);

const figureOf = (text: string): Quantity => {
  const [first] = findQuantities(text);
  if (!first) throw new Error(`no figure in "${text}"`);
  return first;
};

const kindOf = (figure: string, source: string): string => findFigure(sourceOf(source), figureOf(figure)).kind;

describe('a figure of the brief in its source', () => {
  it.each([
    ['23%', 'It rose by 23 per cent.', 'found'],
    ['23%', 'It rose by 22.7 per cent.', 'rounded'],
    ['23%', 'It rose by 23.6 per cent.', 'not-found'],
    ['2.4 million people', 'It has 2,413,220 inhabitants.', 'rounded'],
    ['2.4 million people', 'It has 2.413 million people.', 'rounded'],
    ['2.4 million people', 'It has 2,513,220 inhabitants.', 'not-found'],
    ['12,500 trips', 'There were 12,489 trips.', 'rounded'],
    ['Rs 24 crore', 'It cost Rs 240 million.', 'found'],
    ['US$3.2 billion', 'It cost $3.2bn.', 'found'],
    ['US$3.2 billion', 'It cost €3.2 billion.', 'other-unit'],
    ['40 per cent', 'It reached 40 million.', 'other-unit'],
    ['2.4 million people', 'It reached 2.4 billion people.', 'other-unit'],
    ['25%', 'One in four had none.', 'found'],
    ['25%', 'A quarter of them had none.', 'found'],
    ['50%', 'Half of households had none.', 'found'],
    ['more than 20%', 'It rose by 22.7%.', 'rounded'],
    ['more than 20%', 'It rose by 85%.', 'not-found'],
    ['nearly 40%', 'It rose by 38.6%.', 'rounded'],
    ['15-20 per cent', 'Between 15 and 20 per cent had none.', 'found'],
    ['1.5 GW', 'A plant of 1,500 MW.', 'found'],
    ['40%', 'There were 40 schools.', 'other-unit'],
    ['5%', 'There were 5 schools.', 'not-found'],
    ['3 percentage points', 'It rose by 3%.', 'not-found'],
  ])('%s in "%s": %s', (figure, source, kind) => {
    expect(kindOf(figure, source)).toBe(kind);
  });

  it.each([
    ['−2.3%', 'Ridership growth was −2.3% in 2020.', 'found'],
    ['−2.3%', 'Ridership growth was -2.3 per cent in 2020.', 'found'],
    ['−2.3%', 'Ridership shrank by 2.3% in 2020.', 'found'],
    ['−2.3%', 'The year brought a 2.3% decline after years of growth.', 'found'],
    ['−2.3%', 'It was a year of negative growth of 2.3%.', 'found'],
    ['−2%', 'Ridership shrank by 2.3% in 2020.', 'rounded'],
    ['−2.3%', 'Ridership grew by 2.3% in 2020.', 'not-found'],
    ['−2.3%', 'Growth fell to 2.3% in 2020.', 'not-found'],
    ['−2.3%', 'Growth turned into a fall of 2.3% in 2020.', 'found'],
    ['−2.3%', 'Fares fell by 5% while ridership rose by 2.3%.', 'not-found'],
    ['−2.3%', 'Ridership growth was −3.2% in 2020.', 'not-found'],
    ['−1.4 million trips', 'The fleet lost 1.4 million trips.', 'found'],
    ['2.3%', 'Ridership growth was −2.3% in 2020.', 'not-found'],
    ['20%', 'Between 15 –20 per cent had none.', 'found'],
  ])('%s, with its sign, in "%s": %s', (figure, source, kind) => {
    expect(kindOf(figure, source)).toBe(kind);
  });

  it('of a fall is found where the source writes a minus', () => {
    const source = sourceOf('Ridership growth was −2.3% in 2020.');
    expect(findFigure(source, figureOf('2.3%'), topicWords('Ridership shrank in the year')).kind).toBe('found');
    expect(findFigure(source, figureOf('2.3%'), topicWords('Ridership grew in the year')).kind).toBe('not-found');
  });

  it.each([
    ['−4.1%', 'found'],
    ['4.1%', 'not-found'],
    ['−3.6%', 'rounded'],
    ['−5.2%', 'not-found'],
  ])('%s, with its sign, in a table of plain text', (figure, kind) => {
    expect(kindOf(figure, 'Growth of trips (%)\n\nBus    -4.1    5.2\nRail    (3.6)    0.9')).toBe(kind);
  });

  it.each([
    ['22.7%', 'Share of trips (%)\n\nBus    22.7    24.1\nRail    18.0    19.5', 'rounded'],
    ['2.4 million trips', 'Trips, in thousands\n\nBus    2,413    2,498\nRail    1,020    990', 'rounded'],
    ['2.4 million trips', 'Trips\n\nBus    2,413    2,498\nRail    1,020    990', 'not-found'],
  ])('%s in a table', (figure, source, kind) => {
    expect(kindOf(figure, source)).toBe(kind);
  });

  it('is found in a row of a CSV file by the name of its column', () => {
    const text = readCsv('a.csv', 'Region,Share (%),Trips\nNorth,22.7,2413220\nSouth,18,1020000\n');
    expect(findFigure(text, figureOf('23%'))).toMatchObject({ kind: 'rounded', passages: [{ line: 2 }] });
    expect(findFigure(text, figureOf('2.4 million trips'))).toMatchObject({ kind: 'rounded', passages: [{ line: 2 }] });
  });

  it.each([
    ['110 million people', 'rounded'],
    ['110,012 thousand', 'rounded'],
    ['66.3%', 'found'],
    ['66.3 million people', 'other-unit'],
    ['48 million people', 'rounded'],
    ['49 million people', 'not-found'],
  ])('%s in a row whose columns have units of their own: %s', (figure, kind) => {
    const text = readCsv('a.csv', 'District,Residents (thousands),Literacy rate (%)\nNorth,"110,012",66.3\nSouth,"47,855",58.1\n');
    expect(findFigure(text, figureOf(figure)).kind).toBe(kind);
  });

  it('is found in rows of every kind of file, not in prose that looks like one', () => {
    const rows = [
      readCsv('a.csv', 'Line;Trips (thousands);Fare\nNorth;2413;1,5\n'),
      readMarkdown('a.md', '| Line | Trips (thousands) | Fare |\n|---|---|---|\n| North | 2,413 | 1.5 |\n'),
      readHtml('a.html', '<table><tr><th>Line</th><th>Trips (thousands)</th><th>Fare</th></tr><tr><td>North</td><td>2,413</td><td>1.5</td></tr></table>'),
    ];
    for (const row of rows) expect(findFigure(row, figureOf('2.4 million trips')).kind, row.path).toBe('rounded');
    expect(kindOf('2.4 million trips', 'The line: thousands waited; the fare of 2,413 lines: unknown.')).toBe('not-found');
  });

  it('comes with the passage that says the same thing first', () => {
    const text = sourceOf('Rents rose by 23 per cent.\n\nNo change.\n\nFares of buses rose by 23 per cent.');
    expect(findFigure(text, figureOf('23%'), topicWords('bus fares rose')).passages.map(({ line }) => line)).toEqual([5, 1]);
  });

  it('is found in any form that says the same number', () => {
    const percent = fc.integer({ min: 1, max: 999 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(percent, fc.constantFrom('%', ' per cent', ' percent', ' %'), fc.constantFrom('%', ' per cent'), (value, ourUnit, theirUnit) => {
        const ours = figureOf(`It rose by ${String(Math.round(value))}${ourUnit} then.`);
        const { kind } = findFigure(sourceOf(`It rose by ${value.toFixed(1)}${theirUnit} then.`), ours);
        // Half a point lies on the border of two whole ones.
        expect(Number.isInteger(value) ? ['found'] : ['found', 'rounded']).toContain(kind);
      }),
      { numRuns: 150 },
    );
  });

  it('is found in full where it was written in millions or billions', () => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 999 }), fc.constantFrom(['million', 1e6] as const, ['billion', 1e9] as const), fc.integer({ min: -49, max: 49 }), (tenths, [word, scale], percent) => {
        const exact = Math.round((tenths / 10 + percent / 1_000) * scale);
        const ours = figureOf(`It has ${(tenths / 10).toFixed(1)} ${word} people.`);
        expect(['found', 'rounded']).toContain(findFigure(sourceOf(`A line.\n\nIt has ${exact.toLocaleString('en')} people.`), ours).kind);
      }),
      { numRuns: 150 },
    );
  });

  it('is not found where all numbers are far from it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 60 }), fc.array(fc.integer({ min: 61, max: 99 }), { minLength: 1, maxLength: 20 }), (ours, theirs) => {
        const source = sourceOf(theirs.map((value) => `It rose by ${String(value)} per cent.`).join('\n\n'));
        expect(findFigure(source, figureOf(`It rose by ${String(ours)}%.`)).kind).toBe('not-found');
      }),
      { numRuns: 100 },
    );
  });

  it('never throws and takes no longer than the text is long', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('1', '0', ',', '.', ' ', '%', 'a', '\n', '-', '$', 'half ', 'million ', '⅓') , maxLength: 300 }), (text) => {
        findFigure(sourceOf(text), figureOf('It rose by 11%.'));
        findFigure(sourceOf(text), figureOf('It has 1.1 million people.'));
      }),
      { numRuns: 200 },
    );
    for (const bit of ['1,', '1.', '1 ', '11% ', 'half ', '1 000 ']) {
      const source = sourceOf(bit.repeat(400_000 / bit.length));
      const started = performance.now();
      findFigure(source, figureOf('It rose by 11%.'), topicWords('half of the trips'));
      expect(performance.now() - started, bit).toBeLessThan(5_000);
    }
  });
});

describe('another figure for the same thing', () => {
  const words = topicWords('In 2024 fares covered the costs of city buses');
  const rival = (source: string, years: readonly string[] = []): string | undefined => findRival(sourceOf(source), figureOf('37%'), words, years)?.quantity.text;

  it('is the one figure of the unit in the sentence with the same words', () => {
    expect(rival('Rents rose by 3%. In 2024 fares covered 27.6% of the costs of city buses. So it is.')).toBe('27.6%');
    expect(rival('In 2024 fares covered 37 million of the costs of city buses.')).toBe('37 million');
  });

  it.each([
    ['other words', 'In 2024 subsidies covered 27.6% of rents.'],
    ['two figures', 'In 2024 fares covered 27.6% of the costs of city buses and 31% of those of trains.'],
    ['the same figure', 'In 2024 fares covered 36.8% of the costs of city buses.'],
  ])('is none with %s', (_name, source) => {
    expect(rival(source)).toBeUndefined();
  });

  it('is none for another year', () => {
    expect(rival('In 2019 fares covered 27.6% of the costs of city buses.', ['2024'])).toBeUndefined();
  });
});

describe('passages behind a sentence', () => {
  const text = sourceOf('The council met.\n\nIn 2024 fares covered 27.6 per cent of the costs.\n\nIt said: “Every rider’s time counts for the city.”\n\nThe fleet carried 2,413,220 riders.');
  const linesFor = (brief: string): readonly (number | null)[] => {
    const [sentence] = buildBrief(brief).sentences;
    return sentence ? passagesFor(text, sentence).map(({ passage }) => passage.line) : [];
  };

  it('hold its quotation and its figures', () => {
    expect(linesFor('"Every rider\'s time counts for the city", it says [@x].')).toEqual([5]);
    expect(linesFor('The fleet carried 2.4 million riders and fares covered 28% of costs [@x].')).toEqual([7, 3]);
  });

  it('share its rare words where there are none', () => {
    expect(linesFor('The fleet has many riders [@x].')).toEqual([7]);
    expect(linesFor('Nothing of this kind [@x].')).toEqual([]);
  });

  it('leave the year of the citation alone', () => {
    expect(linesFor('Nothing of this kind (Ruiz, 2024).')).toEqual([]);
  });
});
