import { includesOtherFiles } from '../lint/brief-places';
import { isLinked, isSecondHand, nameOfWork, relatedReference, usesInText } from '../lint/cited-works';
import { listEntryFix, missingPart } from '../lint/list-entries';
import { defineRule, type Fix, type RuleContext } from '../lint/rule';
import type { CitationUse, Library } from '../library/library';
import type { Brief } from '../model/brief';
import type { CitedWork } from '../text/citation';

export const citationWithoutReference = defineRule({
  meta: {
    name: 'citation-without-reference',
    group: 'citations',
    title: 'Cited work that the list does not have',
    levels: { work: 'warning' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'A work cited by author and year that neither the reference list nor the bibliography has. Reported once for each work, at its first citation.',
      why: 'An author and a year are a pointer into the list. Without an entry, nobody can find the work.',
      how: 'Add the entry, or correct name or year if the list has the work under another.',
      limits: [
        'Names are matched by alias, acronym and initials; a body that the list has under quite another name is reported.',
        'Works in a source line that gives a title, in a link or in a note, newspapers with a full date, and works known only through another are not asked for.',
        'In a brief that cites by key, names with years in the text are not looked up.',
      ],
      authority: 'OECD Style Guide: every citation in the text matches an entry of the list',
      flagged: [{ text: 'Rents rose (Housing Board, 2024). Wages fell (Labour Office, 2023).\n\n## References\n\n- Housing Board (2024). *Rents in the capital*.\n- Registrar (2022). *Births in the capital*.\n' }],
      clean: [{ text: 'Rents rose (Housing Board, 2024). Wages fell (Labour Office, 2023).\n\n## References\n\n- Housing Board (2024). *Rents in the capital*.\n- Labour Office (2023). *Wages in the capital*.\n' }],
    },
  },
  *check(context) {
    const { brief, library } = context;
    if (!canTell(brief, library)) return;
    const byWork = new Map<string, CitationUse[]>();
    for (const use of usesInText(brief)) {
      if (!isOwed(context, use)) continue;
      const key = `${brief.aliases.classOf(use.work.author ?? '')} ${use.work.year ?? ''}`;
      byWork.set(key, [...(byWork.get(key) ?? []), use]);
    }
    for (const [first, ...others] of byWork.values()) {
      if (first === undefined) continue;
      const resolution = library.resolve(first.work);
      const nearest = resolution.kind === 'missing' ? resolution.nearest : [];
      const name = nameOfWork(first.work);
      yield {
        span: first.work.span,
        level: 'work',
        message: `The reference list has no "${name}"${others.length > 0 ? `, cited ${String(others.length + 1)} times` : ''}`,
        related: nearest.slice(0, 1).map(relatedReference),
        fixes: [stubFix(brief, first.work)].filter((fix) => fix !== undefined),
      };
    }
  },
});

/** There is a list that is meant to hold everything, and all of it was read. */
const canTell = (brief: Brief, { hasReferences, references, unreadable }: Library): boolean => {
  if (!hasReferences || unreadable.length > 0 || includesOtherFiles(brief)) return false;
  const citesByKey = brief.citations.some(({ style }) => style === 'key');
  return citesByKey ? false : references.some(({ format, year }) => format !== 'list' || year !== null);
};

const isOwed = ({ brief, library, own }: RuleContext, use: CitationUse): boolean => {
  const { citation, work } = use;
  if (!['parenthetical', 'narrative', 'source-line'].includes(citation.style) || citation.isOwnWork) return false;
  if (work.author === null || work.year === null || work.key !== null) return false;
  if (library.resolve(work).kind !== 'missing') return false;
  if (isSelfContained(work) || (citation.style === 'source-line' && work.title !== null)) return false;
  if (own.some((name) => brief.aliases.classOf(name) === brief.aliases.classOf(work.author ?? ''))) return false;
  if (isCase(brief, work)) return false;
  return !isLinked(brief, citation.span) && !isLinked(brief, work.span) && !isSecondHand(brief, use);
};

/** "Marlow v. Deane (2012)" is a case of a court. */
const isCase = (brief: Brief, { span }: CitedWork): boolean => /\bv(?:s?\.|s?)\s[*_]{0,2}$/u.test(brief.text.slice(Math.max(0, span.start - 8), span.start));

const monthNames = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b/i;

/** "Dawn, 31 July 2025" and an interview say all that an entry would. */
const isSelfContained = ({ locator, title, author }: CitedWork): boolean =>
  monthNames.test(locator ?? '') || /\b(?:press release|interview|personal communication|speech|letter|e-?mail)\b/i.test(`${title ?? ''} ${author ?? ''}`);

const stubFix = (brief: Brief, work: CitedWork): Fix | undefined => {
  const author = work.author ?? '';
  return listEntryFix(brief, nameOfWork(work), `${author} (${work.year ?? ''}). ${missingPart('title, publisher and address')}.`);
};
