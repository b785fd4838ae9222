import { CompletionItemKind, MarkupKind, type CompletionItem, type CompletionList, type Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { completeCitation, describeChoice, type CitationChoice } from '../core/features/citation-completion';
import { findCompletionPlace } from '../core/features/completion-place';
import type { CheckedDocument } from './checked-document';
import type { ClientFeatures } from './client-features';
import type { Converter } from './convert';
import type { Documents } from './documents';

/** Before these, a citation may be about to be typed. A blank counts in source lines alone. */
export const completionTriggers = ['@', '[', '^', '(', ' '];

/** Most of the times that we are asked, nothing like a citation stands before the cursor: told from a few words, before anything is checked. */
export const couldComplete = (document: TextDocument, position: Position): boolean => {
  const line = document.getText({ start: { line: position.line, character: 0 }, end: position });
  return findCompletionPlace(line, line.length) !== undefined;
};

export const buildCompletions = (document: CheckedDocument, position: Position, features: ClientFeatures): CompletionList | null => {
  const { brief, library, converter, settings } = document;
  if (brief === null) return null;
  const place = findCompletionPlace(brief.text, converter.toOffset(position));
  if (place === undefined || isInCode(document, place.typed.start)) return null;
  const { choices, isCut } = completeCitation(brief, library, place, settings.citationStyle);
  return { isIncomplete: isCut, items: choices.map((choice, index) => toItem(document.uri, converter, choice, index, features)) };
};

const isInCode = ({ brief }: CheckedDocument, offset: number): boolean =>
  brief?.blocks.some(({ kind, span }) => (kind === 'code' || kind === 'math') && span.start <= offset && offset <= span.end) === true;

/** Sorted as we found them: the best first. */
const toItem = (uri: string, converter: Converter, choice: CitationChoice, index: number, features: ClientFeatures): CompletionItem => ({
  label: choice.label,
  ...(features.completionDescriptions ? { labelDetails: { description: choice.description } } : {}),
  kind: CompletionItemKind.Reference,
  detail: choice.detail,
  filterText: choice.filterText,
  sortText: String(index).padStart(4, '0'),
  textEdit: { range: converter.toRange(choice.span), newText: choice.newText },
  ...(choice.additionalEdit === null ? {} : { additionalTextEdits: [converter.toTextEdit(choice.additionalEdit)] }),
  ...(choice.referenceId === null ? {} : { data: { uri, reference: choice.referenceId } }),
});

/** The whole reference, when an item is looked at. */
export const resolveCompletion = async (documents: Documents, item: CompletionItem): Promise<CompletionItem> => {
  const { uri, reference } = (typeof item.data === 'object' && item.data !== null ? item.data : {}) as Readonly<Record<string, unknown>>; // Each is looked at below.
  if (typeof uri !== 'string' || typeof reference !== 'string') return item;
  const document = await documents.check(uri);
  const value = document && describeChoice(document.library, reference, document.settings.citationStyle);
  return value === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
};
