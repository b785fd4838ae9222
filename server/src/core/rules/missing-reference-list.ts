import { includesOtherFiles, lineBreakOf } from '../lint/brief-places';
import { defineRule, type Fix } from '../lint/rule';
import type { Brief } from '../model/brief';
import type { CitedWork } from '../text/citation';
import { findNumberedMarks } from '../text/numbered-marks';
import { sliceOf, spanOf, type Span } from '../text/span';

export const missingReferenceList = defineRule({
  meta: {
    name: 'missing-reference-list',
    group: 'citations',
    title: 'Works are cited and there is no reference list',
    levels: { missing: 'warning' },
    fix: 'suggestion',
    options: {
      atLeast: { type: 'number', default: 3, description: 'How many citations by author and year it takes before a list is asked for.' },
    },
    docs: {
      what: 'The brief cites works by author and year, or by numbers in brackets, and has neither a section of references nor a bibliography. Reported once, on the first citation.',
      why: 'An author and a year are a pointer into a list. Without the list nobody can find the work.',
      how: 'Add a section "References" with one entry for each work, or name a bibliography in the front matter.',
      limits: [
        'Numbers in square brackets are taken for citations only if there are several and they count up from 1.',
        'Briefs that cite only in footnotes, by links or by keys are not asked for a list.', 'Nothing is reported in a file that includes others, or where one work alone is cited.',
      ],
      authority: 'OECD Style Guide; 98% of the health policy briefs in the RIGHT study have references',
      flagged: [{ text: 'Rents rose (Housing Board, 2024). Wages fell (Labour Office, 2023), and so did births (Registrar, 2022).\n' }],
      clean: [{ text: 'Rents rose (Housing Board, 2024). Wages fell (Labour Office, 2023), and so did births (Registrar, 2022).\n\n## References\n\n- Housing Board (2024), *Rents*.\n- Labour Office (2023), *Wages*.\n- Registrar (2022), *Births*.\n' }],
    },
  },
  *check({ brief, hasBibliography, options }) {
    if (hasBibliography || hasList(brief) || includesOtherFiles(brief) || brief.citations.some(({ style }) => style === 'key')) return;
    const atLeast = typeof options['atLeast'] === 'number' ? options['atLeast'] : 3;
    const mark = numberedMark(brief, atLeast);
    if (mark) {
      yield { span: mark, level: 'missing', message: `Numbers such as "${sliceOf(brief.text, mark)}" point into a reference list that is not there` };
      return;
    }
    const citations = brief.citations.filter(({ span, style, isOwnWork }) => (style === 'parenthetical' || style === 'narrative') && !isOwnWork && !isLinked(brief, span));
    const mentions = citations.flatMap((citation) => citation.works).filter(({ author, year }) => author !== null && year !== null);
    const first = citations[0];
    if (!first || mentions.length < Math.max(atLeast, 1)) return;
    const works = distinctWorks(brief, mentions);
    // One name again and again is hardly ever a work: more often the year of a programme or a case.
    if (works.length < 2) return;
    yield { span: first.span, level: 'missing', message: `${works.length} works are cited by author and year and there is no reference list`, fixes: [listFix(brief, works)] };
  },
});

/** The first of several marks like "[3]" that count up from 1; null for lone numbers in brackets, which may be anything. */
const numberedMark = (brief: Brief, atLeast: number): Span | null => {
  if (brief.footnotes.length > 0) return null;
  const marks = brief.sentences.filter(({ text }) => text.includes('[')).flatMap(({ text, toSource }) =>
    findNumberedMarks(text)
      .filter(({ span }) => text.startsWith('[', span.start))
      .map(({ span, works }) => ({ span: spanOf(toSource(span.start), toSource(span.end - 1) + 1), numbers: works.map(({ key }) => Number(key)) })),
  );
  const numbers = new Set(marks.flatMap((mark) => mark.numbers));
  const isCounted = numbers.size >= Math.max(atLeast, 2) && numbers.has(1) && Math.max(...numbers) <= numbers.size * 2;
  return isCounted ? (marks[0]?.span ?? null) : null;
};

/** "[Housing Board, 2024](https://…)" leads to the work without a list. */
const isLinked = (brief: Brief, span: Span): boolean => /\]\(|https?:/.test(sliceOf(brief.text, span));

const hasList = (brief: Brief): boolean =>
  brief.referenceSection !== null ||
  brief.references.length > 0 ||
  brief.metadata.hasReferences ||
  brief.metadata.bibliography.length > 0 ||
  brief.sections.some(({ keys, heading }) => heading !== null && keys.includes('references'));

/** One of each, in the order of their first mention. */
const distinctWorks = (brief: Brief, works: readonly CitedWork[]): readonly CitedWork[] => {
  const byName = new Map<string, CitedWork>();
  for (const work of works) {
    const name = `${brief.aliases.classOf(work.author ?? '')} ${work.year ?? ''}`;
    if (!byName.has(name)) byName.set(name, work);
  }
  return [...byName.values()];
};

const listFix = (brief: Brief, works: readonly CitedWork[]): Fix => {
  const lineBreak = lineBreakOf(brief);
  const gap = brief.isLineStructured ? lineBreak : lineBreak + lineBreak;
  const entries = works.map(({ author, year }) => `- ${author ?? ''} (${year ?? ''}), [Insert title, publisher and address]`).sort();
  const at = brief.text.trimEnd().length;
  return {
    title: 'Add the section "References" with entries to complete',
    safe: false,
    edits: [{ span: spanOf(at, brief.text.length), newText: `${gap}${brief.isLineStructured ? '' : '## '}References${gap}${entries.join(lineBreak)}${lineBreak}` }],
  };
};
