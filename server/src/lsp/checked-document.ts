import type { Brief } from '../core/model/brief';
import type { Library } from '../core/library/library';
import type { Finding } from '../core/lint/rule';
import type { SilencedFinding } from '../core/lint/runner';
import type { LikelyProfile } from '../core/profiles/likely-profile';
import type { Settings } from '../settings';
import type { Converter } from './convert';
import { normalize } from './file-texts';

/** An open document at one version, with what was found in it. Never changes; the next version makes another. */
export interface CheckedDocument {
  readonly uri: string;
  readonly version: number;
  readonly converter: Converter;
  /** Where the client can name it in a pull for diagnostics. */
  readonly resultId: string;
  /** null where the document is not checked. */
  readonly brief: Brief | null;
  /** What its citations lead to. */
  readonly library: Library;
  readonly settings: Settings;
  readonly findings: readonly Finding[];
  /** Set aside by comments in the brief. */
  readonly silenced: readonly SilencedFinding[];
  /** Files that it takes its references from. */
  readonly bibliographies: readonly CheckedBibliography[];
  /** Where the texts of its sources lie, by the id of the reference. */
  readonly sourceUris: ReadonlyMap<string, string>;
  /** Reasons, each once. */
  readonly unchecked: readonly string[];
  /** The profile's id. */
  readonly profile: string | null;
  /** Where none is set: the one that the sections fit, if one does. */
  readonly likelyProfile: LikelyProfile | null;
  readonly whyNothing: string | null;
  /** Shown in place of findings: the document is too large. */
  readonly notice: string | null;
}

/** A document that is a brief. */
export interface CheckedBrief extends CheckedDocument {
  readonly brief: Brief;
}

export const asBrief = (document: CheckedDocument): CheckedBrief | undefined => (document.brief === null ? undefined : { ...document, brief: document.brief });

/** A bibliography file as a brief sees it. */
export interface CheckedBibliography {
  /** As the brief or its settings name it. */
  readonly name: string;
  readonly uri: string;
  readonly converter: Converter;
  readonly findings: readonly Finding[];
}

/** By the names that a brief has for its bibliographies. */
export const addressesOf = ({ bibliographies }: CheckedDocument): ((path: string) => string | undefined) => {
  const byName = new Map(bibliographies.map(({ name, uri }) => [name, normalize(uri)]));
  return (path) => byName.get(path);
};
