/** Parsers for values of settings: what comes from a file or an editor is `unknown` until one of these has read it. */
import type { RuleOptionValue, RuleSetting } from './core/lint/lint-settings';
import type { Rule, RuleMeta, RuleOption } from './core/lint/rule';
import { severities, type Severity } from './core/lint/severity';
import { unknownRule } from './core/lint/suppressions';
import { nearestOf } from './core/text/nearest';

/** `path` leads from the setting to the faulty part: `['unsourced-statistic', 'severity']`; empty: the setting itself. */
export interface ValueProblem {
  readonly path: readonly string[];
  readonly message: string;
  readonly nearest?: Nearest;
}

/** What was probably meant, to stand in place of the key or the value; `new-key`: "key: value" that the map at the path lacks. */
export interface Nearest {
  readonly word: string;
  readonly of: 'key' | 'value' | 'new-key';
}

/** What could be read, and what could not. `undefined`: nothing, the value from before stays. */
export interface Parsed<T> {
  readonly value: T | undefined;
  readonly problems: readonly ValueProblem[];
}

export type Parser<T> = (value: unknown) => Parsed<T>;

const accept = <T>(value: T): Parsed<T> => ({ value, problems: [] });

const reject = (message: string, path: readonly string[] = []): Parsed<never> => ({ value: undefined, problems: [{ path, message }] });

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value as a reader of the message knows it, cut to a bearable length. */
export const show = (value: unknown): string => {
  if (Array.isArray(value)) return 'A list';
  if (typeof value === 'object' && value !== null) return 'A map';
  const text = String(value);
  return `"${text.length > 40 ? `${text.slice(0, 39)}…` : text}"`;
};

export const parseChoice =
  <T extends string>(choices: readonly T[]): Parser<T> =>
  (value) => {
    const chosen = choices.find((choice) => choice === value);
    if (chosen !== undefined) return accept(chosen);
    const nearest = typeof value === 'string' ? nearestOf(value, choices) : null;
    if (nearest === null) return reject(`${show(value)} is none of ${choices.join(', ')}`);
    return { value: undefined, problems: [{ path: [], message: `${show(value)} is not known, the nearest is "${nearest}"`, nearest: { word: nearest, of: 'value' } }] };
  };

/** One text, or a list of texts. */
export const parseTexts: Parser<readonly string[]> = (value) => {
  if (value === null) return accept([]);
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = list.filter((item) => typeof item === 'string').map((item) => item.trim());
  const odd = list.find((item) => typeof item !== 'string');
  return { value: texts.filter((text) => text !== ''), problems: odd === undefined ? [] : [{ path: [], message: `${show(odd)} is no text` }] };
};

/** Lists of names of one body: `[[PBS, Pakistan Bureau of Statistics]]`, or a map from the short name to the others. */
export const parseAliases: Parser<readonly (readonly string[])[]> = (value) => {
  if (value === null) return accept([]);
  if (isRecord(value)) {
    const classes = Object.entries(value).map(([name, others]) => ({ name, others: parseTexts(others) }));
    return {
      value: classes.map(({ name, others }) => [name, ...(others.value ?? [])]).filter((names) => names.length > 1),
      problems: classes.flatMap(({ name, others }) => others.problems.map(({ message }) => ({ path: [name], message }))),
    };
  }
  if (!Array.isArray(value)) return reject(`${show(value)} is no list of lists of names`);
  const rows: readonly unknown[] = value;
  const classes: (readonly string[])[] = [];
  const problems: ValueProblem[] = [];
  for (const row of rows) {
    const names = Array.isArray(row) ? parseTexts(row) : reject(`${show(row)} is no list of names`);
    problems.push(...names.problems);
    if (names.value && names.value.length > 1) classes.push(names.value);
  }
  return { value: classes, problems };
};

/** An ISO 4217 code, alone or with words after it: "PKR", "PKR unless stated". */
export const parseCurrency: Parser<string | null> = (value) => {
  if (value === '' || value === null) return accept(null);
  return typeof value === 'string' && /^[A-Za-z]{3}\b(?!-)/.test(value.trim())
    ? accept(value.trim().slice(0, 3).toUpperCase())
    : reject(`${show(value)} is no currency code such as USD or PKR`);
};

/** Where texts of sources lie: folders, and single files by the key of their bibliography entry. */
export interface SourcePlaces {
  readonly folders: readonly string[];
  readonly files: Readonly<Record<string, string>>;
}

export const parseSources: Parser<SourcePlaces> = (value) => {
  if (!isRecord(value)) {
    const folders = parseTexts(value);
    return { value: folders.value && { folders: folders.value, files: {} }, problems: folders.problems };
  }
  const files = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const problems = Object.entries(value)
    .filter(([, path]) => typeof path !== 'string')
    .map(([key, path]) => ({ path: [key], message: `${show(path)} is no path of a file` }));
  return { value: { folders: [], files: Object.fromEntries(files) }, problems };
};

