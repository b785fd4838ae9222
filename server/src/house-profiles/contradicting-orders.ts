/** Orders that no brief can keep together, so that a section would be sent to and fro between them. */
import type { OrderRule } from '../core/profiles/profile';
import type { SectionKey } from '../core/profiles/section-keys';

/** What is wrong with `rule` beside those that were said before it; null: nothing. */
export const objectionTo = (rule: OrderRule, earlier: readonly OrderRule[]): string | null => {
  const isBehind = reachIn(earlier);
  if (rule.kind !== 'before') return objectionToPlace(rule.kind, rule.section, earlier, isBehind);
  for (const [i, first] of rule.sections.entries()) {
    for (const second of rule.sections.slice(i + 1)) {
      if (isBehind(first, second)) return contradicts(first, second);
      const [head, end] = [placedBy(earlier, 'first'), placedBy(earlier, 'last')];
      if (head === second) return `"${first}" before "${second}" contradicts "first: ${second}"`;
      if (end === first) return `"${first}" before "${second}" contradicts "last: ${first}"`;
    }
  }
  return null;
};

const contradicts = (first: SectionKey, second: SectionKey): string => `"${first}" before "${second}" contradicts what stands above, by which "${second}" comes before "${first}"`;

const placedBy = (rules: readonly OrderRule[], kind: 'first' | 'last'): SectionKey | undefined => rules.flatMap((rule) => (rule.kind === kind ? [rule.section] : []))[0];

const objectionToPlace = (kind: 'first' | 'last', section: SectionKey, earlier: readonly OrderRule[], isBehind: (key: SectionKey, other: SectionKey) => boolean): string | null => {
  const taken = placedBy(earlier, kind);
  if (taken === section) return `"${kind}: ${section}" stands twice`;
  if (taken !== undefined) return `Only one section is ${kind}; "${taken}" is it already, so "${section}" cannot be`;
  if (placedBy(earlier, kind === 'first' ? 'last' : 'first') === section) return `"${section}" cannot be both first and last`;
  const others = earlier.flatMap((rule) => (rule.kind === 'before' ? rule.sections : []));
  const other = others.find((key) => (kind === 'first' ? isBehind(section, key) : isBehind(key, section)));
  if (other === undefined) return null;
  return kind === 'first' ? `"first: ${section}" contradicts what stands above, by which "${other}" comes before it` : `"last: ${section}" contradicts what stands above, by which "${other}" comes after it`;
};

/** Does the first stand behind the second, by one rule or by several taken together? */
const reachIn = (rules: readonly OrderRule[]): ((key: SectionKey, other: SectionKey) => boolean) => {
  const next = new Map<SectionKey, Set<SectionKey>>();
  for (const rule of rules) {
    if (rule.kind !== 'before') continue;
    for (const [i, key] of rule.sections.entries()) {
      const following = rule.sections[i + 1];
      if (following !== undefined) next.set(key, (next.get(key) ?? new Set()).add(following));
    }
  }
  return (key, other) => {
    const seen = new Set<SectionKey>();
    const open = [other];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const following of next.get(at) ?? []) {
        if (following === key) return true;
        if (!seen.has(following)) open.push(following);
        seen.add(following);
      }
    }
    return false;
  };
};
