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
}

/** `first`/`last`: the section stands first (last) among those that the profile knows. `before`: `sections` in this order. */
export type OrderRule =
  | { readonly kind: 'first' | 'last'; readonly section: SectionKey }
  | { readonly kind: 'before'; readonly sections: readonly SectionKey[] };
