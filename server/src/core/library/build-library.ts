import type { Brief } from '../model/brief';
import type { CitedWork } from '../text/citation';
import type { CitationUse, Library, LibraryInputs, Resolution } from './library';
import type { Reference } from './reference';
import { ReferenceIndex } from './reference-index';
import { workKeys } from './same-work';

export const emptyInputs: LibraryInputs = { files: [], unreadable: [], texts: new Map() };

const notListed: Resolution = { kind: 'not-listed' };

/** Of a text that is no brief. */
export const emptyLibrary: Library = { references: [], files: [], unreadable: [], hasReferences: false, resolve: () => notListed, referenceOf: () => undefined, exactReferenceOf: () => undefined, referencesOf: () => [], usesOf: () => [], textOf: () => undefined };

/** `own` are the references that stand in the brief itself: its plain list and its front matter. */
export function buildLibrary(brief: Brief, inputs: LibraryInputs, own: readonly Reference[]): Library {
  const references = [...inputs.files.flatMap((file) => file.references), ...own];
  const resolutions = references.length === 0 ? new Map<CitedWork, Resolution>() : resolveAll(brief, references);
  const twins = twinsOf(references);
  const uses = new Map<Reference, CitationUse[]>();
  for (const use of usesIn(brief)) {
    for (const reference of referencesOf(resolutions.get(use.work) ?? notListed)) {
      for (const twin of twins.get(reference) ?? [reference]) {
        const list = uses.get(twin);
        if (list) list.push(use);
        else uses.set(twin, [use]);
      }
    }
  }
  const resolve = (work: CitedWork): Resolution => resolutions.get(work) ?? notListed;
  return {
    references,
    files: inputs.files,
    unreadable: inputs.unreadable,
    hasReferences: references.length > 0,
    resolve,
    referenceOf: (work) => foundIn(resolve(work)),
    exactReferenceOf: (work) => {
      const resolution = resolve(work);
      return resolution.kind === 'found' && resolution.yearDiffers ? undefined : foundIn(resolution);
    },
    referencesOf: (work) => referencesOf(resolve(work)),
    usesOf: (reference) => uses.get(reference) ?? [],
    textOf: (reference) => inputs.texts.get(reference.id),
  };
}

/** Every work that the brief cites, in notes too. */
const usesIn = (brief: Brief): readonly CitationUse[] =>
  [...brief.citations, ...brief.footnotes.flatMap((footnote) => footnote.citations)].flatMap((citation) => citation.works.map((work) => ({ citation, work })));

/** First what agrees in everything; then what is left, which may not take for its own what is cited already. */
function resolveAll(brief: Brief, references: readonly Reference[]): ReadonlyMap<CitedWork, Resolution> {
  const index = new ReferenceIndex(references, brief.aliases);
  const resolutions = new Map<CitedWork, Resolution>();
  const cited = new Set<Reference>();
  const open: CitationUse[] = [];
  for (const use of usesIn(brief)) {
    const resolution = index.resolve(use.citation, use.work, () => true);
    resolutions.set(use.work, resolution);
    if (resolution.kind === 'missing') open.push(use);
    else for (const reference of referencesOf(resolution)) cited.add(reference);
  }
  for (const { citation, work } of open) resolutions.set(work, index.resolve(citation, work, (reference) => cited.has(reference)));
  return resolutions;
}

const foundIn = (resolution: Resolution): Reference | undefined => (resolution.kind === 'found' ? resolution.reference : undefined);

const referencesOf = (resolution: Resolution): readonly Reference[] => {
  if (resolution.kind === 'found') return [resolution.reference];
  return resolution.kind === 'ambiguous' ? resolution.references : [];
};

/** Entries of one and the same work: whoever cites one of them cites them all. */
function twinsOf(references: readonly Reference[]): ReadonlyMap<Reference, readonly Reference[]> {
  const byWork = new Map<string, Set<Reference>>();
  for (const reference of references) {
    const keys = workKeys(reference);
    const twins = keys.map((key) => byWork.get(key)).find((set) => set !== undefined) ?? new Set<Reference>();
    twins.add(reference);
    for (const key of keys) byWork.set(key, twins);
  }
  return new Map([...byWork.values()].filter((twins) => twins.size > 1).flatMap((twins) => [...twins].map((reference) => [reference, [...twins]] as const)));
}
