import { describe, expect, it } from 'vitest';
import type { Brief } from '../../server/src/core/model/brief';
import { buildBrief } from '../../server/src/core/model/build-brief';

/** Headings as "level style text", indented by nesting. */
function outline(brief: Brief): string[] {
  const depth = (index: number): number => {
    const parent = brief.sections[index]?.parent;
    return parent === null || parent === undefined ? 0 : 1 + depth(parent);
  };
  return brief.sections.flatMap((section) => (section.heading ? [`${'  '.repeat(depth(section.index) - 1)}${section.heading.style} ${section.heading.text}`] : []));
}

const kinds = (brief: Brief): string[] => brief.blocks.map((block) => block.kind);

describe('headings', () => {
  it('takes # lines, underlined lines and bold lines, the latter one below', () => {
    const brief = buildBrief('# Title\n\n## Findings\n\n**Prices rose**\n\nText.\n\n**Wages fell**\n\nText.\n\nMethod\n------\n\nText.\n');
    expect(outline(brief)).toEqual(['atx Title', '  atx Findings', '    bold Prices rose', '    bold Wages fell', '  setext Method']);
  });

  it('takes lines of capitals and lines behind an emoji', () => {
    expect(outline(buildBrief('⚡ KEY TAKEAWAYS\n\n- One.\n\nEXECUTIVE SUMMARY\n\nText.\n\n🔍 What is missing\n\nText.\n'))).toEqual(['emoji-capitals ⚡ KEY TAKEAWAYS', 'emoji-capitals EXECUTIVE SUMMARY', 'title-line 🔍 What is missing']);
  });

  it('takes plain lines of ordinary Markdown only when they name a section', () => {
    expect(outline(buildBrief('Introduction\n\nText here.\n\nJane Doe\n\nMore text.\n'))).toEqual(['title-line Introduction']);
  });

  it('takes neither table titles nor bold sentences, figures and quotations', () => {
    for (const text of ['**Table 2. Meters by board**', '**This is a whole sentence.**', '**3.4 million people**', '**“We will pay,” they said**', 'Source: SBP', '**Source: SBP**', 'OECD']) {
      expect(outline(buildBrief(`${text}\n\nText.\n`)), text).toEqual([]);
    }
  });

  it('takes callout titles and divs, whose blocks are their own section', () => {
    const brief = buildBrief('## Background\n\n> [!NOTE] Key takeaways\n> - One.\n> - Two.\n\nAfter the box.\n\n> **At a glance**\n>\n> Text.\n\n::: {.key-messages}\n- Three.\n:::\n\nEnd.\n');
    expect(outline(brief)).toEqual(['atx Background', '  callout Key takeaways', '  callout At a glance', '  div key messages']);
    expect(brief.sections[1]?.blocks.length).toBe(2);
    expect(brief.sections[2]?.keys).toContain('summary');
    expect(brief.sections[4]?.blocks.length).toBe(1);
  });

  it('takes a div around a heading for a mere frame', () => {
    const brief = buildBrief('::: {.key-takeaways}\n## Key takeaways\n\n- One.\n:::\n\n## Findings\n\nText.\n');
    expect(outline(brief)).toEqual(['atx Key takeaways', 'atx Findings']);
  });

  it('spans from the heading to the end of the last child', () => {
    const text = '## A\n\nx\n\n### B\n\ny\n\n## C\n';
    const brief = buildBrief(text);
    const spanOf = (i: number): string => text.slice(brief.sections[i]?.span.start, brief.sections[i]?.span.end);
    expect(spanOf(1)).toBe('## A\n\nx\n\n### B\n\ny');
    expect(spanOf(2)).toBe('### B\n\ny');
    expect(spanOf(3)).toBe('## C');
  });
});

describe('pasted text', () => {
  const pasted = [
    'The Valley and Its Water',
    '💧 KEY TAKEAWAYS',
    '- Four boards share one river.',
    '- Meters are missing in two of them.',
    'How It Came About',
    'The Early Years',
    'The first board was set up to serve the town alone, and for a long time nobody upstream had reason to ask what it took out of the river in a dry year or what it gave back.',
    'The Second Board',
    'The second board followed when the mills came, and it took its water above the town, so that the first board learned for the first time what a neighbour can do to a river.',
    '📊 COMPARISON',
    '| Board | Meters |',
    '|---|---|',
    '| North | 12 |',
    'Source: Water Office (2024)',
    '"We measured nothing, and so we agreed on nothing, for twenty years."',
  ].join('\n');

  it('has a heading directly followed by another as its parent', () => {
    expect(outline(buildBrief(pasted))).toEqual([
      'title-line The Valley and Its Water',
      '  emoji-capitals 💧 KEY TAKEAWAYS',
      'title-line How It Came About',
      '  title-line The Early Years',
      '  title-line The Second Board',
      'emoji-capitals 📊 COMPARISON',
    ]);
  });

  it('finds list, table, source line and quotation', () => {
    const brief = buildBrief(pasted);
    expect(brief.isLineStructured).toBe(true);
    expect(kinds(brief)).toEqual(['list', 'paragraph', 'paragraph', 'table', 'source-line', 'paragraph']);
    expect(brief.sourceLines[0]?.covers).toBe(3);
    expect(brief.quotations.map((quotation) => [quotation.form, quotation.attribution])).toEqual([['paragraph', null]]);
    expect(brief.metadata.title?.value).toBe('The Valley and Its Water');
  });
});

