import type { Location } from 'vscode-languageserver';
import type { Place } from '../core/features/citation-places';
import type { CheckedBibliography, CheckedDocument } from './checked-document';
import type { Converter } from './convert';
import { normalize } from './file-texts';

/** A text that a place may stand in: the brief itself, or one of its bibliographies. */
export interface PlacedText {
  readonly uri: string;
  readonly converter: Converter;
  /** null: not open as far as we know, any version will do. */
  readonly version: number | null;
}

export const textOfPlace = (document: CheckedDocument, path: string | null): PlacedText | undefined => {
  if (path === null) return document;
  const file = document.bibliographies.find(({ name }) => name === path);
  return file && { uri: file.uri, converter: file.converter, version: null };
};

export const toLocation = (document: CheckedDocument, { path, span }: Place): Location | undefined => {
  const text = textOfPlace(document, path);
  return text && { uri: text.uri, range: text.converter.toRange(span) };
};

export const toLocations = (document: CheckedDocument, places: readonly Place[]): Location[] => places.flatMap((place) => toLocation(document, place) ?? []);

/** The bibliography of a brief that lies at an address. */
export const findBibliography = (document: CheckedDocument, uri: string): CheckedBibliography | undefined => {
  const wanted = normalize(uri);
  return document.bibliographies.find((file) => normalize(file.uri) === wanted);
};

/** Each once, in order. */
export const distinctLocations = (locations: readonly Location[]): Location[] => {
  const seen = new Set<string>();
  return locations.filter(({ uri, range }) => {
    const key = `${normalize(uri)} ${range.start.line}:${range.start.character}-${range.end.line}:${range.end.character}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
};
