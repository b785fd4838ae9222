import {
  CodeActionKind,
  type AnnotatedTextEdit,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type Range,
  type SnippetTextEdit,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { findMissingSectionsFix } from '../core/features/add-missing-sections';
import { findSafeFix, safeEdits } from '../core/features/fix-all';
import { findIgnoreHere, ignoreInFile, withReason, type IgnoreFix } from '../core/features/ignore-fix';
import { findReferenceListFix } from '../core/features/reference-list';
import { findRewrites } from '../core/features/rewrite-citations';
import type { Finding, Fix } from '../core/lint/rule';
import type { Brief } from '../core/model/brief';
import { findRule } from '../core/rules/index';
import { explainRuleCommand, missingSectionsKind, type IgnoreActionData } from '../protocol';
import { answerActions, type AnswerOptions } from './answer-actions';
import type { CheckedDocument } from './checked-document';
import type { ClientFeatures } from './client-features';
import { diagnosticSource, keyOf, parseDiagnosticData } from './convert';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.brieflint`;

export const referenceListKind = `${CodeActionKind.Source}.referenceList.brieflint`;

/** All findings that the client asks about are answered, and only the kinds that it wants. */
export const buildCodeActions = (document: CheckedDocument, { context, range }: CodeActionParams, features: ClientFeatures, options: AnswerOptions = { picksCitations: false }): CodeAction[] => {
  const actions: CodeAction[] = [];
  const { brief } = document;
  if (brief === null) return actions;
  const seen = new Set<string>();
  for (const diagnostic of context.diagnostics) {
    const finding = findFinding(document, diagnostic);
    if (finding === undefined || seen.has(keyOf(finding))) continue;
    seen.add(keyOf(finding));
    actions.push(...fixActions(document, finding, diagnostic, features), ...answerActions(document, finding, diagnostic, (edits) => fixEdit(document, edits, features), options));
    const here = findIgnoreHere(brief, finding.span, finding.rule);
    if (here !== undefined) actions.push(ignoreAction(document, 'Ignore here with a reason', 'here', here, diagnostic, features));
    actions.push(ignoreAction(document, `Ignore ${finding.rule} in this file`, 'in-file', ignoreInFile(brief, finding.rule), diagnostic, features));
    actions.push(explainAction(finding, diagnostic));
  }
  actions.push(...citationActions(document, brief, range, features), ...missingSectionsActions(document, features), ...fixAllActions(document, features));
  return withoutRepeated(actions).filter(({ kind }) => isWanted(kind ?? '', context.only));
};

/** `quickfix` asks for `quickfix.x` too, `source` for `source.fixAll.brieflint`. */
const isWanted = (kind: string, only: readonly string[] | undefined): boolean =>
  only === undefined || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));

/** Findings at one place may offer the same step, which answers all of them. */
const withoutRepeated = (actions: readonly CodeAction[]): CodeAction[] => {
  const kept: CodeAction[] = [];
  for (const action of actions) {
    const same = action.kind === CodeActionKind.QuickFix ? kept.find((other) => other.title === action.title && other.kind === action.kind && isSameEdit(other, action)) : undefined;
    if (same) same.diagnostics = [...(same.diagnostics ?? []), ...(action.diagnostics ?? [])];
    else kept.push(action);
  }
  return kept;
};

const isSameEdit = (a: CodeAction, b: CodeAction): boolean => a.edit !== undefined && b.edit !== undefined && JSON.stringify(a.edit) === JSON.stringify(b.edit);

/** By the key that we sent along; where a client does not keep `data`, by rule and place. */
const findFinding = (document: CheckedDocument, diagnostic: Diagnostic): Finding | undefined => {
  if (diagnostic.source !== diagnosticSource) return undefined;
  const data = parseDiagnosticData(diagnostic.data);
  if (data !== undefined) return document.findings.find((finding) => keyOf(finding) === data.key);
  const start = document.converter.toOffset(diagnostic.range.start);
  return document.findings.find(({ rule, span, message }) => rule === diagnostic.code && span.start === start && message === diagnostic.message);
};

const fixActions = (document: CheckedDocument, finding: Finding, diagnostic: Diagnostic, features: ClientFeatures): CodeAction[] => {
  const preferred = findSafeFix(finding);
  return (finding.fixes ?? []).map((fix) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(fix === preferred ? { isPreferred: true } : {}),
    edit: fixEdit(document, fix, features),
  }));
};

/** Some fixes reach into a bibliography file. */
const fixEdit = (document: CheckedDocument, { edits }: Pick<Fix, 'edits'>, features: ClientFeatures): WorkspaceEdit => {
  const own = edits.filter(({ file }) => file === undefined);
  const edit = own.length > 0 || edits.length === 0 ? workspaceEdit(document, own.map(document.converter.toTextEdit), features) : {};
  return document.bibliographies.reduce((whole, { name, uri, converter }) => {
    const inFile = edits.filter(({ file }) => file === name).map(converter.toTextEdit);
    if (inFile.length === 0) return whole;
    if (features.documentChanges) return { documentChanges: [...(whole.documentChanges ?? []), { textDocument: { uri, version: null }, edits: inFile }] };
    return { changes: { ...whole.changes, [uri]: inFile } };
  }, edit);
};

/** Other ways to cite, at a citation; and the reference list, which belongs to no place. */
const citationActions = (document: CheckedDocument, brief: Brief, range: Range, features: ClientFeatures): CodeAction[] => {
  const { converter, library, settings } = document;
  const selection = { start: converter.toOffset(range.start), end: converter.toOffset(range.end) };
  const rewrites = findRewrites(brief, library, selection).map((fix) => ({ title: fix.title, kind: CodeActionKind.RefactorRewrite, edit: fixEdit(document, fix, features) }));
  const list = findReferenceListFix(brief, library, settings.citationStyle);
  return list === undefined ? rewrites : [...rewrites, { title: list.title, kind: referenceListKind, edit: fixEdit(document, list, features) }];
};

const ignoreAction = (document: CheckedDocument, title: string, ignores: IgnoreActionData['ignores'], fix: IgnoreFix, diagnostic: Diagnostic, features: ClientFeatures): CodeAction => ({
  title,
  kind: CodeActionKind.QuickFix,
  diagnostics: [diagnostic],
  data: { ignores } satisfies IgnoreActionData,
  edit: features.snippetEdits
    ? workspaceEdit(document, [snippetEdit(document, fix)], features)
    : workspaceEdit(document, [document.converter.toTextEdit(withReason(fix, 'reason: '))], features),
});

/** The reason is selected, to be typed over. */
const snippetEdit = (document: CheckedDocument, fix: IgnoreFix): SnippetTextEdit => {
  const { range, newText } = document.converter.toTextEdit(withReason({ ...fix, before: escapeSnippet(fix.before), after: escapeSnippet(fix.after) }, '${1:reason}'));
  return { range, snippet: { kind: 'snippet', value: newText } };
};

const escapeSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

const explainAction = (finding: Finding, diagnostic: Diagnostic): CodeAction => ({
  title: `Explain ${finding.rule}: ${findRule(finding.rule)?.meta.title ?? finding.rule}`,
  kind: CodeActionKind.QuickFix,
  diagnostics: [diagnostic],
  command: { title: `Explain ${finding.rule}`, command: explainRuleCommand, arguments: [finding.rule] },
});

/** All sections that the profile asks for, wherever the cursor is. */
const missingSectionsActions = (document: CheckedDocument, features: ClientFeatures): CodeAction[] => {
  const fix = findMissingSectionsFix(document.findings);
  return fix === undefined ? [] : [{ title: 'Add all missing sections', kind: missingSectionsKind, edit: fixEdit(document, fix, features) }];
};

const fixAllActions = (document: CheckedDocument, features: ClientFeatures): CodeAction[] => {
  const edits = safeEdits(document.findings);
  if (edits.length === 0) return [];
  return [{ title: 'Make all safe fixes of brieflint', kind: fixAllKind, edit: workspaceEdit(document, edits.map(document.converter.toTextEdit), features) }];
};

/** With the version it was made for, where the client can tell that it is no longer current. */
const workspaceEdit = ({ uri, version }: CheckedDocument, edits: (TextEdit | AnnotatedTextEdit | SnippetTextEdit)[], { documentChanges }: ClientFeatures): WorkspaceEdit => {
  const change: TextDocumentEdit = { textDocument: { uri, version }, edits };
  if (documentChanges) return { documentChanges: [change] };
  return { changes: { [uri]: edits.flatMap((edit) => ('newText' in edit ? [edit] : [])) } };
};
