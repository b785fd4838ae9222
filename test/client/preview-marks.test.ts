import { describe, expect, it } from 'vitest';
import type { PreviewMarkItem } from '../../server/src/protocol';
import { linesOf, moveMarks, type KeptMarks } from '../../client/src/preview/placed-marks';
import { marksOf, renderMarkdown } from '../support/preview';

/** One mark on each stretch between `«` and `»`. */
const marked = (text: string): { readonly text: string; readonly kept: KeptMarks } => {
  const marks: PreviewMarkItem[] = [];
  const lines = linesOf(text).map((line, number) => {
    let plain = '';
    let start = 0;
    for (const character of line) {
      if (character === '«') start = plain.length;
      else if (character === '»') marks.push({ range: { start: { line: number, character: start }, end: { line: number, character: plain.length } }, kind: 'citation', message: 'M', entry: null });
      else plain += character;
    }
    return plain;
  });
  return { text: lines.join('\n'), kept: { lines, marks, entries: [] } };
};

const render = (withMarks: string, options: object = {}): string => {
  const { text, kept } = marked(withMarks);
  return renderMarkdown(text, kept, options).replace(/<(span|a) class="brieflint-citation" title="M">/g, '«').replaceAll('</span>', '»');
};

describe('the words of a mark', () => {
  it.each([
    ['Rents rose «(Office, 2025)».', '<p>Rents rose «(Office, 2025)».</p>'],
    ['Rents *rose* by **52%** «[@key2024, p. 4]».', '<p>Rents <em>rose</em> by <strong>52%</strong> «[@key2024, p. 4]».</p>'],
    ['# Rents «(Office, 2025)» ##', '<h1>Rents «(Office, 2025)»</h1>'],
    ['- a\n  - «(Office, 2025)» b', '<ul>\n<li>a\n<ul>\n<li>«(Office, 2025)» b</li>\n</ul>\n</li>\n</ul>'],
    ['> a\n> «b» c', '<blockquote>\n<p>a\n«b» c</p>\n</blockquote>'],
    ['[a](x "b") b «b»', '<p><a href="x" title="b">a</a> b «b»</p>'],
    ['[a][x] «a»\n\n[x]: http://x.example', '<p><a href="http://x.example">a</a> «a»</p>'],
    ['![b](b.png) «b»', '<p><img src="b.png" alt="b"> «b»</p>'],
    ['`«` `` a`b `` «b»', '<p><code>«</code> <code>a`b</code> «b»</p>'],
    ['A \\* b &amp; c \\[1\\] «c»', '<p>A * b &amp; c [1] «c»</p>'],
    ['&#x1F600; 😀 «😀»', '<p>😀 😀 «😀»</p>'],
    ['<b>b</b> «b» <https://b.example> «b»', '<p><b>b</b> «b» <a href="https://b.example">https://b.example</a> «b»</p>'],
    ['see https://b.example «b»', '<p>see <a href="https://b.example">https://b.example</a> «b»</p>'],
    ['«a **b** c»', '<p>«a »<strong>«b»</strong>« c»</p>'],
    ['**a «b» c**', '<p><strong>a «b» c</strong></p>'],
  ])('are found: %s', (text, html) => {
    const code = text.startsWith('`«`');
    expect(render(code ? text.replace('`«`', '`x`') : text).trim()).toBe(code ? html.replace('<code>«</code>', '<code>x</code>') : html);
  });

  it('are found in cells, though two cells have the same words', () => {
    expect(render('| a | b |\n| --- | --- |\n| 12 | «12» |\n| «3» | 3 |')).toContain('<td>12</td>\n<td>«12»</td>\n</tr>\n<tr>\n<td>«3»</td>\n<td>3</td>');
    expect(render('- x\n\n  | a |\n  |---|\n  | «b» |')).toContain('<td>«b»</td>');
  });

  it('are found where typography is replaced', () => {
    expect(render('"a" -- b... «"c"»', { typographer: true }).trim()).toBe('<p>“a” – b… «“c”»</p>');
  });

  it('are found in the title and the body of a box', () => {
    expect(render('> [!NOTE] Rents «(Office)»\n> Up «(Office)».')).toContain('<p class="brieflint-callout-title">Rents «(Office)»</p>\n<p>Up «(Office)».</p>');
    expect(render('::: note\nUp «(Office)».\n:::')).toContain('<p>Up «(Office)».</p>');
  });

  it('have none where the source is not what was rendered', () => {
    const { kept } = marked('Rents rose «(Office, 2025)».');
    expect(renderMarkdown('Rents fell (Office, 2025).', kept)).toBe('<p>Rents fell (Office, 2025).</p>\n');
  });

  it('have none in code', () => {
    expect(render('```\n«a»\n```')).not.toContain('«');
    expect(render('a `«b»` c')).not.toContain('«');
  });
});

