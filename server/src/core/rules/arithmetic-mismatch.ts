import { mismatchesOf } from '../lint/arithmetic/find-relations';
import { mismatchFinding } from '../lint/arithmetic/mismatch-finding';
import { isUnitSlip } from '../lint/arithmetic/percent-or-points';
import { numberHabitOf } from '../lint/number-habit';
import { defineRule } from '../lint/rule';

export const arithmeticMismatch = defineRule({
  meta: {
    name: 'arithmetic-mismatch',
    group: 'consistency',
    title: 'Figures of a sentence that do not work out',
    levels: { computed: 'warning' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'A sentence, or two in a row, whose own figures contradict each other: a change between two values, a share of a whole, a sum, a difference, a multiple, so much each, so much a year, what is gained and lost, and what a list or the sentence before adds up to.',
      why: 'Readers check such sums in their heads. One that does not come out casts doubt on the rest.',
      how: 'Work the sum out again and correct the figure that is wrong; where the figures are rounded, show another digit or write "about".',
      limits: [
        'Each figure counts as the interval that its written precision allows: "3 million" may be 2.5 or 3.5 million, so that only plain contradictions are found.',
        '"About", "nearly" and "more than" widen a figure; a share may be cut instead of rounded ("66%" for two in three).',
        'The words must say what the sum is: "from … to …, an increase of …", "30 of 120 (25%)", "12 men and 15 women, 27 in all".',
        'A list behind a total counts as all of it only where the words say so ("made up of", "comprising", "12 men and 15 women"), or where it stands in brackets and comes close.',
        'What is left of several parts is not asked about where the parts may overlap, nor a total that may hold more than what is listed ("including", "among them", "with other items").',
        'Changes in real terms, per head and a year, and lists with "respectively" are left alone.',
        'A result that is many times off belongs to something else, and is not reported unless its point has moved.',
      ],
      authority: 'Office for National Statistics, House of Commons Library',
      flagged: [{ text: 'Ridership rose from 200,000 to 260,000, an increase of 25%.' }, { text: 'Of the pumps, 30 of 120 (35%) had failed.' }, { text: 'The depot employs 12 men and 15 women, 29 in all.' }],
      clean: [{ text: 'Ridership rose from 200,000 to 260,000, an increase of 30%. Some 30 of 120 pumps (25%) had failed. The depot employs 12 men and 15 women, 27 in all.' }],
    },
  },
  *check({ brief }) {
    for (const mismatch of mismatchesOf(brief)) if (!isUnitSlip(mismatch)) yield mismatchFinding(brief.text, mismatch, 'computed', numberHabitOf(brief));
  },
});
