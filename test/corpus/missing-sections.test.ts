/** Each required section of each clean brief is taken out, and the fix of missing-required-section puts one back: between the same neighbours. */
import { expect, it } from 'vitest';
import { readDocument } from '../../server/src/check';
import { findMissingSections, insertionsOf } from '../../server/src/core/lint/missing-sections';
import { sectionsFor } from '../../server/src/core/lint/profile-sections';
import { misplacedBy } from '../../server/src/core/lint/section-orders';
import { lastIndexIn, placeAfter, startWithMarks } from '../../server/src/core/lint/section-places';
import type { Brief } from '../../server/src/core/model/brief';
import { applyEdits } from '../support/apply-edits';
import { corpusBriefs } from '../support/corpus';

interface Deletion {
  readonly what: string;
  readonly returns: boolean;
  readonly isInOrder: boolean;
}

const headingsOf = (brief: Brief): readonly string[] => brief.sections.flatMap(({ heading }) => (heading === null ? [] : [heading.text]));

const read = (text: string) => readDocument({ text, layers: [] });

const deletions = corpusBriefs('clean').flatMap(({ name, text }): readonly Deletion[] => {
  const { brief, profile } = read(text);
  if (profile === null) return [];
  return profile.required.flatMap((keys): readonly Deletion[] => {
    const [section, ...others] = new Set(keys.flatMap((key) => sectionsFor(brief, key)));
    if (section === undefined || others.length > 0 || keys.includes('references')) return [];
    const held = lastIndexIn(brief, section) - section.index + 1;
    const without = read(text.slice(0, startWithMarks(brief, section)) + text.slice(placeAfter(brief, section)).replace(/^\s*\n/, '')).brief;
    const missing = findMissingSections(without, profile);
    if (missing.length !== 1) return [];
    const fixed = read(applyEdits(without.text, insertionsOf(without, profile, missing))).brief;
    const now = headingsOf(fixed);
    const [before, rest] = [headingsOf(brief).slice(0, section.index - 1), headingsOf(brief).slice(section.index - 1 + held)];
    const returns = before.every((heading, i) => now[i] === heading) && rest.every((heading, i) => now[now.length - rest.length + i] === heading);
    const anchor = missing[0]?.place.kind === 'end' ? 'end' : `${missing[0]?.place.kind ?? ''} ${missing[0]?.place.anchor.heading?.text ?? ''}`;
    return [{ what: `${name} ${keys.join('/')}: put ${anchor}, was after ${before.at(-1) ?? 'none'}`, returns, isInOrder: findMissingSections(fixed, profile).length === 0 && profile.order.every((rule) => misplacedBy(fixed, profile, rule).length === 0) }];
  });
});

it('a section that is missing is put where it was', () => {
  const strays = deletions.filter(({ returns }) => !returns).map(({ what }) => what);
  expect(deletions.length).toBeGreaterThan(100);
  expect(strays.length / deletions.length, strays.join('\n')).toBeLessThanOrEqual(0.05);
});

it('nothing is missing or misplaced then', () => {
  expect(deletions.filter(({ isInOrder }) => !isInOrder)).toEqual([]);
});
