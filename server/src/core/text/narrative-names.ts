import { isElidedArticle, isLeadInNoun, isLeadInWord, isStaffNoun } from './author-names';
import { BODY_NOUNS, COMPANY_SUFFIXES, FOREIGN_BODY_WORDS, hasWord, INSTRUMENT_NOUNS, NAME_CONNECTORS, NAME_PARTICLES, ODD_NAME, OPENING_VERBS, OTHER_AUTHORS, SOURCE_NOUNS } from './citation-words';
import { isPlaceName } from './place-names';
import type { Span } from './span';
import { spanOf } from './span';

/** A word read from right to left. `core` has neither marks around it nor a possessive; `after` is what follows it in the token. */
interface NameWord {
  readonly core: string;
  readonly start: number;
  readonly end: number;
  readonly hasComma: boolean;
  readonly isPossessive: boolean;
}

export interface NarrativeName {
  readonly span: Span;
  readonly text: string;
  /** The words before a possessive inside the name: "World Bank" of "the World Bank's Global Outlook (2025)". */
  readonly owner: Span | null;
}

const MOST_WORDS = 18;
const LONGEST_WORD = 40;

/**
 * The capitalised run that ends at `end`, without lead-in, article and possessive:
 *
 *     According to the World Bank's (2025) figures
 *                      ^^^^^^^^^^
 */
export const readNameBefore = (text: string, end: number): NarrativeName | null => {
  const odd = ODD_NAMES.exec(text.slice(Math.max(0, end - 40), end));
  if (odd !== null) {
    const start = Math.max(0, end - 40) + odd.index;
    return { span: spanOf(start, start + (odd[1]?.length ?? 0)), text: odd[1] ?? '', owner: null };
  }
  const words = trimLeft(text, dropBrokenList(text, collectWords(text, end)));
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return null;
  // "Poverty Reduction Under the New Law (2025)": capitals of a caption, not of a name.
  if (words.some((word, index) => index > 0 && /^\p{Lu}/u.test(word.core) && MID_TITLE.test(word.core) && !words[index - 1]?.hasComma)) return null;
  const owner = words.findLastIndex((word, index) => word.isPossessive && index < words.length - 1);
  if (owner < 0) return { span: spanOf(first.start, last.end), text: text.slice(first.start, last.end), owner: null };
  const ownerWord = words[owner];
  const next = trimLeft(text, words.slice(owner + 1))[0];
  if (ownerWord === undefined || next === undefined) return null;
  return { span: spanOf(next.start, last.end), text: text.slice(next.start, last.end), owner: spanOf(first.start, ownerWord.end) };
};

const MID_TITLE = /^(?:In|On|At|By|From|As|Under|Over|With|Without|Including|Excluding|Based|Between|Across|Among|Compared|Versus|Vs|After|Before|During|Since|Is|Are|Was|Were|Has|Have|How|What|When|Where|Why|That|To|Into|Than|Or|Per|Not)$/u;

