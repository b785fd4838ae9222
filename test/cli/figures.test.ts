import { describe, expect, it } from 'vitest';
import { runCli, withFolder } from '../support/run-cli';

const before = `## Summary

Some 2.4 million passengers used the island ferries in 2024.

## Passengers

The island ferries carried 2,412,000 passengers in 2024.
`;
const after = before.replace('2,412,000', '2,655,000');

describe('diff', () => {
  it('lists what changed and what was left behind, and says so in its status', async () => {
    await withFolder({ 'old.md': before, 'new.md': after }, async (cwd) => {
      const { status, out, log } = await runCli(['diff', 'old.md', 'new.md'], { cwd });
      expect([status, log]).toEqual([1, '']);
      expect(out).toMatch(/7:28 {2}2,412,000 → 2,655,000 {2}.*in Passengers\n {6}old value still here {2}3:6 {2}2\.4 million {2}in Summary\n\n1 figure changed, an old value is left in 1 place\.\n$/);
    });
  });

  it('prints JSON for scripts', async () => {
    await withFolder({ 'old.md': before, 'new.md': after }, async (cwd) => {
      const { status, out } = await runCli(['diff', '--format', 'json', 'old.md', 'new.md'], { cwd });
      expect(status).toBe(1);
      expect(JSON.parse(out)).toMatchObject({
        version: 1,
        changes: [{ before: { path: 'old.md', line: 7, column: 28, written: '2,412,000' }, after: { path: 'new.md', written: '2,655,000', section: 'Passengers' }, leftBehind: [{ path: 'new.md', line: 3, column: 6, written: '2.4 million' }] }],
      });
    });
  });

  it('is content where nothing is left behind', async () => {
    await withFolder({ 'old.md': before, 'new.md': after.replace('2.4 million', '2.7 million') }, async (cwd) => {
      expect(await runCli(['diff', 'old.md', 'old.md'], { cwd })).toEqual({ status: 0, out: 'No figure changed.\n', log: '' });
      expect(await runCli(['diff', 'old.md', 'new.md'], { cwd })).toMatchObject({ status: 0, out: expect.stringContaining('2 figures changed, no old value is left.') as unknown });
    });
  });

  it('says which file is not there', async () => {
    await withFolder({ 'old.md': before }, async (cwd) => {
      expect(await runCli(['diff', 'old.md', 'new.md'], { cwd })).toEqual({ status: 2, out: '', log: 'brieflint: there is no file "new.md"\n' });
    });
  });
});

interface Report {
  readonly files: readonly { readonly path: string; readonly findings: readonly { readonly rule: string; readonly message: string; readonly related: readonly { readonly path: string; readonly line: number; readonly column: number }[] }[] }[];
}

describe('check of several briefs', () => {
  const files = {
    'water.md': '# Water in Kenya\n\nIn 2024, 412,000 rural households in Kenya had piped water.\n',
    'schools.md': '---\ntitle: Schools in Kenya\n---\n\nIn 2024, 398,000 rural households in Kenya had piped water.\n',
  };
  const differences = async (paths: readonly string[]): Promise<readonly unknown[]> =>
    withFolder(files, async (cwd) => {
      const { out } = await runCli(['check', '--format', 'json', '--fail-on', 'never', ...paths], { cwd });
      const report = JSON.parse(out) as Report; // The contract of the command.
      return report.files.flatMap(({ path, findings }) => findings.filter(({ rule }) => rule === 'figure-differs-across-briefs').map(({ message, related }) => [path, message, ...related.map((place) => `${place.path}:${String(place.line)}:${String(place.column)}`)]));
    });

  it('takes them for one workspace', async () => {
    expect(await differences(['.'])).toEqual([
      ['schools.md', '398,000 here, 412,000 in "Water in Kenya"', 'water.md:3:10'],
      ['water.md', '412,000 here, 398,000 in "Schools in Kenya"', 'schools.md:5:10'],
    ]);
  });

  it('knows of no other brief than those', async () => {
    expect(await differences(['water.md'])).toEqual([]);
  });
});
