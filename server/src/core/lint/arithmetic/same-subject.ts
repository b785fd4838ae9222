/** Do two sentences that stand together speak of one thing? */
import { contentLemmas } from '../../model/figures/lemmas';

const pointsBack = /\b(?:it(?! (?:is|was) (?:\p{L}+ )?that\b)|this(?! (?:year|month|quarter|week|decade|period)\b)|that (?:is|was|represents|means|would|share|rate|figure)|these|those|they|(?:the|its|their) (?:change|rise|increase|fall|drop|cut|decline|difference|gap|reduction|gain|improvement|share|rate|figure|total|proportion|number|level))\b/u;

/** Words that any two sentences on figures have in common. */
const common: ReadonlySet<string> = new Set(
  contentLemmas('rose rise risen rising fell fall fallen falling grew grow grown increase increased decrease decreased drop dropped decline declined change jump climb cut reach reached stand stood be was were had been percent per cent percentage point rate share level number million billion thousand year month quarter period last now today still average total'),
);

const subjectOf = (words: string): readonly string[] => contentLemmas(words.replace(/‹\w+›/gu, ' ').replace(/\d+/gu, ' ')).filter((lemma) => !common.has(lemma));

/**
 * `lead`: the second sentence, up to its number. "Inflation fell from 4.5% to 3.2%. Wages rose by 1.3%." are two things; "In 2019 there were 200 buses.
 * By 2024 there were 260" names none of its own.
 */
export const isAboutTheSame = (before: string, lead: string): boolean => {
  if (pointsBack.test(lead)) return true;
  const said = subjectOf(lead);
  if (said.length === 0) return true;
  const known = new Set(subjectOf(before));
  return said.some((lemma) => known.has(lemma));
};
