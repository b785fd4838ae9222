/**
 * The one table of settings, and how the places where settings may stand become one value. The configuration of the editor, the JSON schema of
 * `.brieflint.yml` and the docs are generated from the table and from the rules.
 */
import type { RuleSetting } from './core/lint/lint-settings';
import { nearestOf } from './core/text/nearest';
import { rules } from './core/rules/index';
import { parseProfileChoice } from './house-profiles/find-profile';
import { parseOwnProfiles, type OwnProfiles } from './house-profiles/parse-own-profiles';
import {
  isRecord,
  parseAliases,
  parseChoice,
  parseCurrency,
  parseRuleSettings,
  parseSources,
  parseTexts,
  type Nearest,
  type Parsed,
  type SourcePlaces,
  type ValueProblem,
} from './setting-parsers';
import { layerNames, toProblem, type LayerName, type LayerProblem, type SettingsLayer } from './settings-layer';

export type { LayerName, LayerProblem, LocatedProblem, SettingsLayer } from './settings-layer';

interface Setting<T> {
  readonly description: string;
  readonly default: T;
  /** `own`: the house's profiles, of all places together. */
  readonly parse: (value: unknown, own: OwnProfiles) => Parsed<T>;
  /** JSON schema of what users write. Those of `rules`, `profile` and `profiles` are made from rules and profiles. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** May stand under `brieflint:` in front matter. */
  readonly inFrontMatter: boolean;
  /** Only the user's own settings and the command line may set it: files that come with a brief may not. */
  readonly isForUserOnly?: boolean;
  /** Does something already; others are accepted and checked, but not offered in the editor. */
  readonly isUsed: boolean;
  /** How a later place joins an earlier one; without it, the later replaces the earlier. */
  readonly merge?: (earlier: T, later: T) => T;
}

const setting = <T>(definition: Setting<T>): Setting<T> => definition;

const texts = { type: ['string', 'array'], items: { type: 'string' } } as const;

const mergeRules = (
  earlier: Readonly<Record<string, RuleSetting>>,
  later: Readonly<Record<string, RuleSetting>>,
): Readonly<Record<string, RuleSetting>> => {
  const merged: Record<string, RuleSetting> = { ...earlier };
  for (const [name, next] of Object.entries(later)) {
    const previous = merged[name];
    merged[name] = {
      severity: next.severity ?? previous?.severity ?? null,
      levels: next.severity === null ? { ...previous?.levels, ...next.levels } : next.levels,
      options: { ...previous?.options, ...next.options },
    };
  }
  return merged;
};

