import { describe, expect, it } from 'vitest';
import { answerRequestName, citationChoicesRequest, claimsRequest, coverageRequest, type AnswerResult, type CitationChoicesResult, type ClaimsResult, type CoverageResult } from '../../server/src/protocol';
import { bib } from '../support/cited-brief';
import { MemoryDoor, startInMemory, type LanguageClient } from '../support/language-client';

const folder = 'file:///papers';
const uri = `${folder}/brief.md`;
const text = '---\ntitle: Gate\nbibliography: references.bib\n---\n\n# Gate\n\nThe North Gate handled 52% of all freight in 2024.\n\nIt grew by 12% [@ruiz2024].\n';
const place = { line: 7, character: 25 };

const start = async (options: { readonly picksCitations?: boolean } = {}): Promise<LanguageClient> => {
  const client = await startInMemory({ folderUris: [folder], initializationOptions: options }, new MemoryDoor({ [`${folder}/references.bib`]: bib }));
  await client.openAndCheck(uri, text);
  return client;
};

const titlesAt = async (client: LanguageClient): Promise<readonly string[]> => {
  const { diagnostics } = await client.diagnostics(uri, 1);
  const diagnostic = diagnostics.find(({ code }) => code === 'unsourced-statistic');
  if (diagnostic === undefined) throw new Error('nothing is asked');
  return (await client.codeActions(uri, diagnostic.range, { diagnostics: [diagnostic], only: ['quickfix'] })).map(({ title }) => title);
};

describe('brieflint/claims', () => {
  it('lists claims by section, with what is asked and what can be answered', async () => {
    const client = await start();
    const { brief } = await client.connection.sendRequest<ClaimsResult>(claimsRequest, { uri });
    expect(brief?.version).toBe(1);
    expect(brief?.sections.map(({ title }) => title)).toEqual(['Gate']);
    expect(brief?.sections[0]?.claims.map(({ state, answer }) => [state, answer])).toEqual([
      ['open', null],
      ['sourced', 'covered by [@ruiz2024]: stands in this sentence'],
    ]);
    expect(brief?.sections[0]?.claims[0]?.asked).toMatchObject({ rule: 'unsourced-statistic', range: { start: { line: 7, character: 23 } }, answers: ['citation', 'stub', 'own-analysis', 'common-knowledge'] });
    await client.stop();
  });

  it('has nothing for what is not open, and for nonsense', async () => {
    const client = await start();
    expect(await client.connection.sendRequest(claimsRequest, { uri: `${folder}/other.md` })).toEqual({ brief: null });
    expect(await client.connection.sendRequest(claimsRequest, 7)).toEqual({ brief: null });
    expect(await client.connection.sendRequest(answerRequestName, { uri, position: 'here', answer: 'stub' })).toHaveProperty('whyNot');
    await client.stop();
  });
});

describe('brieflint/coverage', () => {
  it('says what covers what', async () => {
    const client = await start();
    const { brief } = await client.connection.sendRequest<CoverageResult>(coverageRequest, { uri });
    expect(brief?.sentences.map(({ kind, range }) => [kind, range.start.line])).toEqual([['open', 7], ['cited', 9]]);
    await client.stop();
  });
});

describe('brieflint/answer', () => {
  it('offers works, the likely ones first, and cites the one chosen', async () => {
    const client = await start();
    const { statement, choices } = await client.connection.sendRequest<CitationChoicesResult>(citationChoicesRequest, { uri, position: place });
    expect(statement).toBe('The North Gate handled 52% of all freight in 2024.');
    expect(choices[0]).toMatchObject({ reference: 'harbour2025', label: 'Harbour Office (2025)', description: '@harbour2025', reason: 'in its title: freight, north, gate' });
    const answer = await client.connection.sendRequest<AnswerResult>(answerRequestName, { uri, position: place, answer: 'citation', reference: 'harbour2025' });
    const end = { line: 7, character: 49 };
    expect(answer).toEqual({ version: 1, edits: [{ range: { start: end, end }, newText: ' [@harbour2025]' }] });
    await client.stop();
  });

  it.each([
    ['stub', ' ([Source, year])'],
    ['own-analysis', ' (own analysis)'],
    ['common-knowledge', '<!-- brieflint-disable-next-line unsourced-statistic -- common knowledge -->\n'],
  ])('writes %s', async (answer, newText) => {
    const client = await start();
    const result = await client.connection.sendRequest<AnswerResult>(answerRequestName, { uri, position: place, answer });
    expect('edits' in result ? result.edits.map((edit) => edit.newText) : result).toEqual([newText]);
    await client.stop();
  });

  it('says why there is none', async () => {
    const client = await start();
    expect(await client.connection.sendRequest(answerRequestName, { uri, position: { line: 9, character: 6 }, answer: 'common-knowledge' })).toEqual({ whyNot: 'Nothing here asks for a source that common knowledge could answer for.' });
    expect(await client.connection.sendRequest(answerRequestName, { uri, position: place, answer: 'citation', reference: 'nobody' })).toHaveProperty('whyNot');
    await client.stop();
  });
});

describe('an answer from the keyboard', () => {
  it('is refused where it is not offered', async () => {
    const client = await startInMemory({ folderUris: [folder], initializationOptions: {} }, new MemoryDoor({}));
    await client.openAndCheck(uri, '“The harbour has lost half of its trade and nobody wants to talk about it.” The town is small.\n');
    expect(await client.connection.sendRequest(answerRequestName, { uri, position: { line: 0, character: 9 }, answer: 'own-analysis' })).toEqual({ whyNot: 'Your own analysis is no answer here: a source is asked for.' });
    await client.stop();
  });
});

describe('the lamp', () => {
  it('offers likely works as edits to an editor without our command', async () => {
    const client = await start();
    const titles = await titlesAt(client);
    expect(titles.slice(0, 4)).toEqual(['Add "([Source, year])"', 'Cite Harbour Office (2025)', 'Mark as own analysis', 'Mark as common knowledge']);
    await client.stop();
  });

  it('names the command to one that has it', async () => {
    const client = await start({ picksCitations: true });
    const titles = await titlesAt(client);
    expect(titles.slice(0, 4)).toEqual(['Add "([Source, year])"', 'Insert citation…', 'Mark as own analysis', 'Mark as common knowledge']);
    await client.stop();
  });
});
