import type { SectionKey } from './section-keys';
import type { Severity } from '../lint/severity';

/** What a kind of brief consists of. Data only; `id` is what writers put under `profile:`. */
export interface Profile {
  readonly id: string;
  readonly name: string;
  /** Where the requirements come from, for the docs. */
  readonly authority: string;
  /** `news` has no section rules and counts reporting attribution as a source. */
  readonly mode: 'brief' | 'news';
  /** Metadata that must be there, of title, author, date. */
  readonly metadata: readonly ('title' | 'author' | 'date')[];
  /** Each entry is satisfied by any of its keys. */
  readonly required: readonly (readonly SectionKey[])[];
  readonly optional: readonly SectionKey[];
  readonly forbidden: readonly SectionKey[];
  readonly order: readonly OrderRule[];
  /** Words of body text without references; null: no limit known. */
  readonly words: { readonly low: number; readonly high: number; readonly hard: number | null } | null;
  /** Words of the summary at most; null: 10% of the body. */
  readonly summaryWords: number | null;
  /** Severities that differ here, by rule name. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** Rule groups that run; null: all. */
  readonly groups: readonly string[] | null;
  readonly elements: ProfileElements;
  /** Rule groups that run in the sections of a key (and below them), in place of `groups`; a key that is absent has no say. */
  readonly sectionGroups: Readonly<Partial<Record<SectionKey, readonly string[]>>>;
  /** Headings of the house that name a section, in any language, added to the vocabulary. */
  readonly headings: Readonly<Partial<Record<SectionKey, readonly string[]>>>;
  /** What it extends and nobody knows: what it asks for is not known either, so no brief is held against it. */
  readonly missingBase?: string;
}

/** What a brief must hold beside its sections. Each is asked for by a rule of its own, which is silent where nothing is asked. */
export interface ProfileElements {
  /** The summary states at least one recommendation. */
  readonly recommendationInSummary: boolean;
  /** The recommendation stands in the first section, or begins within so many words of body text; null: not asked. */
  readonly askWithinWords: number | null;
  /** One option keeps things as they are, and there are two at least. */
  readonly statusQuoOption: boolean;
  /** What each option must state. */
  readonly optionParts: readonly OptionPart[];
  /** What the brief must say of itself. */
  readonly disclosures: readonly Disclosure[];
}

export type OptionPart = 'benefit' | 'harm' | 'cost' | 'certainty';
export type Disclosure = 'conflicts' | 'funding';

export const noElements: ProfileElements = { recommendationInSummary: false, askWithinWords: null, statusQuoOption: false, optionParts: [], disclosures: [] };

/** `first`/`last`: the section stands first (last) among those that the profile knows. `before`: `sections` in this order. */
export type OrderRule =
  | { readonly kind: 'first' | 'last'; readonly section: SectionKey }
  | { readonly kind: 'before'; readonly sections: readonly SectionKey[] };
