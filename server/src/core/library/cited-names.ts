/** How the names that a text cites and the names that a list has are compared: persons by family name, bodies by their alias class. */
import type { AliasClasses } from '../model/aliases';
import { NAME_PARTICLES } from '../text/citation-words';
import { rememberByWords } from '../text/remember-by-words';
import type { Reference, ReferenceName } from './reference';

/** "Khan and Malik", "Khan et al.", "A. R. Khan": family names as cited; `isOpen`: the text says that there are more. */
export interface CitedAuthors {
  readonly families: readonly string[];
  readonly isOpen: boolean;
}

const OTHERS = /,?\s*(?:\bet al\b\.?|\band (?:others|colleagues)\b|\by otros\b).*$/iu;
const BETWEEN_NAMES = /\s*[,;&]\s*(?:(?:and|et|y|&)\s+)?|\s+(?:and|et|y|und)\s+/u;
const INITIALS = /^(?:\p{Lu}\.?[\s-]?){1,4}(?=\p{Lu}[\p{L}’'-])/u;

export const splitAuthors = (name: string): CitedAuthors => {
  const families = name
    .replace(OTHERS, '')
    .split(BETWEEN_NAMES)
    .map((part) => part.replace(/['’]s?$/u, '').replace(INITIALS, '').trim())
    // "Khan, A." and "Khan, A.R., & Malik, B." leave initials behind.
    .filter((part) => part !== '' && !/^(?:(?:\p{Lu}\.?[\s-]?){1,4}|(?:Jr|Sr)\.?)$/u.test(part));
  return { families: families.length > 0 ? families : [name], isOpen: OTHERS.test(name) };
};

/** Letters that no decomposition takes apart. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th' };

/** Without accents, case, apostrophes and hyphens. */
export const plainWords = rememberByWords((text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øłđðßæœıþ]/gu, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(/['’ʼ`]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim(),
);

const PARTICLES = new RegExp(`^(?:(?:${[...NAME_PARTICLES].map((particle) => particle.replace(/['’]/u, '')).join('|')}|do|ten|la|le|les|los|las) )+`, 'u');
const SUFFIXES = / (?:jr|sr|junior|senior|ii|iii|iv)$/u;

/** "van der Berg" as "Berg", "McDonald Jr." as "McDonald": lists put particles and suffixes elsewhere than texts. */
export const personKey = (family: string): string => `person:${plainWords(family).replace(PARTICLES, '').replace(SUFFIXES, '')}`;

/** "Pakistan Bureau of Statistics (PBS)" is cited under both names, "Punjab, Government of" as it is spoken too. */
export const namesOfBody = (name: string): readonly string[] => {
  const turned = /^([^,]{2,60}),\s(\p{Lu}[^,]{2,60}\sof)$/u.exec(name);
  if (turned !== null) return [`${turned[2] ?? ''} ${turned[1] ?? ''}`, name];
  const match = /^(.{2,200}?)\s*[([]([^()[\]]{2,40})[)\]]$/u.exec(name);
  return match ? [match[1] ?? '', match[2] ?? '', name] : [name];
};

/** Keys under which an author may be cited: the alias class of a body, the family name of a person, both where the format does not tell. */
export const keysOfAuthor = (author: ReferenceName, aliases: AliasClasses): readonly string[] => {
  if (!author.isBody && author.given !== null) {
    // "Statistics Norrhaven" without braces, or in a plain list, reads like a person of that name.
    const isSpelledOut = /\p{L}{3}/u.test(author.given);
    return isSpelledOut ? [...new Set([personKey(author.family), aliases.classOf(`${author.given} ${author.family}`), aliases.classOf(`${author.family} ${author.given}`)])] : [personKey(author.family)];
  }
  const bodies = namesOfBody(author.family).map((name) => aliases.classOf(name));
  return [...new Set([...bodies, personKey(author.family)])];
};

/** Who stands for a work: its authors, else its editors, else the body or journal that brought it out. */
export const authorsOf = (reference: Reference): readonly ReferenceName[] => {
  if (reference.authors.length > 0) return reference.authors;
  if (reference.editors.length > 0) return reference.editors;
  return [reference.publisher, reference.containerTitle].flatMap((name) => (name === null ? [] : [{ family: name, given: null, isBody: true }])).slice(0, 1);
};

/** As it is spoken: "Statistics Norrhaven", "Ana Berg". */
export const fullName = ({ given, family }: ReferenceName): string => (given === null ? family : `${given} ${family}`);

/** Is `acronym` made of the initials of `name`? "MoITT" of "Ministry of Information Technology and Telecommunication". */
export const areInitialsOf = (acronym: string, name: string): boolean => {
  const letters = acronym.match(/\p{Lu}/gu)?.join('') ?? '';
  if (letters.length < 3 || /\s/u.test(acronym)) return false;
  const words = name.replace(/\s*[([].*$/u, '').match(/\p{L}[\p{L}’'-]*/gu) ?? [];
  return words.filter((word) => /^\p{Lu}/u.test(word)).map((word) => word.charAt(0)).join('') === letters;
};

/** "Policy Unit" for "Evidence for Policy Unit": two words at least, at the beginning or end of the name. */
export const isPartOfName = (part: string, name: string): boolean => {
  const [short, long] = [plainWords(part), plainWords(name)];
  return short.includes(' ') && short.length >= 8 && (long.startsWith(`${short} `) || long.endsWith(` ${short}`));
};
