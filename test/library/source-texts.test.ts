import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../server/src/check';
import { parseBibliography } from '../../server/src/core/library/parse-bibliography';
import { buildBrief } from '../../server/src/core/model/build-brief';
import { hashBytes, KeptTexts } from '../../server/src/kept-texts';
import { toLayer } from '../../server/src/settings';
import { noSourcePlaces, SourceTextLoader, userPlacesOf, type LoadedSourceTexts } from '../../server/src/source-texts';
import type { SourceFiles } from '../../server/src/source-files';
import { createMemorySourceFiles } from '../support/memory-source-files';
import { makePdf } from '../support/make-pdf';

const root = 'file:///papers';
const bibliography = `
@report{wb25, author = {{World Bank}}, title = {Outlook}, year = {2025}}
@report{doi:10.1/x, author = {{Audit Office}}, title = {Audit}, year = {2024}}
@report{paper, author = {Ruiz, Ana}, title = {Paper}, year = {2023}, file = {:papers/ruiz.pdf:PDF}}
@report{passwd, author = {{Stranger}}, title = {Secrets}, year = {2022}, file = {../../etc/passwd.txt}}
@report{home, author = {Li, Wei}, title = {Home}, year = {2021}, file = {/home/me/zotero/li.txt}}
@report{uncited, author = {{Nobody}}, title = {Nothing}, year = {2020}, file = {nobody.txt}}
`;
const cites = 'It rose [@wb25; @doi:10.1/x; @paper].';

const load = (loader: SourceTextLoader, options: { readonly text?: string; readonly places?: Partial<typeof noSourcePlaces>; readonly userPlaces?: Partial<typeof noSourcePlaces> } = {}): Promise<LoadedSourceTexts> =>
  loader.load({
    brief: buildBrief(options.text ?? cites),
    files: [parseBibliography('refs/all.bib', bibliography)],
    fileUris: new Map([['refs/all.bib', `${root}/refs/all.bib`]]),
    places: { folders: ['sources'], files: {}, ...options.places },
    userPlaces: { ...noSourcePlaces, ...options.userPlaces },
    briefUri: `${root}/briefs/a.md`,
    configUri: undefined,
    rootUri: root,
  });

const summaryOf = ({ texts }: LoadedSourceTexts) => [...texts].map(([id, text]) => `${id} ${text.path}: ${text.problem ?? text.passages[0]?.text ?? ''}`);

