import { expect, it } from 'vitest';
import { previewRequest, type PreviewResult } from '../../server/src/protocol';
import { bib } from '../support/cited-brief';
import { MemoryDoor, startInMemory } from '../support/language-client';

const folder = 'file:///papers';
const uri = `${folder}/brief.md`;
const text = '---\ntitle: Gate\nbibliography: references.bib\n---\n\n# Gate\n\nThe North Gate handled 52% of all freight in 2024.\n\nIt grew by 12% [@ruiz2024].\n';

it('brieflint/preview has what a preview can show', async () => {
  const client = await startInMemory({ folderUris: [folder] }, new MemoryDoor({ [`${folder}/references.bib`]: bib }));
  await client.openAndCheck(uri, text);
  const { brief } = await client.connection.sendRequest<PreviewResult>(previewRequest, { uri });
  expect(brief?.version).toBe(1);
  expect(brief?.entries).toEqual([]);
  expect(brief?.marks.map(({ kind, range, entry }) => [kind, range.start, entry])).toEqual([
    ['unsourced', { line: 7, character: 0 }, null],
    ['citation', { line: 9, character: 15 }, null],
  ]);
  expect(brief?.marks[1]?.message).toMatch(/^Ruiz, A\., & Okoye, B\. \(2024\)\. Trucks at Night\./);
  await client.stop();
});

it('brieflint/preview has nothing for what is not open, and for nonsense', async () => {
  const client = await startInMemory({ folderUris: [folder] });
  expect(await client.connection.sendRequest(previewRequest, { uri: `${folder}/other.md` })).toEqual({ brief: null });
  expect(await client.connection.sendRequest(previewRequest, 7)).toEqual({ brief: null });
  await client.stop();
});

it('settings of the extension alone are no wrong settings', async () => {
  const client = await startInMemory({ folderUris: [folder], settings: { preview: { marks: true }, trace: { server: 'messages' }, colour: 'red' } });
  const logged: string[] = [];
  client.connection.onNotification('window/logMessage', ({ message }: { readonly message: string }) => {
    logged.push(message);
  });
  await client.openAndCheck(uri, text);
  expect(logged.filter((message) => message.includes('is no setting'))).toEqual([expect.stringContaining('"colour"')]);
  await client.stop();
});
