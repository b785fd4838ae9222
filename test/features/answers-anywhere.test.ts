/** Whatever asks for a source in our examples and flawed briefs is settled by each answer that is offered for it, and nothing new is asked. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../../server/src/check';
import { answersFor, citationStub, citeStatement, findStatementAt, markAsCommonKnowledge, markAsOwn, type AnswerKind, type Statement } from '../../server/src/core/features/author-answers';
import { asksForSource } from '../../server/src/core/lint/asking';
import { applyEdits } from '../../server/src/core/features/fix-all';
import { rankReferences } from '../../server/src/core/features/likely-references';
import type { Edit, Finding } from '../../server/src/core/lint/rule';
import { checkCorpusText, corpusBriefs } from '../support/corpus';

const examples = join(import.meta.dirname, '..', '..', 'examples', 'briefs');

const briefs = [
  ...corpusBriefs('flawed'),
  ...readdirSync(examples)
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ name, text: readFileSync(join(examples, name), 'utf8') })),
];

const cases = briefs.flatMap(({ name, text }) => {
  const checked = checkCorpusText(text);
  return checked.findings.filter(asksForSource).flatMap((finding) => answersFor(finding.rule).map((answer) => ({ name, text, checked, finding, answer, message: finding.message, rule: finding.rule })));
});

const editsOf = ({ brief, library }: CheckResult, statement: Statement, answer: AnswerKind): readonly Edit[] | undefined => {
  switch (answer) {
    case 'citation': {
      const [best] = rankReferences(brief, library, statement.sentence);
      return best && citeStatement(brief, library, statement, best.reference, 'apa');
    }
    case 'stub':
      return citationStub(brief, statement);
    case 'own-analysis':
      return markAsOwn(brief, statement);
    case 'common-knowledge':
      return markAsCommonKnowledge(brief, statement);
  }
};

const rowOf = ({ rule, message }: Finding): string => `${rule}: ${message}`;

const rowsOf = ({ findings }: CheckResult): readonly string[] => findings.filter(asksForSource).map(rowOf);

describe('what asks for a source', () => {
  it('is there', () => expect(cases.length).toBeGreaterThan(20));

  it.each(cases)('$name: $answer settles $rule: $message', ({ text, checked, finding, answer }) => {
    const statement = findStatementAt(checked.brief, checked.findings, finding.span.start);
    const edits = statement && editsOf(checked, statement, answer);
    // A brief without works has nothing to cite.
    if (edits === undefined) return;
    const before = rowsOf(checked);
    const after = rowsOf(checkCorpusText(applyEdits(text, edits)));
    const settled = rowOf(finding);
    expect(after.filter((row) => row === settled).length).toBeLessThan(before.filter((row) => row === settled).length);
    expect(after.filter((row) => !before.includes(row))).toEqual([]);
  });
});
