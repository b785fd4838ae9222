import { describe, expect, it } from 'vitest';
import { buildReference, type ReferenceFields } from '../../server/src/core/library/build-reference';
import { authorYearOf, formatReference, formatReferenceMarkdown, listEntryOf, type ReferenceStyle } from '../../server/src/core/library/format-reference';
import { bodyName, OTHERS, personName } from '../../server/src/core/library/reference-names';

const reference = (fields: ReferenceFields) => buildReference({ id: 'a', format: 'bibtex', path: 'a.bib', span: { start: 0, end: 1 }, keySpan: null }, fields);

const article = reference({
  type: 'article-journal',
  authors: [personName('Shah', 'Ayesha R.'), personName('van den Berg', 'Jean-Paul')],
  title: 'Wide roads',
  containerTitle: 'Journal of Roads',
  year: '2023',
  volume: '12',
  issue: '3',
  pages: '4–9',
  doi: '10.1000/xyz',
});
const report = reference({ type: 'report', authors: [bodyName('World Bank')], title: 'Roads report', publisher: 'World Bank', year: '2025', yearSuffix: 'a', number: '12', url: 'https://example.org/r', accessed: '2025-05-03' });
const chapter = reference({ type: 'chapter', authors: [personName('Khan', 'Ali'), OTHERS], editors: [personName('Rauf', 'Karim')], title: 'Water', containerTitle: 'A Handbook', publisher: 'North House', year: '2020', pages: '3–9' });
const book = reference({ type: 'book', editors: [personName('Rauf', 'K.'), personName('Lodhi', 'S.')], title: 'Small places?', edition: '2', publisher: 'North House', year: '2020' });
const news = reference({ type: 'article-newspaper', title: 'Exports rise', containerTitle: 'Dawn', year: '2025', date: '2025-07-31' });

describe('formatReference', () => {
  it.each<[ReferenceStyle, string[]]>([
    [
      'apa',
      [
        'Shah, A. R., & van den Berg, J.-P. (2023). Wide roads. Journal of Roads, 12(3), 4–9. https://doi.org/10.1000/xyz',
        'World Bank (2025a). Roads report (No. 12). https://example.org/r',
        'Khan, A., et al. (2020). Water. In K. Rauf (Ed.), A Handbook (pp. 3–9). North House.',
        'Rauf, K., & Lodhi, S. (Eds.) (2020). Small places? (2nd ed.). North House.',
        'Exports rise (2025, July 31). Dawn.',
      ],
    ],
    [
      'chicago',
      [
        'Shah, Ayesha R., and Jean-Paul van den Berg. 2023. “Wide roads.” Journal of Roads 12 (3): 4–9. https://doi.org/10.1000/xyz',
        'World Bank. 2025a. Roads report. https://example.org/r',
        'Khan, Ali, et al. 2020. “Water.” In A Handbook, 3–9. North House.',
        'Rauf, K., and S. Lodhi, eds. 2020. Small places? (2nd ed.). North House.',
        '“Exports rise.” 2025. Dawn.',
      ],
    ],
    [
      'harvard',
      [
        'Shah, A. R. and van den Berg, J.-P. (2023) ‘Wide roads’, Journal of Roads, 12(3), pp. 4–9. Available at: https://doi.org/10.1000/xyz',
        'World Bank (2025a) Roads report. Available at: https://example.org/r (Accessed: 3 May 2025).',
        'Khan, A. et al. (2020) ‘Water’, in A Handbook, pp. 3–9. North House.',
        'Rauf, K. and Lodhi, S. (2020) Small places? (2nd ed.). North House.',
        'Exports rise (2025), Dawn.',
      ],
    ],
    [
      'plain',
      [
        'Shah and van den Berg (2023): Wide roads. Journal of Roads. https://doi.org/10.1000/xyz',
        'World Bank (2025a): Roads report. https://example.org/r',
        'Khan et al. (2020): Water. A Handbook. North House.',
        'Rauf and Lodhi (2020): Small places? North House.',
        'Exports rise (2025). Dawn.',
      ],
    ],
  ])('%s', (style, lines) => {
    expect([article, report, chapter, book, news].map((entry) => formatReference(entry, style))).toEqual(lines);
  });

  it('escapes what an entry brings along', () => {
    const hostile = reference({ authors: [bodyName('<img src=x>')], title: 'A [link](command:x) *b* `c` &amp; | $d$', year: '2020', url: 'javascript:alert(1)' });
    expect(formatReferenceMarkdown(hostile, 'apa')).toBe('\\<img src=x\\> (2020). *A \\[link\\](command:x) \\*b\\* \\`c\\` \\&amp; \\| \\$d\\$*. javascript:alert(1)');
    expect(listEntryOf(report)).toBe('World Bank (2025a). *Roads report* (No. 12). <https://example.org/r>');
  });

  it('says little about an entry that says nothing', () => {
    expect(formatReference(reference({}), 'apa')).toBe('(n.d.).');
    expect(authorYearOf(reference({}))).toEqual({ author: 'a', year: 'n.d.' });
  });
});

it.each<[ReferenceFields, string, string]>([
  [{ authors: [bodyName('Pakistan Bureau of Statistics (PBS)')], year: '2024' }, 'Pakistan Bureau of Statistics', '2024'],
  [{ authors: [personName('Khan', 'Ali'), personName('Malik', 'B.')], year: '2024', yearSuffix: 'b' }, 'Khan and Malik', '2024b'],
  [{ authors: [personName('Khan', 'A.'), personName('Malik', 'B.'), personName('Shah', 'C.')], year: 'forthcoming' }, 'Khan et al.', 'forthcoming'],
  [{ authors: [personName('Khan', 'A.'), OTHERS] }, 'Khan et al.', 'n.d.'],
  [{ editors: [personName('Rauf', 'K.')], year: '2020' }, 'Rauf', '2020'],
  [{ title: 'Exports rise', year: '2025' }, 'Exports rise', '2025'],
])('authorYearOf %#', (fields, author, year) => {
  expect(authorYearOf(reference(fields))).toEqual({ author, year });
});
