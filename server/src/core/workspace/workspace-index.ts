import { areEqualSummaries, type BriefSummary } from './summary';

/** All briefs of a workspace by address. A new one is made only when a summary differs; equal summaries leave it as it is. */
export interface WorkspaceIndex {
  readonly summaries: ReadonlyMap<string, BriefSummary>;
  /** Addresses of the briefs that cite one of these works, sorted. */
  readonly briefsCiting: (identities: readonly string[]) => readonly string[];
  /** Addresses of the briefs that take references from a file, sorted. */
  readonly briefsNaming: (file: string) => readonly string[];
}

export const buildIndex = (summaries: ReadonlyMap<string, BriefSummary>): WorkspaceIndex => {
  const byWork = addressesBy(summaries, ({ works }) => works);
  const byFile = addressesBy(summaries, ({ files }) => files);
  return {
    summaries,
    briefsCiting: (identities) => [...new Set(identities.flatMap((identity) => byWork.get(identity) ?? []))].sort(),
    briefsNaming: (file) => [...(byFile.get(file) ?? [])].sort(),
  };
};

const addressesBy = (summaries: ReadonlyMap<string, BriefSummary>, namesOf: (summary: BriefSummary) => readonly string[]): ReadonlyMap<string, readonly string[]> => {
  const addresses = new Map<string, string[]>();
  for (const [address, summary] of summaries) {
    for (const name of namesOf(summary)) {
      const list = addresses.get(name);
      if (list === undefined) addresses.set(name, [address]);
      else list.push(address);
    }
  }
  return addresses;
};

export const emptyIndex: WorkspaceIndex = buildIndex(new Map());

/** The index after all these changes at once, for building it costs all briefs. null: the brief is gone. */
export const withSummaries = (index: WorkspaceIndex, changes: ReadonlyMap<string, BriefSummary | null>): WorkspaceIndex => {
  const summaries = new Map(index.summaries);
  let isSame = true;
  for (const [address, summary] of changes) {
    const known = index.summaries.get(address);
    if (summary === null ? known === undefined : known !== undefined && areEqualSummaries(known, summary)) continue;
    isSame = false;
    if (summary === null) summaries.delete(address);
    else summaries.set(address, summary);
  }
  return isSame ? index : buildIndex(summaries);
};
