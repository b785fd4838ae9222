import { describe, expect, it } from 'vitest';
import { findPlaceholders } from '../../server/src/core/lint/placeholders';
import { foreignTitle, languages, textToComeIn } from '../../server/src/core/profiles/foreign-titles';
import { sectionKeys } from '../../server/src/core/profiles/section-keys';
import { satisfies, sectionKeysOf } from '../../server/src/core/profiles/vocabulary';
import { parseConfig } from '../../server/src/config-file';
import { checkDocument } from '../../server/src/check';
import { applyEdits } from '../support/apply-edits';
import { checkText } from '../support/spec';

const fixesOf = (text: string, rule: string, profile: string) => checkText(text, { profile }).findings.filter((finding) => finding.rule === rule).flatMap(({ fixes = [] }) => fixes);

const mend = (text: string, rule: string, profile: string): string => applyEdits(text, fixesOf(text, rule, profile)[0]?.edits ?? []);

const marks = '<!-- reviewed -->\n<a id="ask"></a>\n<!-- brieflint-disable-next-line heading-level-skipped -->\n';

describe('what stands right above a heading', () => {
  it.each(['\n', '\r\n'])('moves with it', (lineEnd) => {
    const on = (text: string): string => text.replaceAll('\n', lineEnd);
    const text = on(`# Bags\n\n## Background\n\nThe bag came in 1982.\n\n${marks}## Our position\n\nBags are to be banned.\n`);
    expect(mend(text, 'section-order', 'position-paper')).toBe(on(`# Bags\n\n${marks}## Our position\n\nBags are to be banned.\n\n## Background\n\nThe bag came in 1982.\n`));
  });

  it('stays with it when a section is put before it, or behind the section above', () => {
    const before = mend(`# Bags\n\n${marks}## Evidence\n\nThey block drains.\n\n## Objections\n\nCosts.\n\n## Recommendations\n\nBan them.\n`, 'missing-required-section', 'position-paper');
    expect(before.indexOf('## Position')).toBeLessThan(before.indexOf('<!-- reviewed'));
    expect(before).toContain(`\n\n${marks}## Evidence`);
    const after = mend(`# Bags\n\n## Our position\n\nBan them.\n\n## Evidence\n\nThey block drains.\n\n${marks}## Recommendations\n\nBan them.\n`, 'missing-required-section', 'position-paper');
    expect(after).toContain(`\n\n${marks}## Recommendations`);
    expect(after.indexOf('## Counter-arguments')).toBeGreaterThan(after.indexOf('They block drains.'));
    expect(after.indexOf('## Counter-arguments')).toBeLessThan(after.indexOf('<!-- reviewed'));
  });
});

