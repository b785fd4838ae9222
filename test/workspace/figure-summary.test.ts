import { describe, expect, it } from 'vitest';
import { buildBrief } from '../../server/src/core/model/build-brief';
import { findDifferences, nameOfBrief, summarizeFigures, type OtherBrief } from '../../server/src/core/workspace/figure-summary';

const textOf = (households: string): string => `# Water in Kenya\n\nIn 2024, ${households} rural households in Kenya had piped water.\n`;
const figuresOf = (text: string): OtherBrief['figures'] => summarizeFigures(buildBrief(text));
const other = (address: string, households: string): OtherBrief => ({ address, name: address, figures: figuresOf(textOf(households)) });
const own = figuresOf(textOf('412,000'));

describe('figures of several briefs', () => {
  it('name the same brief in whatever order they come', () => {
    const briefs = [other('file:///b.md', '398,000'), other('file:///B.md', '377,000'), other('file:///a.md', '366,000')];
    for (const order of [briefs, [...briefs].reverse()]) expect(findDifferences(own, order).map(({ brief }) => brief.address)).toEqual(['file:///B.md']);
  });

  it('leave out the brief itself', () => {
    expect(findDifferences(own, [other('file:///a.md', '398,000')], 'file:///a.md')).toEqual([]);
  });

  it('are the same list for the same brief', () => {
    const brief = buildBrief(textOf('412,000'));
    expect(summarizeFigures(brief)).toBe(summarizeFigures(brief));
  });
});

describe('the name of a brief', () => {
  it.each([
    ['Rapport d’eau', 'file:///x/y.md', 'Rapport d’eau'],
    [null, 'file:///x/caf%C3%A9%20%26%20bar.md', 'café & bar.md'],
    [null, 'file:///x/50%-target.md', '50%-target.md'],
  ])('%j at %s is %s', (title, address, name) => {
    expect(nameOfBrief(title, address)).toBe(name);
  });
});
