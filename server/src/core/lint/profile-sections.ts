/** Which sections of a brief a profile means. */
import type { Brief, Section } from '../model/brief';
import type { Profile } from '../profiles/profile';
import type { SectionKey } from '../profiles/section-keys';
import { satisfies } from '../profiles/vocabulary';
import { isTitleSection } from './brief-places';

/** Sections that do for `wanted`, in order. The title's section never does: a title may begin with any word. */
export const sectionsFor = (brief: Brief, wanted: SectionKey): readonly Section[] =>
  brief.sections.filter((section) => section.heading !== null && !isTitleSection(brief, section) && section.keys.some((key) => satisfies(key, wanted)));

/** The keys that a profile says anything about. */
export const knownKeys = (profile: Profile): ReadonlySet<SectionKey> => {
  const ordered = profile.order.flatMap((rule) => (rule.kind === 'before' ? rule.sections : [rule.section]));
  return new Set([...profile.required.flat(), ...profile.optional, ...ordered]);
};

/** Does `outer` hold `inner`, at any depth? */
export const isInside = (brief: Brief, inner: Section, outer: Section): boolean => {
  for (let parent = inner.parent; parent !== null; parent = brief.sections[parent]?.parent ?? null) if (parent === outer.index) return true;
  return false;
};
