import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../server/src/check';
import { answersFor, citationStub, citeStatement, findStatementAt, markAsCommonKnowledge, markAsOwn, whyNoAnswer, type Statement } from '../../server/src/core/features/author-answers';
import { asksForSource, isAskingRule } from '../../server/src/core/lint/asking';
import { applyEdits } from '../../server/src/core/features/fix-all';
import { parseBibliography } from '../../server/src/core/library/parse-bibliography';
import type { Library } from '../../server/src/core/library/library';
import type { Edit, Finding } from '../../server/src/core/lint/rule';
import type { Brief } from '../../server/src/core/model/brief';
import { toLayer } from '../../server/src/settings';
import { bib } from '../support/cited-brief';

interface Checked {
  readonly text: string;
  readonly brief: Brief;
  readonly library: Library;
  readonly findings: readonly Finding[];
}

const check = (text: string, withBib = true): Checked => {
  const library = { files: withBib ? [parseBibliography('references.bib', bib)] : [], unreadable: [], texts: new Map() };
  return { text, ...checkDocument({ text, layers: withBib ? [toLayer('editor', { bibliography: 'references.bib' })] : [], today: '2026-06-15', library }) };
};

const rulesAsked = ({ findings }: Checked): readonly string[] => findings.filter(asksForSource).map(({ rule }) => rule);

const firstStatement = (checked: Checked): Statement => {
  const asked = checked.findings.find(asksForSource);
  const statement = asked && findStatementAt(checked.brief, checked.findings, asked.span.start);
  if (statement === undefined) throw new Error(`nobody asks anything about: ${checked.text}`);
  return statement;
};

const answered = (text: string, answer: (checked: Checked, statement: Statement) => readonly Edit[] | undefined, withBib = true): string => {
  const checked = check(text, withBib);
  return applyEdits(text, answer(checked, firstStatement(checked)) ?? []);
};

const cite = ({ brief, library }: Checked, statement: Statement): readonly Edit[] => {
  const reference = library.references.find(({ id, listNumber }) => id === 'harbour2025' || listNumber === 1) ?? library.references[0];
  return reference === undefined ? [] : citeStatement(brief, library, statement, reference, 'apa');
};

const own = ({ brief }: Checked, statement: Statement): readonly Edit[] => markAsOwn(brief, statement);
const common = ({ brief }: Checked, statement: Statement): readonly Edit[] | undefined => markAsCommonKnowledge(brief, statement);

/** One of each rule, in the ways that sentences end. */
const claims = {
  'unsourced-statistic': 'Rent takes 52% of the income of young families.',
  'in bold': '**Rent takes 52% of the income of young families.**',
  'without a stop': '- Rent takes 52% of the income of young families',
  'before another': 'Rent takes 52% of the income of young families. The board meets in May.',
  'in brackets': 'Rent takes much (52% of the income of young families).',
  'unsourced-legal-claim': 'The Tenancy Act prohibits deposits above three months and remains in force in most provinces.',
  'unsourced-official-action': 'In 2019 the Ministry of Transport abolished the night levy on trucks.',
  'unsourced-trend': 'The number of trucks at night has risen sharply in the last ten years.',
} as const;

describe('each answer settles the matter', () => {
  it.each(Object.entries(claims))('a citation by key: %s', (_name, text) => {
    const cited = answered(text, cite);
    expect(cited).toContain(' [@harbour2025]');
    expect(rulesAsked(check(cited))).toEqual([]);
  });

  it.each(Object.entries(claims))('own analysis: %s', (_name, text) => {
    const marked = answered(text, own);
    expect(marked).toMatch(/ \(own analysis\)[.)*]*/);
    expect(rulesAsked(check(marked))).toEqual([]);
  });

  it.each(Object.entries(claims))('common knowledge: %s', (_name, text) => {
    const marked = answered(text, common);
    expect(marked).toContain('-- common knowledge -->');
    const { findings } = check(marked);
    expect(findings.filter(({ rule, group }) => isAskingRule(rule) || group === 'setup')).toEqual([]);
  });

  it.each(Object.entries(claims))('a stub is a placeholder that is reported as one: %s', (_name, text) => {
    const stubbed = answered(text, ({ brief }, statement) => citationStub(brief, statement));
    const { findings } = check(stubbed);
    expect(findings.map(({ rule }) => rule).filter(isAskingRule)).toEqual([]);
    expect(findings.map(({ rule }) => rule)).toContain('placeholder-left-in');
  });
});

describe('a citation', () => {
  const list = '\n\n## References\n\n- Harbour Office (2025). *Freight Through the North Gate*.\n';
  const numbered = '\n\n## References\n\n1. Harbour Office (2025). *Freight Through the North Gate*.\n';
  const claim = 'Rent takes 52% of the income of young families.';

  it.each([
    ['by author and year', `${claim}\n\nThe gate is old (Harbour Office, 2025).${list}`, 'families (Harbour Office, 2025).'],
    ['by number', `${claim}\n\nThe gate is old [1].${numbered}`, 'families [1].'],
    ['as a note that is there already', `${claim}\n\nThe gate is old.[^1]\n\n[^1]: Harbour Office (2025). *Freight Through the North Gate*.${list}`, 'families.[^1]'],
  ])('is written as the brief does: %s', (_name, text, expected) => {
    expect(answered(text, cite, false)).toContain(expected);
  });

  it('brings a new note with it', () => {
    const cited = answered('Rent takes 52% of the income of young families.\n\nThe gate is old.[^1]\n\n[^1]: See the map.\n', cite);
    expect(cited).toContain('families.[^2]');
    expect(cited).toMatch(/\[\^2\]: Harbour Office/);
  });

  it('stands behind the closing mark of a quotation', () => {
    const text = 'The gate is old.\n\n"No town of this size can pay for its own water works. None should be asked to do it."\n\nIt is dear.\n';
    const cited = answered(text, cite);
    expect(cited).toContain('asked to do it." [@harbour2025]');
    expect(rulesAsked(check(cited))).toEqual([]);
  });

  it('names those that experts are', () => {
    const cited = answered('Experts say that the levy is too low.', cite);
    expect(cited).toBe('Experts say that the levy is too low [@harbour2025].');
    expect(rulesAsked(check(cited))).toEqual([]);
  });
});

