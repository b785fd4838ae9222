import { distance } from 'fastest-levenshtein';
import { isAcronym } from '../text/acronyms';
import { normalizeName } from './normalize-name';

/**
 * Names in classes, found by their normal form. A class is known by the normal form of its first name. A table may stand on another that it
 * never changes: what it adds, merges or hides is kept in its own maps, so that a brief pays for its own names alone.
 */
export class ClassTable {
  readonly #base: ClassTable | null;
  readonly #classByName = new Map<string, string>();
  readonly #namesByClass = new Map<string, readonly string[]>();
  readonly #keysByInitials = new Map<string, string[]>();
  readonly #hidden = new Set<string>();
  readonly #similar = new Map<string, string | null>();

  constructor(base: ClassTable | null = null) {
    this.#base = base;
  }

  classOf(name: string): string {
    const key = normalizeName(name);
    return this.#find(key) ?? this.#findSimilar(key) ?? key;
  }

  namesOf(classId: string): readonly string[] {
    return this.#namesByClass.get(classId) ?? this.#base?.namesOf(classId) ?? [];
  }

  /** All of the names are one body; classes that were two become one. */
  join(names: readonly string[]): void {
    const [first, ...others] = [...names].sort((a, b) => Number(isAcronym(a)) - Number(isAcronym(b)));
    if (first === undefined || normalizeName(first) === '') return;
    const id = this.#find(normalizeName(first)) ?? normalizeName(first);
    this.#add(id, first);
    for (const name of others) this.#merge(id, name);
  }

  /** `acronym` means `expansion`, unless it means something already. */
  link(acronym: string, expansion: string): void {
    const id = this.classOf(expansion);
    this.#add(id, expansion);
    const key = normalizeName(acronym);
    if (key === '' || this.#find(key) !== undefined) return;
    this.#add(id, acronym);
  }

  /** Takes a name out that only the table below knows: the brief gives it a meaning of its own. */
  hide(name: string): void {
    const key = normalizeName(name);
    const id = this.#find(key);
    if (id === undefined || this.#classByName.has(key)) return;
    this.#hidden.add(key);
    this.#namesByClass.set(id, this.namesOf(id).filter((other) => normalizeName(other) !== key));
    this.#similar.clear();
  }

  #find(key: string): string | undefined {
    const own = this.#classByName.get(key);
    if (own !== undefined || this.#base === null || this.#hidden.has(key)) return own;
    return this.#base.#find(key);
  }

  #add(id: string, name: string): void {
    const key = normalizeName(name);
    if (key === '' || this.#find(key) === id) return;
    this.#classByName.set(key, id);
    this.#namesByClass.set(id, [...this.namesOf(id), name]);
    const initials = initialsOf(key);
    const alike = this.#keysByInitials.get(initials);
    if (alike) alike.push(key);
    else this.#keysByInitials.set(initials, [key]);
    this.#similar.clear();
  }

  #merge(id: string, name: string): void {
    const other = this.#find(normalizeName(name));
    if (other === undefined || other === id) {
      this.#add(id, name);
      return;
    }
    const moved = this.namesOf(other);
    this.#namesByClass.set(other, []);
    for (const old of moved) this.#add(id, old);
  }

  /** A slip of the pen in a long name: word by word the same initial, and nine letters of ten the same in all. */
  #findSimilar(key: string): string | null {
    if (key.length < LEAST_LETTERS || /\d/u.test(key)) return null;
    const known = this.#similar.get(key);
    if (known !== undefined) return known;
    const slip = this.#keysLike(initialsOf(key)).find((name) => isSlipOf(key, name));
    const found = slip === undefined ? null : (this.#find(slip) ?? null);
    this.#similar.set(key, found);
    return found;
  }

  #keysLike(initials: string): readonly string[] {
    const own = this.#keysByInitials.get(initials) ?? [];
    return this.#base === null ? own : [...this.#base.#keysLike(initials), ...own];
  }
}

const LEAST_LETTERS = 15;
const LEAST_SIMILARITY = 0.9;

const initialsOf = (key: string): string => key.replace(/(\S)\S*\s?/gu, '$1');

/** Both have the same initials. */
const isSlipOf = (a: string, b: string): boolean => {
  const longest = Math.max(a.length, b.length);
  if (b.length < LEAST_LETTERS || Math.abs(a.length - b.length) > longest * (1 - LEAST_SIMILARITY) || /\d/u.test(b)) return false;
  if (distance(a, b) > longest * (1 - LEAST_SIMILARITY)) return false;
  const wordsOfB = b.split(' ');
  return a.split(' ').every((word, index) => word === wordsOfB[index] || (word.length > 5 && distance(word, wordsOfB[index] ?? '') <= 2));
};
