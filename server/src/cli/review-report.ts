import { type ReviewNote, type ReviewOutcome, reviewOutcomes } from '../core/features/review/compare-review';
import type { ReviewSentence } from '../core/features/review/review-parts';
import { outcomeTitles } from '../core/features/review/review-words';
import { shorten } from '../core/lint/message-words';
import { placesIn, type Places } from './places';
import { withoutControls } from './terminal-text';
import { counted, type Colors } from './text-report';

export interface ReviewResult {
  readonly path: string;
  /** Of the brief. */
  readonly text: string;
  readonly notes: readonly ReviewNote[];
  readonly unlabelled: readonly ReviewSentence[];
  readonly problems: readonly string[];
}

export const buildReviewText = (result: ReviewResult, colors: Colors): string => {
  const { path, text, notes, unlabelled, problems } = result;
  const places = placesIn(text);
  const groups = reviewOutcomes.flatMap((outcome) => groupOf(outcome, notes, places, colors));
  const lines = [summaryOf(notes)];
  if (unlabelled.length > 0) lines.push(`Without a label: ${counted(unlabelled.length, 'sentence')} (number ${fewOf(unlabelled.map(({ number }) => String(number)))}).`);
  if (problems.length > 0) lines.push('Not understood:', ...problems.map((problem) => `  ${withoutControls(problem)}`));
  return `${[colors.underline(withoutControls(path)), ...groups, lines.join('\n')].join('\n\n')}\n`;
};

const groupOf = (outcome: ReviewOutcome, all: readonly ReviewNote[], places: Places, colors: Colors): readonly string[] => {
  const notes = all.filter((note) => note.outcome === outcome && (outcome !== 'agree' || note.label === 'N'));
  if (notes.length === 0) return [];
  const title = outcome === 'agree' ? 'Both ask for a source' : outcomeTitles[outcome];
  return [[colors.bold(`${title} (${notes.length})`), ...notes.map((note) => noteLines(note, places, colors))].join('\n')];
};

const noteLines = ({ sentence, label, reason, fact, rule }: ReviewNote, places: Places, colors: Colors): string => {
  const { line, column } = places.placeOf(sentence.span.start);
  const lines = [`  ${line}:${column}  ${withoutControls(shorten(sentence.words, 100))}`, `      ${colors.dim(`model: ${label}`)}${reason === '' ? '' : `  ${withoutControls(reason)}`}`];
  if (fact !== null || rule !== null) lines.push(`      ${colors.dim('brieflint:')} ${withoutControls(fact ?? rule ?? '')}`);
  return lines.join('\n');
};

const summaryOf = (notes: readonly ReviewNote[]): string => {
  const count = (outcome: ReviewOutcome): number => notes.filter((note) => note.outcome === outcome).length;
  return `${counted(notes.length, 'sentence')} labelled: ${count('agree')} agreed on, ${count('only-reader-asks')} only the model asks about, ${count('only-brieflint-asks')} only brieflint asks about, ${count('contradicted')} where the text speaks against the model.`;
};

const fewOf = (words: readonly string[]): string => (words.length <= 12 ? words.join(', ') : `${words.slice(0, 12).join(', ')} and ${words.length - 12} more`);

/** For programs: fields may be added, never changed. */
export const buildReviewJson = ({ path, text, notes, unlabelled, problems }: ReviewResult): string => {
  const places = placesIn(text);
  const placeOf = ({ number, span: { start, end } }: ReviewSentence): Readonly<Record<string, number>> => ({ number, start, end, ...places.placeOf(start) });
  const report = {
    version: 1,
    path,
    notes: notes.map(({ sentence, outcome, label, reason, fact, rule }) => ({ ...placeOf(sentence), outcome, label, reason, fact, rule })),
    unlabelled: unlabelled.map(placeOf),
    problems,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
};
