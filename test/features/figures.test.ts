import { describe, expect, it } from 'vitest';
import { compareDrafts } from '../../server/src/core/features/figures/compare-drafts';
import { findFigureHover } from '../../server/src/core/features/figures/figure-hover';
import { buildLedger } from '../../server/src/core/features/figures/figure-ledger';
import { findFigureAt, mentionsOf } from '../../server/src/core/features/figures/figure-mentions';
import { settingWords } from '../../server/src/core/features/figures/figure-words';
import { findFigureToRename, renameFigure } from '../../server/src/core/features/figures/rename-figure';
import { buildBrief } from '../../server/src/core/model/build-brief';
import { applyEdits } from '../support/apply-edits';

const text = `# Ferries for the outer islands

## Summary

Ferry fares covered 38% of running costs in 2024. About 2.4 million passengers used the ferries in 2024.

## Costs

In 2024, ferry fares covered 31% of running costs (Harbour Office, 2025).

## Passengers

The ferries carried 2,412,000 passengers in 2024.

| Route | Passengers |
| --- | --- |
| North | 1,206,000 |
| South | 804,000 |
| Mail boats | 402,000 |
| Total | 2,412,000 |
`;

const brief = buildBrief(text);
const hoverOn = (words: string, whole = text): string | undefined =>
  findFigureHover({ brief: whole === text ? brief : buildBrief(whole), linkTo: ({ start }) => `file:///ferries.md#${String(start)}` }, whole.indexOf(words) + 1)?.markdown;

describe('a hover on a figure', () => {
  it('says how it reads, what it is about, and what does not agree', () => {
    expect(hoverOn('38%')).toBe(
      ['**38%** — reads as 37.5 to 38.5%  \nFerry fares covered, running costs · 2024', '**Does not agree with:**', `- [31%](<file:///ferries.md#${String(text.indexOf('31%'))}>) in “Costs”, (Harbour Office, 2025)`].join('\n\n'),
    );
  });

  it('lists the other mentions', () => {
    expect(hoverOn('2.4 million')).toMatch(/^\*\*2\.4 million\*\* — reads as .+\n\nThe same elsewhere:\n\n- \[2,412,000\]/s);
  });

  it('gives a cell its share of the total', () => {
    expect(hoverOn('1,206,000')).toContain('50.0% of 2,412,000 (“Total”)');
    expect(hoverOn('2,412,000 |')).not.toContain('% of');
  });

  it('says nothing of the precision of a number that has none to explain', () => {
    expect(hoverOn('804,000')).toMatch(/^\*\*804,000\*\* {2}\n/);
  });

  it.each([
    ['2024', 'a year'],
    ['second', 'an ordinal'],
    ['three', 'a small count'],
    ['12 May', 'a date'],
  ])('is silent on %s, %s', (words) => {
    const plain = 'In 2024 the second of three ferries sank on 12 May.';
    expect(hoverOn(words, plain)).toBeUndefined();
  });

  it.each([
    ['5 percentage points', 'It rose by 5 percentage points.', '4.5 to 5.5 percentage points'],
    ['£2.4 million', 'The fund has £2.4 million for ferries.', '£2.35 to £2.45 million'],
    ['40%', 'More than 40% of ferries are late.', 'more than 40%'],
    ['80%', 'At least 80% of ferries are late.', '80% or more'],
    ['15-20 per cent', 'Some 15-20 per cent of ferries are late.', '%'],
    ['5%', 'Costs fell by 5% of the total.', '4.5 to 5.5%'],
  ])('reads %s in plain words', (words, sentence, reading) => {
    expect(hoverOn(words, sentence)).toContain(reading);
  });

  it('escapes what comes from the brief', () => {
    const odd = hoverOn('31%', 'The [x](command:evil) *ferries* paid 31% of the <b>fares</b>.');
    expect(odd).not.toMatch(/\]\(command|<b>/);
  });
});

describe('the words of a figure', () => {
  it('are as written, also behind a letter whose lower case is longer', () => {
    const whole = 'İİİİİ records say that in 2024, 412,000 small remote coastal farming fishing herding trading weaving mining households in Kenya had piped water.\n';
    const read = buildBrief(whole);
    const figure = findFigureAt(read, whole.indexOf('412,000'));
    expect(figure && settingWords(read, figure)).toContain('Kenya');
  });
});

