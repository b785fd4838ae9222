/** Shares of one whole that a sentence lists: "40% is urban, 35% rural and the remaining 30% coastal". */
import type { Sentence } from '../model/brief';
import type { Quantity } from '../text/quantity';
import { textOffset } from './find-cues';

export const splitCue = /\b(?:split|broken down|breaks? down|breakdown|divided|divides?|distributed|distribution|allocated|composition|composed of|made up of|comprising|comprises|consist(?:s|ed|ing)? of|shares? of (?:the )?(?:total|budget|spending|market|vote))\b/i;
/** "the remaining 30%", "the rest (30%)". */
const restBefore = /\b(?:the )?(?:remaining|rest|remainder|balance)(?:,? (?:of|being|is|was|which is))?\s*\(?\s*$/i;
const subset = /\b(?:of (?:which|whom|these|those|them|the latter)|respectively|from|rose|fell|grew|increas\w+|compared|versus|against|than|up|down|in (?:19|20)\d\d)\b/i;
/** "40% urban,": one or two words that name the part. */
const namedPart = /^\s+(?!(?:in|of|for|to|on|at|by|from|were|was|is|are|had|have|said|say)\b)\p{L}[\p{L}-]*(?:\s+(?!(?:in|of|for|to|on|at|by|from|were|was|is|are|had|have|said|say)\b)\p{L}[\p{L}-]*)?,?\s*(?:and\s+|,\s*)?$/iu;
const isComposition = /\b(?:is|are|was|were|being|be)\s*$|:\s*$/i;

/** "And other vehicles for 10%", "and 19% for other reasons": with the others, the list is whole. */
const othersLast = /\band (?:(?:all|the) )?others?\b[^|]*\||\|\s*(?:(?:for|to|from|of|on|went to|had|gave) )?(?:all )?others?\b/iu;
/** Whoever is asked may give several. */
const severalAnswers = /\b(?:answer\w*|ask\w*|cit\w+|gave|list\w*|mention\w*|name[sd]?|naming|report\w*|respon\w+|sa(?:id|ys?)|survey\w*|use[sd]?|using)\b/iu;

/** The listed shares, if the words say that they make a whole. */
export const listedShares = (sentence: Sentence): readonly Quantity[] => {
  const shares = sentence.quantities.filter(({ form }) => form === 'percent');
  const [first] = shares;
  const last = shares.at(-1);
  if (!first || !last || shares.length < 2 || shares.length > 12 || subset.test(sentence.text)) return [];
  if (shares.some(({ isRange, qualifier, value }) => isRange || qualifier !== null || value === null || value <= 0 || value >= 100)) return [];
  const before = (share: Quantity): string => sentence.text.slice(Math.max(0, textOffset(sentence, share.span.start) - 60), textOffset(sentence, share.span.start));
  if (restBefore.test(before(last))) return shares;
  if (shares.length < 3) return [];
  const between = shares.slice(1).map((share, i) => sentence.text.slice(textOffset(sentence, shares[i]?.span.end ?? 0), textOffset(sentence, share.span.start)));
  if (isComposition.test(before(first)) && between.every((text) => namedPart.test(text))) return shares;
  const rest = sentence.text.slice(textOffset(sentence, last.span.end), textOffset(sentence, last.span.end) + 40);
  if (othersLast.test(`${between.at(-1) ?? ''}|${rest}`) && !severalAnswers.test(sentence.text) && between.every((text) => text.length <= 80)) return shares;
  return splitCue.test(before(first)) && between.every((text) => text.length <= 60) ? shares : [];
};
