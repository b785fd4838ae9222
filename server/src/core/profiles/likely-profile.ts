/** Which kind of brief a text looks like that does not say what it is, told from its sections. It is offered to the user, never taken for granted. */
import type { Profile } from './profile';
import type { SectionKey } from './section-keys';
import { satisfies, vocabularyWith } from './vocabulary';

export interface LikelyProfile {
  readonly profile: Profile;
  /** Required sections that are there, in the profile's order: the reasons. */
  readonly matched: readonly SectionKey[];
}

/** Keys of each section, in order. A house's profile has words of its own for sections. */
type SectionKeys = readonly (readonly SectionKey[])[];

interface Fit extends LikelyProfile {
  readonly score: number;
}

/** So much of what a profile asks for must be there, in so many sections at least, and the next profile must fit worse by so much. */
const leastCoverage = 0.6;
const fewestSections = 3;
const margin = 0.06;

/** `headings`: of the sections, in order. null: no profile fits, or several do. Where one of the house's own (`own`) fits about as well as a shipped one, it is the house's. */
export const findLikelyProfile = (headings: readonly string[], profiles: readonly Profile[], own: ReadonlySet<string> = new Set()): LikelyProfile | null => {
  const fits = profiles.flatMap((profile) => fitOf(headings.map(vocabularyWith(profile.headings).keysOf), profile) ?? []).sort((a, b) => b.score - a.score);
  const best = fits.filter(({ score }) => score > (fits[0]?.score ?? 0) - margin);
  const ofHouse = best.filter(({ profile }) => own.has(profile.id));
  const [likely, ...others] = ofHouse.length > 0 ? ofHouse : best;
  return likely === undefined || others.length > 0 ? null : { profile: likely.profile, matched: likely.matched };
};

const fitOf = (sections: SectionKeys, profile: Profile): Fit | null => {
  const { required, optional, forbidden } = profile;
  if (required.length === 0 || sections.some((keys) => keys.some((key) => forbidden.includes(key)))) return null;
  const matches = matchEntries(sections, required);
  const coverage = matches.reduce((sum, { weight }) => sum + weight, 0) / required.length;
  if (matches.length < Math.min(fewestSections, required.length) || coverage < leastCoverage) return null;
  const known = [...required.flat(), ...optional];
  const named = sections.filter((keys) => keys.length > 0);
  const foreseen = named.filter((keys) => keys.some((key) => known.some((wanted) => satisfies(key, wanted)))).length / Math.max(1, named.length);
  return { profile, matched: matches.map(({ key }) => key), score: 0.7 * coverage + 0.2 * foreseen + 0.1 * inOrder(matches) };
};

interface Match {
  readonly key: SectionKey;
  readonly section: number;
  readonly weight: number;
}

/** "Analysis" does for evidence, but speaks for a profile that asks for an analysis. */
const standIn = 0.7;

/** The section of the very key, else one that does for it and is nobody's else. */
const matchEntries = (sections: SectionKeys, required: Profile['required']): readonly Match[] => {
  const all = required.flat();
  return required.flatMap((entry) => {
    for (const key of entry) {
      const section = sections.findIndex((keys) => keys.includes(key));
      if (section >= 0) return [{ key, section, weight: 1 }];
    }
    for (const key of entry) {
      const section = sections.findIndex((keys) => keys.some((other) => satisfies(other, key)) && !keys.some((other) => all.includes(other)));
      if (section >= 0) return [{ key, section, weight: standIn }];
    }
    return [];
  });
};

/** The share of neighbours that stand in the profile's order. */
const inOrder = (matches: readonly Match[]): number => {
  if (matches.length < 2) return 1;
  const kept = matches.filter(({ section }, i) => i > 0 && (matches[i - 1]?.section ?? 0) <= section).length;
  return kept / (matches.length - 1);
};

const mostNamed = 4;

/** "summary, problem, evidence, recommendations and 2 more": the sections that speak for it. */
export const reasonsFor = ({ matched }: Pick<LikelyProfile, 'matched'>): string => {
  const names = matched.map((key) => key.replaceAll('-', ' '));
  return names.length <= mostNamed + 1 ? names.join(', ') : `${names.slice(0, mostNamed).join(', ')} and ${String(names.length - mostNamed)} more`;
};
