/**
 * Where a section that a brief lacks belongs among those that it has: in the gap that sets the fewest others on its wrong side, judged by the
 * profile's rules of order first, then by its list of required sections, then by what briefs usually look like.
 *
 *     ## Summary / ## Problem / ## The case of Orlin / ## Recommendations      "Evidence": behind the second or the third; the earlier one is taken
 *
 * A number that is left out in numbered headings tells where something stood.
 */
import type { Brief, Section } from '../model/brief';
import type { Profile } from '../profiles/profile';
import type { SectionKey } from '../profiles/section-keys';
import { closing, opening, usualPlaces } from '../profiles/usual-order';
import { endMatter, satisfies } from '../profiles/vocabulary';
import { isTitleSection } from './brief-places';
import { numberOf } from './heading-numbers';
import { knownKeys } from './profile-sections';
import { floating } from './section-orders';

export interface Gap {
  /** The sections on both sides; undefined: at the beginning, at the end. */
  readonly before: Section | undefined;
  readonly after: Section | undefined;
}

/** null: no section has a say. */
export const findGap = (brief: Brief, profile: Profile, wanted: readonly SectionKey[]): Gap | null => {
  const row = outermostSections(brief);
  const sayOf = buildSay(brief, profile, wanted);
  const says = row.map(sayOf);
  if (says.every((say) => say === 0)) return gapWithoutSay(brief, row, wanted);
  const first = firstNoBox(brief, row);
  let cost = 0;
  const costs = [0, ...says.map((say) => (cost -= say))].map((each, gap) => (gap < first ? Infinity : each - leftOut(row[gap - 1], row[gap])));
  const least = Math.min(...costs);
  // What concludes comes behind sections that the writer calls by names of their own, anything else before them.
  const isLate = wanted.some((key) => closing.includes(key) || endMatter.includes(key));
  let best = isLate ? costs.lastIndexOf(least) : costs.indexOf(least);
  // Boxes go with the section before them.
  if (!wanted.some((key) => opening.includes(key))) while (isBox(brief, row[best]) && costs[best + 1] === least) best += 1;
  return { before: row[best - 1], after: row[best] };
};

/** What a layout puts anywhere says little of where something belongs. */
export const isBox = (brief: Brief, section: Section | undefined): boolean => section !== undefined && keysIn(brief, section).some((key) => floating.includes(key) && !endMatter.includes(key));

/** Boxes may stand before what comes first. */
const firstNoBox = (brief: Brief, row: readonly Section[]): number => Math.max(0, row.findIndex((section) => !keysIn(brief, section).some((key) => floating.includes(key))));

const leftOut = (before: Section | undefined, after: Section | undefined): number => {
  const low = numberOf(before?.heading?.text ?? '');
  const high = numberOf(after?.heading?.text ?? '');
  return low !== null && high === low + 2 ? weights.number : 0;
};

/** What opens a brief stands before what the writer calls by names of their own. */
const gapWithoutSay = (brief: Brief, row: readonly Section[], wanted: readonly SectionKey[]): Gap | null => {
  const first = firstNoBox(brief, row);
  return row.length > 0 && wanted.some((key) => opening.includes(key)) ? { before: row[first - 1], after: row[first] } : null;
};

/** Positive: the section stands before the wanted one; negative: behind it. */
type Say = (section: Section) => number;

const weights = { rule: 100, endMatter: 10, required: 3, number: 2.5, usual: 2 };

const buildSay = (brief: Brief, profile: Profile, wanted: readonly SectionKey[]): Say => {
  const places = usualPlaces(profile);
  const required = new Set(profile.required.flat());
  const known = knownKeys(profile);
  const own = wanted.map((key) => places.get(key)).find((place) => place !== undefined);
  const isEndMatter = wanted.some((key) => endMatter.includes(key));
  return (section) => {
    const keys = keysIn(brief, section);
    if (keys.length === 0) return 0;
    const byRule = sayOfRules(profile, wanted, keys, keys.some((key) => known.has(key)));
    if (byRule !== 0) return byRule * weights.rule;
    if (keys.some((key) => floating.includes(key) && !endMatter.includes(key))) return 0;
    if (!isEndMatter && keys.some((key) => endMatter.includes(key))) return -weights.endMatter;
    if (own === undefined) return 0;
    const sides = keys.map((key) => placeOf(key, places, profile)).filter((place) => place !== undefined).map((place) => Math.sign(own - place));
    const side = sides[0] ?? 0;
    return sides.every((each) => each === side) ? side * (keys.some((key) => required.has(key)) ? weights.required : weights.usual) : 0;
  };
};

/** "Findings" stands where the profile wants evidence. */
const placeOf = (key: SectionKey, places: ReadonlyMap<SectionKey, number>, { required }: Profile): number | undefined => {
  const asked = required.flat();
  const standsFor = asked.includes(key) ? key : asked.find((other) => satisfies(key, other));
  return places.get(standsFor ?? key);
};

const sayOfRules = ({ order }: Profile, wanted: readonly SectionKey[], keys: readonly SectionKey[], isKnown: boolean): number => {
  const names = (key: SectionKey): boolean => keys.some((other) => satisfies(other, key));
  for (const rule of order) {
    if (rule.kind === 'before') {
      const at = rule.sections.findIndex((key) => wanted.includes(key));
      const others = rule.sections.flatMap((key, i) => (i !== at && names(key) ? [Math.sign(at - i)] : []));
      if (at >= 0 && others.length > 0 && others.every((side) => side === others[0])) return others[0] ?? 0;
      continue;
    }
    const side = rule.kind === 'first' ? 1 : -1;
    if (names(rule.section) && !wanted.includes(rule.section)) {
      // Annexes may stand behind what is last.
      if (rule.kind === 'first' || !wanted.some((key) => endMatter.includes(key))) return side;
    }
    if (wanted.includes(rule.section) && isKnown && !keys.some((key) => floating.includes(key)) && !(rule.kind === 'last' && keys.some((key) => endMatter.includes(key)))) return -side;
  }
  return 0;
};

/** Its own, else those of the sections in it. */
const keysIn = (brief: Brief, section: Section): readonly SectionKey[] =>
  section.keys.includes('annex') ? ['annex'] : section.keys.length > 0 ? section.keys : section.children.flatMap((child) => (brief.sections[child] ? keysIn(brief, brief.sections[child]) : []));

/** Those just below the title's. */
const outermostSections = (brief: Brief): readonly Section[] =>
  brief.sections.filter((section) => {
    if (section.heading === null || isTitleSection(brief, section)) return false;
    const parent = section.parent === null ? undefined : brief.sections[section.parent];
    return parent === undefined || parent.heading === null || isTitleSection(brief, parent);
  });
