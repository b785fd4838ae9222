import { describe, expect, it } from 'vitest';
import { asksForSource, indexFindings } from '../../server/src/core/lint/asking';
import type { Finding } from '../../server/src/core/lint/rule';
import type { Severity } from '../../server/src/core/lint/severity';
import { spanOf } from '../../server/src/core/text/span';

const finding = (start: number, severity: Severity = 'warning', rule = 'unsourced-statistic', level = 'sure'): Finding => ({ rule, group: 'claims', level, severity, message: String(start), span: spanOf(start, start + 2) });

describe('asksForSource', () => {
  it.each([
    ['unsourced-law', 'sure', true],
    ['projection-without-basis', 'unsupported', true],
    ['projection-without-basis', 'no-base-value', false],
    ['incomplete-attribution', 'brief', true],
    ['own-analysis-without-method', 'unsaid', false],
  ])('%s, %s: %s', (rule, level, expected) => {
    expect(asksForSource(finding(0, 'warning', rule, level))).toBe(expected);
  });

  it('not about a bibliography file', () => {
    expect(asksForSource({ ...finding(0), file: 'references.bib' })).toBe(false);
  });
});

describe('indexFindings', () => {
  it('gives the gravest of those that begin in a span, and the first of equals', () => {
    const { gravestIn } = indexFindings([finding(9, 'error'), finding(5), finding(2), finding(0, 'hint')]);
    expect([spanOf(0, 2), spanOf(0, 9), spanOf(0, 10), spanOf(3, 5), spanOf(20, 30)].map((span) => gravestIn(span)?.message)).toEqual(['0', '2', '9', undefined, undefined]);
  });

  it('looks at few of the findings that lie elsewhere', () => {
    let looks = 0;
    const findings = Array.from({ length: 4_000 }, (_, index) => ({
      ...finding(0),
      get span() {
        looks++;
        return spanOf(index * 10, index * 10 + 8);
      },
    }));
    const { gravestIn } = indexFindings(findings);
    looks = 0;
    for (let at = 0; at < 40_000; at += 40) gravestIn(spanOf(at, at + 40));
    expect(looks).toBeLessThan(1_000 * 40);
  });
});
