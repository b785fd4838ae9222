/** Which sections of a brief a profile means. */
import type { Brief, Section } from '../model/brief';
import type { Profile } from '../profiles/profile';
import type { SectionKey } from '../profiles/section-keys';
import { endMatter, satisfies } from '../profiles/vocabulary';
import { isTitleSection } from './brief-places';

/** Sections that do for `wanted`, in order. The title's section never does: a title may begin with any word. "Annex 1: Costs" is no part of the argument. */
export const sectionsFor = (brief: Brief, wanted: SectionKey): readonly Section[] =>
  brief.sections.filter(
    (section) => section.heading !== null && section.keys.some((key) => satisfies(key, wanted)) && !isTitleSection(brief, section) && (mayStandInAnnex.includes(wanted) || !isAnnex(brief, section)),
  );

const mayStandInAnnex: readonly SectionKey[] = [...endMatter, 'method', 'assumptions', 'limitations', 'timeline', 'figure', 'case', 'comparison', 'faq', 'criteria', 'data-point', 'at-a-glance', 'quote'];

/** "Annexes and recommendations" is a chapter of its own making; whatever begins with the word is an annex. */
const isAnnex = (brief: Brief, section: Section): boolean => {
  if (section.keys.includes('annex') && /^(?:technical |statistical )?(?:annex|append|anexo|apéndice|apendice|ضمیم)/u.test(section.heading?.normalized ?? '')) return true;
  const parent = section.parent === null ? undefined : brief.sections[section.parent];
  return parent !== undefined && isAnnex(brief, parent);
};

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
