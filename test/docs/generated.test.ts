import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { profiles } from '../../server/src/core/profiles/profiles';
import { rules } from '../../server/src/core/rules/index';
import { buildGeneratedFiles, rulePagesFolder } from '../../server/src/generate/generated-files';
import { buildConfigSchema } from '../../server/src/config-schema';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const files = buildGeneratedFiles(rules, profiles, read('package.json'));

describe('generated files', () => {
  it.each([...files])('%s is fresh (else: npm run generate)', (path, text) => {
    expect(existsSync(join(root, path)), path).toBe(true);
    expect(read(path)).toBe(text);
  });

  it('are all that lies in the folder of rule pages', () => {
    expect(readdirSync(join(root, rulePagesFolder)).filter((name) => !files.has(`${rulePagesFolder}/${name}`))).toEqual([]);
  });
});

describe('the schema of the settings file', () => {
  // What editors show beside a value.
  const validate = new Ajv({ allowUnionTypes: true, keywords: ['enumDescriptions'] }).compile(buildConfigSchema(rules));

  it.each([
    {},
    { profile: 'ria', status: 'draft', own: 'Institute', exclude: ['old/**'], currency: 'PKR' },
    { aliases: [['A', 'B']], sources: { smith2020: 'smith.pdf' }, bibliography: 'a.bib' },
    { profile: 'house-brief', profiles: 'profiles.yml' },
    { profiles: { 'house-brief': { extends: 'issue-brief', required: { add: ['disclosure', 'implications or options'] }, order: [{ first: 'summary' }, ['problem', 'theory-of-change']], words: '700 to 1500', sections: { 'theory-of-change': ['Theory of change'], annex: { groups: ['structure'] }, faq: null } } } },
    { aliases: { A: ['B', 'C'] }, rules: { 'bad-setting': 'off', 'unused-suppression': { severity: { comment: 'hint' } } } },
  ])('takes %j', (value) => {
    expect(validate(value)).toBe(true);
  });

  it.each([{ profil: 'ria' }, { profile: ['ria'] }, { profiles: { a: { require: ['summary'] } } }, { profiles: { a: { groups: ['claim'] } } }, { rules: { 'bad-settings': 'off' } }, { rules: { 'bad-setting': 'warn' } }, { own: 3 }])('does not take %j', (value) => {
    expect(validate(value)).toBe(false);
  });
});
