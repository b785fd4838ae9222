import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseReport, runCli, withFolder } from '../support/run-cli';

const guide = readFileSync(join(import.meta.dirname, '../../docs/guide/house-profiles.md'), 'utf8');

const blocksOf = (language: string): readonly string[] => [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))].map(([, text = '']) => text);

const fileOf = (name: string): string => blocksOf('yaml').find((text) => text.startsWith(`# ${name}\n`)) ?? '';

const [draft = ''] = blocksOf('md');

const house = { '.brieflint.yml': fileOf('.brieflint.yml'), 'house/profiles.yml': fileOf('house/profiles.yml') };

const check = async (files: Readonly<Record<string, string>>, args: readonly string[] = ['ferry.md']) =>
  withFolder(files, async (cwd) => runCli(['check', '--format', 'json', '--today', '2026-03-02', ...args], { cwd }));

const linesOf = (out: string, text: string): readonly string[] => {
  const [file] = parseReport(out).files.filter(({ path }) => path === 'ferry.md');
  return (file?.findings ?? []).map(({ severity, rule, start, end }) => `| ${severity} | ${rule} | ${text.slice(start, end)} |`);
};

describe('the guide to house profiles', () => {
  it('says what the check of its example reports', async () => {
    const { out } = await check({ ...house, 'ferry.md': draft });
    const rows = guide.split('\n').filter((line) => /^\| (?:warning|information|hint|error) \|/.test(line));
    expect(linesOf(out, draft).filter((line) => !line.startsWith('| hint')).sort()).toEqual([...rows].sort());
  });

  it('is right that nothing is left after the mending', async () => {
    const [front = '', summary = '', change = '', stake = '', advice = '', references = ''] = draft.split(/^(?=## )/m);
    const mended = [front, summary, stake, change, advice.replace('at nine.', 'at nine by 1 September 2026.'), '## Who paid for this note\n\nFunding: the Lantern Trust paid for this note.\n\n', references].join('');
    const { out } = await check({ ...house, 'ferry.md': mended });
    expect(linesOf(out, mended).filter((line) => !line.startsWith('| hint'))).toEqual([]);
  });

  it('has a shortest example that is understood', async () => {
    const [shortest = ''] = blocksOf('yaml');
    const { status, out } = await withFolder({ '.brieflint.yml': shortest }, async (cwd) => runCli(['print-config'], { cwd }));
    expect(status).toBe(0);
    expect(parse(out)).toMatchObject({ profile: 'our-brief', profiles: { 'our-brief': { name: 'Our policy brief', words: { low: 700, high: 1500 } } } });
  });
});

describe('new', () => {
  it('begins a brief of a profile of the house, whose sections then stand as the house wants them', async () => {
    await withFolder(house, async (cwd) => {
      const { status, out } = await runCli(['new', 'forum-note', '--today', '2026-03-02'], { cwd });
      expect(status).toBe(0);
      expect(out.match(/^## .*$/gm)).toEqual(['## Summary', '## What is at stake', '## How change happens', '## Recommendations', '## Who paid for this note', '## References']);
      expect(out).toContain('## How change happens\n\n[Insert text]');
      await runCli(['new', 'forum-note', 'note.md', '--today', '2026-03-02'], { cwd });
      const report = parseReport((await runCli(['check', '--format', 'json', 'note.md'], { cwd })).out);
      expect(report.files[0]?.findings.map(({ rule }) => rule).filter((rule) => ['missing-required-section', 'section-order', 'empty-section'].includes(rule))).toEqual([]);
    });
  });
});

describe('--profile', () => {
  it('knows the profiles of the house', async () => {
    const settings = { ...house, '.brieflint.yml': 'profiles: house/profiles.yml\n' };
    const known = await check({ ...settings, 'ferry.md': draft }, ['--profile', 'ministers-note', 'ferry.md']);
    expect(linesOf(known.out, draft).join('\n')).toContain('recommendation-without-deadline');
    const unknown = await check({ ...settings, 'ferry.md': draft }, ['--profile', 'ministers-notes', 'ferry.md']);
    expect(unknown.status).toBe(2);
    expect(unknown.log).toContain('there is no profile "ministers-notes"; the nearest is "ministers-note"');
  });

  it('knows those of a folder further down that is named', async () => {
    const { status, log } = await check({ 'a/.brieflint.yml': 'profiles: { deep: { extends: news } }\n', 'a/ferry.md': draft }, ['--profile', 'deep', 'a']);
    expect({ status, log }).toMatchObject({ status: expect.any(Number) as unknown, log: '' });
  });
});

describe('files of profiles', () => {
  it('are reported beside the settings, each fault at its place', async () => {
    const { out } = await check({ '.brieflint.yml': 'profile: a\nprofiles: [a.yml, gone.yml, ../out.yml, https://example.org/p.yml]\n', 'a.yml': 'a:\n  extends: issue-brief\n  required: [summry]\n', 'ferry.md': draft });
    const { files } = parseReport(out);
    const messages = files.filter(({ path }) => path !== 'ferry.md').map(({ path, findings }) => [path, ...findings.map(({ line, column, message }) => `${String(line)}:${String(column)} ${message}`)]);
    expect(messages).toEqual([
      [
        '.brieflint.yml',
        '2:19 No profiles are read from "gone.yml": it is not there or cannot be read',
        '2:29 No profiles are read from "../out.yml": it lies outside the workspace',
        '2:41 No profiles are read from "https://example.org/p.yml": it is an address, and nothing is fetched',
      ],
      ['a.yml', '3:14 "summry" is no section; did you mean "summary"?'],
    ]);
  });

  it('that are broken cost nothing but themselves', async () => {
    const { out, log, status } = await check({ '.brieflint.yml': 'profile: b\nprofiles: [a.yml, b.yml]\n', 'a.yml': 'a: [\n', 'b.yml': 'profiles:\n  b:\n    forbidden: [references]\n', 'ferry.md': draft });
    // As with the settings file itself: a gate that nobody can read lets nothing pass.
    expect(status).toBe(2);
    expect(log).toContain('the file of profiles "a.yml" is not valid YAML and was not followed');
    expect(linesOf(out, draft)).toContain('| warning | missing-required-section | References |');
    expect(parseReport(out).files.find(({ path }) => path === 'a.yml')?.findings.map(({ message }) => message).join('\n')).toContain('Not valid YAML');
  });
});

describe('a key that is given twice', () => {
  it.each([
    ['the settings file', '.brieflint.yml', { '.brieflint.yml': 'profile: parliamentary-note\nstatus: draft\nstatus: final\n' }],
    ['the file of profiles', 'a.yml', { '.brieflint.yml': 'profile: house\nprofiles: a.yml\n', 'a.yml': 'house: { forbidden: [recommendations] }\nhouse: { forbidden: [references] }\n' }],
  ])('makes nothing of %s count', async (what, path, files) => {
    const { out, log, status } = await check({ ...files, 'ferry.md': draft.replace(/^brieflint:\n(?: .*\n)*/m, '') });
    expect(status).toBe(2);
    expect(log).toContain(`${what} "${path}" is not valid YAML and was not followed`);
    const { files: reported, summary } = parseReport(out);
    expect(reported.find((file) => file.path === path)?.findings.map(({ message }) => message)).toEqual([expect.stringContaining('Not valid YAML')]);
    expect(summary.unchecked.map(({ reason }) => reason)).toContain('no profile');
  });
});

describe('a brief without a profile', () => {
  it('is told what it looks like, in words for people only', async () => {
    const files = { 'ferry.md': draft.replace('## What is at stake', '## Problem') };
    const { out } = await withFolder(files, async (cwd) => runCli(['check', 'ferry.md'], { cwd }));
    expect(out).toContain('no profile; looks like issue-brief: it has summary, problem, recommendations, references (ferry.md)');
    expect(out).toContain('try --profile issue-brief');
    const json = parseReport((await check(files)).out);
    expect(json.summary.unchecked.map(({ reason }) => reason)).toContain('no profile');
    expect(JSON.stringify(json)).not.toContain('looks like');
  });
});
