/**
 * What our client and server say to each other beyond the Language Server Protocol: names and types, no logic. An editor that
 * knows nothing of this file still gets everything but the status item.
 */
import type { AnswerKind } from './core/features/author-answers';
import type { ClaimState } from './core/features/claim-list';
import type { CoverageReach } from './core/features/coverage-words';
import type { PreviewMarkKind } from './core/features/preview-marks';
import type { Severity } from './core/lint/severity';
import type { Profile } from './core/profiles/profile';

/** `initializationOptions`; every field may be missing. */
export interface InitializationOptions {
  /** Address of the folder with the rule pages, ending in "/". Default: docs/rules/ beside the bundle, where there is a disk. */
  readonly docsBase?: string;
  /** The client listens to `brieflint/status`. */
  readonly wantsStatus?: boolean;
  /** The client opens `brieflint-source:` addresses, and asks for their text with `brieflint/sourceText`. */
  readonly opensSourceTexts?: boolean;
  /** The client has `brieflint.insertCitation`, which lets the user pick a work; it need not be offered works one by one. */
  readonly picksCitations?: boolean;
}

/**
 * Read-only documents with the words of a source that an editor cannot show, such as a PDF. The query is the JSON of `SourceTextParams`,
 * the fragment the line ("L12").
 */
export const sourceTextScheme = 'brieflint-source';

/** Client to server: the text behind such an address. */
export const sourceTextRequest = 'brieflint/sourceText';

export interface SourceTextParams {
  /** Address of an open brief, and the id of a reference that it cites. */
  readonly brief: string;
  readonly reference: string;
}

/** null: there is no such text any more. */
export interface SourceTextResult {
  readonly text: string | null;
}

/** Server to client, after each check of an open document. */
export const statusNotification = 'brieflint/status';

export interface StatusParams {
  readonly uri: string;
  /** null: no profile set. */
  readonly profile: string | null;
  /** What people call the profile. */
  readonly profileName?: string | null;
  /** Where none is set: the one that the sections fit, if one does. */
  readonly likelyProfile?: LikelyProfileItem | null;
  readonly findings: Readonly<Record<Severity, number>>;
  /** Reasons in plain words, each once, in order. */
  readonly unchecked: readonly string[];
  /** Why a document is not checked at all; null where it is. */
  readonly whyNothing: string | null;
}

export interface LikelyProfileItem {
  readonly id: string;
  readonly name: string;
  /** Why: "summary, problem, recommendations". */
  readonly reasons: string;
}

/** Client to server: the kinds of brief that may be chosen for a file. It need not be open, nor there. */
export const profilesRequest = 'brieflint/profiles';

export interface ProfilesParams {
  readonly uri: string;
}

export interface ProfilesResult {
  /** The house's own, as its settings define them; they go before shipped ones of the same id. */
  readonly own: readonly Profile[];
  /** Of an open brief without a profile. */
  readonly likely: LikelyProfileItem | null;
}

/** Client to server: check this open document as a brief though its language is not Markdown. */
export const checkAsBriefNotification = 'brieflint/checkAsBrief';

export interface CheckAsBriefParams {
  readonly uri: string;
}

/** Server to client, where the server has no disk (web worker). */
export const readFileRequest = 'brieflint/readFile';

export interface ReadFileParams {
  readonly uri: string;
}

/** null: there is no such file, or it is too large to send. */
export interface ReadFileResult {
  readonly text: string | null;
}

/** Server to client, where the server has no disk: all files below a folder with one of these endings, sorted, ignored files left out. */
export const findFilesRequest = 'brieflint/findFiles';

export interface FindFilesParams {
  readonly folderUri: string;
  /** Without the dot: "md". */
  readonly extensions: readonly string[];
}

export interface FindFilesResult {
  readonly uris: readonly string[];
}

/** Server to client, where the server has no disk: the files (not folders) in a folder. */
export const listFolderRequest = 'brieflint/listFolder';

export interface ListFolderParams {
  readonly uri: string;
}

export interface ListFolderResult {
  readonly names: readonly string[];
}

/** Server to client, where the server has no disk: is there such a file, and has it changed? */
export const findFileRequest = 'brieflint/findFile';

export interface FindFileParams {
  readonly uri: string;
}

/** null: there is none. */
export interface FindFileResult {
  readonly file: { readonly size: number; readonly stamp: string } | null;
}

/** Server to client, where the server has no disk: the content of a file, which may be no text. */
export const readBytesRequest = 'brieflint/readBytes';

export interface ReadBytesParams {
  readonly uri: string;
}

/** null: there is no such file, or it is too large to send. */
export interface ReadBytesResult {
  readonly base64: string | null;
}

/** Web worker to client: where the bundle with the reader of PDFs lies. A worker does not know where it was loaded from. */
export const pdfReaderRequest = 'brieflint/pdfReader';

export interface PdfReaderResult {
  readonly uri: string;
}

