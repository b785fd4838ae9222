import { defineRule } from '../lint/rule';

/** Found while suppressions are read; the runner reports it. */
export const suppressionWithoutReason = defineRule({
  meta: {
    name: 'suppression-without-reason',
    group: 'setup',
    title: 'Suppression without a reason',
    levels: { comment: 'warning' },
    fix: 'none',
    options: {},
    docs: {
      what: 'A comment that switches a rule off but does not say why. It switches nothing off.',
      why: 'The next editor cannot tell a considered exception from a finding that somebody wanted gone.',
      how: 'Write the reason after two dashes: `<!-- brieflint-disable-next-line RULE -- reason -->`.',
      limits: ['Whether the reason is a good one is for people to judge.'],
      authority: null,
      flagged: [{ text: '<!-- brieflint-disable-next-line unsourced-statistic -->\nTolls rose twice in one year.\n' }],
      clean: [{ text: '<!-- brieflint-disable-next-line unsourced-statistic -- own count -->\nTolls rose twice in one year.\n' }],
    },
  },
  check: () => [],
});
