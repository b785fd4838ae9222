import { countFaults } from '../lint/counts/count-faults';
import type { CountFault } from '../lint/counts/count-fault';
import { countOf, writeCount } from '../lint/counts/count-words';
import { headingCounts, type HeadingCount } from '../lint/counts/heading-counts';
import { numberedFaults } from '../lint/counts/numbered-faults';
import { shorten } from '../lint/message-words';
import { defineRule, type RuleFinding } from '../lint/rule';

export const countMismatch = defineRule({
  meta: {
    name: 'count-mismatch',
    group: 'consistency',
    title: 'Announced and listed do not agree',
    levels: { listed: 'warning', likely: 'information', missing: 'warning', twice: 'warning' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'A number of things ("four measures", "the following three") that is not the number of those that are listed; a "Table 4" or "Recommendation 6" that the brief does not have although it numbers the others; a number that two tables, figures or boxes share.',
      why: 'Readers cannot tell whether an item was lost or the number is old. It is what a last-minute change leaves behind.',
      how: 'Correct the number, or add the item that is missing. If only some are listed, say so ("among them", "such as").',
      limits: [
        'Lists, paragraphs with a bold label, sub-headings, "First, … Second, …", "(a), (b), (c)", brackets, runs of words behind a colon, table rows and numbered labels ("Option 1") are counted; of nested lists the outer items.',
        'Where "and" may stand inside an item, both readings count, and only a number that fits neither is reported.',
        '"At least three", "three of the", "three other" and lists that begin with "including" or "such as" promise no number.',
        'A list of a quite different length is taken to list something else.',
        'Numbers of tables and figures are checked only where all tables or figures are numbered, and not in sentences that cite a source or a law.',
      ],
      authority: 'UN Editorial Manual; plain-language checklists for final reading',
      flagged: [{ text: 'The council can take four steps:\n\n- Close the weir.\n- Dredge the canal.\n- Raise the quay.' }, { text: 'The plan has two aims: safety, speed and comfort.' }],
      clean: [{ text: 'The council can take three steps:\n\n- Close the weir.\n- Dredge the canal.\n- Raise the quay.' }, { text: 'At least two things matter, among them safety, speed and comfort.' }],
    },
  },
  *check({ brief }) {
    const findings = [...countFaults(brief)].map(findingOf);
    yield* [...findings, ...numberedFaults(brief), ...Array.from(headingCounts(brief), headingFinding)].sort((a, b) => a.span.start - b.span.start);
  },
});

const headingFinding = ({ span, number, heading, headingNumber, headingSpan }: HeadingCount): RuleFinding => {
  const newText = writeCount(countOf(headingNumber) ?? 0, number);
  return {
    span,
    level: 'listed',
    message: `"${number}" here, "${headingNumber}" in the heading "${shorten(heading, 60)}"`,
    related: [{ span: headingSpan, message: heading }],
    fixes: [{ title: `Change "${number}" to "${newText}"`, safe: false, edits: [{ span, newText }] }],
  };
};

const findingOf = (fault: CountFault): RuleFinding => {
  const { span, number, numberSpan, announced, listed, listedAtMost, how, place, level } = fault;
  const newText = writeCount(listed, number);
  const isSingular = listed < 2 || listedAtMost !== listed;
  return {
    span,
    level,
    message: `"${shorten(announced, 60)}" announced, ${String(listed)} ${how}`,
    related: [{ span: place, message: `${String(listed)} ${how}` }],
    ...(isSingular ? {} : { fixes: [{ title: `Change "${number}" to "${newText}"`, safe: false, edits: [{ span: numberSpan, newText }] }] }),
  };
};
