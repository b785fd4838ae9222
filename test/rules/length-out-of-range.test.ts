import { expect, it } from 'vitest';
import { checkText } from '../support/spec';

/** A brief of so many words: too long for a spec. */
const briefOf = (wordCount: number): string => `# Which pump to buy\n\n${'Pump A costs less and lasts as long as pump B does. '.repeat(Math.ceil(wordCount / 12))}\n`;

const findingsAt = (wordCount: number) =>
  checkText(briefOf(wordCount), { profile: 'options-memo' }).findings.filter(({ rule }) => rule === 'length-out-of-range').map(({ level, message }) => `${level}: ${message}`);

it('is silent within the range of the profile', () => {
  expect(findingsAt(1100)).toEqual([]);
});

it('names the range above it', () => {
  expect(findingsAt(1320)).toEqual(['range: 1,320 words, profile options-memo has 700 to 1,200']);
});

it('names the limit above it', () => {
  expect(findingsAt(1656)).toEqual(['limit: 1,656 words, more than the 1,500 that profile options-memo allows']);
});
