import type { Library } from '../library/library';
import type { Reference } from '../library/reference';
import { workKeys } from '../library/same-work';
import type { Brief } from '../model/brief';
import { nociteKeys } from '../model/nocite';
import { areEqualFigures, summarizeFigures, type SummarizedFigure } from './figure-summary';

/** What other briefs may know of a brief: small, plain, without offsets. */
export interface BriefSummary {
  readonly title: string | null;
  /** Identities of the works that it cites, or lists without citing them (`nocite`), sorted; see `identitiesOf`. */
  readonly works: readonly string[];
  /** Addresses of the bibliography files that it takes references from, sorted. */
  readonly files: readonly string[];
  /** Figures whose words say what, where and when by themselves, in order. */
  readonly figures: readonly SummarizedFigure[];
}

/** Where a bibliography file lies, by its name in the brief: two briefs name one file in two ways. */
export type AddressOf = (path: string) => string | undefined;

export const summarize = (brief: Brief, library: Library, addressOf: AddressOf): BriefSummary => {
  const listed = new Set(nociteKeys(brief).map(({ key }) => key));
  const cited = library.references.filter((reference) => library.usesOf(reference).length > 0 || (reference.format !== 'list' && listed.has(reference.id)));
  return {
    title: brief.metadata.title?.value ?? null,
    works: [...new Set(cited.flatMap((reference) => identitiesOf(reference, addressOf)))].sort(),
    files: library.files.flatMap(({ path }) => addressOf(path) ?? []).sort(),
    figures: summarizeFigures(brief),
  };
};

/** By what a work is known in every brief: its entry in a file, its DOI, its author with title and year. Two entries that share one are one work. */
export const identitiesOf = (reference: Reference, addressOf: AddressOf): readonly string[] => {
  const address = reference.path === null ? undefined : addressOf(reference.path);
  return [...(address === undefined ? [] : [`entry:${address}#${reference.id}`]), ...workKeys(reference)];
};

export const areEqualSummaries = (a: BriefSummary, b: BriefSummary): boolean =>
  a.title === b.title && areEqualLists(a.works, b.works) && areEqualLists(a.files, b.files) && areEqualFigures(a.figures, b.figures);

const areEqualLists = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((item, index) => item === b[index]);
