import { formatReference, listEntryOf, type ReferenceStyle } from '../library/format-reference';
import type { Library } from '../library/library';
import type { Reference } from '../library/reference';
import { lineBreakOf } from '../lint/brief-places';
import { listEntryFix } from '../lint/list-entries';
import type { Edit, Fix } from '../lint/rule';
import type { Brief } from '../model/brief';
import { spanOf, type Span } from '../text/span';
import { habitOf } from './citation-habit';

/** Writes the list of what is cited; only where the brief has none, and does not cite by key: then the list comes of itself when the brief is built. */
export const findReferenceListFix = (brief: Brief, library: Library, style: ReferenceStyle): Fix | undefined => {
  if (habitOf(brief, library) === 'key' || brief.references.length > 0 || /^:{3,}\s*\{[^}\n]*#refs\b/mu.test(brief.text)) return undefined;
  const cited = distinct(library.references.filter((reference) => reference.format !== 'list' && library.usesOf(reference).length > 0));
  if (cited.length === 0) return undefined;
  const entries = cited.map((reference) => [formatReference(reference, style), listEntryOf(reference, style)] as const).sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  const works = `${cited.length} ${cited.length === 1 ? 'work' : 'works'}`;
  return { title: `Write the reference list from the bibliography (${works})`, safe: false, edits: appendEntries(brief, entries.map(([, entry]) => entry)) };
};

const distinct = (references: readonly Reference[]): readonly Reference[] => {
  const seen = new Set<string>();
  return references.filter(({ id }) => {
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
};

/** At the end of the reference list, in its own form; where there is none, below a new heading at the end. `removed` is a part of the text that goes at the same time. */
export const appendEntries = (brief: Brief, entries: readonly string[], removed?: Span): readonly Edit[] => {
  const lineBreak = lineBreakOf(brief);
  const last = brief.references.at(-1);
  if (last !== undefined) {
    const [only, ...others] = entries;
    const sorted = only === undefined || others.length > 0 ? undefined : listEntryFix(brief, '', only);
    if (sorted !== undefined) return sorted.edits;
    const next = markersAfter(brief, last.span.start);
    return [{ span: spanOf(last.span.end, last.span.end), newText: entries.map((entry, index) => `${next(index + 1)}${entry}`).join('') }];
  }
  const section = brief.referenceSection === null ? undefined : brief.sections[brief.referenceSection];
  const list = entries.map((entry) => `- ${entry}`).join(lineBreak);
  if (section !== undefined) {
    const at = section.heading?.span.end ?? section.span.start;
    return [{ span: spanOf(at, at), newText: `${lineBreak}${lineBreak}${list}` }];
  }
  const gap = brief.isLineStructured ? lineBreak : lineBreak + lineBreak;
  const end = brief.text.length;
  const at = removed?.end === end ? end : Math.max(brief.text.trimEnd().length, removed?.end ?? 0);
  return [{ span: spanOf(at, end), newText: `${at === removed?.end ? '' : gap}${brief.isLineStructured ? '' : '## '}References${gap}${list}${lineBreak}` }];
};

/** Line break and "12. ", "[12] ", or whatever stands before the last entry, for the nth entry after it. */
const markersAfter = (brief: Brief, start: number): ((count: number) => string) => {
  const { text } = brief;
  const lineBreak = lineBreakOf(brief);
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const before = text.slice(lineStart, start);
  const number = /(\d{1,4})([.)\]]\s*)$/u.exec(before);
  if (number !== null) return (count) => `${lineBreak}${before.slice(0, number.index)}${Number(number[1]) + count}${number[2] ?? '. '}`;
  const written = /^\s*\[(\d{1,4})\]\s/u.exec(text.slice(start, start + 12));
  if (written !== null) return (count) => `${lineBreak}${lineBreak}[${Number(written[1]) + count}] `;
  return () => `${before.trim() === '' ? lineBreak : ''}${lineBreak}${before}`;
};
