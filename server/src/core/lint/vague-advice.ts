/** "Strengthen coordination": a verb of bettering, an abstract noun, and nothing that somebody could do, buy, count or see. */
import type { Brief } from '../model/brief';
import type { Quantity } from '../text/quantity';
import { abstractGoods, instruments, vagueVerbs } from './cues/vague-advice';
import { imperativeVerbs } from './cues/imperative-verbs';
import { objectPhrase } from './imperatives';
import { shorten } from './message-words';
import type { RecommendationItem } from './recommendation-items';
import { withoutActors } from './recommendation-words';

export interface VagueAdvice {
  /** `standards`: it says what to follow, and leaves open which. */
  readonly kind: 'act' | 'standards';
  /** As written: "strengthen institutional coordination", "international standards". */
  readonly text: string;
}

export const findVagueAdvice = (item: RecommendationItem, brief: Brief): VagueAdvice | undefined => {
  const act = vagueActive(item.opening) ?? vaguePassive(item.opening);
  if (act !== undefined) return isConcrete(item, brief) ? undefined : { kind: 'act', text: shorten(act, 70) };
  const standards = unnamedStandards(item);
  return standards === undefined ? undefined : { kind: 'standards', text: standards };
};

const verbs = [...vagueVerbs].join('|');
const adverbs = String.raw`(?:(?:\w+ly|also|further|then|both|more|jointly)\s+){0,2}`;
const label = String.raw`^\W*(?:(?:recommendation|action|step|priority)\s{0,2}\d{0,2}\s{0,2}[:.–—-]\s*)?`;
const time = String.raw`(?:(?:by|within|in|from|before|over|during)\s[^,:;.]{2,40},\s*)?`;

/** At the beginning, or behind the first "should" or "to" of whoever acts. */
const openings: readonly RegExp[] = [
  new RegExp(String.raw`${label}${time}${adverbs}(?<verb>${verbs})\s+`, 'iu'),
  new RegExp(String.raw`^${time}[^,:;.()]{2,90}?\b(?:should|must|shall|will|ought\s+to|needs?\s+to)\s+${adverbs}(?:(?:work|seek|continue|aim|act|strive|take\s+steps)\s+to\s+)?(?<verb>${verbs})\s+`, 'iu'),
  new RegExp(String.raw`^[\p{Lu}][^,:;.()]{1,60}?\s+to\s+${adverbs}(?<verb>${verbs})\s+`, 'u'),
];

const vagueActive = (text: string): string | undefined => {
  for (const pattern of openings) {
    const match = pattern.exec(text);
    const verb = match?.groups?.['verb'];
    if (match === null || verb === undefined) continue;
    const start = match.index + match[0].length;
    const object = objectOf(text.slice(start));
    return object === undefined ? undefined : `${verb.toLowerCase()} ${object}`;
  }
  return undefined;
};

/** What the verb governs, up to the first preposition; undefined unless each of its nouns is abstract. */
const objectOf = (text: string): string | undefined => {
  const phrase = objectPhrase(text)?.replace(/[\s,]+$/u, '');
  const quality = qualityOf(text, phrase);
  if (quality !== undefined) return quality;
  if (phrase === undefined || phrase === '') return undefined;
  const parts = phrase.split(/,\s+(?:and\s+)?|\s+(?:and|or)\s+/iu).filter((part) => part !== '');
  return parts.every((part) => abstractGoods.has(part.split(/\s+/).at(-1)?.toLowerCase() ?? '')) ? phrase : undefined;
};

/** "The quality of teaching", "a culture of innovation". */
const qualityOf = (text: string, phrase: string | undefined): string | undefined => {
  if (phrase === undefined || !/\b(?:culture|spirit|sense|climate|level|standard)s?$/iu.test(phrase)) return undefined;
  const owner = /^\s*of\s+([\p{L}-]+)/iu.exec(text.slice(phrase.length))?.[1];
  return owner !== undefined && abstractGoods.has(owner.toLowerCase()) ? `${phrase} of ${owner}` : undefined;
};

const participles = 'strengthened|improved|enhanced|promoted|fostered|encouraged|boosted|deepened|reinforced|raised|built';
const passivePattern = new RegExp(String.raw`^\W*(?:[\p{L}’'-]+\s+){0,4}?([\p{L}-]+)(?:\s+(?:of|for|in|between|among|across|with|to)\s[^,;:.]{2,60})?\s+(?:should|must|shall|ought\s+to|needs?\s+to)\s+be\s+(?:\w+ly\s+|further\s+)?(?:${participles})\b`, 'iu');

