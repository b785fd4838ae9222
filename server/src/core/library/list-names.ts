import { BODY_NOUNS, FOREIGN_BODY_WORDS, hasWord, PARTICLES_AT_START } from '../text/citation-words';
import { wordsOf } from '../text/classify-name';
import type { ReferenceName } from './reference';
import { bodyName, OTHERS, personName } from './reference-names';

/**
 * The authors of an entry in a plain list, in the ways people type them:
 *
 *     Khan, A., Malik, B. R., & Shah, C.      APA        Khan A, Malik BR, Shah C       Vancouver
 *     Khan, Ali, Bina Malik, and Chand Shah   Chicago    Ali Khan and Bina Malik        footnotes
 *     Ministry of Planning, Development and Special Initiatives; World Bank
 */
export function parseListNames(written: string): readonly ReferenceName[] {
  const tail = OTHERS_TAIL.exec(written);
  const text = (tail === null ? written : written.slice(0, tail.index)).replace(EDITORS, '').replace(/[\s,;:]+$/u, '').trim();
  if (text === '') return [];
  const names = text.includes(';') ? text.split(/\s*;\s*(?:and\s+|&\s*)?/u).flatMap((part) => parseGroup(part)) : parseGroup(text);
  return tail === null ? names : [...names, OTHERS];
}

const OTHERS_TAIL = /,?\s+(?:et al\.?|and others|and colleagues)[\s,.]*$/iu;
const EDITORS = /[\s,]*\(?\b(?:eds?|editors?|hrsg|comps?)\b\.?\)?[\s,.]*$/iu;
const INITIALS = /^(?:\p{Lu}\.?[\s-]?){1,4}$/u;
const SUFFIX = /^(?:Jr|Sr|I{2,3}|IV)\.?$/u;
const JOINT = /\s*,\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+/iu;

function parseGroup(text: string): ReferenceName[] {
  const hasInitials = /(?:^|[\s,.-])\p{Lu}\.(?=[\s,.&-]|$)/u.test(text);
  if (!hasInitials && isBody(text)) return bodiesOf(text);
  // Only a comma turns a name round: "Khan, Ali", not "Ayesha Shah and Bina Malik".
  const isTurned = /^[^,]{1,60},\s*(?!(?:and|&)\s)/iu.test(text) && !/^[^,]{1,60}\s(?:and|&)\s/iu.test(text);
  const tokens = text.split(JOINT).map((token) => token.trim()).filter((token) => token !== '');
  const isFamiliesOnly = tokens.length > 2 && tokens.every(isOneWord);
  const names: ReferenceName[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? '';
    const next = tokens[at + 1];
    if (next !== undefined && (INITIALS.test(next) || (at === 0 && isTurned && !isFamiliesOnly && isGivenAfterFamily(token, next)))) {
      const suffix = tokens[at + 2];
      const hasSuffix = suffix !== undefined && SUFFIX.test(suffix);
      names.push(personName(token, hasSuffix ? `${next}, ${suffix}` : next));
      at += hasSuffix ? 2 : 1;
    } else names.push(toName(token));
  }
  return names;
}

const isOneWord = (token: string): boolean => !/\s/u.test(token) && !INITIALS.test(token);

/** "Khan, Ali": only the first author of a list is turned round without initials. */
const isGivenAfterFamily = (family: string, given: string): boolean =>
  /^(?:\p{Ll}[\p{L}'’-]*\s){0,3}\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?$/u.test(family) && /^\p{Lu}[\p{L}'’-]*(?:\s(?:\p{Lu}\.?|\p{Lu}[\p{L}'’-]+)){0,2}$/u.test(given) && !isBody(family);

/** "Ana van der Berg". */
const SPOKEN_NAME = new RegExp(`^((?:\\p{Lu}[\\p{L}.'’-]*\\s){1,4}?)(${PARTICLES_AT_START}?\\p{Lu}[\\p{L}'’-]+)$`, 'u');

function toName(token: string): ReferenceName {
  const vancouver = /^((?:\p{Ll}+\s){0,2}\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?)\s(\p{Lu}{1,3})$/u.exec(token);
  if (vancouver?.[1] !== undefined && vancouver[2] !== undefined && !isBody(token)) return personName(vancouver[1], vancouver[2]);
  if (isBody(token)) return bodyName(token);
  const direct = SPOKEN_NAME.exec(token);
  if (direct?.[1] !== undefined && direct[2] !== undefined) return personName(direct[2], direct[1].trim());
  return /\s/u.test(token) ? bodyName(token) : personName(token, null);
}

/** "Marks & Spencer plc", "eBay Inc." */
const COMPANY = /\s(?:plc|PLC|llp|LLP|Ltd|Inc|Corp|GmbH|gmbh|AG|NV|BV|e\.\s?V)\.?$/u;

const isBody = (text: string): boolean => {
  if (/^(?:\p{Lu}[\p{Lu}&\d/-]{1,11}|[a-z]?\p{Lu}\p{Ll}+\p{Lu}\p{Lu}\S{0,8}|\p{Lu}\p{Ll}\p{Lu}\p{Lu}?\p{Ll}?\p{Lu}\S{0,6})$/u.test(text)) return true;
  if (/\s\p{Lu}[\p{Lu}&-]{1,10}\)$|\([\p{Lu}][\p{L}&-]{1,10}\)$/u.test(text)) return true;
  if (COMPANY.test(text) || /\s(?:of|for|the)\s/iu.test(` ${text} `)) return true;
  return wordsOf(text).some((word) => hasWord(BODY_NOUNS, word) || FOREIGN_BODY_WORDS.has(word.toLowerCase()));
};

/** "UNDP and World Bank" are two; "Food and Agriculture Organization" is one. */
function bodiesOf(text: string): ReferenceName[] {
  const parts = text.split(/\s+(?:and|&)\s+/u);
  if (parts.length > 1 && parts.every((part) => isWholeBody(part.trim()))) return parts.map((part) => bodyName(part.trim()));
  return [bodyName(text)];
}

const isWholeBody = (part: string): boolean => isBody(part) && (!/\s/u.test(part) || hasWord(BODY_NOUNS, wordsOf(part).at(-1) ?? '') || /^\p{Lu}\p{L}+\s(?:of|for)\s(?:the\s)?\p{Lu}\p{L}+(?:\s\([^)]+\))?$/u.test(part)) && !/^(?:Commerce|Trade|Industry|Services|States?)$/u.test(part);
