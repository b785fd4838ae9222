import type { Brief, Sentence } from '../brief';
import type { Coverage } from './cover';
import { type Claim, findClaims } from './find-claims';

const remembered = new WeakMap<Brief, { readonly own: string; readonly claims: readonly Claim[] }>();

/**
 * The claims of a brief, one for each sentence, in order: all that reads claims reads them here, and they are found once for each check. They are no field
 * of `Brief` for two reasons. Whose results count as the author's own comes from settings, and those may stand in the front matter of the very brief. And many
 * who read a brief, such as an outline or a completion at a keystroke, ask for no claim.
 */
export function claimsOf(brief: Brief, own: readonly string[]): readonly Claim[] {
  const key = own.join('\n');
  const known = remembered.get(brief);
  if (known?.own === key) return known.claims;
  const claims = findClaims(brief, own);
  remembered.set(brief, { own: key, claims });
  return claims;
}

/** What answers for one sentence; null where nothing does. */
export const coverageOf = (brief: Brief, own: readonly string[], { index }: Sentence): Coverage | null => claimsOf(brief, own)[index]?.coverage ?? null;
