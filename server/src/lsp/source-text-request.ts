import { buildSourceDocument } from '../core/features/source-document';
import type { SourceTextResult } from '../protocol';
import type { Documents } from './documents';

/** The words of a source, for the client's read-only document. */
export const answerSourceText = async (documents: Documents, params: unknown): Promise<SourceTextResult> => {
  const { brief, reference } = (typeof params === 'object' && params !== null ? params : {}) as Readonly<Record<string, unknown>>; // Each is looked at below.
  if (typeof brief !== 'string' || typeof reference !== 'string') return { text: null };
  const library = (await documents.check(brief))?.library;
  const entry = library?.references.find(({ id }) => id === reference);
  const text = entry && library?.textOf(entry);
  return { text: text === undefined ? null : buildSourceDocument(text).text };
};
