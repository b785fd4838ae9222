import { describe, expect, it } from 'vitest';
import { defaultLintSettings, type LintSettings } from '../../server/src/core/lint/lint-settings';
import { defineRule, type Rule, type RuleGroup } from '../../server/src/core/lint/rule';
import { lint } from '../../server/src/core/lint/runner';
import { buildBrief } from '../../server/src/core/model/build-brief';
import type { Profile } from '../../server/src/core/profiles/profile';
import { findProfile } from '../../server/src/core/profiles/profiles';

/** Reports every "mark". */
const ruleOf = (group: RuleGroup, needsProfile = false): Rule =>
  defineRule({
    meta: { name: `${group}-mark`, group, title: group, levels: { text: 'warning' }, fix: 'none', needsProfile, options: {}, docs: { what: '', why: '', how: '', limits: [], authority: null, flagged: [], clean: [] } },
    *check({ brief }) {
      for (const { index } of brief.text.matchAll(/mark/g)) yield { span: { start: index, end: index + 4 }, level: 'text', message: brief.text.slice(index, index + 7) };
    },
  });

const text = 'mark 0 before all.\n\n## Summary\n\nmark 1 here.\n\n## Annex A\n\nmark 2 here.\n\n### Tables of rainfall\n\nmark 3 below.\n\n### Conclusion\n\nmark 4 below.\n\n## Conclusion and references\n\nmark 5 here.\n';

const issueBrief = findProfile('issue-brief');

const shown = (rule: Rule, parts: Partial<Profile>, settings: Partial<LintSettings> = {}): readonly string[] => {
  if (!issueBrief) throw new Error('no profile issue-brief');
  const { findings } = lint([rule], { brief: buildBrief(text), profile: { ...issueBrief, ...parts }, settings: { ...defaultLintSettings, ...settings }, today: null });
  return findings.map(({ message }) => message.replace(/^mark /, ''));
};

describe('rule groups by section', () => {
  it('leave findings of other groups out there and below', () => {
    expect(shown(ruleOf('claims'), { sectionGroups: { annex: ['tables'] } })).toEqual(['0 ', '1 ', '5 ']);
    expect(shown(ruleOf('tables'), { sectionGroups: { annex: ['tables'] } })).toHaveLength(6);
  });

  it('are those of the innermost section that the profile speaks of', () => {
    expect(shown(ruleOf('claims'), { sectionGroups: { annex: ['tables'], conclusion: ['claims'] } })).toEqual(['0 ', '1 ', '4 ', '5 ']);
  });

  it('add up where a heading names several sections', () => {
    expect(shown(ruleOf('claims'), { sectionGroups: { conclusion: ['tables'], references: ['claims'] } })).toEqual(['0 ', '1 ', '2 ', '3 ', '5 ']);
  });

  it('stand in place of those of the profile', () => {
    expect(shown(ruleOf('claims'), { groups: ['tables'], sectionGroups: { summary: ['claims'] } })).toEqual(['1 ']);
    expect(shown(ruleOf('claims'), { groups: ['tables'], sectionGroups: { summary: ['style'] } })).toEqual([]);
  });

  it('have no say in what is asked of the whole brief, in the setup, and in a rule that the user asks for', () => {
    expect(shown(ruleOf('structure', true), { sectionGroups: { annex: ['tables'] } })).toHaveLength(6);
    expect(shown(ruleOf('structure', true), { groups: ['claims'], sectionGroups: { annex: ['structure'] } })).toEqual([]);
    expect(shown(ruleOf('setup'), { sectionGroups: { annex: ['tables'] } })).toHaveLength(6);
    expect(shown(ruleOf('claims'), { sectionGroups: { annex: [] } }, { rules: { 'claims-mark': { severity: 'error', levels: {}, options: {} } } })).toHaveLength(6);
  });
});
