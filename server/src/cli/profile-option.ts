import { allProfiles, findProfileIn, nearestProfile } from '../house-profiles/find-profile';
import type { OwnProfiles } from '../house-profiles/parse-own-profiles';
import { UsageError } from './usage-error';

/** `own`: the profiles of the house, in the settings that hold here. */
export const parseProfileId = (id: string, own: OwnProfiles = {}): string => {
  if (findProfileIn(id, own) !== undefined) return id;
  const nearest = nearestProfile(id, own);
  const all = `known are ${allProfiles(own).map((profile) => profile.id).join(', ')}`;
  throw new UsageError(`there is no profile "${id}"; ${nearest === null ? all : `the nearest is "${nearest}", ${all}`}`);
};
