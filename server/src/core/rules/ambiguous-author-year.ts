import { nameOfWork, relatedReference, usesInText } from '../lint/cited-works';
import { joinWords, shorten } from '../lint/message-words';
import { defineRule, type Fix, type RuleFinding } from '../lint/rule';
import type { CitationUse, Library } from '../library/library';
import type { Reference } from '../library/reference';
import type { Brief } from '../model/brief';

export const ambiguousAuthorYear = defineRule({
  meta: {
    name: 'ambiguous-author-year',
    group: 'citations',
    title: 'Author and year that fit two works',
    levels: { entries: 'warning', titles: 'information' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'At the level `entries`, a citation that fits several entries of the list. At the level `titles`, in a brief without a list, a bare author and year where the brief names two works of that author and year by title.',
      why: 'Readers cannot tell which of the works a statement rests on.',
      how: 'Tell the works apart by letters, "2025a" and "2025b", in the list and in each citation.',
      limits: ['Two entries of one title are one work.', 'Without a list, two works can only be told apart where titles are given.'],
      authority: 'OECD Style Guide; APA 7, section 8.19',
      flagged: [{ text: 'Rents rose (Housing Board, 2024).\n\n## References\n\n- Housing Board (2024a). *Rents in the capital*.\n- Housing Board (2024b). *Leases in the capital*.\n' }],
      clean: [{ text: 'Rents rose (Housing Board, 2024a), leases did not (Housing Board, 2024b).\n\n## References\n\n- Housing Board (2024a). *Rents in the capital*.\n- Housing Board (2024b). *Leases in the capital*.\n' }],
    },
  },
  *check({ brief, library }) {
    if (library.hasReferences) yield* betweenEntries(brief, library);
    else yield* betweenTitles(brief);
  },
});

function* betweenEntries(brief: Brief, library: Library): Iterable<RuleFinding> {
  for (const { work } of usesInText(brief)) {
    const resolution = library.resolve(work);
    // A body without a year, as in "Source: SBP", is incomplete rather than ambiguous.
    if (resolution.kind !== 'ambiguous' || work.year === null) continue;
    const { references } = resolution;
    const titles = references.slice(0, 3).map(({ title, id }) => `"${shorten(title ?? id, 40)}"`);
    yield {
      span: work.span,
      level: 'entries',
      message: `"${nameOfWork(work)}" can be ${joinWords(titles, 'or')}`,
      related: references.slice(0, 3).map(relatedReference),
      fixes: references.flatMap((reference) => letterFix(work, reference) ?? []),
    };
  }
}

const letterFix = ({ year, yearSpan }: CitationUse['work'], reference: Reference): Fix | undefined => {
  const { yearSuffix, title } = reference;
  if (yearSpan === null || year === null || !/^\d{4}$/.test(year) || yearSuffix === null) return undefined;
  return { title: `Cite as ${year}${yearSuffix}, "${shorten(title ?? reference.id, 40)}"`, safe: false, edits: [{ span: yearSpan, newText: `${year}${yearSuffix}` }] };
};

function* betweenTitles(brief: Brief): Iterable<RuleFinding> {
  const byWork = new Map<string, CitationUse[]>();
  for (const use of usesInText(brief)) {
    const { author, year } = use.work;
    if (author === null || year === null || !/^\d{4}$/.test(year)) continue;
    const key = `${brief.aliases.classOf(author)} ${year}`;
    byWork.set(key, [...(byWork.get(key) ?? []), use]);
  }
  for (const uses of byWork.values()) {
    const titled = new Map(uses.flatMap((use) => (use.work.title === null ? [] : [[titleWords(use.work.title), use] as const])));
    const bare = uses.find(({ work, citation }) => work.title === null && citation.style !== 'source-line');
    if (titled.size < 2 || bare === undefined) continue;
    const titles = [...titled.values()].slice(0, 3);
    yield {
      span: bare.work.span,
      level: 'titles',
      message: `"${nameOfWork(bare.work)}" can be ${joinWords(titles.map(({ work }) => `"${shorten(work.title ?? '', 40)}"`), 'or')}`,
      related: titles.map(({ work }) => ({ span: work.span, message: shorten(work.title ?? '') })),
    };
  }
}

const titleWords = (title: string): string => title.toLowerCase().replace(/\d{4}(?:[-–/]\d{2,4})?|[^\p{L}]+/gu, ' ').trim();
