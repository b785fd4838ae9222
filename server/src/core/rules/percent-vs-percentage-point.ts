import { unitSlipsOf, type UnitSlip } from '../lint/arithmetic/percent-or-points';
import { plainNumber } from '../lint/arithmetic/write-term';
import { findCues, sourceSpan } from '../lint/find-cues';
import { numberHabitOf } from '../lint/number-habit';
import { defineRule, type Fix, type RuleFinding } from '../lint/rule';
import type { Brief, Sentence } from '../model/brief';
import { overlaps, spanOf } from '../text/span';

export const percentVsPercentagePoint = defineRule({
  meta: {
    name: 'percent-vs-percentage-point',
    group: 'consistency',
    title: 'Percent or percentage points',
    levels: { computed: 'warning', lexical: 'off' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'A change between two rates that is written in percent but is right only in percentage points ("from 20% to 25%, a 5% increase"), or the other way round; a rise in points to a total that is smaller than the rise. At the level `lexical`, which is off unless you switch it on: a change in percent of something that is itself a percentage ("a 2% rise in unemployment").',
      why: 'A rise from 20% to 25% is 5 percentage points, or 25%. A reader who takes one for the other is wrong by a multiple.',
      how: 'Write "percentage points" for the difference between two percentages, and "percent" for the change relative to the first.',
      limits: [
        'The two rates must stand with their change, in the sentence before it, or set against each other elsewhere in much the same words.',
        'At the level `lexical` both readings are possible, and the rule cannot tell which was meant.',
      ],
      authority: 'Office for National Statistics, House of Commons Library',
      flagged: [{ text: 'Coverage rose from 20% to 25%, a 5% increase.' }, { text: 'In May 44% of the wells were tested. By June it was 61%, a 17% improvement on May.' }],
      clean: [{ text: 'Coverage rose from 20% to 25%, a 25% increase. Turnout rose by 5 percentage points, from 40% to 45%.' }],
    },
  },
  *check({ brief }) {
    const slips = unitSlipsOf(brief);
    for (const slip of slips) yield slipFinding(brief, slip);
    for (const sentence of brief.sentences) {
      if (sentence.container === 'quote' || !/%|per\s?cent|percentage/i.test(sentence.text)) continue;
      if (!slips.some(({ change }) => overlaps(change.span, sentence.span))) yield* findAmbiguous(sentence);
    }
  },
});

const slipFinding = (brief: Brief, { from, to, change, isImpossible }: UnitSlip): RuleFinding => {
  const written = change.term.text;
  if (isImpossible) {
    return { span: change.span, level: 'computed', message: `A rise of ${written} cannot end at ${to.term.text}`, related: [{ span: to.span, message: to.term.text }], fixes: fixesOf(brief.text, change) };
  }
  const habit = numberHabitOf(brief);
  const points = `${plainNumber(Math.abs(to.term.value - from.term.value), habit)} percentage points`;
  const percent = `${plainNumber(Math.abs(to.term.value / from.term.value - 1) * 100, habit)}%`;
  return {
    span: change.span,
    level: 'computed',
    message: `"${from.term.text}" to "${to.term.text}" is ${points} or ${percent}, not ${written}`,
    related: [from, to].map(({ span, term }) => ({ span, message: term.text })),
    fixes: fixesOf(brief.text, change),
  };
};

const fixesOf = (text: string, { term, span }: UnitSlip['change']): readonly Fix[] => {
  if (text.slice(span.start, span.end) !== term.text) return [];
  const digits = /\d[\d.,]*/.exec(term.text)?.[0] ?? term.text;
  const newText = term.kind === 'q' ? `${digits}%` : pointsText(digits, text.slice(span.end, span.end + 40));
  const shown = term.kind === 'q' || digits === '1' ? newText : `${digits} percentage points`;
  return [{ title: `Change "${term.text}" to ${term.kind === 'q' ? `"${shown}"` : shown}`, safe: false, edits: [{ span, newText }] }];
};

