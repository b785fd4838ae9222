import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Brief } from '../../server/src/core/model/brief';
import { buildBrief } from '../../server/src/core/model/build-brief';
import { FactCache } from '../../server/src/core/model/fact-cache';
import type { Span } from '../../server/src/core/text/span';
import { markdown } from '../support/markdown-arbitrary';

/** Every object with `start` and `end` numbers in it, with its path. */
function spansOf(value: unknown, path = '', found: [string, Span][] = []): [string, Span][] {
  if (value instanceof Map) for (const [key, inner] of value) spansOf(inner, `${path}.${String(key)}`, found);
  else if (Array.isArray(value)) value.forEach((inner, i) => spansOf(inner, `${path}[${String(i)}]`, found));
  else if (typeof value === 'object' && value !== null) {
    const span = value as Partial<Span>;
    if (typeof span.start === 'number' && typeof span.end === 'number') found.push([path, { start: span.start, end: span.end }]);
    for (const [key, inner] of Object.entries(value)) if (key !== 'data') spansOf(inner, `${path}.${key}`, found);
  }
  return found;
}

const plain = (brief: Brief): string =>
  JSON.stringify(brief, (_, value: unknown) => (value instanceof Map ? [...value] : typeof value === 'function' ? undefined : value));

describe('buildBrief', () => {
  it('never throws, and every span lies in the text', () => {
    fc.assert(
      fc.property(markdown(), (text) => {
        for (const [path, span] of spansOf(buildBrief(text))) {
          expect(span.start, path).toBeGreaterThanOrEqual(0);
          expect(span.end, path).toBeGreaterThanOrEqual(span.start);
          expect(span.end, path).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('puts every block into its section, and sections into their parents', () => {
    fc.assert(
      fc.property(markdown(), (text) => {
        const brief = buildBrief(text);
        brief.blocks.forEach((block, i) => {
          expect(block.index).toBe(i);
          expect(brief.sections[block.section]?.blocks).toContain(i);
        });
        for (const section of brief.sections) {
          if (section.parent === null) continue;
          const parent = brief.sections[section.parent];
          expect(parent?.children).toContain(section.index);
          expect(parent && parent.span.start <= section.span.start && section.span.end <= parent.span.end).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives with a cache what it gives without, over any sequence of texts', () => {
    fc.assert(
      fc.property(fc.array(markdown(12), { minLength: 2, maxLength: 5 }), (texts) => {
        const cache = new FactCache();
        let text = '';
        for (const next of texts) {
          // Each text shares a part with the one before, as an edited document does.
          text = text.slice(0, Math.floor(text.length / 2)) + next;
          expect(plain(buildBrief(text, { cache }))).toBe(plain(buildBrief(text)));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('finds the words of each sentence at its span', () => {
    fc.assert(
      fc.property(markdown(), (text) => {
        for (const sentence of buildBrief(text).sentences) {
          const first = sentence.text[0] ?? '';
          if (!/\p{L}/u.test(first)) continue;
          expect(text[sentence.toSource(0)]).toBe(first);
          expect(text.slice(sentence.span.start, sentence.span.end)).toContain(first);
        }
      }),
      { numRuns: 60 },
    );
  });
});
