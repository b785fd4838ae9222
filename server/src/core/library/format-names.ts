import type { ReferenceName } from './reference';
import { isOthers } from './reference-names';

/** "Pakistan Bureau of Statistics (PBS)" of a plain list, without its initials. */
const bare = (name: string): string => name.replace(/\s*[([][\p{Lu}][\p{L}&.-]{1,11}[)\]]$/u, '');

/** For a citation in the text; null without names. */
export function shortAuthors(names: readonly ReferenceName[]): string | null {
  const named = names.filter((name) => !isOthers(name)).map((name) => bare(name.family));
  const [first, second] = named;
  if (first === undefined) return null;
  if (named.length > 2 || named.length < names.length) return `${first} et al.`;
  return second === undefined ? first : `${first} and ${second}`;
}

/** "A. R." of "Ali R.", "J.-P." of "Jean-Paul", with ", Jr." kept. */
export function initialsOf(given: string): string {
  const [names = '', ...suffixes] = given.split(/\s*,\s*/u);
  const parts = (/^\p{Lu}{2,3}$/u.test(names) ? Array.from(names) : names.split(/[\s.]+/u)).filter((part) => part !== '');
  const initials = parts.map((part) => part.split('-').filter((half) => half !== '').map((half) => `${Array.from(half)[0]?.toUpperCase() ?? ''}.`).join('-')).join(' ');
  return [initials, ...suffixes].filter((part) => part !== '').join(', ');
}

const familyFirst = (name: ReferenceName): string => (name.given === null ? name.family : `${name.family}, ${initialsOf(name.given)}`);
const givenFirst = (name: ReferenceName): string => (name.given === null ? name.family : `${initialsOf(name.given)} ${name.family}`);

const MOST_APA = 20;

export function apaAuthors(names: readonly ReferenceName[]): string {
  const named = names.filter((name) => !isOthers(name)).map(familyFirst);
  if (named.length < names.length) return `${named.join(', ')}, et al.`;
  if (named.length > MOST_APA) return `${named.slice(0, MOST_APA - 1).join(', ')}, … ${named.at(-1) ?? ''}`;
  return joinNames(named, named.length === 2 && names[0]?.given === null ? ' & ' : ', & ');
}

/** The first name turned round, the others as spoken. */
export function chicagoAuthors(names: readonly ReferenceName[]): string {
  const named = names.filter((name) => !isOthers(name)).map((name, index) => (name.given === null ? name.family : index === 0 ? `${name.family}, ${name.given}` : `${name.given} ${name.family}`));
  return named.length < names.length ? `${named.join(', ')}, et al.` : joinNames(named, ', and ');
}

export function harvardAuthors(names: readonly ReferenceName[], order: 'family-first' | 'given-first'): string {
  const named = names.filter((name) => !isOthers(name)).map(order === 'family-first' ? familyFirst : givenFirst);
  return named.length < names.length ? `${named.join(', ')} et al.` : joinNames(named, ' and ');
}

function joinNames(names: readonly string[], last: string): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')}${last}${names.at(-1) ?? ''}`;
}
