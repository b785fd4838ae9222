import { phrasePattern } from '../lint/cues/phrase-pattern';
import { asOfFix } from '../lint/as-of-date';
import { findCues, type Cue } from '../lint/find-cues';
import { shorten } from '../lint/message-words';
import { defineRule } from '../lint/rule';
import { standsIn } from '../lint/sections';
import type { Sentence } from '../model/brief';
import type { SectionKey } from '../profiles/section-keys';

export const relativeDate = defineRule({
  meta: {
    name: 'relative-date',
    group: 'style',
    title: 'Time that depends on the day of reading',
    levels: { word: 'hint' },
    fix: 'suggestion',
    options: { whenDated: { type: 'boolean', default: false, description: 'Also report briefs that show their own date.' } },
    docs: {
      what: 'Words such as "currently", "recently" or "last year" in a brief that shows no date.',
      why: 'A brief is read months after it was written; then "currently" says nothing, and nobody can tell what it meant.',
      how: 'Write the time: "as of March 2026", "in 2025". Or give the brief a date, in its front matter or in its first lines.',
      limits: [
        '"Current" before a noun is reported once a brief, not beside another time ("current and future rates"), and not in terms of art: current account, current prices, current law, current spending, Current Affairs.',
        'The fix puts "as of" with the date of the brief in place of "currently" and its like, and the year in place of "last year"; without a date it leaves a blank to fill in. For "soon", "recently" and "in recent years" there is none, for nobody but the author knows when that was.',
        'A sentence that also states a year or a date is not reported.'],
      authority: 'United Nations Editorial Manual; Wikipedia on relative time',
      flagged: [{ text: 'The ministry is currently drafting the rules.' }],
      clean: [{ text: 'As of March 2026 the ministry is drafting the rules.' }],
    },
  },
  *check({ brief, options }) {
    const date = brief.metadata.date;
    if (date !== null && options['whenDated'] !== true) return;
    const states: Cue[] = [];
    for (const sentence of brief.sentences) {
      if (sentence.container === 'quote' || standsIn(brief, sentence.section, timeless) || isDated(sentence)) continue;
      const cue = [...findCues(sentence, relativeWords)].find(({ index, text }) => !isName(sentence, index, text));
      if (cue) {
        // With a date in it the sentence is settled; a blank settles only the word that it takes the place of.
        const fix = date === null && [...findCues(sentence, relativeWords)].length > 1 ? null : asOfFix(brief, sentence, cue);
        yield { span: cue.span, level: 'word', message: date === null ? `"${shorten(cue.text)}" has no date to count from` : `"${shorten(cue.text)}" is true of ${date.value}, and will be read later`, fixes: fix ? [fix] : [] };
      } else states.push(...currentCues(sentence).slice(0, 1));
    }
    const [first] = states;
    if (first) yield { span: first.span, level: 'word', message: `"current" ${date === null ? 'has no date to count from' : `is true of ${date.value}, and will be read later`}${states.length > 1 ? `, here and ${states.length === 2 ? 'once' : `${String(states.length - 1)} times`} more` : ''}`, related: states.slice(1, 1 + mostShown).map(({ span }) => ({ span, message: '"current"' })) };
  },
});

const mostShown = 10;

const timeless: ReadonlySet<SectionKey> = new Set(['exam-use', 'references', 'further-reading', 'disclosure']);

const relativeWords = phrasePattern([
  'currently', 'recently', 'lately', 'nowadays', 'presently', 'at present', 'at the moment', 'these days', 'today', 'this year', 'last year', 'next year', 'this month', 'last month', 'next month', 'this week', 'last week',
  'in recent years', 'in recent months', 'in recent weeks', 'in recent decades', 'over recent years', 'in the past few years', 'over the past few years', 'in the last few years', 'over the last few years', 'in the coming years', 'in the coming months', 'until now', 'two years ago', 'three years ago', 'five years ago', 'ten years ago', 'a few years ago', 'some years ago', 'soon',
]);

/** Accounts, prices and laws that are called so, and what flows in rivers and wires. */
const current =
  /(?<!\b(?:[Aa]t|[Ii]n|[Uu]nder|against|and|or|electric|ocean|tidal|[Dd]irect|[Aa]lternating)\s)(?<![\p{L}-])current(?=\s+(?!(?:account|affairs|prices?|dollars?|terms|law|policy|policies|rules?|baseline|assets?|liabilit\p{L}+|expenditures?|expenses?|spending|costs?|transfers?|budgets?|balances?|revenues?|receipts?|grants?|income|literature|population\s+survey|members?|students?|users?|employees?|smokers?|year|practice|papers?|reports?|stud(?:y|ies)|briefs?|documents?)\b)(?:[\p{Ll}-]+\s+){0,2}\p{Ll})/gu;

/** "The current and the future rate": held against another time, the word says which of two is meant. */
const otherTime = /\b(?:future|potential|former|past|historical?|previous|earlier|scenarios?|propos\p{L}+|reform\p{L}*|targets?|projected|predict\p{L}*)\b/iu;

const currentCues = (sentence: Sentence): readonly Cue[] => (otherTime.test(sentence.text) ? [] : [...findCues(sentence, current)]);

const isDated = (sentence: Sentence): boolean => sentence.quantities.some((quantity) => quantity.form === 'year' || quantity.form === 'date') || sentence.citations.some((citation) => citation.works.some((work) => work.year !== null));

/** "Business Today" is a name; "as soon as" counts from something. */
function isName(sentence: Sentence, index: number, text: string): boolean {
  if (/^\p{Lu}/u.test(text) && index > 0 && !/[.!?:]["”’)\s]*$/.test(sentence.text.slice(Math.max(0, index - 12), index).trimEnd())) return true;
  const before = sentence.text.slice(0, index);
  const after = sentence.text.slice(index + text.length);
  // "Today's children" are those of our time.
  if (/^today$/i.test(text) && /^[’']s\b/.test(after)) return true;
  return /^soon$/i.test(text) && (/\b(?:as|too|how|very)\s+$/i.test(before) || /^\s+(?:as|after|before|thereafter|enough)\b/i.test(after));
}
