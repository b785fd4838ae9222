import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildBrief } from '../../server/src/core/model/build-brief';
import { findClaims } from '../../server/src/core/model/claims/find-claims';
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

it('any features give a probability', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.oneof(fc.constantFrom(...Object.keys(shippedModel.weights)), fc.string().map((name) => `unknown ${name}`)), fc.double({ noNaN: true, min: -1e6, max: 1e6 })), (features) => {
      const probability = scoreFeatures(features);
      expect(probability).toBeGreaterThanOrEqual(0);
      expect(probability).toBeLessThanOrEqual(1);
    }),
  );
});
