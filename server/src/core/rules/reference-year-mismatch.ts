import { isLinked, isSecondHand, nameOfWork, relatedReference, usesInText } from '../lint/cited-works';
import { defineRule, type Fix } from '../lint/rule';
import type { Library } from '../library/library';
import type { Reference } from '../library/reference';
import type { Brief } from '../model/brief';
import type { CitedWork } from '../text/citation';
import type { Span } from '../text/span';

export const referenceYearMismatch = defineRule({
  meta: {
    name: 'reference-year-mismatch',
    group: 'citations',
    title: 'One year in the text, another in the list',
    levels: { year: 'warning' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'A citation whose author the list has only once, with another year, at most two years away. Reported once for each work, at its first citation.',
      why: 'Readers cannot tell whether a year is mistyped or a second work is missing from the list.',
      how: 'Correct the year here or in the list; if two works are meant, add the other one to the list.',
      limits: [
        'Years that are further apart are taken for two works (citation-without-reference).',
        'A fiscal year agrees with both of its calendar years, and a year in the title of an entry counts too.',
      ],
      authority: 'OECD Style Guide: every citation in the text matches an entry of the list',
      flagged: [{ text: 'Rents rose (Housing Board, 2023).\n\n## References\n\n- Housing Board (2024). *Rents in the capital*.\n' }],
      clean: [{ text: 'Rents rose (Housing Board, 2024).\n\n## References\n\n- Housing Board (2024). *Rents in the capital*.\n' }],
    },
  },
  *check({ brief, library }) {
    for (const { works, reference, listed } of mismatches(brief, library)) {
      const [first] = works;
      yield {
        span: first.yearSpan,
        level: 'year',
        message: `"${nameOfWork(first.work)}" is of ${listed} in the ${reference.path === null ? 'list' : 'bibliography'}`,
        related: [relatedReference(reference)],
        fixes: [changeYear(works, listed)],
      };
    }
  },
});

interface DatedWork {
  readonly work: CitedWork;
  readonly yearSpan: Span;
}

interface Mismatch {
  readonly works: readonly [DatedWork, ...DatedWork[]];
  readonly reference: Reference;
  readonly listed: string;
}

/** All citations of one work under one wrong year together: to mend the first alone would set it against the others. */
const mismatches = (brief: Brief, library: Library): readonly Mismatch[] => {
  const byWork = new Map<string, Mismatch>();
  for (const use of usesInText(brief)) {
    const { citation, work } = use;
    const resolution = library.resolve(work);
    if (resolution.kind !== 'found' || !resolution.yearDiffers || work.yearSpan === null) continue;
    const { reference } = resolution;
    const listed = yearOf(reference);
    if (listed === null || isLinked(brief, citation.span) || isSecondHand(brief, use)) continue;
    const key = `${reference.id} ${work.year ?? ''}`;
    const dated = { work, yearSpan: work.yearSpan };
    const known = byWork.get(key);
    byWork.set(key, { works: known === undefined ? [dated] : [...known.works, dated], reference, listed });
  }
  return [...byWork.values()];
};

const yearOf = ({ year, yearSuffix }: Reference): string | null => (year === null ? null : year + (yearSuffix ?? ''));

const changeYear = (works: Mismatch['works'], listed: string): Fix => ({
  title: `Change ${works[0].work.year ?? 'the year'} to ${listed}${works.length === 1 ? '' : ` in ${String(works.length)} citations`}`,
  safe: false,
  edits: works.map(({ yearSpan }) => ({ span: yearSpan, newText: listed })),
});
