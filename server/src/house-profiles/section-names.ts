/** Names of sections as a house writes them in its settings: keys of the vocabulary, and those that it adds. */
import { findShippedKey, sectionKeys, toOwnKey, type SectionKey } from '../core/profiles/section-keys';
import { sectionKeysOf } from '../core/profiles/vocabulary';
import { nearestOf } from '../core/text/nearest';

/** "Theory of change" is theory-of-change. */
export const toKeyForm = (name: string): string => name.trim().toLowerCase().replace(/[\s_]+/g, '-');

/** undefined: neither shipped nor among the house's own. */
export const findSectionKey = (name: string, own: ReadonlySet<SectionKey>): SectionKey | undefined => {
  const form = toKeyForm(name);
  const ownKey = toOwnKey(form);
  return findShippedKey(form) ?? (ownKey !== undefined && own.has(ownKey) ? ownKey : undefined);
};

/** By its spelling, else by what it would name as a heading: "executive summary" is summary. */
export const nearestSection = (name: string, own: ReadonlySet<SectionKey>): string | null => nearestOf(toKeyForm(name), [...sectionKeys, ...own]) ?? sectionKeysOf(name)[0] ?? null;

export const notASection = (name: string, nearest: string | null): string =>
  nearest === null ? `"${name}" is no section; a section of your own needs an entry under "sections"` : `"${name}" is no section; did you mean "${nearest}"?`;
