import { vaguePhrasePattern, vagueSubjectPattern } from '../lint/cues/reporting';
import { findCues, type Cue } from '../lint/find-cues';
import { shorten } from '../lint/message-words';
import { defineRule } from '../lint/rule';
import type { Brief, Sentence } from '../model/brief';
import { coverageOf } from '../model/claims/claims-of';
import type { CoverageReason } from '../model/claims/cover';
import { sliceOf, spanOf } from '../text/span';

export const vagueAttribution = defineRule({
  meta: {
    name: 'vague-attribution',
    group: 'claims',
    title: 'Statement attributed to nobody in particular',
    levels: { brief: 'warning', news: 'information' },
    fix: 'none',
    options: {},
    docs: {
      what: 'Words such as "experts say", "studies show" or "it is widely believed" without a name or a citation.',
      why: 'They lend a claim an authority that no reader can look up.',
      how: 'Name the people or the work and cite it, or state the claim as your own.',
      limits: [
        'A citation in the same sentence settles the matter, whatever it supports, and so does one of the lead-in, heading or source line of its list or callout; for "studies" and the like one in the two sentences after it does too.',
        'What interviewees, respondents or officials said to the authors is not taken for vague where the text says that it interviewed or surveyed them.',
      ],
      authority: 'Wikipedia on weasel words; Associated Press on anonymous sources',
      flagged: [{ text: 'Experts say that the levy is too low.' }],
      clean: [{ text: 'Experts say that the levy is too low (Okafor, 2024).' }],
    },
  },
  *check({ brief, own, profile }) {
    const hasFieldwork = brief.sentences.some((sentence) => fieldwork.test(sentence.text));
    const level = profile?.mode === 'news' ? 'news' : 'brief';
    for (const sentence of brief.sentences) {
      const cue = findVagueCue(sentence);
      if (cue === undefined || isExempt(brief, sentence, cue)) continue;
      const reason = coverageOf(brief, own, sentence)?.reason;
      if (reason !== undefined && settling.has(reason)) continue;
      if (hasFieldwork && /\b(?:respondents|officials|stakeholders|practitioners|experts|researchers|insiders|specialists|some|many|others|one|most)\b/i.test(cue.text)) continue;
      yield { span: cue.span, level, message: `"${shorten(cue.text)}" names no one` };
    }
  },
});

/** A source for the whole list, callout or sentence; one for a neighbour may be of something else. */
const settling: ReadonlySet<CoverageReason> = new Set(['sentence', 'lead-in', 'heading', 'source-line']);

const fieldwork = /\b(?:we|I|the authors?|our team|researchers)\s+(?:also\s+|have\s+)?(?:interviewed|surveyed|consulted|asked|spoke|convened|polled|held)\b|\b(?:our|the)\s+(?:interviews|interviewees|respondents|focus groups?|workshops?|consultation|user research|survey)\b|\bwe (?:heard|were told)\b/i;

function findVagueCue(sentence: Sentence): Cue | undefined {
  for (const pattern of [vagueSubjectPattern, vaguePhrasePattern]) for (const cue of findCues(sentence, pattern)) return cue;
  return undefined;
}

function isExempt(brief: Brief, sentence: Sentence, cue: Cue): boolean {
  if (sentence.container === 'quote' || sentence.container === 'footnote' || sentence.isQuestion) return true;
  if (sentence.citations.length > 0 || isCitedRightAfter(brief, sentence, cue)) return true;
  // "*Observers* report the faintest star": a group that the text has defined.
  if (/^[*_]|\w[*_]/.test(sliceOf(brief.text, spanOf(cue.span.start - 1, cue.span.end)))) return true;
  // "Officials at the Ministry of Health said": somebody is named, if not fully.
  return /^\s+(?:at|from|of|in|with|within)\s+(?:the\s+|an?\s+)?\p{Lu}/u.test(sentence.text.slice(cue.index + cue.text.length)) || /\b(?:at|from|of)\s+(?:the\s+)?\p{Lu}/u.test(cue.text);
}

/**
 * "Studies show it. The largest counted 40 towns (Lindt, 2023)" names a study, "Experts say so. The levy fell (Lindt, 2023)" no expert. A citation
 * at the head of the next sentence stands behind the stop of this one.
 */
function isCitedRightAfter(brief: Brief, sentence: Sentence, cue: Cue): boolean {
  const following = brief.sentences.slice(sentence.index + 1, sentence.index + 3).filter((next) => next.block === sentence.block);
  const isAboutWorks = /\b(?:analyses|articles|assessments|evaluations|papers|polls?|reports?|research|stud(?:y|ies)|surveys?)\b/i.test(cue.text);
  if (isAboutWorks) return following.some((next) => next.citations.length > 0);
  const next = following[0];
  return next?.citations.some((citation) => citation.style !== 'narrative' && citation.span.start - next.span.start <= 1) === true;
}
