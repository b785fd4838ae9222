import { describe, expect, it } from 'vitest';
import { buildBrief } from '../../server/src/core/model/build-brief';
import type { Host } from '../../server/src/host';
import { toLayer } from '../../server/src/settings';
import { createMemorySourceFiles } from '../support/memory-source-files';
import { BibliographyLoader, userBibliographiesOf, type BibliographyRequest, type LoadedBibliographies } from '../../server/src/library-files';

const folder = 'file:///papers/briefs';

/** A host whose files a test can change. */
const memoryHost = (files: Map<string, string>): Host => ({ readText: (uri) => Promise.resolve(files.get(uri)), log: () => undefined });

/** `links`: addresses that lead to others. What the disk is asked for is written down. */
const createLoader = (files: Map<string, string>, links: Readonly<Record<string, string>> = {}, asked: string[] = []): BibliographyLoader => {
  const disk = createMemorySourceFiles(files, links);
  const host: Host = { ...memoryHost(files), readText: (uri) => (asked.push(uri), Promise.resolve(files.get(links[uri] ?? uri))) };
  return new BibliographyLoader(host, { ...disk, find: (uri) => (asked.push(uri), disk.find(uri)) });
};

const requestFor = (text: string, more: Partial<BibliographyRequest> = {}): BibliographyRequest => ({
  brief: buildBrief(text),
  settingPaths: [],
  userPaths: [],
  briefUri: `${folder}/water/a.md`,
  configUri: undefined,
  rootUri: 'file:///papers',
  ...more,
});

const naming = (bibliography: string): string => `---\nbibliography: ${bibliography}\n---\n\nText [@a].\n`;

const entry = (key: string): string => `@misc{${key}, title = {Work ${key}}, author = {{Body}}, year = {2024}}\n`;

const show = ({ files, unreadable, uris }: LoadedBibliographies): readonly string[] => [
  ...files.map(({ path, references }) => `${path} at ${uris.get(path) ?? ''}: ${references.map(({ id }) => id).join(' ')}`),
  ...unreadable.map(({ path, reason }) => `${path} ${reason}`),
];

const load = async (files: Readonly<Record<string, string>>, request: BibliographyRequest): Promise<readonly string[]> => show(await createLoader(new Map(Object.entries(files))).load(request));

describe('where bibliographies are looked for', () => {
  it('is beside the brief first, then beside the settings, then in the workspace', async () => {
    const text = naming('refs.bib');
    const places = { configUri: `${folder}/.brieflint.yml`, rootUri: 'file:///papers' };
    const all = { [`${folder}/water/refs.bib`]: entry('near'), [`${folder}/refs.bib`]: entry('settings'), 'file:///papers/refs.bib': entry('root') };
    expect(await load(all, requestFor(text, places))).toEqual([`refs.bib at ${folder}/water/refs.bib: near`]);
    expect(await load({ [`${folder}/refs.bib`]: entry('settings'), 'file:///papers/refs.bib': entry('root') }, requestFor(text, places))).toEqual([`refs.bib at ${folder}/refs.bib: settings`]);
    expect(await load({ 'file:///papers/refs.bib': entry('root') }, requestFor(text, places))).toEqual(['refs.bib at file:///papers/refs.bib: root']);
  });

  it('understands folders, spaces, backslashes, absolute paths and a missing ending', async () => {
    expect(await load({ [`${folder}/refs/my%20refs.bib`]: entry('a') }, requestFor(naming('../refs/my refs.bib')))).toEqual([`../refs/my refs.bib at ${folder}/refs/my%20refs.bib: a`]);
    expect(await load({ [`${folder}/refs.bib`]: entry('a') }, requestFor(naming("'..\\refs.bib'")))).toEqual([`..\\refs.bib at ${folder}/refs.bib: a`]);
    expect(await load({ 'file:///papers/refs.bib': entry('a') }, requestFor(naming('/papers/refs.bib')))).toEqual(['/papers/refs.bib at file:///papers/refs.bib: a']);
    expect(await load({ [`${folder}/water/refs.bib`]: entry('a') }, requestFor(naming('refs')))).toEqual([`refs at ${folder}/water/refs.bib: a`]);
  });

  it('takes a list, each file once, and other formats', async () => {
    const files = { [`${folder}/water/a.bib`]: entry('a'), [`${folder}/water/b.json`]: '[{"id": "b", "title": "B"}]' };
    expect(await load(files, requestFor(naming('[a.bib, b.json, ./a.bib]')))).toEqual([`a.bib at ${folder}/water/a.bib: a`, `b.json at ${folder}/water/b.json: b`]);
  });

  it('takes the settings only where front matter names none', async () => {
    const files = { [`${folder}/water/a.bib`]: entry('a'), [`${folder}/water/b.bib`]: entry('b') };
    expect(await load(files, requestFor('Text.', { settingPaths: ['b.bib'] }))).toEqual([`b.bib at ${folder}/water/b.bib: b`]);
    expect(await load(files, requestFor(naming('a.bib'), { settingPaths: ['b.bib'] }))).toEqual([`a.bib at ${folder}/water/a.bib: a`]);
  });

  it('is nowhere for a new document without a folder', async () => {
    expect(await load({}, requestFor(naming('a.bib'), { briefUri: 'untitled:Untitled-1' }))).toEqual(['a.bib is not there or cannot be read']);
  });
});

