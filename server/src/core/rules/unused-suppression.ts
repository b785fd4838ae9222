import { defineRule } from '../lint/rule';

/** Found when suppressions are applied; the runner reports it. */
export const unusedSuppression = defineRule({
  meta: {
    name: 'unused-suppression',
    group: 'setup',
    title: 'Suppression that does nothing',
    levels: { comment: 'information' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'A comment switches off a rule that finds nothing in the place it covers.',
      why: 'Left behind after an edit, it may hide a fault that is written there later.',
      how: 'Remove the rule from the comment, or the comment.',
      limits: ['A rule that does not run, because it is off or needs a profile, is not counted as unused.'],
      authority: null,
      flagged: [{ text: '<!-- brieflint-disable-next-line bad-setting -- kept for the template -->\nTolls rose twice in one year.\n' }],
      clean: [{ text: '<!-- A note to the editor. -->\nTolls rose twice in one year.\n' }],
    },
  },
  check: () => [],
});
