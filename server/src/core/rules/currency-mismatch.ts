import { conflictFindings, isWithTable } from '../lint/figure-conflicts';
import { defineRule } from '../lint/rule';

export const currencyMismatch = defineRule({
  meta: {
    name: 'currency-mismatch',
    group: 'consistency',
    title: 'One sum in two currencies',
    levels: { text: 'warning', table: 'warning' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'One sum with the same digits in two currencies.',
      why: 'The same number of dollars and of pounds is never the same sum.',
      how: 'Find out which currency is right and correct the other place.',
      limits: [
        '"$" and "USD", "Rs" and "PKR" may be one currency and are not told apart.',
      ],
      authority: 'UN Editorial Manual',
      flagged: [{ text: '## Summary\n\nRemoving the ferry charge would cost $2.7 billion.\n\n## Costs\n\nRemoving the ferry charge would cost £2.7 billion.' }],
      clean: [{ text: '## Summary\n\nRemoving the ferry charge would cost £2.7 billion.\n\n## Costs\n\nRemoving the ferry charge would cost £2.7 billion ($3.4 billion).' }],
    },
  },
  *check({ brief }) {
    yield* conflictFindings(brief, 'currency', (here, there, place) => ({ level: isWithTable(here, there) ? 'table' : 'text', message: `${here.written} here, ${there.written} ${place}` }));
  },
});