describe('what cannot be read', () => {
  it('is said with the place that names it', async () => {
    const text = naming('[a.bib, gone.bib]');
    const { unreadable } = await createLoader(new Map([[`${folder}/water/a.bib`, entry('a')]])).load(requestFor(text));
    expect(unreadable.map(({ span, reason }) => [span && text.slice(span.start, span.end), reason])).toEqual([['gone.bib', 'is not there or cannot be read']]);
  });

  it('is not fetched', async () => {
    expect(await load({}, requestFor(naming('https://refs.example/a.bib')))).toEqual(['https://refs.example/a.bib is an address, and nothing is fetched']);
  });
});

const outside = 'lies outside the workspace, and is read only where your own settings name it';

describe('a bibliography outside the workspace', () => {
  const secret = 'file:///home/me/secret.bib';
  const everywhere = new Map([secret, 'file:///secret.bib', 'file:///proc/self/environ'].map((uri) => [uri, entry('secret')]));

  it.each(['../../../home/me/secret.bib', '/home/me/secret.bib', 'file:///home/me/secret.bib', '/proc/self/environ', 'x/../../../../home/me/secret', '..\\..\\..\\home\\me\\secret.bib', '/papers/../home/me/secret.bib', 'file:///papers/%2e%2e/home/me/secret.bib'])('is not read, nor looked for, where a brief names it: %s', async (path) => {
    const asked: string[] = [];
    const loaded = await createLoader(everywhere, {}, asked).load(requestFor(naming(`'${path}'`)));
    expect(show(loaded)).toEqual([`${path} ${outside}`]);
    expect(asked).toEqual([]);
  });

  it('is not read through a link', async () => {
    const link = `${folder}/water/link.bib`;
    expect(show(await createLoader(everywhere, { [link]: secret }).load(requestFor(naming('link.bib'))))).toEqual([`link.bib ${outside}`]);
    const inside = new Map([['file:///papers/shared/refs.bib', entry('a')]]);
    expect(show(await createLoader(inside, { [link]: 'file:///papers/shared/refs.bib' }).load(requestFor(naming('link.bib'))))).toEqual([`link.bib at ${link}: a`]);
  });

  it('is not read where the settings of the workspace name it, but where the user does', async () => {
    const layers = (layer: 'config' | 'editor') => userBibliographiesOf([toLayer(layer, { bibliography: ['/home/me/secret.bib'] })]);
    const request = (layer: 'config' | 'editor') => requestFor('Text.', { settingPaths: ['/home/me/secret.bib'], userPaths: layers(layer) });
    expect(show(await createLoader(everywhere).load(request('config')))).toEqual([`/home/me/secret.bib ${outside}`]);
    expect(show(await createLoader(everywhere).load(request('editor')))).toEqual([`/home/me/secret.bib at ${secret}: secret`]);
  });

  it('is one beside the folder of a brief that lies in no workspace, unless a settings file above tells what belongs together', async () => {
    const files = { [`${folder}/refs.bib`]: entry('a') };
    const alone = requestFor(naming('../refs.bib'), { rootUri: undefined });
    expect(await load(files, alone)).toEqual([`../refs.bib ${outside}`]);
    expect(await load(files, { ...alone, rootUri: 'file:///elsewhere' })).toEqual([`../refs.bib ${outside}`]);
    expect(await load(files, { ...alone, configUri: `${folder}/.brieflint.yml` })).toEqual([`../refs.bib at ${folder}/refs.bib: a`]);
    expect(await load({ [`${folder}/water/refs.bib`]: entry('a') }, { ...alone, brief: buildBrief(naming('refs.bib')) })).toEqual([`refs.bib at ${folder}/water/refs.bib: a`]);
  });
});

