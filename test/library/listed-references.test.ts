import { describe, expect, it } from 'vitest';
import { formatReference } from '../../server/src/core/library/format-reference';
import { frontMatterReferences } from '../../server/src/core/library/front-matter-references';
import { parseListNames } from '../../server/src/core/library/list-names';
import { listedReferences } from '../../server/src/core/library/listed-references';
import type { Reference } from '../../server/src/core/library/reference';
import { buildBrief } from '../../server/src/core/model/build-brief';
import { sliceOf } from '../../server/src/core/text/span';

const list = (entries: string): readonly Reference[] => listedReferences(buildBrief(`# Brief\n\nText.\n\n## References\n\n${entries}\n`));
const namesOf = (reference: Reference | undefined): string[] => reference?.authors.map((name) => (name.isBody ? `#${name.family}` : `${name.family}|${name.given ?? ''}`)) ?? [];

describe('listedReferences', () => {
  it('APA', () => {
    const [reference] = list('- Shah, A., Qureshi, B. R., & Malik, C. (2023, May 3). Wide roads: a study. *Journal of Roads*, 12(3), 4–9. https://doi.org/10.1000/xyz(1)');
    expect(reference).toMatchObject({
      id: 'list:1', type: 'article-journal', title: 'Wide roads: a study', year: '2023', date: '2023-05-03', containerTitle: 'Journal of Roads', volume: '12', issue: '3', pages: '4–9', doi: '10.1000/xyz(1)', listNumber: null,
    });
    expect(namesOf(reference)).toEqual(['Shah|A.', 'Qureshi|B. R.', 'Malik|C.']);
  });

  it('Chicago', () => {
    const [reference] = list('- Shah, Ayesha, Bilal Qureshi, and Sana Malik. 2024. "Broadband and growth." *Journal of Roads* 12 (3): 4–9.');
    expect(reference).toMatchObject({ title: 'Broadband and growth', year: '2024', containerTitle: 'Journal of Roads', pages: '4–9' });
    expect(namesOf(reference)).toEqual(['Shah|Ayesha', 'Qureshi|Bilal', 'Malik|Sana']);
  });

  it('Harvard', () => {
    const [reference] = list('- Office of Examples (OOE) (2025a) Labour in small places. Northtown: OOE Press. Available at: <https://ooe.example.org> (Accessed: 12 May 2025).');
    expect(reference).toMatchObject({ title: 'Labour in small places', year: '2025', yearSuffix: 'a', publisher: 'OOE Press', url: 'https://ooe.example.org', accessed: '2025-05-12' });
    expect(namesOf(reference)).toEqual(['#Office of Examples (OOE)']);
  });

  it('footnote style', () => {
    const [reference] = list('- Ayesha Shah and Bina Malik, Broadband and Growth (Lahore: Press, 2024), 12.');
    expect(reference).toMatchObject({ title: 'Broadband and Growth', year: '2024', publisher: 'Press' });
    expect(namesOf(reference)).toEqual(['Shah|Ayesha', 'Malik|Bina']);
  });

  it('knows a title by its italics, which are no longer in the text', () => {
    const [reference] = list('- Central Bank, *Balance of Payments*, 2024.');
    expect(reference).toMatchObject({ title: 'Balance of Payments', year: '2024' });
    expect(namesOf(reference)).toEqual(['#Central Bank']);
    expect(list('- Moss, C. (2020). *Homo faber* in the city. Quay Press.')[0]?.title).toBe('Homo faber in the city');
  });

  it('numbers of ordered lists, as Markdown counts, and of brackets', () => {
    expect(list('1. Khan A, Malik B. Roads. 2020.\n1. World Bank. (2021). More roads.\n7. OECD (2022). Third.').map((reference) => reference.listNumber)).toEqual([1, 2, 3]);
    const bracketed = list('[1] Khan A, Malik B. Roads. 2020.\n\n[2] World Bank. (2021). More roads.');
    expect(bracketed.map((reference) => [reference.listNumber, reference.title])).toEqual([[1, 'Roads'], [2, 'More roads']]);
    expect(namesOf(bracketed[0])).toEqual(['Khan|A', 'Malik|B']);
  });

  it('finds the target of a link at the end, and where the fields stand', () => {
    const text = '# Brief\n\n## References\n\n- Rural Bank (2024). Savings. [PDF](https://example.org/s.pdf)\n';
    const [reference] = listedReferences(buildBrief(text));
    expect(reference?.url).toBe('https://example.org/s.pdf');
    for (const [name, value] of [['author', 'Rural Bank'], ['year', '2024']] as const) expect(sliceOf(text, reference?.fieldSpans.get(name) ?? { start: 0, end: 0 })).toBe(value);
  });
});

describe('parseListNames', () => {
  it.each<[string, string[]]>([
    ['Khan, A., Malik, B. & van der Berg, P.', ['Khan|A.', 'Malik|B.', 'van der Berg|P.']],
    ['Khan A, Malik BR', ['Khan|A', 'Malik|BR']],
    ['Ana van den Broek and Luz de la Torre', ['van den Broek|Ana', 'de la Torre|Luz']],
    ['Rowntree & Daughters plc', ['#Rowntree & Daughters plc']],
    ['Institut du Port', ['#Institut du Port']],
    ['Khan, Malik and Shah', ['Khan|', 'Malik|', 'Shah|']],
    ['Khan and Malik', ['Khan|', 'Malik|']],
    ['Khan, Ali', ['Khan|Ali']],
    ['Khan, A. et al.', ['Khan|A.', 'et al.|']],
    ['Khan, A. and Malik, B. (eds.)', ['Khan|A.', 'Malik|B.']],
    ['King, M. L., Jr., & Shah, A.', ['King|M. L., Jr.', 'Shah|A.']],
    ['Ministry of Planning, Development and Special Initiatives', ['#Ministry of Planning, Development and Special Initiatives']],
    ['Food and Agriculture Organization', ['#Food and Agriculture Organization']],
    ['UNDP and World Bank', ['#UNDP', '#World Bank']],
    ['Khan, A.; World Bank', ['Khan|A.', '#World Bank']],
    ['Dawn', ['Dawn|']],
    ['', []],
  ])('%s', (written, names) => {
    expect(parseListNames(written).map((name) => (name.isBody ? `#${name.family}` : `${name.family}|${name.given ?? ''}`))).toEqual(names);
  });
});

it('reads `references:` of front matter, with places', () => {
  const text = '---\ntitle: A\nreferences:\n- id: wb\n  type: report\n  title: Roads\n  author: {literal: Rural Bank}\n  issued: 2024-05-01\n- title: No key\n  author: [{family: Khan}]\n---\n\n# Brief\n';
  const { references, problems } = frontMatterReferences(buildBrief(text));
  expect(references).toMatchObject([{ id: 'wb', format: 'front-matter', path: null, date: '2024-05-01' }, { id: 'khan', keySpan: null }]);
  expect(sliceOf(text, references[0]?.keySpan ?? { start: 0, end: 0 })).toBe('wb');
  expect(problems.map((problem) => problem.message)).toEqual(['An entry without an id cannot be cited by key']);
  expect(references[0] && formatReference(references[0], 'apa')).toBe('Rural Bank (2024). Roads.');
});
