/** Online lookup from the editor: only where the user's own settings have it on, only when the user asks, and only for the DOI or address at the cursor. */
import { CodeActionKind, ErrorCodes, MarkupKind, MessageType, ResponseError, ShowMessageNotification, type CodeAction, type CodeActionParams, type Hover, type Position } from 'vscode-languageserver';
import { buildReference } from '../core/library/build-reference';
import { formatReference, formatReferenceMarkdown } from '../core/library/format-reference';
import { isWorthAsking, lookupQuestionOf } from '../core/library/lookup-question';
import type { Reference } from '../core/library/reference';
import { doiOfAddress, readDoi } from '../core/library/reference-identifiers';
import { containsSpan, spanOf } from '../core/text/span';
import type { Lookup, LookupResult } from '../lookup/online-lookup';
import { lookUpCommand } from '../protocol';
import { asBrief, type CheckedBrief, type CheckedDocument } from './checked-document';
import type { WorkspaceParts } from './workspace-check';

const mostRemembered = 500;

/** What was looked up since the server started. */
export class Lookups {
  /** undefined: not in this place (a web worker). */
  readonly #create: (() => Lookup) | undefined;
  readonly #results = new Map<string, LookupResult>();
  #lookup: Lookup | undefined;

  constructor(create: (() => Lookup) | undefined) {
    this.#create = create;
  }

  get isPossible(): boolean {
    return this.#create !== undefined;
  }

  async lookUp(reference: Reference): Promise<LookupResult | undefined> {
    this.#lookup ??= this.#create?.();
    const result = await this.#lookup?.lookUp(reference);
    if (result !== undefined && result.completed !== null) {
      this.#results.set(keyOf(reference), result);
      for (const key of [...this.#results.keys()].slice(0, Math.max(0, this.#results.size - mostRemembered))) this.#results.delete(key);
    }
    return result;
  }

  resultFor(reference: Reference): LookupResult | undefined {
    return this.#results.get(keyOf(reference));
  }
}

const keyOf = ({ path, id, doi, url }: Reference): string => [path, id, doi, url].join('\n');

/** The entry that a citation at the place leads to, the entry itself where it stands in the brief, or the work behind a DOI in the text. */
const referenceAt = ({ brief, library }: CheckedBrief, offset: number): Reference | undefined => {
  const place = spanOf(offset, offset);
  const citations = [...brief.citations, ...brief.footnotes.flatMap((footnote) => footnote.citations)].filter(({ span }) => containsSpan(span, place));
  const works = citations.flatMap((citation) => (citation.works.length === 1 ? citation.works : citation.works.filter(({ span }) => containsSpan(span, place))));
  for (const work of works) {
    const reference = library.referenceOf(work);
    if (reference !== undefined) return reference;
    const doi = work.key === null ? null : (doiOfAddress(work.key) ?? (/^doi:/i.test(work.key) ? readDoi(work.key) : null));
    if (doi !== null) return buildReference({ id: doi, format: 'list', path: null, span: work.span, keySpan: null }, { doi });
  }
  return library.references.find(({ path, span }) => path === null && containsSpan(span, place));
};

/** Says what came of it; nothing is written anywhere. */
export const lookUpInEditor = async (parts: WorkspaceParts, uri: unknown, position: unknown): Promise<null> => {
  if (typeof uri !== 'string' || !isPosition(position)) throw new ResponseError(ErrorCodes.InvalidParams, `${lookUpCommand} needs the address of a document and a position in it`);
  const checked = await parts.documents.check(uri);
  const document = checked && asBrief(checked);
  const message = document === undefined ? 'This document is not checked as a brief, so there is nothing to look up.' : await outcomeOf(parts.lookups, document, position);
  await parts.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message: plain(message) });
  return null;
};

/** Editors make links of `[words](address)` in messages, commands among them; these words come from afar. */
const plain = (message: string): string => message.replace(/\](?=\()/g, '] ').replace(/\p{Cc}/gu, ' ').slice(0, 600);

const outcomeOf = async (lookups: Lookups, document: CheckedBrief, position: Position): Promise<string> => {
  if (document.settings.lookup !== 'on') return 'Online lookup is off. To send DOIs and addresses to registries, switch "brieflint.lookup" on in your user settings.';
  if (!lookups.isPossible) return 'There is no online lookup in the web.';
  const reference = referenceAt(document, document.converter.toOffset(position));
  if (reference === undefined || lookupQuestionOf(reference) === null) return 'There is no DOI or address here: put the cursor on a citation whose entry has one.';
  const result = await lookups.lookUp(reference);
  if (result === undefined || result.completed === null) return `"${reference.id}" could not be looked up: ${result?.problem ?? 'nobody answers'}.`;
  return `Looked up at ${result.from ?? 'a registry'}: ${formatReference(result.completed.reference, 'apa')}`;
};

/** Offered where an entry lacks something that its DOI or address may tell. */
export const lookUpActions = (document: CheckedDocument, { range, context }: CodeActionParams, lookups: Lookups): CodeAction[] => {
  const isWanted = context.only === undefined || context.only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix);
  const brief = asBrief(document);
  if (!isWanted || brief === undefined || document.settings.lookup !== 'on' || !lookups.isPossible) return [];
  const reference = referenceAt(brief, document.converter.toOffset(range.start));
  if (reference === undefined || !isWorthAsking(reference)) return [];
  const title = lookupQuestionOf(reference)?.kind === 'doi' ? 'Look this DOI up' : 'Look this address up';
  return [{ title, kind: CodeActionKind.QuickFix, command: { title, command: lookUpCommand, arguments: [document.uri, range.start] } }];
};

/** A hover with what was looked up of the work under it, told apart from what its entry says. */
export const withLookedUp = (hover: Hover | null, document: CheckedDocument, position: Position, lookups: Lookups): Hover | null => {
  const brief = asBrief(document);
  const reference = brief && referenceAt(brief, document.converter.toOffset(position));
  const result = reference && lookups.resultFor(reference);
  if (!result?.completed) return hover;
  const note = `Looked up at ${result.from ?? 'a registry'}: ${formatReferenceMarkdown(result.completed.reference, document.settings.citationStyle)}`;
  const before = hover !== null && typeof hover.contents === 'object' && 'value' in hover.contents ? `${hover.contents.value}\n\n---\n\n` : '';
  return { ...hover, contents: { kind: MarkupKind.Markdown, value: before + note } };
};

const isPosition = (value: unknown): value is Position =>
  typeof value === 'object' && value !== null && 'line' in value && 'character' in value && typeof value.line === 'number' && typeof value.character === 'number';
