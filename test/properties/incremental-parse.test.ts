/** After any edits, a tree read from memory is the tree of a full parse. `EDIT_RUNS=20000 npx vitest run test/properties/incremental-parse.test.ts` looks longer. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../server/src/core/syntax/markdown';
import { ParseMemory } from '../../server/src/core/syntax/parse-memory';
import { plainTree } from '../support/plain-tree';
import { applyRandomEdit, randomEdits, randomText } from '../support/random-edits';

const runs = Number(process.env['EDIT_RUNS'] ?? 60);
const timeLimit = 20_000 + runs * 50;

describe('parseMarkdown with a memory', () => {
  it('gives what it gives without', () => {
    fc.assert(
      fc.property(randomText(12), randomEdits(8), (first, edits) => {
        const memory = new ParseMemory();
        parseMarkdown(first, memory);
        let text = first;
        for (const edit of edits) {
          text = applyRandomEdit(text, edit);
          expect(plainTree(parseMarkdown(text, memory))).toEqual(plainTree(parseMarkdown(text)));
        }
      }),
      { numRuns: runs },
    );
  }, timeLimit);
});
