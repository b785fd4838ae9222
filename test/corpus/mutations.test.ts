/**
 * What an editor would see at once if it happened to a clean brief: a part lost, doubled, emptied or moved. Each change must be found by the rule that
 * is there for it, and by no other one.
 */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../server/src/core/lint/rule';
import { isAtLeast } from '../../server/src/core/lint/severity';
import { columnCells, figureCells, figureOf, isModelOutput, purposeOf } from '../../server/src/core/lint/table-facts';
import type { Brief, Section, TableBlock } from '../../server/src/core/model/brief';
import type { Span } from '../../server/src/core/text/span';
import { applyEdits } from '../support/apply-edits';
import { checkCorpusText, corpusBriefs } from '../support/corpus';

const cleanBriefs = corpusBriefs('clean').map(({ name, text }) => ({ name, text, ...checkCorpusText(text) }));
const briefs = cleanBriefs.filter(({ profile }) => profile?.mode === 'brief');

const briefOf = (name: string): (typeof cleanBriefs)[number] => {
  const found = cleanBriefs.find((brief) => brief.name === `${name}.md`);
  if (!found) throw new Error(`no clean brief ${name}`);
  return found;
};

const keyOf = ({ rule, message }: Finding): string => `${rule}: ${message}`;

/** What the change brings: rules of findings that a reader sees and that the clean brief does not have. */
const newRules = (name: string, change: (text: string) => string): readonly string[] => {
  const before = briefOf(name);
  const known = new Set(before.findings.map(keyOf));
  return checkCorpusText(change(before.text))
    .findings.filter((finding) => isAtLeast(finding.severity, 'information') && !known.has(keyOf(finding)))
    .map(({ rule }) => rule);
};

/** Throws where the words are not there, so that a change is never nothing. */
const replaced = (text: string, words: string | RegExp, by: string): string => {
  const changed = text.replace(words, by);
  if (changed === text) throw new Error(`nothing to replace: ${String(words)}`);
  return changed;
};

/** From a heading of the second level to the next one, its own line included. */
const partOf = (text: string, heading: string): string => {
  const start = text.indexOf(`\n## ${heading}\n`) + 1;
  if (start === 0) throw new Error(`no heading ${heading}`);
  const next = text.indexOf('\n## ', start);
  return next < 0 ? text.slice(start) : text.slice(start, next + 1);
};

const withoutPart = (text: string, heading: string): string => text.replace(partOf(text, heading), '');

const swapped = (text: string, first: string, second: string): string => {
  const [a, b] = [partOf(text, first), partOf(text, second)];
  return text.replace(a, '\u0000').replace(b, () => a).replace('\u0000', () => b);
};

const useOfTheLots = 'Table 2. Use of the lots, 2026\n\n| Use | % of total |\n| --- | ---: |\n| Buses | 48 |\n| Depots | 31 |\n| Training | 24 |\n\nSource: City Treasurer (2025).\n';

interface Case {
  readonly what: string;
  readonly brief: string;
  readonly change: (text: string) => string;
  readonly rules: readonly string[];
}

