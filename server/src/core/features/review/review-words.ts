/** Notes of a review in words: one for each place, and a report to read. */
import { escapeMarkdown } from '../../library/format-reference';
import { shorten } from '../../lint/message-words';
import { withHostsOnly } from '../../text/address-hosts';
import { type ReviewNote, type ReviewOutcome, reviewOutcomes } from './compare-review';
import type { ReviewLabel } from './review-label';

/** For a place in the text; no full stop, like all messages. */
export const noteMessage = ({ outcome, label, reason, fact, rule }: ReviewNote): string => {
  const because = reason === '' ? '' : `: "${reason}"`;
  switch (outcome) {
    case 'agree':
      return label === 'N' ? `A language model would ask for a source too${because}` : `A language model would not ask for a source either${because}`;
    case 'only-reader-asks':
      return `A language model would ask for a source${because}`;
    case 'only-brieflint-asks':
      return `A language model would not ask for a source here, ${rule ?? 'brieflint'} does${because}`;
    case 'contradicted':
      return `A language model ${labelWords[label]}, but ${fact ?? 'the text says otherwise'}${because}`;
  }
};

const labelWords: Readonly<Record<ReviewLabel, string>> = {
  N: 'would ask for a source',
  S: 'sees a source',
  O: 'sees no need for a source',
  A: "takes this for the author's own",
};

export const outcomeTitles: Readonly<Record<ReviewOutcome, string>> = {
  'only-reader-asks': 'The model asks for a source, brieflint does not',
  'only-brieflint-asks': 'brieflint asks for a source, the model does not',
  contradicted: 'The text speaks against the model',
  agree: 'Both agree',
};

export interface ReportInput {
  readonly title: string;
  /** The name of the model. */
  readonly reader: string;
  readonly notes: readonly ReviewNote[];
  /** Sentences without a label. */
  readonly unlabelled: number;
  readonly problems: readonly string[];
  /** From 1. */
  readonly lineOf: (offset: number) => number;
}

/** A page to read beside the brief, in Markdown. Where both agree that nothing is owed, a count is enough. */
export const buildReviewReport = (input: ReportInput): string => {
  const { notes } = input;
  const sections = reviewOutcomes.flatMap((outcome) => sectionOf(input, outcome, notes.filter((note) => note.outcome === outcome)));
  const left = input.unlabelled === 0 ? [] : [`${sentencesIn(input.unlabelled)} without a label: run the review again to ask about ${input.unlabelled === 1 ? 'it' : 'them'}.`];
  const problems = input.problems.length === 0 ? [] : ['## What could not be read', input.problems.map((problem) => `- ${plain(problem)}`).join('\n')];
  return `${[`# Second reading of ${plain(input.title)}`, opening(input), ...sections, ...left, ...problems].join('\n\n')}\n`;
};

const opening = ({ reader, notes }: ReportInput): string =>
  `${plain(reader)} labelled ${sentencesIn(notes.length)}. It is a second opinion: models err, nothing in the brief was changed, and brieflint's own findings stand as they were.`;

const sectionOf = (input: ReportInput, outcome: ReviewOutcome, notes: readonly ReviewNote[]): readonly string[] => {
  if (notes.length === 0) return [];
  const heading = `## ${outcomeTitles[outcome]} (${notes.length})`;
  const shown = outcome === 'agree' ? notes.filter(({ label }) => label === 'N') : notes;
  const hidden = notes.length - shown.length;
  const rest = hidden === 0 ? [] : [`On ${sentencesIn(hidden)}, both ask for nothing.`];
  return [heading, ...(shown.length === 0 ? [] : [tableOf(input, shown)]), ...rest];
};

const tableOf = ({ lineOf }: ReportInput, notes: readonly ReviewNote[]): string => {
  const rows = notes.map(({ sentence, reason, fact, rule }) => [String(lineOf(sentence.span.start)), cell(shorten(sentence.words, 140)), cell(reason), cell(fact ?? rule ?? '')]);
  // Where only the model asks, brieflint has nothing to say.
  const head = ['Line', 'Sentence', 'The model', ...(notes.some(({ fact, rule }) => (fact ?? rule) !== null) ? ['brieflint'] : [])];
  const lines = [head, head.map((_, i) => (i === 0 ? '---:' : '---')), ...rows.map((row) => row.slice(0, head.length))];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
};

const sentencesIn = (count: number): string => `${count} ${count === 1 ? 'sentence' : 'sentences'}`;

const cell = (words: string): string => (words === '' ? '–' : plain(words));

/** Nothing that comes from a model or from the brief becomes a link, a picture or a table: bare addresses do by themselves, whatever is escaped. */
const plain = (words: string): string => escapeMarkdown(withHostsOnly(words));
