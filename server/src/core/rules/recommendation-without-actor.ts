import { findActorInHeading, findActorInItem, findActorInLeadIn } from '../lint/actors';
import { beginsWithVerb } from '../lint/imperatives';
import { shorten } from '../lint/message-words';
import { recommendationItems, type RecommendationItem } from '../lint/recommendation-items';
import { defineRule, type Fix } from '../lint/rule';
import type { Brief } from '../model/brief';
import { spanOf } from '../text/span';

export const recommendationWithoutActor = defineRule({
  meta: {
    name: 'recommendation-without-actor',
    group: 'recommendations',
    title: 'Recommendation that names nobody to act',
    levels: { item: 'warning' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'A recommendation that names no body, office or role that is to carry it out.',
      why: 'A recommendation that is addressed to nobody is carried out by nobody. Readers look for their own name first.',
      how: 'Begin with who acts: "The Ministry of Finance should …". One actor for several items can stand in the heading or the line above them, or in a column of a table.',
      limits: [
        'Any named body in an item counts as its actor, also one that only receives something, unless it follows "with" or "from" or is itself to be founded.',
        'Prose in a section that is also a conclusion is not read as a list of recommendations.',
      ],
      authority: 'Common to guides on recommendations: each names its owner (MEAL recommendation tests, AESA submission guidelines)',
      flagged: [{ text: '## Recommendations\n\n- Publish the register of licensed landlords.' }],
      clean: [{ text: '## Recommendations\n\n- The Housing Ministry should publish the register of licensed landlords.' }],
    },
  },
  *check({ brief }) {
    if (hasAddressee(brief)) return;
    for (const item of recommendationItems(brief)) {
      if (isActorNamed(item, brief)) continue;
      yield {
        span: item.span,
        level: 'item',
        message: `"${shorten(item.opening.replace(/[.;]\s*$/, ''))}" names nobody who is to do it`,
        fixes: prefixFix(item, brief),
      };
    }
  },
});

const isActorNamed = (item: RecommendationItem, brief: Brief): boolean =>
  item.cells.has('actor') ||
  item.planned.has('actor') ||
  findActorInItem(item.opening, item.text, brief) !== undefined ||
  item.headings.some((heading) => findActorInHeading(heading, brief) !== undefined) ||
  item.surroundings.some((text) => findActorInLeadIn(text, brief) !== undefined);

/** A note to one reader ("To: the Minister of Health") asks that reader to act. */
function hasAddressee(brief: Brief): boolean {
  const data = brief.metadata.frontMatter?.data ?? {};
  if (['to', 'addressee', 'recipient'].some((key) => typeof data[key] === 'string')) return true;
  return brief.blocks.slice(0, 8).some((block) => block.kind === 'paragraph' && /^(?:to|for decision by|addressed to|submitted to|for the attention of)\s*:\s*\S/im.test(block.text));
}

function prefixFix(item: RecommendationItem, brief: Brief): readonly Fix[] {
  const first = brief.text.slice(item.span.start, item.span.start + 1);
  const second = brief.text.slice(item.span.start + 1, item.span.start + 2);
  if (!beginsWithVerb(item.opening) || !/^\p{Lu}$/u.test(first) || !/^\p{Ll}$/u.test(second)) return [];
  const span = spanOf(item.span.start, item.span.start + 1);
  return [{ title: 'Begin with "[Responsible body] should"', safe: false, edits: [{ span, newText: `[Responsible body] should ${first.toLowerCase()}` }] }];
}
