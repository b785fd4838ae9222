/** A second reading by a language model: the client speaks with the model, the server knows what to ask and what the answers mean. */
import { ErrorCodes, ResponseError, type CancellationToken, type Connection } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { findProfileOf } from '../check';
import { compareReview, type ReviewNote } from '../core/features/review/compare-review';
import { KeptVerdicts } from '../core/features/review/kept-verdicts';
import { parseAnswers } from '../core/features/review/parse-answers';
import { reviewParts, reviewSentences, type ReviewPart, type ReviewSentence } from '../core/features/review/review-parts';
import { buildPrompt } from '../core/features/review/review-prompt';
import { keptFromReader, sentToReader } from '../core/features/review/what-is-sent';
import { buildReviewReport, noteMessage } from '../core/features/review/review-words';
import type { Profile } from '../core/profiles/profile';
import type { Host } from '../host';
import {
  reviewAnswersRequest,
  reviewNotesRequest,
  reviewPromptsRequest,
  type ReviewAnswersResult,
  type ReviewNotesResult,
  type ReviewPlace,
  type ReviewPrompt,
  type ReviewPromptsResult,
} from '../protocol';
import { asBrief, type CheckedBrief, type CheckedDocument } from './checked-document';
import type { Documents } from './documents';
import { answerRequest } from './requests';
import type { WorkspaceParts } from './workspace-check';

/** A client that never answers must not fill the memory. */
const mostAsked = 2_000;

interface AskedPart {
  readonly uri: string;
  readonly reader: string;
  readonly sentences: readonly ReviewSentence[];
}

/** What was asked and answered since the server started. An answer counts for the words that were asked about, whatever has become of the document since. */
export class Reviews {
  readonly verdicts = new KeptVerdicts();
  readonly #asked = new Map<number, AskedPart>();
  /** What could not be read, by document and reader; said in the report. */
  readonly #problems = new Map<string, readonly string[]>();
  #lastId = 0;

