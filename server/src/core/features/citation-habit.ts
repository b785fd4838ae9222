import { authorYearOf } from '../library/format-reference';
import type { Library } from '../library/library';
import type { Reference } from '../library/reference';
import type { Brief } from '../model/brief';
import { overlaps, type Span } from '../text/span';
import { isFootnoteMark } from './citation-target';

/** How a brief cites. */
export type CitationHabit = 'key' | 'author-year' | 'numbered' | 'footnote';

/** What it does most; where it cites nothing yet, what its lists allow. `typed`, what is being written at the moment, does not count. */
export const habitOf = (brief: Brief, library: Library, typed?: Span): CitationHabit => {
  const counts: Record<CitationHabit, number> = { key: 0, 'author-year': 0, numbered: 0, footnote: 0 };
  for (const citation of brief.citations) {
    if (typed !== undefined && overlaps(citation.span, typed)) continue;
    if (citation.style === 'key') counts.key += 1;
    if (citation.style === 'parenthetical' || citation.style === 'narrative') counts['author-year'] += 1;
    if (citation.style === 'numbered') counts.numbered += 1;
    if (isFootnoteMark(brief, citation)) counts.footnote += 1;
  }
  const [first] = habits.toSorted((a, b) => counts[b] - counts[a]);
  if (first !== undefined && counts[first] > 0) return first;
  if (library.references.some(({ format }) => format !== 'list')) return 'key';
  return library.references.some(({ listNumber }) => listNumber !== null) && library.references.every(({ format }) => format === 'list') ? 'numbered' : 'author-year';
};

const habits: readonly CitationHabit[] = ['key', 'author-year', 'footnote', 'numbered'];

/** A key as the text has it: pandoc wants braces around unusual ones. */
export const writtenKey = (key: string): string => (plainKey.test(key) ? `@${key}` : `@{${key}}`);

const plainKey = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])){0,200}$/u;

/** "World Bank, 2025". */
export const authorYearInBrackets = (reference: Reference): string => {
  const { author, year } = authorYearOf(reference);
  return `${author}, ${year}`;
};

/** "World Bank (2025)". */
export const authorYearInSentence = (reference: Reference): string => {
  const { author, year } = authorYearOf(reference);
  return `${author} (${year})`;
};