describe('own analysis', () => {
  it.each([
    ['of figures', 'Rent takes 52% of the income of young families.', 'authors’ calculations'],
    ['of anything else', 'In 2019 the Ministry of Transport abolished the night levy on trucks.', 'authors’ analysis'],
  ])('is named as the brief names it elsewhere, %s', (_name, claim, words) => {
    const text = `${claim}\n\n| Port | 2024 |\n| --- | --- |\n| North | 12% |\n\nSource: Authors’ calculations.\n`;
    expect(answered(text, own)).toContain(` (${words}).`);
  });

  it('of what is to come is a projection', () => {
    const marked = answered('Solar power will supply 40% of demand by 2035.', own);
    expect(marked).toBe('Solar power will supply 40% of demand by 2035 (own projection).');
    expect(rulesAsked(check(marked))).toEqual([]);
  });
});

describe('what can be answered', () => {
  it.each([
    ['unsourced-statistic', ['citation', 'stub', 'own-analysis', 'common-knowledge']],
    ['projection-without-basis', ['citation', 'own-analysis']],
    ['vague-attribution', ['citation']],
    ['unattributed-quotation', ['citation']],
    ['empty-section', []],
  ])('about %s', (rule, answers) => {
    expect(answersFor(rule)).toEqual(answers);
  });

  it('a sentence about which nobody asks can be cited, but is no common knowledge', () => {
    const checked = check('The board meets in May. It is old.');
    const statement = findStatementAt(checked.brief, checked.findings, 5);
    expect(statement?.sentence.text).toBe('The board meets in May.');
    expect(statement && markAsCommonKnowledge(checked.brief, statement)).toBeUndefined();
  });

  it('nothing outside of sentences', () => {
    const checked = check('# Title\n\nThe board meets in May.\n');
    expect(findStatementAt(checked.brief, checked.findings, 2)).toBeUndefined();
  });
});

describe('brackets leave text and Markdown whole', () => {
  it.each([
    ['behind the stop of an abbreviation', 'Rent takes 52% of income in the U.S.', 'in the U.S. (own analysis).'],
    ['of the clock', 'The last bus leaves at 4 p.m. and takes 52% of those who work until 4 p.m. The town is small.', 'until 4 p.m. (own analysis). The town is small.'],
    ['at the end of a list of things', 'Some 52% went on rent, food, etc.', 'food, etc. (own analysis).'],
    ['but before that of a word', 'Some 52% is lost to the sun. The town is small.', 'to the sun (own analysis). The town is small.'],
    ['before all dots', 'Rent takes 52% of the income of young families...', 'young families (own analysis)...'],
    ['before two marks', 'Rent takes 52% of the income of young families!!', 'young families (own analysis)!!'],
    ['before an escaped stop', 'Rent takes 52% of income\\. The town is small.', 'of income (own analysis)\\. The town'],
    ['outside of a link', 'Rent takes 52% of income, see [the page.](#rent) The town is small.', 'see [the page.](#rent) (own analysis). The town is small.'],
    ['outside of a link by reference', 'Rent takes 52% of income, see [the page.][rent]\n\n[rent]: #rent\n', 'see [the page.][rent] (own analysis).\n'],
    ['outside of a link in bold', 'Rent takes 52% of income, see **[the page.](#rent)**', 'see **[the page.](#rent) (own analysis).**'],
    ['outside of a link to a page', 'Rent takes 52% of income, see [[the page.]]', 'see [[the page.]] (own analysis)'],
    ['behind brackets that are no link', 'Rent takes much [52% of income.]', '[52% of income.] (own analysis)'],
  ])('%s', (_name, text, expected) => {
    const marked = answered(text, own, false);
    expect(marked).toContain(expected);
    expect(rulesAsked(check(marked, false))).toEqual([]);
  });
});

describe('an answer that makes no sense', () => {
  const whyNot = (text: string): string | undefined => whyNoAnswer(firstStatement(check(text)), 'own-analysis');

  it('somebody else’s words are not the author’s analysis, though a stub may stand behind them', () => {
    const quoted = firstStatement(check('“The harbour has lost half of its trade and nobody wants to talk about it.” The town is small.'));
    expect(whyNoAnswer(quoted, 'own-analysis')).toBe('Your own analysis is no answer here: a source is asked for.');
    expect(whyNoAnswer(quoted, 'stub')).toBeUndefined();
    expect(whyNoAnswer(quoted, 'citation')).toBeUndefined();
  });

  it('what is marked is not marked twice', () => {
    const marked = check('Rent takes 52% of income (own analysis).');
    const statement = findStatementAt(marked.brief, marked.findings, 3);
    expect(statement && whyNoAnswer(statement, 'own-analysis')).toBe('This statement is marked as your own already.');
  });

  it('what is asked of a figure, or of nothing, may be answered', () => {
    expect(whyNot('Rent takes 52% of the income of young families.')).toBeUndefined();
    const idle = check('The board meets in May.');
    const statement = findStatementAt(idle.brief, idle.findings, 3);
    expect(statement && whyNoAnswer(statement, 'own-analysis')).toBeUndefined();
  });
});
