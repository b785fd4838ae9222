import { findCost } from '../lint/costs';
import { endOfStatement } from '../lint/end-of-statement';
import { shorten } from '../lint/message-words';
import { recommendationItems, type RecommendationItem } from '../lint/recommendation-items';
import { defineRule } from '../lint/rule';
import type { Brief } from '../model/brief';

export const recommendationWithoutCost = defineRule({
  meta: {
    name: 'recommendation-without-cost',
    group: 'recommendations',
    title: 'Recommendation without a cost',
    levels: { item: 'hint' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'A recommendation that says neither what it costs nor who pays nor that it costs nothing more.',
      why: 'The first question to any proposal is what it costs and where the money comes from.',
      how: 'Add a sum and where it comes from, "within the existing budget", or a reference to a costed annex or table. A section on financial implications with sums in it counts for all items.',
      limits: ['Any sum of money in an item counts as its cost.'],
      authority: 'Cabinet papers in New Zealand and the United Kingdom; MEAL recommendation tests',
      flagged: [{ text: '## Recommendations\n\n- The ministry should publish the register by June 2027.' }],
      clean: [{ text: '## Recommendations\n\n- The ministry should publish the register by June 2027, within its existing budget.' }],
    },
  },
  *check({ brief }) {
    if (hasCosting(brief)) return;
    for (const item of recommendationItems(brief)) {
      if (hasCost(item)) continue;
      yield {
        span: item.span,
        level: 'item',
        message: `"${shorten(item.opening.replace(/[.;]\s*$/, ''))}" has no cost and no source of funds`,
        fixes: [{ title: 'Add "(cost: [amount])"', safe: false, edits: [{ span: endOfStatement(brief, item.span), newText: ' (cost: [amount])' }] }],
      };
    }
  },
});

const hasCost = (item: RecommendationItem): boolean =>
  item.cells.has('cost') ||
  item.planned.has('cost') ||
  /^(?:that\s+(?:you|ministers?|cabinet)\s+)?note\b/i.test(item.opening.trim()) ||
  findCost(item.text, item.quantities) !== undefined ||
  [...item.headings, ...item.surroundings].some((text) => findCost(text, []) !== undefined || /[$£€₹]\s?\d|\b(?:PKR|USD|EUR|GBP|INR|Rs\.?)\s?\d/.test(text));

/** A section on money with sums in it, in prose or in a table. */
function hasCosting(brief: Brief): boolean {
  const financial = brief.sections.filter((section) => section.keys.includes('financial'));
  return financial.some((section) =>
    brief.quantities.some((quantity) => quantity.form === 'money' && quantity.span.start >= section.bodySpan.start && quantity.span.end <= section.bodySpan.end) ||
    brief.sentences.some((sentence) => sentence.span.start >= section.bodySpan.start && sentence.span.end <= section.bodySpan.end && findCost(sentence.text, []) !== undefined),
  );
}
