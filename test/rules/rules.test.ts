import { describe, expect, it } from 'vitest';
import type { Example, Rule } from '../../server/src/core/lint/rule';
import { profiles } from '../../server/src/core/profiles/profiles';
import { ruleNames, rules } from '../../server/src/core/rules/index';
import { applyEdits } from '../support/apply-edits';
import { checkText, toLibraryInputs, toOthers } from '../support/spec';

const settingsOf = (example: Example): Record<string, unknown> => (example.profile === undefined ? {} : { profile: example.profile });

const findingsOf = ({ meta }: Rule, text: string, example: Example) =>
  checkText(text, { ...settingsOf(example), rules: { [meta.name]: 'warning' } }, undefined, toLibraryInputs('', new Map(Object.entries(example.sources ?? {}))), example.others && toOthers(new Map(Object.entries(example.others)))).findings.filter(({ rule }) => rule === meta.name);

describe.each(rules.map((rule) => [rule.meta.name, rule] as const))('%s', (_name, rule) => {
  const { meta } = rule;
  const { docs } = meta;

  it.each(docs.flagged.map((example, i) => [i + 1, example] as const))('flagged example %i gives one finding', (_i, example) => {
    const findings = findingsOf(rule, example.text, example);
    expect(findings.map(({ message }) => message)).toHaveLength(1);
    for (const fix of findings.flatMap(({ fixes }) => fixes ?? [])) {
      expect(findingsOf(rule, applyEdits(example.text, fix.edits), example), fix.title).toEqual([]);
    }
  });

  it.each(docs.clean.map((example, i) => [i + 1, example] as const))('clean example %i gives none', (_i, example) => {
    expect(findingsOf(rule, example.text, example)).toEqual([]);
  });

  it('is described in full', () => {
    expect(meta.name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(meta.name).not.toMatch(/^(?:no|require)-/);
    expect(meta.title).toMatch(/^[A-Z].*[^.]$/);
    expect(Object.keys(meta.levels).length).toBeGreaterThan(0);
    for (const text of [docs.what, docs.why, docs.how, ...docs.limits]) expect(text).toMatch(/^[A-Z"`'“].*[.?!:`]$/s);
    expect(docs.flagged.length).toBeGreaterThan(0);
    expect(docs.clean.length).toBeGreaterThan(0);
    for (const option of Object.values(meta.options)) expect(option.description).toMatch(/^[A-Z].*\.$/s);
    expect(Object.keys(meta.options)).not.toContain('severity');
  });

  it('speaks in one sentence without a full stop', () => {
    for (const example of docs.flagged) {
      for (const { message, fixes } of findingsOf(rule, example.text, example)) {
        for (const text of [message, ...(fixes ?? []).map(({ title }) => title)]) {
          expect(text).not.toMatch(/[^.]\.$|\n|^\s*$/);
          expect(text.length).toBeLessThan(240);
        }
      }
    }
  });
});

describe('the list', () => {
  it('is in the order of names, each once', () => {
    expect(ruleNames).toEqual([...new Set(ruleNames)].sort());
  });

  it.each(profiles.map(({ id, severities }) => [id, severities] as const))('has every rule that %s names', (_id, severities) => {
    for (const name of Object.keys(severities)) expect(ruleNames).toContain(name);
  });
});
