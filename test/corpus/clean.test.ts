import { expect, it } from 'vitest';
import { isAtLeast } from '../../server/src/core/lint/severity';
import { profileIds } from '../../server/src/core/profiles/profiles';
import { checkCorpusText, corpusBriefs, linesOf } from '../support/corpus';

const checked = corpusBriefs('clean').map((brief) => ({ ...brief, ...checkCorpusText(brief.text) }));

/** Findings that a model weighs, which is wrong two times in three below a warning. */
const isWeighed = ({ rule, severity }: (typeof checked)[number]['findings'][number]): boolean => /^unsourced-(?!statistic)/.test(rule) && severity === 'information';

// Nothing but hints is allowed: an information that a careful writer would get is a false alarm too.
it.each(checked)('$name gives no finding', ({ text, findings }) => {
  expect(linesOf(text, findings.filter((finding) => isAtLeast(finding.severity, 'information') && !isWeighed(finding)))).toEqual([]);
});

it.each(checked)('$name has no entry that is cited only in a form that is not read', ({ unchecked }) => {
  expect(unchecked.filter(({ reason }) => reason.includes('not read as a citation'))).toEqual([]);
});

it('asks for the source of hardly any sentence', () => {
  const words = checked.reduce((count, { text }) => count + text.split(/\s+/).length, 0);
  const asked = checked.flatMap(({ findings }) => findings.filter(isWeighed));
  expect((asked.length * 1_000) / words).toBeLessThan(1);
});

it('the clean briefs cover every profile', () => {
  expect(checked.map(({ profile }) => profile?.id).sort()).toEqual([...profileIds].sort());
});