describe('tables', () => {
  it('lets go of the source line that GFM takes for a row', () => {
    const brief = buildBrief('## T\n\n| a | b |\n|---|---|\n| x | 5% |\nSource: PBS (2024)\n');
    expect(kinds(brief)).toEqual(['table', 'source-line']);
    expect(brief.tables[0]?.rows.length).toBe(1);
    expect(brief.tables[0]?.sourceLines).toEqual([1]);
  });

  it('reads HTML tables with exact cells', () => {
    const text = '<table>\n<caption>Meters</caption>\n<tr><th>Board</th><th>Share (%)</th></tr>\n\n<tr><td>North</td><td> <b>12.5</b> </td></tr>\n</table>\n';
    const table = buildBrief(text).tables[0];
    expect(table?.syntax).toBe('html');
    expect(table?.caption?.value).toBe('Meters');
    expect(table?.head.map((cell) => cell.text)).toEqual(['Board', 'Share (%)']);
    const cell = table?.rows[0]?.[1];
    expect(cell && text.slice(cell.span.start, cell.span.end)).toBe('12.5');
    expect(cell?.quantities[0]).toMatchObject({ low: 12.45, high: 12.55, unit: '%' });
  });

  it('takes the line above for a title, and a lead-in for none', () => {
    const table = '| a | b |\n|---|---|\n| x | 5 |\n';
    expect(buildBrief(`**Table 1. Meters by board**\n\n${table}`).tables[0]?.caption?.value).toBe('Table 1. Meters by board');
    expect(buildBrief(`${table}\nTable: Meters by board\n`).tables[0]?.caption?.value).toBe('Meters by board');
    expect(buildBrief(`The table shows meters:\n\n${table}`).tables[0]?.caption).toBeNull();
    expect(buildBrief(`It has been so for years.\n\n${table}`).tables[0]?.caption).toBeNull();
  });
});

describe('sentences and citations', () => {
  it('gives the note mark to the sentence before it', () => {
    const text = 'Output fell by 3%.[^1] It recovered.\n\n[^1]: PBS (2024).\n';
    const brief = buildBrief(text);
    expect(brief.sentences.map((sentence) => text.slice(sentence.span.start, sentence.span.end))).toEqual(['Output fell by 3%.[^1]', 'It recovered.']);
    expect(brief.sentences[0]?.citations[0]).toMatchObject({ style: 'footnote', works: [{ key: '1' }] });
    expect(brief.footnotes[0]?.citations.length).toBe(1);
  });

  it('joins a lone citation to the sentence before it', () => {
    expect(buildBrief('Output fell. (World Bank, 2025) It recovered.').sentences.map((sentence) => sentence.text)).toEqual(['Output fell. (World Bank, 2025)', 'It recovered.']);
  });

  it('takes links to other places for citations, and links within the text for none', () => {
    const styles = (text: string): string[] => buildBrief(text).citations.map((citation) => citation.style);
    expect(styles('As [PBS](https://example.org/a) shows.')).toEqual(['link']);
    expect(styles('See [below](#findings) or [write](mailto:a@example.org).')).toEqual([]);
    expect(styles('As [World Bank (2025)](https://example.org) shows.')).toHaveLength(1);
  });

  it('takes an emphasised run for a title, not its last word for an author', () => {
    const works = (text: string): unknown[] => buildBrief(text).citations.flatMap((citation) => citation.works.map(({ author, title, year }) => [author, title, year]));
    expect(works('*Rivers as Borders* (1999) says so.')).toEqual([[null, 'Rivers as Borders', '1999']]);
    expect(works("Ana Ruiz's *Rivers as Borders* (1999) says so.")).toEqual([['Ana Ruiz', 'Rivers as Borders', '1999']]);
    expect(works('Rivers rose, as *Border House* (2024) says.')).toEqual([['Border House', null, '2024']]);
  });

  it('takes numbers for citations where a numbered list, raised notes or the count of the marks says so', () => {
    const numbers = (text: string): (string | null)[] => buildBrief(text).citations.filter(({ style }) => style === 'numbered').flatMap((citation) => citation.works.map(({ key }) => key));
    expect(numbers('Rent rose.² Coal fell.¹\n\n## Notes\n\n¹ PBS (2025), Prices.\n\n² PBS (2024), Rents.\n')).toEqual(['2', '1']);
    expect(numbers('Rent rose.² Coal fell.¹\n\n¹ PBS (2025), Prices.\n² PBS (2024), Rents.\n')).toEqual(['2', '1']);
    expect(numbers('Rent rose [2].\n\n## References\n\n[1] PBS (2025), Prices.\n[2] PBS (2024), Rents.\n')).toEqual(['2']);
    expect(numbers('Rent rose [1]. Coal fell [2]. Fish too [1, 3].')).toEqual(['1', '2', '1', '3']);
    expect(numbers('Rent rose by [4] and fell by [2] and [9].')).toEqual([]);
    expect(numbers('A room has 30 m² of floor.')).toEqual([]);
  });

  it('reads no prose in the reference list, and lists its works', () => {
    const brief = buildBrief('## Findings\n\nOutput fell (Khan, 2024).\n\n## References\n\n- Khan, A. (2024). *Water and mills*. Example Press.\n- PBS (2023). Labour Force Survey.\n');
    expect(brief.sentences).toHaveLength(1);
    expect(brief.references.map((reference) => reference.year)).toEqual(['2024', '2023']);
    expect(brief.sections[brief.referenceSection ?? 0]?.heading?.text).toBe('References');
  });
});

