import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseBibliography } from '../../server/src/core/library/parse-bibliography';
import type { Bibliography, Reference } from '../../server/src/core/library/reference';
import { sliceOf } from '../../server/src/core/text/span';

const read = (name: string): Bibliography => parseBibliography(name, readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8'));
const idsOf = (bibliography: Bibliography): string[] => bibliography.references.map((reference) => reference.id);
const find = (bibliography: Bibliography, id: string): Reference => {
  const reference = bibliography.references.find((candidate) => candidate.id === id);
  if (reference === undefined) throw new Error(`no ${id}`);
  return reference;
};
const problemsOf = (bibliography: Bibliography): string[] => bibliography.problems.map((problem) => `${problem.key ?? '-'}: ${problem.message}`);

describe('good files', () => {
  it.each(['good.bib', 'good.ris', 'good.json', 'good.yaml'])('%s has no problem, and every key stands where it says', (name) => {
    const bibliography = read(name);
    expect(bibliography.problems).toEqual([]);
    for (const { keySpan, id } of bibliography.references) if (keySpan !== null) expect(sliceOf(bibliography.text, keySpan)).toBe(id);
  });

  it('reads BibTeX and BibLaTeX', () => {
    const bibliography = read('good.bib');
    expect(idsOf(bibliography)).toEqual(['sbp2024', 'muller2019', 'vandenberg2016', 'shah2020', 'handbook2020', 'portal', 'who2023a']);
    expect(find(bibliography, 'sbp2024')).toMatchObject({
      type: 'report',
      authors: [{ family: 'State Bank of Pakistan', given: null, isBody: true }],
      title: 'Annual Report on the Economy: Prices and Payments',
      publisher: 'State Bank of Pakistan',
      year: '2024',
      date: '2024-10-17',
      url: 'https://www.example.org/sbp_2024',
      accessed: '2025-02-03',
    });
    expect(find(bibliography, 'muller2019')).toMatchObject({
      type: 'article-journal',
      authors: [{ family: 'Müller', given: 'Björn' }, { family: 'Nuñez', given: 'Émile' }, { family: 'Koç', given: 'Łukasz' }],
      title: 'CO₂ prices — a Survey of regional markets',
      containerTitle: 'Journal of Example Studies',
      date: '2019-03-12',
      volume: '12',
      issue: '3',
      pages: '101–119',
      doi: '10.1000/example.12',
      file: 'papers/muller2019.pdf',
    });
    expect(find(bibliography, 'vandenberg2016').authors.map((name) => `${name.family}|${name.given ?? ''}`)).toEqual(['van den Berg|Anna', 'King|Martin, Jr.', 'et al.|']);
    expect(find(bibliography, 'shah2020')).toMatchObject({ type: 'chapter', title: 'Water and Work', containerTitle: 'A Handbook of Small Places', publisher: 'Northern House', year: '2020', editors: [{ family: 'Rauf' }, { family: 'Lodhi' }] });
    expect(find(bibliography, 'portal')).toMatchObject({ year: 'n.d.', date: null, url: 'https://data.example.org/households', accessed: '2024-05-12' });
    expect(find(bibliography, 'who2023a')).toMatchObject({ year: '2023', yearSuffix: 'a', keywords: ['health', 'clinics'], url: 'https://example.org/clinics?a=1&b=2' });
  });

  it('says where fields stand', () => {
    const bibliography = read('good.bib');
    const report = find(bibliography, 'sbp2024');
    const spanOf = (name: string): string => sliceOf(bibliography.text, report.fieldSpans.get(name) ?? { start: 0, end: 0 });
    expect([spanOf('title'), spanOf('date'), spanOf('institution')]).toEqual(['Annual Report on the Economy', '2024-10-17', 'sbp']);
    expect(sliceOf(bibliography.text, report.span)).toMatch(/^@report\{sbp2024,[^]*\}$/u);
  });

  it('reads RIS', () => {
    const bibliography = read('good.ris');
    expect(bibliography.references).toMatchObject([
      { id: 'sbp2024', type: 'report', authors: [{ family: 'State Bank of Pakistan', isBody: true }], date: '2024-10-17', keywords: ['prices'], url: 'https://www.example.org/sbp' },
      { id: 'müller2019', keySpan: null, type: 'article-journal', title: 'Carbon prices, a survey of regional markets', containerTitle: 'Journal of Example Studies', pages: '101–119', doi: '10.1000/example.12', year: '2019' },
    ]);
  });

  it('reads CSL-JSON and CSL-YAML', () => {
    expect(read('good.json').references).toMatchObject([
      { id: 'sbp2024', title: 'Annual Report on the Economy', authors: [{ family: 'State Bank of Pakistan', isBody: true }], date: '2024-10-17', accessed: '2025-02-03' },
      { id: '7', authors: [{ family: 'van den Berg', given: 'Anna' }, { family: 'Müller' }], date: '2019-05', pages: '101–119', volume: '12', doi: '10.1000/example.12' },
    ]);
    expect(read('good.yaml').references).toMatchObject([
      { id: 'sbp2024', title: 'Annual Report: the Economy', date: '2024-10-17' },
      { id: 'berg2019', title: 'Carbon prices', authors: [{ family: 'van den Berg', given: 'Anna' }], date: '2019-05' },
    ]);
  });
});

describe('broken files keep all other entries', () => {
  it('BibTeX', () => {
    const bibliography = read('broken.bib');
    expect(idsOf(bibliography)).toEqual(['first', 'noclose', 'nobrace', 'noquote', 'inner', 'nocomma', 'stray', 'bare', 'macro', 'malik2015', 'valueless', 'equals', 'orphan', 'last']);
    expect(bibliography.references.map((reference) => reference.year)).toEqual(['2020', '2021', '2022', '2023', '2024', '2019', '2018', '2017', '2016', '2015', '2013', '2012', '2011', '2010']);
    expect(bibliography.references.map((reference) => reference.title)).not.toContain(null);
    expect(find(bibliography, 'inner').title).toBe('The "best" of it');
    expect(problemsOf(bibliography)).toEqual([
      'noclose: "noclose" is not closed',
      'nobrace: This brace is not closed',
      'noquote: This quotation mark is not closed',
      'nocomma: No comma after the key "nocomma"',
      'nocomma: No comma after this value in "nocomma"',
      'stray: A closing brace too many in "stray"',
      'bare: "Bare words here" stands without braces',
      'macro: "nowhere" is not defined by @string',
      '-: @report has no key',
      'noat: No @ before "report"',
      'valueless: "note" in "valueless" has no value',
      'equals: No = after "title" in "equals"',
      'orphan: "orphan" takes fields from "nobody", which is not in this file',
    ]);
  });

  it('RIS', () => {
    const bibliography = read('broken.ris');
    expect(bibliography.references.map(({ id, title }) => [id, title])).toEqual([['one', 'The first one'], ['two', 'Its neighbour has no end'], ['three', 'No type'], ['four', 'The last one']]);
    expect(problemsOf(bibliography)).toEqual(['one: This record has no ER line', '-: Text outside a record', '-: A record begins with TY, not with ID', 'four: This record has no ER line']);
  });

  it('CSL-JSON', () => {
    const bibliography = read('broken.json');
    expect(bibliography.references.map(({ id, year }) => [id, year])).toEqual([['first', '2020'], ['nocomma', '2021'], ['nolist', '2022'], ['noquote', '2023'], ['noend', '2024'], ['trailing', '2019'], ['last', '2018']]);
    expect(problemsOf(bibliography)).toEqual([
      '-: This [ is not closed',
      'nocomma: No comma after this',
      'nolist: This [ is not closed',
      'noquote: This quotation mark is not closed',
      'noend: This { is not closed',
      'trailing: No comma after this',
      '-: An entry must be a map in { }',
    ]);
  });

  it('CSL-YAML', () => {
    const bibliography = read('broken.yaml');
    expect(idsOf(bibliography)).toEqual(['first', 'quote', 'colon', 'last']);
    expect(find(bibliography, 'colon').title).toBe('Roads: a study: of much');
    expect(new Set(bibliography.problems.map((problem) => problem.key))).toEqual(new Set(['quote', 'colon']));
  });

  // Known limit: with everything on one line, a value that is not closed takes the fields after it along.
  it('an unclosed value on one line keeps its entry', () => {
    const bibliography = parseBibliography('a.bib', '@misc{a, title = {Open, year = {2020}\n}\n@misc{b, year = 2021}');
    expect(bibliography.references).toMatchObject([{ id: 'a', year: null }, { id: 'b', year: '2021' }]);
  });
});

describe('odd files', () => {
  it('keeps both entries of one key', () => {
    expect(idsOf(parseBibliography('a.bib', '@misc{a, title={X}}\n@misc{a, title={Y}}'))).toEqual(['a', 'a']);
  });

  it.each([
    ['@misc{a, year = 2020}', 'bibtex'],
    ['[{"id": "a"}]', 'csl-json'],
    ['TY  - JOUR\nER  -\n', 'ris'],
    ['references:\n- id: a\n', 'csl-yaml'],
    ['', 'bibtex'],
  ])('tells the format of %j by its text', (text, format) => {
    expect(parseBibliography('bibliography', text).format).toBe(format);
  });

  it.each([
    ['{"references": [{"id": "a", "title": "A"}]}', 'a.json'],
    ['{"a": {"title": "A"}}', 'a.json'],
    ['{"id": "a", "title": "A"}', 'a.json'],
    ['\uFEFF// exported\n[{"id": "a", "title": "A",}]', 'a.json'],
    ['- {id: a, title: A}', 'a.yml'],
    ['{id: a, title: A}', 'a.yml'],
    ['\uFEFF@misc {a ,title="A"}', 'a.bib'],
    ['@string(x = {A}) @misc(a, title = x)', 'a.bib'],
    ['\uFEFFProvider: Somebody\n\nTY  - BOOK\nID  - a\nTI  - A\nER  - ', 'a.ris'],
  ])('%s', (text, path) => {
    const bibliography = parseBibliography(path, text);
    expect(bibliography.references).toMatchObject([{ id: 'a', title: 'A' }]);
    expect(bibliography.problems).toEqual([]);
  });

  it('leaves what a comment hides and what only looks like an entry', () => {
    const text = '@comment{@misc{hidden, year = 2020}}\nWrite to a@list (2020).\n@handle (2024) says so.\n@misc{a, year = 2021}';
    expect(idsOf(parseBibliography('a.bib', text))).toEqual(['a']);
  });

  it('follows xdata, aliases and chains of crossref, and ends in a circle', () => {
    const text = '@xdata{x, publisher={P}}\n@book{p, title={B}, ids={q}, xdata={x}, year=2020}\n@inbook{c, title={C}, crossref={q}}\n@misc{o, crossref={o2}}\n@misc{o2, crossref={o}}';
    const bibliography = parseBibliography('a.bib', text);
    expect(idsOf(bibliography)).toEqual(['p', 'c', 'o', 'o2']);
    expect(find(bibliography, 'c')).toMatchObject({ title: 'C', containerTitle: 'B', publisher: 'P', year: '2020' });
    expect(bibliography.problems).toEqual([]);
  });
});
