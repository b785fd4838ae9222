/** The one flow that every door takes from a text to its findings. */
import { buildLibrary, emptyInputs } from './core/library/build-library';
import type { Library, LibraryInputs } from './core/library/library';
import { ownReferences } from './core/library/own-references';
import type { LintSettings } from './core/lint/lint-settings';
import type { Finding, Fix } from './core/lint/rule';
import { isTitleSection } from './core/lint/brief-places';
import { compareFindings, lint, type SettingProblem, type SilencedFinding } from './core/lint/runner';
import { severityOf } from './core/lint/severity-of';
import { buildBrief } from './core/model/build-brief';
import type { Brief, FrontMatter, Unchecked } from './core/model/brief';
import { frontMatterOf } from './core/model/front-matter';
import { findLikelyProfile, type LikelyProfile } from './core/profiles/likely-profile';
import type { Profile } from './core/profiles/profile';
import { badSetting } from './core/rules/bad-setting';
import { rules } from './core/rules/index';
import { spanOf, type Span } from './core/text/span';
import type { OtherBrief } from './core/workspace/figure-summary';
import { allProfiles, findProfileIn } from './house-profiles/find-profile';
import { isRecord } from './setting-parsers';
import { resolveSettings, type LayerProblem, type Settings, type SettingsLayer } from './settings';

type BuildOptions = NonNullable<Parameters<typeof buildBrief>[1]>;

export interface CheckInput {
  /** As read; a byte-order mark is dropped, and offsets count after it. */
  readonly text: string;
  /** Only for the log. */
  readonly path?: string;
  /** Of editor, settings file and command line, in any order. That of the front matter is read from the text. */
  readonly layers: readonly SettingsLayer[];
  /** YYYY-MM-DD; null where nobody says. */
  readonly today: string | null;
  /** Bibliographies and source texts that the door read; none are read here. */
  readonly library?: LibraryInputs;
  /** The other briefs of the workspace; absent where the door looks at one brief alone. */
  readonly others?: readonly OtherBrief[];
  readonly cache?: BuildOptions['cache'];
  readonly log?: (message: string) => void;
}

export interface CheckResult {
  readonly brief: Brief;
  readonly library: Library;
  readonly findings: readonly Finding[];
  /** In the brief, and set aside by a comment there. */
  readonly silenced: readonly SilencedFinding[];
  /** In the bibliography files, each with the `file` that its span counts into. */
  readonly fileFindings: readonly Finding[];
  readonly unchecked: readonly Unchecked[];
  /** null: none set. */
  readonly profile: Profile | null;
  /** Where none is set: the one that the sections fit. It is offered, and never taken. */
  readonly likelyProfile: LikelyProfile | null;
  readonly settings: Settings;
  /** Findings in the settings file, with spans into its text; those in a file of profiles that it names have that file's address as their `file`. */
  readonly configProblems: readonly Finding[];
  /** What the editor or the command line said and nobody understands. */
  readonly layerProblems: readonly LayerProblem[];
}

/** A brief that was read, and what is set for it: enough to know which files to load before it is checked. */
export interface ReadDocument {
  readonly brief: Brief;
  readonly settings: Settings;
  readonly problems: readonly LayerProblem[];
  readonly profile: Profile | null;
}

export const checkDocument = (input: CheckInput): CheckResult => checkRead(readDocument(input), input);

export const readDocument = ({ text, layers, cache }: Pick<CheckInput, 'text' | 'layers' | 'cache'>): ReadDocument =>
  readBrief(text.startsWith('\uFEFF') ? text.slice(1) : text, layers, cache);

export const checkRead = ({ brief, settings, problems, profile }: ReadDocument, input: Pick<CheckInput, 'path' | 'today' | 'library' | 'others' | 'log'>): CheckResult => {
  const library = buildLibrary(brief, input.library ?? emptyInputs, ownReferences(brief));
  const { findings, silenced, fileFindings, unchecked } = lint(rules, {
    brief,
    library,
    profile,
    settings: toLintSettings(settings, brief),
    today: input.today,
    ...(input.others && { others: input.others }),
    settingProblems: frontMatterProblems(brief.metadata.frontMatter, problems),
    log: (message) => input.log?.(input.path === undefined ? message : `${input.path}: ${message}`),
  });
  return {
    brief,
    library,
    findings,
    silenced,
    fileFindings,
    unchecked,
    profile,
    likelyProfile: profile === null ? likelyProfileOf(brief, settings) : null,
    settings,
    configProblems: configFindings(problems, settings, profile),
    layerProblems: problems.filter(({ layer }) => layer === 'editor' || layer === 'command-line'),
  };
};

/** What front matter says of aliases and profile is needed to build the brief, so it is read first. */
const readBrief = (text: string, layers: CheckInput['layers'], cache: CheckInput['cache']): ReadDocument => {
  const resolved = resolveFor(text, frontMatterOf(text), layers);
  const { settings, profile } = resolved;
  const brief = buildBrief(text, {
    aliases: settings.aliases,
    hasBibliography: settings.bibliography.length > 0,
    ...(profile && { headings: profile.headings }),
    ...(cache && { cache }),
  });
  return { brief, ...resolved };
};