describe('mentions', () => {
  const mentionsAt = (whole: string, words: string): readonly string[] => {
    const read = buildBrief(whole);
    const figure = findFigureAt(read, whole.indexOf(words));
    return figure === undefined ? [] : mentionsOf(read, figure).map(({ quantity }) => quantity.text);
  };

  it('are those of one quantity', () => {
    expect(mentionsAt(text, '2.4 million')).toEqual(['2.4 million', '2,412,000', '2,412,000']);
  });

  it('are never those that contradict it', () => {
    expect(mentionsAt(text, '38%')).toEqual(['38%']);
  });

  it('are not everything above a bound', () => {
    expect(mentionsAt('## A\n\nThe online service had over 3,000 visits in 2024.\n\n## B\n\nThe online service had 600,000 visits in 2024.\n', '3,000')).toEqual(['3,000']);
  });

  it('are found at the end of a figure too, and not behind it', () => {
    const at = text.indexOf('38%');
    expect(findFigureAt(brief, at + 3)?.quantity.text).toBe('38%');
    expect(findFigureAt(brief, at + 4)).toBeUndefined();
    expect(findFigureAt(brief, at - 1)).toBeUndefined();
  });
});

describe('the ledger', () => {
  const { measures, conflicts } = buildLedger(brief);

  it('has conflicts on top, and counts them', () => {
    expect(conflicts).toBe(1);
    expect(measures[0]?.conflicts).toBe(1);
    expect(measures[0]?.mentions.map(({ written, contradicts }) => [written, contradicts])).toEqual([
      ['38%', ['31% in “Costs”']],
      ['31%', ['38% in “Summary”']],
    ]);
    expect(measures.slice(1).every((measure) => measure.conflicts === 0)).toBe(true);
  });

  it('holds each figure once', () => {
    const starts = measures.flatMap(({ mentions }) => mentions.map(({ span }) => span.start));
    expect(new Set(starts).size).toBe(starts.length);
    expect(starts).toHaveLength(8);
  });

  it('puts a cell that the text speaks of with the text, and the rest of the column together', () => {
    expect(measures.find(({ mentions }) => mentions.some(({ written }) => written === '2.4 million'))?.mentions.map(({ written }) => written)).toEqual(['2.4 million', '2,412,000', '2,412,000']);
    expect(measures.find(({ mentions }) => mentions.some(({ written }) => written === '804,000'))?.mentions).toHaveLength(3);
  });
});

describe('renaming a figure', () => {
  const renamed = (whole: string, words: string, newText: string): string => {
    const result = renameFigure(buildBrief(whole), whole.indexOf(words), newText);
    return 'whyNot' in result ? result.whyNot : applyEdits(whole, result.edits);
  };
  const people = (...mentions: readonly string[]): string => mentions.map((mention, i) => `## Part ${String.fromCharCode(65 + i)}\n\nIn 2024, ${mention} people lived without piped water.\n`).join('\n');

  it.each([
    [['2.4 million', '2,412,000', '2.4m'], '2.6 million', ['2.6 million', '2,600,000', '2.6m']],
    [['2.4 million', '2,412,000', '2.4m'], '2.61', ['2.61 million', '2,610,000', '2.6m']],
    [['2,412,000', '2.4 million', '2412 thousand'], '2,655,300', ['2,655,300', '2.7 million', '2655 thousand']],
    [['2412000', '2.41 million'], '2613000', ['2613000', '2.61 million']],
    [['24 lakh', '24,12,000'], '26 lakh', ['26 lakh', '26,00,000']],
    [['2,412,000', 'more than 2 million'], '2,612,000', ['2,612,000', 'more than 2 million']],
    [['990', '0.99 thousand'], '1290', ['1290', '1.29 thousand']],
  ])('%j becomes %s', (before, typed, after) => {
    expect(renamed(people(...before), before[0] ?? '', typed)).toBe(people(...after));
  });

  it.each([
    [['2.4 million', '2,412,000'], 'lots', '“lots” is not a figure'],
    [['2.4 million', '2,412,000'], '', '“” is not a figure'],
    [['2.4 million', '2,412,000'], 'about 3 million', 'is not'],
    [['2.4 million', '2,412,000'], '2 to 3 million', 'is not one number'],
    [['2.4 million', '2,412,000'], '£3m', '“£3m” is not in the unit of 2.4 million'],
    [['2.4 million', '2,412,000'], '12%', '“12%” is not in the unit of 2.4 million'],
    [['2.4 million', '2 to 3 million'], '4.1 million', '2 to 3 million in “Part B” cannot become 4.1 million: it is a range'],
  ])('%j refuses %s', (before, typed, reason) => {
    expect(renamed(people(...before), before[0] ?? '', typed)).toContain(reason);
  });

  it('refuses where a place is written in words, unless it still holds', () => {
    const share = (a: string, b: string): string => `## Summary\n\nIn 2024, ${a} of island homes had no piped water.\n\n## Homes\n\nIn 2024, ${b} of island homes had no piped water.\n`;
    expect(renamed(share('25.1%', 'one in four'), '25.1%', '31.2%')).toContain('one in four in “Homes” cannot become 31.2%: it is written in words');
    expect(renamed(share('25.1%', 'one in four'), '25.1%', '25.3%')).toBe(share('25.3%', 'one in four'));
  });

  it('keeps the currency and the sign', () => {
    const money = (a: string, b: string): string => `## Summary\n\nThe island ferry levy cost ${a} in 2024.\n\n## Costs\n\nIn 2024, the island ferry levy cost ${b}.\n`;
    expect(renamed(money('£2.4 million', '£2,412,000'), '£2.4', '£2.7 million')).toBe(money('£2.7 million', '£2,700,000'));
    expect(renamed(money('£2.4 million', '£2,412,000'), '£2.4', '2.7')).toBe(money('£2.7 million', '£2,700,000'));
    expect(renamed(money('£2.4 million', '£2,412,000'), '£2.4', '-£2.7 million')).toContain('is not of the same sign');
  });

  it('offers the figure as it stands, and nothing for a year', () => {
    expect(findFigureToRename(brief, text.indexOf('2.4 million'))?.name).toBe('2.4 million');
    expect(findFigureToRename(brief, text.indexOf('2024'))).toBeUndefined();
  });
});

