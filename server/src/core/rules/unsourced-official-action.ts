import { defineRule } from '../lint/rule';
import { claimLevels, findUnsourced } from '../lint/unsourced-claims';

export const unsourcedOfficialAction = defineRule({
  meta: {
    name: 'unsourced-official-action',
    group: 'claims',
    title: 'Act or aim of a public body without a source',
    levels: claimLevels,
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'A sentence that says what a government, ministry, council or court does, did or wants, with no source that answers for it.',
      why: 'Announcements change, and readers want to see the one that is meant.',
      how: 'Add the date and a link to the announcement, minutes or press report.',
      limits: [
        'How sure it is comes from a small model over named features; of the findings at information, about one in three is one that an editor would share.',
        'A statement of general knowledge is not told from one that needs a source.',
        'A named body that reports counts as a source, even where the work is not named.',
      ],
      authority: 'Wikipedia on verifiability; OECD Style Guide',
      flagged: [{ text: 'The Ministry of Finance is seeking to merge the three funds.' }],
      clean: [{ text: 'The Ministry of Finance is seeking to merge the three funds (Ministry of Finance, 2025).' }],
    },
  },
  check: (context) => findUnsourced(context, { 'official-action': 'what a public body does or aims at' }),
});
