import { ErrorCodes, MessageType, ResponseError, ShowMessageNotification, type CancellationToken, type ChangeAnnotation, type Position, type Range, type RenameFile, type TextDocumentEdit, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import { Utils, URI } from 'vscode-uri';
import { findFigureToRename, renameFigure, type LeftOut } from '../core/features/figures/rename-figure';
import { findRenameTarget, renameKeyInBrief, renameKeyInLists, renameLabel, takenKeys, takenLabels, whyNotName, type RenameEdit, type RenameTarget } from '../core/features/rename-key';
import type { Reference } from '../core/library/reference';
import { identitiesOf } from '../core/workspace/summary';
import { addressesOf, type CheckedBrief } from './checked-document';
import { findSubject, type CitationSubject } from './citation-subject';
import type { ClientFeatures } from './client-features';
import { normalize } from './file-texts';
import { inBackground } from './in-background';
import { textOfPlace } from './places';
import type { WorkspaceParts } from './workspace-check';

/** The name or figure under the cursor; null where nothing can be renamed. */
export const prepareRename = async (parts: WorkspaceParts, uri: string, position: Position, token: CancellationToken): Promise<{ readonly range: Range; readonly placeholder: string } | null> => {
  const subject = await findSubject(parts, uri, position, token);
  const target = subject && (targetOf(subject) ?? figureOf(subject));
  if (subject === undefined || target === undefined) return null;
  const text = textOfPlace(subject.document, subject.kind === 'entry' ? subject.path : null);
  return text === undefined ? null : { range: text.converter.toRange(target.span), placeholder: target.name };
};

export interface RenameRequest {
  readonly uri: string;
  readonly position: Position;
  readonly newName: string;
}

export const rename = async (parts: WorkspaceParts, { uri, position, newName }: RenameRequest, token: CancellationToken): Promise<WorkspaceEdit | null> => {
  const subject = await findSubject(parts, uri, position, token);
  const target = subject && targetOf(subject);
  if (subject === undefined) return null;
  if (target === undefined) return subject.kind === 'brief' && figureOf(subject) !== undefined ? renameQuantity(parts, subject, newName) : null;
  const { document } = subject;
  const wanted = target.kind === 'key' ? newName.trim().replace(/^-?@\{?|\}$/gu, '') : newName.trim().replace(/^\[?\^|\]$/gu, '');
  const problem = whyNotName(target, wanted, target.kind === 'key' ? takenKeys(document.library) : takenLabels(document.brief));
  if (problem !== null) throw new ResponseError(ErrorCodes.InvalidParams, problem);
  const edits = new EditsByFile(parts);
  if (target.kind === 'label') edits.add(document, renameLabel(document.brief, target.name, wanted));
  else await renameKeyEverywhere(parts, document, { from: target.name, to: wanted }, edits, token);
  return edits.toWorkspaceEdit(document.uri, parts.session.features);
};

const targetOf = (subject: CitationSubject): RenameTarget | undefined => {
  if (subject.kind === 'brief') return findRenameTarget(subject.document.brief, subject.document.library, subject.offset);
  const { id, keySpan } = subject.reference;
  return keySpan === null ? undefined : { kind: 'key', name: id, span: keySpan };
};

const figureOf = (subject: CitationSubject): ReturnType<typeof findFigureToRename> => (subject.kind === 'brief' ? findFigureToRename(subject.document.brief, subject.offset) : undefined);

const renameQuantity = (parts: WorkspaceParts, { document, offset }: Extract<CitationSubject, { kind: 'brief' }>, newName: string): WorkspaceEdit => {
  const renamed = renameFigure(document.brief, offset, newName);
  if ('whyNot' in renamed) throw new ResponseError(ErrorCodes.InvalidParams, renamed.whyNot);
  if (renamed.leftOut.length > 0) tellLeftOut(parts, renamed.leftOut);
  const edits = new EditsByFile(parts);
  edits.add(document, renamed.edits.map(({ span, newText }) => ({ path: null, span, newText })));
  return edits.toWorkspaceEdit(document.uri, parts.session.features);
};

/** As many as a message can hold. */
const mostTold = 3;

const tellLeftOut = ({ connection }: WorkspaceParts, leftOut: readonly LeftOut[]): void => {
  const more = leftOut.length > mostTold ? [`${String(leftOut.length - mostTold)} more`] : [];
  const message = [...leftOut.slice(0, mostTold).map((one) => one.message), ...more].join('; ');
  inBackground(connection, 'saying what stays', connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message }));
};

