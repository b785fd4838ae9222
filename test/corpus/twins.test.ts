/** Every clean brief has a twin with the slips that an editor meets, and each slip is found by the rules that are named there, or said not to be. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isAtLeast } from '../../server/src/core/lint/severity';
import { checkCorpusText, corpusBriefs, linesOf } from '../support/corpus';
import { applySlips, isExpected, readSlips } from '../support/twin';

const pathOf = (name: string, ending: string): string => join(import.meta.dirname, 'flawed', name.replace(/\.md$/, ending));

const briefs = corpusBriefs('clean');

const twins = briefs
  .filter(({ name }) => existsSync(pathOf(name, '.twin.md')))
  .map(({ name, text }) => {
    const twin = applySlips(text, readSlips(readFileSync(pathOf(name, '.twin.md'), 'utf8')));
    const { findings } = checkCorpusText(twin.text);
    return { name, twin, findings, shown: findings.filter(({ severity }) => isAtLeast(severity, 'information')) };
  });

it('every clean brief has a twin', () => {
  expect(twins.map(({ name }) => name)).toEqual(briefs.map(({ name }) => name));
});

it('more than two slips in three are found', () => {
  const slips = twins.flatMap(({ twin }) => twin.slips);
  expect(slips.filter(({ reason }) => reason === null).length / slips.length).toBeGreaterThan(2 / 3);
});

describe.each(twins)('the twin of $name', ({ name, twin, findings, shown }) => {
  it('has at least eight slips', () => {
    expect(twin.slips.length).toBeGreaterThanOrEqual(8);
  });

  it.each(twin.slips)('$title', (slip) => {
    const missed = slip.expected.filter((expected) => !findings.some((finding) => isExpected(twin, slip, expected, finding)));
    expect(missed).toEqual([]);
  });

  it('has no warning that no slip accounts for', () => {
    const isAccountedFor = (finding: (typeof findings)[number]): boolean => twin.slips.some((slip) => slip.expected.some((expected) => isExpected(twin, slip, expected, finding)));
    expect(linesOf(twin.text, findings.filter((finding) => isAtLeast(finding.severity, 'warning') && !isAccountedFor(finding)))).toEqual([]);
  });

  it('gives the findings beside it', async () => {
    await expect(`${linesOf(twin.text, shown).join('\n')}\n`).toMatchFileSnapshot(pathOf(name, '.findings.txt'));
  });
});
