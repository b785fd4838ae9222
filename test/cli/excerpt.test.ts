import { describe, expect, it } from 'vitest';
import { buildExcerpt } from '../../server/src/cli/excerpt';
import { terminalWidth } from '../../server/src/cli/terminal-text';

/** The line and its marks, for the words between the brackets. */
const show = (written: string): readonly string[] => {
  const start = written.indexOf('[');
  const end = written.indexOf(']') - 1;
  const text = written.replace(/[[\]]/g, '');
  const { line, before, marked } = buildExcerpt(text, { start: 0, end: text.length }, { start, end });
  return [line, ' '.repeat(before) + '^'.repeat(marked)];
};

describe('an excerpt', () => {
  it.each([
    ['It brings in [4%] of it.', 'It brings in 4% of it.', '             ^^'],
    ['    indented [words]', 'indented words', '         ^^^^^'],
    ['\ttab [x]', 'tab x', '    ^'],
    ['税収は[四分]です', '税収は四分です', '      ^^^^'],
    ['👩‍👩‍👧 and [é]', '👩‍👩‍👧 and é', '       ^'],
    ['[]nothing', 'nothing', '^'],
  ])('of %j', (written, line, marks) => expect(show(written)).toEqual([line, marks]));

  it('of a long line keeps to what stands around the words', () => {
    const [line = '', marks = ''] = show(`${'before '.repeat(100)}[here] ${'after '.repeat(100)}`);
    expect(terminalWidth(line)).toBeLessThanOrEqual(97);
    expect(line).toMatch(/^… (?:before )+here (?:after )+…$/);
    expect(line.slice(marks.indexOf('^'), marks.length)).toBe('here');
  });

  it('of long words is cut, with its marks', () => {
    const [line = '', marks = ''] = show(`[${'word '.repeat(1000)}]`);
    expect(terminalWidth(line)).toBeLessThanOrEqual(97);
    expect(marks.length).toBeLessThanOrEqual(97);
  });
});
