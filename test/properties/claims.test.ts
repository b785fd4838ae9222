import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { buildBrief } from '../../server/src/core/model/build-brief';
import { claimsOf } from '../../server/src/core/model/claims/claims-of';
import { findClaims } from '../../server/src/core/model/claims/find-claims';
import { FactCache } from '../../server/src/core/model/fact-cache';
import { scoreFeatures, shippedModel } from '../../server/src/core/model/claims/scorer';
import { markdown } from '../support/markdown-arbitrary';

it('each sentence is a claim with a finite probability, and the same text gives the same claims', () => {
  fc.assert(
    fc.property(markdown(), (text) => {
      const brief = buildBrief(text);
      const claims = findClaims(brief, ['Example Institute']);
      expect(claims.map(({ sentence }) => sentence)).toEqual(brief.sentences.map(({ index }) => index));
      for (const { probability, coverage } of claims) {
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
        if (typeof coverage?.sentence === 'number') expect(brief.sentences[coverage.sentence]).toBeDefined();
      }
      expect(findClaims(buildBrief(text), ['Example Institute'])).toEqual(claims);
    }),
    { numRuns: 60 },
  );
});

/** A text and what it becomes by cutting out and putting in, as somebody writes. */
const edited = (): fc.Arbitrary<readonly string[]> =>
  fc.tuple(markdown(), fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat({ max: 60 }), typed: fc.oneof(markdown(2), fc.constantFrom(' They rose.', ' (Harbour Office, 2024)', '\n\n', ': ', 'We ')) }), { minLength: 1, maxLength: 4 })).map(([text, edits]) => {
    const texts = [text];
    for (const { at, cut, typed } of edits) {
      const before = texts.at(-1) ?? '';
      const start = Math.floor(at * before.length);
      texts.push(before.slice(0, start) + typed + before.slice(start + cut));
    }
    return texts;
  });

it('after any edits the claims are those of the text read from scratch', async () => {
  await fc.assert(
    fc.asyncProperty(edited(), async (texts) => {
      const cache = new FactCache();
      const claims = texts.map((text) => claimsOf(buildBrief(text, { cache }), ['Example Institute']));
      // Modules anew have nothing in mind of what was read before.
      vi.resetModules();
      const [{ buildBrief: buildAnew }, { findClaims: findAnew }] = await Promise.all([import('../../server/src/core/model/build-brief'), import('../../server/src/core/model/claims/find-claims')]);
      expect(claims.at(-1)).toEqual(findAnew(buildAnew(texts.at(-1) ?? ''), ['Example Institute']));
    }),
    { numRuns: 15 },
  );
}, 60_000);

it('one list of claims is found for a brief and an issuing body', () => {
  const brief = buildBrief('Rents rose by 4%. Example Institute counted them.');
  const claims = claimsOf(brief, ['Example Institute']);
  expect(claimsOf(brief, ['Example Institute'])).toBe(claims);
  expect(claimsOf(brief, [])[1]?.owner).toBe('other');
});

it('any features give a probability', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.oneof(fc.constantFrom(...Object.keys(shippedModel.weights)), fc.string().map((name) => `unknown ${name}`)), fc.double({ noNaN: true, min: -1e6, max: 1e6 })), (features) => {
      const probability = scoreFeatures(features);
      expect(probability).toBeGreaterThanOrEqual(0);
      expect(probability).toBeLessThanOrEqual(1);
    }),
  );
});
