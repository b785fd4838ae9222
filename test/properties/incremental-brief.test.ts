/** After any edits, a brief built with what was known before is the brief of a build from scratch. `EDIT_RUNS=5000 npx vitest run test/properties/incremental-brief.test.ts` looks longer. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildBrief } from '../../server/src/core/model/build-brief';
import { FactCache } from '../../server/src/core/model/fact-cache';
import type { Brief } from '../../server/src/core/model/brief';
import { markdown } from '../support/markdown-arbitrary';
import { applyRandomEdit, randomEdits, randomText } from '../support/random-edits';

const runs = Number(process.env['EDIT_RUNS'] ?? 60);
const timeLimit = 20_000 + runs * 100;

/** With the places that functions give, and the lists that one object stands in. */
function plainBrief({ aliases, ...brief }: Brief): unknown {
  const citations = new Map(brief.citations.map((citation, i) => [citation, i]));
  const quantities = new Map(brief.quantities.map((quantity, i) => [quantity, i]));
  return {
    ...brief,
    expansions: brief.acronymDefinitions.map(({ acronym }) => aliases.expansionsOf(acronym)),
    places: [...brief.sentences, ...brief.noteSentences].map(({ text, toSource }) => [toSource(0), toSource(text.length >> 1), toSource(text.length)]),
    shared: brief.sentences.map((sentence) => [
      sentence.citations.map((citation) => citations.get(citation)),
      sentence.quantities.map((quantity) => quantities.get(quantity)),
      sentence.quotations.map((quotation) => brief.quotations.indexOf(quotation)),
      brief.blocks[sentence.block]?.index,
    ]),
  };
}

const withoutFunctions = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (_, inner: unknown) => (inner instanceof Map ? [...inner] : inner === undefined ? null : inner)));

describe('buildBrief with a cache', () => {
  it('gives what it gives without', () => {
    fc.assert(
      fc.property(randomText(8), markdown(20), randomEdits(6), (examples, lines, edits) => {
        const cache = new FactCache();
        let text = examples + lines;
        buildBrief(text, { cache });
        for (const edit of edits) {
          text = applyRandomEdit(text, edit);
          expect(withoutFunctions(plainBrief(buildBrief(text, { cache })))).toEqual(withoutFunctions(plainBrief(buildBrief(text))));
        }
      }),
      { numRuns: runs },
    );
  }, timeLimit);
});
