/** How a new entry is put into the reference list of a brief, or into a bibliography file. */
import type { Bibliography } from '../library/reference';
import type { Brief, ListedReference } from '../model/brief';
import { rememberByBrief } from '../model/remember-by-brief';
import { spanOf } from '../text/span';
import { firstWhere } from '../text/span-index';
import { lineBreakOf } from './brief-places';
import type { Edit, Fix } from './rule';

/** What stands for a part that only the author knows. */
export const missingPart = (what: string): string => `[Insert ${what}]`;

/** Puts an entry where the alphabet wants it, with the list's own bullet; undefined for numbered lists, whose numbers would move. */
export const listEntryFix = (brief: Brief, name: string, entry: string): Fix | undefined => {
  if (brief.references.length === 0 || brief.referenceSection === null) return undefined;
  const marker = markerOfList(brief);
  if (marker === null || /\d/.test(marker)) return undefined;
  const following = firstAfter(brief, entry);
  const gap = gapOf(brief) + marker;
  const edit: Edit =
    following === undefined
      ? { span: endOf(brief), newText: `${gap}${entry}` }
      : { span: spanOf(following.span.start, following.span.start), newText: `${entry}${gap}` };
  return { title: `Add "${name}" to the reference list, to be completed`, safe: false, edits: [edit] };
};

/** What stands before each entry; null where that differs. */
const markerOfList = rememberByBrief((brief) => {
  const markers = new Set(brief.references.map(({ span }) => markerBefore(brief, span.start)));
  return markers.size === 1 ? ([...markers][0] ?? null) : null;
});

/** The first listed entry that the alphabet puts behind a new one. */
const firstAfter = (brief: Brief, entry: string): ListedReference | undefined => {
  const latest = latestSoFar(brief);
  return brief.references[firstWhere(latest.length, (i) => compare(latest[i] ?? '', entry) > 0)];
};

/** Up to each entry, the one that the alphabet puts last: these go up, even where the list does not. */
const latestSoFar = rememberByBrief((brief) => {
  const latest: string[] = [];
  for (const { text } of brief.references) {
    const before = latest.at(-1);
    latest.push(before !== undefined && compare(before, text) > 0 ? before : text);
  }
  return latest;
});

const compare = (a: string, b: string): number => a.replace(/^\P{L}+/u, '').localeCompare(b.replace(/^\P{L}+/u, ''), 'en', { sensitivity: 'base' });

/** "- ", "1. " or nothing, as it stands between the line's beginning and the entry. */
const markerBefore = (brief: Brief, start: number): string => brief.text.slice(brief.text.lastIndexOf('\n', start - 1) + 1, start);

const endOf = (brief: Brief): { start: number; end: number } => {
  const last = brief.references.at(-1)?.span.end ?? brief.text.length;
  return { start: last, end: last };
};

/** Line breaks between two entries, as the list has them. */
const gapOf = (brief: Brief): string => {
  const [first, second] = brief.references;
  const lineBreak = lineBreakOf(brief);
  if (first === undefined || second === undefined) return brief.text[first === undefined ? 0 : first.span.start - 1] === ' ' ? lineBreak : lineBreak + lineBreak;
  const between = brief.text.slice(first.span.end, second.span.start);
  return lineBreak.repeat(Math.max(1, between.split('\n').length - 1));
};

/** An entry to be completed at the end of a file of its format; undefined for formats that cannot simply be added to. */
export const bibliographyEntryFix = (file: Bibliography, key: string): Fix | undefined => {
  const entry = stubOf(file, key);
  if (entry === undefined) return undefined;
  const end = file.text.trimEnd().length;
  const newText = `${end === 0 ? '' : '\n\n'}${entry}\n`;
  return { title: `Add an entry "${key}" to ${file.path}, to be completed`, safe: false, edits: [{ span: spanOf(end, file.text.length), newText, file: file.path }] };
};

const stubOf = (file: Bibliography, key: string): string | undefined => {
  const year = /(?:19|20)\d\d/.exec(key)?.[0] ?? missingPart('year');
  switch (file.format) {
    case 'bibtex':
      return `@misc{${key},\n  author = {{${missingPart('author')}}},\n  title  = {${missingPart('title')}},\n  year   = {${year}}\n}`;
    case 'ris':
      return `TY  - GEN\nID  - ${key}\nAU  - ${missingPart('author')}\nTI  - ${missingPart('title')}\nPY  - ${year}\nER  - `;
    case 'csl-json':
    case 'csl-yaml':
      return undefined;
  }
};
