import { briefMark } from '../lint/brief-places';
import { sectionsFor } from '../lint/profile-sections';
import { shorten } from '../lint/message-words';
import { defineRule, type RuleFinding } from '../lint/rule';
import type { Brief, Section, Sentence } from '../model/brief';
import type { Profile } from '../profiles/profile';
import { endMatter } from '../profiles/vocabulary';
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
    yield { span: summary.heading.textSpan, level: 'summary', message: `"${shorten(summary.heading.text)}" has ${words} words, more than ${most}` };
  },
});

const lengthFinding = (brief: Brief, profile: Profile, words: number): RuleFinding | null => {
  if (!profile.words || brief.text.trim() === '') return null;
  const { low, high, hard } = profile.words;
  if (hard !== null && words > hard) return { span: briefMark(brief), level: 'limit', message: `${words} words, more than the ${hard} that profile ${profile.id} allows` };
  if (words >= low && words <= high) return null;
  return { span: briefMark(brief), level: 'range', message: `${words} words, profile ${profile.id} has ${low} to ${high}` };
};

/** "Summary and recommendations" may be longer than a summary. */
const isCompound = (section: Section): boolean => section.keys.some((key) => !['summary', 'key-messages', 'overview'].includes(key));

const bodySentences = (brief: Brief): readonly Sentence[] =>
  brief.sentences.filter(({ container, section }) => container !== 'footnote' && !(brief.sections[section]?.inheritedKeys ?? []).some((key) => endMatter.includes(key)));

const wordsIn = (sentences: readonly Sentence[]): number => {
  let count = 0;
  for (const { text } of sentences) count += text.match(/[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  return count;
};
