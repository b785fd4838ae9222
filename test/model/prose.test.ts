import { describe, expect, it } from 'vitest';
import { proseOf, type Prose } from '../../server/src/core/model/prose';
import { parseMarkdown } from '../../server/src/core/syntax/markdown';
import { labelKey } from '../../server/src/core/syntax/watched-labels';

function firstProse(source: string): Prose {
  const { parts } = parseMarkdown(source);
  const part = parts[0]?.part;
  const node = part?.nodes[0];
  if (!part || !node) throw new Error('no block');
  const definitions = new Map(parts.flatMap((placed) => placed.part.definitions.map(({ key, address }) => [key, address ?? undefined])));
  return proseOf([node], part.source, (identifier) => definitions.get(labelKey('link', identifier)));
}

const sourceOf = (source: string, words: string): string => {
  const prose = firstProse(source);
  const start = prose.text.indexOf(words);
  expect(start, `"${words}" in "${prose.text}"`).toBeGreaterThanOrEqual(0);
  const span = prose.toSourceSpan({ start, end: start + words.length });
  return source.slice(span.start, span.end);
};

describe('proseOf', () => {
  it('drops emphasis, links and note marks, and finds the way back', () => {
    const source = 'Output **fell** by 3% in [2024](https://example.org).[^1] It recovered.\n\n[^1]: Note.\n';
    expect(firstProse(source).text).toBe('Output fell by 3% in 2024. It recovered.');
    expect(sourceOf(source, 'fell by')).toBe('fell** by');
    expect(sourceOf(source, '2024')).toBe('2024');
    expect(sourceOf(source, 'It recovered.')).toBe('It recovered.');
  });

  it('maps entities and escapes', () => {
    const source = 'A rate of 5&nbsp;% and R\\&D &amp; more.';
    expect(sourceOf(source, '5\u00A0%')).toBe('5&nbsp;%');
    expect(sourceOf(source, 'R&D')).toBe('R\\&D');
    expect(sourceOf(source, 'more')).toBe('more');
  });

  it('maps the lines of a quotation past their marks', () => {
    const source = '> First line and\n> second 12% line';
    const prose = firstProse(source);
    const start = prose.text.indexOf('12%');
    const span = prose.toSourceSpan({ start, end: start + 3 });
    expect(source.slice(span.start, span.end)).toBe('12%');
  });

  it('raises the digits of note marks and keeps exponents', () => {
    expect(firstProse('Sure.[^1]<sup>,</sup>[^2] Next.\n\n[^1]: a\n\n[^2]: b').text).toBe('Sure. Next.');
    expect(firstProse('Sure.<sup>3,5–7</sup> Next.').text).toBe('Sure.³,⁵⁻⁷ Next.');
    expect(firstProse('50 km<sup>2</sup> of land').text).toBe('50 km2 of land');
  });

  it('keeps marks at their places', () => {
    const prose = firstProse('See [the act](https://example.org/act) and <https://example.org>.');
    expect(prose.marks.map((mark) => [mark.kind, mark.target])).toEqual([
      ['link', 'https://example.org/act'],
      ['link', 'https://example.org'],
    ]);
  });
});
