import { contradictionsOf } from '../lint/arithmetic/contradictions';
import { contradictedSuperlatives, impossiblePairs, type ImpossiblePair } from '../lint/impossible-pairs';
import { findCues } from '../lint/find-cues';
import { shorten } from '../lint/message-words';
import { defineRule, type Fix, type RuleFinding } from '../lint/rule';
import { impossibleCells } from '../lint/tables/impossible-cells';
import { tableReadings } from '../lint/tables/table-faults';
import type { Brief, Sentence } from '../model/brief';
import { overlaps } from '../text/span';
import { sentencesWhere } from '../model/sentences-where';

export const impossibleValue = defineRule({
  meta: {
    name: 'impossible-value',
    group: 'consistency',
    title: 'Figure that cannot be',
    levels: { computed: 'warning' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'A range that runs backwards, a part larger than its whole, a share of people above 100%, a minimum above its maximum, a negative count, or a comparison that its own figures contradict.',
      why: 'Whatever the truth is, this is not it, and any reader can see that.',
      how: 'Look the figure up again. Often two figures have changed places.',
      limits: [
        'The two figures must stand next to each other in one sentence, in one unit, or in one row of a table.',
        '"From 15 to 12" is a change and may fall; only "between" and plain ranges with a unit must rise.',
        'Growth, and shares of an income, a target or GDP, may be above 100%.',
        'Figures with a minus are left alone, as "less than −2%" can be read both ways.',
      ],
      authority: null,
      flagged: [{ text: 'Repairs take between 20% and 15% of the budget.' }, { text: 'Fares rose by 2.9%, less than the national 2.6%.' }, { text: '| Route | Minimum fare | Maximum fare |\n| --- | ---: | ---: |\n| North | 40 | 90 |\n| South | 80 | 35 |\n' }],
      clean: [{ text: 'Fares fell from 20% to 15% of the costs. Repairs take between 15% and 20% of the budget.' }],
    },
  },
  *check({ brief }) {
    const found: ImpossiblePair[] = [];
    for (const sentence of doubtful(brief)) {
      for (const pair of impossiblePairs(sentence)) {
        found.push(pair);
        yield pairFinding(brief, pair);
      }
      yield* backwardRanges(sentence);
      for (const pair of contradictedSuperlatives(sentence)) yield pairFinding(brief, pair);
      yield* sharesAboveWhole(sentence);
      yield* fallsBelowNothing(sentence);
    }
    for (const { first, second, message } of contradictionsOf(brief)) {
      if (!found.some((pair) => [pair.first, pair.second].some(({ span }) => overlaps(span, first.span)))) yield { span: first.span, level: 'computed', message, related: [{ span: second.span, message: second.text }] };
    }
    for (const { grid } of tableReadings(brief)) {
      for (const { cell, other, message } of impossibleCells(grid)) yield { span: cell.cell.span, level: 'computed', message: shorten(message, 200), related: other ? [{ span: other.cell.span, message: other.text }] : [] };
    }
  },
});

/** Sentences in which something is found: the others need no second look. */
const doubtful = sentencesWhere((sentence) => {
  if (sentence.container === 'quote') return false;
  return [impossiblePairs, backwardRanges, contradictedSuperlatives, sharesAboveWhole, fallsBelowNothing].some((find) => [...find(sentence)].length > 0);
});

const pairFinding = (brief: Brief, { first, second, message, canSwap }: ImpossiblePair): RuleFinding => {
  const written = [first, second].map(({ span }) => brief.text.slice(span.start, span.end));
  const [a = '', b = ''] = written;
  const fix: Fix = {
    title: `Swap ${first.text} and ${second.text}`,
    safe: false,
    edits: [
      { span: first.span, newText: b },
      { span: second.span, newText: a },
    ],
  };
  const hasOwnUnits = first.unit === second.unit;
  return { span: first.span, level: 'computed', message, related: [{ span: second.span, message: second.text }], fixes: canSwap && hasOwnUnits ? [fix] : [] };
};

const plainRange = /(?<![\p{L}\d.,–-])(\d{1,3}(?:\.\d+)?)\s?(?:%|per ?cent)?[–-](\d{1,3}(?:\.\d+)?)(?:\s?%|\s(?:per ?cent|weeks|months|days|hours|years|km|tonnes|hectares)\b)/giu;

/** "15–12%": a range with a unit that falls; not a change ("from"), a vote or a split ("60–40%"). */
function* backwardRanges(sentence: Sentence): Iterable<RuleFinding> {
  for (const cue of findCues(sentence, plainRange)) {
    const [low, high] = [Number(cue.groups[0]), Number(cue.groups[1])];
    const before = sentence.text.slice(Math.max(0, cue.index - 24), cue.index);
    if (!(low > high) || low + high === 100 || /\b(?:from|fell|falls?|drop(?:s|ped)?|declin\w+|decreas\w+|vot\w+|won|lost|beat|score\w*|split|ratio|divided|by)\s(?:an?\s)?$/i.test(before)) continue;
    yield { span: cue.span, level: 'computed', message: `"${cue.text}" runs from the larger to the smaller` };
  }
}

const overWhole = /(?<![\d.,])(1[0-9]{2}(?:\.\d+)?|[2-9]\d{2}(?:\.\d+)?)\s?(?:%|per ?cent) of (?:the |all |our |these |those )?(?:surveyed |interviewed |eligible |rural |urban |poor |young |adult |registered )?(?:respondents|households|people|pupils|women|men|adults|voters|schools|teachers|firms|students|workers|families|participants|interviewees|farmers|patients|residents|employees|tenants|landlords|parents|nurses|doctors|companies|businesses|councils)(?! (?:targeted|planned|expected|surveyed in)\b)/giu;

/** "120% of respondents". */
function* sharesAboveWhole(sentence: Sentence): Iterable<RuleFinding> {
  for (const cue of findCues(sentence, overWhole)) {
    const value = Number(cue.groups[0]);
    const before = sentence.text.slice(Math.max(0, cue.index - 40), cue.index);
    if (value <= 100 || /\b(?:rose|grew|increas\w+|more than|up|over|target|planned)\b/i.test(before)) continue;
    yield { span: cue.span, level: 'computed', message: `${cue.text} is more than all of them` };
  }
}

const fall = /\b(?:fell|fallen|falls?|dropped|declined|decreased|shrank|shrunk) by (?:about |around |almost |nearly |over |more than |some )?((?:1\d\d|[2-9]\d\d)(?:\.\d+)?)\s?(?:%|per ?cent)(?! points?)/giu;
/** What can be below nothing, or is counted the other way round. */
const canBeNegative = /\b(?:balance|cash flow|deficit|earnings|exports|growth|income|index|interest|margin|net|profits?|returns?|surplus|value|yields?|temperature)\b/iu;

/** "Sales fell by 120%". */
function* fallsBelowNothing(sentence: Sentence): Iterable<RuleFinding> {
  if (canBeNegative.test(sentence.text)) return;
  for (const cue of findCues(sentence, fall)) {
    if (Number(cue.groups[0]) > 100) yield { span: cue.span, level: 'computed', message: `"${cue.text}" would leave less than nothing` };
  }
}