const likelyProfileOf = (brief: Brief, { profiles }: Settings): LikelyProfile | null =>
  findLikelyProfile(brief.sections.flatMap((section) => (section.heading === null || isTitleSection(brief, section) ? [] : [section.heading.text])), allProfiles(profiles), new Set(Object.keys(profiles)));

/** What is wrong with a settings file, for doors that show it without a brief. */
export const checkConfig = (config: SettingsLayer): readonly Finding[] => {
  const { settings, problems } = resolveSettings([config]);
  return configFindings(problems, settings, findProfileOf(settings));
};

/** For a report on that file: it needs no name there. */
export const inOwnFile = (finding: Finding): Finding => {
  const { rule, group, level, severity, span, message, fixes } = finding;
  return { rule, group, level, severity, span, message, ...(fixes && { fixes: fixes.map((fix) => ({ ...fix, edits: fix.edits.map(({ span: place, newText }) => ({ span: place, newText })) })) }) };
};

/** The settings in force for a brief, its front matter's among them. */
export const settingsFor = (brief: Brief, layers: readonly SettingsLayer[]): Omit<ReadDocument, 'brief'> => resolveFor(brief.text, brief.metadata.frontMatter, layers);

const resolveFor = (text: string, frontMatter: FrontMatter | null, layers: readonly SettingsLayer[]): Omit<ReadDocument, 'brief'> => {
  const { settings, problems } = resolveSettings(frontMatter ? [...layers, frontMatterLayer(text, frontMatter)] : layers);
  return { settings, problems, profile: findProfileOf(settings) };
};

/** The profile in force; null: none is set. */
export const findProfileOf = ({ profile, profiles }: Settings): Profile | null => (profile === null ? null : (findProfileIn(profile, profiles) ?? null));

const frontMatterLayer = (text: string, frontMatter: FrontMatter): SettingsLayer => {
  const ours = frontMatter.data['brieflint'] ?? null;
  const fallback = frontMatter.keySpans.get('brieflint') ?? firstMark(frontMatter);
  const problems = [...frontMatter.problems];
  if (ours !== null && !isRecord(ours)) problems.push({ span: fallback, message: 'Under "brieflint:", settings are written as "key: value", one a line' });
  const entryOf = (path: readonly string[]): Span | undefined => frontMatter.keySpans.get(['brieflint', ...path].join('.'));
  return {
    layer: 'front-matter',
    values: isRecord(ours) ? ours : {},
    problems,
    spanOf: (path) => {
      for (let length = path.length; length > 0; length--) {
        const span = entryOf(path.slice(0, length));
        if (span) return span;
      }
      return fallback;
    },
    keySpanOf: (path) => {
      const entry = entryOf(path);
      return entry === undefined ? null : spanOf(entry.start, entry.start + text.slice(entry.start, entry.end).search(/[ \t]*:|$/));
    },
    valueSpanOf: (path) => {
      const entry = entryOf(path);
      return entry === undefined ? null : wordBehindColon(text, entry);
    },
  };
};

/** The value of "key: value", if it is one word. */
const wordBehindColon = (text: string, entry: Span): Span | null => {
  const [, before = '', word] = /^([^:\n]*:[ \t]*)(\S+)$/.exec(text.slice(entry.start, entry.end)) ?? [];
  return word === undefined ? null : spanOf(entry.start + before.length, entry.start + before.length + word.length);
};

/** The three dashes. */
const firstMark = ({ span }: FrontMatter): Span => spanOf(span.start, Math.min(span.start + 3, span.end));

const frontMatterProblems = (frontMatter: FrontMatter | null, problems: readonly LayerProblem[]): readonly SettingProblem[] => {
  if (!frontMatter) return [];
  return problems
    .filter(({ layer }) => layer === 'front-matter')
    .map((problem) => ({ span: problem.span ?? firstMark(frontMatter), message: problem.message, ...fixesOf(problem) }));
};

const toLintSettings = (settings: Settings, { metadata }: Brief): LintSettings => ({
  preset: settings.preset,
  status: settings.status,
  own: settings.own,
  currency: settings.currency,
  hasBibliography: metadata.bibliography.length > 0 || metadata.hasReferences || settings.bibliography.length > 0,
  rules: settings.rules,
});

const configFindings = (problems: readonly LayerProblem[], settings: Settings, profile: Profile | null): readonly Finding[] => {
  const severity = severityOf(badSetting.meta, 'setting', profile, { ...settings, hasBibliography: false });
  if (severity === 'off') return [];
  return problems
    .filter(({ layer }) => layer === 'config')
    .map((problem): Finding => ({
      rule: badSetting.meta.name,
      group: badSetting.meta.group,
      level: 'setting',
      severity,
      span: problem.span ?? spanOf(0, 0),
      message: problem.message,
      ...fixesOf(problem),
      ...(problem.file !== undefined && { file: problem.file }),
    }))
    .sort(compareFindings);
};

const fixesOf = ({ replacement, file }: LayerProblem): { readonly fixes?: readonly Fix[] } => {
  if (replacement === undefined) return {};
  const { title, span, newText } = replacement;
  return { fixes: [{ title, safe: false, edits: [{ span, newText, ...(file !== undefined && { file }) }] }] };
};