const vaguePassive = (text: string): string | undefined => {
  const match = passivePattern.exec(text);
  return match !== null && abstractGoods.has((match[1] ?? '').toLowerCase()) ? match[0].replace(/^\W+/u, '') : undefined;
};

/** "Align the law with international standards", where nothing says with which. */
const unnamedStandards = ({ opening, text }: RecommendationItem): string | undefined => {
  const match = standardsPattern.exec(opening);
  const standards = match?.groups?.['standards'];
  if (match === null || standards === undefined) return undefined;
  const rest = text.slice(match.index + match[0].length);
  return /^\s*(?:[(:,–—]|of\s|such\s|set\s|like\s|on\s)|\b\p{Lu}{2,}/u.test(rest) || /\p{Lu}{2,}[\s-]?\d|\b(?:Convention|Directive|Regulation|Treaty|Protocol)\b/u.test(text) ? undefined : standards;
};

const standardsPattern = /\b(?:align|harmoni[sz]e|bring)\s[^.;:]{3,80}?\b(?:with|to)\s+(?<standards>(?:(?:international|global|world|recogni[sz]ed)\s+){1,2}(?:best\s+)?(?:standards|practices?|norms)|(?:international\s+)?best\s+practices?)\b/iu;


/** A number, a tool, a thing that will be there, another act: something tells what is to be done. A date alone tells when. */
const isConcrete = (item: RecommendationItem, brief: Brief): boolean => {
  const { opening, text, quantities, cells, planned } = item;
  if (quantities.some(isAmount) || cells.has('measure') || planned.has('measure')) return true;
  if (/\b(?:by\s+(?:\w+ly\s+)?(?!means)\p{L}+ing|through|via|by\s+means\s+of|using|including|such\s+as|e\.g\.|namely|for\s+example|modelled\s+on|based\s+on|so\s+that|in\s+line\s+with|as\s+set\s+out)\b|\s[–—]\s|:\s+\S/iu.test(text)) return true;
  const [actor = '', advice] = [cells.get('actor'), withoutActors(item, brief).text];
  if (namesInstrument(actor === '' ? advice : advice.replace(actor, ' '))) return true;
  return hasOtherAct(opening) || text.length > opening.length + longestAfterword;
};

/** More than a sentence of details is not judged by its heading. */
const longestAfterword = 220;

const isAmount = ({ form }: Quantity): boolean => form !== 'date' && form !== 'year' && form !== 'ordinal' && form !== 'duration';

/** "A register", "tax credits"; not what is there and is only to be better: "in schools", "of the district offices". */
const namesInstrument = (text: string): boolean => {
  let before: string[] = [];
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}-]+|[^\p{L}\s-]+/gu)) {
    if (instruments.has(word) && !isGoverned(before)) return true;
    before = [...before.slice(-3), word];
  }
  return false;
};

const isGoverned = (before: readonly string[]): boolean => before.some((word, i) => placing.has(word) && !before.slice(i + 1).some((next) => next === 'a' || next === 'an' || !/^\p{L}/u.test(next)));

const placing: ReadonlySet<string> = new Set(['of', 'in', 'for', 'at', 'among', 'between', 'across', 'within']);

/** "…, and publish the register": an act that is more than bettering something. */
const hasOtherAct = (text: string): boolean =>
  Array.from(text.matchAll(/(?:[;,.]|\band|\bto)\s+(?:and\s+|then\s+|also\s+)?([\p{L}-]+)\s+(?!and\b|or\b)/giu), (match) => (match[1] ?? '').toLowerCase()).some((word) => imperativeVerbs.has(word) && !softVerbs.has(word));

const softVerbs: ReadonlySet<string> = new Set([
  ...vagueVerbs, 'raise', 'build', 'develop', 'ensure', 'support', 'facilitate', 'advance', 'address', 'tackle', 'increase', 'reduce', 'focus', 'enable', 'empower', 'act', 'adapt', 'work', 'use', 'share', 'plan', 'report', 'review', 'change',
  'limit', 'cover', 'form', 'measure', 'process', 'deliver', 'prevent', 'protect', 'secure', 'target', 'tax', 'test', 'index', 'land', 'issue', 'finance', 'access', 'design', 'engage', 'manage', 'monitor', 'achieve', 'sustain', 'respond',
]);
