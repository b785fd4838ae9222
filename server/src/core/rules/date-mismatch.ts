import { dateFaults } from '../lint/dates/date-faults';
import { defineRule } from '../lint/rule';

export const dateMismatch = defineRule({
  meta: {
    name: 'date-mismatch',
    group: 'consistency',
    title: 'Date that the calendar or the brief contradicts',
    levels: { computed: 'warning', event: 'warning', order: 'information' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'A weekday that is not that of its date, a date that does not exist, a period that ends before it begins, a length of time that its own years contradict, one event with two dates or in two years of a plan, a first stage that takes longer than the last, one census or survey of two years, and one entry of a timeline out of order.',
      why: 'A wrong date sends readers to the wrong meeting or the wrong law, and every reader with a calendar can find it.',
      how: 'Look the date up and correct one side; if two dates are right, say what sets them apart (adopted, in force, amended).',
      limits: [
        'Weekdays are computed by the Gregorian calendar; a date without a year counts only where the end of its range has one.',
        'Lengths may be counted with the last year or without it, and "about", "almost" and "more than" widen them.',
        'An event is known by its verb ("adopted", "introduced") and by words for what it happened to; planned, amended, second and other marked events are different ones, and so are elections, reports and other things that come again.',
        'Talk of moving a date ("brought forward from 2035 to 2030") goes backwards without being wrong.',
        'A timeline needs five dated entries, all in order but for one.',
      ],
      authority: 'UN Editorial Manual: dates and periods are checked against each other',
      flagged: [{ text: 'The hearing is on Thursday, 12 May 2026.' }, { text: 'From 2015 to 2023, eleven years in all, the mill stood idle.' }],
      clean: [{ text: 'The hearing is on Tuesday, 12 May 2026.' }, { text: 'The five-year plan 2020–2024 follows the plan of the five years from 2015 to 2020.' }],
    },
  },
  *check({ brief }) {
    yield* dateFaults(brief);
  },
});
