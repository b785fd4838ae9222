import { aboutNumbers } from '../lint/heading-numbers';
import { shorten } from '../lint/message-words';
import { moveSection } from '../lint/move-section';
import { defineRule, type Fix } from '../lint/rule';
import { buildPrecedence, misplacedBy, type Misplaced, type Precedence } from '../lint/section-orders';
import type { Brief, Section } from '../model/brief';

export const sectionOrder = defineRule({
  meta: {
    name: 'section-order',
    group: 'structure',
    title: 'Sections in another order than the profile has them',
    levels: { order: 'information' },
    fix: 'suggestion',
    needsProfile: true,
    options: {},
    docs: {
      what: 'Two sections stand in the opposite order of the one the profile asks for, or the section that comes first (last) does not.',
      why: 'The ask belongs where a busy reader begins, and what is recommended follows from what was shown before.',
      how: 'Move the section; the fix takes it with everything below it.',
      limits: [
        'Only orders on which the guides agree are checked.',
        'A section that stands in two places is fine if one of them is right.',
        'Where headings are numbered, the numbers go along as they are; the title of the fix says so.',
        'Of two sections that the profile orders both ways, by way of others, nothing is said.',
        'The fix moves sections of the same level past each other; notes and addresses of links at the end of the text stay there.',
      ],
      authority: 'The guides that each profile names',
      flagged: [
        {
          profile: 'position-paper',
          text: '# Ban the plastic bag\n\n## Background\n\nThe bag came in 1982.\n\n## Our position\n\nBags are to be banned.\n',
        },
      ],
      clean: [
        {
          profile: 'position-paper',
          text: '# Ban the plastic bag\n\n## Our position\n\nBags are to be banned.\n\n## Background\n\nThe bag came in 1982.\n',
        },
      ],
    },
  },
  *check({ brief, profile }) {
    if (!profile) return;
    const precedence = buildPrecedence(brief, profile);
    const reported = new Set<number>();
    for (const rule of profile.order) {
      for (const misplaced of misplacedBy(brief, profile, rule)) {
        const { section, other, word } = misplaced;
        if (reported.has(section.index) || !section.heading || !other.heading) continue;
        const [first, second] = word === 'after' ? [section, other] : [other, section];
        if (precedence.contradicts(first, second)) continue;
        reported.add(section.index);
        yield {
          span: section.heading.textSpan,
          level: 'order',
          message: `"${shorten(section.heading.text)}" stands ${word} "${shorten(other.heading.text)}" and belongs ${word === 'after' ? 'before' : 'after'} it`,
          related: [{ span: other.heading.textSpan, message: `"${shorten(other.heading.text)}"` }],
          fixes: findMove(brief, precedence, misplaced),
        };
      }
    }
  },
});

/**
 * Of the two ways to put the pair right, the one that sets fewer other sections wrong: with it, the fixes of several findings, taken one after the
 * other, come to an end.
 */
const findMove = (brief: Brief, { puts: precedes }: Precedence, { section, other, word }: Misplaced): readonly Fix[] => {
  const [low, high] = section.index < other.index ? [section, other] : [other, section];
  const between = brief.sections.slice(low.index + 1, high.index);
  const costOf = (moved: Section, isUpwards: boolean): number =>
    between.reduce((cost, passed) => cost + Number(isUpwards ? precedes(passed, moved) : precedes(moved, passed)) - Number(isUpwards ? precedes(moved, passed) : precedes(passed, moved)), 0);
  const moves = [
    { moved: section, side: word === 'after' ? 'before' : 'after', past: other },
    { moved: other, side: word === 'after' ? 'after' : 'before', past: section },
  ] as const;
  const ranked = moves.map((move) => ({ ...move, cost: costOf(move.moved, move.side === 'before') })).sort((a, b) => a.cost - b.cost);
  for (const { moved, side, past } of ranked) {
    const edit = moveSection(brief, moved, side, past);
    if (edit) return [{ title: `Move "${shorten(moved.heading?.text ?? '', 40)}" ${side} "${shorten(past.heading?.text ?? '', 40)}"${aboutNumbers([moved, past])}`, safe: false, edits: [edit] }];
  }
  return [];
};
