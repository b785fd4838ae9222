import type { Library } from '../library/library';
import type { Brief, Unchecked } from '../model/brief';
import type { Profile } from '../profiles/profile';
import type { Span } from '../text/span';
import type { OtherBrief } from '../workspace/figure-summary';
import type { Severity } from './severity';

export const ruleGroups = ['claims', 'citations', 'consistency', 'figures', 'structure', 'tables', 'recommendations', 'style', 'setup'] as const;

export type RuleGroup = (typeof ruleGroups)[number];

/** A small, executed example. `profile` and `frontMatter` are put around `text` before it is checked. */
export interface Example {
  /** Markdown. A flagged example gives exactly one finding of its rule, a clean one none. */
  readonly text: string;
  /** The profile it is checked under, where the rule needs one. */
  readonly profile?: string;
  /** Texts of sources by key; a bibliography with these keys is at hand. */
  readonly sources?: Readonly<Record<string, string>>;
  /** Other briefs of the workspace, by the name of their file. */
  readonly others?: Readonly<Record<string, string>>;
}

export interface RuleDocs {
  /** What it flags: one or two sentences. */
  readonly what: string;
  /** Why a writer would care. */
  readonly why: string;
  /** What to do about a finding. */
  readonly how: string;
  /** Where it is knowingly wrong or silent; one sentence each. */
  readonly limits: readonly string[];
  /** House style, handbook or standard that asks for it. */
  readonly authority: string | null;
  readonly flagged: readonly Example[];
  readonly clean: readonly Example[];
}

/** One option of a rule, as `rules: { NAME: { severity, KEY: value } }` sets it. */
export interface RuleOption {
  readonly type: 'number' | 'string' | 'boolean' | 'string-list';
  readonly default: number | string | boolean | readonly string[];
  readonly description: string;
}

export interface RuleMeta {
  /** Kebab-case, says the fault, and is the code for ever. */
  readonly name: string;
  readonly group: RuleGroup;
  readonly title: string;
  /** Level names with their default severity. A finding names its level; only the runner makes a severity of it. */
  readonly levels: Readonly<Record<string, Severity | 'off'>>;
  /** The surest fix that it offers. `safe`: no reader could mind; applied by fix-all. */
  readonly fix: 'safe' | 'suggestion' | 'none';
  /** Runs only under a profile (section rules); else the runner says "no profile" once. */
  readonly needsProfile?: boolean;
  /** Holds the brief against others of its workspace; where the door knows of none, it does not run. */
  readonly needsWorkspace?: boolean;
  readonly options: Readonly<Record<string, RuleOption>>;
  readonly docs: RuleDocs;
}

export interface Edit {
  readonly span: Span;
  readonly newText: string;
  /** The bibliography file that it changes, as `library.files` names it; without one, the brief. */
  readonly file?: string;
}

export interface Fix {
  /** Imperative, with the actual words: `Change "MoITT" to "Ministry of IT"`. */
  readonly title: string;
  readonly safe: boolean;
  /** Do not overlap. */
  readonly edits: readonly Edit[];
}

export interface RelatedPlace {
  readonly span: Span;
  readonly message: string;
  /** The bibliography file that it stands in, as `library.files` names it; without one, the brief. */
  readonly file?: string;
  /** A figure of another brief, by its key in that brief's summary. The door knows where it stands now; `span` says nothing. */
  readonly other?: { readonly brief: string; readonly figure: string };
}

/** What a rule yields. One per item and rule. */
export interface RuleFinding {
  readonly span: Span;
  /** A key of `meta.levels`. */
  readonly level: string;
  /** One sentence without a full stop, with the actual words or numbers. */
  readonly message: string;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
  /** 0..1, for claims. */
  readonly probability?: number;
  /** The text is superfluous (unused entry, unused suppression): editors fade it. */
  readonly isUnnecessary?: boolean;
  /** The bibliography file that `span` counts into, as `library.files` names it; without one, the brief. */
  readonly file?: string;
}

/** What every rule may read. No clock, no settings lookup beyond this. */
export interface RuleContext {
  readonly brief: Brief;
  /** null: no profile set. */
  readonly profile: Profile | null;
  /** Values of `meta.options`, defaults filled in. */
  readonly options: Readonly<Record<string, number | string | boolean | readonly string[]>>;
  /** Names of institutions whose results are the author's own. */
  readonly own: readonly string[];
  /** Declared currency ("PKR unless stated"), from settings or front matter; null if none. */
  readonly currency: string | null;
  /** YYYY-MM-DD; null where the door did not say. */
  readonly today: string | null;
  /** At least one bibliography is named in front matter or settings. */
  readonly hasBibliography: boolean;
  /** References of files, front matter and the brief's own list, and what each citation leads to. */
  readonly library: Library;
  /** The other briefs of the workspace, in a fixed order; absent where the door looks at one brief alone. */
  readonly others?: readonly OtherBrief[];
}

export interface Rule {
  readonly meta: RuleMeta;
  readonly check: (context: RuleContext) => Iterable<RuleFinding>;
  /** What the rule had to leave unchecked, and why. */
  readonly unchecked?: (context: RuleContext) => Iterable<Unchecked>;
}

/** Gives a rule its type; nothing else. */
export const defineRule = (rule: Rule): Rule => rule;

/** A finding as the runner hands it on: sorted, not suppressed, with its severity. */
export interface Finding extends RuleFinding {
  readonly rule: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
}
