import { askingSections, isAsking, isWithin } from '../lint/advice';
import { bodySentences, wordsIn } from '../lint/counted-words';
import { shorten } from '../lint/message-words';
import { moveSection } from '../lint/move-section';
import { defineRule, type Fix } from '../lint/rule';
import { firstKnown } from '../lint/section-orders';
import type { Brief, Section } from '../model/brief';
import type { Profile } from '../profiles/profile';

export const lateRecommendation = defineRule({
  meta: {
    name: 'late-recommendation',
    group: 'structure',
    title: 'The ask comes late',
    levels: { late: 'information' },
    fix: 'suggestion',
    needsProfile: true,
    options: {},
    docs: {
      what: 'A recommendation that begins later in the text than the profile allows, and is not in the first section.',
      why: 'A memo is read for what it asks. A reader who has to look for it decides without it.',
      how: 'Put the recommendation first, and the reasons behind it.',
      limits: [
        'Words are those of sentences; tables, headings and notes are not counted.',
        'A sentence that asks for something in an earlier section ("we recommend", "should") is the ask, wherever it stands.',
        'Briefs without a section of recommendations are left to missing-required-section.',
      ],
      authority: 'Harvard Kennedy School and CSUN guides to policy memos',
      flagged: [
        {
          profile: 'options-memo',
          text: `# Pumps\n\n## Background\n\n${'The pumps of the old town were built before the war and fail on every third day of rain. '.repeat(9).trim()}\n\n## Recommendation\n\nThe office should buy pump A by June 2027.\n`,
        },
      ],
      clean: [
        { profile: 'options-memo', text: '# Pumps\n\n## Recommendation\n\nThe office should buy pump A by June 2027.\n\n## Background\n\nThe pumps of the old town fail on every third day of rain.\n' },
        { profile: 'options-memo', text: '# Pumps\n\n## Problem\n\nThe pumps of the old town fail on every third day of rain.\n\n## Recommendation\n\nThe office should buy pump A by June 2027.\n' },
      ],
    },
  },
  *check({ brief, profile }) {
    const within = profile?.elements.askWithinWords ?? null;
    if (profile === null || within === null) return;
    const sections = askingSections(brief);
    const asking = sections.find(({ heading }) => heading !== null);
    if (!asking?.heading || isFirst(brief, profile, asking)) return;
    const sentences = bodySentences(brief);
    const at = sentences.findIndex((sentence) => isWithin(brief, sentence, sections) || isAsking(sentence.text));
    const word = wordsIn(sentences.slice(0, Math.max(at, 0))) + 1;
    if (at < 0 || word <= within) return;
    yield {
      span: asking.heading.textSpan,
      level: 'late',
      message: `The recommendation begins at word ${String(word)}, and profile ${profile.id} asks for it within ${String(within)}`,
      fixes: fixesOf(brief, profile, asking),
    };
  },
});

const isFirst = (brief: Brief, profile: Profile, asking: Section): boolean => {
  const first = firstKnown(brief, profile);
  return first === undefined || first.index >= asking.index || (first.index < asking.index && asking.span.end <= first.span.end);
};

const fixesOf = (brief: Brief, profile: Profile, asking: Section): readonly Fix[] => {
  const first = firstKnown(brief, profile);
  const edit = first && moveSection(brief, asking, 'before', first);
  return edit && first.heading ? [{ title: `Move "${shorten(asking.heading?.text ?? '', 40)}" before "${shorten(first.heading.text, 40)}"`, safe: false, edits: [edit] }] : [];
};