describe('source texts', () => {
  it('are found by key beside the brief or at the root, by author and year, and where the entry says', async () => {
    const files = createMemorySourceFiles(
      new Map<string, string | Uint8Array>([
        [`${root}/briefs/sources/wb25.txt`, 'beside'],
        [`${root}/sources/wb25.txt`, 'at the root'],
        [`${root}/sources/Audit%20Office%202024.md`, 'by name'],
        [`${root}/refs/papers/ruiz.pdf`, makePdf([[{ x: 50, y: 700, text: 'in a PDF' }]])],
        [`${root}/briefs/nobody.txt`, 'not cited'],
      ]),
    );
    const loaded = await load(new SourceTextLoader(files));
    expect(summaryOf(loaded)).toEqual(['wb25 sources/wb25.txt: beside', 'doi:10.1/x sources/Audit Office 2024.md: by name', 'paper papers/ruiz.pdf: in a PDF']);
    expect(loaded.uris.get('paper')).toBe(`${root}/refs/papers/ruiz.pdf`);
    expect(loaded.problems).toEqual([]);
  });

  it('are the plainest of several forms, and the next where one has no words', async () => {
    const files = createMemorySourceFiles(
      new Map<string, string | Uint8Array>([
        [`${root}/sources/wb25.pdf`, makePdf([[{ x: 50, y: 700, text: 'the PDF' }]])],
        [`${root}/sources/wb25.txt`, ''],
        [`${root}/sources/doi_10.1_x.html`, '<p>a page'],
        [`${root}/sources/doi_10.1_x.pdf`, 'no PDF'],
      ]),
    );
    expect(summaryOf(await load(new SourceTextLoader(files)))).toEqual(['wb25 sources/wb25.pdf: the PDF', 'doi:10.1/x sources/doi_10.1_x.html: a page']);
  });

  it('may be named one by one', async () => {
    const files = createMemorySourceFiles(new Map([[`${root}/texts/x.txt`, 'mapped']]));
    const loaded = await load(new SourceTextLoader(files), { places: { files: { wb25: 'texts/x.txt', paper: 'gone.pdf' } } });
    expect(summaryOf(loaded)).toEqual(['wb25 texts/x.txt: mapped']);
    expect(loaded.problems).toEqual([{ id: 'paper', path: 'gone.pdf', reason: 'is not there' }]);
  });

  it('say what is wrong with them', async () => {
    const loaded = await load(new SourceTextLoader(createMemorySourceFiles(new Map([[`${root}/sources/wb25.pdf`, makePdf([[]])]]))));
    expect(summaryOf(loaded)).toEqual(['wb25 sources/wb25.pdf: scanned pages without text']);
  });

  it('are read once, and again when changed', async () => {
    const contents = new Map([[`${root}/sources/wb25.txt`, 'one']]);
    const files = createMemorySourceFiles(contents);
    const loader = new SourceTextLoader(files);
    const first = await load(loader);
    const second = await load(loader);
    expect(second.texts.get('wb25')).toBe(first.texts.get('wb25'));
    expect(files.reads).toHaveLength(1);
    contents.set(`${root}/sources/wb25.txt`, 'second');
    expect(summaryOf(await load(loader))).toEqual(['wb25 sources/wb25.txt: second']);
  });
});

it('a figure is compared with the text that was found', async () => {
  const files = createMemorySourceFiles(new Map<string, string | Uint8Array>([[`${root}/refs/papers/ruiz.pdf`, makePdf([[], [{ x: 50, y: 700, text: 'In 2024 fares covered 27.6 per cent of the costs of city buses.' }]])]]));
  const text = 'In 2024 fares covered 37% of the costs of city buses (Ruiz, 2023).\n';
  const { texts } = await load(new SourceTextLoader(files), { text });
  const { findings } = checkDocument({ text, layers: [], today: null, library: { files: [parseBibliography('refs/all.bib', bibliography)], unreadable: [], texts } });
  expect(findings.filter(({ rule }) => rule === 'figure-not-in-source').map(({ message }) => message)).toEqual(['37% here, 27.6 per cent in Ruiz 2023, page 2']);
});

