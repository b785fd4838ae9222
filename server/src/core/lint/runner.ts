import { buildLibrary, emptyInputs } from '../library/build-library';
import type { Library } from '../library/library';
import type { Brief, Unchecked } from '../model/brief';
import type { Profile } from '../profiles/profile';
import { spanOf, type Span } from '../text/span';
import type { OtherBrief } from '../workspace/figure-summary';
import type { LintSettings, RuleOptionValue } from './lint-settings';
import type { Finding, Fix, Rule, RuleContext, RuleFinding, RuleMeta } from './rule';
import { groupsAt, runsSomewhere } from './section-groups';
import { severityOf } from './severity-of';
import { applySuppressions, parseSuppressions } from './suppressions';

/** A setting that makes no sense, with its place in the text. */
export interface SettingProblem {
  readonly span: Span;
  readonly message: string;
  readonly fixes?: readonly Fix[];
}

export interface LintInput {
  readonly brief: Brief;
  readonly profile: Profile | null;
  readonly settings: LintSettings;
  /** YYYY-MM-DD; null where the door did not say. */
  readonly today: string | null;
  /** Without one, no reference is known. */
  readonly library?: Library;
  /** Without them, rules about the whole workspace do not run. */
  readonly others?: readonly OtherBrief[];
  /** Problems of the settings in the brief's own front matter, reported as bad-setting. */
  readonly settingProblems?: readonly SettingProblem[];
  readonly log?: (message: string) => void;
}

/** A finding that a comment in the brief has set aside. */
export interface SilencedFinding extends Finding {
  /** As the comment gives it. */
  readonly silencedBecause: string;
}

export interface LintResult {
  /** By start, end, rule and message; without the suppressed. */
  readonly findings: readonly Finding[];
  /** What would be reported in the brief, were it not for a comment. */
  readonly silenced: readonly SilencedFinding[];
  /** In the bibliography files of the brief, each with its `file`. */
  readonly fileFindings: readonly Finding[];
  readonly unchecked: readonly Unchecked[];
}

interface NamedFinding extends RuleFinding {
  readonly rule: string;
}

/** Runs the rules over one brief. Never throws: a rule that does loses its own findings. */
export const lint = (rules: readonly Rule[], input: LintInput): LintResult => {
  const { brief, settings, profile } = input;
  const metaByName = new Map(rules.map(({ meta }) => [meta.name, meta]));
  const { found, ranRules, unchecked } = runRules(rules, { ...input, library: input.library ?? buildLibrary(brief, emptyInputs, []) });
  const parsed = parseSuppressions(brief.text, brief.comments, [...metaByName.keys()], input.today);
  const badSettings = (input.settingProblems ?? []).map((problem) => ({ rule: 'bad-setting', level: 'setting', ...problem }));
  const { kept, silenced, unused } = applySuppressions(brief.text, [...found.map(atItsPlace), ...badSettings.map(atItsPlace)], parsed.active, ranRules);
  const keptFindings = kept.map(({ finding }) => finding);

  const rated = <Named extends NamedFinding>(named: readonly Named[]): readonly (Named & Finding)[] => {
    const findings: (Named & Finding)[] = [];
    for (const finding of named) {
      const meta = metaByName.get(finding.rule);
      const severity = meta ? severityOf(meta, finding.level, profile, settings) : 'off';
      if (meta && severity !== 'off') findings.push({ ...finding, rule: meta.name, group: meta.group, severity });
    }
    return withoutDuplicates(findings.sort(compareFindings));
  };
  return {
    findings: rated([...keptFindings.filter(isInBrief), ...parsed.findings, ...unused]),
    silenced: rated(silenced.map(({ finding: { finding }, reason }) => ({ ...finding, silencedBecause: reason })).filter(isInBrief)),
    fileFindings: rated(keptFindings.filter((finding) => !isInBrief(finding))),
    unchecked: sortUnchecked([...brief.unchecked, ...unchecked]),
  };
};

const isInBrief = ({ file }: NamedFinding): boolean => file === undefined;

/** As suppressions see it: a comment says nothing about a line of another file, unless it speaks for the whole brief. */
const atItsPlace = (finding: NamedFinding): NamedFinding & { readonly finding: NamedFinding } => ({ ...finding, span: isInBrief(finding) ? finding.span : spanOf(0, 0), finding });

type RunInput = LintInput & Pick<RuleContext, 'library'>;

interface RunResult {
  readonly found: readonly NamedFinding[];
  readonly ranRules: ReadonlySet<string>;
  readonly unchecked: readonly Unchecked[];
}

