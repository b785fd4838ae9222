import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildAliasClasses } from '../../server/src/core/model/alias-classes';
import { findAcronymDefinitions, findAcronymUses } from '../../server/src/core/text/acronyms';
import { findCitations } from '../../server/src/core/text/citations';
import { parseReferenceEntry } from '../../server/src/core/text/reference-entries';
import { parseSourceLine } from '../../server/src/core/text/source-lines';
import type { Span } from '../../server/src/core/text/span';
import { sliceOf } from '../../server/src/core/text/span';

const everything = { numbered: true, hasBibliography: true };

/** Text that looks like citations far more often than chance would have it. */
const piece = fc.constantFrom(
  '(', ')', '[', ']', ' ', ', ', '; ', '. ', '@', '^[', '2024', '2024a', 'n.d.', 'World Bank', 'OECD', 'of', 'the', 'and', 'et al.', 'Act', 'Survey', 'p. 4', ': 12', '¹', "'s", '’',
  'https://a.org/b', 'cited in', 'Source: ', 'authors’ calculations', 'Table 2', 'S.R.O. 1(I)/2024', 'GB.XPD.RSDV.GD.ZS', 'A/RES/78/265', 'Khan', '\n', '—', '%', 'ماخذ', '出典：', '😀',
);
const anyText = fc.oneof(fc.string({ maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 100 }), fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')));

const isWithin = (text: string, span: Span | null): boolean => span === null || (span.start >= 0 && span.start <= span.end && span.end <= text.length);

describe('on any text', () => {
  it('gives ordered, disjoint citations with spans in bounds', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { citations, falseFriends } = findCitations(text, everything);
        let end = 0;
        for (const citation of citations) {
          expect(citation.span.start).toBeGreaterThanOrEqual(end);
          end = citation.span.end;
          expect(isWithin(text, citation.span)).toBe(true);
          for (const work of citation.works) {
            expect([work.span, work.authorSpan, work.yearSpan].every((span) => isWithin(text, span))).toBe(true);
            if (work.authorSpan !== null) expect(sliceOf(text, work.authorSpan)).toBe(work.author);
          }
        }
        for (const friend of falseFriends) expect(isWithin(text, friend.span)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const line = parseSourceLine(`Source: ${text}`);
        for (const work of line?.works ?? []) expect(isWithin(`Source: ${text}`, work.span)).toBe(true);
        const entry = parseReferenceEntry(text);
        expect(isWithin(text, entry?.authorSpan ?? null)).toBe(true);
        for (const use of findAcronymUses(text)) expect(text.slice(use.start, use.end)).toBe(use.acronym);
        const definitions = findAcronymDefinitions(text);
        for (const definition of definitions) expect(isWithin(text, definition.span)).toBe(true);
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 30 }), { maxLength: 5 }), (names) => {
        const aliases = buildAliasClasses({ definitions: [], declared: [names], listed: names });
        for (const name of names) expect(aliases.namesOf(aliases.classOf(name)).every((other) => typeof other === 'string')).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

describe('composed citations', () => {
  const author = fc.constantFrom('OECD', 'World Bank', 'Shah', 'Shah and Qureshi', 'Shah et al.', 'MoITT', 'State Bank of Pakistan', 'Digital Rights Foundation', 'Labour Force Survey', 'Ministry of Finance');
  const year = fc.tuple(fc.integer({ min: 1950, max: 2029 }), fc.constantFrom('', '', 'a', 'b')).map(([number, letter]) => `${String(number)}${letter}`);
  const comma = fc.constantFrom(', ', ' ');
  const lead = fc.constantFrom('Growth fell ', 'As shown in 2019, prices rose ', 'It did. However, it is so ');

  it('are read in brackets', () => {
    const work = fc.tuple(author, comma, year);
    fc.assert(
      fc.property(lead, fc.constantFrom('', 'see ', 'e.g. ', 'cf. '), fc.array(work, { minLength: 1, maxLength: 4 }), fc.constantFrom('', ', p. 4', ', Table 2'), (before, signal, works, locator) => {
        const inner = works.map(([name, separator, when]) => `${name}${separator}${when}`).join('; ');
        const text = `${before}(${signal}${inner}${locator}).`;
        const found = findCitations(text).citations;
        expect(found).toHaveLength(1);
        expect(found[0]?.works.map((cited) => [cited.author, cited.year])).toEqual(works.map(([name, , when]) => [name, when]));
      }),
      { numRuns: 300 },
    );
  });

  it('are read in the sentence', () => {
    fc.assert(
      fc.property(fc.constantFrom('According to the ', 'However, ', 'As reported by ', 'It is so. The ', 'in line with '), author, fc.constantFrom('', "'s", '’s'), year, (before, name, possessive, when) => {
        fc.pre(possessive === '' || !name.endsWith('.'));
        const text = `${before}${name}${possessive} (${when}) it is.`;
        expect(findCitations(text).citations.flatMap((citation) => citation.works).map((cited) => [cited.author, cited.year])).toEqual([[name, when]]);
      }),
      { numRuns: 300 },
    );
  });
});

/** The best of several runs: noise only ever adds. */
const timeOf = (run: () => void): number => {
  let best = Infinity;
  for (let count = 0; count < 5; count++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
};

describe('grows with the length of the text, not faster', () => {
  it.each(['(', '((a)', 'A A A A (2', '@', '[@a', 'Aa ', 'Aa of ', 'Aa, ', '(A 2020; ', '(2020) ', 'A (2020) ', ' ', 'A.', 'A/', 'A/1/', 'https://', 'AA.AA', 'Act ', '^[', 'and the ', 'Aa-', "A's ", '(AA) ', 'Data from ', '1', '§ 1 of the ', 'Aa, press release, ', ')'])('on many %j', (unit) => {
    const make = (length: number): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
    const run = (text: string) => (): void => {
      findCitations(text, everything);
      findAcronymDefinitions(text);
      findAcronymUses(text);
      parseSourceLine(`Source: ${text}`);
      parseReferenceEntry(text);
    };
    const small = make(8_000);
    const large = make(32_000);
    run(small)();
    // Quadratic work would cost sixteen times as much; the margin is for noise and for what starts up.
    expect(timeOf(run(large))).toBeLessThan(10 * timeOf(run(small)) + 5);
  });
});
