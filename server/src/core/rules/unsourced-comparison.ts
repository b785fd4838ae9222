import { defineRule } from '../lint/rule';
import { claimLevels, findUnsourced } from '../lint/unsourced-claims';

export const unsourcedComparison = defineRule({
  meta: {
    name: 'unsourced-comparison',
    group: 'claims',
    title: 'Comparison or rank without a source',
    levels: claimLevels,
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'A sentence that ranks or compares places, groups, causes or means, with no source that answers for it.',
      why: '"The largest" and "more than" invite the question: by what measure, and who counted?',
      how: 'Name the data that the comparison comes from.',
      limits: [
        'How sure it is comes from a small model over named features; of the findings at information, about one in three is one that an editor would share.',
        'A statement of general knowledge is not told from one that needs a source.',
        'A named body that reports counts as a source, even where the work is not named.',
      ],
      authority: 'Wikipedia on verifiability; OECD Style Guide',
      flagged: [{ text: 'The province runs the largest irrigation market in the region.' }],
      clean: [{ text: 'The province runs the largest irrigation market in the region (Water Board, 2024).' }],
    },
  },
  check: (context) => findUnsourced(context, { comparison: 'a comparison' }),
});
