/** Profiles by id: a house's own go before the shipped ones. */
import type { Profile } from '../core/profiles/profile';
import { findProfile, profiles } from '../core/profiles/profiles';
import { nearestOf } from '../core/text/nearest';
import { parseChoice, show, type Parsed } from '../setting-parsers';
import type { OwnProfiles } from './parse-own-profiles';

/** The house's own first, as far as they can be followed; a shipped one that it has put its own in place of is not there twice. */
export const allProfiles = (own: OwnProfiles): readonly Profile[] => [...Object.values(own).filter(isWhole), ...profiles.filter(({ id }) => !Object.hasOwn(own, id))];

/** undefined: nobody knows it, or what it extends. */
export const findProfileIn = (id: string, own: OwnProfiles): Profile | undefined => (Object.hasOwn(own, id) ? [own[id]].find((profile) => profile !== undefined && isWhole(profile)) : findProfile(id));

const isWhole = ({ missingBase }: Profile): boolean => missingBase === undefined;

/** By its spelling; else the only one whose id or name has all of the words: "memo" is "options-memo". */
export const nearestProfile = (written: string, own: OwnProfiles): string | null => {
  const all = allProfiles(own);
  const bySpelling = nearestOf(written, all.map(({ id }) => id));
  if (bySpelling !== null) return bySpelling;
  const wanted = wordsOf(written);
  const holding = wanted.length === 0 ? [] : all.filter(({ id, name }) => wanted.every((word) => [...wordsOf(id), ...wordsOf(name)].includes(word)));
  return holding.length === 1 ? (holding[0]?.id ?? null) : null;
};

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}\p{M}]{3,}/gu) ?? [];

/** Empty text unsets, for editors have no other way to say so. */
export const parseProfileChoice = (value: unknown, own: OwnProfiles): Parsed<string | null> => {
  if (value === '' || value === null) return { value: null, problems: [] };
  // One that cannot be followed is there all the same, and what is wrong with it is said at its definition.
  if (typeof value === 'string' && Object.hasOwn(own, value)) return { value, problems: [] };
  const read = parseChoice(allProfiles(own).map(({ id }) => id))(value);
  if (read.value !== undefined || typeof value !== 'string') return read;
  const nearest = nearestProfile(value, own);
  if (nearest === null) return read;
  return { value: undefined, problems: [{ path: [], message: `${show(value)} is not known, the nearest is "${nearest}"`, nearest: { word: nearest, of: 'value' } }] };
};
