import { bodySentences, wordsIn } from '../lint/counted-words';
import { briefMark } from '../lint/brief-places';
import { sectionsFor } from '../lint/profile-sections';
import { shorten } from '../lint/message-words';
import { defineRule, type RuleFinding } from '../lint/rule';
import type { Brief, Section } from '../model/brief';
import type { Profile } from '../profiles/profile';
import { withThousands } from '../text/number-form';
import { containsSpan } from '../text/span';

export const lengthOutOfRange = defineRule({
  meta: {
    name: 'length-out-of-range',
    group: 'structure',
    title: 'Longer or shorter than the profile has it',
    levels: { range: 'information', limit: 'warning', summary: 'information' },
    fix: 'none',
    needsProfile: true,
    options: {
      summaryFloor: { type: 'number', default: 200, description: 'Words that a summary may always have, however short the brief is.' },
    },
    docs: {
      what: 'The body has more or fewer words than the profile allows, or the summary takes more than its share of it (a tenth, unless the profile says otherwise).',
      why: 'Decision makers set lengths because they read many briefs; a summary that is nearly as long as the brief saves nobody time.',
      how: 'Cut, move detail to an annex, or choose the profile that fits the brief.',
      limits: ['Tables, headings, references, footnotes and annexes are not counted.', 'Lengths that the guides give in pages were turned into words at 450 to 500 a page.'],
      authority: 'The guides that each profile names',
      flagged: [{ profile: 'options-memo', text: '# Which pump to buy\n\nPump A costs less and lasts as long as pump B.\n' }],
      clean: [{ profile: 'news', text: '# Council buys pumps\n\nThe council bought two pumps on Monday.\n' }],
    },
  },
  *check({ brief, profile, options }) {
    if (!profile) return;
    const bodyWords = wordsIn(bodySentences(brief));
    const finding = lengthFinding(brief, profile, bodyWords);
    if (finding) yield finding;
    const summary = sectionsFor(brief, 'summary')[0];
    const floor = typeof options['summaryFloor'] === 'number' ? options['summaryFloor'] : 0;
    const most = profile.summaryWords ?? Math.max(floor, Math.floor(bodyWords / 10));
    if (!summary?.heading || profile.words === null || isCompound(summary)) return;
    const words = wordsIn(brief.sentences.filter(({ span }) => containsSpan(summary.bodySpan, span)));
    if (words <= most) return;
    yield { span: summary.heading.textSpan, level: 'summary', message: `"${shorten(summary.heading.text)}" has ${withThousands(words)} words, more than ${withThousands(most)}` };
  },
});

const lengthFinding = (brief: Brief, profile: Profile, words: number): RuleFinding | null => {
  if (!profile.words || brief.text.trim() === '') return null;
  const { low, high, hard } = profile.words;
  if (hard !== null && words > hard) return { span: briefMark(brief), level: 'limit', message: `${withThousands(words)} words, more than the ${withThousands(hard)} that profile ${profile.id} allows` };
  if (words >= low && words <= high) return null;
  return { span: briefMark(brief), level: 'range', message: `${withThousands(words)} words, profile ${profile.id} has ${withThousands(low)} to ${withThousands(high)}` };
};

/** "Summary and recommendations" may be longer than a summary. */
const isCompound = (section: Section): boolean => section.keys.some((key) => !['summary', 'key-messages', 'overview'].includes(key));
