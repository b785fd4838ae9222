import type { CancellationToken, Position } from 'vscode-languageserver';
import { findEntryAt } from '../core/features/citation-places';
import type { Reference } from '../core/library/reference';
import { asBrief, type CheckedBrief } from './checked-document';
import { findBibliography } from './places';
import { watchedKindOf } from './watchers';
import type { WorkspaceParts } from './workspace-check';

/** What a request is about: a place of a brief, or an entry of a bibliography file, seen through a brief that takes references from it. */
export type CitationSubject =
  | { readonly kind: 'brief'; readonly document: CheckedBrief; readonly offset: number }
  | { readonly kind: 'entry'; readonly document: CheckedBrief; readonly reference: Reference; readonly path: string };

export const findSubject = async (parts: WorkspaceParts, uri: string, position: Position, token: CancellationToken): Promise<CitationSubject | undefined> => {
  if (watchedKindOf(uri) === 'brief') {
    const checked = await parts.documents.check(uri);
    const document = checked && asBrief(checked);
    return document && { kind: 'brief', document, offset: document.converter.toOffset(position) };
  }
  if (watchedKindOf(uri) !== 'bibliography') return undefined;
  const document = await findReader(parts, uri, token);
  const file = document && findBibliography(document, uri);
  if (document === undefined || file === undefined) return undefined;
  const reference = findEntryAt(document.library, file.name, file.converter.toOffset(position));
  return reference && { kind: 'entry', document, reference, path: file.name };
};

/** An open brief that reads the file, else one on disk. */
const findReader = async ({ documents, index }: WorkspaceParts, fileUri: string, token: CancellationToken): Promise<CheckedBrief | undefined> => {
  for (const uri of documents.briefsNaming(fileUri)) {
    const checked = await documents.check(uri);
    const brief = checked && asBrief(checked);
    if (brief !== undefined && findBibliography(brief, fileUri) !== undefined) return brief;
  }
  const [first] = await index.briefsNaming(fileUri, token);
  return first;
};
