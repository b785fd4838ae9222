import { describe, expect, it } from 'vitest';
import { claimLabel, countCoverage, coverageLegend } from '../../client/src/views/claim-words';

const asked = (message: string) => ({ rule: 'unsourced-statistic', message, answers: [], range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } } });

describe('the label of a claim', () => {
  it('says what is asked', () => {
    expect(claimLabel('Open', { text: 'Rents rose by 52%.', asked: asked('"52%" has no source') }, 'statistic · “52%”')).toBe('Open: Rents rose by 52%., "52%" has no source, statistic · “52%”');
  });

  it('says nothing twice', () => {
    expect(claimLabel('Open', { text: 'It rose.', asked: asked('No source') }, 'No source')).toBe('Open: It rose., No source');
    expect(claimLabel('Own work', { text: 'It rose.', asked: null }, '')).toBe('Own work: It rose.');
  });
});

describe('the legend of coverage', () => {
  it('counts one and many, and says how each mark looks', () => {
    expect(coverageLegend(countCoverage([{ kind: 'cited' }, { kind: 'nearby' }, { kind: 'wider' }]))).toEqual([
      '1 sentence cites a source (double line)',
      '2 sentences are covered by one nearby (line; dashed: further off)',
      '0 claims are open (dotted frame)',
    ]);
  });
});