describe('another machine', () => {
  it.each(['//files.example/share/a.bib', '\\\\files.example\\share\\a.bib', 'file://files.example/share/a.bib', '////files.example/share/a.bib', '//?/UNC/files.example/share/a.bib'])('is not asked: %s', async (path) => {
    const asked: string[] = [];
    const loaded = await createLoader(new Map(), {}, asked).load(requestFor('Text.', { settingPaths: [path], userPaths: [path] }));
    expect(show(loaded)).toEqual([`${path} is on another machine, and nothing is fetched`]);
    expect(asked).toEqual([]);
  });

  it('is asked where the brief itself lies on it', async () => {
    const share = 'file://files.example/share';
    const request = requestFor(naming('//files.example/share/refs.bib'), { briefUri: `${share}/water/a.md`, rootUri: share });
    expect(await load({ [`${share}/refs.bib`]: entry('a') }, request)).toEqual([`//files.example/share/refs.bib at ${share}/refs.bib: a`]);
    expect(await load({}, { ...request, brief: buildBrief(naming('//other.example/share/refs.bib')) })).toEqual(['//other.example/share/refs.bib is on another machine, and nothing is fetched']);
  });
});

describe('a file that changes', () => {
  const uri = `${folder}/water/a.bib`;
  const start = (): { readonly files: Map<string, string>; readonly reload: () => Promise<LoadedBibliographies> } => {
    const files = new Map([[uri, entry('a') + entry('b')]]);
    const loader = createLoader(files);
    return { files, reload: () => loader.load(requestFor(naming('a.bib'))) };
  };

  it('is read once as long as it stays the same', async () => {
    const { reload } = start();
    expect((await reload()).files[0]).toBe((await reload()).files[0]);
  });

  it('keeps the entries that a new fault has swallowed, and says the fault', async () => {
    const { files, reload } = start();
    await reload();
    files.set(uri, `@misc{a, title = {Work a\n${entry('b').slice(0, 20)}`);
    const [broken] = (await reload()).files;
    expect(broken?.references.map(({ id }) => id).sort()).toEqual(['a', 'b']);
    expect(broken?.problems.length).toBeGreaterThan(0);
    for (const { span } of broken?.references ?? []) expect(span.end).toBeLessThanOrEqual(broken?.text.length ?? 0);
    files.set(uri, entry('b'));
    const [mended] = (await reload()).files;
    expect(mended?.references.map(({ id }) => id)).toEqual(['b']);
    expect(mended?.problems).toEqual([]);
  });

  it('keeps its entries while it is empty', async () => {
    const { files, reload } = start();
    await reload();
    files.set(uri, '');
    const [emptied] = (await reload()).files;
    expect(emptied?.references.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(emptied?.problems.map(({ message }) => message)).toEqual(['The file is empty; the entries that it had are still used']);
  });

  it('loses what is deleted', async () => {
    const { files, reload } = start();
    await reload();
    files.set(uri, entry('b'));
    expect(show(await reload())).toEqual([`a.bib at ${uri}: b`]);
  });
});
