/** What a second reader may say of a sentence: owes a source and has none, has one, owes none, tells of the author's own work. */
export const reviewLabels = ['N', 'S', 'O', 'A'] as const;

export type ReviewLabel = (typeof reviewLabels)[number];

/** The label of one sentence, with the reason in the reader's own words; empty where none was given. */
export interface Verdict {
  readonly label: ReviewLabel;
  readonly reason: string;
}
