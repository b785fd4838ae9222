import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../server/src/check';
import { defaultLintSettings, type LintSettings } from '../../server/src/core/lint/lint-settings';
import { defineRule, type Rule, type RuleContext, type RuleFinding, type RuleGroup } from '../../server/src/core/lint/rule';
import { lint } from '../../server/src/core/lint/runner';
import type { Severity } from '../../server/src/core/lint/severity';
import { buildBrief } from '../../server/src/core/model/build-brief';
import type { Profile } from '../../server/src/core/profiles/profile';
import { findProfile } from '../../server/src/core/profiles/profiles';
import { parseConfig } from '../../server/src/config-file';
import { toLayer } from '../../server/src/settings';

interface RuleParts {
  readonly group?: RuleGroup;
  readonly levels?: Readonly<Record<string, Severity | 'off'>>;
  readonly needsProfile?: boolean;
  readonly check?: (context: RuleContext) => Iterable<RuleFinding>;
}

const at = (start: number, end: number, message = 'm', level = 'text'): RuleFinding => ({ span: { start, end }, level, message });

const rule = (name: string, { group = 'claims', levels = { text: 'information' }, needsProfile = false, check = () => [at(0, 1)] }: RuleParts = {}): Rule =>
  defineRule({
    meta: {
      name,
      group,
      title: name,
      levels,
      fix: 'none',
      needsProfile,
      options: { limit: { type: 'number', default: 3, description: 'Limit.' } },
      docs: { what: '', why: '', how: '', limits: [], authority: null, flagged: [], clean: [] },
    },
    check,
  });

const text = 'Wells ran dry.\n';

const run = (rules: readonly Rule[], settings: Partial<LintSettings> = {}, profile: Profile | null = null) => {
  const logged: string[] = [];
  const { findings, unchecked } = lint(rules, {
    brief: buildBrief(text),
    profile,
    settings: { ...defaultLintSettings, ...settings },
    today: null,
    log: (message) => logged.push(message),
  });
  return { shown: findings.map((finding) => `${finding.rule} ${finding.severity}: ${finding.message}`), reasons: unchecked.map(({ reason }) => reason), logged };
};

const profileWith = (severities: Profile['severities'], groups: Profile['groups'] = null): Profile => {
  const base = findProfile('issue-brief');
  if (!base) throw new Error('no profile issue-brief');
  return { ...base, severities, groups };
};

describe('lint', () => {
  it('sorts by start, end, rule and message', () => {
    const first = rule('b', { check: () => [at(3, 4), at(0, 2, 'z'), at(0, 2, 'a'), at(0, 1)] });
    expect(run([first, rule('a', { check: () => [at(0, 2)] })]).shown).toEqual(
      ['b information: m', 'a information: m', 'b information: a', 'b information: z', 'b information: m'],
    );
  });

  it('drops equal findings of one rule, and keeps those of another', () => {
    expect(run([rule('a', { check: () => [at(0, 1), at(0, 1)] }), rule('b')]).shown).toEqual(['a information: m', 'b information: m']);
  });

  it('survives a rule that throws half-way, and says so once', () => {
    const broken = rule('a', {
      *check() {
        yield at(0, 1);
        throw new Error('out of ink');
      },
    });
    expect(run([broken, rule('b')])).toEqual({ shown: ['b information: m'], reasons: ['rule a failed'], logged: ['rule a failed: out of ink'] });
  });

  it('takes an unknown level for a fault of the rule', () => {
    expect(run([rule('a', { check: () => [at(0, 1, 'm', 'txt')] })]).logged).toEqual(['rule a failed: unknown level "txt"']);
  });

  it('says "no profile" once where section rules cannot run', () => {
    const rules = [rule('a', { needsProfile: true }), rule('b', { needsProfile: true })];
    expect(run(rules)).toEqual({ shown: [], reasons: ['no profile'], logged: [] });
    expect(run(rules, {}, profileWith({})).shown).toHaveLength(2);
  });

  it('does not say it where the section rules are off', () => {
    expect(run([rule('a', { needsProfile: true, levels: { text: 'off' } })]).reasons).toEqual([]);
  });

  it('runs only the groups of the profile, and always setup', () => {
    const rules = [rule('a', { group: 'claims' }), rule('b', { group: 'style' }), rule('c', { group: 'setup' })];
    expect(run(rules, {}, profileWith({}, ['claims'])).shown).toEqual(['a information: m', 'c information: m']);
  });

  it('runs a rule of another group that the user asks for', () => {
    const rules = [rule('a'), rule('b', { group: 'style' }), rule('c', { group: 'style' })];
    const asked = { severity: 'warning', levels: {}, options: {} } as const;
    const tuned = { severity: null, levels: {}, options: { limit: 7 } };
    expect(run(rules, { rules: { b: asked, c: tuned } }, profileWith({}, ['claims'])).shown).toEqual(['a information: m', 'b warning: m']);
    expect(run(rules, { rules: { b: { ...asked, severity: 'off' } } }, profileWith({}, ['claims'])).shown).toEqual(['a information: m']);
    expect(run(rules, { rules: { b: { severity: null, levels: { text: 'hint' }, options: {} } } }, profileWith({}, ['claims'])).shown).toEqual(['a information: m', 'b hint: m']);
  });

  it('hands options on, with defaults', () => {
    const echo = rule('a', { check: ({ options }) => [at(0, 1, String(options['limit']))] });
    expect(run([echo]).shown).toEqual(['a information: 3']);
    expect(run([echo], { rules: { a: { severity: null, levels: {}, options: { limit: 7 } } } }).shown).toEqual(['a information: 7']);
  });
});

