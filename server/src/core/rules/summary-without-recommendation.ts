import { isWithin, mayAdvise } from '../lint/advice';
import { textOfBlock } from '../lint/brief-places';
import { contentWords, sharedWordCount } from '../lint/content-words';
import { shorten } from '../lint/message-words';
import { findPlaceholders } from '../lint/placeholders';
import { sectionsFor } from '../lint/profile-sections';
import { recommendationItems, type RecommendationItem } from '../lint/recommendation-items';
import { defineRule } from '../lint/rule';
import type { Brief, Section } from '../model/brief';
import { containsSpan } from '../text/span';

export const summaryWithoutRecommendation = defineRule({
  meta: {
    name: 'summary-without-recommendation',
    group: 'structure',
    title: 'Summary that recommends nothing',
    levels: { missing: 'information' },
    fix: 'none',
    needsProfile: true,
    options: {},
    docs: {
      what: 'A summary that only describes, in a brief that recommends something further down and whose profile asks for it in the summary.',
      why: 'Many readers read the summary alone. What they are asked to do has to be in it.',
      how: 'Carry the first recommendation up into the summary, in one sentence.',
      limits: [
        'Any sentence that may be read as advice is enough, also "is needed", "would be", "options".',
        'A sentence that shares three words of content with a recommendation is taken for it.',
        'Summaries in other languages than English are left alone, and so is an abstract in front matter.',
      ],
      authority: 'IDRC, FAO and ODI guides to policy briefs',
      flagged: [
        { profile: 'issue-brief', text: '# Bags in drains\n\n## Summary\n\nBags block four drains in ten. The old town floods three times a year.\n\n## Recommendations\n\n- The council should ban thin bags by June 2027.\n' },
      ],
      clean: [
        { profile: 'issue-brief', text: '# Bags in drains\n\n## Summary\n\nBags block four drains in ten. The council should ban them.\n\n## Recommendations\n\n- The council should ban thin bags by June 2027.\n' },
      ],
    },
  },
  *check({ brief, profile }) {
    if (profile?.elements.recommendationInSummary !== true || !isEnglish(brief)) return;
    const summaries = sectionsFor(brief, 'summary');
    const summary = summaries[0];
    if (!summary?.heading || summaries.some((section) => advises(brief, section))) return;
    const items = recommendationItems(brief).filter(({ span }) => !summaries.some((section) => containsSpan(section.span, span)));
    const first = items[0];
    if (first === undefined || isTakenUp(brief, summaries, items)) return;
    yield {
      span: summary.heading.textSpan,
      level: 'missing',
      message: `"${shorten(summary.heading.text, 40)}" recommends nothing; the first recommendation is "${shorten(first.opening.replace(/[.;]\s*$/, ''), 90)}"`,
      related: [{ span: first.span, message: 'The first recommendation' }],
    };
  },
});

/** The words that show advice are English ones. A text without a language is taken for English if it speaks it. */
const isEnglish = (brief: Brief): boolean => {
  const { language } = brief.metadata;
  if (language !== null) return /^en\b/i.test(language);
  const words = brief.sentences.slice(0, 40).flatMap(({ text }) => text.toLowerCase().match(/\p{L}+/gu) ?? []);
  return words.filter((word) => word === 'the' || word === 'of' || word === 'and' || word === 'is' || word === 'to').length * 20 >= words.length;
};

/** What is still to be filled in is not judged, nor is a summary that holds nothing. */
const advises = (brief: Brief, section: Section): boolean => {
  const isCompound = section.keys.some((key) => !['summary', 'key-messages', 'overview'].includes(key));
  const blocks = brief.blocks.filter(({ span }) => containsSpan(section.span, span));
  const texts = blocks.flatMap((block) => (block.kind === 'list' ? block.items.map(({ text }) => text) : [textOfBlock(brief, block)]));
  const sentences = brief.sentences.filter((sentence) => isWithin(brief, sentence, [section])).map(({ text }) => text);
  return isCompound || sentences.length === 0 || texts.some((text) => mayAdvise(text) || findPlaceholders(text).length > 0) || sentences.some(mayAdvise);
};

const isTakenUp = (brief: Brief, summaries: readonly Section[], items: readonly RecommendationItem[]): boolean => {
  const advised = items.map(({ text }) => contentWords(text));
  return brief.sentences.some((sentence) => isWithin(brief, sentence, summaries) && advised.some((words) => sharedWordCount(contentWords(sentence.text), words) >= 3));
};
