import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../server/src/config-file';
import { findConfigUri, foldersAbove, type Host } from '../../server/src/host';
import { resolveSettings } from '../../server/src/settings';

const problemsOf = (text: string): readonly string[] =>
  resolveSettings([parseConfig(text).settings]).problems.map(({ span, message }) => `${span ? text.slice(span.start, span.end) : '?'}: ${message}`);

describe('parseConfig', () => {
  it('reads settings', () => {
    const { settings } = resolveSettings([parseConfig('profile: ria\nrules:\n  bad-setting: off\n').settings]);
    expect(settings).toMatchObject({ profile: 'ria', rules: { 'bad-setting': { severity: 'off' } } });
  });

  it.each(['', '# nothing\n', '---\n'])('takes %j for no settings', (text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  it('points to the key that is wrong', () => {
    expect(problemsOf('profile: ria\nstatus: done\n')).toEqual(['status: "done" is none of draft, review, final']);
    expect(problemsOf('rules:\n  bad-setting:\n    severity: loud\n')).toEqual(['severity: "loud" is none of off, hint, information, warning, error']);
    expect(problemsOf('own: [A, { b: c }]\n')).toEqual(['own: A map is no text']);
  });

  it('follows nothing of a broken file', () => {
    const config = parseConfig('status: draft\nown: [A\npreset: strict\n');
    expect(config.problems).toHaveLength(1);
    expect(config.problems[0]?.message).toBe('Not valid YAML: a bracket "[" is not closed');
    expect(resolveSettings([config.settings]).settings.status).toBe('review');
    expect(resolveSettings([parseConfig('status: draft\nstatus: draft\n').settings]).settings.status).toBe('review');
    expect(resolveSettings([config.settings]).problems).toHaveLength(1);
  });

  it('says so where the file holds no settings at all', () => {
    expect(problemsOf('- a\n- b\n')).toEqual(['- a\n- b\n: Settings are written as "key: value", one a line']);
  });

  it('does not fail on a bomb of aliases, an alias without an anchor, or a key given twice', () => {
    expect(problemsOf('own: *nobody\n')[0]).toMatch(/Not valid YAML/);
    expect(problemsOf('status: draft\nstatus: final\n')[0]).toMatch(/Not valid YAML/);
    const bomb = Array.from({ length: 12 }, (_, i) => `a${String(i)}: &a${String(i)} [${i === 0 ? 'x' : Array(9).fill(`*a${String(i - 1)}`).join(', ')}]`).join('\n');
    expect(() => problemsOf(bomb)).not.toThrow();
    expect(() => problemsOf('own: &o [*o]\nrules: &r { bad-setting: *r }\n')).not.toThrow();
  });

  it('counts after a byte-order mark', () => {
    expect(resolveSettings([parseConfig('\uFEFFstatus: done\n').settings]).problems[0]?.span).toEqual({ start: 0, end: 6 });
  });
});

describe('findConfigUri', () => {
  const hostWith = (...uris: readonly string[]): Host => ({
    readText: (uri) => Promise.resolve(uris.includes(uri) ? '' : undefined),
    log: () => undefined,
  });

  it('takes the nearest one upwards', async () => {
    const host = hostWith('file:///papers/.brieflint.yml', 'file:///papers/a/.brieflint.yml', 'file:///papers/b/.brieflint.yml');
    expect(await findConfigUri(host, 'file:///papers/a/x/y.md')).toBe('file:///papers/a/.brieflint.yml');
    expect(await findConfigUri(host, 'file:///papers/c/y.md')).toBe('file:///papers/.brieflint.yml');
    expect(await findConfigUri(host, 'file:///home/y.md')).toBeUndefined();
  });

  it('does not look above the root', async () => {
    const host = hostWith('file:///papers/.brieflint.yml');
    expect(await findConfigUri(host, 'file:///papers/a/y.md', 'file:///papers/a/')).toBeUndefined();
    expect(await findConfigUri(host, 'file:///papers/a/y.md', 'file:///papers')).toBe('file:///papers/.brieflint.yml');
  });

  it('finds no folders for documents without one', () => {
    expect(foldersAbove('untitled:Untitled-1')).toEqual([]);
    expect(foldersAbove('file:///a.md')).toEqual(['file://']);
    expect(foldersAbove('file:///c%3A/b/a.md')).toEqual(['file:///c%3A/b', 'file:///c%3A', 'file://']);
    expect(foldersAbove('vscode-vfs://github/o/r/a.md')).toEqual(['vscode-vfs://github/o/r', 'vscode-vfs://github/o', 'vscode-vfs://github']);
  });
});