const cases: readonly Case[] = [
  {
    what: 'a required section is lost, which makes the brief too short',
    brief: 'position-paper',
    change: (text) => withoutPart(text, 'Objections, and our answer'),
    rules: ['length-out-of-range', 'missing-required-section'],
  },
  { what: 'the list of references is lost', brief: 'exam-brief', change: (text) => withoutPart(text, 'References'), rules: ['missing-reference-list'] },
  { what: 'two sections are swapped', brief: 'options-memo', change: (text) => swapped(text, 'Criteria', 'Options'), rules: ['section-order'] },
  { what: 'the summary comes last', brief: 'white-paper', change: (text) => `${withoutPart(text, 'Summary')}\n${partOf(text, 'Summary')}`, rules: ['section-order'] },
  {
    what: 'a section that the profile rules out is added',
    brief: 'parliamentary-note',
    change: (text) => replaced(text, '\n## References\n', '\n## Recommendations\n\nThe assembly should pass the bill by June 2027, within the existing budget.\n\n## References\n'),
    rules: ['missing-required-section'],
  },
  { what: 'the date is lost', brief: 'white-paper', change: (text) => replaced(text, /^date: .*\n/m, ''), rules: ['missing-metadata'] },
  { what: 'a table is lost, its title and source line are left', brief: 'cabinet-paper', change: (text) => replaced(text, /\n\| Effect [^]*?\n\n/, '\n'), rules: ['orphan-source-line'] },
  { what: 'a probability is changed', brief: 'exam-brief', change: (text) => replaced(text, '| Worst | 20% |', '| Worst | 23% |'), rules: ['scenario-probabilities'] },
  {
    what: 'the questions of the answers are lost',
    brief: 'exam-brief',
    change: (text) => replaced(text, /^### .*\?\n/gm, ''),
    rules: ['faq-answer-without-question', 'faq-answer-without-question', 'faq-answer-without-question'],
  },
  { what: 'a figure is left open', brief: 'research-brief', change: (text) => replaced(text, '\n## Method\n', '\nThe study cost USD [XX] million.\n\n## Method\n'), rules: ['placeholder-left-in'] },
  {
    what: 'a column of shares adds up to 103%',
    brief: 'options-memo',
    change: (text) => replaced(text, '\n## Risks and caveats\n', `\n${useOfTheLots}\n## Risks and caveats\n`),
    rules: ['shares-do-not-sum'],
  },
  { what: 'the unit of two tables is lost', brief: 'ria', change: (text) => text.replaceAll(', AUD million, 2025 prices', ', 2025 prices'), rules: ['table-unit-or-year-missing', 'table-unit-or-year-missing'] },
];

describe('one change', () => {
  it.each(cases)('$what: $brief', ({ brief, change, rules }) => {
    expect(newRules(brief, change)).toEqual(rules);
  });
});

const isData = (brief: Brief, table: TableBlock): boolean => purposeOf(brief, table) === 'data' && figureCells(table).length >= 2 && !isModelOutput(table);

const without = (text: string, spans: readonly Span[], by = ''): string => applyEdits(text, spans.map((span) => ({ span, newText: by })));

const findingsOf = (text: string, rule: string): readonly Finding[] => checkCorpusText(text).findings.filter((finding) => finding.rule === rule);

/** Those of the second level that hold no references, which have a rule of their own. */
const mainSections = (brief: Brief): readonly Section[] => brief.sections.filter(({ heading, keys }) => heading?.style === 'atx' && heading.level === 2 && !keys.includes('references'));

/** Its basis stands in a column of its own, with works in the cells. */
const citesInCells = ({ citations }: TableBlock): boolean => citations.length > 0;

/** A column of words may stand in front of the figures. */
const firstHeadOfFigures = (table: TableBlock): Span | undefined =>
  table.head.find(({ column }) => column > 0 && columnCells(table, column).every((cell) => cell.text.trim() === '' || figureOf(cell) !== null))?.span;

describe.each(briefs)('the same all over $name', ({ text, brief }) => {
  const sections = mainSections(brief);
  const tables = brief.tables.filter((table) => isData(brief, table) && !citesInCells(table));

  it('every emptied section is found', () => {
    const emptied = without(text, sections.map(({ bodySpan }) => bodySpan), '\n');
    expect(findingsOf(emptied, 'empty-section')).toHaveLength(sections.length);
  });

  it('every heading that stands twice is found', () => {
    const edits = sections.map(({ heading, span }) => ({ span: { start: span.end, end: span.end }, newText: `\n\n## ${heading?.text ?? ''}\n\nWork goes on.\n` }));
    expect(findingsOf(applyEdits(text, edits), 'duplicate-heading')).toHaveLength(sections.length);
  });

  it('every table of data without its source line is found', () => {
    const lines = tables.flatMap(({ sourceLines }) => sourceLines.flatMap((index) => brief.blocks[index]?.span ?? []));
    expect(findingsOf(without(text, lines), 'table-without-source')).toHaveLength(tables.length);
  });

  it('every column for an unnamed best is found', () => {
    const heads = tables.flatMap((table) => firstHeadOfFigures(table) ?? []);
    expect(findingsOf(without(text, heads, 'Best in region'), 'unnamed-comparator')).toHaveLength(heads.length);
  });
});
