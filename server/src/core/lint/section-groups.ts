/** Which groups of rules a profile lets run where: in the whole brief, or in sections of some keys and below them. */
import type { Brief, Section } from '../model/brief';
import type { Profile } from '../profiles/profile';
import type { SectionKey } from '../profiles/section-keys';
import type { RuleMeta } from './rule';
import { sectionAndAncestors } from './sections';

/** May a group run anywhere? */
export const runsSomewhere = ({ group }: RuleMeta, profile: Profile | null): boolean =>
  isAmong(group, profile?.groups ?? null) || Object.values(profile?.sectionGroups ?? {}).some((groups) => groups?.includes(group) === true);

/** null: all. */
const isAmong = (group: string, groups: readonly string[] | null): boolean => groups === null || groups.includes(group);

/** Says whether findings of a group stand at an offset; null: those about the brief as a whole, or about a file beside it. */
export const groupsAt = (brief: Brief, profile: Profile | null): ((group: string, offset: number | null) => boolean) => {
  if (profile === null) return () => true;
  const { groups, sectionGroups } = profile;
  const hasSections = Object.keys(sectionGroups).length > 0;
  return (group, offset) => isAmong(group, (hasSections && offset !== null ? groupsOfSection(brief, offset, sectionGroups) : null) ?? groups);
};

/** Of the innermost section that the profile says something about; a heading that names several sections has the groups of all. null: there is none. */
const groupsOfSection = (brief: Brief, offset: number, sectionGroups: Profile['sectionGroups']): readonly string[] | null => {
  const section = sectionAt(brief, offset);
  if (section === undefined) return null;
  for (const { keys } of sectionAndAncestors(brief, section)) {
    const named = keys.filter((key: SectionKey) => sectionGroups[key] !== undefined);
    if (named.length > 0) return named.flatMap((key) => sectionGroups[key] ?? []);
  }
  return null;
};

/** The innermost section that holds the offset: sections stand in the order of their headings. */
const sectionAt = ({ sections }: Brief, offset: number): Section | undefined =>
  sections.findLast(({ span }) => span.start <= offset && offset < span.end) ?? sections.findLast(({ span }) => span.start <= offset);
