/** In what order the sections of a brief stand: as its profile lists those that it requires, the others among them as briefs usually have them. */
import type { Profile } from './profile';
import { findShippedKey, type SectionKey, type ShippedSectionKey } from './section-keys';

const usual: readonly ShippedSectionKey[] = [
  'key-messages', 'summary', 'overview', 'position', 'issue', 'proposal', 'introduction', 'problem', 'background', 'timeline', 'objectives', 'method', 'evidence',
  'findings', 'analysis', 'comparison', 'case', 'considerations', 'criteria', 'options', 'impacts', 'comparison-of-options',
  'limitations', 'implications', 'swot', 'constraints', 'scenarios', 'assumptions', 'counter-arguments', 'proposals', 'financial', 'legal', 'equity', 'risks', 'consultation', 'recommendations', 'recommendation',
  'decision-points', 'timing', 'implementation', 'next-steps', 'review', 'conclusion', 'exam-use', 'faq', 'disclosure', 'further-reading', 'references', 'glossary', 'annex',
];

/** What a cabinet is asked to resolve stands behind how it is carried out. */
const usualForCabinets = ((): readonly ShippedSectionKey[] => {
  const carriedOut: readonly ShippedSectionKey[] = ['timing', 'implementation', 'next-steps', 'review'];
  const others = usual.filter((key) => !carriedOut.includes(key));
  const at = others.indexOf('recommendations');
  return [...others.slice(0, at), ...carriedOut, ...others.slice(at)];
})();

/** Those that draw conclusions from whatever stands before them. */
export const closing: readonly SectionKey[] = ['recommendations', 'recommendation', 'decision-points', 'next-steps', 'review', 'conclusion', 'exam-use', 'faq'];

/** Those that open a brief, whatever else is in it. */
export const opening: readonly SectionKey[] = ['key-messages', 'summary', 'overview', 'position', 'issue', 'proposal', 'introduction'];

const kept = new WeakMap<Profile, ReadonlyMap<SectionKey, number>>();

/** A number for each section, the smaller the earlier. Boxes that a layout puts anywhere have none, nor have a house's own that its lists do not name. */
export const usualPlaces = (profile: Profile): ReadonlyMap<SectionKey, number> => {
  const known = kept.get(profile) ?? buildPlaces(profile);
  kept.set(profile, known);
  return known;
};

const buildPlaces = ({ required }: Profile): ReadonlyMap<SectionKey, number> => {
  const row: (readonly SectionKey[])[] = [...required];
  const named = new Set(required.flat());
  const order = named.has('proposal') ? usualForCabinets : usual;
  for (const key of order) if (!named.has(key)) row.splice(bestPlace(row, key, order), 0, [key]);
  return new Map(row.flatMap((keys, i) => keys.map((key) => [key, i] as const)));
};

const rankIn = (order: readonly ShippedSectionKey[], key: SectionKey): number => {
  const shipped = findShippedKey(key);
  return shipped === undefined ? -1 : order.indexOf(shipped);
};

/** Where the fewest stand on the wrong side of it; of several such places the last. */
const bestPlace = (row: readonly (readonly SectionKey[])[], key: SectionKey, order: readonly ShippedSectionKey[]): number => {
  const rank = rankIn(order, key);
  let best = 0;
  let bestCost = 0;
  let cost = 0;
  for (const [i, keys] of row.entries()) {
    const ranks = keys.map((each) => rankIn(order, each)).filter((each) => each >= 0);
    // One more that stands before it: right if it comes earlier.
    if (ranks.length > 0) cost += Math.min(...ranks) < rank ? -1 : 1;
    if (cost > bestCost) continue;
    best = i + 1;
    bestCost = cost;
  }
  return best;
};
