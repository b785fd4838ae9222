import { findCues, type Cue } from '../lint/find-cues';
import { defineRule } from '../lint/rule';
import { isTerm, overclaims, praise } from '../lint/puffery-words';
import { standsIn } from '../lint/sections';
import type { Sentence } from '../model/brief';
import type { SectionKey } from '../profiles/section-keys';

export const puffery = defineRule({
  meta: {
    name: 'puffery',
    group: 'style',
    title: 'Praise or certainty without evidence',
    levels: { praise: 'off', overclaim: 'off' },
    fix: 'none',
    options: { allow: { type: 'string-list', default: [], description: 'Words that this house does not mind.' } },
    docs: {
      what: 'Words that praise and state nothing ("pivotal", "game-changing", "a testament to"), and forecasts without doubt, condition or end ("will transform", "for decades to come"). Off unless switched on.',
      why: 'A reader who decides trusts what can be checked. Praise takes the room of a figure, and one promise too many makes the others doubtful.',
      how: 'Delete the word, or put in its place what it stands for: a number, an example, a condition.',
      limits: [
        'Terms of a trade are left alone: robust standard errors, seamless pipe, a pivotal trial, results that are robust.',
        'Quotations, titles, names and references are left alone.',
        'A word may be earned: the rule does not know whether a figure in the next sentence backs it.',
      ],
      authority: 'Wikipedia Manual of Style (words to watch); UK Parliamentary Office of Science and Technology',
      flagged: [{ text: 'The new gate is a testament to the skill of its builders.' }, { text: 'Cheaper fares will transform the north for a long time.' }],
      clean: [{ text: 'The new gate shut 41 times in 2024 and never failed. All tables give robust standard errors.' }],
    },
  },
  *check({ brief, options }) {
    const allowed = new Set(Array.isArray(options['allow']) ? options['allow'].map((word: string) => word.toLowerCase()) : []);
    for (const sentence of brief.sentences) {
      if (sentence.container === 'quote' || standsIn(brief, sentence.section, foreign)) continue;
      for (const cue of ownCues(sentence, praise, allowed)) yield { span: cue.span, level: 'praise', message: `"${plain(cue)}" praises and states no fact` };
      for (const cue of ownCues(sentence, overclaims, allowed)) yield { span: cue.span, level: 'overclaim', message: `"${plain(cue)}" leaves no room for doubt` };
    }
  },
});

const foreign: ReadonlySet<SectionKey> = new Set(['references', 'further-reading']);

const plain = ({ text }: Cue): string => text.replace(/\s+/g, ' ');

const ownCues = (sentence: Sentence, pattern: RegExp, allowed: ReadonlySet<string>): readonly Cue[] =>
  [...findCues(sentence, pattern)].filter((cue) => !allowed.has(plain(cue).toLowerCase()) && !isTerm(sentence.text, cue.index, cue.text) && !isName(sentence, cue) && !isQuoted(sentence, cue));

/** "Robust Housing Ltd", "the Pivotal Act": a capital that no sentence begins with, or a capital right behind. */
const isName = ({ text }: Sentence, cue: Cue): boolean => /^\p{Lu}/u.test(cue.text) && (/[\p{L},;]\s$/u.test(text.slice(0, cue.index)) || /^\s\p{Lu}/u.test(text.slice(cue.index + cue.text.length)));

const isQuoted = (sentence: Sentence, cue: Cue): boolean => sentence.quotations.some(({ span }) => span.start <= cue.span.start && cue.span.end <= span.end);
