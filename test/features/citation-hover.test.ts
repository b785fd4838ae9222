import { describe, expect, it } from 'vitest';
import { findCitationHover, type HoverLinks } from '../../server/src/core/features/citation-hover';
import { bib, readCited, sourceText, type Surroundings } from '../support/cited-brief';

const links: HoverLinks = {
  toEntry: ({ path, id }) => `file:///${path ?? ''}#${id}`,
  toPassage: (_reference, { path }, { page, line }) => `file:///${path}#${page === null ? `L${String(line)}` : `page=${String(page)}`}`,
};

const hover = (marked: string, surroundings: Surroundings = { bib }): string | undefined => {
  const { brief, library, offset } = readCited(marked, surroundings);
  return findCitationHover({ brief, library, style: 'apa', links }, offset)?.markdown;
};

const harbourText = sourceText('sources/harbour2025.txt', ['Freight Through the North Gate', 'In 2024 the gate handled 412,000 containers, 18% more than in 2023.', 'Night traffic may be limited from 2027 on.']);
const harbourPdf = { ...harbourText, path: 'sources/harbour2025.pdf', format: 'pdf' as const, passages: harbourText.passages.map((passage, index) => ({ ...passage, line: null, page: index + 4 })) };

describe('the hover of a citation', () => {
  it.each([
    ['a key', 'The gate handled more [@harbour‸2025].'],
    ['a key in the run of the sentence', '@harbour‸2025 says that the gate handled more.'],
    ['an author and a year in brackets', 'The gate handled more (Harbour ‸Office, 2025).'],
    ['an author and a year in the sentence', 'The Harbour Office (20‸25) says that the gate handled more.'],
    ['a source line', 'Source: Harbour Office (2025‸).'],
  ])('shows the reference of %s', (_name, text) => {
    expect(hover(text)).toMatch(/Harbour Office\.? \(2025\)\. \*Freight Through the North Gate\*/);
  });

  it('shows the key, the file and the address', () => {
    expect(hover('It grew [@harbour2025‸].')).toContain('`@harbour2025` in [references.bib](<file:///references.bib#harbour2025>)');
    expect(hover('It grew [@harbour2025‸].')).toContain('<https://harbour.example/freight>');
  });

  it('covers the work under the cursor only, where several are named', () => {
    const { brief, library, offset } = readCited('It grew [@harbour2025; see @ruiz‸2024, p. 3].', { bib });
    const found = findCitationHover({ brief, library, style: 'apa', links }, offset);
    expect(brief.text.slice(found?.span.start, found?.span.end)).toBe('@ruiz2024');
    expect(found?.markdown).toContain('Trucks at Night');
    expect(found?.markdown).not.toContain('North Gate');
  });

  it('shows a note and the work that it names', () => {
    const shown = hover('It grew.[^‸1]\n\n[^1]: Harbour Office (2025), p. 3.\n');
    expect(shown).toContain('Harbour Office (2025), p. 3.');
    expect(shown).toContain('*Freight Through the North Gate*');
    expect(shown).toContain('`@harbour2025`');
  });

  it('says where a note leads nowhere', () => {
    expect(hover('It grew.[^‸9]\n')).toBe('There is no note `9`');
  });

  it('shows an entry of the brief’s own list, and how often that is cited', () => {
    const text = 'It grew (Lee, 2021‸).\n\n## References\n\n- Lee, K. (2021). *Gates of the north*. Port Press.\n';
    expect(hover(text, {})).toContain('Gates of the north');
    expect(hover(text.replace('‸', '').replace('*Gates', '*Ga‸tes'), {})).toContain('Cited 1 time in this brief');
  });
});

it('the hover of a key in `nocite` shows its entry', () => {
  expect(hover('---\nnocite: "@ruiz‸2024"\n---\n\nIt grew.\n')).toMatch(/Trucks at Night.*In the list without a citation/s);
  expect(hover('---\nnocite: "@nobody‸1"\n---\n\nIt grew.\n')).toBe('**No entry for** `@nobody1`');
});

