import { findBrokenForms } from '../lint/broken-citations';
import { nameOfWork } from '../lint/cited-works';
import { shorten } from '../lint/message-words';
import { defineRule, type Edit, type RuleFinding } from '../lint/rule';
import type { Brief } from '../model/brief';
import type { Citation, CitedWork } from '../text/citation';
import { rememberByPiece } from '../text/remember-by-words';
import { shiftSpan, sliceOf, spanOf } from '../text/span';

export const malformedCitation = defineRule({
  meta: {
    name: 'malformed-citation',
    group: 'citations',
    title: 'Citation in an odd form',
    levels: { form: 'information' },
    fix: 'safe',
    options: {},
    docs: {
      what: 'A citation with a stray blank, with or without the comma that all others have, with the year before the name, or with a comma between name and bracket.',
      why: 'Such slips make a brief look unfinished, and reference managers and readers stumble over them.',
      how: 'Write citations in one form. Blanks and commas are mended on request for the whole file; all else is offered.',
      limits: ['Whether a comma belongs before the year is judged by the other citations of the brief, if at least three agree.', 'Turned or unclosed brackets are recognised only around names that the brief or the shipped list knows.'],
      authority: 'OECD Style Guide: one form of citation throughout',
      flagged: [{ text: 'Rents rose (Housing Board, 2024 ).\n' }],
      clean: [{ text: 'Rents rose (Housing Board, 2024).\n' }],
    },
  },
  *check({ brief, library }) {
    const comma = usualComma(brief);
    for (const citation of brief.citations) {
      if (citation.style !== 'parenthetical') continue;
      const finding = blankFinding(brief, citation) ?? commaFinding(brief, citation, comma);
      if (finding !== undefined) yield finding;
    }
    yield* findBrokenForms(brief, library);
  },
});

/** What is wrong with the blanks of "( Housing Board,2024 )", and what stands there when it is right. */
const blankFaults: readonly { readonly pattern: RegExp; readonly newText: string }[] = [
  { pattern: /(?<=^[([])[ \t]+/gu, newText: '' },
  { pattern: /[ \t]+(?=[)\]]$)/gu, newText: '' },
  { pattern: /(?<=\S)[ \t]+(?=[,;](?:\s|$))/gu, newText: '' },
  { pattern: /(?<=\S)[ \t]{2,}(?=[^\s)\]])/gu, newText: ' ' },
  { pattern: /(?<=\p{L}\.?,)(?=(?:19|20)\d\d[a-z]?(?![\d-]))/gu, newText: ' ' },
  { pattern: /(?<=\d[a-z]?;)(?=\p{L})/gu, newText: ' ' },
];

const blankEdits = rememberByPiece((written): readonly Edit[] =>
  blankFaults.flatMap(({ pattern, newText }) => [...written.matchAll(pattern)].map((match) => ({ span: spanOf(match.index, match.index + match[0].length), newText }))),
);

const blankFinding = (brief: Brief, { span }: Citation): RuleFinding | undefined => {
  const written = sliceOf(brief.text, span);
  if (!/^[([]/.test(written) || /\]\(|https?:|www\.|[`<>]/.test(written)) return undefined;
  const edits = blankEdits(written).map((edit): Edit => ({ ...edit, span: shiftSpan(edit.span, span.start) }));
  if (edits.length === 0 || edits.some((edit, i) => edits.some((other, j) => i < j && edit.span.start <= other.span.end && other.span.start <= edit.span.end))) return undefined;
  const message = edits.every(({ newText }) => newText === '') ? 'A blank too many in' : edits.every(({ newText, span: at }) => newText === ' ' && at.start === at.end) ? 'A blank is missing in' : 'Blanks are wrong in';
  return { span, level: 'form', message: `${message} "${shorten(written.replace(/\s/gu, ' '))}"`, fixes: [{ title: 'Correct the blanks', safe: true, edits }] };
};

type CommaHabit = 'comma' | 'none';

/** What stands between name and year; null where it is neither a comma nor a blank alone. */
const commaOf = (brief: Brief, { author, authorSpan, yearSpan, title }: CitedWork): CommaHabit | null => {
  if (author === null || authorSpan === null || yearSpan === null || title !== null || yearSpan.start < authorSpan.end) return null;
  const between = brief.text.slice(authorSpan.end, yearSpan.start);
  return /^,\s*$/.test(between) ? 'comma' : /^\s+$/.test(between) ? 'none' : null;
};

/** The habit of the brief, if it has one: three citations at least, and three of four. */
const usualComma = (brief: Brief): { readonly habit: CommaHabit; readonly count: number } | null => {
  const habits = brief.citations.filter(({ style }) => style === 'parenthetical').flatMap(({ works }) => works.flatMap((work) => commaOf(brief, work) ?? []));
  const commas = habits.filter((habit) => habit === 'comma').length;
  const count = Math.max(commas, habits.length - commas);
  if (count < 3 || count * 4 < habits.length * 3) return null;
  return { habit: commas === count ? 'comma' : 'none', count };
};

const commaFinding = (brief: Brief, citation: Citation, usual: ReturnType<typeof usualComma>): RuleFinding | undefined => {
  if (usual === null) return undefined;
  const odd = citation.works.filter((work) => {
    const habit = commaOf(brief, work);
    return habit !== null && habit !== usual.habit;
  });
  const [first] = odd;
  if (first === undefined) return undefined;
  const edits = odd.flatMap(({ authorSpan, yearSpan }): readonly Edit[] => (authorSpan === null || yearSpan === null ? [] : [{ span: spanOf(authorSpan.end, yearSpan.start), newText: usual.habit === 'comma' ? ', ' : ' ' }]));
  const what = usual.habit === 'comma' ? 'No comma before the year' : 'A comma before the year';
  return {
    span: first.span,
    level: 'form',
    message: `${what} of "${nameOfWork(first)}", unlike ${String(usual.count)} other citations`,
    fixes: [{ title: usual.habit === 'comma' ? 'Add the comma' : 'Remove the comma', safe: true, edits }],
  };
};
