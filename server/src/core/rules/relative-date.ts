import { phrasePattern } from '../lint/cues/phrase-pattern';
import { findCues } from '../lint/find-cues';
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
      limits: ['"Current" before a noun is not reported: "current law" and "current prices" are terms of art.', 'A sentence that also states a year or a date is not reported.'],
      authority: 'United Nations Editorial Manual; Wikipedia on relative time',
      flagged: [{ text: 'The ministry is currently drafting the rules.' }],
      clean: [{ text: 'As of March 2026 the ministry is drafting the rules.' }],
    },
  },
  *check({ brief, options }) {
    const date = brief.metadata.date;
    if (date !== null && options['whenDated'] !== true) return;
    for (const sentence of brief.sentences) {
      if (sentence.container === 'quote' || standsIn(brief, sentence.section, timeless) || isDated(sentence)) continue;
      for (const cue of findCues(sentence, relativeWords)) {
        if (isName(sentence, cue.index, cue.text)) continue;
        const fixes = date !== null && /^currently$/i.test(cue.text) ? [{ title: `Change to "as of ${date.value}"`, safe: false, edits: [{ span: cue.span, newText: `as of ${date.value}` }] }] : [];
        yield { span: cue.span, level: 'word', message: `"${shorten(cue.text)}" has no date to count from`, fixes };
        break;
      }
    }
  },
});

const timeless: ReadonlySet<SectionKey> = new Set(['exam-use', 'references', 'further-reading', 'disclosure']);

const relativeWords = phrasePattern([
  'currently', 'recently', 'lately', 'nowadays', 'presently', 'at present', 'at the moment', 'these days', 'today', 'this year', 'last year', 'next year', 'this month', 'last month', 'next month', 'this week', 'last week',
  'in recent years', 'in recent months', 'in recent weeks', 'in recent decades', 'over recent years', 'in the past few years', 'over the past few years', 'in the last few years', 'over the last few years', 'in the coming years', 'in the coming months', 'soon',
]);

const isDated = (sentence: Sentence): boolean => sentence.quantities.some((quantity) => quantity.form === 'year' || quantity.form === 'date') || sentence.citations.some((citation) => citation.works.some((work) => work.year !== null));

/** "Business Today" is a name; "as soon as" counts from something. */
function isName(sentence: Sentence, index: number, text: string): boolean {
  if (/^\p{Lu}/u.test(text) && index > 0 && !/[.!?:]["”’)\s]*$/.test(sentence.text.slice(Math.max(0, index - 12), index).trimEnd())) return true;
  const before = sentence.text.slice(0, index);
  const after = sentence.text.slice(index + text.length);
  return /^soon$/i.test(text) && (/\b(?:as|too|how|very)\s+$/i.test(before) || /^\s+(?:as|after|before|thereafter|enough)\b/i.test(after));
}
