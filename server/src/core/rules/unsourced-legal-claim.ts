import { defineRule } from '../lint/rule';
import { claimLevels, findUnsourced } from '../lint/unsourced-claims';

export const unsourcedLegalClaim = defineRule({
  meta: {
    name: 'unsourced-legal-claim',
    group: 'claims',
    title: 'What a law says without a source',
    levels: claimLevels,
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'A sentence that says what a law, policy, treaty or standard requires, allows or brought about, where neither it nor the text before gives a reference.',
      why: 'A reader must be able to open the instrument, and names and years of laws are easily mixed up.',
      how: 'Add the reference at the first mention: number and year, article, or a link.',
      limits: [
        'How sure it is comes from a small model over named features; of the findings at information, about one in three is one that an editor would share.',
        'A statement of general knowledge is not told from one that needs a source.',
        'A named body that reports counts as a source, even where the work is not named.',
      ],
      authority: 'Wikipedia on verifiability; OECD Style Guide',
      flagged: [{ text: 'The Tenancy Act prohibits deposits above three months and remains in force in most provinces.' }],
      clean: [{ text: 'The Tenancy Act (Act No. 12 of 1997), s. 4, prohibits deposits above three months.' }],
    },
  },
  check: (context) => findUnsourced(context, { law: 'what a law or rule says' }),
});
