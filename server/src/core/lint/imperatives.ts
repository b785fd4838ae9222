import { spanOf, type Span } from '../text/span';
import { imperativeVerbs } from './cues/imperative-verbs';

/** Does a text begin with an order: "Publish …", "2. Publish …", "By June, publish …", "Health: publish …"? */
export function isImperative(text: string): boolean {
  const words = text.trim().replace(leadingAdverbs, '');
  const afterLabel = /^[^:.;]{2,60}:\s+(.*)/s.exec(words)?.[1];
  return [words, afterLabel ?? ''].some((part) => {
    return beginsWithVerb(part);
  });
}

/** The first word is a verb in the form of an order. */
export function beginsWithVerb(text: string): boolean {
  const first = /^[\p{L}-]+/u.exec(text.trim())?.[0].toLowerCase() ?? '';
  return imperativeVerbs.has(first) || imperativeVerbs.has(first.replace(/^re-?/, '')) || isVerbBeforeArticle(text.trim()) || /^\w{3,}(?:ise|ize|ify)$/.test(first);
}

/** Only a verb is followed by "the" or "a" at the beginning of a line, but for little words: "Under the", "Half the". */
const isVerbBeforeArticle = (text: string): boolean => /^\p{Lu}\p{Ll}{2,}\s+(?:the|an?|its|their|all|every|each)\s/u.test(text) && !littleWords.test(text);

const littleWords = /^(?:about|above|across|after|against|all|along|although|among|and|any|are|around|because|been|before|behind|below|between|beyond|both|but|can|could|did|does|during|each|even|every|few|for|from|given|had|half|has|have|here|how|into|just|like|many|more|most|much|near|nearly|neither|not|once|one|only|our|over|quite|rather|should|since|some|still|such|than|that|their|then|there|they|this|though|through|thus|under|unlike|until|upon|was|were|what|when|where|whereas|which|while|who|why|will|with|within|without|would|yet|you)\b/i;

const leadingAdverbs = /^(?:(?:recommendation|action|step|priority)\s{0,3}\d{0,3}\s{0,3}[:.–—-]\s*|\d+[.)]\s*|(?:immediately|urgently|first|second|third|finally|also|then|jointly|gradually)\b,?\s*|(?:by|within|in|from|before)\s+[^,]{2,40},\s*)+/i;

/** What the first verb governs, up to the first preposition: of "X should give tax credits to start-ups" the words "tax credits". */
export function objectSpan(text: string): Span | undefined {
  const modal = /^[^,:;()]{2,90}?\b(?:should|must|shall|ought\s+to|needs?\s+to)\s+(?:\w+ly\s+|also\s+|then\s+)?[\p{L}-]+\s+/iu.exec(text)?.[0];
  const order = beginsWithVerb(text) ? /^\s*[\p{L}-]+\s+/u.exec(text)?.[0] : undefined;
  const before = order ?? modal;
  if (before === undefined) return undefined;
  const object = objectPhrase(text.slice(before.length));
  return object === undefined ? undefined : spanOf(before.length, before.length + object.length);
}

/** The words at the beginning of a text up to its first preposition, clause or mark but a comma. */
export const objectPhrase = (text: string): string | undefined => objectPattern.exec(text)?.[0];

const objectPattern =
  /^(?:(?!(?:of|for|in|on|at|to|by|with|through|via|from|between|among|amongst|across|within|under|over|into|against|towards?|around|about|so|that|which|who|as|while|where|when|whether|how|if|using|is|are|be)\b)[\p{L}\p{N}&’'-]+(?:\s+|,\s+(?:and\s+)?|$)?){1,9}/iu;