describe('the passages of a source', () => {
  const texts = { harbour2025: harbourText };

  it('hold the figures of the sentence, with line and link', () => {
    const shown = hover('In 2024 the gate handled 412,000 containers [@harbour2025‸].', { bib, texts });
    expect(shown).toContain('“412,000”: [harbour2025.txt, line 2](<file:///sources/harbour2025.txt#L2>)');
    expect(shown).toContain('> In 2024 the gate handled **412,000** containers, 18% more than in 2023.');
  });

  it('have a page where the source is a PDF', () => {
    expect(hover('In 2024 the gate handled 412,000 containers [@harbour2025‸].', { bib, texts: { harbour2025: harbourPdf } })).toContain('[harbour2025.pdf, page 5](<file:///sources/harbour2025.pdf#page=5>)');
  });

  it('are missing where the source has nothing of the kind', () => {
    expect(hover('Fish prices fell by 7% [@harbour2025‸].', { bib, texts })).toContain('has nothing that plainly belongs to this sentence');
  });

  it('are said to be unreadable where they are', () => {
    const locked = { ...harbourText, passages: [], problem: 'scanned pages without text' };
    expect(hover('It grew [@harbour2025‸].', { bib, texts: { harbour2025: locked } })).toContain('*No text to look into:* sources/harbour2025.txt, scanned pages without text');
  });
});

describe('the hover of a quotation', () => {
  const texts = { harbour2025: harbourText };

  it('says where the words stand', () => {
    const shown = hover('It warns that "night traffic ‸may be limited from 2027 on" [@harbour2025].', { bib, texts });
    expect(shown).toContain('**Found word for word** in Harbour Office (2025)');
    expect(shown).toContain('line 3');
  });

  it('says what differs', () => {
    const shown = hover('It warns that "night traffic ‸will be limited from 2027 on" [@harbour2025].', { bib, texts });
    expect(shown).toContain('**The source has other words**');
    expect(shown).toContain('“will” here, “may” in the source');
  });

  it('says nothing without a text', () => {
    expect(hover('It warns that "night traffic ‸may be limited from 2027 on" [@harbour2025].')).toBeUndefined();
  });
});

describe('what cannot be told', () => {
  it('is ambiguous with all that it can mean', () => {
    const twins = `${bib}\n@book{harbour2025b, author = {{Harbour Office}}, title = {Ships of the Year}, year = {2025}}\n`;
    const shown = hover('It grew (Harbour Office, 2025‸).', { bib: twins });
    expect(shown).toContain('**2 works answer to this**');
    expect(shown).toContain('- `@harbour2025` ');
    expect(shown).toContain('Ships of the Year');
  });

  it('is missing with the nearest', () => {
    const shown = hover('It grew [@harbor20‸25].');
    expect(shown).toContain('**No entry for** harbor2025');
    expect(shown).toContain('- `@harbour2025` ');
  });

  it('is a year that differs', () => {
    expect(hover('It grew (Ruiz and Okoye, 2023‸).')).toContain('**The text has 2023, the entry has 2024**');
  });

  it('is no source at all, and that is said', () => {
    expect(hover('The Port Safety Act (202‸1) forbids it.')).toBe('2021 is the year of an act, not a source: to rest a statement on Port Safety Act, cite it');
    expect(hover('Write to @harbour‸mail for more.', {})).toContain('somebody');
  });

  it('is silent on plain prose', () => {
    expect(hover('The gate ‸handled more [@harbour2025].')).toBeUndefined();
  });
});

describe('text of strangers', () => {
  it('cannot make links, markup or commands of ours', () => {
    const evil = '@book{evil, author = {[x](command:run)}, title = {<img src=x onerror=y> `a` **b** [go](brieflint-source:/x)}, year = {2020}, url = {javascript:alert(1)}}';
    const shown = hover('It grew [@evi‸l].', { bib: evil, texts: { evil: sourceText('sources/[evil](command:x).txt', ['It grew <https://bad.example> [press](command:evil) ![p](http://x/y.png)']) } }) ?? '';
    expect(shown).not.toMatch(/(?<!\\)\]\((?:command|brieflint-source)/);
    expect(shown).not.toMatch(/(?<!\\)<img|(?<!\\)<https:\/\/bad|(?<!\\)\*\*b|<javascript/);
  });
});
