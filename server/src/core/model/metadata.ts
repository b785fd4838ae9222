import { findDateLine, parseDate } from '../text/dates';
import { shiftSpan } from '../text/span';
import type { FrontMatter, Metadata, MetadataValue } from './brief';
import type { Outline } from './outline';
import type { BlockDraft } from './drafts';

/** Blocks before and after the title in which an author or a date may stand. */
const firstBlocks = 6;

/** Title, author and date, from front matter first, else from the text's beginning. */
export function readMetadata(frontMatter: FrontMatter | null, outline: Outline): Metadata {
  const data = frontMatter?.data ?? {};
  const fromKey = (key: string): MetadataValue | null => {
    const value = scalarText(data[key]);
    const span = frontMatter?.keySpans.get(key);
    return value && span ? { value, span } : null;
  };
  const writtenDate = fromKey('date');
  const date = writtenDate ? parseDate(writtenDate.value) : null;
  return {
    frontMatter,
    title: fromKey('title') ?? titleOf(outline),
    author: fromKey('author') ?? fromKey('authors') ?? fromKey('institute') ?? authorLine(outline),
    date: writtenDate && date ? { value: date, span: writtenDate.span } : dateLine(outline),
    language: scalarText(data['lang']) ?? scalarText(data['language']),
    bibliography: listOf(data['bibliography']),
    hasReferences: Array.isArray(data['references']) && data['references'].length > 0,
  };
}

function scalarText(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.map((item) => scalarText(item)).filter((item) => item !== null).join(', ') || null;
  if (typeof value === 'object' && value !== null && 'name' in value) return scalarText(value.name);
  return null;
}

function listOf(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() ? [value.trim()] : [];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** The only heading of the first level, before or around all others; in pasted text, a first line that names no section; a bold first line. */
function titleOf(outline: Outline): MetadataValue | null {
  const first = outline.sections[1];
  const heading = first?.heading;
  if (!heading || first.keys.length > 0) return null;
  const isOnlyOne = outline.sections.filter((section) => section.heading?.level === 1).length === 1;
  const isFirstLine = outline.sections[0]?.blocks.length === 0;
  const isTitle = (heading.level === 1 && isOnlyOne) || (heading.style === 'title-line' && heading.span.start < 200) || (heading.style === 'bold' && isFirstLine);
  return isTitle ? { value: heading.text, span: heading.textSpan } : null;
}

const authorPattern = /^(?:(?:prepared |written )?by|authors?|submitted by|from|auteure?s?|par|autor(?:es)?|por)\s*[:：]?\s+/i;

/** "By Jane Doe, Water Institute": a label and a name, no sentence. */
function authorLine(outline: Outline): MetadataValue | null {
  for (const line of firstLines(outline)) {
    const match = authorPattern.exec(line.value);
    const name = match ? line.value.slice(match[0].length).trim() : '';
    if (/^(?:the |an? )?\p{Lu}/u.test(name) && name.length <= 150 && !/[.!?]$/.test(name)) return { value: name, span: line.span };
  }
  return null;
}

function dateLine(outline: Outline): MetadataValue | null {
  for (const line of firstLines(outline)) {
    const value = findDateLine(line.value)?.value ?? dateOfByline(line.value);
    if (value) return { value, span: line.span };
  }
  return null;
}

/** "By Mona Ekdal, Water Office, 2 March 2026": a short line that ends in a day or month. */
function dateOfByline(line: string): string | null {
  if (line.length > 150 || line.split(/\s+/).length > 16) return null;
  for (const comma of line.matchAll(/[,–—-]\s+/g)) {
    const date = parseDate(line.slice(comma.index + comma[0].length));
    if (date && date.length > 4) return date;
  }
  return null;
}

/** Lines under the title that look like headings, the lines of the first blocks, and the rows of a first table ("| Date | 3 May 2026 |") as "Date: 3 May 2026". */
function firstLines(outline: Outline): MetadataValue[] {
  const lines = headingsUnderTitle(outline);
  const isEarly = (section: number): boolean => section <= 1 || (outline.sections[section]?.parent ?? 0) === 0;
  for (const { draft, start, section } of outline.blocks.slice(0, firstBlocks)) if (isEarly(section)) lines.push(...linesOfDraft(draft).map(({ value, span }) => ({ value, span: shiftSpan(span, start) })));
  return lines;
}

/** In pasted text, "Policy Brief, June 2026" under the title is read as a heading. Up to the first that names a section or has text below. */
function headingsUnderTitle(outline: Outline): MetadataValue[] {
  const lines: MetadataValue[] = [];
  for (const { heading, keys, index, blocks } of outline.sections.slice(1, 1 + firstBlocks)) {
    if (!heading || keys.length > 0) break;
    const isUnmarked = heading.style === 'title-line' || heading.style === 'bold' || heading.style === 'emoji-capitals';
    if (index > 1 && isUnmarked) lines.push({ value: heading.text, span: heading.textSpan });
    if (blocks.length > 0) break;
  }
  return lines;
}

function linesOfDraft(draft: BlockDraft): MetadataValue[] {
  if (draft.kind === 'paragraph') {
    const lines: MetadataValue[] = [];
    let start = 0;
    for (const line of draft.prose.text.split(/\n| \| | · | • /)) {
      if (line.trim()) lines.push({ value: line.trim(), span: draft.prose.toSourceSpan({ start, end: start + line.length }) });
      start = draft.prose.text.indexOf(line, start) + line.length;
    }
    return lines;
  }
  if (draft.kind === 'list') return draft.items.map((item) => ({ value: item.proses.map((prose) => prose.text).join(' ').trim(), span: item.span }));
  if (draft.kind !== 'table') return [];
  return [draft.head, ...draft.rows].filter((row) => row.length === 2).map((row) => ({ value: row.map((cell) => cell.text.trim().replace(/:$/, '')).join(': '), span: draft.span }));
}
