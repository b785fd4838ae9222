import { defineRule } from '../lint/rule';
import { claimLevels, findUnsourced } from '../lint/unsourced-claims';

export const unsourcedTrend = defineRule({
  meta: {
    name: 'unsourced-trend',
    group: 'claims',
    title: 'Trend or history without a source',
    levels: claimLevels,
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'A sentence that says what has grown, fallen, changed or happened, with no source that answers for it.',
      why: '"Since when, and by how much?" is the second question after "says who?".',
      how: 'Give the period and the source.',
      limits: [
        'How sure it is comes from a small model over named features; of the findings at information, about one in three is one that an editor would share.',
        'A statement of general knowledge is not told from one that needs a source.',
        'A named body that reports counts as a source, even where the work is not named.',
      ],
      authority: 'Wikipedia on verifiability; OECD Style Guide',
      flagged: [{ text: 'Interest in community energy has grown rapidly in recent years.' }],
      clean: [{ text: 'Interest in community energy has grown rapidly in recent years (Energy Agency, 2024).' }],
    },
  },
  check: (context) => findUnsourced(context, { trend: 'a trend', history: 'what happened' }),
});
