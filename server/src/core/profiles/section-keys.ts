/** The section vocabulary's keys. What headings name them, and which satisfy each other, is in `vocabulary.ts`. */
export const sectionKeys = [
  'summary', 'key-messages', 'introduction', 'problem', 'background', 'method', 'evidence', 'findings', 'analysis', 'comparison',
  'at-a-glance', 'headlines-miss', 'timeline', 'data-point', 'implications', 'swot', 'scenarios', 'constraints', 'risks', 'options',
  'criteria', 'impacts', 'comparison-of-options', 'objectives', 'recommendations', 'recommendation', 'decision-points', 'implementation',
  'next-steps', 'financial', 'legal', 'consultation', 'equity', 'review', 'conclusion', 'references', 'further-reading', 'disclosure',
  'faq', 'exam-use', 'position', 'counter-arguments', 'proposal', 'proposals', 'timing', 'considerations', 'issue', 'overview', 'quote', 'case',
  'limitations', 'glossary', 'annex', 'figure', 'assumptions',
] as const;

export type ShippedSectionKey = (typeof sectionKeys)[number];

declare const ownSection: unique symbol;

/** A section that a house has added to the vocabulary: "theory-of-change". Only `toOwnKey` makes one. */
export type OwnSectionKey = string & { readonly [ownSection]: true };

export type SectionKey = ShippedSectionKey | OwnSectionKey;

export const findShippedKey = (name: string): ShippedSectionKey | undefined => sectionKeys.find((key) => key === name);

/** undefined: no words joined by dashes, or a name that every JavaScript object has. */
export const toOwnKey = (name: string): OwnSectionKey | undefined =>
  /^[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*$/u.test(name) && !(name in {}) ? (name as OwnSectionKey) : undefined; // That is what the brand stands for.
