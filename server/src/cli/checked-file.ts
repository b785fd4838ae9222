import type { Finding, RelatedPlace } from '../core/lint/rule';
import { isAtLeast, type Severity } from '../core/lint/severity';
import type { Unchecked } from '../core/model/brief';
import type { LikelyProfile } from '../core/profiles/likely-profile';
import type { Span } from '../core/text/span';
import type { SummarizedFigure } from '../core/workspace/figure-summary';

/** A file that was read, and what was found in it. */
export interface CheckedFile {
  /** As given or found, with "/". */
  readonly path: string;
  /** Without a byte-order mark. */
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly unchecked: readonly Unchecked[];
  /** Where no profile is set: the one that its sections fit. */
  readonly likelyProfile?: LikelyProfile | null;
  /** Bibliography files that it names. */
  readonly bibliographies?: readonly CheckedBibliography[];
  /** What other briefs of the same command may know of it. */
  readonly figures?: BriefFigures;
  /** Other briefs that its findings point to. */
  readonly otherBriefs?: readonly NamedText[];
}

export interface BriefFigures {
  readonly title: string | null;
  readonly figures: readonly SummarizedFigure[];
  /** By their keys. */
  readonly places: ReadonlyMap<string, Span>;
}

/** A text that a related place may stand in, by the name that the place has for it. */
export interface NamedText {
  readonly name: string;
  /** As the report shows it. */
  readonly path: string;
  readonly text: string;
}

/** The other file that a related place stands in; undefined: it stands in this one. */
export const otherTextOf = ({ bibliographies = [], otherBriefs = [] }: CheckedFile, { file }: RelatedPlace): NamedText | undefined =>
  file === undefined ? undefined : [...bibliographies, ...otherBriefs].find(({ name }) => name === file);

export interface CheckedBibliography {
  /** As the brief or its settings name it. */
  readonly name: string;
  /** As the report shows it. */
  readonly path: string;
  /** Without a byte-order mark. */
  readonly text: string;
  readonly findings: readonly Finding[];
}

export type SeverityCounts = Readonly<Record<Severity, number>>;

export const countSeverities = (files: readonly CheckedFile[]): SeverityCounts => {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { findings } of files) for (const { severity } of findings) counts[severity] += 1;
  return counts;
};

/** The same files with only the findings that are as grave as `minimum`. */
export const withFindingsFrom = (files: readonly CheckedFile[], minimum: Severity): readonly CheckedFile[] =>
  files.map((file) => ({ ...file, findings: file.findings.filter(({ severity }) => isAtLeast(severity, minimum)) }));
