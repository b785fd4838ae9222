import { ShowMessageNotification } from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import { buildReference } from '../../server/src/core/library/build-reference';
import { completeReference } from '../../server/src/core/library/complete-reference';
import type { Lookup } from '../../server/src/lookup/online-lookup';
import { MemoryDoor, startInMemory, type LanguageClient } from '../support/language-client';

const folder = 'file:///papers';
const uri = `${folder}/wells.md`;
const brief = '---\nbibliography: references.bib\n---\n\nOutput fell [@marlow]. See doi:10.1234/third. Plain.\n';

/** Knows one work under every DOI. */
const createLibrarian = (asked: string[]): (() => Lookup) => () => ({
  lookUp: (reference) => {
    asked.push(reference.doi ?? reference.url ?? '');
    const found = buildReference(reference, { title: 'Roads & *Hills* [here](command:x)', year: '2023', authors: [{ family: 'Hill Institute', given: null, isBody: true }] });
    return Promise.resolve({ reference, completed: completeReference(reference, found), from: 'registry.example', problem: null });
  },
});

const start = async (settings: unknown, asked: string[] = []): Promise<{ readonly client: LanguageClient; readonly told: string[] }> => {
  const door = Object.assign(new MemoryDoor({ [`${folder}/references.bib`]: '@misc{marlow, doi = {10.1234/abc}}\n' }), { createLookup: createLibrarian(asked) });
  const client = await startInMemory({ folderUris: [folder], settings }, door);
  const told: string[] = [];
  client.connection.onNotification(ShowMessageNotification.type, ({ message }) => void told.push(message));
  await client.openAndCheck(uri, brief);
  return { client, told };
};

const onKey = { line: 4, character: 15 };
const onDoi = { line: 4, character: 35 };

const lookUp = (client: LanguageClient, position: unknown): Promise<unknown> => client.connection.sendRequest('workspace/executeCommand', { command: 'brieflint.lookUp', arguments: [uri, position] });

describe('online lookup in the editor', () => {
  it('is offered where an entry lacks something, asked by hand, and then shown apart from what the entry says', async () => {
    const asked: string[] = [];
    const { client, told } = await start({ lookup: 'on' }, asked);
    const actions = await client.codeActions(uri, { start: onKey, end: onKey }, { diagnostics: [] });
    const action = actions.find(({ title }) => title === 'Look this DOI up');
    expect(action?.command).toEqual({ title: 'Look this DOI up', command: 'brieflint.lookUp', arguments: [uri, onKey] });
    expect(asked).toEqual([]);
    expect(JSON.stringify(await client.hover(uri, onKey))).not.toContain('Looked up');
    await lookUp(client, onKey);
    expect(asked).toEqual(['10.1234/abc']);
    expect(told).toEqual(['Looked up at registry.example: Hill Institute (2023). Roads & *Hills* [here] (command:x). https://doi.org/10.1234/abc']);
    expect(JSON.stringify(await client.hover(uri, onKey))).toContain('Looked up at registry.example: Hill Institute (2023)');
    await client.stop();
  });

  it('takes a DOI in the text too, and says where there is none', async () => {
    const asked: string[] = [];
    const { client, told } = await start({ lookup: 'on' }, asked);
    await lookUp(client, onDoi);
    await lookUp(client, { line: 4, character: 50 });
    expect(asked).toEqual(['10.1234/third']);
    expect(told[1]).toMatch(/^There is no DOI or address here/);
    await client.stop();
  });

  it('asks nobody while it is off', async () => {
    const asked: string[] = [];
    const { client, told } = await start({}, asked);
    expect((await client.codeActions(uri, { start: onKey, end: onKey }, { diagnostics: [] })).map(({ title }) => title)).not.toContain('Look this DOI up');
    await lookUp(client, onKey);
    expect(asked).toEqual([]);
    expect(told[0]).toMatch(/^Online lookup is off/);
    await client.stop();
  });

  it('answers a client that says nothing useful', async () => {
    const { client } = await start({ lookup: 'on' });
    await expect(lookUp(client, 'here')).rejects.toThrow(/needs the address of a document and a position/);
    await client.stop();
  });
});