describe('two drafts of a list', () => {
  const changesOf = (before: string, after: string): readonly string[] => compareDrafts(buildBrief(before), buildBrief(after)).map((change) => `${change.before.written} → ${change.after.written}`);
  const items = (...values: readonly string[]): string => `## Grants\n\n${values.map((value) => `- Grants: ${value}`).join('\n')}\n`;

  it('are the same where only its order changed', () => {
    expect(changesOf(items('3,400', '5,200', '7,100'), items('7,100', '3,400', '5,200'))).toEqual([]);
    expect(changesOf(items('3,400', '5,200', '7,100'), items('7,100', '3,600', '5,200'))).toEqual(['3,400 → 3,600']);
  });

  it('differ where a figure is now a rough one', () => {
    expect(changesOf(items('3,400'), items('about 3,400'))).toHaveLength(1);
  });

  it('are compared table by table', () => {
    const table = (name: string, value: string): string => `Table: ${name}\n\n| Port | Jobs |\n| --- | ---: |\n| Elm Bay | ${value} |\n`;
    const whole = (...tables: readonly string[]): string => `## Jobs\n\n${tables.join('\n')}`;
    expect(changesOf(whole(table('Ferries', '4,100'), table('Docks', '6,300')), whole(table('Docks', '6,500'), table('Ferries', '4,100')))).toEqual(['6,300 → 6,500']);
  });
});

describe('two drafts', () => {
  const compared = (before: string, after: string): readonly string[] =>
    compareDrafts(buildBrief(before), buildBrief(after)).map(({ before: old, after: now, leftBehind }) => `${old.written} → ${now.written} in ${now.place}; ${leftBehind.map(({ written, place }) => `${written} in ${place}`).join(', ')}`);

  it('are the same where nothing changed but words and places', () => {
    expect(compared(text, text)).toEqual([]);
    expect(compared(text, text.replace('## Costs', 'Some more words.\n\n## Costs').replace('2.4 million', '2.4m'))).toEqual([]);
  });

  it('show what changed and what was left behind', () => {
    expect(compared(text, text.replace('carried 2,412,000', 'carried 2,655,000'))).toEqual(['2,412,000 → 2,655,000 in Passengers; 2.4 million in Summary, 2,412,000 in Passengers, the table "Route | Passengers"']);
    expect(compared(text, text.replaceAll('2,412,000', '2,655,000').replace('2.4 million', '2.7 million')).every((line) => line.endsWith('; '))).toBe(true);
  });

  it('find a cell by its heads, in whatever row it now stands', () => {
    const moved = text.replace('| North | 1,206,000 |\n', '').replace('| Total |', '| North | 1,306,000 |\n| Total |');
    expect(compared(text, moved)).toEqual(['1,206,000 → 1,306,000 in Passengers, the table "Route | Passengers"; ']);
  });

  it('find the figure of a sentence that was rewritten', () => {
    const before = '## Costs\n\nIn 2024, island ferry fares covered 31% of running costs.\n';
    expect(compared(before, '## Costs\n\nThe board says that island ferry fares covered 36% of running costs in 2024.\n')).toEqual(['31% → 36% in Costs; ']);
  });
});
