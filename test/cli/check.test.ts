import { symlinkSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseReport, runCli, withFolder, type CliOptions, type CliResult, type JsonReport } from '../support/run-cli';

const flawed = '## Costs\n\nThe levy brings in XX% of the budget.\n';
const clean = '## Costs\n\nThe levy is old.\n';

const checkJson = async (args: readonly string[], options: CliOptions): Promise<JsonReport & Pick<CliResult, 'status'>> => {
  const { status, out } = await runCli(['check', '--format', 'json', ...args], options);
  return { status, ...parseReport(out) };
};

describe('the JSON report', () => {
  it('has the fields and the order that other programs read', async () => {
    await withFolder({ 'briefs/a.md': flawed }, async (cwd) => {
      const { status, out } = await runCli(['check', '--format', 'json', 'briefs'], { cwd });
      const report = JSON.parse(out) as unknown;
      expect(status).toBe(1);
      expect(report).toMatchObject({
        version: 1,
        files: [
          {
            path: 'briefs/a.md',
            findings: expect.arrayContaining([
              {
                rule: 'placeholder-left-in',
                level: 'placeholder',
                group: 'structure',
                severity: 'warning',
                message: '"XX%" is a placeholder',
                start: 29,
                end: 32,
                line: 3,
                column: 20,
                endLine: 3,
                endColumn: 23,
                related: [],
                fixes: [],
              },
            ]) as unknown,
          },
        ],
        summary: { files: 1, error: 0 },
      });
    });
  });

  it('counts in UTF-16 units after a byte-order mark, with line ends as they are', async () => {
    await withFolder({ 'a.md': `\ufeff${flawed.replace('## ', '## 😀').replace(/\n/g, '\r\n')}` }, async (cwd) => {
      const { files } = await checkJson(['a.md'], { cwd });
      const finding = files[0]?.findings.find(({ rule }) => rule === 'placeholder-left-in');
      expect(finding).toMatchObject({ start: 33, end: 36, line: 3, column: 20 });
    });
  });

  it('is the same on every run, whatever the order of the arguments', async () => {
    await withFolder({ 'b.md': flawed, 'a.md': flawed, 'c/d.md': flawed }, async (cwd) => {
      const args = ['check', '--format', 'json', '--today', '2026-06-15'];
      const first = await runCli([...args, 'a.md', 'b.md', 'c'], { cwd });
      const second = await runCli([...args, 'c', 'b.md', 'a.md', './a.md'], { cwd });
      expect(second.out).toBe(first.out);
    });
  });

  it('gives a settings file with faults an entry of its own', async () => {
    await withFolder({ '.brieflint.yml': '# ours\nprofil: news\n', 'a.md': clean }, async (cwd) => {
      const { files } = await checkJson(['.'], { cwd });
      expect(files.map(({ path }) => path)).toEqual(['.brieflint.yml', 'a.md']);
      expect(files[0]?.findings).toMatchObject([{ rule: 'bad-setting', line: 2, column: 1, endColumn: 7 }]);
    });
  });
});

describe('the exit status', () => {
  const statusOf = async (text: string, ...args: readonly string[]): Promise<number | null> => withFolder({ 'a.md': text }, async (cwd) => (await runCli(['check', 'a.md', ...args], { cwd })).status);

  it('is 0 below --fail-on and 1 from there', async () => {
    expect(await statusOf(clean)).toBe(0);
    expect(await statusOf(flawed)).toBe(1);
    expect(await statusOf(flawed, '--fail-on', 'error')).toBe(0);
    expect(await statusOf(flawed, '--fail-on', 'never')).toBe(0);
    expect(await statusOf(clean, '--fail-on', 'information')).toBe(1);
  });

  it('does not depend on what --min shows', async () => {
    expect(await statusOf(flawed, '--min', 'error')).toBe(1);
  });

  it('lets some warnings pass with --max-warnings', async () => {
    expect(await statusOf(flawed, '--max-warnings', '1')).toBe(0);
    expect(await statusOf(flawed, '--max-warnings', '0')).toBe(1);
  });

  it.each([
    [['check', 'nowhere.md'], /there is no file or folder "nowhere\.md"/],
    [['check', 'b.md'], /the nearest is "a\.md"/],
    [['check', '--profile', 'exam-breif'], /the nearest is "exam-brief"/],
    [['check', '--config', 'nowhere.yml'], /settings file "nowhere\.yml" cannot be read/],
    [['check', '--format', 'xml'], /Allowed choices are text, json/],
    [['check', '--today', '2026-02-30'], /written like 2026-06-30/],
    [['check', '--max-warnings', 'few'], /whole number/],
    [['check', '--fromat', 'json'], /Did you mean --format/],
    [['check', '--stdin', 'a.md'], /leave out the paths/],
    [['chekc'], /Did you mean check/],
    [['explain', 'empty-sections'], /the nearest is "empty-section"/],
    [[], /Usage: brieflint/],
  ])('is 2 for %j', async (args, words) => {
    await withFolder({ 'a.md': clean }, async (cwd) => {
      const { status, out, log } = await runCli(args, { cwd });
      expect(status).toBe(2);
      expect(log).toMatch(words);
      expect(out).toBe('');
    });
  });
});

