import { defineRule } from '../lint/rule';
import { claimLevels, findUnsourced } from '../lint/unsourced-claims';

export const unsourcedMagnitude = defineRule({
  meta: {
    name: 'unsourced-magnitude',
    group: 'claims',
    title: 'Size without a figure or source',
    levels: claimLevels,
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'A measure that is called high, low, severe or widespread and has neither a value nor a source.',
      why: 'Whether a rate is high depends on what it is compared with.',
      how: 'Give the value and its source.',
      limits: [
        'How sure it is comes from a small model over named features; of the findings at information, about one in three is one that an editor would share.',
        'A statement of general knowledge is not told from one that needs a source.',
        'A named body that reports counts as a source, even where the work is not named.',
      ],
      authority: 'Wikipedia on verifiability; OECD Style Guide',
      flagged: [{ text: 'Severe water shortages persist across the southern districts.' }],
      clean: [{ text: 'Severe water shortages persist across the southern districts (Water Board, 2024).' }],
    },
  },
  check: (context) => findUnsourced(context, { magnitude: 'a size without a figure' }),
});
