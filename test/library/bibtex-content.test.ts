import { describe, expect, it } from 'vitest';
import { chooseFile } from '../../server/src/core/library/bibtex-file-field';
import { parseBibtexNames } from '../../server/src/core/library/bibtex-names';
import { decodeLatex, decodeVerbatim } from '../../server/src/core/library/latex-text';
import { readDateParts, readReferenceDate } from '../../server/src/core/library/reference-dates';
import { doiOfAddress, findAddress, readDoi } from '../../server/src/core/library/reference-identifiers';

describe('decodeLatex', () => {
  it.each([
    [String.raw`G{\"o}del, \"{u}ber, \'e, {\'{\i}}, \v{s}, \c c, \H{o}`, 'Gödel, über, é, í, š, ç, ő'],
    [String.raw`\AA ngstr{\o}m {\ss} \L{}\'od\'z {\AE}`, 'Ångstrøm ß Łódź Æ'],
    [String.raw`10\% \& \$5 \#1 a\_b \{x\}`, '10% & $5 #1 a_b {x}'],
    ['pages 3--9 --- and ``so\'\'', 'pages 3–9 — and “so”'],
    [String.raw`\textit{Roads} and {\bf Rivers}, \emph{{GDP}}`, 'Roads and Rivers, GDP'],
    [String.raw`CO$_2$, CO\textsubscript{2}, m$^2$, $\alpha \leq 5$`, 'CO₂, CO₂, m², α ≤ 5'],
    ['From $5 billion to $7 billion', 'From $5 billion to $7 billion'],
    [String.raw`\href{https://a.org}{here}, \enquote{so}, \noopsort{1999}x`, 'here, “so”, x'],
    ['A~B\n\t C', 'A B C'],
    ['R&amp;D <i>in</i> x < y', 'R&D in x < y'],
    [String.raw`\unknown{kept} \'`, 'kept'],
  ])('%s', (source, text) => {
    expect(decodeLatex(source)).toBe(text);
  });

  it('leaves addresses as they are', () => {
    expect(decodeVerbatim(String.raw`\url{https://a.org/x\_y\%20z\~{}q}`)).toBe('https://a.org/x_y%20z~q');
    expect(decodeVerbatim('https://a.org/x_y~z%20')).toBe('https://a.org/x_y~z%20');
  });
});

describe('parseBibtexNames', () => {
  it.each<[string, string[]]>([
    ['Khan, Ali and Bina Malik', ['Khan|Ali', 'Malik|Bina']],
    ['Ludwig van der Berg and de la Cruz, Ana', ['van der Berg|Ludwig', 'de la Cruz|Ana']],
    ['{World Bank} AND {Food and Agriculture Organization}', ['#World Bank', '#Food and Agriculture Organization']],
    ['World Bank and OECD and State Bank of Pakistan', ['#World Bank', '#OECD', '#State Bank of Pakistan']],
    ['King, Jr., Martin Luther and Smith, J. and others', ['King|Martin Luther, Jr.', 'Smith|J.', 'et al.|']],
    [String.raw`{\'E}mile Zola and {\"O}zg{\"u}r, A.`, ['Zola|Émile', 'Özgür|A.']],
    ['family=Berg, given=Anna, prefix=van den', ['van den Berg|Anna']],
    ['Anderson, Sandra', ['Anderson|Sandra']],
    [' and and Khan, Ali and ', ['Khan|Ali']],
    ['', []],
  ])('%s', (field, names) => {
    expect(parseBibtexNames(field).map((name) => (name.isBody ? `#${name.family}` : `${name.family}|${name.given ?? ''}`))).toEqual(names);
  });
});

describe('file fields', () => {
  it.each([
    [':papers/a.pdf:PDF', 'papers/a.pdf'],
    ['Full Text:files/12/a.pdf:application/pdf;Snapshot:files/13/a.html:text/html', 'files/12/a.pdf'],
    ['files/a.html;files/a.pdf', 'files/a.pdf'],
    ['C:\\\\papers\\\\a.pdf', 'C:\\papers\\a.pdf'],
    [String.raw`:C\:\\papers\\a.pdf:PDF`, 'C:\\papers\\a.pdf'],
    ['a.txt', 'a.txt'],
    ['', null],
  ])('%s', (written, path) => {
    expect(chooseFile(written)).toBe(path);
  });
});

describe('dates', () => {
  it.each<[string, string | null, string | null, string | null]>([
    ['2024', '2024', null, '2024'],
    ['2024a', '2024', 'a', '2024'],
    ['2024-5-3', '2024', null, '2024-05-03'],
    ['2024/05/12', '2024', null, '2024-05-12'],
    ['12 May 2024', '2024', null, '2024-05-12'],
    ['2024-25', '2024-25', null, '2024'],
    ['2024/2025', '2024-25', null, '2024'],
    ['2024-01/2024-05', '2024', null, '2024-01'],
    ['2024-11/2025-02', '2024-25', null, '2024-11'],
    ['c. 1998', '1998', null, '1998'],
    ['1998~', '1998', null, '1998'],
    ['n.d.', 'n.d.', null, null],
    ['in press', 'forthcoming', null, null],
    ['', null, null, null],
    ['soon', null, null, null],
  ])('%s', (written, year, yearSuffix, date) => {
    expect(readReferenceDate(written)).toEqual({ year, yearSuffix, date });
  });

  it('puts year, month and day together', () => {
    expect(readDateParts('2024', 'May', '3').date).toBe('2024-05-03');
    expect(readDateParts('2024', 'May 3--5', null).date).toBe('2024-05-03');
    expect(readDateParts('2024', '02', '31').date).toBe('2024-02');
    expect(readDateParts('2024', 'Spring', null).date).toBe('2024');
  });
});

it('reads identifiers', () => {
  expect(readDoi('https://doi.org/10.1000/abc(1).')).toBe('10.1000/abc(1)');
  expect(readDoi('doi: 10.1000/abc, and')).toBe('10.1000/abc');
  expect(doiOfAddress('https://www.example.org/doi/10.1000/abc')).toBeNull();
  expect(findAddress('see <https://a.org/x_(y)>, or')).toBe('https://a.org/x_(y)');
});
