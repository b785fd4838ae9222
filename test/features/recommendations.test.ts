import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../server/src/check';
import { findRecommendationHover } from '../../server/src/core/features/recommendation-hover';
import { listRecommendations } from '../../server/src/core/features/recommendation-list';
import { recommendationMatrix, type RecommendationRow } from '../../server/src/core/features/recommendation-matrix';
import { buildBrief } from '../../server/src/core/model/build-brief';
import { sliceOf } from '../../server/src/core/text/span';

const analysis = `## 1. What goes wrong

Buses in the hills run late because the two lanes of Mill Road are full of parked cars. In 2024 delays cost drivers EUR 4.1 million there (Transport Office, 2025).

## 2. What helps

Where Lindau took the parked cars off its main street, buses kept their times. A lane for buses costs EUR 90,000 a kilometre.

Ticket inspectors sell tickets on board, and the doors stay shut while they do. Tickets sold before boarding saved Lindau nine minutes a round.

| Measure | Cost | Minutes saved |
| --- | --- | --- |
| Bus lane | EUR 360,000 | 22 |
| Kerbside machines | EUR 120,000 | 9 |
`;

const rowsOf = (items: string, before = analysis): readonly RecommendationRow[] => recommendationMatrix(buildBrief(`${before}\n## Recommendations\n\n${items}\n`));
const placesOf = (item: string, before = analysis): readonly string[] => {
  const text = `${before}\n## Recommendations\n\n${item}\n`;
  return recommendationMatrix(buildBrief(text)).flatMap(({ carriedBy }) => carriedBy.map(({ span, words }) => `${sliceOf(text, span).slice(0, 24)}: ${words.join(', ')}`));
};

describe('a recommendation is linked to what carries it', () => {
  it('by the words that both have, the rarer the better', () => {
    expect(placesOf('- The city should ban parked cars from Mill Road.')).toEqual(['Buses in the hills run l: Mill, Road, parked, cars']);
    expect(placesOf('- The city should ban parked cars.')).toEqual(['Buses in the hills run l: parked, cars', 'Where Lindau took the pa: parked, cars']);
  });

  it('not by what is to be watched later', () => {
    const before = analysis.replace('## 2. What helps', 'Sign to watch: parked cars on Mill Road.\n\n## 2. What helps');
    expect(placesOf('- The city should ban parked cars from Mill Road.', before)).toEqual(['Buses in the hills run l: Mill, Road, parked, cars']);
  });

  it('to rows of tables too', () => {
    expect(placesOf('- The city should put kerbside machines at every stop.')).toEqual(['Kerbside machines | EUR : Kerbside, machines']);
  });

  it('by the place that it names', () => {
    expect(placesOf('- The city should act on parking, as Section 1 shows.')).toEqual(['1. What goes wrong: Section 1']);
    expect(placesOf('- The city should act on this (see “What helps”).')).toEqual(['2. What helps: “What helps”']);
  });

  it('by a work that both cite', () => {
    expect(placesOf('- The city should repeat the count of delays (Transport Office, 2025).')).toEqual(['In 2024 delays cost driv: (Transport Office, 2025), delays']);
  });

  it('by a figure that both give', () => {
    const [first] = placesOf('- The city should win back the EUR 4.1 million that delays cost drivers in 2024.');
    expect(first).toMatch(/^In 2024 delays cost driv: EUR 4\.1 million/);
  });

  it('by nothing where the two have one word in common, a name, or words of any advice', () => {
    expect(placesOf('- The city should publish a plan for cars.')).toEqual([]);
    expect(placesOf('- The Transport Office should publish its standards.')).toEqual([]);
    expect(placesOf('- The city should offer tax credits.')).toEqual([]);
  });

  it('to what was found out, not to summary, conclusion or plan', () => {
    const text = '## Summary\n\nBan parked cars from Mill Road.\n\n## Conclusion\n\nParked cars on Mill Road are the cause.\n\n## Next steps\n\nParked cars on Mill Road are towed first.\n';
    expect(placesOf('- The city should ban parked cars from Mill Road.', text)).toEqual([]);
  });
});

