/** Requests about claims: the list, what covers what, and the author's answers. Each is three steps: from the protocol, one call, to the protocol. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { answersFor, citationStub, citeStatement, findStatementAt, markAsCommonKnowledge, markAsOwn, whyNoAnswer, type AnswerKind, type Statement } from '../core/features/author-answers';
import { searchEntryOf } from '../core/features/citation-search';
import { listClaims, type ClaimSection, type ListedClaim } from '../core/features/claim-list';
import { listCoverage } from '../core/features/coverage-list';
import { rankReferences, type RankedReference } from '../core/features/likely-references';
import { formatReference } from '../core/library/format-reference';
import type { Edit } from '../core/lint/rule';
import type { Host } from '../host';
import {
  answerRequestName,
  citationChoicesRequest,
  claimsRequest,
  coverageRequest,
  type AnswerResult,
  type CitationChoiceItem,
  type CitationChoicesResult,
  type ClaimItem,
  type ClaimsResult,
  type CoverageResult,
  type ProtocolPosition,
} from '../protocol';
import { asBrief, type CheckedBrief } from './checked-document';
import { answerRequest } from './requests';
import type { WorkspaceParts } from './workspace-check';

export const answerAboutClaims = (connection: Connection, host: Host, started: () => WorkspaceParts): void => {
  const answer = (name: string, build: (document: CheckedBrief | undefined, params: StatementFields) => ClaimsResult | CoverageResult | CitationChoicesResult | AnswerResult): void => {
    connection.onRequest(name, (params: unknown, token: CancellationToken) =>
      answerRequest({ name, params, token, shapes: [] }, host, async () => {
        const fields = parseFields(params);
        const checked = fields.uri === '' ? undefined : await started().documents.check(fields.uri);
        return build(checked && asBrief(checked), fields);
      }),
    );
  };
  answer(claimsRequest, buildClaims);
  answer(coverageRequest, buildCoverage);
  answer(citationChoicesRequest, buildChoices);
  answer(answerRequestName, buildAnswer);
};

interface StatementFields {
  readonly uri: string;
  readonly position: ProtocolPosition | null;
  readonly answer: AnswerKind | null;
  readonly reference: string | null;
}

const kinds: readonly AnswerKind[] = ['citation', 'stub', 'own-analysis', 'common-knowledge'];

/** A client may send anything. */
const parseFields = (params: unknown): StatementFields => {
  const { uri, position, answer, reference } = (typeof params === 'object' && params !== null ? params : {}) as Readonly<Record<string, unknown>>; // Each is looked at below.
  return {
    uri: typeof uri === 'string' ? uri : '',
    position: isPosition(position) ? position : null,
    answer: kinds.find((kind) => kind === answer) ?? null,
    reference: typeof reference === 'string' ? reference : null,
  };
};

const isPosition = (value: unknown): value is ProtocolPosition =>
  typeof value === 'object' && value !== null && 'line' in value && 'character' in value && typeof value.line === 'number' && typeof value.character === 'number';

/** By the findings of a check. The list, and what is shown in the text, ask one after the other. */
const remembered = new WeakMap<CheckedBrief['findings'], readonly ClaimSection[]>();

const sectionsOf = ({ brief, settings, findings, silenced }: CheckedBrief): readonly ClaimSection[] => {
  const sections = remembered.get(findings) ?? listClaims({ brief, own: settings.own, findings, silenced });
  remembered.set(findings, sections);
  return sections;
};

const buildClaims = (document: CheckedBrief | undefined): ClaimsResult => {
  if (document === undefined) return { brief: null };
  const { converter, version } = document;
  const sections = sectionsOf(document).map(({ title, span, claims }) => ({ title, range: converter.toRange(span), claims: claims.map((claim) => toItem(document, claim)) }));
  return { brief: { version, sections } };
};

const toItem = ({ converter }: CheckedBrief, { span, text, state, kinds: claimKinds, cues, answer, asked }: ListedClaim): ClaimItem => ({
  range: converter.toRange(span),
  text,
  state,
  kinds: claimKinds,
  cues,
  answer,
  asked: asked === null ? null : { rule: asked.rule, message: asked.message, range: converter.toRange(asked.span), answers: answersFor(asked.rule) },
});

const buildCoverage = (document: CheckedBrief | undefined): CoverageResult => {
  if (document === undefined) return { brief: null };
  const { converter, version } = document;
  return { brief: { version, sentences: listCoverage(sectionsOf(document)).map(({ span, kind, words }) => ({ range: converter.toRange(span), kind, words })) } };
};

const statementAt = ({ brief, findings, converter }: CheckedBrief, position: ProtocolPosition | null): Statement | undefined =>
  position === null ? undefined : findStatementAt(brief, findings, converter.toOffset(position));

/** More than anybody looks through; the search in the list still finds those. */
const mostChoices = 2_000;

const buildChoices = (document: CheckedBrief | undefined, { position }: StatementFields): CitationChoicesResult => {
  const statement = document && statementAt(document, position);
  if (document === undefined || statement === undefined) return { statement: null, choices: [] };
  const ranked = rankReferences(document.brief, document.library, statement.sentence).slice(0, mostChoices);
  return { statement: statement.sentence.text, choices: ranked.map((each) => toChoice(document, each)) };
};

const toChoice = ({ brief, settings }: CheckedBrief, { reference, reason }: RankedReference): CitationChoiceItem => ({
  reference: reference.id,
  label: searchEntryOf(reference, brief.aliases).authorYear,
  description: reference.format === 'list' ? '' : `@${reference.id}`,
  detail: formatReference(reference, settings.citationStyle),
  reason,
});

const buildAnswer = (document: CheckedBrief | undefined, { position, answer, reference }: StatementFields): AnswerResult => {
  if (document === undefined) return { whyNot: 'This document is not checked as a brief.' };
  const statement = statementAt(document, position);
  if (statement === undefined || answer === null) return { whyNot: 'There is no statement here: put the cursor on a sentence.' };
  const edits = editsFor(document, statement, answer, reference);
  if (typeof edits === 'string') return { whyNot: edits };
  return { version: document.version, edits: edits.map(document.converter.toTextEdit) };
};

/** Edits, or why there are none. */
const editsFor = ({ brief, library, settings }: CheckedBrief, statement: Statement, answer: AnswerKind, id: string | null): readonly Edit[] | string => {
  const whyNot = whyNoAnswer(statement, answer);
  if (whyNot !== undefined) return whyNot;
  switch (answer) {
    case 'citation': {
      const reference = library.references.find((each) => each.id === id);
      return reference === undefined ? 'That work is no longer in the bibliography.' : citeStatement(brief, library, statement, reference, settings.citationStyle);
    }
    case 'stub':
      return citationStub(brief, statement);
    case 'own-analysis':
      return markAsOwn(brief, statement);
    case 'common-knowledge':
      return markAsCommonKnowledge(brief, statement) ?? 'Nothing here asks for a source that common knowledge could answer for.';
  }
};
