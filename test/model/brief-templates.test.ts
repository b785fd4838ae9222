import { describe, expect, it } from 'vitest';
import { isAtLeast } from '../../server/src/core/lint/severity';
import { findPlaceholders } from '../../server/src/core/lint/placeholders';
import { sectionsFor } from '../../server/src/core/lint/profile-sections';
import { buildBrief } from '../../server/src/core/model/build-brief';
import { buildTemplate, hasTemplate } from '../../server/src/core/profiles/brief-template';
import { profiles } from '../../server/src/core/profiles/profiles';
import { textOfSection, titleOfKey } from '../../server/src/core/profiles/section-texts';
import { plainTextOf, parseSnippet, toSnippet } from '../../server/src/core/profiles/snippet-text';
import { applyEdits } from '../support/apply-edits';
import { linesOf } from '../support/corpus';
import { fillBlanks } from '../support/fill-blanks';
import { checkText } from '../support/spec';

const date = '2026-06-30';
const templates = profiles.filter(hasTemplate).map((profile) => ({ id: profile.id, profile, text: buildTemplate(profile, { date }) }));

describe.each(templates)('the template of $id', ({ profile, text }) => {
  it('reports each of its blanks, and nothing graver', () => {
    const { findings } = checkText(text);
    const placeholders = findings.filter(({ rule }) => rule === 'placeholder-left-in');
    expect(placeholders.length).toBe(text.match(/\[insert |\(Source, Year\)|\]\(url\)/gi)?.length);
    expect(linesOf(text, findings.filter(({ rule, severity }) => isAtLeast(severity, 'warning') && rule !== 'placeholder-left-in'))).toEqual([]);
  });

  it('has the sections that the profile asks for, in its order', () => {
    const brief = buildBrief(text);
    const headings = brief.sections.flatMap(({ heading }) => (heading?.level === 2 ? [heading.text] : []));
    const asked = profile.required.map(([key = 'summary']) => titleOfKey(key));
    const added = [...(profile.elements.disclosures.length > 0 ? [titleOfKey('disclosure')] : []), ...(headings.at(-1) === 'References' ? ['References'] : [])];
    expect(headings).toEqual([...asked.filter((title) => title !== 'References'), ...added]);
    for (const [key = 'summary'] of profile.required) expect(sectionsFor(brief, key), key).not.toEqual([]);
  });

  it('is clean once it is filled in, but for its length', () => {
    const filled = fillBlanks(text).replace('status: draft', 'status: final');
    expect(findPlaceholders(filled)).toEqual([]);
    const { findings } = checkText(filled);
    expect(linesOf(filled, findings.filter(({ rule, severity }) => isAtLeast(severity, 'information') && rule !== 'length-out-of-range'))).toEqual([]);
  });

  it('becomes a snippet with a stop for each blank, and the same text', () => {
    const parts = parseSnippet(toSnippet(text));
    expect(plainTextOf(parts)).toBe(text);
    const numbers = parts.flatMap((part) => (part.kind === 'stop' ? [part.number] : []));
    expect(numbers).toEqual(findPlaceholders(text).map((_placeholder, i) => i + 1));
  });
});

describe('templates', () => {
  it('carry title and author as they are given, whatever they hold', () => {
    const [profile] = profiles;
    if (profile === undefined) throw new Error('there is a profile');
    const title = 'Rs 4 billion: "who pays"? {a} \\ $1 [b] # é';
    const { metadata } = buildBrief(buildTemplate(profile, { title, author: "O'Neil: Office", date }));
    expect(metadata.title?.value).toBe(title);
    expect(metadata.author?.value).toBe("O'Neil: Office");
    expect(plainTextOf(parseSnippet(toSnippet(title)))).toBe(title);
  });

  it('have a text of its own for every section that a profile asks for or allows', () => {
    const keys = new Set(profiles.flatMap(({ required, optional }) => [...required.flat(), ...optional]));
    expect([...keys].filter((key) => textOfSection([key]) === textOfSection([]))).toEqual([]);
  });
});

describe('the text of a section, put in by a fix', () => {
  const sections = (mark: string): string => ['Summary', 'Problem', 'Recommendations', 'References'].map((title) => `${mark} ${title}\n\nBags block drains.\n`).join('\n');

  const pasted = [
    'Our Position',
    'Bags are to be banned, and the ban is to hold for markets as well as for shops in the whole of the old town, from the first day of May and without an exception for the season of the fairs.',
    'International Comparison',
    'What the Evidence Says',
    'They block drains, and blocked drains flood the market street three times in each year (Water Office, 2024), so that the stalls stay closed for nine days and the market loses the fees of those days.',
    'Recommendations',
    'The council passes the ban in May and publishes the number of blocked drains every quarter of the year, so that everybody can see whether the floods become fewer once the bags are gone.',
    '',
  ].join('\n');

  it.each([1, 2, 3, 5])('stands below its heading at level %i', (level) => {
    const text = sections('#'.repeat(level));
    const fixed = withFix(text, 'missing-required-section', 'issue-brief');
    expect(fixed).toContain(`\n\n${'#'.repeat(level)} Evidence\n\n${'#'.repeat(level + 1)} [Insert the first finding`);
    expect(checkText(fixed, { profile: 'issue-brief' }).findings.filter(({ rule }) => rule === 'missing-required-section' || rule === 'empty-section')).toEqual([]);
  });

  it('leaves a text without blank lines as it is', () => {
    const fixed = withFix(pasted, 'empty-section', 'exam-brief');
    expect(buildBrief(pasted).isLineStructured).toBe(true);
    expect(buildBrief(fixed).isLineStructured).toBe(true);
    expect(checkText(fixed, { profile: 'exam-brief' }).findings.filter(({ rule }) => rule === 'empty-section')).toEqual([]);
  });
});

const withFix = (text: string, rule: string, profile: string): string => {
  const fix = checkText(text, { profile }).findings.find((finding) => finding.rule === rule)?.fixes?.[0];
  if (fix === undefined) throw new Error(`${rule} offers no fix`);
  return applyEdits(text, fix.edits);
};
