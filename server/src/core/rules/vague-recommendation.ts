import { recommendationItems } from '../lint/recommendation-items';
import { defineRule } from '../lint/rule';
import { findVagueAdvice, type VagueAdvice } from '../lint/vague-advice';

export const vagueRecommendation = defineRule({
  meta: {
    name: 'vague-recommendation',
    group: 'recommendations',
    title: 'Recommendation that says what should be better, and not what to do',
    levels: { item: 'hint' },
    fix: 'none',
    options: {},
    docs: {
      what: 'A recommendation that strengthens, promotes, enhances, improves or fosters something abstract, such as coordination or awareness, and names no number, no instrument and no product.',
      why: 'Nobody can be against it, nobody can do it, and nobody can tell afterwards whether it was done.',
      how: 'Name what is to be set up, passed, paid or published: not "strengthen coordination" but "set up a joint committee that meets each month".',
      limits: [
        'Any instrument in the item counts ("through a fund"), also a weak one; a date alone does not.',
        'Only the first act of an item is read. Details of more than a sentence or two below it are taken to say how.',
      ],
      authority: 'Recommendations are specific enough to be acted on (MEAL recommendation tests)',
      flagged: [{ text: '## Recommendations\n\n- The ministry should strengthen coordination between the provinces.' }],
      clean: [{ text: '## Recommendations\n\n- The ministry should set up a joint committee of the provinces, which meets each month.' }],
    },
  },
  *check({ brief }) {
    for (const item of recommendationItems(brief)) {
      const vague = findVagueAdvice(item, brief);
      if (vague !== undefined) yield { span: item.span, level: 'item', message: messageOf(vague) };
    }
  },
});

const messageOf = ({ kind, text }: VagueAdvice): string =>
  kind === 'act' ? `"${text}" names no number, no instrument and nothing that will be there afterwards` : `"${text}" leaves open which`;
