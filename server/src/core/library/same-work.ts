import { authorsOf, plainWords } from './cited-names';
import { readCitedYear } from './cited-years';
import type { Reference } from './reference';

/** One of each work: a list in the brief and a bibliography may both hold it, and a bibliography may hold it twice. */
export function distinctWorks(references: readonly Reference[]): readonly Reference[] {
  if (references.length < 2) return references;
  const seen = new Set<string>();
  return references.filter((reference) => {
    const keys = workKeys(reference);
    const isKnown = keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    return !isKnown;
  });
}

/** Entries never change, and a bibliography of thousands is asked for these at each keystroke. */
const known = new WeakMap<Reference, readonly string[]>();

/** Two entries that share one of these are of one work. */
export const workKeys = (reference: Reference): readonly string[] => {
  const keys = known.get(reference) ?? makeKeys(reference);
  known.set(reference, keys);
  return keys;
};

const makeKeys = (reference: Reference): readonly string[] => {
  const title = titleKey(reference);
  return [...(reference.doi === null ? [] : [`doi:${reference.doi.toLowerCase()}`]), ...(title === null ? [] : [title])];
};

/** Title, first author and year in a form that two spellings share; null where there is no title. */
function titleKey(reference: Reference): string | null {
  const title = reference.title === null ? '' : plainWords(reference.title);
  if (title.length < 3) return null;
  const [first] = authorsOf(reference);
  const family = first === undefined ? '' : plainWords(first.family.replace(/\s*[([].*$/u, '')).replace(/^the /u, '');
  return `${family}|${title}|${readCitedYear(reference.year).year ?? ''}${reference.yearSuffix ?? ''}`;
}
