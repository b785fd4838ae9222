/** The ledger as tables of words, for reports that people read. Each reporter sets and escapes them in its own way. */
import { isStatistic } from '../core/features/evidence-figures';
import type { Evidence } from '../core/features/evidence';
import type { EvidenceCitation } from '../core/features/evidence-citations';
import type { EvidenceClaim } from '../core/features/evidence-claims';
import type { EvidenceReference } from '../core/features/evidence-references';
import { shorten } from '../core/lint/message-words';
import type { Places } from './places';
import { counted } from './text-report';

export interface Sheet {
  readonly title: string;
  /** What stands here, or that nothing does. */
  readonly note: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface SheetInput {
  readonly evidence: Evidence;
  /** Of the brief. */
  readonly text: string;
  readonly places: Places;
}

export const buildSheets = (input: SheetInput): readonly Sheet[] => [
  citationSheet(input),
  referenceSheet(input),
  unlistedSheet(input),
  claimSheet(input),
  figureSheet(input),
  recommendationSheet(input),
  uncheckedSheet(input),
];

export const summaryOf = ({ claims, figures, citations, references, recommendations, works }: Evidence): string => {
  const stated = claims.filter(({ inTable }) => !inTable);
  const unsourced = stated.filter(({ status }) => status === 'unsourced').length;
  const leading = citations.filter(({ reference }) => reference !== null).length;
  const withText = references.filter(({ text, citedBy }) => text !== null && citedBy.length > 0).length;
  const parts = [
    `${counted(citations.length, 'citation')} of ${counted(works.length, 'work')}, ${leading} of them with an entry in a list`,
    `${counted(references.length, 'reference')}, ${withText} cited with their text at hand`,
    `${counted(stated.length, 'claim')}, ${unsourced} without a source`,
    counted(figures.filter(isStatistic).length, 'figure'),
    counted(recommendations.length, 'recommendation'),
  ];
  return `${parts.join('; ')}.`;
};

const lineOf = (places: Places, start: number): string => String(places.placeOf(start).line);

const linesOf = ({ evidence, places }: SheetInput, indices: readonly number[]): string =>
  [...new Set(indices.map((index) => lineOf(places, evidence.citations[index]?.start ?? 0)))].join(', ');

const dash = '–';

const citationSheet = ({ evidence, places }: SheetInput): Sheet => {
  const byId = new Map(evidence.references.map((reference) => [reference.id, reference]));
  return {
    title: 'Citations',
    note: evidence.citations.length === 0 ? 'The brief cites nothing.' : 'Each place that names a source, what it leads to, and what the text of that source says to the figures and quotations beside it.',
    head: ['Line', 'Section', 'As written', 'Leads to', 'Text of the source', 'Figures and quotations'],
    rows: evidence.citations.map((citation) => [
      lineOf(places, citation.start),
      citation.section ?? dash,
      shorten(citation.text, 70),
      leadsTo(citation),
      textOf(byId.get(citation.reference ?? '')),
      verdictsOf(citation),
    ]),
  };
};

export const leadsTo = (citation: EvidenceCitation): string => {
  if (citation.reference !== null) return citation.reference;
  if (citation.isOwnWork) return 'own work';
  switch (citation.resolution) {
    case 'ambiguous':
      return `several: ${citation.candidates.join(', ')}`;
    case 'missing':
      return citation.candidates.length === 0 ? 'no entry' : `no entry; nearest ${citation.candidates.join(', ')}`;
    case 'found':
    case 'not-listed':
      return unlisted[citation.style] ?? 'not in a list';
  }
};

/** Forms that need no list. */
const unlisted: Readonly<Partial<Record<EvidenceCitation['style'], string>>> = { footnote: 'its note', link: 'its address', instrument: 'complete in itself', 'data-portal': 'complete in itself' };

const textOf = (reference: EvidenceReference | undefined): string => {
  if (reference === undefined) return dash;
  if (reference.text === null) return 'not here';
  return reference.text.problem === null ? reference.text.path : `${reference.text.path} (${reference.text.problem})`;
};

const verdictWords = {
  found: 'found',
  rounded: 'found, rounded',
  'other-unit': 'other unit or size there',
  'not-found': 'not found',
  'no-text': 'no text',
  verbatim: 'word for word',
  differs: 'words differ',
} as const;

export const verdictsOf = ({ figures, quotations }: Pick<EvidenceCitation, 'figures' | 'quotations'>): string => {
  const all = [...figures, ...quotations];
  if (all.length === 0 || all.every(({ verdict }) => verdict === 'no-text')) return dash;
  return all.map(({ text, verdict, page, line }) => `${shorten(text, 40)}: ${verdictWords[verdict]}${placeIn(page, line)}`).join('; ');
};

const placeIn = (page: number | null, line: number | null): string => {
  if (page !== null) return ` (page ${page})`;
  return line === null ? '' : ` (line ${line})`;
};

const referenceSheet = (input: SheetInput): Sheet => {
  const { evidence } = input;
  return {
    title: 'References',
    note: evidence.references.length === 0 ? 'There is no reference list and no bibliography.' : 'Entries of the reference list and of bibliographies.',
    head: ['Key', 'Reference', 'File', 'Cited on lines', 'Text', 'Looked up'],
    rows: evidence.references.map((reference) => [
      reference.id,
      reference.formatted,
      reference.path ?? 'in the brief',
      reference.citedBy.length === 0 ? 'not cited' : linesOf(input, reference.citedBy),
      textOf(reference),
      reference.lookedUp.length === 0 ? dash : reference.lookedUp.join(', '),
    ]),
  };
};

const unlistedSheet = (input: SheetInput): Sheet => {
  const works = input.evidence.works.filter(({ reference }) => reference === null);
  return {
    title: 'Cited works without an entry',
    note: works.length === 0 ? 'None.' : 'Works that the brief names and no list describes. Several names of one body count as one.',
    head: ['Work', 'Year', 'Cited on lines'],
    rows: works.map(({ name, year, citedBy }) => [name, year ?? dash, linesOf(input, citedBy)]),
  };
};

const claimSheet = (input: SheetInput): Sheet => {
  const { evidence, text, places } = input;
  const claims = withoutRunsOfCells(evidence.claims);
  return {
    title: 'Claims',
    note: claims.length === 0 ? 'None was found.' : 'What somebody could check, whose it is and what it rests on. Probability: that an editor would ask for a source and find none. "Exempt": nobody asks for one there.',
    head: ['Line', 'Claim', 'Kind', 'Whose', 'Status', 'Rests on', 'Sources on lines', 'Probability', 'Asked by'],
    rows: claims.map((claim) => [
      lineOf(places, claim.start),
      claim.inTable ? 'Figures of a table' : shorten(text.slice(claim.start, claim.end).replace(/\*\*|__/g, ''), 140),
      claim.kinds.length === 0 ? dash : claim.kinds.join(', '),
      whoseOf(claim),
      claim.status,
      claim.basis ?? (claim.status === 'unsourced' ? 'nothing' : dash),
      claim.citations.length === 0 ? dash : linesOf(input, claim.citations),
      claim.probability === null ? dash : claim.probability.toFixed(2),
      claim.rule ?? dash,
    ]),
  };
};

export const whoseOf = ({ owner }: Pick<EvidenceClaim, 'owner'>): string => (owner === 'author' ? "author's" : "others'");

/** Cells of a table that rest on the same are one row to a reader. */
const withoutRunsOfCells = (claims: readonly EvidenceClaim[]): readonly EvidenceClaim[] =>
  claims.filter((claim, i) => {
    const before = claims[i - 1];
    return !(claim.inTable && before?.inTable === true && before.basis === claim.basis && before.status === claim.status && before.section === claim.section);
  });

const figureSheet = ({ evidence, places }: SheetInput): Sheet => {
  const figures = evidence.figures.filter(isStatistic);
  return {
    title: 'Figures',
    note: figures.length === 0 ? 'None.' : 'Numbers of text and tables, without years and dates, and the values that the writing allows.',
    head: ['Line', 'Figure', 'Of what', 'When', 'From', 'To', 'Unit', 'Cannot be true with'],
    rows: figures.map((figure) => [
      lineOf(places, figure.start),
      figure.text,
      figure.what ?? dash,
      figure.when ?? dash,
      bound(figure.low),
      bound(figure.high),
      figure.unit ?? dash,
      figure.conflicts.length === 0 ? dash : figure.conflicts.map((index) => conflictWords(evidence, places, index)).join('; '),
    ]),
  };
};

const bound = (value: number | null): string => (value === null ? 'open' : String(Number(value.toPrecision(12))));

const conflictWords = (evidence: Evidence, places: Places, index: number): string => {
  const other = evidence.figures[index];
  return other === undefined ? '' : `${other.text} on line ${lineOf(places, other.start)}`;
};

const recommendationSheet = (input: SheetInput): Sheet => {
  const { evidence, places } = input;
  return {
    title: 'Recommendations',
    note: evidence.recommendations.length === 0 ? 'None was found.' : `${gapsIn(evidence.recommendations)} As far as their own words, their headings and their row of a table say it.`,
    head: ['Line', 'Who', 'What', 'By when', 'Cost', 'Measure', 'Rests on lines', 'Carried by lines'],
    rows: evidence.recommendations.map(({ start, what, who, byWhen, cost, measure, restsOn, carriedBy }) => [
      lineOf(places, start),
      who ?? dash,
      shorten(what, 140),
      byWhen ?? dash,
      cost ?? dash,
      measure ?? dash,
      restsOn === null ? dash : linesOf(input, restsOn),
      carriedBy.length === 0 ? dash : carriedBy.map((place) => `${lineOf(places, place.start)} (${place.words.join(', ')})`).join('; '),
    ]),
  };
};

/** "Of 6 recommendations, 1 names nobody, 4 have no measure." */
const gapsIn = (recommendations: Evidence['recommendations']): string => {
  const count = (isMissing: (recommendation: Evidence['recommendations'][number]) => boolean): number => recommendations.filter(isMissing).length;
  const have = (many: number): string => (many === 1 ? 'has' : 'have');
  const gaps: readonly (readonly [number, string])[] = [
    [count(({ who }) => who === null), 'nobody to act'],
    [count(({ byWhen }) => byWhen === null), 'no date'],
    [count(({ cost }) => cost === null), 'no cost'],
    [count(({ measure }) => measure === null), 'no measure'],
    [count(({ restsOn, carriedBy }) => restsOn === null && carriedBy.length === 0), 'nothing in the brief that it was found to rest on'],
  ];
  const open = gaps.filter(([many]) => many > 0).map(([many, words]) => `${many} ${have(many)} ${words}`);
  return `Of ${counted(recommendations.length, 'recommendation')}, ${open.length === 0 ? 'each has all its parts' : open.join(', ')}.`;
};

const uncheckedSheet = ({ evidence, places }: SheetInput): Sheet => ({
  title: 'What was not checked',
  note: evidence.unchecked.length === 0 ? 'Nothing was left out.' : 'What brieflint could not look at, and why.',
  head: ['Line', 'Reason'],
  rows: evidence.unchecked.map(({ start, end, reason }) => [start === end ? 'whole brief' : lineOf(places, start), reason]),
});
