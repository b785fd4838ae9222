import { findDeadline } from '../lint/deadlines';
import { endOfStatement } from '../lint/end-of-statement';
import { shorten } from '../lint/message-words';
import { recommendationItems, type RecommendationItem } from '../lint/recommendation-items';
import { defineRule } from '../lint/rule';
import { proseOf } from '../lint/find-cues';
import type { Brief } from '../model/brief';

export const recommendationWithoutDeadline = defineRule({
  meta: {
    name: 'recommendation-without-deadline',
    group: 'recommendations',
    title: 'Recommendation without a deadline',
    levels: { item: 'information' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'A recommendation that says neither by when it is to be done nor that it is an ongoing duty.',
      why: 'Without a time nobody can tell whether a recommendation was followed, and everything else comes first.',
      how: 'Add a date, a quarter, a financial year or a phase: "by June 2027", "within six months". One time for several items can stand in the heading or the line above them, or in a column of a table.',
      limits: [
        'Any time in the item counts, also one that belongs to something else than the action.',
        'Dates in a section on implementation or next steps count for all recommendations.',
      ],
      authority: 'Common to guides on recommendations and to the forms of cabinet papers in India and Canada',
      flagged: [{ text: '## Recommendations\n\n- The ministry should publish the register.' }],
      clean: [{ text: '## Recommendations\n\n- The ministry should publish the register by June 2027.' }],
    },
  },
  *check({ brief }) {
    const since = yearOf(brief);
    if (hasSchedule(brief, since)) return;
    for (const item of recommendationItems(brief)) {
      if (hasDeadline(item, since)) continue;
      yield {
        span: item.span,
        level: 'item',
        message: `"${shorten(item.opening.replace(/[.;]\s*$/, ''))}" has no deadline`,
        fixes: [{ title: 'Add "by [date]"', safe: false, edits: [{ span: endOfStatement(brief, item.span), newText: ' by [date]' }] }],
      };
    }
  },
});

const hasDeadline = (item: RecommendationItem, since: number | null): boolean =>
  item.cells.has('deadline') ||
  item.planned.has('deadline') ||
  isDecision(item.opening) ||
  [item.text, ...item.headings, ...item.surroundings].some((text) => findDeadline(text, since) !== undefined);

/** "Note that …", "agree that …" ask for a decision here and now. */
const isDecision = (opening: string): boolean => /^(?:that\s+(?:you|ministers?|cabinet)\s+)?(?:note|agree|approve|endorse|confirm|authori[sz]e)\b/i.test(opening.trim());

function hasSchedule(brief: Brief, since: number | null): boolean {
  const isPlan = new Set(brief.sections.filter((section) => section.inheritedKeys.some((key) => key === 'implementation' || key === 'next-steps')).map((section) => section.index));
  return (
    brief.sentences.some((sentence) => isPlan.has(sentence.section) && findDeadline(proseOf(sentence), since) !== undefined) ||
    brief.tables.some((table) => isPlan.has(table.section) && table.rows.some((row) => row.some((cell) => cell.quantities.some((quantity) => quantity.form === 'date' || quantity.form === 'year'))))
  );
}

const yearOf = (brief: Brief): number | null => (brief.metadata.date === null ? null : Number(brief.metadata.date.value.slice(0, 4)));
