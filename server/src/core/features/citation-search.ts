import { authorsOf, plainWords } from '../library/cited-names';
import { authorYearOf } from '../library/format-reference';
import type { Reference } from '../library/reference';
import type { AliasClasses } from '../model/aliases';

/** What a reference is found by, and what a list of choices shows of it. */
export interface SearchEntry {
  readonly reference: Reference;
  /** "World Bank (2025)". */
  readonly authorYear: string;
  readonly title: string;
  /** Key, authors, acronyms, year and title, as an editor's own filter reads them. */
  readonly filterText: string;
  /** The same in plain lower-case words. */
  readonly plain: string;
  readonly key: string;
}

/** References live as long as their file's text stays the same, and what is made of them as well; the short names are each brief's own. */
const entries = new WeakMap<Reference, { readonly names: string; readonly entry: SearchEntry }>();

export const searchEntryOf = (reference: Reference, aliases: AliasClasses): SearchEntry => {
  const names = authorsOf(reference).slice(0, 6).flatMap(({ family, given }) => (given === null ? [family, ...shortNames(family, aliases)] : [family]));
  const known = entries.get(reference);
  if (known?.names === names.join('\n')) return known.entry;
  const { author, year } = authorYearOf(reference);
  const title = reference.title ?? reference.text ?? '';
  const key = reference.format === 'list' ? '' : reference.id;
  const filterText = [key, ...new Set(names), year, title].filter((part) => part !== '').join(' ');
  const entry: SearchEntry = { reference, authorYear: `${author} (${year})`, title, filterText, plain: ` ${quickPlainWords(filterText)}`, key: key.toLowerCase() };
  entries.set(reference, { names: names.join('\n'), entry });
  return entry;
};

/** As `plainWords`; most names and titles need nothing of its care, and there are thousands of them. */
const quickPlainWords = (text: string): string => (isAscii.test(text) ? text.toLowerCase().replace(/['`]+/g, '').replace(/[^a-z0-9]+/g, ' ').trim() : plainWords(text));

const isAscii = /^[ -~]*$/;

/** "SBP" of "State Bank of Pakistan". */
const shortNames = (name: string, aliases: AliasClasses): readonly string[] => aliases.namesOf(aliases.classOf(name)).filter((other) => other !== name && !/\s/u.test(other)).slice(0, 3);

/** Entries that have every word at the beginning of one of theirs; keys that begin with what was typed first, then authors, then the rest in their order. */
export const searchReferences = (references: readonly Reference[], aliases: AliasClasses, typed: string, most: number): { readonly found: readonly SearchEntry[]; readonly isCut: boolean } => {
  const words = plainWords(typed).split(' ').filter((word) => word !== '');
  if (words.length === 0) return { found: references.slice(0, most).map((reference) => searchEntryOf(reference, aliases)), isCut: references.length > most };
  const key = typed.toLowerCase();
  const ranked: (readonly [rank: number, entry: SearchEntry])[] = [];
  for (const reference of references) {
    const entry = searchEntryOf(reference, aliases);
    const rank = rankOf(entry, words, key);
    if (rank !== null) ranked.push([rank, entry]);
  }
  // Stable, so that equals stay in the order of their file.
  ranked.sort(([a], [b]) => a - b);
  return { found: ranked.slice(0, most).map(([, entry]) => entry), isCut: ranked.length > most };
};

const rankOf = (entry: SearchEntry, words: readonly string[], key: string): number | null => {
  if (entry.key !== '' && entry.key.startsWith(key)) return 0;
  if (!words.every((word) => entry.plain.includes(` ${word}`))) return entry.key !== '' && entry.key.includes(key) ? 3 : null;
  return quickPlainWords(entry.authorYear).startsWith(words[0] ?? '') ? 1 : 2;
};
