import { describe, expect, it } from 'vitest';
import { identitiesOf, summarize } from '../../server/src/core/workspace/summary';
import { emptyIndex, withSummaries, type WorkspaceIndex } from '../../server/src/core/workspace/workspace-index';
import { bib, readCited } from '../support/cited-brief';

const addressOf = (path: string): string => `file:///papers/${path}`;

const summaryOf = (text: string) => {
  const { brief, library } = readCited(text, { bib });
  return summarize(brief, library, addressOf);
};

const withBriefs = (index: WorkspaceIndex, texts: Readonly<Record<string, string | null>>): WorkspaceIndex =>
  withSummaries(index, new Map(Object.entries(texts).map(([address, text]) => [address, text === null ? null : summaryOf(text)])));

const harbour = readCited('It grew [@harbour2025].', { bib }).library.references.find(({ id }) => id === 'harbour2025');

describe('a summary', () => {
  it('names cited works and files, and no places', () => {
    const summary = summaryOf('It grew [@ruiz2024].');
    expect(summary).toEqual({ title: null, works: expect.arrayContaining(['entry:file:///papers/references.bib#ruiz2024', 'doi:10.1234/roads.3']) as unknown, files: ['file:///papers/references.bib'], figures: [] });
    expect(JSON.stringify(summary)).not.toMatch(/"(?:start|end|span)"/);
  });

  it('counts a work as cited that stands in the list by `nocite` alone', () => {
    expect(summaryOf('---\nnocite: "@ruiz2024"\n---\n\nIt grew.\n').works).toEqual(summaryOf('It grew [@ruiz2024].').works);
  });

  it('is equal for briefs that cite the same, wherever and however often', () => {
    const index = withBriefs(emptyIndex, { a: 'It grew [@ruiz2024].' });
    expect(withBriefs(index, { a: 'Words before. @ruiz2024 says so [@ruiz2024, p. 3].' })).toBe(index);
    expect(withBriefs(index, { a: 'It grew [@harbour2025].' })).not.toBe(index);
  });
});

describe('the index', () => {
  const index = withBriefs(emptyIndex, { 'b.md': 'It grew (Harbour Office, 2025).', 'a.md': 'It grew [@harbour2025; @ruiz2024].' });

  it('finds the briefs that cite a work, by key or by name', () => {
    expect(index.briefsCiting(harbour === undefined ? [] : identitiesOf(harbour, addressOf))).toEqual(['a.md', 'b.md']);
    expect(index.briefsCiting(['doi:10.1234/roads.3'])).toEqual(['a.md']);
    expect(index.briefsCiting(['doi:10.1234/nothing'])).toEqual([]);
  });

  it('finds the briefs that read a file', () => {
    expect(index.briefsNaming('file:///papers/references.bib')).toEqual(['a.md', 'b.md']);
  });

  it('forgets a brief that is gone', () => {
    expect(withBriefs(index, { 'a.md': null }).briefsCiting(['doi:10.1234/roads.3'])).toEqual([]);
    expect(withBriefs(index, { 'c.md': null })).toBe(index);
  });

  it('knows one work by its DOI in two lists', () => {
    const { brief, library } = readCited('It grew (Ruiz and Okoye, 2024).\n\n## References\n\n- Ruiz, A. and Okoye, B. (2024). *Trucks at night*. https://doi.org/10.1234/roads.3\n');
    expect(withSummaries(index, new Map([['c.md', summarize(brief, library, addressOf)]])).briefsCiting(['doi:10.1234/roads.3'])).toEqual(['a.md', 'c.md']);
  });

  it('takes many changes in one step, and is the same as after each alone', () => {
    const changes = { 'a.md': null, 'b.md': 'It grew (Harbour Office, 2025).', 'd.md': 'It grew [@ruiz2024].' };
    const oneByOne = Object.entries(changes).reduce((so, [address, text]) => withBriefs(so, { [address]: text }), index);
    const atOnce = withBriefs(index, changes);
    expect(atOnce.summaries).toEqual(oneByOne.summaries);
    expect(atOnce.briefsCiting(['doi:10.1234/roads.3'])).toEqual(['d.md']);
    expect(atOnce.briefsNaming('file:///papers/references.bib')).toEqual(['b.md', 'd.md']);
  });

  it('grows with the number of briefs, and not with its square', () => {
    const changes = new Map(Array.from({ length: 20_000 }, (_none, i) => [`${String(i)}.md`, { title: null, works: [`doi:10.1/${String(i)}`, 'doi:10.1/all'], files: [], figures: [] }]));
    expect(withSummaries(emptyIndex, changes).briefsCiting(['doi:10.1/all'])).toHaveLength(20_000);
  });
});
