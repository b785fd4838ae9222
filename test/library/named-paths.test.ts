import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { URI } from 'vscode-uri';
import { baseFoldersOf, findBorder, isElsewhere, leadsOut, resolveNamedPath } from '../../server/src/named-paths';

const folder = 'file:///papers/briefs';
const noLinks = { resolveFolder: (uri: string) => Promise.resolve(uri) };
const borderOf = (rootUri: string, userFolders: readonly string[] = []) => findBorder({ briefUri: `${rootUri}/a.md`, configUri: undefined, rootUri }, userFolders, noLinks);

describe('a path that somebody names', () => {
  it('is looked for beside the brief, the settings file and in the workspace, each once', () => {
    const places = { briefUri: `${folder}/a.md`, configUri: 'file:///papers/.brieflint.yml', rootUri: 'file:///papers/' };
    expect(baseFoldersOf(places)).toEqual([folder, 'file:///papers']);
    expect(resolveNamedPath(' ./refs//my refs.bib', baseFoldersOf(places))).toEqual([`${folder}/refs/my%20refs.bib`, 'file:///papers/refs/my%20refs.bib']);
  });

  it.each([
    ['/home/me/a.bib', 'file:///home/me/a.bib'],
    ['C:\\Me\\a.bib', 'file:///c%3A/Me/a.bib'],
    ['file:///home/me/my%20refs.bib', 'file:///home/me/my%20refs.bib'],
    ['FILE:///C:/Me/100%.bib', 'file:///c%3A/Me/100%25.bib'],
    ['/a/./b/../c.bib', 'file:///a/c.bib'],
  ])('is told from the root: %s', (path, uri) => {
    expect(resolveNamedPath(path, [folder])).toEqual([uri]);
    expect(leadsOut(path)).toBe(true);
  });

  it.each(['', '  ', 'https://refs.example/a.bib', 'vscode-vfs://host/a.bib', 'a\0.bib', 'file:///a%00.bib', '\\\\host\\share\\a.bib', '/'.repeat(100_000) + 'host/a.bib', 'file://localhost/a.bib', 'file:////host/a.bib', 'file:///%5C%5Chost/a.bib', '\\\\.\\pipe\\a'])('leads nowhere: %j', (path) => {
    expect(resolveNamedPath(path, [folder])).toEqual([]);
  });

  it('never leads to another machine, whatever it is made of', () => {
    const parts = fc.constantFrom('/', '\\', '//', '\\\\', '..', '.', 'host', 'file:', 'FILE:', 'C:', '?', '#', '%2F', '%5C', '%2e%2e', '%', ' ', 'UNC', 'a.bib');
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (path) => {
        for (const uri of resolveNamedPath(path.join(''), [folder, 'memfs:/briefs'])) {
          const { scheme, authority, path: asked } = URI.parse(uri);
          expect(['file', 'memfs']).toContain(scheme);
          expect(authority).toBe('');
          expect(asked).not.toMatch(/^\/[/\\]|\\|\/\.\.?(?:\/|$)/);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('may lie on the machine of the brief', () => {
    const share = 'file://server/share';
    expect(resolveNamedPath('//SERVER/share/a.bib', [share])).toEqual(['file://server/share/a.bib']);
    expect(isElsewhere('//server/share/a.bib', [share])).toBe(false);
    expect(isElsewhere('//other/share/a.bib', [share])).toBe(true);
    expect(resolveNamedPath('../../../other/a.bib', [share])).toEqual(['file://server/other/a.bib']);
  });
});

describe('the border', () => {
  it('is a folder, not the beginning of a name', async () => {
    const { mayAsk, holds } = await borderOf('file:///papers');
    for (const judge of [mayAsk, holds]) {
      expect([judge('file:///papers/a.bib'), judge('file:///papers'), judge('file:///papershop/a.bib'), judge('file:///a.bib'), judge('file://host/papers/a.bib'), judge('memfs:/papers/a.bib')]).toEqual([true, true, false, false, false, false]);
    }
  });

  it('knows drives in either case', async () => {
    expect((await borderOf('file:///C%3A/papers')).mayAsk('file:///c:/papers/a.bib')).toBe(true);
  });

  it('follows the links of its own folders', async () => {
    const { mayAsk, holds } = await findBorder({ briefUri: 'file:///tmp/a.md', configUri: undefined, rootUri: 'file:///tmp' }, [], { resolveFolder: (uri) => Promise.resolve(uri.replace('/tmp', '/private/tmp')) });
    expect([mayAsk('file:///tmp/a.bib'), mayAsk('file:///private/tmp/a.bib'), holds('file:///private/tmp/a.bib'), holds('file:///tmp/a.bib')]).toEqual([true, true, true, false]);
  });

  it('takes in what the user added, and the workspace of a brief that was never saved', async () => {
    expect((await borderOf('file:///papers', ['file:///home/me/refs'])).holds('file:///home/me/refs/a.bib')).toBe(true);
    const unsaved = await findBorder({ briefUri: 'untitled:Untitled-1', configUri: undefined, rootUri: 'file:///papers' }, [], noLinks);
    expect(unsaved.holds('file:///papers/a.bib')).toBe(true);
  });
});
