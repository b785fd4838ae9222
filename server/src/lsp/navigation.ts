import { DocumentHighlightKind, type CancellationToken, type DocumentHighlight, type Location, type LocationLink, type Position } from 'vscode-languageserver';
import { declarationsOf, findDefinitions, findHighlights, findMarks, findUses, referencesOfTarget } from '../core/features/citation-places';
import { definitionMarkOf, findCitationTarget } from '../core/features/citation-target';
import { findFigureAt, mentionsOf } from '../core/features/figures/figure-mentions';
import type { Reference } from '../core/library/reference';
import type { Brief } from '../core/model/brief';
import type { Span } from '../core/text/span';
import { identitiesOf } from '../core/workspace/summary';
import { addressesOf, type CheckedBrief, type CheckedDocument } from './checked-document';
import { findSubject } from './citation-subject';
import { distinctLocations, textOfPlace, toLocations } from './places';
import type { WorkspaceParts } from './workspace-check';

export const buildDefinitions = (document: CheckedDocument, position: Position, { definitionLinks }: { readonly definitionLinks: boolean }): LocationLink[] | Location[] => {
  if (document.brief === null) return [];
  const definitions = findDefinitions(document.brief, document.library, document.converter.toOffset(position));
  if (!definitionLinks) return toLocations(document, definitions.map(({ name }) => name));
  return definitions.flatMap(({ from, whole, name }): LocationLink[] => {
    const text = textOfPlace(document, name.path);
    if (text === undefined) return [];
    const { uri, converter } = text;
    return [{ originSelectionRange: document.converter.toRange(from), targetUri: uri, targetRange: converter.toRange(whole.span), targetSelectionRange: converter.toRange(name.span) }];
  });
};

export const buildHighlights = (document: CheckedDocument, position: Position): DocumentHighlight[] => {
  if (document.brief === null) return [];
  const offset = document.converter.toOffset(position);
  const highlights = findHighlights(document.brief, document.library, offset);
  const figures = highlights.length > 0 ? [] : figureSpans(document.brief, offset).map((span) => ({ span, isDefinition: false }));
  return [...highlights, ...figures].map(({ span, isDefinition }) => ({
    range: document.converter.toRange(span),
    kind: isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
};

/** Where the same quantity stands. A figure has no place of its own that the others would follow. */
const figureSpans = (brief: Brief, offset: number): readonly Span[] => {
  const figure = findFigureAt(brief, offset);
  return figure === undefined ? [] : mentionsOf(brief, figure).map(({ quantity }) => quantity.span);
};

export interface ReferencesRequest {
  readonly uri: string;
  readonly position: Position;
  readonly includeDeclaration: boolean;
}

/** Uses of a work in all briefs of the workspace; of a note or a quantity in its brief. */
export const findAllUses = async (parts: WorkspaceParts, { uri, position, includeDeclaration }: ReferencesRequest, token: CancellationToken): Promise<Location[]> => {
  const subject = await findSubject(parts, uri, position, token);
  if (subject === undefined) return [];
  const { document } = subject;
  if (subject.kind === 'entry') return usesEverywhere(parts, document, [subject.reference], includeDeclaration, token);
  const target = findCitationTarget(document.brief, document.library, subject.offset);
  if (target === undefined) return toLocations(document, figureSpans(document.brief, subject.offset).map((span) => ({ path: null, span })));
  if (target.kind !== 'footnote') return usesEverywhere(parts, document, referencesOfTarget(document.library, target), includeDeclaration, token);
  const definition = target.footnote === null || !includeDeclaration ? [] : [definitionMarkOf(document.brief, target.footnote)];
  return toLocations(document, [...findMarks(document.brief, target.label), ...definition].map((span) => ({ path: null, span })));
};

const usesEverywhere = async (parts: WorkspaceParts, document: CheckedBrief, references: readonly Reference[], includeDeclaration: boolean, token: CancellationToken): Promise<Location[]> => {
  if (references.length === 0) return [];
  const identities = references.flatMap((reference) => identitiesOf(reference, addressesOf(document)));
  const others = (await parts.index.briefsCiting(identities, token)).filter(({ uri }) => uri !== document.uri);
  const declarations = includeDeclaration ? toLocations(document, declarationsOf(references)) : [];
  return distinctLocations([...declarations, ...usesIn(document, identities), ...others.flatMap((other) => usesIn(other, identities))]);
};

const usesIn = (document: CheckedBrief, identities: readonly string[]): Location[] => {
  const addressOf = addressesOf(document);
  const same = document.library.references.filter((reference) => identitiesOf(reference, addressOf).some((identity) => identities.includes(identity)));
  return toLocations(document, same.flatMap((reference) => findUses(document.brief, document.library, reference)));
};
