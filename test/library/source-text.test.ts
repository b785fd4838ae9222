import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { largestSourceFile } from '../../server/src/core/library/extract/limits';
import { readPdf } from '../../server/src/core/library/extract/pdf';
import { readSourceText } from '../../server/src/core/library/extract/read-source-text';
import type { SourceText } from '../../server/src/core/library/source-text';
import { longestPdfReading, longestSourceText } from '../../server/src/core/library/extract/limits';
import { makePdf } from '../support/make-pdf';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (path: string, content: string | Uint8Array): Promise<SourceText> => readSourceText(path, typeof content === 'string' ? bytesOf(content) : content, readPdf);
const linesOf = ({ passages }: SourceText): readonly string[] => passages.map(({ text, line, page }) => `${String(line ?? page ?? '-')}: ${text}`);

describe('plain text', () => {
  it('is cut into paragraphs with their lines', async () => {
    const text = await read('a.txt', 'First line\nof a para-\ngraph with a long-term\nplan.\n\n\nSecond (long-\nterm).\r\n');
    expect(text.problem).toBeNull();
    expect(linesOf(text)).toEqual(['1: First line of a paragraph with a long-term plan.', '7: Second (long-term).']);
  });

  it('keeps rows of a table apart', async () => {
    const text = await read('a.txt', 'Region     2023    2024\nNorth      22.7    24.1\nSouth      18.0    19.5\nSource: survey\n');
    expect(linesOf(text)).toEqual(['1: Region 2023 2024', '2: North 22.7 24.1', '3: South 18.0 19.5', '4: Source: survey']);
  });

  it('is read as UTF-16 and Windows-1252 too', async () => {
    expect(linesOf(await read('a.txt', Uint8Array.of(0xff, 0xfe, 0x41, 0, 0xe9, 0)))).toEqual(['1: Aé']);
    expect(linesOf(await read('a.txt', Uint8Array.of(0x41, 0xe9, 0x93)))).toEqual(['1: Aé“']);
  });

  it('cuts a paragraph without end', async () => {
    const { passages } = await read('a.txt', `${'Fares rose by a tenth. '.repeat(1_000)}\n${'x'.repeat(10_000)}`);
    expect(Math.max(...passages.map((passage) => passage.text.length))).toBeLessThanOrEqual(2_000);
    expect(passages.map((passage) => passage.text).join(' ')).toContain('tenth. Fares');
  });
});

describe('Markdown', () => {
  it('loses its marks and keeps its tables', async () => {
    const text = await read('a.md', '---\ntitle: X\n---\n# Head *one*\nWe [found](https://x.org/a_b) **much**[^1].\nMore of_it.\n\n- an item\n- another\n\n| Region | Share (%) |\n| --- | ---: |\n| North | 22.7 |\n\n[^1]: A note.\n');
    expect(linesOf(text)).toEqual(['4: Head one', '5: We found much. More of_it.', '8: an item', '9: another', '13: Region: North; Share (%): 22.7', '15: A note.']);
  });
});

describe('HTML', () => {
  it('gives blocks and rows without menus and scripts', async () => {
    const html = `<!doctype html><html><head><title>Fares</title><style>p{}</style><script>var a="<p>no</p>";</script></head>
<body><nav><ul><li>Home</li></ul></nav>
<h1>Fares &amp; buses</h1>
<p>They rose by 4<sup>th</sup>
<b>a lot</b>.</p><table><tr><th>Region</th><th>2024</th></tr>
<tr><td>North</td><td>22.7&nbsp;%</td></tr></table>
<p>End<br>here</p></body></html>`;
    expect(linesOf(await read('a.html', html))).toEqual(['1: Fares', '3: Fares & buses', '4: They rose by 4th a lot.', '6: Region: North; 2024: 22.7 %', '7: End here']);
  });

  it('heeds a declared encoding', async () => {
    const bytes = Uint8Array.from([...bytesOf('<meta charset="windows-1251"><p>'), 0xcc, 0xe8, 0xf0, ...bytesOf('</p>')]);
    expect(linesOf(await read('a.htm', bytes))).toEqual(['1: Мир']);
  });
});

