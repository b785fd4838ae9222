import type { Brief, ListBlock, ListedReference } from '../model/brief';
import { parseDate } from '../text/dates';
import { parseReferenceEntry } from '../text/reference-entries';
import type { Span } from '../text/span';
import { buildReference, type ReferenceFields } from './build-reference';
import { parseListNames } from './list-names';
import type { Reference } from './reference';
import { readReferenceDate } from './reference-dates';
import { doiOfAddress, findAddress, readDoi } from './reference-identifiers';

/** The entries of the brief's own reference list, under the ids "list:1", "list:2" …. */
export function listedReferences(brief: Brief): readonly Reference[] {
  const numbers = listNumbers(brief);
  return brief.references.map((listed, index) => toReference(brief, listed, index + 1, numbers.get(listed) ?? null));
}

function toReference(brief: Brief, listed: ListedReference, position: number, itemNumber: number | null): Reference {
  // The target of a link at the end stands behind the entry's last word.
  const lineEnd = brief.text.indexOf('\n', listed.span.end);
  const source = brief.text.slice(listed.span.start, lineEnd < 0 ? brief.text.length : lineEnd);
  const entry = readEntry(listed);
  const dated = readReferenceDate(listed.year ?? '');
  const letter = /^\d{4}([a-z])$/u.exec(listed.year ?? '')?.[1] ?? null;
  const url = findAddress(source);
  const doi = readDoi(source) ?? (url === null ? null : doiOfAddress(url));
  const { title } = entry;
  const imprint = readImprint(afterTitle(listed.text, title));
  return buildReference(
    { id: `list:${String(position)}`, format: 'list', path: null, span: listed.span, keySpan: null },
    {
      ...imprint,
      edition: entry.edition,
      type: imprint.containerTitle ? 'article-journal' : url !== null && !imprint.publisher ? 'webpage' : 'document',
      authors: parseListNames(entry.author ?? ''),
      title,
      year: dated.year,
      yearSuffix: dated.yearSuffix ?? letter,
      date: readFullDate(listed.text, dated.date),
      doi,
      url,
      accessed: readAccessed(listed.text),
      listNumber: entry.number ?? itemNumber,
      text: listed.text,
      fieldSpans: findFields(source, listed.span.start, { author: entry.author, year: listed.year, title, url, doi }),
    },
  );
}

interface EntryParts {
  readonly author: string | null;
  readonly title: string | null;
  readonly edition: string | null;
  readonly number: number | null;
}

