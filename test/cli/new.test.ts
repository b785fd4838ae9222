import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseReport, runCli, withFolder } from '../support/run-cli';

describe('new', () => {
  it('prints a brief of a profile, with the date of today', async () => {
    const { status, out } = await runCli(['new', 'issue-brief', '--today', '2026-03-01', '--title', 'Who pays: "all" of us?']);
    expect(status).toBe(0);
    expect(out.split('\n').slice(0, 8)).toEqual(['---', 'title: "Who pays: \\"all\\" of us?"', 'author: "[Insert name and institution]"', 'date: 2026-03-01', 'brieflint:', '  profile: issue-brief', '  status: draft', '---']);
    expect(out.match(/^## .*$/gm)).toEqual(['## Summary', '## Problem', '## Evidence', '## Recommendations', '## References']);
  });

  it('writes a file whose blanks the check then finds, and never over one that is there', async () => {
    await withFolder({}, async (cwd) => {
      const args = ['new', 'exam-brief', 'water.md', '--today', '2026-03-01'];
      const first = await runCli(args, { cwd });
      expect(first).toMatchObject({ status: 0, out: '' });
      const written = readFileSync(join(cwd, 'water.md'), 'utf8');
      expect(written).toBe((await runCli(['new', 'exam-brief', '--today', '2026-03-01'])).out);
      const report = parseReport((await runCli(['check', '--format', 'json', '--fail-on', 'never', 'water.md'], { cwd })).out);
      expect(report.files[0]?.findings.filter(({ rule, severity }) => severity === 'warning' && rule !== 'placeholder-left-in')).toEqual([]);
      const second = await runCli(['new', 'ria', 'water.md'], { cwd });
      expect(second.status).toBe(2);
      expect(second.log).toContain('water.md is already there');
      expect(readFileSync(join(cwd, 'water.md'), 'utf8')).toBe(written);
    });
  });

  it.each([
    ['isue-brief', 'the nearest is "issue-brief"'],
    ['memo', 'known are issue-brief'],
    ['news', 'there is no template for "news"'],
  ])('does not know a template %s', async (profile, words) => {
    const { status, out, log } = await runCli(['new', profile]);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(log).toContain(words);
    expect(log).not.toContain('internal error');
  });

  it('says why it cannot write', async () => {
    await withFolder({}, async (cwd) => {
      const { status, log } = await runCli(['new', 'ria', 'nowhere/water.md'], { cwd });
      expect(status).toBe(2);
      expect(log).toContain('nowhere/water.md cannot be written');
    });
  });
});
