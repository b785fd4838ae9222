import type { AliasClasses } from '../model/aliases';
import { isAcronym } from '../text/acronyms';
import type { Citation, CitedWork } from '../text/citation';
import { areInitialsOf, authorsOf, fullName, isPartOfName, keysOfAuthor, personKey, plainWords, splitAuthors, type CitedAuthors } from './cited-names';
import { readCitedYear, yearsApart, type CitedYear } from './cited-years';
import type { Resolution } from './library';
import { NearestReferences } from './nearest-references';
import type { Reference } from './reference';
import { distinctWorks } from './same-work';
import { TitleIndex } from './title-index';

const notListed: Resolution = { kind: 'not-listed' };

/** A year that is off by more names another work. */
const mostYearsApart = 2;

/** Finds references by key, number, address, title, and author with year. Each look-up touches a handful of entries, however long the list. */
export class ReferenceIndex {
  readonly #aliases: AliasClasses;
  readonly #byId = new Map<string, Reference[]>();
  readonly #byNumber = new Map<number, Reference>();
  readonly #byAddress = new Map<string, Reference>();
  readonly #byAuthor = new Map<string, Reference[]>();
  /** By publisher or journal, for works that are cited by it though they have an author. */
  readonly #byPublisher = new Map<string, Reference[]>();
  readonly #byYear = new Map<string, Reference[]>();
  readonly #years = new Map<Reference, CitedYear>();
  readonly #titles: TitleIndex;
  readonly #references: readonly Reference[];
  /** Made when a name leads nowhere for the first time. */
  #nearestIds: NearestReferences | undefined;
  #nearestAuthors: NearestReferences | undefined;

  constructor(references: readonly Reference[], aliases: AliasClasses) {
    this.#aliases = aliases;
    for (const reference of references) this.#add(reference);
    this.#titles = new TitleIndex(references);
    this.#references = references;
  }

