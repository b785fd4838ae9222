import { isoDate } from '../text/dates';
import type { Span } from '../text/span';
import { buildReference, type ReferencePlace } from './build-reference';
import type { Reference, ReferenceName } from './reference';
import { NO_DATE, readReferenceDate, type ReferenceDate } from './reference-dates';
import { doiOfAddress, readDoi } from './reference-identifiers';
import { bodyName, looksLikeBody, OTHERS, personName } from './reference-names';

export type CslItem = Readonly<Record<string, unknown>>;

export const isCslItem = (value: unknown): value is CslItem => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Does a map describe a work at all? */
export const describesWork = (item: CslItem): boolean => ['id', 'type', 'title', 'author', 'issued', 'DOI', 'URL'].some((name) => item[name] !== undefined && item[name] !== null);

/** The `id` of an item as text; null where there is none. */
export function cslId(item: CslItem): string | null {
  const id = item['id'] ?? item['citation-key'] ?? item['citekey'];
  if (typeof id === 'number') return String(id);
  return typeof id === 'string' && id.trim() !== '' ? id.trim() : null;
}

export const cslFirstName = (item: CslItem): string | null => (toNames(item['author'])[0] ?? toNames(item['editor'])[0])?.family ?? null;

export const cslYear = (item: CslItem): string | null => toDate(item['issued']).year;

/** An item of CSL-JSON or CSL-YAML, in the spellings that tools and people use, as a reference. */
export function cslReference(place: ReferencePlace, item: CslItem, fieldSpans: ReadonlyMap<string, Span>): Reference {
  const issued = toDate(item['issued'] ?? item['date'] ?? item['original-date']);
  const state = issued.year === null && typeof item['status'] === 'string' ? readReferenceDate(item['status']) : issued;
  const url = withoutMarkup(item['URL'] ?? item['url']);
  const doi = withoutMarkup(item['DOI'] ?? item['doi']);
  const note = parseNote(withoutMarkup(item['note']) ?? '');
  return buildReference(place, {
    type: withoutMarkup(item['type'])?.replaceAll('_', '-').replace(/^(legal|personal|motion|musical|treaty)-/u, '$1_') ?? 'document',
    authors: toNames(item['author'] ?? item['authors']),
    editors: toNames(item['editor'] ?? item['editors']),
    title: withoutMarkup(item['title']),
    containerTitle: withoutMarkup(item['container-title'] ?? item['collection-title'] ?? item['journal']),
    publisher: withoutMarkup(item['publisher'] ?? item['institution']),
    year: state.year,
    yearSuffix: state.yearSuffix ?? withoutMarkup(item['year-suffix']),
    date: state.date,
    volume: withoutMarkup(item['volume']),
    issue: withoutMarkup(item['issue']),
    pages: withoutMarkup(item['page'] ?? item['pages'])?.replace(/\s*[-–—]+\s*/gu, '–') ?? null,
    edition: withoutMarkup(item['edition']),
    number: withoutMarkup(item['number']),
    doi: doi === null ? (note.get('doi') ?? (url === null ? null : doiOfAddress(url))) : (readDoi(doi) ?? doi),
    url,
    isbn: withoutMarkup(item['ISBN'] ?? item['isbn']),
    accessed: toDate(item['accessed']).date,
    file: withoutMarkup(item['file'] ?? item['PDF']),
    keywords: toKeywords(item['keyword'] ?? item['keywords']),
    fieldSpans,
  });
}

/** "DOI: 10.1/x" on a line of `note`, where Zotero keeps fields without a place of their own. */
const parseNote = (note: string): ReadonlyMap<string, string> => {
  const doi = /(?:^|\n)\s{0,4}doi:\s{0,4}(\S{6,300})/iu.exec(note)?.[1];
  const read = doi === undefined ? null : readDoi(doi);
  return new Map(read === null ? [] : [['doi', read]]);
};

/** Without the tags, emphasis and entities that styles put into titles. */
export function withoutMarkup(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return withoutMarkup(value[0]);
  if (typeof value !== 'string') return null;
  const plain = value
    .replace(/<\/?(?:i|b|em|strong|sup|sub|sc|span)(?:\s[^<>]{0,80})?>/giu, '')
    .replace(/(?<![\p{L}\p{N}*])\*{1,2}(?=[^\s*])([^*\n]{1,300})\*{1,2}(?![\p{L}\p{N}*])/gu, '$1')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replace(/\s+/gu, ' ')
    .trim();
  return plain === '' ? null : plain;
}

