/** A client that does not tell of changed files: they are read again, but not at each request, and nothing is checked twice for it. */
import { describe, expect, it } from 'vitest';
import { capablePushClient, MemoryDoor, startInMemory, type LanguageClient } from '../support/language-client';

const folder = 'file:///papers';
const uri = `${folder}/brief.md`;
const bib = `${folder}/refs.bib`;
const config = `${folder}/.brieflint.yml`;
const text = '---\nbibliography: refs.bib\n---\n\nWrecks fell by a tenth [@wreks].\n';
const wrecks = '@report{wrecks, author = {{Harbour Agency}}, title = {Ships and wrecks}, year = {2024}}\n';
const capabilities = { textDocument: { ...capablePushClient.textDocument, diagnostic: {} }, workspace: { ...capablePushClient.workspace, didChangeWatchedFiles: {} } };

class CountingDoor extends MemoryDoor {
  readCount = 0;

  override readonly readText = (asked: string): Promise<string | undefined> => {
    this.readCount += 1;
    return Promise.resolve(this.files.get(asked));
  };
}

interface Report {
  readonly resultId: string;
  readonly items: readonly { readonly code: string }[];
}

const pull = (client: LanguageClient): Promise<Report> => client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });

const start = async (files: Readonly<Record<string, string>>): Promise<{ readonly client: LanguageClient; readonly door: CountingDoor }> => {
  const door = new CountingDoor(files);
  const client = await startInMemory({ capabilities, folderUris: [folder] }, door);
  await client.open(uri, text);
  return { client, door };
};

const hasUndefinedKey = ({ items }: Report): boolean => items.some(({ code }) => code === 'citation-key-undefined');

describe('without file watchers', () => {
  it('a document that stays the same is checked once, and its files are read once a second', async () => {
    const { client, door } = await start({ [bib]: wrecks });
    const { resultId } = await pull(client);
    const { readCount } = door;
    for (let i = 0; i < 5; i++) expect((await pull(client)).resultId).toBe(resultId);
    expect(door.readCount).toBe(readCount);
    door.time += 1_000;
    expect((await pull(client)).resultId).toBe(resultId);
    expect(door.readCount).toBeGreaterThan(readCount);
    await client.stop();
  });

  it('a changed bibliography counts after a second', async () => {
    const { client, door } = await start({ [bib]: wrecks });
    expect(hasUndefinedKey(await pull(client))).toBe(true);
    door.files.set(bib, wrecks.replace('wrecks,', 'wreks,'));
    door.time += 1_000;
    expect(hasUndefinedKey(await pull(client))).toBe(false);
    await client.stop();
  });

  it('a changed settings file counts after a second', async () => {
    const { client, door } = await start({ [bib]: wrecks });
    expect(hasUndefinedKey(await pull(client))).toBe(true);
    door.files.set(config, 'rules:\n  citation-key-undefined: off\n');
    expect(hasUndefinedKey(await pull(client))).toBe(true);
    door.time += 1_000;
    expect(hasUndefinedKey(await pull(client))).toBe(false);
    await client.stop();
  });

  it('a bibliography that is open counts at once', async () => {
    const { client } = await start({ [bib]: wrecks });
    expect(hasUndefinedKey(await pull(client))).toBe(true);
    await client.open(bib, wrecks.replace('wrecks,', 'wreks,'), { languageId: 'bibtex' });
    expect(hasUndefinedKey(await pull(client))).toBe(false);
    await client.stop();
  });
});
