import { describe, expect, it } from 'vitest';
import { buildBrief } from '../../server/src/core/model/build-brief';
import { cellClaimsOf } from '../../server/src/core/model/claims/cell-claims';
import { type Claim, findClaims } from '../../server/src/core/model/claims/find-claims';
import { findClaimCues } from '../../server/src/core/model/claims/kinds';
import { reasonsFor } from '../../server/src/core/model/claims/scorer';

const claimsOf = (text: string, own: readonly string[] = []): readonly Claim[] => findClaims(buildBrief(text), own);

const reasonsOf = (text: string): readonly (string | null)[] => claimsOf(text).map(({ coverage }) => coverage?.reason ?? null);

const ownershipOf = (text: string, own: readonly string[] = []): string | null => claimsOf(text, own).at(-1)?.ownership ?? null;

const kindsOf = (text: string): readonly string[] => claimsOf(text)[0]?.kinds ?? [];

describe('coverage', () => {
  it('is in the sentence', () => {
    expect(reasonsOf('Rents rose by 4% (Bureau of Statistics, 2024).')).toEqual(['sentence']);
  });

  it('is carried on by a sentence that goes on about the same thing', () => {
    expect(reasonsOf('Rents rose by 4% (Bureau of Statistics, 2024). They fell in two towns. Wells ran dry in the north.')).toEqual(['sentence', 'carried-on', null]);
  });

  it('is not carried on by a turn to something else', () => {
    expect(reasonsOf('Rents rose by 4% (Bureau of Statistics, 2024). However, wages have stagnated.')).toEqual(['sentence', null]);
  });

  it('is carried on by a word that points back', () => {
    expect(reasonsOf('One survey asked 900 tenants [@alta2024]. Half the answers to the survey came from towns.')).toEqual(['sentence', 'anaphora']);
  });

  it('closes a paragraph', () => {
    expect(reasonsOf('Rents rose. Wages stood still. Both are told by the bureau (Bureau of Statistics, 2024).')).toEqual(['paragraph-end', 'paragraph-end', 'sentence']);
  });

  it('stands later in the paragraph', () => {
    expect(reasonsOf('Rents rose. Wages stood still. The bureau tells both [@bureau2024]. Nobody asked why.')).toEqual(['later-in-paragraph', 'later-in-paragraph', 'sentence', null]);
  });

  it('does not reach from one item of a list to the one before', () => {
    expect(reasonsOf('- Rents rose by 4%.\n- Wages fell by 3% [@wages2024].')).toEqual([null, 'sentence']);
  });

  it('follows a topic sentence at once', () => {
    expect(reasonsOf('Rents have become a burden. Half of tenants pay over 40% of their income (Bureau of Statistics, 2024). Few complain.')).toEqual(['evidence-follows', 'sentence', null]);
  });

  it('leads to a list', () => {
    expect(reasonsOf('The audit found three faults [@audit2023]:\n\n- Invoices were missing.\n- Nobody checked the stock.')).toEqual(['sentence', 'lead-in', 'lead-in']);
  });

  it('leads to a list that it heads', () => {
    const list = '\n\n- Rents rose by 4%.\n- Wages fell.';
    for (const heading of ['## Rents (Bureau of Statistics, 2024)', '**Rents (Bureau of Statistics, 2024)**', '## Rents [@bureau2024]', '## [Rents](https://bureau.example/rents)']) expect(reasonsOf(heading + list)).toEqual(['heading', 'heading']);
    expect(reasonsOf(`## Rents[^1]\n\nThese are the facts:${list}\n\n[^1]: Bureau of Statistics (2024).`)).toEqual([null, 'heading', 'heading']);
  });

  it('does not reach from a heading to its prose, nor past it to a list', () => {
    expect(reasonsOf('## Rents (Bureau of Statistics, 2024)\n\nRents rose by 4%.\n\n- Wages fell.')).toEqual([null, null]);
    expect(reasonsOf('## Rents\n\n- Rents rose by 4%.')).toEqual([null]);
  });

  it('stands in a source line below', () => {
    expect(reasonsOf('Rents rose by 4% in 2024.\n\nSource: Bureau of Statistics (2024)')).toEqual(['source-line']);
    expect(reasonsOf('- Rents rose by 4%.\n- Wages fell.\n\nSource: Bureau of Statistics (2024)')).toEqual(['source-line', 'source-line']);
  });

  it('stands in a note that names a source', () => {
    expect(reasonsOf('- Rents rose by 4%.\n\nNote: taken from the yearbook of the Bureau of Statistics')).toEqual(['source-line']);
    expect(reasonsOf('- Rents rose by 4%.\n\nNote: figures are rounded')).toEqual([null]);
  });

  it('stands in a source line that ends a callout, or right below it', () => {
    expect(reasonsOf('> [!NOTE] Rents\n> Rents rose by 4%.\n>\n> Wages fell.\n>\n> Source: Bureau of Statistics (2024)')).toEqual(['source-line', 'source-line']);
    expect(reasonsOf('> [!NOTE] Rents\n> Rents rose by 4%.\n>\n> Wages fell.\n\nSource: Bureau of Statistics (2024)')).toEqual(['source-line', 'source-line']);
    expect(reasonsOf('Rents rose by 4%.\n\nWages fell by 3%.\n\nSource: Bureau of Statistics (2024)')).toEqual([null, 'source-line']);
  });

  it('says where the source stands', () => {
    const text = '## Rents (Bureau of Statistics, 2024)\n\n- Rents rose by 4%.';
    expect(claimsOf(text).map(({ coverage }) => coverage && [text.slice(coverage.place.start, coverage.place.end), coverage.citation?.works[0]?.author, coverage.sentence])).toEqual([['## Rents (Bureau of Statistics, 2024)', 'Bureau of Statistics', null]]);
  });

  it('is given once for a law that the text goes on about', () => {
    const text = 'On 3 March the senate passed the [Tenancy Act](https://senate.example/act).\n\nThe Tenancy Act caps deposits.\n\nUnder the act, fees are banned.\n\nHistorically, the Tenancy Act said nothing of fees.';
    expect(reasonsOf(text)).toEqual(['sentence', 'instrument', 'instrument', null]);
  });

  it('makes a claim sourced', () => {
    expect(claimsOf('Rents rose by 4% (Bureau of Statistics, 2024).')[0]).toMatchObject({ status: 'sourced', owner: 'other' });
  });
});

