/** A figure restated at any precision never contradicts itself; one that is set apart never contradicts another. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { buildBrief } from '../../server/src/core/model/build-brief';
import { findConflicts } from '../../server/src/core/model/figures/conflicts';
import { figureFrames } from '../../server/src/core/model/figures/frame';
import { FactCache } from '../../server/src/core/model/fact-cache';

const conflictCount = (text: string): number => findConflicts(buildBrief(text)).length;
const brief = (summary: string, body: string): string => `## Summary\n\n${summary}\n\n## Effects\n\n${body}\n`;

const share = fc.integer({ min: 1_000, max: 9_500 }).map((hundredths) => hundredths / 100);
const decimals = fc.integer({ min: 0, max: 2 });
const levy = (value: string, rest = ''): string => `The new levy cut lead dust in schools by ${value}${rest}.`;

describe('figures that contradict', () => {
  it('are never a value and its rounding', () => {
    fc.assert(fc.property(share, decimals, decimals, (value, one, other) => {
      expect(conflictCount(brief(levy(`${value.toFixed(one)}%`), levy(`${value.toFixed(other)}%`)))).toBe(0);
    }));
  });

  it('are never a sum in two scales', () => {
    fc.assert(fc.property(fc.integer({ min: 1_100, max: 9_900 }), decimals, (millions, digits) => {
      const long = `The new levy costs EUR ${millions.toLocaleString('en')} million`;
      expect(conflictCount(brief(`${long}.`, `The new levy costs EUR ${(millions / 1_000).toFixed(digits)} billion.`))).toBe(0);
    }));
  });

  it('are found where two values lie far apart', () => {
    fc.assert(fc.property(share, fc.integer({ min: 12, max: 60 }), (value, percent) => {
      const other = value * (1 + percent / 100);
      expect(conflictCount(brief(levy(`${value.toFixed(1)}%`), levy(`${other.toFixed(1)}%`)))).toBe(1);
    }));
  });

  const apart = fc.constantFrom(
    [' in 2023', ' in 2024'], [' in 2023/24', ' in 2024/25'], [' among women', ' among men'], ['', ' among women'], [' in rural schools', ' in urban schools'],
    [' under Option A', ' under Option B'], [' in Kenya', ' in Ghana'], ['', ' in the worst case'], ['', ' a decade ago'],
  );

  it('are not those of another year, group, place or case', () => {
    fc.assert(fc.property(share, apart, (value, [one = '', other = '']) => {
      expect(conflictCount(brief(levy(`${value.toFixed(1)}%`, one), levy(`${(value * 1.3).toFixed(1)}%`, other)))).toBe(0);
    }));
  });

  it('are the same whatever stands before them', () => {
    fc.assert(fc.property(share, fc.integer({ min: 0, max: 4 }), (value, lines) => {
      const text = brief(levy(`${value.toFixed(1)}%`), levy(`${(value * 1.4).toFixed(1)}%`));
      expect(conflictCount(`${'Nothing is counted here.\n\n'.repeat(lines)}${text}`)).toBe(1);
    }));
  });
});

const measures = ['lead dust in schools', 'ferry fares', 'clinic waits', 'dropout among girls', 'spending on harbour repairs'];
const values = ['12%', '18%', '14.5%', '$40 million', '$45 million', '$40 billion', '3,200 tenants', '3,900 tenants'];

/** Sentences that deny one another often, with what sets figures apart between them. */
const line = fc.oneof(
  fc.tuple(fc.constantFrom(...measures), fc.constantFrom(...values), fc.constantFrom('', ' in 2021', ' in 2023', ' in Kenya', ' among women', ' (Harbour Office, 2023)', ' under Option A')).map(([measure, value, rest]) => `The new levy put ${measure} at ${value}${rest}.`),
  fc.constantFrom(...measures).map((measure) => `## On ${measure}`),
  fc.constantFrom('## Summary', '## Effects', '## Effects', 'The Harbour Office (HO) met the Ministry of Works.', 'The HO said **so**.', 'Rules differ:'),
  fc.tuple(fc.constantFrom(...measures), fc.constantFrom(...measures), fc.constantFrom(...values), fc.constantFrom(...values)).map(([one, other, a, b]) => `Table. The new levy\n\n| Measure | 2021 | 2023 |\n| --- | --- | --- |\n| ${one} | ${a} | ${b} |\n| ${other} | ${b} | ${a} |`),
  fc.tuple(fc.constantFrom(...measures), fc.constantFrom(...values), fc.constantFrom(...values)).map(([measure, a, b]) => `- The levy cut ${measure} from ${a} to ${b}`),
);

/** Drafts of one text: lines put in, taken out, joined with the one before and moved. */
const drafts = fc.tuple(fc.array(line, { minLength: 4, maxLength: 24 }), fc.array(fc.record({ at: fc.nat(), count: fc.nat({ max: 3 }), to: fc.nat(), put: fc.array(line, { maxLength: 2 }), joins: fc.boolean() }), { minLength: 1, maxLength: 6 })).map(([start, edits]) => {
  let lines = start;
  const texts = [lines.join('\n\n')];
  for (const { at, count, to, put, joins } of edits) {
    const from = at % (lines.length + 1);
    const cut = lines.slice(from, from + count);
    const rest = [...lines.slice(0, from), ...put, ...lines.slice(from + count)];
    const target = to % (rest.length + 1);
    lines = to % 2 === 0 ? rest : [...rest.slice(0, target), ...cut, ...rest.slice(target)];
    texts.push(joins ? lines.join('\n\n').replace(/\.\n\nThe/u, '. The') : lines.join('\n\n'));
  }
  return texts;
});

it('after any edits the conflicts are those of the text read from scratch', async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(drafts, async (texts) => {
      const cache = new FactCache();
      const kept = texts.map((text) => {
        const read = buildBrief(text, { cache });
        return { frames: figureFrames(read).map((frame) => ({ ...frame, identity: null })), conflicts: findConflicts(read) };
      });
      // Modules anew have nothing in mind of what was read before.
      vi.resetModules();
      const [{ buildBrief: buildAnew }, { findConflicts: findAnew }, { figureFrames: framesAnew }] = await Promise.all([
        import('../../server/src/core/model/build-brief'),
        import('../../server/src/core/model/figures/conflicts'),
        import('../../server/src/core/model/figures/frame'),
      ]);
      const read = buildAnew(texts.at(-1) ?? '');
      expect(kept.at(-1)?.frames).toEqual(framesAnew(read).map((frame) => ({ ...frame, identity: null })));
      expect(kept.at(-1)?.conflicts).toEqual(findAnew(read));
      found += kept.at(-1)?.conflicts.length ?? 0;
    }),
    { numRuns: 40 },
  );
  expect(found).toBeGreaterThan(0);
}, 60_000);
