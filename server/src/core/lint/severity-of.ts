/**
 * How a level of a rule becomes a severity. Later wins: the level's default, the profile, the preset, the status, the user's `rules:`.
 * Presets and statuses are the two tables below; profiles carry their own.
 */
import type { Profile } from '../profiles/profile';
import type { LintSettings, Preset, Status } from './lint-settings';
import type { RuleGroup, RuleMeta } from './rule';
import type { Severity } from './severity';

type SeverityOrOff = Severity | 'off';

interface PresetTable {
  /** Groups that the preset touches. `setup` and `style` never: they say nothing about the evidence. */
  readonly groups: readonly RuleGroup[];
  readonly steps: Readonly<Partial<Record<SeverityOrOff, SeverityOrOff>>>;
}

export const presets: Readonly<Record<Preset, PresetTable>> = {
  default: { groups: [], steps: {} },
  strict: {
    groups: ['claims', 'citations', 'consistency', 'figures', 'structure', 'tables', 'recommendations'],
    steps: { off: 'hint', hint: 'information', information: 'warning' },
  },
};

interface StatusTable {
  /** Groups whose errors stay errors. In the others an error becomes a warning: unfinished is not wrong. null: all stay. */
  readonly errorGroups: readonly RuleGroup[] | null;
  readonly severities: Readonly<Record<string, Severity>>;
}

export const statuses: Readonly<Record<Status, StatusTable>> = {
  draft: { errorGroups: ['citations', 'consistency', 'setup'], severities: { 'placeholder-left-in': 'information', 'length-out-of-range': 'hint' } },
  review: { errorGroups: null, severities: {} },
  final: { errorGroups: null, severities: { 'placeholder-left-in': 'error' } },
};

/** A preset never switches on what the profile has switched off. */
export const severityOf = (meta: RuleMeta, level: string, profile: Profile | null, settings: LintSettings): SeverityOrOff => {
  const userSetting = Object.hasOwn(settings.rules, meta.name) ? settings.rules[meta.name] : undefined;
  const userSeverity = (userSetting && Object.hasOwn(userSetting.levels, level) ? userSetting.levels[level] : null) ?? userSetting?.severity;
  if (userSeverity) return userSeverity;
  const byDefault = meta.levels[level] ?? 'off';
  const byProfile = profile?.severities[meta.name];
  if (byProfile === 'off') return 'off';
  const byPreset = applyPreset(meta.group, byProfile ?? byDefault, settings.preset);
  return byPreset === 'off' ? 'off' : applyStatus(meta, byPreset, settings.status);
};

const applyPreset = (group: RuleGroup, severity: SeverityOrOff, preset: Preset): SeverityOrOff => {
  const table = presets[preset];
  return table.groups.includes(group) ? (table.steps[severity] ?? severity) : severity;
};

const applyStatus = (meta: RuleMeta, severity: Severity, status: Status): Severity => {
  const table = statuses[status];
  const named = table.severities[meta.name];
  if (named) return named;
  const mayBeError = table.errorGroups === null || table.errorGroups.includes(meta.group);
  return severity === 'error' && !mayBeError ? 'warning' : severity;
};
