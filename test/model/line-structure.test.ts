import { describe, expect, it } from 'vitest';
import { groupLines, isLineStructured } from '../../server/src/core/syntax/line-structure';

const long = 'The valley has four water boards that share one river, and each of them keeps its own books, its own meters and its own idea of what a household may be asked to pay for it in a dry year.';

describe('isLineStructured', () => {
  it('knows pasted text by lists, tables and long lines that run into each other', () => {
    const pasted = ['💧 KEY TAKEAWAYS', '- Four boards share one river.', '- Meters are missing.', 'Introduction', long, 'What Happened Before', long, '| Board | Meters |', '|---|---|', '| North | 12 |', 'Source: Water Office (2024)', 'Way Forward', long].join('\n');
    expect(isLineStructured(pasted)).toBe(true);
    expect(isLineStructured([long, long, long, long].join('\n'))).toBe(true);
  });

  it('takes no hard-wrapped Markdown for it', () => {
    const wrapped = 'The valley has four water boards that share one\nriver. Each of them keeps its own books.\nMeters are missing in two.\n\nA second paragraph wraps at\nthe same column. It ends here.\n';
    expect(isLineStructured(wrapped)).toBe(false);
    expect(isLineStructured(wrapped.repeat(20))).toBe(false);
  });

  it('takes no text with one sentence a line for it', () => {
    const ventilated = 'The valley has four boards.\nEach keeps its own books.\nMeters are missing.\nNobody pays.\n\nThe second paragraph begins.\nIt has two sentences.\n';
    expect(isLineStructured(ventilated.repeat(10))).toBe(false);
  });

  it('is not put off by one heading that was marked by hand', () => {
    expect(isLineStructured(`# Water\n${long}\n${long}\n${long}\n${long}`)).toBe(true);
  });

  it('takes no compact Markdown and no text with blank lines for it', () => {
    expect(isLineStructured(`# Water\n${long}\n## Boards\n- One.\n- Two.\n## Meters\n${long}\n## More\n${long}\n`)).toBe(false);
    expect(isLineStructured([long, long, long, long].join('\n\n'))).toBe(false);
    expect(isLineStructured('')).toBe(false);
  });

  it('groups neighbouring list, table and fence lines', () => {
    const text = 'Heading\n- a\n- b\n\n| x |\n|---|\n```\ncode\n\ncode\n```\nText';
    expect([...groupLines(text)].map((group) => [group.kind, text.slice(group.start, group.end)])).toEqual([
      ['text', 'Heading'],
      ['list', '- a\n- b'],
      ['table', '| x |\n|---|'],
      ['fence', '```\ncode\n\ncode\n```'],
      ['text', 'Text'],
    ]);
  });
});
