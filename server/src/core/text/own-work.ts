/**
 * Words by which authors name themselves as the source: "Authors' calculations", "own survey", "Original to this brief".
 * The possessive or "own" is what tells "Authors' estimates" from "IMF estimates".
 */
const OWN_WORK =
  /\b(?:(?:the )?authors?(?:['’]s?|s['’])? (?:own )?(?:calculations?|computations?|estimat(?:es?|ions?)|analys[ie]s|survey|interviews?|compilation|elaboration|fieldwork|projections?|model(?:ling)?|construction|work|illustration|judge?ments?|assessment|tabulations?|synthesis|research|data)|(?:calculated|compiled|estimated|computed|prepared|elaborated|constructed|created|developed) by (?:the )?authors?|(?:our|my) (?:own )?(?:calculations?|computations?|estimat(?:es?|ions?)|analys[ie]s|survey|interviews?|compilation|elaboration|fieldwork|projections?|modelling|illustration)|own (?:calculations?|computations?|estimat(?:es?|ions?)|analys[ie]s|survey|interviews?|compilation|elaboration|fieldwork|projections?|modelling|illustration|work)|(?:original|specific) to this (?:brief|paper|report|note|article|study)|produced for this (?:brief|paper|report|note|article|study)|internal (?:[a-z]+ )?(?:analysis|data|estimates|calculations|survey))\b/iu;

export const findOwnWork = (text: string): RegExpExecArray | null => OWN_WORK.exec(text);

/** Words between own work and the works it rests on. */
export const BASIS = /\b(?:based (?:up)?on|using|from|derived from|drawing on|with data from|adapted from|building on)\s/iu;
