/** Whatever is found in our examples can be ignored where it stands, and nothing else changes by it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkDocument, type CheckResult } from '../../server/src/check';
import { applyEdits } from '../../server/src/core/features/fix-all';
import { findIgnoreHere, ignoreInFile, withReason, type IgnoreFix } from '../../server/src/core/features/ignore-fix';
import type { Finding } from '../../server/src/core/lint/rule';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(projectFolder, 'examples', 'briefs');

const check = (text: string): CheckResult => checkDocument({ text, layers: [], today: '2026-06-15' });

const rowOf = ({ rule, message }: Finding): string => `${rule}: ${message}`;

const rowsAfter = (text: string, fix: IgnoreFix): readonly string[] => check(applyEdits(text, [withReason(fix, 'agreed')])).findings.map(rowOf).sort();

const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const { brief, findings } = check(text);
    return findings.map((finding) => ({ name, text, brief, findings, finding, row: rowOf(finding) }));
  });

describe('a finding in our examples', () => {
  it('is there to be ignored', () => expect(cases.length).toBeGreaterThan(10));

  it.each(cases)('$name: $row', ({ text, brief, findings, finding, row }) => {
    const here = findIgnoreHere(brief, finding.span, finding.rule);
    // Several findings of one rule on one line go together.
    if (here !== undefined) {
      const before = findings.filter((other) => other.rule !== finding.rule).map(rowOf).sort();
      const after = rowsAfter(text, here);
      expect(after).not.toContain(row);
      expect(after.filter((other) => !other.startsWith(`${finding.rule}:`))).toEqual(before);
    }
    expect(rowsAfter(text, ignoreInFile(brief, finding.rule))).toEqual(findings.filter(({ rule }) => rule !== finding.rule).map(rowOf).sort());
  });
});
