import { nameOfReference, nameOfWork } from '../lint/cited-works';
import { isFigure } from '../text/figures';
import { defineRule, type RuleContext } from '../lint/rule';
import { standsIn } from '../lint/sections';
import { withoutCitations } from '../library/passages';
import { calendarYears, readCitedYear } from '../library/cited-years';
import type { Library } from '../library/library';
import { sentencesWhere } from '../model/sentences-where';
import type { SectionKey } from '../profiles/section-keys';
import type { Citation, CitedWork } from '../text/citation';

export const staleSource = defineRule({
  meta: {
    name: 'stale-source',
    group: 'citations',
    title: 'Old source for a figure of today',
    levels: { old: 'information' },
    fix: 'none',
    options: {
      years: { type: 'number', default: 5, description: 'How many years a source may be older than the brief before it is reported.' },
    },
    docs: {
      what: 'A figure stated in the present tense whose only sources are more than five years older than the brief.',
      why: 'Readers take "is 58%" for the state of today, and the source can only speak for its own year.',
      how: 'Look for a newer figure, or say when it held: "was 58% in 2015".',
      limits: [
        'Only sentences in the present tense with a figure are looked at, and none that names another year.',
        'History, law, methods, definitions, censuses and physical facts are left out as far as their words show.',
        'The age counts from the date of the brief, or from today where it has none.',
      ],
      authority: 'House of Commons Library: "How old is it?"',
      flagged: [{ text: '---\ndate: 2026-03-01\n---\n\nThe literacy rate is 58% (Bureau of Statistics, 2015).\n' }],
      clean: [{ text: '---\ndate: 2026-03-01\n---\n\nThe literacy rate was 58% in 2015 (Bureau of Statistics, 2015).\n' }],
    },
  },
  *check(context) {
    const { brief, library, options } = context;
    const written = yearOfBrief(context);
    const limit = typeof options['years'] === 'number' ? options['years'] : 5;
    if (written === null) return;
    for (const sentence of presentStatements(brief)) {
      if (standsIn(brief, sentence.section, otherTimes)) continue;
      const dated = sentence.citations.map((citation) => newestWork(citation, library));
      const works = dated.filter((work) => work !== null);
      const newest = [...works].sort((a, b) => b.year - a.year)[0];
      if (newest === undefined || works.length < dated.length || written - newest.year <= limit || works.some(({ isTimeless }) => isTimeless)) continue;
      const figure = sentence.quantities.find(isFigure)?.text ?? '';
      yield { span: newest.citation.span, level: 'old', message: `"${newest.name}" is ${String(written - newest.year)} years old and the only source of a present "${figure}"` };
    }
  },
});

const yearOfBrief = ({ brief, today }: RuleContext): number | null => {
  const date = brief.metadata.date?.value ?? today;
  return date === null ? null : Number(date.slice(0, 4));
};

const otherTimes: ReadonlySet<SectionKey> = new Set(['background', 'timeline', 'legal', 'method', 'references', 'glossary', 'annex', 'assumptions', 'case', 'scenarios']);

const presentTense = /\b(?:is|are|remains?|stands?|accounts? for|lacks?|makes? up|lives?|has no|have no|costs?|takes?|contributes?|currently|today|at present|still)\b/iu;
const pastTense = /\b(?:was|were|had|did|rose|fell|grew|found|showed|declined|increased|decreased|dropped|reached|between|since|until|ago|historically|decades?|century|long-term|over time|years?)\b/iu;
const timeless = /\b(?:census|constitution|act|law|ordinance|treaty|convention|regulation|theory|theorem|model|framework|definition|defin(?:es?|ed)|means|known as|refers? to|handbook|textbook|guidelines?|standard|elasticit(?:y|ies)|meta-analysis|systematic review|randomi[sz]ed|trials?|experiments?)\b/iu;

/** Figures of today for which works are cited. */
const presentStatements = sentencesWhere((sentence) => {
  if (sentence.container === 'footnote' || sentence.container === 'quote' || sentence.isQuestion || sentence.citations.length === 0 || !sentence.quantities.some(isFigure)) return false;
  const words = withoutCitations(sentence);
  return presentTense.test(words) && !pastTense.test(words) && !timeless.test(words) && !/\b(?:1[5-9]|20)\d\d\b/u.test(words);
});

interface DatedWork {
  readonly citation: Citation;
  readonly name: string;
  readonly year: number;
  readonly isTimeless: boolean;
}

/** null: its year is not known. */
const newestWork = (citation: Citation, library: Library): DatedWork | null => {
  if (citation.isOwnWork || citation.style === 'instrument' || citation.style === 'link') return null;
  const works = citation.works.map((work) => datedWork(citation, work, library)).filter((work) => work !== null);
  if (works.length === 0 || works.length < citation.works.length) return null;
  return [...works].sort((a, b) => b.year - a.year)[0] ?? null;
};

const lawTypes: ReadonlySet<string> = new Set(['legislation', 'bill', 'legal_case', 'treaty', 'book']);

const datedWork = (citation: Citation, work: CitedWork, library: Library): DatedWork | null => {
  const reference = library.referenceOf(work);
  const year = calendarYears(readCitedYear(work.year ?? reference?.year ?? null).year).at(-1);
  if (year === undefined) return null;
  const words = `${work.author ?? ''} ${work.title ?? ''} ${reference?.title ?? ''}`;
  const name = work.author === null && reference !== undefined ? nameOfReference(reference) : nameOfWork(work);
  return { citation, name, year, isTimeless: timeless.test(words) || (reference !== undefined && lawTypes.has(reference.type)) };
};
