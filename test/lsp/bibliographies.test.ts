import { describe, expect, it } from 'vitest';
import { MemoryDoor, startInMemory } from '../support/language-client';

const folder = 'file:///papers';
const uri = `${folder}/water/brief.md`;
const bib = `${folder}/water/refs.bib`;
const wrecks = '@report{wrecks, author = {{Harbour Agency}}, title = {Ships and wrecks}, year = {2024}}\n';
const twice = `${wrecks}@book{wrecks, author = {Roy, Paul}, title = {Other wrecks}, year = {2020}}\n`;
const text = '---\nbibliography: refs.bib\n---\n\nWrecks fell by a tenth [@wreks].\n';

const rulesOf = (diagnostics: readonly { readonly code?: unknown }[]): readonly unknown[] => diagnostics.map(({ code }) => code).filter((code) => /key-undefined|duplicate-reference|bibliography/.test(String(code)));

describe('bibliographies in the editor', () => {
  it('answer keys, with the nearest entry as a related place', async () => {
    const client = await startInMemory({ folderUris: [folder] }, new MemoryDoor({ [bib]: wrecks }));
    const diagnostics = await client.openAndCheck(uri, text);
    const diagnostic = diagnostics.find(({ code }) => code === 'citation-key-undefined');
    expect(diagnostic?.relatedInformation).toMatchObject([{ location: { uri: bib, range: { start: { line: 0, character: 8 } } }, message: 'Ships and wrecks' }]);
    await client.stop();
  });

  it('offer the nearest key and an entry in the file', async () => {
    const client = await startInMemory({ folderUris: [folder] }, new MemoryDoor({ [bib]: wrecks }));
    const diagnostics = (await client.openAndCheck(uri, text)).filter(({ code }) => code === 'citation-key-undefined');
    const [range] = diagnostics.map((diagnostic) => diagnostic.range);
    if (range === undefined) throw new Error('no finding');
    const actions = await client.codeActions(uri, range, { diagnostics });
    const edits = actions.filter(({ kind }) => kind === 'quickfix').map(({ title, edit }) => [title, edit?.documentChanges?.map((change) => ('textDocument' in change ? change.textDocument.uri : null))]);
    expect(edits).toContainEqual(['Change "wreks" to "wrecks"', [uri]]);
    expect(edits).toContainEqual(['Add an entry "wreks" to refs.bib, to be completed', [bib]]);
    await client.stop();
  });

  it('are marked themselves, until they are mended or the brief is closed', async () => {
    const door = new MemoryDoor({ [bib]: twice });
    const client = await startInMemory({ folderUris: [folder] }, door);
    const faults = client.diagnostics(bib);
    await client.openAndCheck(uri, text);
    expect((await faults).diagnostics).toMatchObject([{ code: 'duplicate-reference', range: { start: { line: 1, character: 6 } } }]);
    const gone = client.diagnostics(bib);
    await client.close(uri);
    expect((await gone).diagnostics).toEqual([]);
    await client.stop();
  });

  it('are read again when they change, and the briefs that name them are checked again', async () => {
    const door = new MemoryDoor({ [bib]: twice });
    const client = await startInMemory({ folderUris: [folder] }, door);
    const faults = client.diagnostics(bib);
    expect(rulesOf(await client.openAndCheck(uri, text))).toEqual(['citation-key-undefined']);
    await faults;
    door.files.set(bib, wrecks.replace('wrecks,', 'wreks,'));
    const [brief, file] = [client.diagnostics(uri), client.diagnostics(bib)];
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: bib, type: 2 }] });
    expect(rulesOf((await brief).diagnostics)).toEqual([]);
    expect((await file).diagnostics).toEqual([]);
    await client.stop();
  });

  it('are found when they come', async () => {
    const door = new MemoryDoor();
    const client = await startInMemory({ folderUris: [folder] }, door);
    expect(rulesOf(await client.openAndCheck(uri, text))).toEqual(['bibliography-unreadable']);
    door.files.set(bib, wrecks);
    const brief = client.diagnostics(uri);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: bib, type: 1 }] });
    expect(rulesOf((await brief).diagnostics)).toEqual(['citation-key-undefined']);
    await client.stop();
  });

  it('count as they stand in the editor, saved or not', async () => {
    const client = await startInMemory({ folderUris: [folder] }, new MemoryDoor({ [bib]: wrecks }));
    expect(rulesOf(await client.openAndCheck(uri, text))).toEqual(['citation-key-undefined']);
    const brief = client.diagnostics(uri);
    await client.open(bib, wrecks.replace('wrecks,', 'wreks,'), { languageId: 'bibtex' });
    expect(rulesOf((await brief).diagnostics)).toEqual([]);
    await client.stop();
  });
});
