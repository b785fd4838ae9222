/** After any edits, a check with what is kept from the drafts before finds what a check from scratch finds. `EDIT_RUNS=500 npx vitest run test/properties/incremental-check.test.ts` looks longer. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../server/src/check';
import { claimsOf } from '../../server/src/core/model/claims/claims-of';
import { FactCache } from '../../server/src/core/model/fact-cache';

const runs = Number(process.env['EDIT_RUNS'] ?? 5);

const readFolder = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));

/** Briefs with and without faults; not the longest, for each edit is checked twice. */
const briefs = ['clean', 'flawed'].flatMap((folder) => readFolder(`test/corpus/${folder}`)).filter(({ length }) => length < 9_000);

const words = ['indeed ', '. ', 'We found that 12% of them agreed. ', '\n\n', '## Background\n\n', '- ', '(Harbour Office, 2019)', '"', '[^1]', 'not ', 'rose by 14% ', 'The Example Institute surveyed 400 tenants. ', 'a'];

/** Puts a word, or a piece from elsewhere, in the place of a few characters. */
interface Change {
  readonly at: number;
  readonly removed: number;
  readonly word: string | null;
  readonly from: number;
}

const changes = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 600 })),
    word: fc.oneof(fc.constantFrom(...words), fc.constant(null)),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { minLength: 1, maxLength: 6 },
);

const applyChange = (text: string, { at, removed, word, from }: Change): string => {
  const place = Math.floor(at * text.length);
  const start = Math.floor(from * text.length);
  return text.slice(0, place) + (word ?? text.slice(start, start + 300)) + text.slice(place + removed);
};

const readAll = (text: string, own: readonly string[], cache?: FactCache): unknown => {
  const layers = [{ layer: 'editor' as const, values: { own } }];
  const { brief, findings, silenced, fileFindings, unchecked, settings } = checkDocument({ text, layers, today: '2026-11-24', ...(cache && { cache }) });
  return { findings, silenced, fileFindings, unchecked, claims: claimsOf(brief, settings.own) };
};

describe('checkDocument with a cache', () => {
  it(
    'finds what it finds without',
    () => {
      fc.assert(
        fc.property(fc.constantFrom(...briefs), fc.constantFrom([], ['Example Institute']), changes, (brief, own, edits) => {
          const cache = new FactCache();
          let text = brief;
          readAll(text, own, cache);
          for (const edit of edits) {
            text = applyChange(text, edit);
            expect(readAll(text, own, cache)).toEqual(readAll(text, own));
          }
        }),
        { numRuns: runs },
      );
    },
    20_000 + runs * 2_000,
  );
});