describe('an inserted heading', () => {
  it.each([
    ['fr', 'Résumé', 'Les sacs bouchent les égouts de la vieille ville et le conseil devrait les interdire.', 'Recommandations', '## Données probantes\n\n[À compléter]'],
    ['es', 'Resumen', 'Las bolsas obstruyen los desagües de la ciudad y el consejo debe prohibir su uso.', 'Recomendaciones', '## Evidencia\n\n[Por completar]'],
    ['ur', 'خلاصہ', 'شہر کی نالیاں پلاسٹک کے تھیلوں سے بند ہو جاتی ہیں اور ان پر پابندی لگنی چاہیے۔', 'سفارشات', '## شواہد\n\n[مکمل کریں]'],
  ] as const)('is in the language of the brief: %s', (_, summary, words, advice, expected) => {
    const fixed = mend(`# 2026\n\n## ${summary}\n\n${words}\n\n## ${advice}\n\n${words}\n`, 'missing-required-section', 'issue-brief');
    expect(fixed).not.toMatch(/insert/i);
    const all = applyEdits(fixed, fixesOf(fixed, 'missing-required-section', 'issue-brief').at(-1)?.edits ?? []);
    expect(all).toContain(expected);
    expect(checkText(all, { profile: 'issue-brief' }).findings.filter(({ rule }) => rule === 'missing-required-section' || rule === 'section-order')).toEqual([]);
    expect(checkText(all, { profile: 'issue-brief' }).findings.filter(({ rule }) => rule === 'placeholder-left-in').length).toBeGreaterThan(0);
  });

  it('follows the language that front matter names', () => {
    const text = '---\nlang: fr-CA\n---\n\n## Summary\n\nBags.\n\n## Problem\n\nFloods.\n\n## Recommendations\n\nBan.\n';
    expect(mend(text, 'missing-required-section', 'issue-brief')).toContain('## Données probantes');
    expect(mend(text.replace('fr-CA', 'en'), 'missing-required-section', 'issue-brief')).toContain('## Evidence');
    expect(mend(text.replace('fr-CA', 'de'), 'missing-required-section', 'issue-brief')).toContain('## Evidence');
  });

  it.each(languages)('is known again, as its blank is: %s', (language) => {
    const unknown = sectionKeys.filter((key) => {
      const title = foreignTitle(key, language);
      return title !== undefined && !sectionKeysOf(title).some((other) => satisfies(other, key));
    });
    expect(unknown).toEqual([]);
    const blank = textToComeIn(language);
    if (blank !== undefined) expect(findPlaceholders(`Text: ${blank}.`)).toHaveLength(1);
  });

  it('has no number, and the title of the fix says so', () => {
    const text = '# Bags\n\n## 1. Position\n\nBan.\n\n## 2. Evidence\n\nDrains.\n\n## 3. Recommendations\n\nBan.\n';
    expect(fixesOf(text, 'missing-required-section', 'position-paper').map(({ title }) => title)).toEqual(['Add the section "Counter-arguments"; the numbers of the headings are then to be renewed']);
    expect(fixesOf(text.replace(/\d\. /g, ''), 'missing-required-section', 'position-paper').map(({ title }) => title)).toEqual(['Add the section "Counter-arguments"']);
    expect(fixesOf('# Bags\n\n## 1. Background\n\nOld.\n\n## 2. Position\n\nBan.\n', 'section-order', 'position-paper')[0]?.title).toContain('the numbers of the headings are then to be renewed');
  });
});

describe('headings in other languages', () => {
  it.each([
    ['Consultation publique', 'consultation'],
    ['Consulta pública', 'consultation'],
    ["Déclaration d'intérêts", 'disclosure'],
    ['Déclaration des liens d’intérêts', 'disclosure'],
    ['Points à décider', 'decision-points'],
  ] as const)('%s is %s', (heading, key) => {
    expect(sectionKeysOf(heading)).toContain(key);
  });
});

describe('orders that contradict each other by what stands for what', () => {
  it('end in no fix that another one undoes', () => {
    const config = 'profile: house\nprofiles:\n  house:\n    order: [[evidence, recommendations], [recommendations, findings]]\n';
    const text = '# Bags\n\n## Recommendations\n\nBan.\n\n## Analysis\n\nDrains.\n';
    const turned = '# Bags\n\n## Analysis\n\nDrains.\n\n## Recommendations\n\nBan.\n';
    for (const each of [text, turned]) expect(checkDocument({ text: each, layers: [parseConfig(config).settings], today: null }).findings.filter(({ rule }) => rule === 'section-order')).toEqual([]);
  });
});

describe('an options memo', () => {
  it('does not leave its problem at the end', () => {
    let text = '# Memo\n\n## Options\n\nA or B.\n\n## Criteria\n\nCost.\n\n## Recommendation\n\nTake B.\n\n## Problem\n\nFloods.\n';
    for (let round = 0; round < 8; round++) text = mend(text, 'section-order', 'options-memo');
    expect(text.match(/^## .*$/gm)).toEqual(['## Recommendation', '## Problem', '## Criteria', '## Options'].sort((a, b) => text.indexOf(a) - text.indexOf(b)));
    expect(text.indexOf('## Problem')).toBeLessThan(text.indexOf('## Criteria'));
    expect(fixesOf(text, 'section-order', 'options-memo')).toEqual([]);
  });
});