function toKeywords(value: unknown): readonly string[] {
  const parts = Array.isArray(value) ? value.flatMap((part: unknown) => (typeof part === 'string' ? [part] : [])) : typeof value === 'string' ? value.split(/[,;]/u) : [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** A list of maps, of plain names, or one of either. */
function toNames(value: unknown): readonly ReferenceName[] {
  if (typeof value === 'string') return value.split(/\s*;\s*|\s+and\s+/u).flatMap(toNamesOfText);
  const list: readonly unknown[] = Array.isArray(value) ? value : isCslItem(value) ? [value] : [];
  return list.flatMap((entry) => {
    if (typeof entry === 'string') return toNamesOfText(entry);
    return isCslItem(entry) ? toName(entry) : [];
  });
}

function toName(entry: CslItem): ReferenceName[] {
  const literal = withoutMarkup(entry['literal'] ?? entry['name']);
  if (literal !== null) return toOthers(literal) ?? [bodyName(literal)];
  const family = [entry['dropping-particle'], entry['non-dropping-particle'], entry['family'] ?? entry['last']].map(withoutMarkup).filter((part) => part !== null).join(' ');
  const given = [entry['given'] ?? entry['first'], entry['suffix']].map(withoutMarkup).filter((part) => part !== null).join(', ');
  if (family === '') return given === '' ? [] : [bodyName(given)];
  if (given !== '') return [personName(family, given)];
  return toOthers(family) ?? [looksLikeBody(family) ? bodyName(family) : personName(family, null)];
}

const toOthers = (name: string): ReferenceName[] | null => (/^(?:others|et al\.?)$/iu.test(name) ? [OTHERS] : null);

function toNamesOfText(written: string): ReferenceName[] {
  const name = withoutMarkup(written);
  if (name === null) return [];
  const comma = /^([^,]{1,80}),\s*([^,]{1,80})$/u.exec(name);
  if (comma?.[1] !== undefined && comma[2] !== undefined) return [personName(comma[1], comma[2])];
  if (looksLikeBody(name)) return [bodyName(name)];
  const words = /^(.{1,80})\s(\S{1,60})$/u.exec(name);
  return toOthers(name) ?? [words?.[1] !== undefined && words[2] !== undefined ? personName(words[2], words[1]) : personName(name, null)];
}

/** `{"date-parts": [[2024, 5, 12]]}`, `{"raw": "May 2024"}`, `{"year": 2024}`, `[{"year": 2024}]`, "2024-05-12" and 2024. */
function toDate(value: unknown): ReferenceDate {
  if (typeof value === 'number' || typeof value === 'string') return readReferenceDate(String(value));
  if (Array.isArray(value)) return toDate(value[0]);
  if (!isCslItem(value)) return NO_DATE;
  const parts = value['date-parts'];
  if (Array.isArray(parts)) {
    const start = fromParts(parts[0]);
    const end = fromParts(parts[1]);
    if (start !== null && end?.date !== null && end?.year !== undefined && start.year !== null && end.year !== null && end.year > start.year) return { ...start, year: `${start.year}-${end.year.slice(-2)}` };
    if (start !== null) return start;
  }
  const named = fromParts([value['year'], value['month'], value['day']]);
  if (named !== null) return named;
  for (const name of ['raw', 'literal', 'string', 'edtf']) {
    const written = value[name];
    if (typeof written === 'string' || typeof written === 'number') return readReferenceDate(String(written));
  }
  return NO_DATE;
}

function fromParts(value: unknown): ReferenceDate | null {
  const [year, month, day] = (Array.isArray(value) ? value : [value]).map(toNumber);
  if (year === null || year === undefined) return null;
  const date = isoDate(year, month ?? null, month === null || month === undefined ? null : (day ?? null)) ?? isoDate(year, month ?? null, null) ?? isoDate(year, null, null);
  return date === null ? null : { year: date.slice(0, 4), yearSuffix: null, date };
}

const toNumber = (part: unknown): number | null => {
  const number = typeof part === 'number' ? part : typeof part === 'string' && /^\s*\d{1,4}\s*$/u.test(part) ? Number(part) : Number.NaN;
  return Number.isInteger(number) && number > 0 ? number : null;
};