describe('the row of a recommendation', () => {
  const measureOf = (item: string): string | null | undefined => rowsOf(item)[0]?.measure;

  it.each([
    ['The city should paint lanes; success is measured by the delay at the bridge.', 'the delay at the bridge'],
    ['The city should paint lanes. Indicator: minutes lost a day.', 'minutes lost a day'],
    ['The city should raise the share of buses on time from 61% to 85% by 2028.', '61% to 85% by 2028'],
    ['The city should paint lanes to reach 85% of buses on time by 2028.', 'reach 85% of buses on time by 2028'],
    ['The city should paint lanes, with a target of 85% on time.', 'target of 85% on time'],
    ['The city should paint lanes so that fewer than 5 buses a day are late.', 'so that fewer than 5 buses a day are late'],
  ])('says how one will know: %s', (item, measure) => {
    expect(measureOf(`- ${item}`)).toBe(measure);
  });

  it.each(['The city should pay for lanes from 2026 to 2028.', 'The city should close Mill Road from 1 May to 30 June.', 'The city should paint the lanes.'])('takes no time for a measure: %s', (item) => {
    expect(measureOf(`- ${item}`)).toBeNull();
  });

  it('reads the columns of a table', () => {
    const table = '| Action | Lead | By when | Cost | Indicator |\n| --- | --- | --- | --- | --- |\n| Paint bus lanes | City | May 2027 | EUR 90,000 | Minutes lost a day |\n| Sell tickets early | – | | | |';
    expect(rowsOf(table)).toMatchObject([
      { what: 'Paint bus lanes', who: 'City', byWhen: 'May 2027', cost: 'EUR 90,000', measure: 'Minutes lost a day' },
      { what: 'Sell tickets early', who: null, byWhen: null, cost: null, measure: null },
    ]);
  });

  it('reads the table below a recommendation that is a heading', () => {
    const item = '### 1. Ban parked cars from Mill Road\n\n| Who | By when | Cost |\n| --- | --- | --- |\n| City works | May 2027 | EUR 90,000 |';
    expect(rowsOf(item)).toMatchObject([{ who: 'City works', byWhen: 'May 2027', cost: 'EUR 90,000' }]);
  });

  it('takes for the cost the sum that is called one', () => {
    expect(rowsOf('- The city should fine drivers EUR 50; the signs cost EUR 12,000.')[0]?.cost).toBe('EUR 12,000');
  });
});

describe('the list of recommendations', () => {
  const text = `${analysis}\n## Recommendations\n\n- Ban parked cars from Mill Road by May 2027 (Transport Office, 2025).\n- The city should paint bus lanes.\n`;
  const { brief, findings } = checkDocument({ text, layers: [], today: null });
  const list = listRecommendations(brief, findings);

  it('says of each part where it stands, and what is asked about one that is not there', () => {
    expect(list[0]?.parts.map(({ kind, text: words, span, asked, isFixable }) => [kind, words, sliceOf(text, span).slice(0, 11), asked !== null, isFixable])).toEqual([
      ['who', null, 'Ban parked ', true, true],
      ['by-when', 'by May 2027', 'by May 2027', false, false],
      ['cost', null, 'Ban parked ', true, true],
      ['measure', null, 'Ban parked ', false, false],
    ]);
  });

  it('leads to citations and to places of the analysis', () => {
    expect(list[0]?.restsOn.map((source) => source.text)).toEqual(['(Transport Office, 2025)']);
    expect(list[0]?.carriedBy[0]).toMatchObject({ section: '1. What goes wrong', text: 'Buses in the hills run late because the two lanes of Mill Road are full of parked cars.' });
    expect(list[1]?.restsOn).toEqual([]);
  });

  it('is empty without recommendations', () => {
    expect(listRecommendations(buildBrief(analysis), [])).toEqual([]);
  });

  it('has its row in a hover, with links to what carries it', () => {
    const hover = findRecommendationHover({ brief, linkTo: ({ start }) => `file:///buses.md#${String(start)}` }, text.indexOf('Ban parked') + 2);
    expect(hover?.markdown).toMatch(/^\*\*Who\*\* – · \*\*By when\*\* by May 2027 · \*\*Cost\*\* – · \*\*Measure\*\* –\n\nCarried by:\n\n- \[Buses in the hills/);
    expect(findRecommendationHover({ brief, linkTo: () => null }, 3)).toBeUndefined();
  });
});
