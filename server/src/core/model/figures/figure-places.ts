import type { SectionKey } from '../../profiles/section-keys';
import type { Quantity } from '../../text/quantity';
import type { Brief, Sentence } from '../brief';

/** The index of a quantity in `brief.quantities`, if it is a figure. */
export type FigureFinder = (quantity: Quantity) => number | undefined;

const summaryKeys: ReadonlySet<SectionKey> = new Set(['summary', 'key-messages', 'overview', 'conclusion', 'at-a-glance']);

/** Sections that say again what others say at length; so does what stands before the first heading. */
export const isSummary = (brief: Brief, section: number): boolean => {
  const found = brief.sections[section];
  if (!found) return false;
  return found.inheritedKeys.some((key) => summaryKeys.has(key)) || (found.keys.length === 0 && (found.heading === null || (section === 1 && found.heading.level === 1)));
};

/** Works cited in a sentence, by name and year or by key. */
export const sourcesOf = ({ citations }: Pick<Sentence, 'citations'>): string[] => [
  ...new Set(citations.flatMap(({ works }) => works.map(({ author, year, key }) => (author === null ? (key ?? '') : `${author} ${year ?? ''}`).toLowerCase().trim())).filter((source) => source !== '')),
];
