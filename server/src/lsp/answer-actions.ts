import { CodeActionKind, type CodeAction, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver';
import { answersFor, citationStub, citeStatement, findStatementAt, markAsCommonKnowledge, markAsOwn, type AnswerKind, type Statement } from '../core/features/author-answers';
import { rankReferences } from '../core/features/likely-references';
import { searchEntryOf } from '../core/features/citation-search';
import { asksForSource } from '../core/lint/asking';
import type { Edit, Finding } from '../core/lint/rule';
import { insertCitationCommand } from '../protocol';
import { asBrief, type CheckedBrief, type CheckedDocument } from './checked-document';

export interface AnswerOptions {
  /** The client lets the user pick a work; others are offered the likely ones in the lamp itself. */
  readonly picksCitations: boolean;
}

/** More would bury the other actions. */
const mostOffered = 3;

interface Answer {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** The author's answers to a finding that asks for a source. */
export const answerActions = (
  document: CheckedDocument,
  finding: Finding,
  diagnostic: Diagnostic,
  toEdit: (fix: { readonly edits: readonly Edit[] }) => WorkspaceEdit,
  { picksCitations }: AnswerOptions,
): CodeAction[] => {
  const checked = asBrief(document);
  const statement = checked && asksForSource(finding) ? findStatementAt(checked.brief, document.findings, finding.span.start) : undefined;
  if (checked === undefined || statement === undefined) return [];
  const isStubbed = finding.fixes?.some(({ edits }) => edits.some(({ newText }) => newText.includes('[Source'))) === true;
  const picker: CodeAction = {
    title: 'Insert citation…',
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    command: { title: 'Insert citation…', command: insertCitationCommand, arguments: [document.uri, diagnostic.range.start] },
  };
  const answers = answersFor(finding.rule)
    // The rule's own fix is the stub; where the user picks, it stands among the choices.
    .filter((kind) => kind !== 'stub' || !(isStubbed || picksCitations))
    .flatMap((kind) => (kind === 'citation' && picksCitations ? [] : plainAnswers(checked, statement, kind)));
  return [...(picksCitations ? [picker] : []), ...answers.map(({ title, edits }) => ({ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit: toEdit({ edits }) }))];
};

const plainAnswers = ({ brief, library, settings }: CheckedBrief, statement: Statement, kind: AnswerKind): readonly Answer[] => {
  switch (kind) {
    case 'citation':
      return rankReferences(brief, library, statement.sentence)
        .filter(({ isLikely }) => isLikely)
        .slice(0, mostOffered)
        .map(({ reference }) => ({ title: `Cite ${searchEntryOf(reference, brief.aliases).authorYear}`, edits: citeStatement(brief, library, statement, reference, settings.citationStyle) }));
    case 'stub':
      return [{ title: 'Add "([Source, year])"', edits: citationStub(brief, statement) }];
    case 'own-analysis':
      return [{ title: 'Mark as own analysis', edits: markAsOwn(brief, statement) }];
    case 'common-knowledge': {
      const edits = markAsCommonKnowledge(brief, statement);
      return edits === undefined ? [] : [{ title: 'Mark as common knowledge', edits }];
    }
  }
};
