/** What a renamed figure leaves alone: markup around its digits, words of others, other quantities, roundings that still hold. */
import { describe, expect, it } from 'vitest';
import { findFigureAt, mentionsOf } from '../../server/src/core/features/figures/figure-mentions';
import { findFigureToRename, renameFigure, type FigureRename } from '../../server/src/core/features/figures/rename-figure';
import { buildBrief } from '../../server/src/core/model/build-brief';
import { applyEdits } from '../support/apply-edits';

const rename = (whole: string, words: string, newText: string): FigureRename => renameFigure(buildBrief(whole), whole.indexOf(words), newText);

const renamed = (whole: string, words: string, newText: string): string => {
  const result = rename(whole, words, newText);
  return 'whyNot' in result ? result.whyNot : applyEdits(whole, result.edits);
};

const leftOut = (whole: string, words: string, newText: string): readonly string[] => {
  const result = rename(whole, words, newText);
  return 'whyNot' in result ? [result.whyNot] : result.leftOut.map(({ message }) => message);
};

describe('a figure with formatting inside', () => {
  const grant = (written: string, notes = ''): string => `## Costs\n\nThe island ferry grant came to ${written} in all.\n${notes}`;

  it.each([
    ['**£20** million', '**£26** million'],
    ['**£20**m', '**£26**m'],
    ['£**20** million', '£**26** million'],
    ['[£20](budget.md "t") million', '[£26](budget.md "t") million'],
    ['£20 <!-- c --> million', '£26 <!-- c --> million'],
    ['£20\nmillion', '£26\nmillion'],
    ['£20&nbsp;million', '£26&nbsp;million'],
  ])('%j becomes %j', (before, after) => {
    const whole = grant(before);
    expect(renamed(whole, '20', '£26 million')).toBe(grant(after));
    expect(renamed(whole, '20', '26')).toBe(grant(after));
  });

  it('keeps the note mark inside it', () => {
    const notes = '\n[^1]: Ferry Office, 2025.\n';
    expect(renamed(grant('£20[^1] million', notes), '20[', '£26 million')).toBe(grant('£26[^1] million', notes));
  });

  it('keeps the mark of the quotation between two lines', () => {
    const quoted = (number: string): string => `## Costs\n\n> The island ferry grant came to £${number}\n> million in all.\n`;
    expect(renamed(quoted('20'), '20\n', '26')).toBe(quoted('26'));
  });

  it('is refused where its digits cannot be told from others', () => {
    expect(renamed(grant('**£20** million'), '20', '£950,000')).toContain('**£0.95** million');
    expect(renamed(grant('[£20](budget-20.md) million'), '20', '26')).toContain('there is formatting, a note or a link inside it');
  });

  it('offers its words without their marks', () => {
    const whole = grant('**£20** million');
    expect(findFigureToRename(buildBrief(whole), whole.indexOf('20'))?.name).toBe('£20 million');
  });
});

describe('a figure in a quotation', () => {
  const whole = `## Summary

In 2024, 2,412,000 island passengers used the ferries.

## Passengers

The minister said: "In 2024, 2,412,000 island passengers used the ferries."

> In 2024, 2,412,000 island passengers used the ferries.
>
> — Minister for Islands, 3 May 2025

In 2024, 2.41 million island passengers used the ferries.
`;

  it('stays, and that is said', () => {
    expect(renamed(whole, '2,412,000', '2,655,000')).toBe(whole.replace('2,412,000', '2,655,000').replace('2.41 million', '2.66 million'));
    expect(leftOut(whole, '2,412,000', '2,655,000')).toEqual(Array.from({ length: 2 }, () => '2,412,000 in “Passengers” stays as it is: it stands in a quotation'));
  });

  it('is renamed where it is meant itself', () => {
    const result = renamed(whole, '2,412,000 island passengers used the ferries."', '2,655,000');
    expect(result).toContain('said: "In 2024, 2,655,000 island');
    expect(result).toContain('> In 2024, 2,412,000 island');
  });
});

describe('another quantity with the same digits', () => {
  it('stays, and that is said', () => {
    const whole = '## Spending\n\nThe fund spent $3,254,100 on roads.\n\n## Income\n\nThe fund received $3,254,100 from donors.\n';
    expect(renamed(whole, '3,254,100', '$3,400,000')).toBe(whole.replace('3,254,100', '3,400,000'));
    expect(leftOut(whole, '3,254,100', '$3,400,000')).toEqual(['$3,254,100 in “Income” stays as it is: its words do not show that it is the same figure']);
  });

  it('is no matter where words show that it is one', () => {
    const whole = '## Summary\n\nThe levy raised $3,254,100 for harbour repairs in 2024.\n\n## Income\n\nIn 2024, the levy raised $3,254,100 for harbour repairs.\n';
    expect(renamed(whole, '3,254,100', '$3,400,000')).toBe(whole.replaceAll('3,254,100', '3,400,000'));
  });
});

describe('a rounded figure', () => {
  const people = (...mentions: readonly string[]): string => mentions.map((mention, i) => `## Part ${String.fromCharCode(65 + i)}\n\nIn 2024, ${mention} people lived without piped water.\n`).join('\n');

  it.each([
    [['198,412', 'about 200,000'], '203,517', ['203,517', 'about 200,000']],
    [['198,412', 'about 200,000'], '297,300', ['297,300', 'about 300,000']],
    [['198,412', 'about 200,000'], '263,517', ['263,517', 'about 260,000']],
    [['198,412', 'nearly 200,000'], '298,412', ['298,412', 'nearly 300,000']],
    [['200,000', 'about 200,000'], '260,000', ['260,000', 'about 260,000']],
  ])('%j becomes %s', (before, typed, after) => {
    expect(renamed(people(...before), before[0] ?? '', typed)).toBe(people(...after));
  });

  it('is not one with another rounding', () => {
    const share = (a: string): string => `In 2024, ${a} of island homes had no piped water.\n`;
    const whole = `## A\n\n${share('About 40%')}\n## B\n\n${share('Some 38%')}\n## C\n\n${share('Nearly 42%')}`;
    const brief = buildBrief(whole);
    const figure = findFigureAt(brief, whole.indexOf('40%'));
    expect(figure && mentionsOf(brief, figure).map(({ quantity }) => quantity.text)).toHaveLength(1);
  });

  it('is refused where it is too large to be counted', () => {
    expect(renamed(people('198,412'), '198,412', '99,999,999 trillion')).toContain('too large');
  });
});