describe('CSV', () => {
  it('names the columns in each row, with its line', async () => {
    const text = await read('a.csv', 'Table 1\nRegion,Share (%),Year\nNorth,22.7,2024\n"South,\nold",18,2024\nEast,,2023\n');
    expect(linesOf(text)).toEqual(['1: Table 1', '3: Region: North; Share (%): 22.7; Year: 2024', '4: Region: South, old; Share (%): 18; Year: 2024', '6: Region: East; Year: 2023']);
  });

  it('guesses semicolons and tabs', async () => {
    expect(linesOf(await read('a.csv', 'Region;Share\nNorth;22,7\n'))).toEqual(['2: Region: North; Share: 22,7']);
    expect(linesOf(await read('a.tsv', 'Region\tShare\nNorth\t22.7\n'))).toEqual(['2: Region: North; Share: 22.7']);
  });
});

const wordXml = (body: string): Uint8Array => strToU8(`<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`);
const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;

describe('DOCX', () => {
  it('gives paragraphs, tables and notes, as they stand after all changes', async () => {
    const document = [
      `<w:p><w:r><w:t>Fares </w:t></w:r><w:del><w:r><w:delText>fell</w:delText></w:r></w:del><w:ins><w:r><w:t>rose</w:t></w:r></w:ins><w:r><w:tab/><w:t>&amp; stayed</w:t></w:r></w:p>`,
      `<w:tbl><w:tr>${cell('Region')}${cell('Share (%)')}</w:tr><w:tr>${cell('North')}${cell('22.7')}</w:tr></w:tbl>`,
      paragraph('End.'),
    ].join('');
    const docx = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': wordXml(document), 'word/footnotes.xml': wordXml(`<w:footnote>${paragraph('A note on 12 firms.')}</w:footnote>`) });
    const text = await read('a.docx', docx);
    expect(text.problem).toBeNull();
    expect(linesOf(text)).toEqual(['-: Fares rose & stayed', '-: Region: North; Share (%): 22.7', '-: End.', '-: A note on 12 firms.']);
  });

  it('stops at a bomb', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(100_000_000) }, { level: 9 });
    expect(bomb.length).toBeLessThan(500_000);
    const text = await read('a.docx', bomb);
    expect(text).toMatchObject({ passages: [], problem: 'unpacks to more than 80 MB' });
  });

  it.each([
    ['no zip at all', bytesOf('hello, this is no Word file'), 'no Word document (its text is missing)'],
    ['another zip', zipSync({ 'a.txt': strToU8('x') }), 'no Word document (its text is missing)'],
    ['an old or locked one', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'protected with a password, or in the old Word format'],
  ])('says what is wrong with %s', async (_name, bytes, problem) => {
    expect(await read('a.docx', bytes)).toMatchObject({ passages: [], problem });
  });

  it('survives cuts anywhere', async () => {
    const whole = zipSync({ 'word/document.xml': wordXml(paragraph('Fares rose. '.repeat(50))) });
    for (let length = 0; length < whole.length; length += 7) expect((await read('a.docx', whole.subarray(0, length))).format).toBe('docx');
  });
});

