import { describe, expect, it } from 'vitest';
import { applySuppressions, parseSuppressions } from '../../server/src/core/lint/suppressions';
import type { Comment } from '../../server/src/core/model/brief';

const known = ['empty-section', 'relative-date'];

const commentsOf = (text: string): readonly Comment[] =>
  [...text.matchAll(/<!--(.*?)-->/gs)].map((match) => ({ span: { start: match.index, end: match.index + match[0].length }, text: (match[1] ?? '').trim() }));

/** Every "X" of the text is a finding of `empty-section`, every "Y" one of `relative-date`; gives back which are left, by line from 1. */
const left = (text: string, today: string | null = '2026-06-30'): readonly string[] => {
  const findings = [...text.matchAll(/[XY]/g)].map((match) => ({
    rule: match[0] === 'X' ? 'empty-section' : 'relative-date',
    level: 'text',
    message: match[0],
    span: { start: match.index, end: match.index + 1 },
  }));
  const parsed = parseSuppressions(text, commentsOf(text), known, today);
  const { kept, unused } = applySuppressions(text, findings, parsed.active, new Set(known));
  const lineOf = (offset: number): string => String(text.slice(0, offset).split(/\r\n|\n|\r/).length);
  return [
    ...kept.map(({ message, span }) => `${message}${lineOf(span.start)}`),
    ...[...parsed.findings, ...unused].map(({ rule, span }) => `${rule} ${lineOf(span.start)}`),
  ];
};

describe('disable-next-line', () => {
  it('covers the next line only', () => {
    expect(left('<!-- brieflint-disable-next-line empty-section -- r -->\nX Y X\nX')).toEqual(['Y2', 'X3']);
  });

  it('passes over blank lines, other comments and empty lines of a quotation', () => {
    expect(left('<!-- brieflint-disable-next-line empty-section -- r -->\n\n<!-- note -->\n\nX\nX')).toEqual(['X6']);
    expect(left('> <!-- brieflint-disable-next-line empty-section -- r -->\n>\n> X\n> X')).toEqual(['X4']);
  });

  it('stacks', () => {
    const text = '<!-- brieflint-disable-next-line empty-section -- r -->\n<!-- brieflint-disable-next-line relative-date -- r -->\nX Y\nX Y';
    expect(left(text)).toEqual(['X4', 'Y4']);
  });

  it('covers the row below in a table, past the line of dashes', () => {
    expect(left('| a <!-- brieflint-disable-next-line empty-section -- r --> |\n| --- |\n| X |\n| X |')).toEqual(['X4']);
    expect(left('| a |\n| --- |\n| b <!-- brieflint-disable-next-line empty-section -- r --> |\n| X |\n| X |')).toEqual(['X5']);
  });

  it('works in a list and over several lines', () => {
    expect(left('- a\n  <!-- brieflint-disable-next-line\n  empty-section -- r -->\n- X\n- X')).toEqual(['X5']);
  });

  it('takes every kind of line end', () => {
    expect(left('<!-- brieflint-disable-next-line empty-section -- r -->\r\n\r\nX\r\nX')).toEqual(['X4']);
    expect(left('<!-- brieflint-disable-next-line empty-section -- r -->\rX\rX')).toEqual(['X3']);
  });

  it('covers nothing at the end of the text', () => {
    expect(left('X\n<!-- brieflint-disable-next-line empty-section -- r -->')).toEqual(['X1', 'unused-suppression 2']);
  });
});

describe('the other forms', () => {
  it('disable-line covers its own line', () => {
    expect(left('X\nX Y <!-- brieflint-disable-line empty-section -- r --> X\nX')).toEqual(['X1', 'Y2', 'X3']);
  });

  it('disable covers all up to enable', () => {
    expect(left('X\n<!-- brieflint-disable empty-section -- r -->\nX Y\n<!-- brieflint-enable empty-section -->\nX')).toEqual(['X1', 'Y3', 'X5']);
    expect(left('<!-- brieflint-disable empty-section -- r -->\nX\n<!-- brieflint-enable -->\nX')).toEqual(['X4']);
    expect(left('<!-- brieflint-disable empty-section -- r -->\nX\n<!-- brieflint-enable relative-date -->\nX')).toEqual([]);
    expect(left('<!-- brieflint-disable empty-section -- r -->\nX\n\nX')).toEqual([]);
  });

  it('disable-file covers what stands before it too', () => {
    expect(left('X Y\n<!-- brieflint-disable-file empty-section, relative-date -- r -->\nX')).toEqual([]);
  });

  it('enable ends each rule of a region by itself', () => {
    const text = '<!-- brieflint-disable empty-section, relative-date -- r -->\nX Y\n<!-- brieflint-enable relative-date -->\nX Y';
    expect(left(text)).toEqual(['Y4']);
  });
});

describe('what is wrong with a suppression', () => {
  it.each([
    ['<!-- brieflint-disable-file empty-section -->', ['X2', 'suppression-without-reason 1']],
    ['<!-- brieflint-disable-file empty-section until=2026-06-29 -- r -->', ['X2', 'expired-suppression 1']],
    ['<!-- brieflint-disable-file empty-section until=2026-06-30 -- r -->', []],
    ['<!-- brieflint-disable-file empty-section until=soon -- r -->', ['bad-setting 1']],
    ['<!-- brieflint-disable-file empty-sections -- r -->', ['X2', 'bad-setting 1']],
    ['<!-- brieflint-disable-file -- r -->', ['X2', 'bad-setting 1']],
    ['<!-- brieflint-disabled empty-section -- r -->', ['X2', 'bad-setting 1']],
    ['<!-- brieflint-disable-file empty-section relative-date -- r -->', ['unused-suppression 1']],
    ['<!-- brieflint: a note -->', ['X2']],
    ['<!-- see brieflint-disable-file -->', ['X2']],
  ] as const)('%s', (comment, expected) => {
    expect(left(`${comment}\nX`)).toEqual(expected);
  });

  it('never ends where nobody knows the day', () => {
    expect(left('<!-- brieflint-disable-file empty-section until=2020-01-01 -- r -->\nX', null)).toEqual([]);
  });

  it('does not call a rule unused that did not run', () => {
    const text = '<!-- brieflint-disable-file empty-section -- r -->';
    const { active } = parseSuppressions(text, commentsOf(text), known, null);
    expect(applySuppressions(text, [], active, new Set()).unused).toEqual([]);
  });
});

describe('what is silenced', () => {
  it('has the reason of the comment that speaks of its rule', () => {
    const text = '<!-- brieflint-disable-file relative-date -- all of it -->\n<!-- brieflint-disable-next-line empty-section -- this one -->\nX\nX';
    const findings = [...text.matchAll(/X/g)].map(({ index }) => ({ rule: 'empty-section', level: 'text', message: 'X', span: { start: index, end: index + 1 } }));
    const { kept, silenced } = applySuppressions(text, findings, parseSuppressions(text, commentsOf(text), known, null).active, new Set(known));
    expect([kept.length, silenced.map(({ reason }) => reason)]).toEqual([1, ['this one']]);
  });
});
