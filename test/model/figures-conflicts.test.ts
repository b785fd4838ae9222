import { describe, expect, it } from 'vitest';
import { buildBrief } from '../../server/src/core/model/build-brief';
import { findConflicts } from '../../server/src/core/model/figures/conflicts';
import { createFigureIndex } from '../../server/src/core/model/figures/figure-index';
import { figureFrames } from '../../server/src/core/model/figures/frame';

const conflictsOf = (text: string): readonly string[] => {
  const brief = buildBrief(text);
  return findConflicts(brief).map(({ a, b, kind }) => `${kind}: ${brief.quantities[a]?.text ?? ''} / ${brief.quantities[b]?.text ?? ''}`);
};

describe('conflicts', () => {
  it('name both places and the words that link them', () => {
    const brief = buildBrief('## Summary\n\nBus fares covered 38% of running costs in 2024.\n\n## Costs\n\nIn 2024, bus fares covered 31% of running costs.\n');
    const [conflict] = findConflicts(brief);
    expect(conflict).toMatchObject({ kind: 'value', isOtherBorneOut: false });
    expect(conflict?.evidence).toContain('fare');
    expect(findConflicts(brief)).toHaveLength(1);
  });

  it.each([
    ['value: 14.2% / 12.4%', '## A\n\nThe levy cut lead dust by 12.4%.\n\n## B\n\nLead dust: the levy cut lead dust by 12.4%.\n\n## Conclusion\n\nThe levy cut lead dust by 14.2%.'],
    ['scale: EUR 3.8 billion / EUR 3.8 million', '## Summary\n\nThe port loan costs EUR 3.8 billion.\n\n## Costs\n\nThe port loan costs EUR 3.8 million.'],
    ['currency: $2.7 billion / £2.7 billion', '## Costs\n\nRemoving the ferry charge costs £2.7 billion.\n\n## Conclusion\n\nRemoving the ferry charge costs $2.7 billion.'],
    ['unit: 5 miles / 5 km', '## Summary\n\nShort ferry trips are below 5 miles.\n\n## Method\n\nShort ferry trips are below 5 km.'],
  ])('%s', (expected, text) => {
    expect(conflictsOf(text)).toEqual([expected]);
  });

  it('are reported once for each figure', () => {
    const text = '## Summary\n\nThe levy cut lead dust by 12.4%.\n\n## A\n\nThe levy cut lead dust by 15.1%.\n\n## B\n\nIn all, the levy cut lead dust by 15.1%.';
    expect(conflictsOf(text)).toHaveLength(1);
  });

  it('are none where both values are borne out', () => {
    const text = '## Summary\n\nThe levy cut lead dust by 12.4%.\n\n## A\n\nThe levy cut lead dust by 15.1%.\n\n## B\n\nIn all, the levy cut lead dust by 15.1%.\n\n## C\n\nSo the levy cut lead dust by 12.4%.';
    expect(conflictsOf(text)).toEqual([]);
  });
});

describe('the index', () => {
  const paragraphs = (count: number): string => Array.from({ length: count }, (_, i) => `## On ${String(i)}\n\nThe levy cut lead dust in ward ${String.fromCharCode(97 + (i % 26))}${String(i)} by ${String(10 + (i % 80))}.${String(i % 10)}%.`).join('\n\n');
  const pairCount = (count: number): number => [...createFigureIndex(figureFrames(buildBrief(paragraphs(count)))).pairs()].length;

  it('looks at pairs in proportion to the figures, not to their square', () => {
    const [some, more] = [pairCount(400), pairCount(1_600)];
    expect(some).toBeLessThanOrEqual(400 * 48);
    expect(more).toBeLessThanOrEqual(1_600 * 48);
  });

  it('keeps to that with twenty thousand figures that share every word', () => {
    const [frame] = figureFrames(buildBrief('The levy cut lead dust by 12.4%.'));
    if (!frame) throw new Error('no figure');
    const frames = Array.from({ length: 20_000 }, (_, index) => ({ ...frame, index, near: new Set([...frame.near, `ward ${String(index % 400)}`]) }));
    expect([...createFigureIndex(frames).pairs()].length).toBeLessThanOrEqual(20_000 * 48);
  });
});
