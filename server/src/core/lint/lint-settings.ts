import type { Severity } from './severity';

export type RuleOptionValue = number | string | boolean | readonly string[];

/** What a user says of one rule, parsed. */
export interface RuleSetting {
  /** For all levels; null: as it would be anyway. */
  readonly severity: Severity | 'off' | null;
  /** For single levels; goes before `severity`. */
  readonly levels: Readonly<Record<string, Severity | 'off'>>;
  readonly options: Readonly<Record<string, RuleOptionValue>>;
}

export type Preset = 'default' | 'strict';
export type Status = 'draft' | 'review' | 'final';

/** The few settings that linting needs. */
export interface LintSettings {
  readonly preset: Preset;
  readonly status: Status;
  readonly own: readonly string[];
  readonly currency: string | null;
  readonly hasBibliography: boolean;
  /** By rule name. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

export const defaultLintSettings: LintSettings = {
  preset: 'default',
  status: 'review',
  own: [],
  currency: null,
  hasBibliography: false,
  rules: {},
};
