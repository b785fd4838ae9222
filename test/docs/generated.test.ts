import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { profiles } from '../../server/src/core/profiles/profiles';
import { rules } from '../../server/src/core/rules/index';
import { buildGeneratedFiles, rulePagesFolder } from '../../server/src/generate/generated-files';
import { buildConfigSchema } from '../../server/src/generate/json-schema';

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
  const validate = new Ajv({ allowUnionTypes: true }).compile(buildConfigSchema(rules));

  it.each([
    {},
    { profile: 'ria', status: 'draft', own: 'Institute', exclude: ['old/**'], currency: 'PKR' },
    { aliases: [['A', 'B']], sources: { smith2020: 'smith.pdf' }, bibliography: 'a.bib' },
    { aliases: { A: ['B', 'C'] }, rules: { 'bad-setting': 'off', 'unused-suppression': { severity: { comment: 'hint' } } } },
  ])('takes %j', (value) => {
    expect(validate(value)).toBe(true);
  });

  it.each([{ profil: 'ria' }, { profile: 'rai' }, { rules: { 'bad-settings': 'off' } }, { rules: { 'bad-setting': 'warn' } }, { own: 3 }])('does not take %j', (value) => {
    expect(validate(value)).toBe(false);
  });
});