describe('PDF', () => {
  it('gives paragraphs with their pages, words joined, heads left out', async () => {
    const page = (number: number, lines: readonly string[]) => [{ x: 50, y: 800, text: `Fare survey ${String(number)}` }, ...lines.map((text, i) => ({ x: 50, y: 700 - 14 * i - (text.startsWith('Then') ? 20 : 0), text }))];
    const pdf = makePdf([
      page(1, ['Fares rose by 22.7 per cent, as the com-', 'mittee of the city found in 2024.', 'Then they fell.']),
      page(2, ['Region 2023 2024', 'North 22.7 24.1', 'South 18.0 19.5']),
      page(3, ['The end.']),
    ]);
    const text = await read('a.pdf', pdf);
    expect(text.problem).toBeNull();
    expect(linesOf(text)).toEqual(['1: Fares rose by 22.7 per cent, as the committee of the city found in 2024.', '1: Then they fell.', '2: Region 2023 2024', '2: North 22.7 24.1', '2: South 18.0 19.5', '3: The end.']);
  });

  it('leaves out the raised numbers of notes', async () => {
    const pdf = makePdf([[{ x: 50, y: 700, text: 'Fares rose by 23%' }, { x: 142, y: 704, text: '12', size: 7 }, { x: 152, y: 700, text: 'in May.' }]]);
    expect(linesOf(await read('a.pdf', pdf))).toEqual(['1: Fares rose by 23% in May.']);
  });

  it.each([
    ['scans', makePdf([[], []]), 'scanned pages without text'],
    ['what is none', bytesOf('hello'), 'no PDF, whatever its name says'],
    ['a broken one', bytesOf('%PDF-1.7\nnothing more'), 'broken PDF: it cannot be read'],
    ['a locked one', makePdf([[{ x: 50, y: 700, text: 'secret' }]], { isLocked: true }), 'protected with a password'],
  ])('says what is wrong with %s', async (_name, bytes, problem) => {
    expect(await read('a.pdf', bytes)).toMatchObject({ passages: [], problem });
  });

  it('survives cuts anywhere', async () => {
    const whole = makePdf([[{ x: 50, y: 700, text: 'Fares rose.' }]]);
    for (let length = 0; length < whole.length; length += 41) expect((await read('a.pdf', whole.subarray(0, length))).format).toBe('pdf');
  });

  it('is not read without a reader, and says so', async () => {
    expect((await readSourceText('a.pdf', makePdf([[]]), null)).problem).toMatch(/^PDFs cannot be read here/);
  });

  it('that unfolds to text without end is read up to a limit, and that is said', async () => {
    // Small letters: what stands beside the page is not read at all.
    const line = { x: 10, y: 700, size: 1, text: 'Fares rose by 23 per cent in the year that ended. '.repeat(20) };
    const text = await read('a.pdf', makePdf([[line], Array.from({ length: 6_000 }, () => line), [line]]));
    expect(text.problem).toBe('only the first 5 million characters were read');
    expect(text.passages[0]?.page).toBe(1);
    expect(text.passages.reduce((sum, passage) => sum + passage.text.length, 0)).toBeLessThanOrEqual(longestSourceText);
  });

  it('that takes too long is read in part, and that is said', async () => {
    const pages = makePdf(Array.from({ length: 9 }, (_none, i) => [{ x: 50, y: 700, text: `Page ${String(i)}.` }]));
    let time = 0;
    const hurried = await readPdf(pages, () => (time += longestPdfReading / 6));
    expect(hurried.problem).toBe('only what could be read in 20 seconds was read');
    expect(hurried.pages.length).toBeGreaterThan(0);
    expect(hurried.pages.length).toBeLessThan(9);
    expect((await readPdf(pages, () => 5)).pages).toHaveLength(9);
  });
});

describe('any file', () => {
  it('is refused when too large, empty or no text', async () => {
    expect((await read('a.txt', new Uint8Array(largestSourceFile + 1))).problem).toBe('larger than 20 MB');
    expect((await read('a.txt', '')).problem).toBe('no text in it');
    expect((await read('a.txt', Uint8Array.of(1, 0, 2))).problem).toBe('no text file, whatever its name says');
  });

  it.each(['a.txt', 'a.md', 'a.html', 'a.csv'])('is cut with a word about it: %s', async (path) => {
    const text = await read(path, '<p>Fares rose in every one of the towns that were asked.\n\n'.repeat(100_000));
    expect(text.problem).toBe('only the first 5 million characters were read');
  });

  it.each(['txt', 'md', 'html', 'csv'])('of odd bytes costs no more than its length: %s', async (ending) => {
    const bits = ['[', '](', '<', '*', '_', '|', '-\n', '"', ';', '&', '\n', '  ', '[^', '`'];
    for (const bit of bits) {
      const started = performance.now();
      await read(`a.${ending}`, `x${bit.repeat(200_000 / bit.length)}`);
      expect(performance.now() - started, JSON.stringify(bit)).toBeLessThan(2_000);
    }
  });
});
