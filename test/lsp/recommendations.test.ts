import type { Hover } from 'vscode-languageserver';
import { afterEach, describe, expect, it } from 'vitest';
import { recommendationsRequest, type RecommendationsResult } from '../../server/src/protocol';
import { capablePushClient, MemoryDoor, startInMemory, type LanguageClient } from '../support/language-client';

const folder = 'file:///papers';
const uri = `${folder}/buses.md`;
const text = `# Buses

## Findings

Buses run late because Mill Road is full of parked cars [@office2025].

## Recommendations

- Ban parked cars from Mill Road by May 2027 [@office2025].
`;

let client: LanguageClient | undefined;

const open = async (): Promise<LanguageClient> => {
  client = await startInMemory({ capabilities: capablePushClient, folderUris: [folder] }, new MemoryDoor({ [uri]: text }));
  await client.open(uri, text);
  return client;
};

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

describe('recommendations in an editor', () => {
  it('are listed with their parts and what carries them', async () => {
    const { connection } = await open();
    const { brief } = await connection.sendRequest<RecommendationsResult>(recommendationsRequest, { uri });
    const [first] = brief?.recommendations ?? [];
    expect(first).toMatchObject({ range: { start: { line: 8, character: 2 } }, what: expect.stringMatching(/^Ban parked cars/) as unknown });
    expect(first?.parts.map(({ kind, text: words, asked, isFixable }) => [kind, words, asked, isFixable])).toEqual([
      ['who', null, expect.stringContaining('names nobody'), true],
      ['by-when', 'by May 2027', null, false],
      ['cost', null, expect.stringContaining('no cost'), true],
      ['measure', null, null, false],
    ]);
    expect(first?.restsOn).toEqual([{ range: { start: { line: 8, character: 45 }, end: { line: 8, character: 58 } }, text: '[@office2025]', section: null, words: [] }]);
    expect(first?.carriedBy).toMatchObject([{ range: { start: { line: 4, character: 0 } }, section: 'Findings' }]);
  });

  it('are asked for by documents that are not there, and by anything', async () => {
    const { connection } = await open();
    expect(await connection.sendRequest(recommendationsRequest, { uri: `${folder}/none.md` })).toEqual({ brief: null });
    expect(await connection.sendRequest(recommendationsRequest, null)).toEqual({ brief: null });
  });

  it('have their row in the hover', async () => {
    const { connection } = await open();
    const hover = await connection.sendRequest<Hover | null>('textDocument/hover', { textDocument: { uri }, position: { line: 8, character: 4 } });
    const shown = hover !== null && typeof hover.contents === 'object' && 'value' in hover.contents ? hover.contents.value : '';
    expect(shown).toContain('**Who** – · **By when** by May 2027');
    expect(shown).toMatch(/\(<file:\/\/\/papers\/buses\.md#L5%2C1>\)/);
  });
});