  /** `isCited`: a reference that another citation names exactly is hardly meant by one with another year. */
  resolve(citation: Citation, work: CitedWork, isCited: (reference: Reference) => boolean): Resolution {
    switch (citation.style) {
      case 'key':
        return work.key === null ? notListed : this.#resolveKey(work.key);
      case 'numbered':
        return this.#resolveNumber(Number(work.key));
      case 'link':
        return this.#resolveAddress(work) ?? notListed;
      case 'parenthetical':
      case 'narrative':
      case 'source-line':
        return this.#resolveAddress(work) ?? this.#resolveAuthorYear(work, isCited);
      case 'footnote':
        if (work.title !== null) return this.#resolveTitled(work) ?? this.#resolveLooselyTitled(work, isCited) ?? notListed;
        return work.author === null ? notListed : this.#resolveAuthorYear(work, isCited);
      case 'instrument':
      case 'data-portal':
        // Complete in itself; but where the list has it too, it leads there.
        return onlyFound(this.#resolveAuthorYear(work, isCited)) ?? notListed;
    }
  }

  #add(reference: Reference): void {
    add(this.#byId, reference.id, reference);
    if (reference.listNumber !== null && !this.#byNumber.has(reference.listNumber)) this.#byNumber.set(reference.listNumber, reference);
    for (const address of [reference.url, reference.doi]) if (address) this.#byAddress.set(normalizeAddress(address), reference);
    const year = readCitedYear(`${reference.year ?? ''}${reference.yearSuffix ?? ''}` || null);
    this.#years.set(reference, year);
    if (year.year !== null) add(this.#byYear, year.year, reference);
    const [first] = authorsOf(reference);
    const keys = first === undefined ? [] : keysOfAuthor(first, this.#aliases);
    for (const key of keys) add(this.#byAuthor, key, reference);
    const publishers = [reference.publisher, reference.containerTitle].flatMap((name) => (name === null ? [] : [this.#aliases.classOf(name)]));
    for (const key of new Set(publishers)) if (key !== '' && !keys.includes(key)) add(this.#byPublisher, key, reference);
  }

  #resolveKey(key: string): Resolution {
    // Two entries under one key are a fault of the list (duplicate-reference); the citation leads to the first.
    const [reference] = this.#byId.get(key) ?? [];
    if (reference !== undefined) return found(reference);
    return missing(() => this.#nearestByKey(key));
  }

  #resolveNumber(number: number): Resolution {
    if (this.#byNumber.size === 0) return notListed;
    const reference = this.#byNumber.get(number);
    return reference === undefined ? missing(() => []) : found(reference);
  }

  #resolveAddress(work: CitedWork): Resolution | null {
    if (work.key === null) return null;
    const reference = this.#byAddress.get(normalizeAddress(work.key));
    return reference === undefined ? null : found(reference);
  }

  #resolveAuthorYear(work: CitedWork, isCited: (reference: Reference) => boolean): Resolution {
    const name = work.author ?? work.title;
    if (name === null) return notListed;
    const year = readCitedYear(work.year);
    const candidates = [() => this.#ofAuthor(name), () => this.#ofTitle(work, year), () => this.#ofPublisher(name)];
    for (const find of candidates) {
      const exact = distinctWorks(this.#ofYear(find(), year));
      if (exact.length > 0) return choose(narrow(exact, work));
    }
    const sameAuthor = distinctWorks(this.#ofAuthor(name));
    if (year.year === null && sameAuthor.length > 0) return choose(narrow(sameAuthor, work));
    const [only, ...others] = sameAuthor;
    if (only !== undefined && others.length === 0 && !isCited(only) && isNearYear(only, year)) return { kind: 'found', reference: only, yearDiffers: true };
    return missing(() => (sameAuthor.length > 0 ? sameAuthor.slice(0, 3) : this.#nearestByAuthor(splitAuthors(name).families[0] ?? name)));
  }

  /** "World Bank, *Water losses* (Washington: World Bank, 2024)" and "Roy, *Wells*, 12": the title leads, author and year must not gainsay it. */
  #resolveTitled(work: CitedWork): Resolution | null {
    const { title, author } = work;
    if (title === null) return null;
    const beforeColon = title.split(/[:?]\s/u)[0] ?? title;
    const titled = [title, beforeColon].map((words) => this.#titles.startingWith(words)).find((found) => found.length > 0) ?? [];
    const ofAuthor = author === null ? titled : titled.filter((reference) => this.#isBy(reference, author));
    const shortTitled = author === null || ofAuthor.length > 0 ? [] : this.#ofAuthor(author).filter((reference) => startsWithWords(reference.title, title));
    const read = [...ofAuthor, ...shortTitled];
    const candidates = distinctWorks(read.length > 0 ? read : this.#references.filter((reference) => holdsTitle(reference, title, author)));
    const year = readCitedYear(work.year);
    const agreeing = year.year === null ? candidates : candidates.filter((reference) => reference.year === null || this.#ofYear([reference], year).length > 0);
    return agreeing.length === 0 ? null : choose(agreeing);
  }

  /** By author and year, where the titles have the same words in another order or number. */
  #resolveLooselyTitled(work: CitedWork, isCited: (reference: Reference) => boolean): Resolution | null {
    const resolution = work.author === null ? null : onlyFound(this.#resolveAuthorYear(work, isCited));
    if (resolution?.kind !== 'found' || work.title === null) return resolution;
    const { title } = resolution.reference;
    const isSame = title === null || this.#titles.withAllWords([resolution.reference], work.title).length > 0 || startsWithWords(work.title, title);
    return isSame ? resolution : null;
  }

  /** Notes write names as they are spoken ("Ana Berg"), and bodies with more or fewer words; one of the authors is enough. */
  #isBy(reference: Reference, name: string): boolean {
    const classId = this.#aliases.classOf(name);
    const names = authorsOf(reference).flatMap((author) => keysOfAuthor(author, this.#aliases));
    if (names.includes(classId) || (reference.publisher !== null && this.#aliases.classOf(reference.publisher) === classId)) return true;
    const words = ` ${plainWords(name)} `;
    return authorsOf(reference).some(({ family }) => words.includes(` ${plainWords(family)} `));
  }

  /** References of the body or the persons that it names; co-authors that it names must be there too. */
  #ofAuthor(name: string): readonly Reference[] {
    const whole = this.#byAuthor.get(this.#aliases.classOf(name));
    if (whole !== undefined) return whole;
    const cited = splitAuthors(name);
    const first = cited.families[0] ?? name;
    const ofFirst = this.#byAuthor.get(personKey(first)) ?? this.#byAuthor.get(this.#aliases.classOf(first)) ?? [];
    return withCoAuthors(ofFirst, cited);
  }

  /** By the beginning of a title; else by a title of that year that has all of its words, or a body of that year with these initials. */
  #ofTitle(work: CitedWork, year: CitedYear): readonly Reference[] {
    const names = [work.title, work.author].filter((name) => name !== null);
    for (const name of names) {
      const byTitle = this.#titles.startingWith(name);
      if (byTitle.length > 0) return byTitle;
    }
    const sameYear = year.year === null ? [] : (this.#byYear.get(year.year) ?? []);
    const byInitials = work.author === null ? [] : ofPartialName(sameYear, work.author);
    if (byInitials.length > 0) return byInitials;
    return names.map((name) => this.#titles.withAllWords(sameYear, name)).find((found) => found.length > 0) ?? [];
  }

  #nearestByKey(key: string): readonly Reference[] {
    this.#nearestIds ??= new NearestReferences(this.#references.filter(({ format }) => format !== 'list'), ({ id }) => [id]);
    return this.#nearestIds.find(key);
  }

  #nearestByAuthor(family: string): readonly Reference[] {
    this.#nearestAuthors ??= new NearestReferences(this.#references, (reference) => authorsOf(reference).slice(0, 1).map((author) => author.family));
    return this.#nearestAuthors.find(family);
  }

  #ofPublisher(name: string): readonly Reference[] {
    return this.#byPublisher.get(this.#aliases.classOf(name)) ?? [];
  }

  /** The same year as written; else one that it takes in ("2024-25" and 2025), or that the title or the written entry has. */
  #ofYear(references: readonly Reference[], { year, letter }: CitedYear): readonly Reference[] {
    if (year === null) return references.filter((reference) => reference.year === null);
    const listed = (reference: Reference): CitedYear => this.#years.get(reference) ?? noYear;
    const agrees = (other: string | null): boolean => letter === null || other === null || letter === other;
    const exact = references.filter((reference) => listed(reference).year === year && agrees(listed(reference).letter));
    // "2024a" means the entry with the letter, if there is one.
    const lettered = letter === null ? [] : exact.filter((reference) => listed(reference).letter === letter);
    if (lettered.length > 0) return lettered;
    if (exact.length > 0) return exact;
    return references.filter((reference) => yearsApart(listed(reference).year, year) === 0 || isInWords(reference, year));
  }
}

/** Bodies whose initials, or beginning or end, the name is. */
const ofPartialName = (references: readonly Reference[], name: string): readonly Reference[] => {
  const hasPart = name.includes(' ');
  if (!hasPart && !isAcronym(name)) return [];
  return references.filter((reference) => {
    const author = authorsOf(reference).slice(0, 1).map(fullName).join('');
    return hasPart ? isPartOfName(name, author) : areInitialsOf(name, author);
  });
};

const noYear: CitedYear = { year: null, letter: null };

const found = (reference: Reference): Resolution => ({ kind: 'found', reference, yearDiffers: false });

const onlyFound = (resolution: Resolution): Resolution | null => (resolution.kind === 'found' && !resolution.yearDiffers ? resolution : null);

/** Looked for when somebody asks: most readers of a resolution do not. */
const missing = (findNearest: () => readonly Reference[]): Resolution => ({
  kind: 'missing',
  get nearest() {
    return findNearest();
  },
});

const choose = (references: readonly Reference[]): Resolution => {
  const [first, ...others] = references;
  if (first === undefined) return notListed;
  return others.length === 0 ? found(first) : { kind: 'ambiguous', references };
};

function add<Key>(map: Map<Key, Reference[]>, key: Key, reference: Reference): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [reference]);
  else list.push(reference);
}

function withCoAuthors(references: readonly Reference[], { families, isOpen }: CitedAuthors): readonly Reference[] {
  const [, ...others] = families.map(personKey);
  const agreeing = references.filter((reference) => {
    const listed = authorsOf(reference).map(({ family }) => personKey(family));
    return listed.length < 2 || others.every((other) => listed.includes(other));
  });
  const isLikely = (reference: Reference): boolean => (isOpen || others.length > 0 ? authorsOf(reference).length > 1 : authorsOf(reference).length === 1);
  const likely = agreeing.filter(isLikely);
  return likely.length > 0 ? likely : agreeing;
}

const isInWords = ({ title, text, year: listed }: Reference, year: string): boolean => {
  if (!/^\d{4}/u.test(year)) return false;
  const hasYear = (words: string | null): boolean => words?.replace(/[–—/]/gu, '-').includes(year) === true;
  return hasYear(title) || (listed === null && hasYear(text));
};

/** Of a plain list, where a title was not told from what stands around it: the entry has the words of the title and one of the names. */
const holdsTitle = ({ text }: Reference, title: string, author: string | null): boolean => {
  const words = plainWords(title);
  if (text === null || words.length < (author === null ? leastLettersOfTitle : leastLettersBesideAuthor)) return false;
  const entry = ` ${plainWords(text)} `;
  if (!entry.includes(` ${words} `)) return false;
  return author === null ? words.includes(' ') : splitAuthors(author).families.some((name) => entry.includes(` ${plainWords(name).split(' ').at(-1) ?? ''} `));
};

/** Fewer letters stand in many entries. */
const leastLettersOfTitle = 12;
const leastLettersBesideAuthor = 5;

const startsWithWords = (title: string | null, beginning: string): boolean => title !== null && `${plainWords(title)} `.startsWith(`${plainWords(beginning)} `);

/** Several of one author and year: the one whose title the citation names. */
function narrow(references: readonly Reference[], work: CitedWork): readonly Reference[] {
  if (references.length < 2 || work.title === null) return references;
  const words = plainWords(work.title);
  const named = references.filter(({ title }) => title !== null && (words.includes(plainWords(title)) || plainWords(title).includes(words)));
  return named.length > 0 ? named : references;
}

function isNearYear(reference: Reference, { year }: CitedYear): boolean {
  if (reference.year === null) return false;
  const apart = yearsApart(readCitedYear(reference.year).year, year);
  return apart === null || apart <= mostYearsApart;
}

/** Addresses without scheme, "www.", a DOI's resolver and a trailing slash. */
export const normalizeAddress = (address: string): string =>
  address
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:)?\/\//, '')
    .replace(/^(?:www\.|(?:dx\.)?doi\.org\/|doi:\s*)/, '')
    .replace(/[/#]+$/, '');
