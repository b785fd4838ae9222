/** What a profile says of the order of sections, held against a brief. */
import type { Brief, Section } from '../model/brief';
import type { OrderRule, Profile } from '../profiles/profile';
import type { SectionKey } from '../profiles/section-keys';
import { endMatter, satisfies } from '../profiles/vocabulary';
import { isInside, knownKeys, sectionsFor } from './profile-sections';

export interface Misplaced {
  readonly section: Section;
  /** Which of the two the rule puts first. */
  readonly word: 'after' | 'before';
  /** The one that `section` stands after (before) and belongs before (after). */
  readonly other: Section;
}

export const misplacedBy = (brief: Brief, profile: Profile, rule: OrderRule): readonly Misplaced[] => {
  switch (rule.kind) {
    case 'first':
      return misplacedFirst(brief, profile, rule.section);
    case 'last':
      return misplacedLast(brief, profile, rule.section);
    case 'before':
      return misplacedPairs(brief, rule.sections);
  }
};

/** Those that name the section itself, else those that stand in for it: "Risks" only where there are no "Constraints". */
const placedSections = (brief: Brief, wanted: SectionKey): readonly Section[] => {
  const sections = sectionsFor(brief, wanted);
  const exact = sections.filter(({ keys }) => keys.includes(wanted));
  return exact.length > 0 ? exact : sections;
};

/** Boxes that a layout puts anywhere. */
export const floating: readonly SectionKey[] = ['at-a-glance', 'quote', 'data-point', 'figure', 'headlines-miss', 'disclosure', 'glossary'];

/** The first of the sections that the profile knows, boxes aside. */
export const firstKnown = (brief: Brief, profile: Profile): Section | undefined => knownSections(brief, profile, floating)[0];

/** The last of them, but for what may stand behind whatever is called last. */
export const lastKnown = (brief: Brief, profile: Profile, wanted: SectionKey): Section | undefined =>
  knownSections(brief, profile, [...floating, ...endMatter.filter((key) => key !== wanted)]).at(-1);

/** "Overview" does for a summary, wherever "Summary of the data" stands. */
const standsFor = ({ keys }: Section, wanted: SectionKey): boolean => keys.some((key) => satisfies(key, wanted));

const misplacedFirst = (brief: Brief, profile: Profile, wanted: SectionKey): readonly Misplaced[] => {
  const section = placedSections(brief, wanted)[0];
  const other = firstKnown(brief, profile);
  if (!section || !other || other.index >= section.index || isInside(brief, section, other) || standsFor(other, wanted)) return [];
  return [{ section, other, word: 'after' }];
};

const misplacedLast = (brief: Brief, profile: Profile, wanted: SectionKey): readonly Misplaced[] => {
  const section = placedSections(brief, wanted).at(-1);
  const other = lastKnown(brief, profile, wanted);
  if (!section || !other || other.index <= section.index || isInside(brief, other, section) || standsFor(other, wanted)) return [];
  return [{ section, other, word: 'before' }];
};

const knownSections = (brief: Brief, profile: Profile, ignored: readonly SectionKey[]): readonly Section[] => {
  const keys = [...knownKeys(profile)].filter((key) => !ignored.includes(key));
  const indices = new Set(keys.flatMap((key) => sectionsFor(brief, key).filter(({ keys: own }) => !own.some((ownKey) => ignored.includes(ownKey)))).map(({ index }) => index));
  return brief.sections.filter(({ index }) => indices.has(index));
};

/** A section that names two of the row ("Key messages" is a summary too) says nothing of one of them if another names that one alone. */
const placedInRow = (brief: Brief, key: SectionKey, row: readonly SectionKey[]): readonly Section[] => {
  const sections = placedSections(brief, key);
  const alone = sections.filter(({ keys }) => !keys.some((other) => other !== key && row.includes(other)));
  return alone.length > 0 ? alone : sections;
};

/** Each section against the next one in the row that is there. */
const misplacedPairs = (brief: Brief, keys: readonly SectionKey[]): readonly Misplaced[] => {
  const rows = keys.map((key) => placedInRow(brief, key, keys)).filter((sections) => sections.length > 0);
  const found: Misplaced[] = [];
  for (const [i, sections] of rows.entries()) {
    const section = sections[0];
    const other = rows[i + 1]?.at(-1);
    if (!section || !other || section.index <= other.index || isInside(brief, section, other)) continue;
    found.push({ section, other, word: 'after' });
  }
  return found;
};

/** What the profile's rules of order, taken together, say of two sections. */
export interface Precedence {
  /** Does the profile put the first before the second? */
  readonly puts: (first: Section, second: Section) => boolean;
  /** Does it put the second before the first by other rules, be it by way of third ones? Then no order would do. */
  readonly contradicts: (first: Section, second: Section) => boolean;
}

export const buildPrecedence = (brief: Brief, profile: Profile): Precedence => {
  const behind = new Map<number, Set<number>>();
  const add = (firsts: readonly Section[], seconds: readonly Section[]): void => {
    for (const first of firsts) {
      const known = behind.get(first.index) ?? new Set();
      behind.set(first.index, known);
      for (const second of seconds) if (first !== second) known.add(second.index);
    }
  };
  for (const rule of profile.order) {
    if (rule.kind === 'first') add(placedSections(brief, rule.section).slice(0, 1), knownSections(brief, profile, floating));
    if (rule.kind === 'last') add(knownSections(brief, profile, [...floating, ...endMatter.filter((key) => key !== rule.section)]), placedSections(brief, rule.section).slice(-1));
    if (rule.kind === 'before') {
      const rows = rule.sections.map((key) => placedInRow(brief, key, rule.sections));
      for (const [i, firsts] of rows.entries()) for (const seconds of rows.slice(i + 1)) add(firsts, seconds);
    }
  }
  return {
    puts: (first, second) => behind.get(first.index)?.has(second.index) === true,
    contradicts: (first, second) => isReached(behind, second.index, first.index),
  };
};

const isReached = (behind: ReadonlyMap<number, ReadonlySet<number>>, from: number, to: number): boolean => {
  const seen = new Set([from]);
  // A set may grow while it is walked through.
  for (const at of seen) for (const next of behind.get(at) ?? []) seen.add(next);
  return from !== to && seen.has(to);
};
