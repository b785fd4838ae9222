import type { Brief, Section } from '../model/brief';
import type { SectionKey } from '../profiles/section-keys';

/** Does a section, or the nearest one above it that the vocabulary knows, have one of the keys? */
export function standsIn(brief: Brief, section: number, keys: ReadonlySet<SectionKey>): boolean {
  return brief.sections[section]?.inheritedKeys.some((key) => keys.has(key)) ?? false;
}

/** The section and those above it, innermost first. */
export function* sectionAndAncestors(brief: Brief, section: Section): Iterable<Section> {
  let current: Section | undefined = section;
  while (current !== undefined) {
    yield current;
    current = current.parent === null ? undefined : brief.sections[current.parent];
  }
}

export const summaryKeys: ReadonlySet<SectionKey> = new Set(['summary', 'key-messages', 'overview']);

export const recommendationKeys: ReadonlySet<SectionKey> = new Set(['recommendations', 'recommendation', 'decision-points']);

/** What stands here is proposed, imagined or advised, and states no fact that owes a source. */
export const proposalKeys: ReadonlySet<SectionKey> = new Set([
  ...recommendationKeys, 'options', 'criteria', 'comparison-of-options', 'objectives', 'proposal', 'proposals', 'implementation', 'next-steps',
  'financial', 'review', 'scenarios', 'exam-use', 'timing',
]);

/** Apparatus: methods, lists, notes on the authors. */
export const apparatusKeys: ReadonlySet<SectionKey> = new Set(['references', 'further-reading', 'disclosure', 'method', 'glossary', 'annex', 'assumptions']);

/** Sections that tell of the world rather than of what the authors did. */
export const backgroundKeys: ReadonlySet<SectionKey> = new Set(['introduction', 'problem', 'background', 'comparison', 'at-a-glance', 'data-point', 'headlines-miss']);