export const settingTable = {
  profile: setting<string | null>({
    description: 'What kind of brief this is. It decides which sections, order and length are asked for. Without one, section rules do not run.',
    default: null,
    parse: parseProfileChoice,
    schema: { type: 'string' },
    inFrontMatter: true,
    isUsed: true,
  }),
  profiles: setting<OwnProfiles>({
    description: 'Kinds of brief of your own, by name, or a YAML file beside the settings file that holds them, or a list of such files. See the guide to house profiles.',
    default: {},
    parse: parseOwnProfiles,
    schema: { type: 'object' },
    inFrontMatter: false,
    isUsed: true,
    merge: (earlier, later) => ({ ...earlier, ...later }),
  }),
  preset: setting<'default' | 'strict'>({
    description: 'How much is reported: "strict" raises hints to information and information to warnings, and runs what is off by default.',
    default: 'default',
    parse: parseChoice(['default', 'strict']),
    schema: { type: 'string', enum: ['default', 'strict'] },
    inFrontMatter: false,
    isUsed: true,
  }),
  status: setting<'draft' | 'review' | 'final'>({
    description: 'How far the brief is. A draft is treated gently, a final brief must have no placeholder left.',
    default: 'review',
    parse: parseChoice(['draft', 'review', 'final']),
    schema: { type: 'string', enum: ['draft', 'review', 'final'] },
    inFrontMatter: true,
    isUsed: true,
  }),
  own: setting<readonly string[]>({
    description: 'Names of your own institution or team, whose results need no other source.',
    default: [],
    parse: parseTexts,
    schema: texts,
    inFrontMatter: true,
    isUsed: true,
  }),
  aliases: setting<readonly (readonly string[])[]>({
    description: 'Names of one and the same body, as lists: the full name first, then acronyms and other forms. Added to those that a brief defines.',
    default: [],
    parse: parseAliases,
    schema: {
      anyOf: [
        { type: 'array', items: { type: 'array', items: { type: 'string' } } },
        { type: 'object', additionalProperties: texts },
      ],
    },
    inFrontMatter: true,
    isUsed: true,
    merge: (earlier, later) => [...earlier, ...later],
  }),
  currency: setting<string | null>({
    description: 'The currency that bare signs such as $ and Rs stand for, as a code such as USD or PKR.',
    default: null,
    parse: parseCurrency,
    schema: { type: 'string', pattern: '^[A-Za-z]{3}\\b' },
    inFrontMatter: true,
    isUsed: true,
  }),
  bibliography: setting<readonly string[]>({
    description: 'Bibliography files of the briefs, if front matter names none.',
    default: [],
    parse: parseTexts,
    schema: texts,
    inFrontMatter: false,
    isUsed: true,
  }),
  citationStyle: setting<'apa' | 'chicago' | 'harvard'>({
    description: 'How hovers and new entries write a reference: "apa", "chicago" (author and date) or "harvard".',
    default: 'apa',
    parse: parseChoice(['apa', 'chicago', 'harvard']),
    schema: { type: 'string', enum: ['apa', 'chicago', 'harvard'] },
    inFrontMatter: true,
    isUsed: true,
  }),
  sources: setting<SourcePlaces>({
    description: 'Where the texts of sources lie: a folder, or files by key of the bibliography.',
    default: { folders: ['sources'], files: {} },
    parse: parseSources,
    schema: { anyOf: [texts, { type: 'object', additionalProperties: { type: 'string' } }] },
    inFrontMatter: true,
    isUsed: true,
    merge: (earlier, later) => ({
      folders: later.folders.length > 0 ? later.folders : earlier.folders,
      files: { ...earlier.files, ...later.files },
    }),
  }),
  lookup: setting<'off' | 'on'>({
    description:
      'Ask DOI registries and web pages for what entries of a bibliography lack, when you ask for it: "on" sends DOIs and addresses that a brief or its bibliography names, and nothing else. Off, nothing leaves this machine. Files that come with a brief cannot switch it on.',
    default: 'off',
    parse: parseChoice(['off', 'on']),
    schema: { type: 'string', enum: ['off', 'on'] },
    inFrontMatter: false,
    isForUserOnly: true,
    isUsed: true,
  }),
  include: setting<readonly string[]>({
    description: 'Globs of plain-text files that are briefs, such as "drafts/*.txt".',
    default: [],
    parse: parseTexts,
    schema: texts,
    inFrontMatter: false,
    isUsed: true,
  }),
  exclude: setting<readonly string[]>({
    description: 'Globs of files that are not checked.',
    default: [],
    parse: parseTexts,
    schema: texts,
    inFrontMatter: false,
    isUsed: true,
  }),
  rules: setting<Readonly<Record<string, RuleSetting>>>({
    description: 'Severity and options by rule: "off", "hint", "information", "warning", "error", or a map with "severity" and the options of the rule.',
    default: {},
    parse: parseRuleSettings(rules),
    schema: { type: 'object' },
    inFrontMatter: true,
    isUsed: true,
    merge: mergeRules,
  }),
} as const;

type SettingTable = typeof settingTable;

export type SettingKey = keyof SettingTable;

export type Settings = { readonly [K in SettingKey]: SettingTable[K]['default'] };

