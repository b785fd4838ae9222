import { describe, expect, it } from 'vitest';
import { applyEdits } from '../support/apply-edits';
import { checkText } from '../support/spec';

/** The brief's words after every fix of relative-date that it offers, one at a time. */
const mended = (words: string, date?: string): readonly string[] => {
  const front = `---\n${date === undefined ? '' : `date: ${date}\n`}brieflint: { rules: { relative-date: { whenDated: true } } }\n---\n\n`;
  const findings = checkText(front + words).findings.filter(({ rule }) => rule === 'relative-date');
  return findings.flatMap(({ fixes }) => fixes ?? []).map(({ edits }) => applyEdits(front + words, edits).slice(front.length));
};

describe('the "as of" fix', () => {
  it.each([
    ['Rules are currently drafted.', '2026-11-12', 'Rules are, as of 12 November 2026, drafted.'],
    ['Rules are currently drafted.', '2026-11', 'Rules are, as of November 2026, drafted.'],
    ['Rules are currently drafted.', '2026', 'Rules are, as of 2026, drafted.'],
    ['Currently rents are high.', '2026-11', 'As of November 2026, rents are high.'],
    ['Currently, rents are high.', '2026-11', 'As of November 2026, rents are high.'],
    ['Rents are high these days.', '2026-11', 'Rents are high as of November 2026.'],
    ['Rents are high, at present, in the north.', '2026-11', 'Rents are high, as of November 2026, in the north.'],
    ['Rents fell last year.', '2026-11', 'Rents fell in 2025.'],
    ['Next year rents fall.', '2026-11', 'In 2027 rents fall.'],
    ['Rules are currently drafted.', undefined, 'Rules are, as of [month and year], drafted.'],
  ])('%s in a brief of %s', (words, date, expected) => {
    expect(mended(words, date)).toEqual([expected]);
  });

  it.each(['The rules of today are old.', 'Today’s rules are old.', 'The currently valid rules are old.', 'Last year was dry.', 'Rents rose recently.', 'The gate opens soon.'])('offers nothing for %s', (words) => {
    expect(mended(words, '2026-11-12')).toEqual([]);
  });
});
