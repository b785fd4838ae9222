import type { Brief, Sentence } from '../brief';
import { rememberByBriefAndNames } from '../remember-by-brief';
import type { Coverage } from './cover';
import { findClaims } from './find-claims';

/**
 * The claims of a brief, one for each sentence, in order: all that reads claims reads them here, and they are found once for each check. They are no field
 * of `Brief` for two reasons. Whose results count as the author's own comes from settings, and those may stand in the front matter of the very brief. And many
 * who read a brief, such as an outline or a completion at a keystroke, ask for no claim.
 */
export const claimsOf = rememberByBriefAndNames(findClaims);

/** What answers for one sentence; null where nothing does. */
export const coverageOf = (brief: Brief, own: readonly string[], { index }: Sentence): Coverage | null => claimsOf(brief, own)[index]?.coverage ?? null;