// The table has exactly the keys of its own type.
export const settingKeys = Object.keys(settingTable) as readonly SettingKey[];

/** May it stand in `.brieflint.yml`? */
export const isForFiles = (key: SettingKey): boolean => (settingTable[key] as Setting<unknown>).isForUserOnly !== true;

export const defaultSettings: Settings = {
  profile: settingTable.profile.default,
  profiles: settingTable.profiles.default,
  preset: settingTable.preset.default,
  status: settingTable.status.default,
  own: settingTable.own.default,
  aliases: settingTable.aliases.default,
  currency: settingTable.currency.default,
  bibliography: settingTable.bibliography.default,
  citationStyle: settingTable.citationStyle.default,
  sources: settingTable.sources.default,
  lookup: settingTable.lookup.default,
  include: settingTable.include.default,
  exclude: settingTable.exclude.default,
  rules: settingTable.rules.default,
};

export interface ResolvedSettings {
  readonly settings: Settings;
  readonly problems: readonly LayerProblem[];
}

/** Merges the layers in the order of `layerNames`, whatever order they come in. What cannot be read is a problem, and the earlier value stays. */
export const resolveSettings = (layers: readonly SettingsLayer[]): ResolvedSettings => {
  const inOrder = layerNames.flatMap((name) => layers.filter(({ layer }) => layer === name));
  const own = ownProfilesOf(inOrder);
  const problems: LayerProblem[] = [];
  let settings = defaultSettings;
  for (const layer of inOrder) {
    const report = (path: readonly string[], message: string, nearest?: Nearest): void => {
      problems.push(toProblem(layer, path, message, nearest));
    };
    for (const problem of layer.problems ?? []) problems.push({ layer: layer.layer, key: '', ...problem });
    for (const [key, value] of Object.entries(layer.values)) {
      const known = settingKeys.find((name) => name === key);
      if (known === undefined) report([key], unknownKey(key), nearestKey(key));
      else if (!isForFiles(known) && (layer.layer === 'config' || layer.layer === 'front-matter')) report([key], `"${key}" is set in the editor's own settings or on the command line, not in a file that comes with briefs`);
      else if (layer.layer === 'front-matter' && !settingTable[known].inFrontMatter) report([key], `"${key}" is not read from front matter`);
      else settings = applySetting(settings, own, known, value, (problem) => report([key, ...problem.path], problem.message, problem.nearest));
    }
  }
  return { settings, problems };
};

/** A profile may be named in one place and defined in another. */
const ownProfilesOf = (layers: readonly SettingsLayer[]): OwnProfiles =>
  layers.reduce<OwnProfiles>((own, { layer, values }) => (layer === 'front-matter' ? own : { ...own, ...parseOwnProfiles(values['profiles'] ?? null).value }), {});

const applySetting = (settings: Settings, own: OwnProfiles, key: SettingKey, raw: unknown, report: (problem: ValueProblem) => void): Settings => {
  // The compiler cannot see that parser, merge and value of one key go together.
  const definition = settingTable[key] as unknown as Setting<unknown>;
  const { value, problems } = definition.parse(raw, own);
  problems.forEach(report);
  if (value === undefined) return settings;
  return { ...settings, [key]: definition.merge ? definition.merge(settings[key], value) : value };
};

const nearestKey = (key: string): Nearest | undefined => {
  const nearest = nearestOf(key, settingKeys);
  return nearest === null ? undefined : { word: nearest, of: 'key' };
};

const unknownKey = (key: string): string => {
  const nearest = nearestOf(key, settingKeys);
  return nearest === null ? `"${key}" is no setting` : `"${key}" is no setting, the nearest is "${nearest}"`;
};

/** Editors and command lines hand over anything: what is no map of settings is no layer. */
export const toLayer = (layer: LayerName, values: unknown): SettingsLayer => ({ layer, values: isRecord(values) ? values : {} });
