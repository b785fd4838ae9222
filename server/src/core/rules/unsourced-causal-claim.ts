import { defineRule } from '../lint/rule';
import { claimLevels, findUnsourced } from '../lint/unsourced-claims';

export const unsourcedCausalClaim = defineRule({
  meta: {
    name: 'unsourced-causal-claim',
    group: 'claims',
    title: 'Cause or effect without a source',
    levels: claimLevels,
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'A sentence that says what causes, hinders or changes what, as a fact about the world, with no source that answers for it.',
      why: 'Which cause has which effect is what readers dispute most, and it is found by studies, not by reading.',
      how: 'Name the study, or say that it is your inference: "this suggests".',
      limits: [
        'How sure it is comes from a small model over named features; of the findings at information, about one in three is one that an editor would share.',
        'A statement of general knowledge is not told from one that needs a source.',
        'A named body that reports counts as a source, even where the work is not named.',
      ],
      authority: 'Wikipedia on verifiability; OECD Style Guide',
      flagged: [{ text: 'High sovereign risk forces the country to borrow from a single lender.' }],
      clean: [{ text: 'High sovereign risk forces the country to borrow from a single lender (IMF, 2024).' }],
    },
  },
  check: (context) => findUnsourced(context, { cause: 'a cause or an effect' }),
});
