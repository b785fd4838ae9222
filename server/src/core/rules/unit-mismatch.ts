import { conflictFindings, isWithTable, unitWords } from '../lint/figure-conflicts';
import { defineRule } from '../lint/rule';

export const unitMismatch = defineRule({
  meta: {
    name: 'unit-mismatch',
    group: 'consistency',
    title: 'One figure in two units',
    levels: { text: 'warning', table: 'warning' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'One quantity with the same digits in two units: kilometres and miles, per month and per year, per cent and percentage points.',
      why: 'The same number in two units is two quantities.',
      how: 'Find out which unit is right and correct the other place.',
      limits: [
        'Other digits in another unit are taken for a conversion, and are not checked.',
      ],
      authority: 'UN Editorial Manual',
      flagged: [{ text: '## Summary\n\nShort ferry trips are below 5 miles.\n\n## Method\n\nWe define short ferry trips as those below 5 km.' }],
      clean: [{ text: '## Summary\n\nShort ferry trips are below 3.1 miles.\n\n## Method\n\nWe define short ferry trips as those below 5 km.' }],
    },
  },
  *check({ brief }) {
    yield* conflictFindings(brief, 'unit', (here, there, place) => ({ level: isWithTable(here, there) ? 'table' : 'text', message: `${unitWords(here)} here, ${unitWords(there)} ${place}` }));
  },
});
