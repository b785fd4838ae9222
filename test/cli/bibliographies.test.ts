import { symlink, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { runCli, withFolder } from '../support/run-cli';

const wrecks = '@report{wrecks, author = {{Harbour Agency}}, title = {Ships and wrecks}, year = {2024}}\n';
const twice = `${wrecks}@book{wrecks, author = {Roy, Paul}, title = {Other wrecks}, year = {2020}}\n`;
const brief = (key: string, bibliography = 'refs.bib'): string => `---\nbibliography: ${bibliography}\n---\n\nWrecks fell [@${key}].\n`;

interface Report {
  readonly files: readonly { readonly path: string; readonly findings: readonly { readonly rule: string; readonly message: string; readonly line: number; readonly related: readonly { readonly path: string; readonly line: number }[] }[] }[];
}

const citationRules = /^(?:citation-key-undefined|duplicate-reference|bibliography-unreadable)$/;

/** "path:line: rule: message (related path:line)" of the rules that this is about. */
const check = async (files: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<readonly string[]> =>
  withFolder(files, async (cwd) => {
    const { out } = await runCli(['check', '--format', 'json', ...args], { cwd });
    const report = JSON.parse(out) as Report;
    return report.files.flatMap(({ path, findings }) =>
      findings
        .filter(({ rule }) => citationRules.test(rule))
        .map(({ rule, message, line, related }) => `${path}:${String(line)}: ${rule}: ${message}${related.map((other) => ` (${other.path}:${String(other.line)})`).join('')}`),
    );
  });

describe('bibliographies on the command line', () => {
  it('are read beside the brief, and shown with their own entry', async () => {
    expect(await check({ 'water/a.md': brief('wreks'), 'water/refs.bib': twice }, 'water')).toEqual([
      'water/a.md:5: citation-key-undefined: No entry has the key "wreks", the nearest is "wrecks" (water/refs.bib:1)',
      'water/refs.bib:2: duplicate-reference: The key "wrecks" is taken by another entry (water/refs.bib:1)',
    ]);
  });

  it('are reported once for all briefs that name them', async () => {
    expect(await check({ 'a.md': brief('wrecks'), 'b/c.md': brief('wrecks', '../refs.bib'), 'refs.bib': twice }, '.')).toEqual([
      'refs.bib:2: duplicate-reference: The key "wrecks" is taken by another entry (refs.bib:1)',
    ]);
  });

  it('are named by the settings, from their folder', async () => {
    const files = { '.brieflint.yml': 'bibliography: lib/refs.bib\n', 'lib/refs.bib': wrecks, 'water/a.md': 'Wrecks fell [@wrecks; @gone2020].\n' };
    expect(await check(files, 'water/a.md')).toEqual(['water/a.md:1: citation-key-undefined: No entry has the key "gone2020"']);
    expect(await check(files, '--no-config', 'water/a.md')).toEqual([]);
  });

  it('are missed where they are named', async () => {
    expect(await check({ 'a.md': brief('wrecks') }, 'a.md')).toEqual(['a.md:2: bibliography-unreadable: The bibliography "refs.bib" is not there or cannot be read']);
  });

  it('are shown in the report for people', async () => {
    await withFolder({ 'water/a.md': brief('wreks'), 'water/refs.bib': twice }, async (cwd) => {
      const { out } = await runCli(['check', 'water'], { cwd });
      expect(out).toContain('see water/refs.bib:1:9');
      expect(out).toContain('The key "wrecks" is taken by another entry');
    });
  });

  it('are looked up for standard input by its name', async () => {
    await withFolder({ 'refs.bib': wrecks }, async (cwd) => {
      const { out } = await runCli(['check', '--stdin', '--stdin-filename', 'new.md', '--format', 'json'], { cwd, stdin: brief('gone2020') });
      expect(out).toContain('No entry has the key \\"gone2020\\"');
    });
  });

  it('may lie folders up inside the folder where the command is given, or beside the settings file, and not further out', async () => {
    const deep = { 'refs.bib': wrecks, 'north/water/a.md': brief('wreks', '../../refs.bib') };
    const nearest = '5: citation-key-undefined: No entry has the key "wreks", the nearest is "wrecks"';
    expect(await check(deep, 'north/water/a.md')).toEqual([`north/water/a.md:${nearest} (refs.bib:1)`]);
    await withFolder({ ...deep, 'north/water/b.md': brief('wrecks', 'link.bib') }, async (folder) => {
      const inside = async (): Promise<string> => (await runCli(['check', 'a.md'], { cwd: `${folder}/north/water` })).out;
      expect(await inside()).toContain('The bibliography "../../refs.bib" lies outside the workspace, and is read only where your own settings name it');
      await writeFile(`${folder}/.brieflint.yml`, 'profile: issue-brief\n');
      expect(await inside()).toContain('No entry has the key "wreks", the nearest is "wrecks"');
      await symlink('/proc/self/environ', `${folder}/north/water/link.bib`);
      expect((await runCli(['check', 'b.md'], { cwd: `${folder}/north/water` })).out).toContain('The bibliography "link.bib" lies outside the workspace');
    });
  });
});
