import { describe, expect, it } from 'vitest';
import { findRegions } from '../../server/src/core/syntax/regions';

const kinds = (text: string): string[] => findRegions(text).regions.map((region) => `${region.kind} ${region.span.start}-${region.span.end}`);

describe('findRegions', () => {
  it('takes closed front matter, and none while it is typed', () => {
    expect(kinds('---\ntitle: A\n---\ntext')).toEqual(['front-matter 0-17']);
    expect(kinds('---\ntitle: A\n\n- item')).toEqual([]);
    expect(kinds('---\r\ntitle: A\r\n---\r\ntext')).toEqual(['front-matter 0-20']);
    expect(kinds('text\n\n---\ntitle: A\n---\n')).toEqual([]);
  });

  it('takes fenced math and leaves dollars alone', () => {
    expect(kinds('a\n\n$$\nx = 1\n$$\n')).toEqual(['math 3-14']);
    expect(kinds('$$x = 1$$')).toEqual(['math 0-9']);
    expect(kinds('It cost $5 million in 2024 and $10 million in 2025.')).toEqual([]);
    expect(kinds('$$\nnever closed')).toEqual([]);
  });

  it('takes divs with their class, label or title, also nested', () => {
    const { regions } = findRegions('::: {.key-takeaways}\ntext\n:::: note\nx\n::::\n:::\n\n:::box[A title]\ny\n:::\n');
    expect(regions.map((region) => region.kind === 'div' && [region.name, region.label])).toEqual([
      ['key-takeaways', null],
      ['note', null],
      ['box', 'A title'],
    ]);
  });

  it('reads neither times nor datelines nor ratios as directives', () => {
    for (const text of ['ISLAMABAD:Pakistan has', '10:30am', 'ratio 4:1', ':smile: text', '::not a directive', ':::']) expect(kinds(text)).toEqual([]);
  });

  it('looks into no code fence', () => {
    expect(kinds('```\n::: note\n$$\n```\n')).toEqual([]);
    expect(kinds('```\n$$\n$$')).toEqual([]);
  });

  it('takes an HTML table over its blank lines', () => {
    expect(kinds('<table>\n<tr><td>1</td></tr>\n\n<tr><td>2</td></tr>\n</table>\ntext')).toEqual(['html-table 0-57']);
  });

  it('blanks without moving anything', () => {
    const text = '---\na: 1\n---\r\n::: note\nText\n:::\n';
    const { masked } = findRegions(text);
    expect(masked.length).toBe(text.length);
    expect(masked.indexOf('Text')).toBe(text.indexOf('Text'));
    expect(masked.replace(/\s/g, '')).toBe('Text');
    expect(masked.replace(/[^\r\n]/g, '')).toBe(text.replace(/[^\r\n]/g, ''));
  });
});