const percentMeasures =
  '(?:(?:un)?employment|jobless|participation|literacy|poverty|inflation|interest|tax|GDP growth|growth|savings?|enrol?ment|completion|drop-?out|approval|turnout|vacancy|default|response|coverage|adoption|penetration|utili[sz]ation|occupancy|home-?ownership|graduation|repayment|compliance|tariff|poverty headcount|attendance|absence|recycling|vaccination|immuni[sz]ation|retention)';
const ratePhrase = String.raw`(?:(?:the|its|their|a|annual|average|overall|national|real|youth|female|male|adult|urban|rural|headline|policy|effective|marginal|corporate|income|gross|net|child|GDP|economic|long-term|short-term|primary|secondary)\s+){0,5}`;
const rate = String.raw`(?:${ratePhrase}${percentMeasures}\s+(?:rate|ratio|share)s?|${ratePhrase}(?:(?:GDP|economic|output|productivity|population)\s+growth|unemployment|inflation|turnout)|(?:the|its|their)\s+(?:share|proportion|percentage)\s+of)\b(?!\s+(?:prices?|of\s+pay))`;
const percent = String.raw`(?<![\d.,])(\d[\d.,]{0,14}\s?(?:%|per\s?cent\b))`;
const changeNoun = '(?:increase|rise|jump|decline|fall|drop|reduction|decrease|cut|improvement|surge)';

const ambiguousPatterns: readonly RegExp[] = [
  // a 1.5% increase in annual GDP growth
  new RegExp(String.raw`${percent}[-\s]+(?:annual\s+|overall\s+|net\s+)?${changeNoun}\s+in\s+${rate}`, 'giu'),
  // an increase of 1.5% in the unemployment rate
  new RegExp(String.raw`${changeNoun}\s+of\s+(?:about\s+|around\s+|nearly\s+)?${percent}\s+in\s+${rate}`, 'giu'),
  // the unemployment rate rose by 2%
  new RegExp(String.raw`${rate}\s+(?:has\s+|have\s+|had\s+|would\s+|will\s+|could\s+)?(?:rose|risen|rise|fell|fallen|fall|increased?|decreased?|dropped|drop|declined?|grew|grow|went\s+up|went\s+down|improved?)\s+by\s+(?:about\s+|around\s+|nearly\s+)?${percent}`, 'giu'),
];

/** The two rates stand there, so that the reader can see. */
const ratePair = /\bfrom\s[^;.]{0,60}?\d\s?(?:%|per\s?cent)?[^;]{0,60}?\sto\s[^;.]{0,30}?\d[\d.,]*\s?(?:%|per\s?cent)/iu;

function* findAmbiguous(sentence: Sentence): Iterable<RuleFinding> {
  if (/percentage[-\s]points?|\bpp\b|\brelative\b|in relative terms/i.test(sentence.text) || ratePair.test(sentence.text)) return;
  for (const pattern of ambiguousPatterns) {
    for (const cue of findCues(sentence, pattern)) {
      const figure = cue.groups.find((group) => group !== undefined) ?? '';
      const at = cue.index + cue.text.indexOf(figure);
      const span = sourceSpan(sentence, at, at + figure.length);
      yield {
        span: spanOf(span.start, span.end),
        level: 'lexical',
        message: `"${cue.text}" can mean percent or percentage points`,
        fixes: [{ title: `Change "${figure}" to percentage points`, safe: false, edits: [{ span, newText: pointsText(figure, cue.text.slice(cue.text.indexOf(figure) + figure.length)) }] }],
      };
      return;
    }
  }
}

/** "a 1.5 percentage point increase", "by 1.5 percentage points". */
const pointsText = (figure: string, after: string): string => {
  const digits = /\d[\d.,]*/.exec(figure)?.[0] ?? figure;
  return digits === '1' || new RegExp(String.raw`^[-\s]+(?:\w+\s+)?${changeNoun}\b`, 'i').test(after) ? `${digits} percentage point` : `${digits} percentage points`;
};
