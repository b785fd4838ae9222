import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../server/src/check';
import { listClaims, type ClaimSection, type ListedClaim } from '../../server/src/core/features/claim-list';
import { listCoverage } from '../../server/src/core/features/coverage-list';

const text = `---
title: Rents
---

Rents rose by 52% between 2019 and 2024.

## Problem

Prices rose by 12% in 2024 (Bureau of Statistics, 2025). They had fallen by 3% the year before.

Some 2.4 million people live without a meter (own calculations). The board meets in May. Is it enough?

## Law

<!-- brieflint-disable-next-line unsourced-legal-claim -- common knowledge -->
The Tenancy Act prohibits deposits above three months and remains in force in most provinces.
`;

const sectionsIn = (markdown: string): readonly ClaimSection[] => listClaims({ own: [], ...checkDocument({ text: markdown, layers: [], today: null }) });

const sections = sectionsIn(text);
const claims = sections.flatMap((section) => section.claims);
const claimOf = (words: string): ListedClaim | undefined => claims.find((claim) => claim.text.includes(words));

describe('the list of claims', () => {
  it('goes by section', () => {
    expect(sections.map((section) => [section.title, section.claims.length])).toEqual([[null, 1], ['Problem', 5], ['Law', 1]]);
  });

  it.each([
    ['Rents rose', 'open'],
    ['Prices rose', 'sourced'],
    ['They had fallen', 'sourced'],
    ['2.4 million', 'own'],
    ['The board', 'exempt'],
    ['Is it enough', 'exempt'],
    ['Tenancy Act', 'ignored'],
  ])('%s: %s', (words, state) => {
    expect(claimOf(words)?.state).toBe(state);
  });

  it('says what answers for a claim', () => {
    expect(claimOf('Prices rose')?.answer).toBe('covered by (Bureau of Statistics, 2025): stands in this sentence');
    expect(claimOf('They had fallen')?.answer).toBe('covered by (Bureau of Statistics, 2025): stands in the sentence that this one goes on from');
    expect(claimOf('Tenancy Act')?.answer).toBe('common knowledge');
  });

  it('says what is asked', () => {
    const claim = claimOf('Rents rose');
    expect([claim?.asked?.rule, claim?.answer, claim?.kinds, claim?.cues]).toEqual(['unsourced-statistic', null, ['statistic'], ['52%']]);
  });
});

describe('a claim that a comment sets aside', () => {
  const stateOf = (comment: string, sentence: string): readonly unknown[] => sectionsIn(`${comment}\n${sentence}\n`).flatMap((section) => section.claims.map(({ state, answer }) => [state, answer]));

  it.each(['Rent takes 52% of the income of young families.', 'The town has 1,240 pumps.'])('is listed, whatever the model thinks of it: %s', (sentence) => {
    expect(checkDocument({ text: sentence, layers: [], today: null }).findings.map(({ rule }) => rule)).toContain('unsourced-statistic');
    expect(stateOf('<!-- brieflint-disable-next-line unsourced-statistic -- agreed with the editor -->', sentence)).toEqual([['ignored', 'agreed with the editor']]);
  });

  it('has the reason of the rule that is silenced, not that of another one there', () => {
    const both = '<!-- brieflint-disable-file unsourced-trend -- the trend is plain -->\n<!-- brieflint-disable-next-line unsourced-statistic -- agreed with the editor -->';
    expect(stateOf(both, 'Rent takes 52% of the income of young families.')).toEqual([['ignored', 'agreed with the editor']]);
  });

  it('is none where the comment silences nothing', () => {
    expect(stateOf('<!-- brieflint-disable-next-line unsourced-trend -- the trend is plain -->', 'The Tenancy Act prohibits deposits above three months and remains in force in most provinces.')).toEqual([['open', null]]);
  });
});

describe('coverage', () => {
  it('has what is covered, and what is open', () => {
    expect(listCoverage(sections).map(({ span, kind }) => [kind, text.slice(span.start, span.start + 10)])).toEqual([
      ['open', 'Rents rose'],
      ['cited', 'Prices ros'],
      ['nearby', 'They had f'],
    ]);
  });

  it('says why in plain words', () => {
    expect(listCoverage(sections).map(({ words }) => words)[2]).toBe('Covered by (Bureau of Statistics, 2025): stands in the sentence that this one goes on from');
  });

  it.each([
    ['closes the paragraph', 'The gate is old. It handled 412,000 containers. Freight was up by 12% in a year (Harbour Office, 2025).', 'handled', 'Covered by (Harbour Office, 2025): closes the paragraph'],
    ['source line', '- Freight was up by 12%\n- Trucks were down by 4%\n\nSource: Harbour Office (2025)\n', 'Trucks', 'Covered by Harbour Office (2025): is the source line of this part'],
    ['lead-in', 'The office counted (Harbour Office, 2025):\n\n- Freight was up by 12%\n', 'Freight', 'Covered by (Harbour Office, 2025): stands in the line that leads to this list'],
    ['link', 'Freight was up by 12%, [the office says](https://harbour.example/freight).', 'Freight', 'Covered by the link "the office says": stands in this sentence'],
  ])('%s', (_name, markdown, words, expected) => {
    const found = listCoverage(sectionsIn(markdown)).find(({ span }) => markdown.slice(span.start, span.end).includes(words));
    expect(found?.words).toBe(expected);
  });
});