describe('figures of tables', () => {
  const cellsOf = (text: string): readonly (readonly [string, string, string | null])[] => cellClaimsOf(buildBrief(text)).map(({ cell, status, coverage }) => [cell.text, status, coverage?.reason ?? null]);
  const table = '| Town | Rent |\n| --- | --- |\n| Alta | 500 |\n| Brel | 620 |';

  it('rest on the source line of their table', () => {
    expect(cellsOf(`${table}\n\nSource: Bureau of Statistics (2024)`)).toEqual([['500', 'sourced', 'source-line'], ['620', 'sourced', 'source-line']]);
    expect(cellsOf(`${table}\n\nSource: authors' calculations`).map(([, status]) => status)).toEqual(['own', 'own']);
  });

  it('rest on a citation in their row, or in the head', () => {
    expect(cellsOf('| Town | Rent | Source |\n| --- | --- | --- |\n| Alta | 500 | [@alta2024] |\n| Brel | 620 | |').filter(([text]) => /^\d/.test(text))).toEqual([['500', 'sourced', 'table'], ['620', 'unsourced', null]]);
    expect(cellsOf('| Town | Rent (Bureau of Statistics, 2024) |\n| --- | --- |\n| Alta | 500 |')).toEqual([['500', 'sourced', 'table']]);
  });

  it('rest on nothing where nothing shows', () => {
    expect(cellsOf(table).map(([, status]) => status)).toEqual(['unsourced', 'unsourced']);
  });
});

describe('ownership', () => {
  it.each([
    ['We counted 214 wells.', 'first person'],
    ['Three wells in our sample were dry.', 'first person'],
    ['This brief compares three towns.', 'the document itself'],
    ['The bureau counted 214 wells.', null],
  ])('%s', (text, reason) => {
    expect(ownershipOf(text)).toBe(reason);
  });

  it('knows names that the settings give', () => {
    expect(ownershipOf('Example Institute counted 214 wells.', ['Example Institute'])).toBe('own name');
  });

  it('learns the name of whoever speaks from the text', () => {
    const text = 'Wellwatch built a map of wells. We published it in May.\n\nWellwatch created a pump test. Our volunteers used it 400 times.\n\nWellwatch found 12 dry wells.';
    expect(ownershipOf(text)).toBe('own name');
  });

  it('takes results for own ones only where somebody says "we"', () => {
    expect(ownershipOf('The model puts the loss at 4%.')).toBeNull();
    expect(ownershipOf('We built a model of rents. The model puts the loss at 4%.')).toBe('own result');
  });
});

describe('kinds', () => {
  it.each([
    ['Rent takes 52% of income.', 'statistic'],
    ['Rents have grown steadily.', 'trend'],
    ['The scheme was abolished by decree.', 'history'],
    ['Poor roads lead to late harvests.', 'cause'],
    ['It is the largest market in the region.', 'comparison'],
    ['Most utilities publish nothing.', 'generalisation'],
    ['Deposits are prohibited by statute.', 'law'],
    ['The ministry has sought to merge the funds.', 'official-action'],
    ['Severe shortages persist.', 'magnitude'],
    ['The dam is scheduled to open soon.', 'forecast'],
  ])('%s', (text, kind) => {
    expect(kindsOf(text)).toContain(kind);
  });

  it('names the words that show them, with their place', () => {
    const text = 'Interest has **grown** rapidly in recent years.';
    const brief = buildBrief(text);
    const cues = brief.sentences.flatMap((sentence) => findClaimCues(sentence, 'trend'));
    expect(cues.map((cue) => text.slice(cue.span.start, cue.span.end))).toEqual(['has **grown', 'rapidly', 'in recent years']);
  });
});

describe('probability', () => {
  const probabilityOf = (text: string): number => claimsOf(text)[0]?.probability ?? 0;

  it('is high for history, trends and generalisations that nobody answers for', () => {
    expect(probabilityOf('Most utilities have historically published little, and complaints have grown in recent years.')).toBeGreaterThan(0.6);
  });

  it('is low for what has a source, is the author’s own, or ought to be', () => {
    expect(probabilityOf('Most utilities have historically published little [@utilities2023].')).toBeLessThan(0.2);
    expect(probabilityOf('We measured the losses of 40 utilities.')).toBeLessThan(0.1);
    expect(probabilityOf('See Table 3 for the results.')).toBeLessThan(0.1);
  });

  it('is explained by what speaks most for it', () => {
    const reasons = reasonsFor({ 'cue generalisation': 2, 'tense perfect': 1, 'cue this work': 3 }, 2);
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons).not.toContain('cue this work');
    const [claim] = claimsOf('Most utilities have historically published little, and complaints have grown in recent years.');
    expect(claim?.reasons).toHaveLength(3);
  });
});
