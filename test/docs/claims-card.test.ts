import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shippedModel } from '../../server/src/core/model/claims/scorer';
import wordWeights from '../../server/src/core/model/claims/word-weights.json';

const card = readFileSync('docs/guide/claims-model.md', 'utf8');

describe('the card of the claims model says what is shipped', () => {
  it('from which probability on each level begins', () => {
    const { warning, information, hint } = shippedModel.levels;
    expect(card).toContain(`| ${warning.toFixed(2)} and more | \`sure\` | warning |`);
    expect(card).toContain(`| ${information.toFixed(2)} to ${warning.toFixed(2)} | \`likely\` | information |`);
    expect(card).toContain(`| ${hint.toFixed(2)} to ${information.toFixed(2)} | \`possible\` | hint |`);
  });

  it('how many features and words are weighed', () => {
    const named = Object.keys(shippedModel.weights).filter((name) => name !== 'what its words say');
    expect(card).toContain(`${String(named.length)} named features`);
    expect(card).toContain(`${wordWeights.words.split(' ').length.toLocaleString('en')} common English words`);
    expect(wordWeights.weights).toHaveLength(wordWeights.words.split(' ').length);
  });
});