describe('which files are checked', () => {
  const pathsOf = async (files: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<readonly string[]> =>
    withFolder(files, async (cwd) => (await checkJson(args, { cwd })).files.map(({ path }) => path));

  it('in a folder: the briefs, sorted, without what nobody means', async () => {
    const files = {
      'b.md': clean,
      'a.markdown': clean,
      'deep/c.qmd': clean,
      'deep/d.Rmd': clean,
      'e.txt': clean,
      'sources/report.md': clean,
      'node_modules/x/readme.md': clean,
      '.hidden/f.md': clean,
      'old/g.md': clean,
      '.brieflint.yml': 'exclude: [old]\n',
      '.gitignore': 'out/\n!kept.md\n',
      '.git/HEAD': '',
      'out/h.md': clean,
    };
    expect(await pathsOf(files)).toEqual(['a.markdown', 'b.md', 'deep/c.qmd', 'deep/d.Rmd']);
    expect(await pathsOf(files, './deep/')).toEqual(['./deep/c.qmd', './deep/d.Rmd']);
  });

  it('by name: whatever its ending, and though it is ignored', async () => {
    const files = { 'notes.txt': clean, 'brief': clean, '.gitignore': '*.txt\n' };
    expect(await pathsOf(files, 'notes.txt', 'brief')).toEqual(['brief', 'notes.txt']);
  });

  it('plain text under include', async () => {
    expect(await pathsOf({ '.brieflint.yml': 'include: "drafts/*.txt"\n', 'drafts/a.txt': clean, 'b.txt': clean })).toEqual(['drafts/a.txt']);
  });

  it('once each, though links lead in a circle', async () => {
    await withFolder({ 'a/b.md': clean }, async (cwd) => {
      symlinkSync('..', join(cwd, 'a', 'loop'));
      symlinkSync('nowhere.md', join(cwd, 'a', 'broken.md'));
      const { files, status } = await checkJson(['.'], { cwd });
      expect(files.map(({ path }) => path)).toEqual(['a/b.md']);
      expect(status).toBe(0);
    });
  });

  it('none: says so', async () => {
    await withFolder({ 'readme.txt': clean }, async (cwd) => {
      const { status, out, log } = await runCli(['check', '--format', 'json', '.'], { cwd });
      expect(status).toBe(0);
      expect(parseReport(out).files).toEqual([]);
      expect(log).toContain('no briefs in "."');
    });
  });
});

describe('bad input', () => {
  it('that is not UTF-8 is read as far as possible, and that is said', async () => {
    await withFolder({ 'a.md': Buffer.from('The caf\xe9 brings in XX%.\n', 'latin1') }, async (cwd) => {
      const { files, summary } = await checkJson(['a.md'], { cwd });
      expect(files[0]?.findings.some(({ rule }) => rule === 'placeholder-left-in')).toBe(true);
      expect(summary.unchecked).toContainEqual({ path: 'a.md', start: 0, end: 0, reason: 'not UTF-8: some characters could not be read, save the file as UTF-8' });
    });
  });

  it('that is too large is left alone, and that is said', async () => {
    await withFolder({ 'a.md': 'word '.repeat(1_200_000) }, async (cwd) => {
      const { status, summary } = await checkJson(['a.md'], { cwd });
      expect(status).toBe(0);
      expect(summary.unchecked).toEqual([{ path: 'a.md', start: 0, end: 0, reason: 'larger than 1 MB (6.0 MB)' }]);
    });
  });

  it.each([['nothing', ''], ['zeros', '\0\0\0'], ['a lone surrogate', '\ud800'], ['half a front matter', '---\ntitle: ['], ['a binary', 'PNG\r\n\x1a\n\0']])('such as %s breaks nothing', async (_name, text) => {
    await withFolder({ 'a.md': text }, async (cwd) => {
      expect((await runCli(['check', '--fail-on', 'never', 'a.md'], { cwd })).status).toBe(0);
    });
  });
});

describe('settings', () => {
  const severityOf = async (files: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<string | undefined> =>
    withFolder({ 'a/b.md': flawed, ...files }, async (cwd) => (await checkJson([...args, 'a/b.md'], { cwd })).files.find(({ path }) => path === 'a/b.md')?.findings.find(({ rule }) => rule === 'placeholder-left-in')?.severity);

  const error = 'rules: { placeholder-left-in: error }\n';

  it('are those of the nearest file upwards, of the one that is named, or none', async () => {
    expect(await severityOf({ '.brieflint.yml': error })).toBe('error');
    expect(await severityOf({ '.brieflint.yml': error, 'a/.brieflint.yml': 'rules: { placeholder-left-in: hint }\n' })).toBe('hint');
    expect(await severityOf({ '.brieflint.yml': error }, '--no-config')).toBe('warning');
    expect(await severityOf({ 'other.yml': 'rules: { placeholder-left-in: information }\n', '.brieflint.yml': error }, '--config', 'other.yml')).toBe('information');
  });

  it('are found whatever signs the path has', async () => {
    await withFolder({ '50% done #1/.brieflint.yml': error, '50% done #1/a b?.md': flawed }, async (cwd) => {
      const { files } = await checkJson(['50% done #1'], { cwd });
      expect(files).toMatchObject([{ path: '50% done #1/a b?.md', findings: expect.arrayContaining([expect.objectContaining({ severity: 'error' })]) as unknown }]);
    });
  });

  it('of the front matter count without a settings file', async () => {
    expect(await severityOf({ 'a/b.md': `---\nbrieflint:\n  rules: { placeholder-left-in: hint }\n---\n${flawed}` }, '--no-config')).toBe('hint');
  });
});

describe('a settings file that cannot be read', () => {
  const statusWith = (config: string, ...args: readonly string[]): Promise<number | null> =>
    withFolder({ 'a.md': clean, 'team.yml': config }, async (cwd) => (await runCli(['check', '--fail-on', 'error', ...args, 'a.md'], { cwd })).status);

  it('is trouble, however little may fail', async () => {
    expect(await statusWith('rules: [\n', '--config', 'team.yml')).toBe(2);
    expect(await statusWith('- profile\n', '--config', 'team.yml')).toBe(2);
    expect(await statusWith('rules: [\n')).toBe(0);
  });

  it('is not one with a key that nobody knows, or an empty one', async () => {
    expect(await statusWith('colour: red\n', '--config', 'team.yml')).toBe(0);
    expect(await statusWith('# nothing yet\n', '--config', 'team.yml')).toBe(0);
  });
});

describe('standard input', () => {
  it('is checked under the name that is given', async () => {
    await withFolder({ '.brieflint.yml': 'rules: { placeholder-left-in: error }\n' }, async (cwd) => {
      const { files } = await checkJson(['--stdin', '--stdin-filename', 'drafts/new.md'], { cwd, stdin: flawed });
      expect(files.map(({ path }) => path)).toEqual(['drafts/new.md']);
      expect(files[0]?.findings.find(({ rule }) => rule === 'placeholder-left-in')?.severity).toBe('error');
    });
  });
});

describe('--fix', () => {
  it('writes only files in which a safe fix was made', async () => {
    const text = `\ufeff${flawed.replace(/\n/g, '\r\n')}`;
    await withFolder({ 'a.md': text }, async (cwd) => {
      await runCli(['check', '--fix', 'a.md'], { cwd });
      expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(text);
    });
  });

  it('mends what nobody can mind, and leaves the rest and its line ends', async () => {
    const text = '\ufeffThe Harbour Safety Agency (HSA) counts ships.\r\n\r\nTraffic rose (HSA, 2024). Wrecks fell by XX% (Harbour Safety Agency,2023 ).\r\n';
    await withFolder({ 'a.md': text }, async (cwd) => {
      const { files } = await checkJson(['--fix', 'a.md'], { cwd });
      expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(text.replace('(Harbour Safety Agency,2023 )', '(HSA, 2023)'));
      const rules = files[0]?.findings.map(({ rule }) => rule);
      expect(rules).toContain('placeholder-left-in');
      expect(rules).not.toContain('malformed-citation');
      expect(rules).not.toContain('source-named-two-ways');
    });
  });
});
