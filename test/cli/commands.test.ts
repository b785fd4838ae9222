import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, withFolder } from '../support/run-cli';

describe('explain and rules', () => {
  it('explain a rule', async () => {
    const { status, out } = await runCli(['explain', 'empty-section']);
    expect(status).toBe(0);
    for (const heading of ['# empty-section', '## Why it matters', '## How to mend it', '## How to silence it']) expect(out).toContain(heading);
  });

  it('list all rules, also for programs', async () => {
    const [text, json] = await Promise.all([runCli(['rules']), runCli(['rules', '--format', 'json'])]);
    const { rules } = JSON.parse(json.out) as { readonly rules: readonly { readonly name: string }[] };
    expect(rules.length).toBeGreaterThan(20);
    for (const { name } of rules) expect(text.out).toContain(`  ${name} `);
  });
});

describe('init', () => {
  it('writes a settings file that changes nothing yet, and never writes over one', async () => {
    await withFolder({ 'a.md': 'The levy is old.\n' }, async (cwd) => {
      const first = await runCli(['init'], { cwd });
      expect(first.status).toBe(0);
      const written = readFileSync(join(cwd, '.brieflint.yml'), 'utf8');
      expect(written.split('\n').every((line) => line === '' || line.startsWith('#'))).toBe(true);
      expect((await runCli(['init'], { cwd })).status).toBe(2);
      expect(readFileSync(join(cwd, '.brieflint.yml'), 'utf8')).toBe(written);
    });
  });

  it('offers settings that hold when their comment marks are taken away', async () => {
    await withFolder({ 'a.md': 'The levy is old.\n' }, async (cwd) => {
      await runCli(['init'], { cwd });
      const written = readFileSync(join(cwd, '.brieflint.yml'), 'utf8');
      const settings = written.replace(/^# (?=(?: *- | +unsourced|[a-z]+:(?: |$)))/gm, '');
      await withFolder({ '.brieflint.yml': settings, 'a.md': 'The levy is old.\n' }, async (folder) => {
        const { out } = await runCli(['check', '--format', 'json', '.'], { cwd: folder });
        expect(settings).toMatch(/^profile: issue-brief$/m);
        expect(out).not.toContain('bad-setting');
      });
    });
  });
});

describe('print-config', () => {
  it('says what holds, and where it comes from', async () => {
    await withFolder({ '.brieflint.yml': 'profile: issue-brief\n', 'a.md': '---\nbrieflint:\n  status: final\n---\nText.\n' }, async (cwd) => {
      const { out } = await runCli(['print-config', 'a.md'], { cwd });
      expect(out).toMatch(/^# Settings for a\.md, from: \.brieflint\.yml, front matter of a\.md$/m);
      expect(out).toMatch(/^profile: issue-brief$/m);
      expect(out).toMatch(/^status: final$/m);
    });
  });
});

describe('the program', () => {
  it('tells its version and helps', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { readonly version: string };
    expect((await runCli(['--version'])).out).toBe(`${version}\n`);
    const help = await runCli(['check', '--help']);
    expect(help.status).toBe(0);
    expect(help.out).toContain('Examples:');
  });

  it('leaves nothing behind', async () => {
    await withFolder({ 'a.md': 'The levy is old.\n' }, async (cwd) => {
      await runCli(['check', '--fix', '.'], { cwd });
      expect(existsSync(join(cwd, '.brieflint.yml'))).toBe(false);
    });
  });
});
