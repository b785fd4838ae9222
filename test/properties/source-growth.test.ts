/** Texts of sources are other people's: four times as much of anything may take about four times as long. */
import { describe, expect, it } from 'vitest';
import { readSourceText } from '../../server/src/core/library/extract/read-source-text';

const pages: readonly (readonly [what: string, count: number, make: (count: number) => string])[] = [
  ['a page on one line', 8_000, (count) => '<p>Fares rose by 3%.</p>'.repeat(count)],
  ['a page on one line, and a line below', 8_000, (count) => `${'<p>Fares rose.</p>'.repeat(count)}\n<p>The end.</p>`],
  ['blocks without words', 20_000, (count) => '<div></div>'.repeat(count)],
  ['a page on many lines', 8_000, (count) => '<p>Fares rose by 3%.</p>\n\n'.repeat(count)],
  ['many lines in front of each block', 400, (count) => `${'\n'.repeat(40)}<p>Fares rose.</p>`.repeat(count)],
  ['rows on one line', 6_000, (count) => `<table>${'<tr><td>North</td><td>3</td></tr>'.repeat(count)}</table>`],
];

const timeOf = async (html: string): Promise<number> => {
  const bytes = new TextEncoder().encode(html);
  const start = performance.now();
  await readSourceText('a.html', bytes, null);
  return performance.now() - start;
};

const mostGrowth = 9;

describe('time to read grows with the text, not with its square', () => {
  it.each(pages)('%s', async (_what, count, make) => {
    let [once, four] = [Infinity, Infinity];
    // Other work on the machine only ever adds time, so the best of a few runs is the truest.
    for (let round = 0; round < 4; round++) {
      once = Math.min(once, await timeOf(make(count)));
      four = Math.min(four, await timeOf(make(count * 4)));
      if (four / once < mostGrowth) break;
    }
    expect(four / once).toBeLessThan(mostGrowth);
  });

  it('knows the line of each block, however lines end', async () => {
    const html = '<p>One</p>\n<p>\nThree</p>\r\n\r\n<div></div><p>Five</p><p>Five again</p>';
    const { passages } = await readSourceText('a.html', new TextEncoder().encode(html), null);
    expect(passages.map(({ text, line }) => [text, line])).toEqual([['One', 1], ['Three', 3], ['Five', 5], ['Five again', 5]]);
  });
});
