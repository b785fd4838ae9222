/** What the fixes of the rules about figures write: in the form of the place, and of the brief. */
import { describe, expect, it } from 'vitest';
import { checkText } from '../support/spec';

const titlesOf = (rule: string, text: string): readonly string[] =>
  checkText(text).findings.filter((finding) => finding.rule === rule).flatMap(({ fixes }) => (fixes ?? []).map(({ title }) => title));

const inTwoPlaces = (summary: string, body: string, more = ''): string => `## Summary\n\n${summary}\n\n## Costs\n\n${body}\n${more === '' ? '' : `\n## Other\n\n${more}\n`}`;

describe('a fix for two values', () => {
  it.each([
    ['The port loan costs Rs 1,25,000 crore in 2026.', 'In 2026, the port loan costs Rs 1,52,000 crore.', '', ['Change to Rs 1,52,000 crore', 'Change Rs 1,52,000 crore in "Costs" to Rs 1,25,000 crore']],
    ['The port loan costs Rs 95,000 crore in 2026.', 'In 2026, the port loan costs Rs 1,52,000 crore.', '', ['Change to Rs 1,52,000 crore', 'Change Rs 1,52,000 crore in "Costs" to Rs 95,000 crore']],
    ['The port loan costs 1.234,5 million euros in 2026.', 'In 2026, the port loan costs 1.243,5 million euros.', 'It has 2.345,7 million tonnes and 1.234.567 members.', ['Change to 1.243,5 million euros', 'Change 1.243,5 million euros in "Costs" to 1.234,5 million euros']],
    ['The port reform trained 610 harbour pilots in 2024.', 'In 2024, the port reform trained 1,240 harbour pilots.', '', ['Change to 1,240', 'Change 1,240 in "Costs" to 610']],
    ['The port reform trained 1240 harbour pilots in 2024.', 'In 2024, the port reform trained 1420 harbour pilots.', '', ['Change to 1420', 'Change 1420 in "Costs" to 1240']],
  ])('%s %s', (summary, body, more, expected) => {
    expect(titlesOf('inconsistent-figure', inTwoPlaces(summary, body, more))).toEqual(expected);
  });

  it('changes words into digits so that the sentence still stands', () => {
    expect(titlesOf('inconsistent-figure', inTwoPlaces('In 2024, child poverty affected one in four children.', 'In 2024, child poverty affected 31 per cent of children.'))).toEqual(['Change to 31 per cent of', 'Change 31 per cent in "Costs" to 25 per cent']);
  });
});

describe('a fix for two scales', () => {
  it.each([
    ['The port loan costs EUR 3.2 million in 2026.', 'In 2026, the port loan costs EUR 3.2 billion.', ['Change to EUR 3.2 billion', 'Change EUR 3.2 billion in "Costs" to EUR 3.2 million']],
    ['The port loan costs $656 million in 2026.', 'In 2026, the port loan costs $656 billion.', ['Change to $656 billion', 'Change $656 billion in "Costs" to $656 million']],
    ['The port loan costs EUR 3.2bn in 2026.', 'In 2026, the port loan costs EUR 3.2m.', ['Change to EUR 3.2m', 'Change EUR 3.2m in "Costs" to EUR 3.2bn']],
    ['The port scheme reached 38 lakh farm families.', 'The port scheme reached 38 crore farm families.', ['Change to 38 crore', 'Change 38 crore in "Costs" to 38 lakh']],
  ])('changes the word: %s %s', (summary, body, expected) => {
    expect(titlesOf('scale-mismatch', inTwoPlaces(summary, body))).toEqual(expected);
  });
});

describe('a fix for a sum that does not come out', () => {
  it.each([
    ['Spending rose from Rs 1,25,000 crore to Rs 1,52,000 crore, an increase of Rs 37,000 crore.', 'Change Rs 37,000 crore to Rs 27,000 crore'],
    ['Spending rose from 1.200,5 million euros to 2.400,5 million euros, an increase of 900,0 million euros.', 'Change 900,0 million euros to 1.200,0 million euros'],
    ['Visits rose from 390 to 1,390, an increase of 610.', 'Change 610 to 1,000'],
  ])('%s', (text, expected) => {
    expect(titlesOf('arithmetic-mismatch', `## Costs\n\n${text}\n`)).toContain(expected);
  });
});

describe('the sum of a column', () => {
  it.each([
    [['58,000', '40,000', '27,000', '1,26,000'], '1,25,000'],
    [['310,5', '300,0', '624,0', '1.224,5'], '1.234,5'],
    [['310', '300', '390', '980'], '1,000', 'The port has 1,240 boats and 2,400 nets.'],
    [['310', '300', '390', '980'], '1000', 'The port has 1240 boats and 2400 nets.'],
  ])('of %j is written as %s', ([north = '', south = '', west = '', total = ''], expected, more = '') => {
    const text = `## Boats\n\n${more}\n\n| Place | Boats | Nets |\n| --- | ---: | ---: |\n| North | ${north} | 110 |\n| South | ${south} | 240 |\n| West | ${west} | 350 |\n| Total | ${total} | 700 |\n`;
    const messages = checkText(text).findings.filter(({ rule }) => rule === 'total-mismatch').map(({ message }) => message);
    expect(messages.join('; ')).toContain(`add up to ${expected} `);
  });
});
