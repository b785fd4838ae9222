import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../server/src/core/features/excerpt';
import { buildSourceDocument } from '../../server/src/core/features/source-document';
import { sourceText } from '../support/cited-brief';

describe('the words of a source', () => {
  const source = sourceText('sources/gate.pdf', ['One page.', `${'Many words on the second. '.repeat(20)}The end.`]);
  const { text, lineOf } = buildSourceDocument(source);
  const lines = text.split('\n');

  it('have their pages and their passages where the line says', () => {
    expect(lines).toContain('——— page 2 ———');
    expect(source.passages.map((passage) => lines[lineOf(passage) - 1]?.slice(0, 10))).toEqual(['One page.', 'Many words']);
  });

  it('are wrapped between words, none of them lost', () => {
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(80);
    expect(text.replace(/\s+/g, ' ')).toContain(source.passages[1]?.text);
  });

  it('say what is missing', () => {
    expect(buildSourceDocument({ ...sourceText('a.pdf', ['x']), problem: 'pages 40 to 90 are pictures' }).text).toContain('Not all is here: pages 40 to 90 are pictures');
  });
});

describe('an excerpt', () => {
  const long = `${'before '.repeat(200)}42 boats ${'after '.repeat(200)}`;

  it('shows the words that matter, with what stands around them', () => {
    const excerpt = excerptOf(long, '42 boats');
    expect(excerpt).toMatch(/^… before .*42 boats after.* …$/);
    expect(excerpt.length).toBeLessThan(370);
  });

  it('is the beginning where they are not there, and all of a short passage', () => {
    expect(excerptOf(long, 'whales')).toMatch(/^before .* …$/);
    expect(excerptOf('Short\n and good.', null)).toBe('Short and good.');
  });
});
