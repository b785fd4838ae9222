import { defineRule } from '../lint/rule';
import { claimLevels, findUnsourced } from '../lint/unsourced-claims';

export const unsourcedCondition = defineRule({
  meta: {
    name: 'unsourced-condition',
    group: 'claims',
    title: 'Statement of how things stand without a source',
    levels: claimLevels,
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'A sentence that says how things stand, what most people or bodies do, or what others think, with no source that answers for it.',
      why: 'What "most", "often" and "experts" say is the easiest to write and the hardest to check.',
      how: 'Name who found it out, or narrow it to what you can show.',
      limits: [
        'How sure it is comes from a small model over named features; of the findings at information, about one in three is one that an editor would share.',
        'A statement of general knowledge is not told from one that needs a source.',
        'A named body that reports counts as a source, even where the work is not named.',
      ],
      authority: 'Wikipedia on verifiability; OECD Style Guide',
      flagged: [{ text: 'Most small utilities rarely publish their losses.' }],
      clean: [{ text: 'Most small utilities rarely publish their losses (Regulator, 2023).' }],
    },
  },
  check: (context) => findUnsourced(context, { condition: 'how things stand', generalisation: 'a generalisation', view: 'what others think or say' }),
});
