import { ruleGroups, type RuleMeta } from '../core/lint/rule';
import { rules } from '../core/rules/index';
import type { Terminal } from './terminal';

export interface RulesOptions {
  readonly format: 'text' | 'json';
}

export const runRules = ({ format }: RulesOptions, terminal: Terminal): void => {
  const metas = rules.map(({ meta }) => meta);
  terminal.out(format === 'json' ? toJson(metas) : toText(metas, terminal));
};

const toJson = (metas: readonly RuleMeta[]): string => {
  const listed = metas.map(({ name, group, title, levels, fix, needsProfile = false, options, docs }) => ({
    name,
    group,
    title,
    levels,
    fix,
    needsProfile,
    options,
    what: docs.what,
    why: docs.why,
    how: docs.how,
    limits: docs.limits,
    authority: docs.authority,
  }));
  return `${JSON.stringify({ version: 1, rules: listed }, null, 2)}\n`;
};

const toText = (metas: readonly RuleMeta[], { colors }: Terminal): string => {
  const widest = Math.max(...metas.map(({ name }) => name.length));
  const groups = ruleGroups.flatMap((group) => {
    const lines = metas.filter((meta) => meta.group === group).map((meta) => `  ${meta.name.padEnd(widest)}  ${severitiesOf(meta).padEnd(11)}  ${meta.title}`);
    return lines.length === 0 ? [] : [[colors.bold(group), ...lines].join('\n')];
  });
  return `${groups.join('\n\n')}\n\n${colors.dim('More about one of them: brieflint explain NAME')}\n`;
};

/** The gravest is what a reader wants to know. */
const severitiesOf = ({ levels }: RuleMeta): string => {
  const order = ['error', 'warning', 'information', 'hint', 'off'] as const;
  return order.find((severity) => Object.values(levels).includes(severity)) ?? 'off';
};