const severityOrOff = ['off', ...severities] as const;
const parseSeverity: Parser<Severity | 'off'> = parseChoice(severityOrOff);

/** `rules: { NAME: off | warning | { severity: warning, OPTION: … } | { severity: { LEVEL: off } } }`. */
export const parseRuleSettings =
  (rules: readonly Rule[]): Parser<Readonly<Record<string, RuleSetting>>> =>
  (value) => {
    if (value === null) return accept({});
    if (!isRecord(value)) return reject(`${show(value)} is no map from rules to severities`);
    const settings: Record<string, RuleSetting> = {};
    const problems: ValueProblem[] = [];
    for (const [name, raw] of Object.entries(value)) {
      const rule = rules.find(({ meta }) => meta.name === name);
      if (!rule) {
        problems.push({ path: [name], message: unknownRule(name, rules.map(({ meta }) => meta.name)) });
        continue;
      }
      const parsed = isRecord(raw) ? parseRuleObject(rule, raw) : severityAlone(parseSeverity(raw));
      problems.push(...parsed.problems.map((problem) => ({ ...problem, path: [name, ...problem.path] })));
      if (parsed.value) settings[name] = parsed.value;
    }
    return { value: settings, problems };
  };

const severityAlone = ({ value, problems }: Parsed<Severity | 'off'>): Parsed<RuleSetting> => ({
  value: value && { severity: value, levels: {}, options: {} },
  problems,
});

const parseRuleObject = ({ meta }: Rule, raw: Readonly<Record<string, unknown>>): Parsed<RuleSetting> => {
  const problems: ValueProblem[] = [];
  const options: Record<string, RuleOptionValue> = {};
  const severity = parseRuleSeverity(Object.keys(meta.levels), raw['severity']);
  problems.push(...severity.problems.map((problem) => ({ ...problem, path: ['severity', ...problem.path] })));
  for (const [key, value] of Object.entries(raw)) {
    if (key === 'severity') continue;
    const option = Object.hasOwn(meta.options, key) ? meta.options[key] : undefined;
    const parsed = option ? parseOption(option, value) : reject(unknownOption(meta, key, value));
    problems.push(...parsed.problems.map((problem) => ({ ...problem, path: [key] })));
    if (parsed.value !== undefined) options[key] = parsed.value;
  }
  return { value: { severity: severity.value?.severity ?? null, levels: severity.value?.levels ?? {}, options }, problems };
};

const unknownOption = ({ levels, options }: RuleMeta, key: string, value: unknown): string => {
  // `{ lexical: hint }` comes naturally to whoever knows the levels.
  if (Object.hasOwn(levels, key)) return `"${key}" is a level of this rule: write severity: {${key}: ${typeof value === 'string' ? value : 'hint'}}`;
  const known = Object.keys(options);
  const nearest = nearestOf(key, [...known, 'severity']);
  if (nearest !== null) return `"${key}" is no option of this rule, the nearest is "${nearest}"`;
  return known.length === 0 ? `"${key}" is no option, the rule has none` : `"${key}" is none of the rule's options ${known.join(', ')}`;
};

const parseRuleSeverity = (levels: readonly string[], raw: unknown): Parsed<Pick<RuleSetting, 'severity' | 'levels'>> => {
  if (raw === undefined) return accept({ severity: null, levels: {} });
  if (!isRecord(raw)) {
    const { value, problems } = parseSeverity(raw);
    return { value: { severity: value ?? null, levels: {} }, problems };
  }
  const byLevel: Record<string, Severity | 'off'> = {};
  const problems: ValueProblem[] = [];
  for (const [level, value] of Object.entries(raw)) {
    const parsed = levels.includes(level) ? parseSeverity(value) : reject(`"${level}" is none of the rule's levels ${levels.join(', ')}`);
    problems.push(...parsed.problems.map((problem) => ({ ...problem, path: [level] })));
    if (parsed.value) byLevel[level] = parsed.value;
  }
  return { value: { severity: null, levels: byLevel }, problems };
};

const parseOption = (option: RuleOption, value: unknown): Parsed<RuleOptionValue> => {
  switch (option.type) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? accept(value) : reject(`${show(value)} is no number`);
    case 'string':
      return typeof value === 'string' ? accept(value) : reject(`${show(value)} is no text`);
    case 'boolean':
      return typeof value === 'boolean' ? accept(value) : reject(`${show(value)} is neither true nor false`);
    case 'string-list':
      return parseTexts(value);
  }
};
