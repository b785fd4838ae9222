import { BODY_NOUNS, CREDIT_WORDS, EVENT_NOUNS, GENERIC_ADJECTIVES, hasWord, INSTRUMENT_ACRONYMS, INSTRUMENT_NOUNS, LABEL_NOUNS, LOCATOR_WORDS, PRODUCT_NAMES, SOURCE_NOUNS, STORM_NOUNS } from './citation-words';
import { isPlaceName } from './place-names';

/** What a name beside a year stands for. `body` is also a person; `label` says that it is no name at all. */
export type NameKind = 'body' | 'publication' | 'instrument' | 'event' | 'place' | 'credit' | 'locator' | 'label';

/**
 * Source nouns beat instrument nouns ("Policy Review"), the last noun beats the one before "of" ("Prevention of Electronic Crimes Act"),
 * and a body's noun beats whatever it is a body of ("Ministry of Law").
 */
export const classifyName = (name: string, instruments: ReadonlySet<string> = INSTRUMENT_ACRONYMS): NameKind => {
  const words = wordsOf(name);
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return 'label';
  if (CREDIT_WORDS.has(first.toLowerCase())) return 'credit';
  if (/^(?:Q[1-4]|H[12]|FY[\d/–-]*|\d+)$/u.test(last) && words.length === 1) return 'label';
  if (isLocator(words)) return 'locator';
  if (isPlaceName(name)) return 'place';
  if (words.length === 1 && instruments.has(first)) return 'instrument';
  if (/^(?:COP|CMP|CMA|SBSTA)-?\d+$/u.test(last) || isStorm(words)) return 'event';
  const head = headOf(words);
  if (hasWord(BODY_NOUNS, head) || isProgrammeOfNations(name)) return 'body';
  if (isProduct(words)) return 'event';
  const kind = kindOfNoun(last) ?? kindOfNoun(head) ?? kindOfFirst(words) ?? 'body';
  return kind === 'instrument' && isGeneric(words) ? 'label' : kind;
};

const isStorm = ([first = '', second, ...others]: readonly string[]): boolean => second !== undefined && others.length === 0 && STORM_NOUNS.has(first.toLowerCase());

/** The product alone, or with a version or one more word; "Android usage survey" is a publication. */
const isProduct = ([first = '', ...others]: readonly string[]): boolean =>
  others.length <= 1 && PRODUCT_NAMES.has(first.toLowerCase().replace(/-?\d[\d.]*[a-z]?$/u, '')) && others.every((word) => !hasWord(SOURCE_NOUNS, word));

/** "Current Policy and Current Law": nouns of instruments, but none that has a name. */
const isGeneric = (words: readonly string[]): boolean =>
  words.length > 1 && words.every((word) => GENERIC_ADJECTIVES.has(word.toLowerCase()) || hasWord(INSTRUMENT_NOUNS, word));

/** The initials of laws, policies and plans: the well-known ones and those among what a text defines, "PDPB" of "Personal Data Protection Bill (PDPB)". */
export const instrumentAcronyms = (definitions: readonly { readonly acronym: string; readonly expansion: string }[]): ReadonlySet<string> =>
  new Set([...INSTRUMENT_ACRONYMS, ...definitions.filter((definition) => classifyName(definition.expansion) === 'instrument').map((definition) => definition.acronym)]);

/** A commission of inquiry goes by a name and belongs to history; standing ones publish. */
const STANDING_COMMISSIONS = /^(?:European|Planning|Election|Electoral|Law|Competition|Federal|National|Human|Securities|Higher|Public|Forestry|Charity|Law and|International|Economic|Royal)\b/u;

/** Movements and missions that publish nothing any more. */
const HISTORIC = /\p{Lu}\S* Movement$|^(?:Apollo|Sputnik|Soyuz|Gemini|Concorde)(?:[\s-]\d+)?$/u;

export const isHistoric = (name: string, year: string): boolean =>
  Number.parseInt(year, 10) < 1985 && (HISTORIC.test(name) || (/\p{Lu}\S* Commission$/u.test(name) && !STANDING_COMMISSIONS.test(name)));

export const wordsOf = (name: string): readonly string[] =>
  name
    .split(/[\s,]+/u)
    .map((word) => word.replace(/^["“”'‘’([]+|["“”'‘’)\].:]+$/gu, '').replace(/['’]s$/u, ''))
    .filter((word) => word !== '');

const PREPOSITIONS: ReadonlySet<string> = new Set(['of', 'for', 'on', 'to', 'in', 'with', 'against', 'between', 'concerning', 'by', 'under']);

/** The noun before the first preposition: "Survey" in "Economic Survey of Pakistan". */
const headOf = (words: readonly string[]): string => {
  const at = words.findIndex((word, index) => index > 0 && PREPOSITIONS.has(word.toLowerCase()));
  return (at > 0 ? words[at - 1] : words.at(-1)) ?? '';
};

const kindOfNoun = (noun: string): NameKind | null => {
  if (hasWord(SOURCE_NOUNS, noun)) return 'publication';
  if (hasWord(INSTRUMENT_NOUNS, noun)) return 'instrument';
  if (hasWord(EVENT_NOUNS, noun)) return 'event';
  if (hasWord(LABEL_NOUNS, noun)) return 'label';
  return null;
};

/** "Vision 2025", "Agenda 21": the noun comes first, a number after it. */
const kindOfFirst = (words: readonly string[]): NameKind | null => {
  const first = words.length > 1 && /^\d+$/u.test(words.at(-1) ?? '') ? words.at(-2) : undefined;
  const kind = first === undefined ? null : kindOfNoun(first);
  return kind === 'instrument' || kind === 'event' || kind === 'label' ? kind : null;
};

const isLocator = (words: readonly string[]): boolean => {
  const [first, second] = words;
  if (first === undefined || !LOCATOR_WORDS.has(first.toLowerCase())) return false;
  return second === undefined || /^(?:\d[\d.]*[A-Za-z]?|[IVXLC]+|[A-Z](?:\.?\d+)*|[a-z])$/u.test(second);
};

const isProgrammeOfNations = (name: string): boolean => /(?:Nations|^UN)\b.*Programme?$|World Food Programme?$/u.test(name);
