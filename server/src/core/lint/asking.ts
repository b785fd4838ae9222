/** Which findings ask "says who?": the one place that knows it. How loudly they must ask to count is for each reader to say. */
import type { Span } from '../text/span';
import { firstWhere } from '../text/span-index';
import type { Finding } from './rule';
import { isAtLeast } from './severity';

/** Does a rule ask who says so? */
export const isAskingRule = (rule: string): boolean => rule.startsWith('unsourced-') || others.has(rule);

const others: ReadonlySet<string> = new Set(['vague-attribution', 'incomplete-attribution', 'unattributed-quotation', 'projection-without-basis']);

/** A sourced projection that only lacks the value it starts from is not helped by another source. */
export const asksForSource = ({ rule, level, file }: Finding): boolean => isAskingRule(rule) && level !== 'no-base-value' && file === undefined;

/** Findings by where they begin, so that asking for those of one sentence does not look at all of them. */
export interface FindingIndex<Item extends Finding> {
  /** Of those that begin in the span the gravest, and of several such the first. */
  readonly gravestIn: (span: Span) => Item | undefined;
}

export const indexFindings = <Item extends Finding>(findings: readonly Item[]): FindingIndex<Item> => {
  const sorted = [...findings].sort((a, b) => a.span.start - b.span.start);
  return {
    gravestIn: ({ start, end }) => {
      let gravest: Item | undefined;
      for (let i = firstWhere(sorted.length, (index) => (sorted[index]?.span.start ?? 0) >= start); i < sorted.length; i++) {
        const finding = sorted[i];
        if (finding === undefined || finding.span.start >= end) break;
        if (gravest === undefined || !isAtLeast(gravest.severity, finding.severity)) gravest = finding;
      }
      return gravest;
    },
  };
};
