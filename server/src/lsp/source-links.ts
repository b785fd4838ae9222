import { URI } from 'vscode-uri';
import type { HoverLinks } from '../core/features/citation-hover';
import { buildSourceDocument } from '../core/features/source-document';
import type { Reference } from '../core/library/reference';
import type { Passage, SourceText } from '../core/library/source-text';
import type { Span } from '../core/text/span';
import { sourceTextScheme } from '../protocol';
import type { CheckedDocument } from './checked-document';
import type { Session } from './session';
import { textOfPlace } from './places';

/** Addresses for the links of hovers and documents. */
export const sourceLinksOf = (document: CheckedDocument, session: Session): HoverLinks => ({
  toEntry: ({ path, keySpan, span }) => {
    const text = path === null ? undefined : textOfPlace(document, path);
    return text === undefined ? null : withFragment(text.uri, `L${text.converter.toRange(keySpan ?? span).start.line + 1}`);
  },
  toPassage: (reference, text, passage) => passageAddress(document, session, reference, text, passage),
});

/** A place of the brief itself: "#L12,5" is how editors understand line and column. */
export const placeLinkTo = (document: CheckedDocument): ((span: Span) => string) => (span) => {
  const { line, character } = document.converter.toRange(span).start;
  return withFragment(document.uri, `L${line + 1},${character + 1}`);
};

/** Text files open at their line. What an editor cannot show opens as our own reading of it, where the client has a place for that. */
const passageAddress = (document: CheckedDocument, session: Session, reference: Reference, text: SourceText, passage: Passage): string | null => {
  const uri = document.sourceUris.get(reference.id);
  if (uri === undefined) return null;
  if (passage.line !== null) return withFragment(uri, `L${passage.line}`);
  if (session.opensSourceTexts) return sourceTextUri(document, reference, text, buildSourceDocument(text).lineOf(passage));
  return passage.page === null ? uri : withFragment(uri, `page=${passage.page}`);
};

const withFragment = (uri: string, fragment: string): string => URI.parse(uri).with({ fragment }).toString();

/** The name is what the tab shows; the query says which text it is. */
const sourceTextUri = (document: CheckedDocument, reference: Reference, text: SourceText, line: number): string => {
  const name = text.path.slice(Math.max(text.path.lastIndexOf('/'), text.path.lastIndexOf('\\')) + 1);
  const query = JSON.stringify({ brief: document.uri, reference: reference.id });
  return URI.from({ scheme: sourceTextScheme, path: `/${name}.txt`, query, fragment: `L${line}` }).toString();
};