describe('severity', () => {
  const two = rule('a', { levels: { one: 'information', two: 'off' }, check: () => [at(0, 1, '1', 'one'), at(0, 1, '2', 'two')] });

  it('is the default of the level', () => {
    expect(run([two]).shown).toEqual(['a information: 1']);
  });

  it('is the profile’s before the default', () => {
    expect(run([two], {}, profileWith({ a: 'error' })).shown).toEqual(['a error: 1', 'a error: 2']);
    expect(run([two], {}, profileWith({ a: 'off' })).shown).toEqual([]);
  });

  it('is raised by the strict preset, except in style and setup, and never from a profile’s off', () => {
    expect(run([two], { preset: 'strict' }).shown).toEqual(['a warning: 1', 'a hint: 2']);
    expect(run([two], { preset: 'strict' }, profileWith({ a: 'off' })).shown).toEqual([]);
    expect(run([rule('b', { group: 'style' })], { preset: 'strict' }).shown).toEqual(['b information: m']);
  });

  it('is gentler for drafts, except where a link or a sum is broken', () => {
    const error = { levels: { text: 'error' } } as const;
    const rules = [rule('a', { ...error, group: 'structure' }), rule('b', { ...error, group: 'citations' })];
    expect(run(rules, { status: 'draft' }).shown).toEqual(['a warning: m', 'b error: m']);
    expect(run([rule('placeholder-left-in')], { status: 'final' }).shown).toEqual(['placeholder-left-in error: m']);
  });

  it('is what the user says, last of all', () => {
    const rules = { a: { severity: 'hint', levels: { two: 'error' }, options: {} } } as const;
    expect(run([two], { rules, preset: 'strict', status: 'draft' }, profileWith({ a: 'off' })).shown).toEqual(['a hint: 1', 'a error: 2']);
    expect(run([two], { rules: { a: { severity: 'off', levels: {}, options: {} } }, preset: 'strict' }).shown).toEqual([]);
  });
});

describe('checkDocument', () => {
  it('counts after a byte-order mark', () => {
    const { brief, findings } = checkDocument({ text: '\uFEFF---\ntitle: T\nauthor: A\ndate: 2026-01-01\nbrieflint:\n  status: done\n---\nDry.\n', layers: [], today: null });
    expect(brief.text.startsWith('---')).toBe(true);
    expect(findings.map(({ rule: name, span }) => [name, brief.text.slice(span.start, span.end)])).toEqual([['bad-setting', 'status: done']]);
  });

  it('reads settings of all places', () => {
    const layers = [parseConfig('status: draft\nprofile: ria\n').settings, toLayer('command-line', { preset: 'strict' })];
    const { settings, profile } = checkDocument({ text: '---\nbrieflint: { profile: news }\n---\n\nDry.\n', layers, today: null });
    expect(settings).toMatchObject({ status: 'draft', profile: 'news', preset: 'strict' });
    expect(profile?.id).toBe('news');
  });

  it('knows the aliases that front matter declares', () => {
    const { brief } = checkDocument({ text: '---\nbrieflint:\n  aliases: [[Well Drillers Guild, WDG]]\n---\n\nDry.\n', layers: [], today: null });
    expect(brief.aliases.classOf('WDG')).toBe(brief.aliases.classOf('Well Drillers Guild'));
  });

  it('keeps problems of the settings file apart from those of the brief', () => {
    const { findings, configProblems, layerProblems } = checkDocument({
      text: 'Dry.\n',
      layers: [parseConfig('stat: draft\nown: [\n').settings, toLayer('command-line', { profile: 'riaa' })],
      today: null,
    });
    expect(findings.filter(({ rule: name }) => name === 'bad-setting')).toEqual([]);
    // Nothing of a broken file is followed, so what it says is not judged either.
    expect(configProblems.map(({ severity, span }) => [severity, span.start])).toEqual([['warning', 19]]);
    expect(layerProblems.map(({ layer, message }) => [layer, message])).toEqual([['command-line', '"riaa" is not known, the nearest is "ria"']]);
  });
});