describe('paths out of the workspace', () => {
  const secret = new Map([
    ['file:///etc/passwd.txt', 'secret'],
    ['file:///home/me/zotero/li.txt', 'my own'],
  ]);

  it('are not followed from a bibliography', async () => {
    const files = createMemorySourceFiles(secret);
    const loaded = await load(new SourceTextLoader(files), { text: 'It rose [@home].' });
    expect(loaded.texts.size).toBe(0);
    expect(files.reads).toEqual([]);
    expect(loaded.problems).toEqual([{ id: 'home', path: '/home/me/zotero/li.txt', reason: expect.stringContaining('outside the workspace') as string }]);
  });

  it.each(['../../etc/passwd.txt', '/etc/passwd.txt', 'file:///etc/passwd.txt', '..\\..\\etc\\passwd.txt', 'x/../../../etc/passwd.txt'])('are not followed from settings of the workspace: %s', async (path) => {
    const files = createMemorySourceFiles(secret);
    expect((await load(new SourceTextLoader(files), { places: { files: { wb25: path } }, text: 'It rose [@wb25].' })).texts.size).toBe(0);
    expect(files.reads).toEqual([]);
  });

  it('are not followed through links', async () => {
    const files = createMemorySourceFiles(secret, { [`${root}/sources/wb25.txt`]: 'file:///etc/passwd.txt' });
    const loaded = await load(new SourceTextLoader(files), { text: 'It rose [@wb25].' });
    expect(loaded.texts.size).toBe(0);
    expect(loaded.problems).toHaveLength(1);
  });

  it('are not followed through folders of the workspace settings', async () => {
    const files = createMemorySourceFiles(new Map([['file:///etc/wb25.txt', 'secret']]));
    expect((await load(new SourceTextLoader(files), { places: { folders: ['../../etc'] } })).texts.size).toBe(0);
  });

  it('are not followed through links in a folder that the user named without leaving the workspace', async () => {
    const files = createMemorySourceFiles(secret, { [`${root}/sources/wb25.txt`]: 'file:///etc/passwd.txt' });
    expect((await load(new SourceTextLoader(files), { userPlaces: { folders: ['sources'] } })).texts.size).toBe(0);
  });

  it.each(['/etc/passwd.txt', '../../etc/passwd.txt', '//files.example/share/passwd.txt', 'file://files.example/share/passwd.txt'])('are not even looked for: %s', async (path) => {
    const files = createMemorySourceFiles(secret);
    const asked: string[] = [];
    const watched: SourceFiles = { ...files, find: (uri) => (asked.push(uri), files.find(uri)), list: (uri) => (asked.push(uri), files.list(uri)) };
    const places = { folders: [path, path.replace(/\/[^/]*$/, '')], files: { wb25: path } };
    const loaded = await load(new SourceTextLoader(watched), { places, text: 'It rose [@wb25].' });
    expect(loaded.texts.size).toBe(0);
    expect(asked).toEqual([]);
    expect(loaded.problems).toEqual([{ id: 'wb25', path, reason: expect.stringMatching(path.includes('example') ? /^is not on this machine/ : /outside the workspace/) as string }]);
  });

  it('are the user\'s only where editor or command line name them', () => {
    const layer = (name: 'editor' | 'config') => toLayer(name, { sources: ['/home/me/zotero'] });
    expect(userPlacesOf([layer('config')])).toEqual(noSourcePlaces);
    expect(userPlacesOf([layer('editor')]).folders).toEqual(['/home/me/zotero']);
    expect(userPlacesOf([toLayer('editor', {})])).toEqual(noSourcePlaces);
  });

  it('are followed where the user named them', async () => {
    const folder = { folders: ['/home/me/zotero'] };
    expect(summaryOf(await load(new SourceTextLoader(createMemorySourceFiles(secret)), { text: 'It rose [@home].', places: folder, userPlaces: folder }))).toEqual(['home /home/me/zotero/li.txt: my own']);
    const file = { files: { wb25: '/etc/passwd.txt' } };
    expect(summaryOf(await load(new SourceTextLoader(createMemorySourceFiles(secret)), { places: file, userPlaces: file }))).toEqual(['wb25 /etc/passwd.txt: secret']);
  });
});

describe('kept texts', () => {
  const textOf = (length: number) => ({ path: 'a', format: 'text' as const, passages: [{ text: 'x'.repeat(length), page: null, line: 1 }], problem: null });

  it('stay within their bound, those that were asked for last', () => {
    const kept = new KeptTexts(100);
    kept.set('a', textOf(40));
    kept.set('b', textOf(40));
    expect(kept.get('a')).toBeDefined();
    kept.set('c', textOf(40));
    expect([kept.get('a'), kept.get('b'), kept.get('c')].map((text) => text !== undefined)).toEqual([true, false, true]);
    kept.set('c', textOf(90));
    expect(kept.get('a')).toBeUndefined();
  });

  it('have a hash that tells contents apart', () => {
    const hashes = new Set(Array.from({ length: 2_000 }, (_none, i) => hashBytes(new TextEncoder().encode(`text ${String(i)}`))));
    expect(hashes.size).toBe(2_000);
    expect(hashBytes(Uint8Array.of(0))).not.toBe(hashBytes(Uint8Array.of(0, 0)));
  });
});
