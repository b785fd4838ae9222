import { expect, it } from 'vitest';
import { isAtLeast } from '../../server/src/core/lint/severity';
import { profileIds } from '../../server/src/core/profiles/profiles';
import { checkCorpusText, corpusBriefs, linesOf } from '../support/corpus';

const checked = corpusBriefs('clean').map((brief) => ({ ...brief, ...checkCorpusText(brief.text) }));

/** Findings that a model weighs, which is wrong two times in three below a warning. */
const isWeighed = ({ rule, severity }: (typeof checked)[number]['findings'][number]): boolean => /^unsourced-(?!statistic)/.test(rule) && severity === 'information';

// Nothing but hints is allowed: an information that a careful writer would get is a false alarm too. What a model weighs may be wrong twice a brief.
it.each(checked)('$name gives no finding', ({ text, findings }) => {
  const shown = findings.filter((finding) => isAtLeast(finding.severity, 'information'));
  expect(linesOf(text, shown.filter((finding) => !isWeighed(finding)))).toEqual([]);
  expect(linesOf(text, shown).length).toBeLessThanOrEqual(2);
});

it.each(checked)('$name has no entry that is cited only in a form that is not read', ({ unchecked }) => {
  expect(unchecked.filter(({ reason }) => reason.includes('not read as a citation'))).toEqual([]);
});

it('asks for the source of hardly any sentence', () => {
  const words = checked.reduce((count, { text }) => count + text.split(/\s+/).length, 0);
  const asked = checked.flatMap(({ findings }) => findings.filter(isWeighed));
  expect((asked.length * 1_000) / words).toBeLessThan(1);
});

it.each(profileIds)('at least two clean briefs are of the profile %s', (id) => {
  expect(checked.filter(({ profile }) => profile?.id === id).length).toBeGreaterThanOrEqual(2);
});