/** Client to server: what to ask a language model about an open brief. Only sentences that it has not labelled yet. */
export const reviewPromptsRequest = 'brieflint/review/prompts';

export interface ReviewPromptsParams {
  readonly uri: string;
  /** Which model: another one is asked anew. */
  readonly reader: string;
}

export interface ReviewPromptsResult {
  /** null: the document is checked. */
  readonly whyNothing: string | null;
  readonly parts: readonly ReviewPrompt[];
  /** Sentences that are asked about, and those whose label is known. */
  readonly asked: number;
  readonly known: number;
  /** What the prompts hold of the brief and what they leave out, in words for the user. */
  readonly sent: readonly string[];
  readonly notSent: readonly string[];
}

export interface ReviewPrompt {
  /** To send back with the answer. */
  readonly id: number;
  /** The headings, for a line of progress. */
  readonly title: string;
  readonly prompt: string;
}

/** Client to server: what the model answered to one part. */
export const reviewAnswersRequest = 'brieflint/review/answers';

export interface ReviewAnswersParams {
  readonly uri: string;
  readonly id: number;
  readonly text: string;
}

export interface ReviewAnswersResult {
  /** Sentences that got a label. */
  readonly labelled: number;
  /** What could not be read, in words. */
  readonly problems: readonly string[];
}

/** Client to server: what is known of the brief as it stands now. Sentences that have changed since are not in it. */
export const reviewNotesRequest = 'brieflint/review/notes';

export interface ReviewNotesParams {
  readonly uri: string;
  readonly reader: string;
  /** The model's name, for the report. */
  readonly readerName: string;
}

export interface ReviewNotesResult {
  readonly version: number;
  /** Sentences with a label where brieflint and the model do not agree. */
  readonly notes: readonly ReviewPlace[];
  readonly labelled: number;
  readonly agreed: number;
  /** To read, in Markdown. */
  readonly report: string;
}

export interface ReviewPlace {
  readonly range: { readonly start: ReviewPosition; readonly end: ReviewPosition };
  readonly outcome: 'only-reader-asks' | 'only-brieflint-asks' | 'contradicted';
  readonly message: string;
}

interface ReviewPosition {
  readonly line: number;
  readonly character: number;
}

/**
 * Commands that the server runs (`workspace/executeCommand`). Language clients register them by themselves: an extension must not do so again,
 * but may answer them first in its `executeCommand` middleware.
 */
export const checkWorkspaceCommand = 'brieflint.checkWorkspace';

/** The kind of code action that puts in all sections which the profile asks for and the brief lacks. */
export const missingSectionsKind = 'source.missingSections.brieflint';

/** Arguments: the rule's name. Opens the rule's page. */
export const explainRuleCommand = 'brieflint.explainRule';

/** Arguments: address of a document and a position in it. Looks up online what the entry cited there lacks, if the user has that switched on. */
export const lookUpCommand = 'brieflint.lookUp';

/** Result of `brieflint.checkWorkspace`. */
export interface CheckWorkspaceResult {
  readonly files: number;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly wasCancelled: boolean;
}

export interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}

export interface ProtocolRange {
  readonly start: ProtocolPosition;
  readonly end: ProtocolPosition;
}

/** Client to server: the claims of an open brief, by section. */
export const claimsRequest = 'brieflint/claims';

export interface ClaimsParams {
  readonly uri: string;
}

/** null: the document is not open, or not checked as a brief. */
export interface ClaimsResult {
  readonly brief: { readonly version: number; readonly sections: readonly ClaimSectionItem[] } | null;
}

export interface ClaimSectionItem {
  /** null: before the first heading. */
  readonly title: string | null;
  readonly range: ProtocolRange;
  readonly claims: readonly ClaimItem[];
}

export interface ClaimItem {
  readonly range: ProtocolRange;
  readonly text: string;
  readonly state: ClaimState;
  readonly kinds: readonly string[];
  readonly cues: readonly string[];
  /** What answers for it, in plain words. */
  readonly answer: string | null;
  /** What is asked about it, where it is asked, and what the author can answer. */
  readonly asked: { readonly rule: string; readonly message: string; readonly range: ProtocolRange; readonly answers: readonly AnswerKind[] } | null;
}

/** Client to server: what covers the sentences of an open brief. Parameters: `ClaimsParams`. */
export const coverageRequest = 'brieflint/coverage';

/** null: the document is not open, or not checked as a brief. */
export interface CoverageResult {
  readonly brief: { readonly version: number; readonly sentences: readonly CoverageItem[] } | null;
}

export interface CoverageItem {
  readonly range: ProtocolRange;
  readonly kind: CoverageReach | 'open';
  readonly words: string;
}

/** Client to server: what a rendered open brief can show where it stands. Parameters: `ClaimsParams`. */
export const previewRequest = 'brieflint/preview';

/** null: the document is not open, or not checked as a brief. */
export interface PreviewResult {
  readonly brief: {
    readonly version: number;
    readonly marks: readonly PreviewMarkItem[];
    /** Entries of the brief's own reference list that a mark leads to. */
    readonly entries: readonly ProtocolRange[];
  } | null;
}