describe('a mark', () => {
  const mark = (kind: PreviewMarkItem['kind'], message: string, start: number, end: number, entry: number | null = null): PreviewMarkItem => ({ range: { start: { line: 0, character: start }, end: { line: 0, character: end } }, kind, message, entry });

  it('says what is asked in plain text, whatever it is made of', () => {
    const html = renderMarkdown('a b', { lines: ['a b'], marks: [mark('unresolved', '"><script>alert(1)</script>\n[x](command:y)', 0, 1)], entries: [] });
    expect(html).toBe('<p><span class="brieflint-unresolved" title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\n[x](command:y)">a</span> b</p>\n');
  });

  it('shares its words with another, the nearer one said first', () => {
    const html = renderMarkdown('a b c', { lines: ['a b c'], marks: [mark('unsourced', 'outer', 0, 5), mark('conflict', 'inner', 2, 3)], entries: [] });
    expect(html).toBe(
      '<p><span class="brieflint-unsourced" title="outer">a </span><span class="brieflint-unsourced brieflint-conflict" title="inner\n\nouter">b</span><span class="brieflint-unsourced" title="outer"> c</span></p>\n',
    );
  });

  it('leads to the entry of the list, but not out of another link', () => {
    const text = 'A [B](x) here\n\n- B. *Rents*. 2025.';
    const kept: KeptMarks = { lines: linesOf(text), marks: [mark('citation', 'B', 0, 1, 0), mark('citation', 'B', 3, 4, 0)], entries: [{ start: { line: 2, character: 2 }, end: { line: 2, character: 18 } }] };
    expect(renderMarkdown(text, kept)).toBe(
      '<p><a class="brieflint-citation" title="B" href="#brieflint-reference-1">A</a> <a href="x"><span class="brieflint-citation" title="B">B</span></a> here</p>\n<ul>\n<li><span id="brieflint-reference-1">B. </span><em>Rents</em>. 2025.</li>\n</ul>\n',
    );
  });
});

describe('marks of a text that has been edited', () => {
  const { text, kept } = marked('One «a»\n\nTwo «b»\n\nThree «c»');
  const after = (edited: string): readonly (readonly [number, string])[] => {
    const lines = linesOf(edited);
    return moveMarks(kept, lines).marks.map(({ range }) => [range.start.line, (lines[range.start.line] ?? '').slice(range.start.character, range.end.character)]);
  };

  it('stay with their lines, and go where the line has changed', () => {
    expect(after(text)).toEqual([[0, 'a'], [2, 'b'], [4, 'c']]);
    expect(after(`New\n${text}`)).toEqual([[1, 'a'], [3, 'b'], [5, 'c']]);
    expect(after(text.replace('Two', 'Twice'))).toEqual([[0, 'a'], [4, 'c']]);
    expect(after(text.replace('Two b\n\n', ''))).toEqual([[0, 'a'], [2, 'c']]);
    expect(after('')).toEqual([]);
  });
});

describe('a brief in the preview', () => {
  const text = `---
title: Gate
---

# Gate

Half of all lorries, 52%, come at night (Harbour Office, 2025). In 2024 the gate handled 412,000 containers (Ruiz, 2024).

The North Gate handled 52% of all freight in 2024.

| Year | Share |
| --- | --- |
| 2024 | 52% |

Source: Harbour Office (2025).

## References

- Harbour Office (2025). *Freight Through the North Gate*. Harbour Office.
- Okoye, B. (2023). *Trucks*. Press.
`;
  const html = (): string => renderMarkdown(text, marksOf(text));

  it('shows the reference of each citation, and leads there', () => {
    expect(html()).toContain('<a class="brieflint-citation" title="Harbour Office (2025). Freight Through the North Gate. Harbour Office." href="#brieflint-reference-1">(Harbour Office, 2025)</a>');
    expect(html()).toMatch(/Source: <a class="brieflint-citation"[^>]*>Harbour Office \(2025\)<\/a>/);
    expect(html()).toMatch(/<span id="brieflint-reference-1">Harbour Office \(2025\)/);
  });

  it('says of one that leads nowhere what the editor says', () => {
    expect(html()).toMatch(/<span class="brieflint-unresolved" title="The reference list has no &quot;Ruiz \(2024\)&quot;">/);
  });

  it('marks the claim without a source', () => {
    expect(html()).toMatch(/<span class="brieflint-unsourced" title="[^"]+">The North Gate handled 52% of all freight in 2024\.<\/span>/);
  });
});
