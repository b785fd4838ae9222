import { describe, expect, it } from 'vitest';
import type { ReviewAnswersResult, ReviewNotesResult, ReviewPromptsResult } from '../../server/src/protocol';
import { startInMemory, type LanguageClient } from '../support/language-client';

const uri = 'file:///papers/ferries.md';
const brief = `# Ferries for the outer islands

## Background

The islands lost a third of their school pupils (Census Office, 2024).

## Recommendations

The ministry should publish the contract. It should do so by June 2027.
`;
const reader = 'vendor/model';

const prompts = (client: LanguageClient, asked = reader): Promise<ReviewPromptsResult> => client.connection.sendRequest('brieflint/review/prompts', { uri, reader: asked });
const answer = (client: LanguageClient, id: number, text: string, of = uri): Promise<ReviewAnswersResult> => client.connection.sendRequest('brieflint/review/answers', { uri: of, id, text });
const notes = (client: LanguageClient): Promise<ReviewNotesResult> => client.connection.sendRequest('brieflint/review/notes', { uri, reader, readerName: 'Model (vendor)' });

const idOf = ({ parts }: ReviewPromptsResult, part: number): number => parts[part]?.id ?? -1;

const start = async (): Promise<LanguageClient> => {
  const client = await startInMemory();
  await client.openAndCheck(uri, brief);
  return client;
};

describe('a second reading in the editor', () => {
  it('asks part by part, compares, and says what differs at its place', async () => {
    const client = await start();
    const asked = await prompts(client);
    expect(asked).toMatchObject({ whyNothing: null, asked: 3, known: 0 });
    expect(asked.parts.map(({ title }) => title)).toEqual(['Ferries for the outer islands > Background', 'Ferries for the outer islands > Recommendations']);
    expect(asked.parts[0]?.prompt).toContain('1. The islands lost a third');
    // The dialog says what the prompts hold in the words of those who write them.
    expect(asked.sent.join()).toContain('sentences of the text');
    expect(asked.notSent.join()).toContain('comments');
    expect(await answer(client, idOf(asked, 0), '{"number":1,"label":"N","reason":"no proof"}')).toEqual({ labelled: 1, problems: [] });
    expect(await answer(client, idOf(asked, 1), '{"number":2,"label":"N","reason":"which one"}\n{"number":9,"label":"N"}')).toEqual({ labelled: 1, problems: ['there is no sentence 9', 'no label for sentence 3'] });
    const { notes: places, labelled, agreed, report } = await notes(client);
    expect([labelled, agreed]).toEqual([2, 0]);
    expect(places.map(({ range, outcome, message }) => [range.start, range.end.character, outcome, message.slice(0, 60)])).toEqual([
      [{ line: 4, character: 0 }, 70, 'contradicted', 'A language model would ask for a source, but it is covered b'],
      [{ line: 8, character: 0 }, 41, 'only-reader-asks', 'A language model would ask for a source: "which one"'],
    ]);
    for (const part of ['Second reading of Ferries for the outer islands', 'Model (vendor)', '1 sentence without a label', 'no label for sentence 3']) expect(report).toContain(part);
    await client.stop();
  });

  it('asks again only for what changed, and forgets notes of changed sentences', async () => {
    const client = await start();
    const asked = await prompts(client);
    await answer(client, idOf(asked, 0), '{"number":1,"label":"S"}');
    await answer(client, idOf(asked, 1), '{"number":2,"label":"N"} {"number":3,"label":"O"}');
    expect(await prompts(client)).toMatchObject({ parts: [], asked: 0, known: 3 });
    expect((await notes(client)).notes).toHaveLength(1);
    await client.change(uri, 2, [{ range: { start: { line: 8, character: 4 }, end: { line: 8, character: 12 } }, text: 'harbour office' }]);
    expect((await notes(client)).notes).toEqual([]);
    const again = await prompts(client);
    expect(again).toMatchObject({ asked: 1, known: 2 });
    expect(again.parts[0]?.prompt).toContain('2. The harbour office should publish');
    expect(again.parts[0]?.prompt).toContain('(context) It should do so by June 2027.');
    expect(await prompts(client, 'vendor/other')).toMatchObject({ asked: 3, known: 0 });
    await client.stop();
  });

  it('takes an answer for the words that were asked about, though the document has changed meanwhile', async () => {
    const client = await start();
    const asked = await prompts(client);
    await client.change(uri, 2, [{ range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, text: 'Boats are late.\n\n' }]);
    await answer(client, idOf(asked, 1), '{"number":2,"label":"N","reason":"which one"}');
    expect((await notes(client)).notes.map(({ range }) => range.start.line)).toEqual([10]);
    await client.stop();
  });

  it('takes no answer that nobody asked for, and none twice', async () => {
    const client = await start();
    const asked = await prompts(client);
    const nobody = { labelled: 0, problems: ['nobody asked this'] };
    expect(await answer(client, 99, '{"number":1,"label":"N"}')).toEqual(nobody);
    expect(await answer(client, idOf(asked, 0), '{"number":1,"label":"N"}', 'file:///papers/other.md')).toEqual(nobody);
    await answer(client, idOf(asked, 0), '{"number":1,"label":"N"}');
    expect(await answer(client, idOf(asked, 0), '{"number":1,"label":"O"}')).toEqual(nobody);
    await client.stop();
  });

  it('says why a document cannot be reviewed, and what a request lacks', async () => {
    const client = await start();
    expect(await client.connection.sendRequest('brieflint/review/prompts', { uri: 'file:///papers/lost.md', reader })).toMatchObject({ whyNothing: 'it is not open', parts: [] });
    await expect(client.connection.sendRequest('brieflint/review/prompts', { uri })).rejects.toThrow('needs reader, a text');
    await expect(client.connection.sendRequest('brieflint/review/answers', { uri, text: '' })).rejects.toThrow('needs id, a number');
    await expect(client.connection.sendRequest('brieflint/review/notes', null)).rejects.toThrow('needs uri and reader and readerName, a text');
    await client.stop();
  });
});