export interface PreviewMarkItem {
  readonly range: ProtocolRange;
  readonly kind: PreviewMarkKind;
  /** Plain text, in lines. */
  readonly message: string;
  /** Index into `entries`; null where the work is not in the brief's own list. */
  readonly entry: number | null;
}

/** Client to server: the figures of an open brief by what they measure. Parameters: `ClaimsParams`. */
export const figuresRequest = 'brieflint/figures';

/** null: the document is not open, or not checked as a brief. */
export interface FiguresResult {
  readonly brief: { readonly version: number; readonly conflicts: number; readonly measures: readonly MeasureItem[] } | null;
}

/** What is measured, those with a conflict first. */
export interface MeasureItem {
  readonly title: string;
  readonly conflicts: number;
  readonly figures: readonly FigureItem[];
}

export interface FigureItem {
  readonly range: ProtocolRange;
  readonly written: string;
  /** "2.35 to 2.45 million"; null where the figure is exact as it stands. */
  readonly reading: string | null;
  /** Place, time and group, in the words of the brief. */
  readonly setting: string;
  /** The section, and the table. */
  readonly place: string;
  readonly source: string | null;
  /** What it does not agree with, in plain words. */
  readonly contradicts: readonly string[];
}

/** Client to server: the recommendations of an open brief, each with its parts. Parameters: `ClaimsParams`. */
export const recommendationsRequest = 'brieflint/recommendations';

/** null: the document is not open, or not checked as a brief. */
export interface RecommendationsResult {
  readonly brief: { readonly version: number; readonly recommendations: readonly RecommendationItem[] } | null;
}

export interface RecommendationItem {
  readonly range: ProtocolRange;
  readonly what: string;
  readonly parts: readonly RecommendationPartItem[];
  /** Citations in its own words. */
  readonly restsOn: readonly RecommendationSourceItem[];
  /** Places of the analysis that speak of the same. */
  readonly carriedBy: readonly RecommendationSourceItem[];
}

export interface RecommendationPartItem {
  readonly kind: 'who' | 'by-when' | 'cost' | 'measure';
  /** null: nothing says it. */
  readonly text: string | null;
  readonly range: ProtocolRange;
  /** What a rule says of its lack; null where none asks. */
  readonly asked: string | null;
  readonly isFixable: boolean;
}

export interface RecommendationSourceItem {
  readonly range: ProtocolRange;
  readonly text: string;
  readonly section: string | null;
  readonly words: readonly string[];
}

/** Client to server: figures that changed between an earlier text of an open brief and the brief as it stands. */
export const compareFiguresRequest = 'brieflint/compareFigures';

export interface CompareFiguresParams {
  readonly uri: string;
  /** The earlier text. */
  readonly before: string;
}

/** null: the document is not open, or not checked as a brief. */
export interface CompareFiguresResult {
  readonly changes: readonly FigureChangeItem[] | null;
}

export interface FigureChangeItem {
  readonly subject: string;
  readonly before: string;
  readonly after: FigurePlaceItem;
  /** Where the old value still stands. */
  readonly leftBehind: readonly FigurePlaceItem[];
}

export interface FigurePlaceItem {
  readonly range: ProtocolRange;
  readonly written: string;
  readonly place: string;
}

/** Client to server: the works that the statement at a place could cite, best first. */
export const citationChoicesRequest = 'brieflint/citationChoices';

export interface StatementParams {
  readonly uri: string;
  readonly position: ProtocolPosition;
}

export interface CitationChoicesResult {
  /** null: no statement stands there. */
  readonly statement: string | null;
  readonly choices: readonly CitationChoiceItem[];
}

export interface CitationChoiceItem {
  /** For `AnswerParams`. */
  readonly reference: string;
  /** "Harbour Office (2025)". */
  readonly label: string;
  /** The key, where there is one. */
  readonly description: string;
  /** The whole reference. */
  readonly detail: string;
  /** Why it is likely to be the source, in plain words; null where it is only one of many. */
  readonly reason: string | null;
}

/** Client to server: the edit that answers for the statement at a place. */
export const answerRequestName = 'brieflint/answer';

export interface AnswerParams extends StatementParams {
  readonly answer: AnswerKind;
  /** The work to be cited, for `citation`. */
  readonly reference?: string;
}

/** `whyNot`, in plain words for the user: there is no such answer here. */
export type AnswerResult =
  | { readonly version: number; readonly edits: readonly { readonly range: ProtocolRange; readonly newText: string }[] }
  | { readonly whyNot: string };

/** `data` of the quick fixes that set a finding aside, by which a client can tell them from the others. */
export interface IgnoreActionData {
  readonly ignores: 'here' | 'in-file';
}

/** Commands of the client that a lamp of ours may name, where it says that it has them. Arguments: address of the document, position of the finding. */
export const insertCitationCommand = 'brieflint.insertCitation';
