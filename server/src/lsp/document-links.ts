import type { CancellationToken, DocumentLink } from 'vscode-languageserver';
import { findFieldIdentifiers, findIdentifiers, findSourceLinks, type SourceLink } from '../core/features/source-links';
import { asBrief, type CheckedDocument } from './checked-document';
import type { Converter } from './convert';
import { findBibliography } from './places';
import type { Session } from './session';
import { sourceLinksOf } from './source-links';
import { watchedKindOf } from './watchers';
import type { WorkspaceParts } from './workspace-check';

/** Of a brief, or of a bibliography file that an open brief reads. */
export const findDocumentLinks = async (parts: WorkspaceParts, uri: string, token: CancellationToken): Promise<DocumentLink[]> => {
  const { documents, session } = parts;
  if (watchedKindOf(uri) === 'brief') {
    const checked = await documents.check(uri);
    const document = checked && asBrief(checked);
    if (document === undefined) return [];
    return findSourceLinks(document.brief, document.library).flatMap((link) => toDocumentLink(link, document.converter, document, session));
  }
  for (const briefUri of documents.briefsNaming(uri)) {
    const document = token.isCancellationRequested ? undefined : await documents.check(briefUri);
    const file = document && findBibliography(document, uri);
    const bibliography = document?.library.files.find(({ path }) => path === file?.name);
    if (document === undefined || file === undefined || bibliography === undefined) continue;
    const links = [...findIdentifiers(bibliography.text), ...findFieldIdentifiers(bibliography.text, bibliography.references)];
    return links.flatMap((link) => toDocumentLink(link, file.converter, document, session));
  }
  return [];
};

const toDocumentLink = (link: SourceLink, converter: Converter, document: CheckedDocument, session: Session): DocumentLink[] => {
  const range = converter.toRange(link.span);
  if (link.kind === 'web') return [{ range, target: link.address }];
  const target = sourceLinksOf(document, session).toPassage(link.reference, link.text, link.passage);
  return target === null ? [] : [{ range, target, tooltip: `Open ${link.text.path}` }];
};