interface NewKey {
  readonly from: string;
  readonly to: string;
}

/** The briefs that mean the same entry by that key, their lists, and the text that the source has under its key. */
const renameKeyEverywhere = async (parts: WorkspaceParts, document: CheckedBrief, { from, to }: NewKey, edits: EditsByFile, token: CancellationToken): Promise<void> => {
  edits.add(document, [...renameKeyInBrief(document.brief, from, to), ...renameKeyInLists(document.brief, document.library, from, to)]);
  const entries = document.library.references.filter(({ id, path }) => id === from && path !== null);
  const identities = entries.flatMap((entry) => entryIdentity(document, entry));
  for (const other of await parts.index.briefsCiting(identities, token)) {
    if (other.uri !== document.uri) edits.add(other, renameKeyInBrief(other.brief, from, to));
  }
  for (const entry of entries) {
    const textUri = document.sourceUris.get(entry.id);
    if (textUri !== undefined) edits.moveSourceText(textUri, from, to);
  }
};

const entryIdentity = (document: CheckedBrief, entry: Reference): readonly string[] => identitiesOf(entry, addressesOf(document)).filter((identity) => identity.startsWith('entry:'));

const otherFiles = 'other-files';
const closedBriefs = 'closed-briefs';

/** Changes by file, the brief that was asked first. */
class EditsByFile {
  readonly #parts: WorkspaceParts;
  readonly #files = new Map<string, { readonly uri: string; readonly version: number | null; readonly isBrief: boolean; readonly edits: Map<string, TextEdit> }>();
  readonly #moves: RenameFile[] = [];

  constructor(parts: WorkspaceParts) {
    this.#parts = parts;
  }

  add(document: CheckedBrief, edits: readonly RenameEdit[]): void {
    for (const { path, span, newText } of edits) {
      const text = textOfPlace(document, path);
      if (text === undefined) continue;
      const file = this.#fileOf(text.uri, path === null);
      const range = text.converter.toRange(span);
      file.edits.set(JSON.stringify(range), { range, newText });
    }
  }

  /** `sources/old.pdf` is found by its key. */
  moveSourceText(uri: string, from: string, to: string): void {
    const parsed = URI.parse(uri);
    const name = Utils.basename(parsed);
    const extension = Utils.extname(parsed);
    if (name !== `${from}${extension}` || !/^[\p{L}\p{N}_.:-]+$/u.test(to)) return;
    this.#moves.push({ kind: 'rename', oldUri: uri, newUri: Utils.joinPath(Utils.dirname(parsed), `${to}${extension}`).toString(), options: { ignoreIfExists: true } });
  }

  toWorkspaceEdit(ownUri: string, features: ClientFeatures): WorkspaceEdit {
    const files = [...this.#files.values()].filter(({ edits }) => edits.size > 0);
    if (!features.documentChanges) return { changes: Object.fromEntries(files.map(({ uri, edits }) => [uri, [...edits.values()]])) };
    const changes: (TextDocumentEdit | RenameFile)[] = files.map(({ uri, version, isBrief, edits }) => {
      const annotationId = isBrief && version === null ? closedBriefs : otherFiles;
      const isAnnotated = features.changeAnnotations && normalize(uri) !== normalize(ownUri);
      return { textDocument: { uri, version }, edits: [...edits.values()].map((edit) => (isAnnotated ? { ...edit, annotationId } : edit)) };
    });
    if (features.renamesFiles) changes.push(...this.#moves.map((move) => (features.changeAnnotations ? { ...move, annotationId: otherFiles } : move)));
    return { documentChanges: changes, ...(features.changeAnnotations ? { changeAnnotations: annotations } : {}) };
  }

  #fileOf(uri: string, isBrief: boolean): { readonly edits: Map<string, TextEdit> } {
    const key = normalize(uri);
    const known = this.#files.get(key);
    if (known !== undefined) return known;
    const file = { uri, version: this.#parts.source.get(uri)?.version ?? null, isBrief, edits: new Map<string, TextEdit>() };
    this.#files.set(key, file);
    return file;
  }
}

/** The bibliography goes along by itself; a brief that is not on the screen is changed only when somebody has looked. */
const annotations: Readonly<Record<string, ChangeAnnotation>> = {
  [otherFiles]: { label: 'In the bibliography and other open files', needsConfirmation: false },
  [closedBriefs]: { label: 'In briefs that are not open', needsConfirmation: true },
};
