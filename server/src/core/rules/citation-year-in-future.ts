import { defineRule } from '../lint/rule';
import type { Brief } from '../model/brief';
import { sourceLinesByPlace } from '../model/by-place';
import type { Citation, CitedWork } from '../text/citation';
import type { Span } from '../text/span';

export const citationYearInFuture = defineRule({
  meta: {
    name: 'citation-year-in-future',
    group: 'citations',
    title: 'Source later than the brief',
    levels: { later: 'error', equal: 'information' },
    fix: 'none',
    options: {},
    docs: {
      what: 'A source whose year lies after the date of the brief; at the level `equal`, a yearly series or a table that already cites the year of the brief.',
      why: 'A source cannot be later than the text that cites it: one of the two years is wrong.',
      how: 'Correct the year of the source or the date of the brief. A work that has not appeared yet is cited as "forthcoming".',
      limits: ['Only years are compared.', 'The date is that of the front matter or of a date line at the beginning; without one nothing is checked.', 'Laws, plans and fiscal years are left out.'],
      authority: 'OECD Style Guide on "forthcoming"',
      flagged: [{ text: '---\ndate: 2026-03-01\n---\n\nOutput fell by 3% (Bureau of Statistics, 2027).' }],
      clean: [{ text: '---\ndate: 2026-03-01\n---\n\nOutput fell by 3% (Bureau of Statistics, 2025).' }],
    },
  },
  *check({ brief }) {
    const written = yearOf(brief);
    if (written === null) return;
    const seen = new Set<string>();
    for (const { citation, work } of citedWorks(brief)) {
      const year = plainYear(work);
      if (year === null || year < written) continue;
      const isLater = year > written;
      if (!isLater && !isYearlySeries(brief, citation, work)) continue;
      const key = `${brief.aliases.classOf(work.author ?? work.title ?? '')} ${String(year)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      yield {
        span: work.yearSpan ?? work.span,
        level: isLater ? 'later' : 'equal',
        message: isLater ? `"${nameOf(work)}" is of ${String(year)}, the brief of ${String(written)}` : `"${nameOf(work)}" is of ${String(year)}, a year that was not over when the brief was written`,
        related: brief.metadata.date === null ? [] : [{ span: brief.metadata.date.span, message: `dated ${brief.metadata.date.value}` }],
      };
    }
    for (const reference of brief.references) {
      const year = /^20\d{2}[a-z]?$/.test(reference.year ?? '') ? Number(reference.year?.slice(0, 4)) : null;
      const key = `${brief.aliases.classOf(reference.author ?? '')} ${String(year)}`;
      if (year === null || year <= written || seen.has(key) || notYetOut.test(reference.text)) continue;
      seen.add(key);
      yield { span: reference.span, level: 'later', message: `"${reference.author ?? 'This entry'}" is of ${String(year)}, the brief of ${String(written)}` };
    }
  },
  *unchecked({ brief }) {
    const first = [...citedWorks(brief)].find(({ work }) => plainYear(work) !== null);
    if (brief.metadata.date === null && first !== undefined) yield { span: first.work.span, reason: 'no date: years of sources are not compared with it' };
  },
});

const notYetOut = /\b(?:forthcoming|in press|to appear|upcoming|draft|planned)\b/i;
const yearlySeries = /\b(?:annual report|survey|statistics|yearbook|indicators|census|accounts|database|outlook|index|bulletin)\b/i;
/** Plans carry the year that they aim at. */
const targetNames = /\b(?:vision|agenda|strategy|plan|roadmap|goals?|targets?|horizon|act|bill|law|budget|programme|framework|policy)\b/i;

/** "Sources: Bureau of Statistics (2026), Port Office (2025)": names and years alone. */
const bareSourceLine = /^\W*sources?\s*:\s*(?:(?![\s.])[^(),;]{1,80},?\s?\(\d{4}[a-z]?\)[,;.\s]*)+$/i;

function* citedWorks(brief: Brief): Iterable<{ citation: Citation; work: CitedWork }> {
  const footnotes = brief.footnotes.flatMap((note) => note.citations);
  for (const citation of [...brief.citations, ...footnotes]) {
    if (citation.style === 'instrument' || citation.style === 'link' || citation.style === 'data-portal') continue;
    for (const work of citation.works) yield { citation, work };
  }
}

/** A calendar year alone: "2026a", not "2026-27" and not "forthcoming". */
function plainYear(work: CitedWork): number | null {
  if (work.year === null || !/^\d{4}[a-z]?$/.test(work.year)) return null;
  return targetNames.test(work.author ?? '') || targetNames.test(work.title ?? '') ? null : Number(work.year.slice(0, 4));
}

const nameOf = (work: CitedWork): string => work.author ?? work.title ?? work.key ?? 'The source';

/**
 * Data for a year that has not ended: a series named so, or a body without a title as the source of a table of figures. Where the list of references
 * has the entry, its title says of what year it is: a "Bureau of Statistics" publishes of other years too.
 */
function isYearlySeries(brief: Brief, citation: Citation, work: CitedWork): boolean {
  const title = titleListed(brief, work);
  if (title !== null) return yearlySeries.test(title) && title.includes(work.year?.slice(0, 4) ?? title);
  if (yearlySeries.test(`${work.author ?? ''} ${work.title ?? ''}`)) return true;
  const line = sourceLinesByPlace(brief).overlapping(citation.span).find((candidate) => isInside(candidate.span, citation.span));
  return line !== undefined && line.covers !== null && brief.blocks[line.covers]?.kind === 'table' && bareSourceLine.test(line.text);
}

/** As its entry in the list has it, without the publisher; null if there is none. */
function titleListed(brief: Brief, work: CitedWork): string | null {
  if (work.author === null || work.year === null) return null;
  const name = brief.aliases.classOf(work.author);
  const entry = brief.references.find((reference) => reference.year === work.year && reference.author !== null && brief.aliases.classOf(reference.author) === name);
  if (entry === undefined) return null;
  if (entry.emphasis) return entry.text.slice(entry.emphasis.start, entry.emphasis.end);
  return /^[).,:\s]*([^.?!]*)/.exec(entry.text.slice(entry.text.indexOf(work.year) + work.year.length))?.[1] ?? null;
}

const isInside = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

const yearOf = (brief: Brief): number | null => (brief.metadata.date === null ? null : Number(brief.metadata.date.value.slice(0, 4)));
