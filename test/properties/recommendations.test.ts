/** Whatever stands in a brief, a recommendation is linked to places that are there, in order, and twice the text takes about twice the time. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkRecommendations } from '../../server/src/core/features/recommendation-links';
import { recommendationMatrix } from '../../server/src/core/features/recommendation-matrix';
import { buildBrief } from '../../server/src/core/model/build-brief';
import { compareSpans, overlaps, sliceOf } from '../../server/src/core/text/span';
import { markdown } from '../support/markdown-arbitrary';

const subjects = ['water meters', 'Table 1', 'Section 2', 'the rate of 41%', 'Linn Bay (Port Office, 2024)', '@port2024', 'river wells', 'school roofs', 'Option B', '“Findings”', 'NWRB licences', '😀 kerbs'];
const subject = fc.constantFrom(...subjects);
const item = fc.tuple(fc.constantFrom('Ban', 'Publish', 'The city should repair', 'Strengthen', 'Align'), subject, subject).map(([verb, a, b]) => `- ${verb} ${a} for ${b}.`);
const finding = fc.tuple(subject, subject, subject).map((words) => `We found ${words.join(' and ')}.`);
const brief = fc
  .tuple(markdown(12), fc.array(finding, { maxLength: 12 }), fc.array(item, { maxLength: 6 }), markdown(6))
  .map(([before, findings, items, after]) => `${before}\n\n## 2. Findings\n\n${findings.join(' ')}\n\n### Option B\n\n| a | b |\n| --- | --- |\n| river wells | 41% |\n\n## Recommendations\n\n${items.join('\n')}\n\n${after}`.replace(/^\uFEFF+/, ''));

const placesIn = (text: string) => linkRecommendations(buildBrief(text)).map(({ carriedBy }) => carriedBy);

describe('the links of recommendations', () => {
  it('lead to places inside the text, outside the recommendation, at most three and in order', () => {
    fc.assert(
      fc.property(brief, (text) => {
        for (const { span, reach, what, carriedBy } of recommendationMatrix(buildBrief(text))) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(reach.end).toBeLessThanOrEqual(text.length);
          expect(what).not.toBe('');
          expect(carriedBy.length).toBeLessThanOrEqual(3);
          expect([...carriedBy].sort((a, b) => compareSpans(a.span, b.span))).toEqual(carriedBy);
          for (const place of carriedBy) {
            expect(sliceOf(text, place.span).length).toBe(place.span.end - place.span.start);
            expect(place.span.end).toBeGreaterThan(place.span.start);
            expect(overlaps(place.span, span)).toBe(false);
            expect(place.words.length).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('are the same each time', () => {
    fc.assert(fc.property(brief, (text) => {
      expect(placesIn(text)).toEqual(placesIn(text));
    }), { numRuns: 30 });
  });
});

describe('the time that they take', () => {
  const words = (index: number): string => `${'abcdefghij'[index % 10] ?? ''}${String.fromCharCode(97 + (index % 26))}${String.fromCharCode(97 + (Math.floor(index / 26) % 26))}mere wells`;
  const long = (count: number): string =>
    `## Findings\n\n${Array.from({ length: count }, (_, i) => `The ${words(i)} of the valley run dry in summer.`).join('\n\n')}\n\n## Recommendations\n\n${Array.from({ length: count }, (_, i) => `- The valley board should line the ${words(i)} of the valley.`).join('\n')}\n`;

  it('grows with the length of the text alone', () => {
    const timeOf = (count: number): number => {
      const built = buildBrief(long(count));
      const start = performance.now();
      linkRecommendations(built);
      return performance.now() - start;
    };
    timeOf(100);
    let growth = Infinity;
    for (let round = 0; round < 4 && growth >= 10; round++) growth = Math.min(growth, timeOf(800) / timeOf(200));
    expect(growth).toBeLessThan(10);
  });
});
