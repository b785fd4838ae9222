import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseBibliography } from '../../server/src/core/library/parse-bibliography';
import type { Finding, Fix } from '../../server/src/core/lint/rule';
import { isAtLeast } from '../../server/src/core/lint/severity';
import { ruleNames } from '../../server/src/core/rules/index';
import { applyEdits } from '../support/apply-edits';
import { annotate, checkCase, checkText, parseSpec, toMarks, withExpectedWords, type SpecCase } from '../support/spec';

const folder = import.meta.dirname;
const specNames = readdirSync(folder).filter((name) => name.endsWith('.md')).map((name) => name.slice(0, -'.md'.length)).sort();

describe.each(specNames)('%s', (rule) => {
  it('is the name of a rule', () => {
    expect(ruleNames).toContain(rule);
  });

  const cases = parseSpec(readFileSync(join(folder, `${rule}.md`), 'utf8'));
  for (const spec of cases) {
    it(`${spec.title} (line ${String(spec.line)})`, () => {
      checkSpec(rule, spec);
    });
  }
});

const checkSpec = (rule: string, spec: SpecCase): void => {
  const { brief, findings } = checkCase(spec);
  if (spec.info.isLineStructured) expect(brief.isLineStructured, 'is read line by line').toBe(true);
  const { countedRules } = spec.info;
  const counted = findings.filter((finding) => finding.rule === rule || countedRules === 'all' || countedRules.includes(finding.rule));
  const found = withExpectedWords(toMarks(brief.text, counted), spec.marks);
  expect(annotate(spec.text, found)).toBe(annotate(spec.text, spec.marks));
  for (const finding of counted) checkFixes(spec, finding, findings);
};

/** Each fix, applied alone, takes at least one finding of its rule away, and brings no warning of another. */
const checkFixes = (spec: SpecCase, finding: Finding, before: readonly Finding[]): void => {
  const countOf = (findings: readonly Finding[]): number => findings.filter(({ rule }) => rule === finding.rule).length;
  for (const fix of finding.fixes ?? []) {
    const fixed = applyEdits(spec.text, fix.edits);
    const files = spec.library.files.map(({ path, text }) => parseBibliography(path, applyEdits(text, fix.edits, path)));
    const after = checkText(fixed, spec.info.settings, spec.info.today, { ...spec.library, files }, spec.others).findings;
    expect(countOf(after), `after "${fix.title}":\n${fixed}`).toBeLessThan(countOf(before));
    expect(newWarnings(finding, fix, before, after), `after "${fix.title}":\n${fixed}`).toEqual([]);
  }
};

/** Of other rules, those that warn more often than before. A blank that the author is to fill in is a placeholder, and means to be one. */
const newWarnings = (mended: Finding, fix: Fix, before: readonly Finding[], after: readonly Finding[]): readonly string[] => {
  const leavesBlank = !fix.safe && fix.edits.some(({ newText }) => newText.includes('['));
  const warnings = (findings: readonly Finding[]): readonly string[] =>
    findings.filter(({ rule, severity }) => rule !== mended.rule && isAtLeast(severity, 'warning') && !(leavesBlank && rule === 'placeholder-left-in')).map(({ rule }) => rule);
  const left = [...warnings(before)];
  return warnings(after).filter((rule) => {
    const at = left.indexOf(rule);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
};

describe('every rule', () => {
  it.each(ruleNames)('%s has a spec with a flagged and a clean case', (name) => {
    const file = join(folder, `${name}.md`);
    expect(existsSync(file), file).toBe(true);
    const cases = parseSpec(readFileSync(file, 'utf8'));
    expect(cases.some(({ marks }) => marks.some(({ rule }) => rule === name))).toBe(true);
    expect(cases.some(({ marks }) => marks.length === 0)).toBe(true);
  });
});