/** Bodies whose names have words that no other name has. */
const ODD_NAMES = /(?<![\p{L}\p{N}])(Our World in Data|Reporters Without Borders|Doctors Without Borders|We Are Social|Save the Children|Transport for the North)['’]?s?\s$/u;

/** From right to left until something stands there that no name has. The result reads from left to right. */
const collectWords = (text: string, end: number): readonly NameWord[] => {
  const words: NameWord[] = [];
  let at = skipAlias(text, skipSpaces(text, end, /[\s,]/u));
  while (words.length < MOST_WORDS) {
    const word = readWordBefore(text, at);
    if (word === null || !isNamePart(word, words)) break;
    words.unshift(word);
    at = skipSpaces(text, word.tokenStart, /\s/u);
    if (word.opensQuote || (at > 0 && text.slice(at, word.tokenStart).includes('\n\n'))) break;
  }
  return words;
};

interface ReadWord extends NameWord {
  readonly tokenStart: number;
  readonly closer: string;
  readonly opensQuote: boolean;
}

const readWordBefore = (text: string, end: number): ReadWord | null => {
  let start = end;
  while (start > 0 && end - start <= LONGEST_WORD && !/[\s()[\]—]/u.test(text.charAt(start - 1))) start--;
  if (start === end || end - start > LONGEST_WORD) return null;
  const token = text.slice(start, end);
  // "van ’t Hoff": the apostrophe stands for letters.
  const marks = NAME_PARTICLES.has(token) ? '' : (/^["“'‘*_]+/u.exec(token)?.[0] ?? '');
  const opening = isElidedArticle(token.slice(marks.length)) ? token.slice(0, marks.length + 2) : marks;
  const closing = /[,;:.!?"”'’*_]+$/u.exec(token.slice(opening.length))?.[0] ?? '';
  const isAbbreviation = /^\.[,]?$/u.test(closing) && /^(?:(?:\p{Lu}\.?)+|al|e\.V|St|Dr|Jr|Sr|Inc|Ltd|Co|Corp|Dept|Gov|Univ|Prof|Mr|Ms|Mrs)$/u.test(token.slice(opening.length, token.length - closing.length));
  const bare = token.slice(opening.length, token.length - closing.length);
  const possessive = /['’]s$/u.exec(bare)?.[0] ?? (/s['’]$/u.test(`${bare}${closing}`) ? '' : null);
  const core = possessive === null || possessive === '' ? bare : bare.slice(0, -possessive.length);
  const coreStart = start + opening.length;
  return {
    core,
    start: coreStart,
    end: coreStart + core.length + (isAbbreviation ? 1 : 0),
    hasComma: closing.includes(','),
    isPossessive: possessive !== null,
    tokenStart: start,
    closer: isAbbreviation ? closing.replace('.', '') : closing,
    opensQuote: /["“'‘]/u.test(marks),
  };
};

const isNamePart = (word: ReadWord, right: readonly NameWord[]): boolean => {
  const isClosest = right.length === 0;
  if (/[;:!?.]/u.test(word.closer)) return false;
  if (/["”]/u.test(word.closer) && !isClosest && !word.opensQuote) return false;
  if (word.core === '') return false;
  if (word.hasComma && !isClosest && !isInList(right)) return false;
  if (isCapitalised(word.core) || NAME_CONNECTORS.has(word.core)) return !isClosest || word.core !== 'and';
  if (isClosest && (OTHER_AUTHORS.has(word.core) || COMPANY_SUFFIXES.has(word.core))) return true;
  if (/^\d[\d.]*$/u.test(word.core)) return true;
  const isTitleNoun = hasWord(SOURCE_NOUNS, word.core) || hasWord(INSTRUMENT_NOUNS, word.core);
  return isTitleNoun && right.every((other) => /^\p{Ll}/u.test(other.core) && !NAME_CONNECTORS.has(other.core)) && right.length < 2;
};

/** "Khan, Malik and Raza", "Ministry of Planning, Development and Special Initiatives": a comma counts only before an "and" or an initial. */
const isInList = (right: readonly NameWord[]): boolean => right.some((word) => word.core === 'and' || word.core === '&' || word.core === 'et') || /^\p{Lu}\.?$/u.test(right[0]?.core ?? '');

const CAPITALISED = new RegExp(`^(?:[\\p{Lu}\\p{Lt}\\p{Lo}]|${ODD_NAME}|(?:al|el|ul|ur|d|l)[-'’]\\p{Lu})`, 'u');

/** With a capital, or a name that has none ("a2i", "data.gov.uk"). */
export const isCapitalised = (word: string): boolean => CAPITALISED.test(word);

/** A list of persons has short items, a list inside a body's name begins with a body's noun; else only what follows the last comma is the name. */
const dropBrokenList = (text: string, words: readonly NameWord[]): readonly NameWord[] => {
  const lastComma = words.findLastIndex((word, index) => word.hasComma && index < words.length - 1);
  if (lastComma < 0) return words;
  const segments: NameWord[][] = [[]];
  for (const word of words) {
    segments.at(-1)?.push(word);
    if (word.hasComma) segments.push([]);
  }
  const first = segments[0] ?? [];
  const leading = first[0]?.core ?? '';
  const stripped = trimLeft(text, first);
  const isOpenedByPreposition = /^\p{Lu}/u.test(leading) && isLeadInWord(leading) && !/^(?:The|See|While|As|And|But|By)$/u.test(leading);
  const isBody = stripped.some((word) => hasWord(BODY_NOUNS, word.core)) && stripped.some((word) => /^(?:of|for)$/u.test(word.core));
  const isPersons = segments.every((segment) => segment.filter((word) => !NAME_PARTICLES.has(word.core)).length <= 5) && stripped.length <= 3;
  const before = text.slice(Math.max(0, (first[0]?.start ?? 0) - 12), first[0]?.start ?? 0);
  const isPlaceBefore = /\b(?:in|at|across|within|outside|throughout)\s(?:the\s)?$/u.test(before) || isPlaceName(textOf(text, stripped));
  if (stripped.length > 0 && !isOpenedByPreposition && !isPlaceBefore && (isBody || isPersons)) return words;
  return words.slice(lastComma + 1);
};

const textOf = (text: string, words: readonly NameWord[]): string => text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0);

/** Without what only leads in: articles, conjunctions, numbers, "Data from", and the left side of "X and the Y" where X is no body. */
const trimLeft = (text: string, words: readonly NameWord[]): readonly NameWord[] => {
  let from = 0;
  for (let changed = true; changed && from < words.length; ) {
    changed = false;
    const word = words[from];
    if (word === undefined) break;
    const next = words[from + 1];
    if (startsPersonsName(words, from)) break;
    const isLoose = NAME_CONNECTORS.has(word.core) || /^\d/u.test(word.core) || /^\p{Ll}/u.test(word.core);
    if ((isLoose && !isCapitalised(word.core)) || isLeadInWord(word.core) || isOpeningVerb(text, word, next)) {
      from++;
      changed = true;
    } else if ((isLeadInNoun(word.core) && /^(?:for|of|on)$/u.test(next?.core ?? '')) || (isStaffNoun(word.core) && next?.core === 'of' && words[from + 2]?.core === 'the')) {
      from += 2;
      changed = true;
    }
  }
  return splitAtArticle(text, words.slice(from));
};

/** Particles and the name that they belong to: "van der Berg", "de la Cruz"; not "du Ministère", whose "du" is a preposition. */
const startsPersonsName = (words: readonly NameWord[], from: number): boolean => {
  if (!NAME_PARTICLES.has(words[from]?.core ?? '')) return false;
  let at = from + 1;
  while (at < words.length && at - from < 4 && (NAME_PARTICLES.has(words[at]?.core ?? '') || ARTICLE_IN_NAME.test(words[at]?.core ?? ''))) at++;
  const name = words[at]?.core ?? '';
  return isCapitalised(name) && !/^\p{Lu}{2,}/u.test(name) && !hasWord(BODY_NOUNS, name) && !FOREIGN_BODY_WORDS.has(name.toLowerCase());
};

const ARTICLE_IN_NAME = /^(?:la|le|les|los|las)$/u;

const isOpeningVerb = (text: string, word: NameWord, next: NameWord | undefined): boolean =>
  next !== undefined && (isCapitalised(next.core) || NAME_PARTICLES.has(next.core)) && OPENING_VERBS.has(word.core.toLowerCase()) && /(?:^|[.!?:;\n]["”’)]?\s{0,2})["“‘(*_]{0,2}$/u.test(text.slice(Math.max(0, word.start - 5), word.start));

/** "Pakistan and the World Bank" is two things, of which the year dates the second; "OECD and the World Bank" wrote together. */
const splitAtArticle = (text: string, words: readonly NameWord[]): readonly NameWord[] => {
  const at = words.findLastIndex((word, index) => word.core === 'the' && /^(?:and|&|for|on)$/u.test(words[index - 1]?.core ?? ''));
  if (at < 0) return words;
  const left = words.slice(0, at - 1);
  const isAcronym = left.length === 1 && /^[A-Z]{2,8}$/u.test(left[0]?.core ?? '');
  const isBody = words[at - 1]?.core === 'and' && left.length > 1 && left.some((word) => hasWord(BODY_NOUNS, word.core)) && !isPlaceName(textOf(text, left));
  const isOneName = words[at - 1]?.core !== 'and' && left.some((word) => hasWord(BODY_NOUNS, word.core) || hasWord(INSTRUMENT_NOUNS, word.core) || hasWord(SOURCE_NOUNS, word.core));
  return isAcronym || isBody || isOneName ? words : words.slice(at + 1);
};

const skipSpaces = (text: string, end: number, skipped: RegExp): number => {
  let at = end;
  while (at > 0 && end - at < 4 && skipped.test(text.charAt(at - 1))) at--;
  return at;
};

/** Steps over "(PSEB)" or "[PSEB]" in "Pakistan Software Export Board (PSEB) (2025)". */
const skipAlias = (text: string, end: number): number => {
  const alias = /\s[[(][A-Z][A-Za-z&-]{1,10}[\])]$/u.exec(text.slice(Math.max(0, end - 14), end));
  return alias === null ? end : end - alias[0].length;
};
