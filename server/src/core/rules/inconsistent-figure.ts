import { conflictFindings, isBetweenSummaryAndBody, isWithTable } from '../lint/figure-conflicts';
import { defineRule } from '../lint/rule';

export const inconsistentFigure = defineRule({
  meta: {
    name: 'inconsistent-figure',
    group: 'consistency',
    title: 'One quantity with two values',
    levels: { text: 'warning', summary: 'warning', table: 'warning' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'Two figures for one quantity, in two places of the brief, that cannot both be right: in text and text, summary and body, or text and table.',
      why: 'One of the two is wrong. A reader who finds it doubts all the others.',
      how: 'Check the source and correct one of the two; or say what sets them apart: another year, another group, another source.',
      limits: [
        'Two figures are taken for one quantity only if their words agree and nothing sets them apart: year, group, place, scenario, target or result, change or level, source.',
        'Each figure counts as the interval that its written precision allows; a figure that rounds to the other one agrees with it.',
        'Figures of one paragraph are not held against each other, and those of one section only where a caption, or "the 300 pupils who …", says again what was said: most such pairs are a comparison.',
        'Years, dates, lengths of time and counts below ten are left to other rules.',
      ],
      authority: 'UN Editorial Manual; guides to executive summaries (US Government Accountability Office)',
      flagged: [{ text: '## Summary\n\nBus fares covered 38% of running costs in 2024.\n\n## Costs\n\nIn 2024, bus fares covered 31% of running costs.' }],
      clean: [{ text: '## Summary\n\nBus fares covered 31% of running costs in 2024.\n\n## Costs\n\nIn 2024, bus fares covered 31.4% of running costs. In 2019, bus fares covered 38% of running costs.' }],
    },
  },
  *check({ brief }) {
    yield* conflictFindings(brief, 'value', (here, there, place) => ({ level: isWithTable(here, there) ? 'table' : isBetweenSummaryAndBody(here, there) ? 'summary' : 'text', message: `${here.written} here, ${there.written} ${place}` }));
  },
});
