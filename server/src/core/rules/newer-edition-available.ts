import { nameOfReference, relatedReference } from '../lint/cited-works';
import { shorten } from '../lint/message-words';
import { defineRule, type Fix } from '../lint/rule';
import { authorsOf, plainWords } from '../library/cited-names';
import { calendarYears, readCitedYear } from '../library/cited-years';
import type { CitationUse, Library } from '../library/library';
import type { Reference } from '../library/reference';
import type { Brief } from '../model/brief';
import { sentencesByPlace } from '../model/by-place';

export const newerEditionAvailable = defineRule({
  meta: {
    name: 'newer-edition-available',
    group: 'citations',
    title: 'The bibliography has a newer edition',
    levels: { newer: 'information' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'A cited work of a series, such as a yearly survey, of which the bibliography has a newer issue that the brief does not cite: the same author and the same title but for its year.',
      why: 'The newer figures are at hand, and a reader who knows of them will ask.',
      how: 'Look whether the newer edition has the figure, and cite it; or say that the older year is meant.',
      limits: ['Only editions that the bibliography or the list already has are known.', 'A sentence that names a year means that year.', 'Titles are compared without years, months and edition numbers.'],
      authority: null,
      flagged: [{ text: 'Rents are high (Housing Board, 2021).\n\n## References\n\n- Housing Board (2021). *Rental survey 2020*.\n- Housing Board (2024). *Rental survey 2023*.\n' }],
      clean: [{ text: 'Rents are high (Housing Board, 2024).\n\n## References\n\n- Housing Board (2021). *Rental survey 2020*.\n- Housing Board (2024). *Rental survey 2023*.\n' }],
    },
  },
  *check({ brief, library }) {
    const newest = newestOfSeries(library);
    if (newest.size === 0) return;
    for (const reference of library.references) {
      const [use] = library.usesOf(reference);
      const series = use === undefined ? null : seriesOf(reference);
      const newer = series === null ? undefined : newest.get(series);
      if (use === undefined || newer === undefined || newer === reference || library.usesOf(newer).length > 0) continue;
      if (lastYear(newer) <= lastYear(reference) || namesYear(brief, use)) continue;
      yield {
        span: use.work.span,
        level: 'newer',
        message: `The ${newer.path === null ? 'list' : 'bibliography'} has a newer edition, "${shorten(newer.title ?? newer.id)}", ${nameOfReference(newer)}`,
        related: [relatedReference(newer)],
        fixes: [...keyFix(use, newer)],
      };
    }
  },
});

/** Only of authors that the brief cites: all others cannot have a newer edition of what it cites. */
const newestOfSeries = ({ references, usesOf }: Library): ReadonlyMap<string, Reference> => {
  const cited = new Set(references.filter((reference) => usesOf(reference).length > 0).map(firstName));
  const newest = new Map<string, Reference>();
  for (const reference of references) {
    if (!cited.has(firstName(reference))) continue;
    const series = seriesOf(reference);
    const known = series === null ? undefined : newest.get(series);
    if (series !== null && (known === undefined || lastYear(reference) > lastYear(known))) newest.set(series, reference);
  }
  return newest;
};

const firstName = (reference: Reference): string => (authorsOf(reference)[0]?.family ?? '').toLowerCase();

const variableParts =
  /\b(?:(?:1[5-9]|20)\d\d(?:\s\d{2,4})?|january|february|march|april|may|june|july|august|september|october|november|december|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th)) (?:edition|round|issue)|\d{1,3}(?:st|nd|rd|th)|fy|q[1-4]|edition|update|revised)\b/gu;

/** Author and title without what changes from issue to issue; null for titles of which too little is left. Only a title with a year or number in it, or an edition, is a series. */
const seriesOf = (reference: Reference): string | null => {
  const [author] = authorsOf(reference);
  if (reference.title === null || author === undefined || lastYear(reference) === 0) return null;
  const title = plainWords(reference.title);
  const kept = title.replace(variableParts, ' ').replace(/\s+/gu, ' ').trim();
  if (kept.split(' ').length < 2 || kept.length < 10 || (kept === title && reference.edition === null && !isSeriesName(kept))) return null;
  return `${plainWords(author.family)}|${kept}`;
};

const isSeriesName = (title: string): boolean => /\b(?:survey|report|yearbook|outlook|statistics|accounts|review|index|bulletin|indicators)$/u.test(title) && /\b(?:annual|quarterly|monthly|yearly|world|global|national|economic|labou?r|household|statistical|human)\b/u.test(title);

const lastYear = ({ year }: Reference): number => calendarYears(readCitedYear(year).year).at(-1) ?? 0;

/** "In 2020, rents …": an older issue is meant. */
const namesYear = (brief: Brief, { citation }: CitationUse): boolean => {
  const sentence = sentencesByPlace(brief).overlapping(citation.span).find(({ span }) => span.start <= citation.span.start && citation.span.end <= span.end);
  if (sentence === undefined) return false;
  const around = `${brief.text.slice(sentence.span.start, citation.span.start)} ${brief.text.slice(citation.span.end, sentence.span.end)}`;
  return /\b(?:1[5-9]|20)\d\d\b/u.test(around);
};

const keyFix = ({ citation, work }: CitationUse, newer: Reference): readonly Fix[] => {
  if (citation.style !== 'key' || work.key === null || newer.path === null) return [];
  const end = work.span.end;
  return [{ title: `Cite "${newer.id}" instead`, safe: false, edits: [{ span: { start: end - work.key.length, end }, newText: newer.id }] }];
};
