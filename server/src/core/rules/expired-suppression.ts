import { defineRule } from '../lint/rule';

/** Found while suppressions are read; the runner reports it. */
export const expiredSuppression = defineRule({
  meta: {
    name: 'expired-suppression',
    group: 'setup',
    title: 'Suppression past its date',
    levels: { comment: 'warning' },
    fix: 'none',
    options: {},
    docs: {
      what: 'A comment that switches a rule off `until` a day that has gone by. It no longer switches anything off.',
      why: 'The date was a promise to come back: the source was to be in print, the figure final.',
      how: 'Mend what the comment excused and remove the comment, or give a new date.',
      limits: ['A suppression without `until` never expires.'],
      authority: null,
      flagged: [
        {
          text: '<!-- brieflint-disable-next-line unsourced-statistic until=2020-06-30 -- yearbook is in print -->\nTolls rose twice in one year.\n',
        },
      ],
      clean: [
        {
          text: '<!-- brieflint-disable-next-line unsourced-statistic until=2999-06-30 -- yearbook is in print -->\nTolls rose twice in one year.\n',
        },
      ],
    },
  },
  check: () => [],
});