describe('quotations', () => {
  const attributions = (text: string): (string | null)[] => buildBrief(text).quotations.map((quotation) => quotation.attribution?.value ?? null);

  it('finds the speaker in, below and above a block quote', () => {
    expect(attributions('> “We measured nothing.”\n>\n> — A. Khan, Water Office, 3 May 2024\n')).toEqual(['A. Khan, Water Office, 3 May 2024']);
    expect(attributions('> “We measured nothing.”\n\n— A. Khan\n')).toEqual(['A. Khan']);
    expect(attributions('The director said:\n\n> We measured nothing.\n')).toEqual(['The director said:']);
    expect(attributions('> “We measured nothing.”\n')).toEqual([null]);
  });

  it('does not run from a possessive to the next mark', () => {
    expect(buildBrief("The citizens' data and the boards' meters are Pakistan's own.").quotations).toEqual([]);
  });

  it('keeps the label before a title', () => {
    expect(buildBrief('- Essay: "Water and the Limits of the State."\n').quotations[0]?.label).toBe('Essay');
  });
});

describe('metadata', () => {
  it.each([
    ['title: [a, b\nauthor: A. Khan\ndate: 2026-03-01', 'a bracket "[" is not closed'],
    ['title: {a: b\nauthor: A. Khan', 'a brace "{" is not closed'],
    ['title: Ports: the next step', 'a value with a colon in it needs quotation marks'],
    ['title: Ports\n  author: A. Khan', 'a line is set in that belongs to no key above'],
    ['title: Ports\nby A. Khan\ndate: 2026', 'a line has no colon between key and value'],
    ['title: @ports', 'a value that begins with "@" needs quotation marks'],
    ['title:\n\tmain: Ports', 'a tab stands where only spaces may stand'],
    ['title: "Ports" of call', '"of" has no place here'],
  ])('says in plain words, and once, what is wrong with %j', (yaml, message) => {
    expect(buildBrief(`---\n${yaml}\n---\n\nText.\n`).metadata.frontMatter?.problems.map((problem) => problem.message)).toEqual([`Front matter is not valid YAML: ${message}`]);
  });

  it('comes from front matter, else from the first lines', () => {
    const front = buildBrief('---\ntitle: Water\nauthor: [A. Khan, B. Malik]\ndate: 2026-03-01\nbibliography: refs.bib\n---\n\nText.\n').metadata;
    expect([front.title?.value, front.author?.value, front.date?.value, front.bibliography]).toEqual(['Water', 'A. Khan, B. Malik', '2026-03-01', ['refs.bib']]);
    const lines = buildBrief('# Water\n\nBy A. Khan, Water Office\n\n3 March 2026\n\n## Summary\n\nText.\n').metadata;
    expect([lines.title?.value, lines.author?.value, lines.date?.value]).toEqual(['Water', 'A. Khan, Water Office', '2026-03-03']);
  });

  it('keeps what it can of broken YAML and says what is wrong', () => {
    const front = buildBrief('---\ntitle: Water\nauthor: "unclosed\n---\n\nText.\n').metadata.frontMatter;
    expect(front?.problems.map(({ message }) => message)).toEqual(['Front matter is not valid YAML: a quotation mark is not closed']);
    expect(front?.keySpans.has('title')).toBe(true);
  });
});
