import type { Span } from '../text/span';
import type { Reference } from './reference';

/** Where an entry stands and what it is called; all that it says of its work is still unknown. */
export interface ReferencePlace {
  readonly id: string;
  readonly format: Reference['format'];
  readonly path: string | null;
  readonly span: Span;
  readonly keySpan: Span | null;
}

export type ReferenceFields = Partial<Omit<Reference, keyof ReferencePlace>>;

/** What `fields` leaves out is unknown. One literal, for engines keep objects of one shape small and quick, which matters for thousands. */
export const buildReference = (place: ReferencePlace, fields: ReferenceFields): Reference => ({
  id: place.id,
  format: place.format,
  path: place.path,
  span: place.span,
  keySpan: place.keySpan,
  type: fields.type ?? 'document',
  authors: fields.authors ?? [],
  editors: fields.editors ?? [],
  title: fields.title ?? null,
  containerTitle: fields.containerTitle ?? null,
  publisher: fields.publisher ?? null,
  year: fields.year ?? null,
  yearSuffix: fields.yearSuffix ?? null,
  date: fields.date ?? null,
  volume: fields.volume ?? null,
  issue: fields.issue ?? null,
  pages: fields.pages ?? null,
  edition: fields.edition ?? null,
  number: fields.number ?? null,
  doi: fields.doi ?? null,
  url: fields.url ?? null,
  isbn: fields.isbn ?? null,
  accessed: fields.accessed ?? null,
  file: fields.file ?? null,
  keywords: fields.keywords ?? [],
  listNumber: fields.listNumber ?? null,
  text: fields.text ?? null,
  fieldSpans: fields.fieldSpans ?? new Map(),
});

/**
 * Names for entries that have none: "khan2024", and "khan2024a" for the next one of that author and year. A reader keeps one for a file, so
 * that generated names never meet each other; `taken` are the names that the file gives itself.
 */
export const createIdMaker = (taken: ReadonlySet<string>): ((author: string | null, year: string | null) => string) => {
  const used = new Set(taken);
  const counts = new Map<string, number>();
  return (author, year) => {
    const stem = `${(author ?? 'anonymous').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')}${year ?? ''}` || 'entry';
    for (;;) {
      const count = counts.get(stem) ?? 0;
      counts.set(stem, count + 1);
      const id = count === 0 ? stem : count <= 26 ? `${stem}${String.fromCharCode(96 + count)}` : `${stem}-${count}`;
      if (used.has(id)) continue;
      used.add(id);
      return id;
    }
  };
};
