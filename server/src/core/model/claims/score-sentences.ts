import type { Section, Sentence } from '../brief';
import { createNotes } from '../sentence-memory';
import { leadSentence } from './coverage';
import { describeSentence } from './features';
import { probabilityOf, scoreOf, shippedModel } from './scorer';
import { placeInDocument, type SentenceContext } from './sentence-context';
import { signsOf } from './surroundings';
import type { Voice } from './voice';
import type { Wording } from './wording';

/** How many sentences before and after one the model looks at. */
const reach = 10;

/** What the features of sentences were read from. */
interface Draft {
  readonly context: SentenceContext;
  readonly signs: readonly number[];
  readonly author: string;
}

/** The score of a sentence but for its place in the document, which moves at each line that is written. */
interface KeptScore {
  readonly draft: Draft;
  readonly index: number;
  readonly score: number;
}

const kept = createNotes<KeptScore>();

/** How likely it is that an editor would ask for a source, by the sentence's index. Sentences with nothing new around them keep their score from draft to draft. */
export function scoreSentences(context: SentenceContext): readonly number[] {
  const draft = { context, signs: signsOf(context), author: authorOf(context.voice) };
  const { sentences } = context.brief;
  const known = sentences.map((sentence) => kept.get(sentence));
  const isKept = keptScores(draft, known);
  return sentences.map((sentence, index) => {
    const last = known[index];
    const score = last !== undefined && isKept[index] === true ? last.score : scoreAnywhere(context, sentence);
    kept.set(sentence, { draft, index, score });
    return probabilityOf(score + placeWeight * placeInDocument(context, sentence));
  });
}

function scoreAnywhere(context: SentenceContext, sentence: Sentence): number {
  const features = describeSentence(context, sentence);
  features[placeName] = 0;
  return scoreOf(features);
}

const placeName = 'place in document';
const placeWeight = shippedModel.weights[placeName] ?? 0;

/** Names and pages of the author. */
const authorOf = ({ ownNames, ownHosts }: Voice): string => [[...ownNames].join('\n'), [...ownHosts].join('\n')].join('\n\n');

/** Neighbours that have moved together, all the same as in the draft before. */
interface Stretch {
  readonly first: number;
  /** How far from their places in the draft before. */
  readonly shift: number;
  readonly sectionShift: number;
}

/** By the sentence's index: has nothing changed that its score depends on? */
function keptScores(draft: Draft, known: readonly (KeptScore | undefined)[]): readonly boolean[] {
  const before = known.find((score) => score !== undefined)?.draft;
  const { sentences } = draft.context.brief;
  const isKept = sentences.map(() => false);
  if (before?.author !== draft.author) return isKept;
  const count = sentences.length;
  const countBefore = before.context.brief.sentences.length;
  const close = ({ first, shift }: Stretch, next: number): void => {
    const from = first === 0 && shift === 0 ? 0 : first + reach;
    const to = next === count && shift === countBefore - count ? count : next - reach;
    for (let index = from; index < to; index++) isKept[index] = true;
  };
  let stretch: Stretch | undefined;
  for (const [index, sentence] of sentences.entries()) {
    const last = known[index];
    const isSame = last?.draft === before && isSameAround(before, last.index, draft, index);
    const shift = isSame ? last.index - index : 0;
    const sectionShift = isSame ? (before.context.brief.sentences[last.index]?.section ?? 0) - sentence.section : 0;
    if (isSame && stretch?.shift === shift && stretch.sectionShift === sectionShift) continue;
    if (stretch) close(stretch, index);
    stretch = isSame ? { first: index, shift, sectionShift } : undefined;
  }
  if (stretch) close(stretch, count);
  return isKept;
}

/** Is all that the document says of a sentence what it was? Its words are the same already. */
function isSameAround(before: Draft, at: number, now: Draft, index: number): boolean {
  const [a, b] = [before.context, now.context];
  const [one, other] = [a.brief.sentences[at], b.brief.sentences[index]];
  return (
    one !== undefined &&
    other !== undefined &&
    before.signs[at] === now.signs[index] &&
    a.words[at] === b.words[index] &&
    a.placeInSection[at] === b.placeInSection[index] &&
    a.coverage.close[at]?.reason === b.coverage.close[index]?.reason &&
    isSameWording(a.voice.wordings[at], b.voice.wordings[index]) &&
    isSameParagraph(a, at, b, index) &&
    isSameSection(a.brief.sections[one.section], b.brief.sections[other.section]) &&
    isLed(a, one) === isLed(b, other)
  );
}

const isLed = ({ brief }: SentenceContext, sentence: Sentence): boolean => leadSentence(brief, sentence) !== null;

const isSameWording = (a: Wording | undefined, b: Wording | undefined): boolean => a === b || (a?.words === b?.words && a?.subjectKind === b?.subjectKind && a?.names.join('\n') === b?.names.join('\n'));

function isSameParagraph(a: SentenceContext, at: number, b: SentenceContext, index: number): boolean {
  const [one, other] = [a.runs[at], b.runs[index]];
  if (one === undefined || other === undefined || at - one.first !== index - other.first || one.last - at !== other.last - index) return false;
  const [before, now] = [a.paragraphs.get(one), b.paragraphs.get(other)];
  return before?.cited === now?.cited && before?.results === now?.results && before?.speaking === now?.speaking;
}

/** The model knows the first ten by their numbers. */
const isSameSection = (a: Section | undefined, b: Section | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && Math.min(10, a.index) === Math.min(10, b.index) && a.heading?.text === b.heading?.text && a.inheritedKeys.join(' ') === b.inheritedKeys.join(' '));