const runRules = (rules: readonly Rule[], input: RunInput): RunResult => {
  const found: NamedFinding[] = [];
  const ranRules = new Set<string>();
  const unchecked: Unchecked[] = [];
  const runsAt = groupsAt(input.brief, input.profile);
  /** What the profile asks of the brief as a whole is no matter of one section, though the finding has to stand in one. */
  const stands = (meta: RuleMeta, { span, file }: RuleFinding): boolean =>
    runsEverywhere(meta, input.settings) || runsAt(meta.group, meta.needsProfile === true || file !== undefined ? null : span.start);
  for (const rule of rules) {
    if (!isWanted(rule.meta, input)) continue;
    if (rule.meta.needsWorkspace && input.others === undefined) continue;
    if (rule.meta.needsProfile && input.profile === null) {
      unchecked.push({ span: spanOf(0, 0), reason: 'no profile' });
      continue;
    }
    try {
      const result = runRule(rule, input);
      found.push(...result.findings.filter((finding) => stands(rule.meta, finding)));
      unchecked.push(...result.unchecked);
      ranRules.add(rule.meta.name);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      input.log?.(`rule ${rule.meta.name} failed: ${reason}`);
      unchecked.push({ span: spanOf(0, 0), reason: `rule ${rule.meta.name} failed` });
    }
  }
  return { found, ranRules, unchecked };
};

/** `setup` rules run everywhere: a profile says what a brief holds, not how it is checked. A rule that the user asks for by name runs whatever the profile thinks of its group. */
const isWanted = (meta: RuleMeta, { profile, settings }: LintInput): boolean => {
  if (!runsSomewhere(meta, profile) && !runsEverywhere(meta, settings)) return false;
  return Object.keys(meta.levels).some((level) => severityOf(meta, level, profile, settings) !== 'off');
};

const runsEverywhere = (meta: RuleMeta, settings: LintSettings): boolean => meta.group === 'setup' || isAskedFor(meta, settings);

const isAskedFor = ({ name }: RuleMeta, { rules }: LintSettings): boolean => {
  const setting = Object.hasOwn(rules, name) ? rules[name] : undefined;
  return setting !== undefined && [setting.severity, ...Object.values(setting.levels)].some((severity) => severity !== null && severity !== 'off');
};

const runRule = (rule: Rule, input: RunInput): { findings: NamedFinding[]; unchecked: Unchecked[] } => {
  const context = contextOf(rule.meta, input);
  const findings: NamedFinding[] = [];
  for (const finding of rule.check(context)) {
    if (!Object.hasOwn(rule.meta.levels, finding.level)) throw new Error(`unknown level "${finding.level}"`);
    findings.push({ ...finding, rule: rule.meta.name });
  }
  return { findings, unchecked: [...(rule.unchecked?.(context) ?? [])] };
};

const contextOf = (meta: RuleMeta, { brief, profile, settings, today, library, others }: RunInput): RuleContext => ({
  brief,
  profile,
  options: optionsOf(meta, settings),
  own: settings.own,
  currency: settings.currency,
  today,
  hasBibliography: settings.hasBibliography,
  library,
  ...(others && { others }),
});

const optionsOf = (meta: RuleMeta, settings: LintSettings): Readonly<Record<string, RuleOptionValue>> => {
  const options: Record<string, RuleOptionValue> = {};
  for (const [key, option] of Object.entries(meta.options)) options[key] = option.default;
  return { ...options, ...settings.rules[meta.name]?.options };
};

/** By code units, so that the order is the same on every machine. */
const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const compareFindings = (a: Finding, b: Finding): number =>
  compareTexts(a.file ?? '', b.file ?? '') || a.span.start - b.span.start || a.span.end - b.span.end || compareTexts(a.rule, b.rule) || compareTexts(a.message, b.message);

/** Of sorted findings: equal ones stand next to each other. */
const withoutDuplicates = <Item extends Finding>(findings: readonly Item[]): readonly Item[] =>
  findings.filter((finding, i) => {
    const previous = findings[i - 1];
    return previous === undefined || compareFindings(previous, finding) !== 0;
  });

const sortUnchecked = (unchecked: readonly Unchecked[]): readonly Unchecked[] => {
  const compare = (a: Unchecked, b: Unchecked): number =>
    a.span.start - b.span.start || a.span.end - b.span.end || compareTexts(a.reason, b.reason);
  const sorted = [...unchecked].sort(compare);
  return sorted.filter((item, i) => {
    const previous = sorted[i - 1];
    return previous === undefined || compare(previous, item) !== 0;
  });
};