  ask(part: AskedPart): number {
    this.#lastId += 1;
    this.#asked.set(this.#lastId, part);
    for (const id of [...this.#asked.keys()].slice(0, Math.max(0, this.#asked.size - mostAsked))) this.#asked.delete(id);
    return this.#lastId;
  }

  answer(uri: string, id: number, text: string): ReviewAnswersResult {
    const part = this.#asked.get(id);
    if (part?.uri !== uri) return { labelled: 0, problems: ['nobody asked this'] };
    this.#asked.delete(id);
    const { verdicts, missing, problems: unread } = parseAnswers(text, part.sentences);
    for (const sentence of part.sentences) {
      const verdict = verdicts.get(sentence.number);
      if (verdict !== undefined) this.verdicts.keep(part.reader, sentence.key, verdict);
    }
    const problems = missing.length === 0 ? unread : [...unread, `no label for ${missing.length === 1 ? 'sentence' : 'sentences'} ${missing.join(', ')}`];
    const key = keyOf(part);
    this.#problems.set(key, [...(this.#problems.get(key) ?? []), ...problems]);
    return { labelled: verdicts.size, problems };
  }

  problemsOf(asked: Pick<AskedPart, 'uri' | 'reader'>): readonly string[] {
    return this.#problems.get(keyOf(asked)) ?? [];
  }

  /** Another round tells its own. */
  forgetProblems(asked: Pick<AskedPart, 'uri' | 'reader'>): void {
    this.#problems.delete(keyOf(asked));
  }

  forget(uri: string): void {
    for (const key of [...this.#problems.keys()]) if (key.startsWith(`${uri}\n`)) this.#problems.delete(key);
  }
}

const keyOf = ({ uri, reader }: Pick<AskedPart, 'uri' | 'reader'>): string => `${uri}\n${reader}`;

export const answerAboutReviews = (connection: Connection, host: Host, started: () => WorkspaceParts): void => {
  connection.onRequest(reviewPromptsRequest, (params: unknown, token: CancellationToken) =>
    answerRequest({ name: reviewPromptsRequest, params, token, shapes: [] }, host, async () => {
      const { documents, reviews } = started();
      const { uri, reader } = textsOf(params, ['uri', 'reader'], reviewPromptsRequest);
      return buildPrompts(reviews, await documents.check(uri), reader);
    }),
  );
  connection.onRequest(reviewAnswersRequest, (params: unknown, token: CancellationToken) =>
    answerRequest({ name: reviewAnswersRequest, params, token, shapes: [] }, host, () => {
      const { uri, text } = textsOf(params, ['uri', 'text'], reviewAnswersRequest);
      return Promise.resolve(started().reviews.answer(uri, idOf(params), text));
    }),
  );
  connection.onRequest(reviewNotesRequest, (params: unknown, token: CancellationToken) =>
    answerRequest({ name: reviewNotesRequest, params, token, shapes: [] }, host, () => {
      const { documents, reviews } = started();
      const { uri, reader, readerName } = textsOf(params, ['uri', 'reader', 'readerName'], reviewNotesRequest);
      return buildNotes(reviews, documents, { uri, reader, readerName });
    }),
  );
};

const textsOf = <Name extends string>(params: unknown, names: readonly Name[], request: string): Readonly<Record<Name, string>> => {
  const fields = (typeof params === 'object' && params !== null ? params : {}) as Readonly<Record<string, unknown>>; // Each is looked at below.
  const missing = names.filter((name) => typeof fields[name] !== 'string');
  if (missing.length > 0) throw new ResponseError(ErrorCodes.InvalidParams, `${request} needs ${missing.join(' and ')}, a text`);
  return fields as Readonly<Record<Name, string>>; // Those that are asked for are texts.
};

const idOf = (params: unknown): number => {
  const id: unknown = typeof params === 'object' && params !== null && 'id' in params ? params.id : undefined;
  if (typeof id !== 'number') throw new ResponseError(ErrorCodes.InvalidParams, `${reviewAnswersRequest} needs id, a number`);
  return id;
};

const buildPrompts = (reviews: Reviews, checked: CheckedDocument | undefined, reader: string): ReviewPromptsResult => {
  const document = checked && asBrief(checked);
  if (document === undefined) return { whyNothing: checked?.whyNothing ?? 'it is not open', parts: [], asked: 0, known: 0, sent: [], notSent: [] };
  const { brief, library, settings, uri } = document;
  reviews.forgetProblems({ uri, reader });
  const isNew = ({ key }: ReviewSentence): boolean => reviews.verdicts.find(reader, key) === undefined;
  const parts = reviewParts(brief, settings.own, isNew);
  const asked = parts.reduce((sum, { sentences }) => sum + sentences.length, 0);
  const toPrompt = (part: ReviewPart): ReviewPrompt => ({
    id: reviews.ask({ uri, reader, sentences: part.sentences }),
    title: part.headings.join(' > '),
    prompt: buildPrompt({ brief, library, profile: profileOf(document), own: settings.own }, part),
  });
  return { whyNothing: null, parts: parts.map(toPrompt), asked, known: reviewSentences(brief, settings.own).length - asked, sent: sentToReader, notSent: keptFromReader };
};

const profileOf = ({ settings }: CheckedDocument): Profile | null => findProfileOf(settings);

const buildNotes = async (reviews: Reviews, documents: Documents, asked: { readonly uri: string; readonly reader: string; readonly readerName: string }): Promise<ReviewNotesResult> => {
  const checked = await documents.check(asked.uri);
  const document = checked && asBrief(checked);
  if (document === undefined) return { version: checked?.version ?? 0, notes: [], labelled: 0, agreed: 0, report: '' };
  const { brief, findings, silenced, settings, converter } = document;
  const sentences = reviewSentences(brief, settings.own);
  const notes = compareReview({ brief, findings, silenced, profile: profileOf(document), own: settings.own }, sentences, ({ key }) => reviews.verdicts.find(asked.reader, key));
  const places = notes.flatMap((note) => toPlace(document, note));
  const report = buildReviewReport({
    title: brief.metadata.title?.value ?? fileNameOf(asked.uri),
    reader: asked.readerName,
    notes,
    unlabelled: sentences.length - notes.length,
    problems: reviews.problemsOf(asked),
    lineOf: (offset) => converter.toRange({ start: offset, end: offset }).start.line + 1,
  });
  return { version: document.version, notes: places, labelled: notes.length, agreed: notes.length - places.length, report };
};

const fileNameOf = (uri: string): string => {
  const { path } = URI.parse(uri);
  return path.slice(path.lastIndexOf('/') + 1);
};

const toPlace = ({ converter }: CheckedBrief, note: ReviewNote): readonly ReviewPlace[] =>
  note.outcome === 'agree' ? [] : [{ range: converter.toRange(note.sentence.span), outcome: note.outcome, message: noteMessage(note) }];
