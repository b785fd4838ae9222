import { explainRule } from '../core/features/explain';
import { unknownRule } from '../core/lint/suppressions';
import { findRule, ruleNames } from '../core/rules/index';
import type { Terminal } from './terminal';
import type { Colors } from './text-report';
import { UsageError } from './usage-error';

export const runExplain = (name: string, { out, colors }: Terminal): void => {
  const rule = findRule(name);
  if (rule === undefined) throw new UsageError(`${unknownRule(name, ruleNames)}; "brieflint rules" lists all`);
  out(withColoredHeadings(explainRule(rule.meta), colors));
};

const withColoredHeadings = (markdown: string, colors: Colors): string => markdown.replace(/^#{1,2} .*$/gm, (heading) => colors.bold(heading));
