/** What stands between a pair of brackets; `open` and `close` are the offsets of the brackets themselves. */
export interface BracketGroup {
  readonly open: number;
  readonly close: number;
  readonly shape: 'round' | 'square';
}

/** Longer groups are asides, not citations; the bound also keeps the work per group constant. */
const LONGEST_GROUP = 500;
const DEEPEST_GROUP = 6;

/** All balanced groups by start. One pass; what is left open counts for nothing. */
export const findBracketGroups = (text: string): readonly BracketGroup[] => {
  const groups: BracketGroup[] = [];
  const openings: { readonly at: number; readonly mark: string }[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at);
    if (mark === '(' || mark === '[') {
      openings.push({ at, mark });
      if (openings.length > DEEPEST_GROUP) openings.shift();
      continue;
    }
    if (mark !== ')' && mark !== ']') continue;
    const wanted = mark === ')' ? '(' : '[';
    const opening = openings.at(-1);
    if (opening?.mark !== wanted) continue;
    openings.pop();
    if (at - opening.at <= LONGEST_GROUP) groups.push({ open: opening.at, close: at, shape: wanted === '(' ? 'round' : 'square' });
  }
  return groups.sort((a, b) => a.open - b.open);
};
