import { conflictFindings, isWithTable } from '../lint/figure-conflicts';
import { defineRule } from '../lint/rule';

export const scaleMismatch = defineRule({
  meta: {
    name: 'scale-mismatch',
    group: 'consistency',
    title: 'One figure in two scales',
    levels: { text: 'warning', table: 'warning' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'One quantity with the same digits in two scales: million in one place, billion in the other; or with three zeros more.',
      why: 'A slip of scale makes the figure wrong by a factor of a thousand.',
      how: 'Find out which scale is right and correct the other place.',
      limits: [
        'Figures with one digit ("5 million", "5 billion") need more words in common than others.',
      ],
      authority: 'UN Editorial Manual',
      flagged: [{ text: '## Summary\n\nThe port loan costs EUR 3.8 billion from 2026 to 2035.\n\n## Costs\n\nOver 2026 to 2035, the port loan costs EUR 3.8 million.' }],
      clean: [{ text: '## Summary\n\nThe port loan costs EUR 3.8 billion from 2026 to 2035.\n\n## Costs\n\nOver 2026 to 2035, the port loan costs EUR 3,812 million.' }],
    },
  },
  *check({ brief }) {
    yield* conflictFindings(brief, 'scale', (here, there, place) => ({ level: isWithTable(here, there) ? 'table' : 'text', message: `${here.written} here, ${there.written} ${place}` }));
  },
});