const VANCOUVER_AUTHORS = /^(?:[\p{Lu}][\p{L}'’-]{1,40}\s\p{Lu}{1,3},\s){0,12}[\p{Lu}][\p{L}'’-]{1,40}\s\p{Lu}{1,3}\.\s(?=\S)/u;
const EDITION = /[.,]?\s\(?(\d{1,2}(?:st|nd|rd|th)\s(?:edn|ed|edition))\.?\)?$/iu;

function readEntry(listed: ListedReference): EntryParts {
  const entry = parseReferenceEntry(listed.text, listed.emphasis);
  const number = entry?.number ?? null;
  // "Khan A, Malik B. Roads. 2020.": the title stands between names and year, and neither has a mark of its own.
  const names = VANCOUVER_AUTHORS.exec(listed.author ?? '')?.[0];
  const author = names === undefined ? listed.author : names.replace(/\.\s$/u, '');
  const whole = names === undefined ? (entry?.title ?? null) : (listed.author ?? '').slice(names.length);
  const edition = EDITION.exec(whole ?? '');
  const title = whole === null || edition === null ? whole : whole.slice(0, edition.index);
  return { author, title, edition: edition?.[1] ?? null, number };
}

const afterTitle = (text: string, title: string | null): string => {
  const at = title === null ? -1 : text.indexOf(title);
  return at < 0 || title === null ? '' : text.slice(at + title.length, at + title.length + 400).replace(/^[\s.,;:"“”*_’']+/u, '');
};

/** "Journal of Roads 12 (3): 4–9", "Journal of Roads, 12(3), 4-9" and "Lahore: Punjab Press". */
function readImprint(rest: string): ReferenceFields {
  const journal = /^(?:in:?\s)?(\p{Lu}[\p{L}\s&:'’-]{2,100}?)[*_]*[.,]?\s+(?:vol\.?\s)?(\d{1,4})\s?(?:\((\d{1,4}(?:[-–]\d{1,4})?)\)|,?\s(?:no\.|issue)\s(\d{1,4}))?(?:[,:]\s?(?:pp?\.\s?)?(\d{1,6}\s?[-–]\s?\d{1,6}))?/iu.exec(rest);
  if (journal?.[1] !== undefined && (journal[3] ?? journal[4] ?? journal[5]) !== undefined) {
    return { containerTitle: journal[1].trim(), volume: journal[2] ?? null, issue: journal[3] ?? journal[4] ?? null, pages: journal[5]?.replace(/\s?[-–]\s?/u, '–') ?? null };
  }
  const press = /(?:^|[.(]\s?)\p{Lu}[\p{L}\s,]{2,40}:\s(\p{Lu}[^.:;()]{2,80}?)(?:[.,;)]|$)/u.exec(rest.replace(/https?:\S{0,400}/gu, ''));
  return { publisher: press?.[1]?.replace(/,?\s\d{4}[a-z]?$/u, '').trim() ?? null };
}

/** "(2025, May 3)" and "3 May 2025" say more than the year. */
function readFullDate(text: string, year: string | null): string | null {
  if (year === null) return null;
  const apa = new RegExp(`\\(${year}[a-z]?,\\s(\\p{L}{3,10})\\.?\\s?(\\d{1,2})?\\)`, 'u').exec(text);
  const date = apa === null ? null : parseDate(apa[2] === undefined ? `${apa[1] ?? ''} ${year}` : `${apa[2]} ${apa[1] ?? ''} ${year}`);
  if (date !== null) return date;
  const before = text.replace(/(?:accessed|retrieved|viewed).{0,60}/giu, ' ');
  const written = new RegExp(`\\b\\d{1,2}\\s\\p{L}{3,10}\\s${year}(?!\\d)`, 'u').exec(before)?.[0];
  return (written === undefined ? null : parseDate(written)) ?? year;
}

const readAccessed = (text: string): string | null => {
  const written = /\b(?:accessed|retrieved|last visited|viewed)(?: on| at)?:?\s+([\p{L}\d ,./-]{6,30})/iu.exec(text)?.[1];
  if (written === undefined) return null;
  const date = /\d{1,2}(?:st|nd|rd|th)?\s\p{L}{3,10}\.?,?\s\d{4}|\p{L}{3,10}\.?\s\d{1,2},?\s\d{4}|\d{4}-\d{2}-\d{2}/u.exec(written)?.[0];
  return date === undefined ? null : parseDate(date);
};

/** Values that stand in the source as they were read; a name with markup inside has no place of its own. */
function findFields(source: string, offset: number, values: Readonly<Record<string, string | null>>): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  for (const [name, value] of Object.entries(values)) {
    const at = value === null || value === '' ? -1 : source.indexOf(value);
    if (value !== null && at >= 0) spans.set(name, { start: offset + at, end: offset + at + value.length });
  }
  return spans;
}

/** Numbers of entries that are items of ordered lists; Markdown counts on from the first number, whatever the others say. */
function listNumbers(brief: Brief): ReadonlyMap<ListedReference, number> {
  const numbers = new Map<ListedReference, number>();
  const lists = brief.blocks.filter((block): block is ListBlock => block.kind === 'list' && block.isOrdered && block.span.end >= (brief.references[0]?.span.start ?? Number.POSITIVE_INFINITY));
  for (const list of lists) {
    const first = Number(/^\s{0,12}\(?(\d{1,4})[.)]/u.exec(brief.text.slice(list.span.start, list.span.start + 24))?.[1] ?? '1');
    const items = list.items.filter((item) => item.depth === (list.items[0]?.depth ?? 0));
    let at = 0;
    for (const reference of brief.references) {
      if (reference.span.end <= list.span.start || reference.span.start >= list.span.end) continue;
      while (at < items.length && (items[at]?.span.end ?? 0) <= reference.span.start) at++;
      const item = items[at];
      if (item !== undefined && item.span.start <= reference.span.start) numbers.set(reference, first + at);
    }
  }
  return numbers;
}
