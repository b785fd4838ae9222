import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMissingSections, insertionsOf } from '../../server/src/core/lint/missing-sections';
import { moveSection } from '../../server/src/core/lint/move-section';
import { buildBrief } from '../../server/src/core/model/build-brief';
import { buildTemplate, hasTemplate } from '../../server/src/core/profiles/brief-template';
import { profiles } from '../../server/src/core/profiles/profiles';
import { titleOfKey } from '../../server/src/core/profiles/section-texts';
import { applyEdits } from '../support/apply-edits';
import { markdown } from '../support/markdown-arbitrary';
import { checkText } from '../support/spec';

const withSections = profiles.filter(hasTemplate);

/** The sections of a profile, those it may have too, in any order, with what else stands between and behind them. */
const shuffled = fc.constantFrom(...withSections).chain((profile) =>
  fc.record({
    profile: fc.constant(profile),
    keys: fc.shuffledSubarray([...new Set([...profile.required.map(([key = 'summary']) => key), ...profile.optional])], { minLength: 2 }),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    gap: fc.constantFrom('', '---'),
    hasNotes: fc.boolean(),
    endsWithLine: fc.boolean(),
  }),
);

const order = (text: string, profile: string) => checkText(text, { profile }).findings.filter(({ rule }) => rule === 'section-order');

describe('the fixes of section-order', () => {
  it('end in an order that the profile accepts, with the same lines', () => {
    fc.assert(
      fc.property(shuffled, ({ profile, keys, lineEnd, gap, hasNotes, endsWithLine }) => {
        const sections = keys.map((key, i) => [`## ${titleOfKey(key)}`, '', `Words of ${key}.${hasNotes && i === 0 ? '[^1]' : ''}`, '', `### Part of ${String(i)}`, '', '- One item']);
        const body = sections.flatMap((lines, i) => (i === 0 ? lines : [...(gap === '' ? [''] : ['', gap, '']), ...lines]));
        const lines = ['---', 'title: Bags', '---', '', ...body, ...(hasNotes ? ['', '[^1]: A note.', '', '[a]: https://orlin.example'] : [])];
        const start = lines.join(lineEnd) + (endsWithLine ? lineEnd : '');
        let text = start;
        for (let round = 0; round < 40; round++) {
          const fix = order(text, profile.id)[0]?.fixes?.[0];
          if (fix === undefined) break;
          text = applyEdits(text, fix.edits);
        }
        expect(order(text, profile.id).map(({ message }) => message), text).toEqual([]);
        expect(text.split(lineEnd).sort()).toEqual(start.split(lineEnd).sort());
        if (hasNotes) expect(text.trimEnd().endsWith('[a]: https://orlin.example')).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('adding all missing sections', () => {
  it('leaves none missing and none misplaced', () => {
    fc.assert(
      fc.property(fc.constantFrom(...withSections).chain((profile) => fc.tuple(fc.constant(profile), fc.subarray(profile.required.map(([key = 'summary']) => key)), fc.constantFrom('\n', '\r\n'))), ([profile, removed, lineEnd]) => {
        const template = buildTemplate(profile, { date: '2026-06-30' });
        const text = template
          .split(/(?=^## )/m)
          .filter((part) => !removed.some((key) => part.startsWith(`## ${titleOfKey(key)}\n`)))
          .join('')
          .replace(/\n/g, lineEnd);
        const of = (checked: string) => checkText(checked, { profile: profile.id }).findings.filter(({ rule }) => rule === 'missing-required-section' || rule === 'section-order' || rule === 'empty-section');
        const fixes = of(text).find(({ rule }) => rule === 'missing-required-section')?.fixes ?? [];
        const fixed = applyEdits(text, fixes.at(-1)?.edits ?? []);
        expect(of(fixed).map(({ message }) => message), fixed).toEqual([]);
        // Some sections do for others, and references are not this rule's; what stands there stands in order.
        const headings = headingsOf(fixed);
        expect(headings).toEqual(headingsOf(template).filter((heading) => headings.includes(heading)));
        expect(fixed.replaceAll(lineEnd, '')).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 60 },
    );
  });
});

const headingsOf = (text: string): readonly string[] => text.match(/^## .*?(?=\r?$)/gm) ?? [];

/** Documents that are made to break parsers. */
describe('on any text', () => {
  const linesIn = (text: string): readonly string[] => text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '').sort();

  it('a moved section leaves all lines and all headings as they were', () => {
    fc.assert(
      fc.property(markdown(24), fc.nat(), fc.nat(), fc.boolean(), (text, a, b, isBefore) => {
        const brief = buildBrief(text);
        const section = brief.sections[a % brief.sections.length];
        const other = brief.sections[b % brief.sections.length];
        if (section === undefined || other === undefined) return;
        const edit = moveSection(brief, section, isBefore ? 'before' : 'after', other);
        if (edit === undefined) return;
        const moved = applyEdits(text, [edit]);
        expect(linesIn(moved)).toEqual(linesIn(text));
        if (!brief.isLineStructured) expect(headingTexts(moved), JSON.stringify([text, moved])).toEqual(headingTexts(text));
      }),
      { numRuns: 600 },
    );
  });

  it('what is added takes nothing away', () => {
    fc.assert(
      fc.property(markdown(24), fc.constantFrom(...withSections), (text, profile) => {
        const brief = buildBrief(text);
        const edits = insertionsOf(brief, profile, findMissingSections(brief, profile));
        const starts = edits.map(({ span }) => span.start);
        expect([...new Set(starts)].sort((x, y) => x - y)).toEqual(starts);
        for (const { span } of edits) {
          expect(span.start).toBe(span.end);
          expect(brief.metadata.frontMatter === null || span.start >= brief.metadata.frontMatter.span.end - 2).toBe(true);
          expect(text.slice(span.start - 1, span.start + 1)).not.toBe('\r\n');
        }
      }),
      { numRuns: 300 },
    );
  });
});

const headingTexts = (text: string): readonly string[] => buildBrief(text).sections.flatMap(({ heading }) => heading?.text ?? []).sort();
