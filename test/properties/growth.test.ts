/** Four times the text may take about four times as long, and not sixteen: whoever pastes a whole report into the editor is not to wait for minutes. */
import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../server/src/check';
import { createSpanIndex } from '../../server/src/core/text/span-index';
import { spanOf } from '../../server/src/core/text/span';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const letter = (number: number): string => letters[number % letters.length] ?? 'A';
/** Different ones for all numbers below 17,576. */
const initials = (number: number): string => `${letter(number)}${letter(Math.floor(number / 26))}${letter(Math.floor(number / 676))}Q`;
const surname = (number: number): string => `${letter(number)}${initials(number).toLowerCase()}${['ski', 'dal', 'mere', 'ton'][number % 4] ?? ''}`;
const year = (number: number): string => String(1990 + (number % 30));
const many = (count: number, make: (index: number) => string, between: string): string => Array.from({ length: count }, (_, index) => make(index)).join(between);

/** A text for a count, and a count that takes some hundredths of a second. */
const texts: readonly (readonly [what: string, count: number, make: (count: number) => string])[] = [
  ['citations in one line', 135, (count) => many(count, (i) => `the rate is ${String(i % 90)}% (${surname(i)}, ${year(i)}),`, ' ')],
  ['names of authors in one line', 135, (count) => many(count, (i) => `${surname(i)} (${year(i)})`, ' ')],
  ['sentences in one paragraph', 80, (count) => many(count, (i) => `The rate rose by ${String(i % 90)}% in the south. It fell in ${year(i)}.`, ' ')],
  ['sentences and citations behind them', 80, (count) => many(count, (i) => `The rate rose by ${String(i % 90)}%. (${surname(i)}, ${year(i)})`, ' ')],
  ['note marks in one paragraph', 55, (count) => `${many(count, (i) => `Prices rose by ${String(i % 90)}%.[^${String(i)}]`, ' ')}\n\n${many(count, (i) => `[^${String(i)}]: ${surname(i)} (${year(i)}).`, '\n')}\n`],
  ['acronyms', 55, (count) => many(count, (i) => `The ${initials(i)} grants licences. Farmers wait a year for the ${initials(i)}.`, '\n\n')],
  ['uses of one acronym', 110, (count) => many(count, () => 'The NWRB grants licences. Farmers wait a year for the NWRB.', '\n\n')],
  ['suppressions', 80, (count) => many(count, (i) => `<!-- brieflint-disable-next-line unsourced-statistic -- it is in print -->\nThe rate rose by ${String(i % 90)}%.`, '\n\n')],
  ['suppressions that are never lifted', 80, (count) => many(count, (i) => `<!-- brieflint-disable unsourced-statistic -- it is in print -->\n\nThe rate rose by ${String(i % 90)}%.`, '\n\n')],
  ['suppressions above one line', 220, (count) => `${many(count, () => '<!-- brieflint-disable-next-line unsourced-statistic -- it is in print -->', '\n')}\nThe rate rose by 3%.`],
  ['quotations', 80, (count) => many(count, (i) => `The council of ${surname(i)} said that "the levy is far too high for all of us here".`, '\n\n')],
  ['tables', 20, (count) => many(count, (i) => `Table ${String(i)}. Rates, ${year(i)}\n\n| Year | Rate (%) |\n| --- | --- |\n| ${year(i)} | ${String(i % 90)} |\n\nSource: ${surname(i)} (2024).`, '\n\n')],
  ['rows of a table', 135, (count) => `| Year | Rate (%) |\n| --- | --- |\n${many(count, (i) => `| ${year(i)} | ${String(i % 90)} |`, '\n')}\n`],
  ['headings', 135, (count) => many(count, (i) => `## On ${surname(i)}\n\nThe rate rose by ${String(i % 90)}%.`, '\n\n')],
  ['references and nothing that cites them', 80, (count) => `## References\n\n${many(count, (i) => `- ${surname(i)}, A. (${year(i)}). Report on ${surname(i + 3)}. Press.`, '\n')}\n`],
  ['citations that are not listed', 55, (count) => `${many(count, (i) => `Rates rose (${surname(i + 9_000)}, ${year(i)}).`, '\n\n')}\n\n## References\n\n${many(count, (i) => `- ${surname(i)}, A. (${year(i)}). Report on ${surname(i + 3)}. Press.`, '\n')}\n`],
  ['recommendations', 55, (count) => `## Recommendations\n\n${many(count, (i) => `- Publish the list of ${surname(i)}.`, '\n')}\n`],
  ['unclosed math', 275, (count) => many(count, (i) => `$$ x = ${String(i)}`, '\n\n')],
  ['unclosed tables', 55, (count) => many(count, () => '<table>', '\n\n')],
  ['unclosed brackets', 550, (count) => '[word '.repeat(count)],
  ['unclosed quotation marks', 550, (count) => ' “word'.repeat(count)],
  ['digits', 1_100, (count) => '1,'.repeat(count)],
];

const check = (text: string): void => {
  checkDocument({ text, layers: [{ layer: 'editor', values: { profile: 'issue-brief', preset: 'strict' } }], today: '2026-06-01' });
};

const timeOf = (text: string): number => {
  const start = performance.now();
  check(text);
  return performance.now() - start;
};

/** Other work on the machine only ever adds time, so the best of a few runs is the truest. */
const growthOf = (count: number, make: (count: number) => string): number => {
  let [once, four] = [Infinity, Infinity];
  for (let round = 0; round < 4; round++) {
    once = Math.min(once, timeOf(make(count)));
    four = Math.min(four, timeOf(make(count * 4)));
    if (four / once < mostGrowth) break;
  }
  return four / once;
};

const mostGrowth = 10;

describe('the time of a check grows with the length of the text alone', () => {
  it.each(texts)('%s', (_, count, make) => {
    check(make(Math.ceil(count / 4)));
    expect(growthOf(count, make)).toBeLessThan(mostGrowth);
  });
});

describe('an index by place', () => {
  it('looks at few of the items that lie elsewhere', () => {
    let looks = 0;
    const items = Array.from({ length: 10_000 }, (_, index) => ({
      get span() {
        looks++;
        return spanOf(index * 10, index * 10 + 8);
      },
    }));
    const index = createSpanIndex(items);
    looks = 0;
    for (let at = 0; at < 100_000; at += 100) {
      index.overlapping(spanOf(at, at + 15));
      index.meets(spanOf(at, at + 15));
      index.contains(spanOf(at, at + 5));
    }
    expect(looks).toBeLessThan(1_000 * 30);
  });
});
