import { describe, expect, it } from 'vitest';
import { findLikelyProfile, reasonsFor } from '../../server/src/core/profiles/likely-profile';
import { profiles, findProfile } from '../../server/src/core/profiles/profiles';
import type { Profile } from '../../server/src/core/profiles/profile';
import { corpusBriefs } from '../support/corpus';

const likelyOf = (headings: readonly string[], all: readonly Profile[] = profiles, own: ReadonlySet<string> = new Set()): string | null => findLikelyProfile(headings, all, own)?.profile.id ?? null;

describe('findLikelyProfile', () => {
  it.each(corpusBriefs('clean').filter(({ name }) => findProfile(name.replace(/(?:-\d+)?\.md$/, ''))?.mode === 'brief'))('tells what $name is from its headings', ({ name, text }) => {
    expect(likelyOf([...text.matchAll(/^#{2,3} (.+)$/gm)].map(([, heading = '']) => heading))).toBe(name.replace(/(?:-\d+)?\.md$/, ''));
  });

  it('says which sections speak for it', () => {
    const likely = findLikelyProfile(['Executive summary', 'The problem', 'What the evidence says', 'Policy recommendations', 'Sources'], profiles);
    expect(likely && reasonsFor(likely)).toBe('summary, problem, evidence, recommendations, references');
    expect(reasonsFor({ matched: ['summary', 'problem', 'objectives', 'options', 'impacts', 'next-steps'] })).toBe('summary, problem, objectives, options and 2 more');
  });

  it.each([
    { what: 'nothing', headings: [] },
    { what: 'headings of its own', headings: ['A slow start', 'Then the rains came', 'What the mayor said'] },
    { what: 'what every kind has', headings: ['Summary', 'References'] },
    { what: 'sections of several kinds', headings: ['Background', 'Options', 'Conclusion'] },
  ])('does not guess from $what', ({ headings }) => {
    expect(likelyOf(headings)).toBeNull();
  });

  it('takes no profile that forbids a section that is there', () => {
    expect(likelyOf(['Overview', 'Background', 'Evidence', 'References'])).toBe('parliamentary-note');
    expect(likelyOf(['Overview', 'Background', 'Evidence', 'Recommendations', 'References'])).not.toBe('parliamentary-note');
  });

  it('prefers the one of the house, told by its own words', () => {
    const base = findProfile('issue-brief');
    if (!base) throw new Error('no profile issue-brief');
    const house: Profile = { ...base, id: 'house', headings: { problem: ['What is at stake'] } };
    expect(likelyOf(['Summary', 'What is at stake', 'Evidence', 'Recommendations', 'References'], [house, ...profiles], new Set(['house']))).toBe('house');
    expect(likelyOf(['Summary', 'Problem', 'Evidence', 'Recommendations', 'References'], [house, ...profiles], new Set(['house']))).toBe('house');
    expect(likelyOf(['Summary', 'Problem', 'Evidence', 'Recommendations'], [house, { ...house, id: 'other' }, ...profiles], new Set(['house', 'other']))).toBeNull();
  });
});
