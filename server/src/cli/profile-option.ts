import { nearestOf } from '../core/text/nearest';
import { profileIds } from '../core/profiles/profiles';
import { UsageError } from './usage-error';

export const parseProfileId = (id: string): string => {
  if (profileIds.includes(id)) return id;
  const nearest = nearestOf(id, profileIds);
  const all = `known are ${profileIds.join(', ')}`;
  throw new UsageError(`there is no profile "${id}"; ${nearest === null ? all : `the nearest is "${nearest}", ${all}`}`);
};
