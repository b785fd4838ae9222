import { isInSummary, summarySentences } from '../lint/body-words';
import { gradeOf, isEnglish, wordsIn } from '../lint/readability';
import { defineRule } from '../lint/rule';
import type { Brief, Sentence } from '../model/brief';
import { spanOf } from '../text/span';

export const summaryHardToRead = defineRule({
  meta: {
    name: 'summary-hard-to-read',
    group: 'style',
    title: 'Summary that is hard to read',
    levels: { grade: 'off' },
    fix: 'none',
    options: {
      grade: { type: 'number', default: 16, description: 'The Flesch–Kincaid grade from which a summary is reported; 16 asks for a first degree.' },
      longSentence: { type: 'number', default: 35, description: 'Sentences with more words are pointed out.' },
    },
    docs: {
      what: 'A summary whose Flesch–Kincaid grade, worked out from the length of its sentences and words, is above the one set. Off unless switched on.',
      why: 'The summary is what most readers read, often all that they read, and in a hurry.',
      how: 'Split the longest sentences, which the finding points to. Put verbs in the place of nouns, and short words in the place of long ones.',
      limits: [
        'English alone is measured; for other languages the rule says that it did not.',
        'The grade knows nothing of sense: names and terms that cannot be avoided count like any long word.',
        'Syllables are counted by rules of spelling, which miss about one word in twenty-five.',
        'A summary of fewer than 60 words or three sentences is too short to be measured.',
      ],
      authority: 'J. P. Kincaid and others (1975), the Flesch–Kincaid grade; United States Plain Writing guidelines',
      flagged: [
        {
          text: '## Summary\n\nThe institutional fragmentation of metropolitan transportation administration necessitates comprehensive organisational consolidation of planning, procurement and operational responsibilities. Intergovernmental coordination mechanisms demonstrate considerable deficiencies regarding accountability, transparency and representativeness of participating municipalities. Notwithstanding substantial infrastructural investment, accessibility improvements remain geographically concentrated, disproportionately benefiting comparatively advantaged metropolitan constituencies. Regulatory harmonisation constitutes an indispensable prerequisite. Comprehensive organisational restructuring notwithstanding, implementation responsibilities remain institutionally ambiguous and administratively disconnected.\n\n## Analysis\n\nFour bodies run the buses of one town.',
        },
      ],
      clean: [
        {
          text: '## Summary\n\nFour bodies run the buses of one town, and none of them knows what the others plan. We ask the council to make one of the four. It would plan the lines, buy the buses and answer for both. The three others would close by the end of the year, and their staff would move. Fares would stay as they are. Half of the saving would pay for buses at night, which the south has asked for since long ago.\n\n## Analysis\n\nFour bodies run the buses.',
        },
      ],
    },
  },
  *check({ brief, options }) {
    const sentences = measured(brief);
    if (!sentences) return;
    const grade = gradeOf(sentences.map(({ text }) => text));
    const most = typeof options['grade'] === 'number' ? options['grade'] : 16;
    if (grade <= most) return;
    const byLength = sentences.map((sentence) => ({ sentence, count: wordsIn(sentence.text).length })).sort((a, b) => b.count - a.count);
    const longest = byLength[0]?.count ?? 0;
    const long = typeof options['longSentence'] === 'number' ? options['longSentence'] : 35;
    yield {
      span: headingOf(brief) ?? spanOf(sentences[0]?.span.start ?? 0, sentences[0]?.span.end ?? 0),
      level: 'grade',
      message: `The summary reads at Flesch–Kincaid grade ${grade.toFixed(1)}, above ${String(most)}, and its longest sentence has ${String(longest)} words`,
      related: byLength.filter(({ count }, i) => i === 0 || (i < mostShown && count > long)).map(({ sentence, count }) => ({ span: sentence.span, message: `${String(count)} words` })),
    };
  },
  *unchecked({ brief }) {
    const sentences = summarySentences(brief);
    if (sentences.length > 0 && !isInEnglish(brief, sentences)) yield { span: headingOf(brief) ?? spanOf(0, 0), reason: 'how hard the summary is to read: measured for English alone' };
  },
});

const mostShown = 3;
const fewestWords = 60;
const fewestSentences = 3;

function measured(brief: Brief): readonly Sentence[] | null {
  const sentences = summarySentences(brief);
  const wordCount = sentences.reduce((count, { text }) => count + wordsIn(text).length, 0);
  return sentences.length >= fewestSentences && wordCount >= fewestWords && isInEnglish(brief, sentences) ? sentences : null;
}

/** What the brief says of its language, else its words. */
const isInEnglish = (brief: Brief, sentences: readonly Sentence[]): boolean =>
  brief.metadata.language === null ? isEnglish(sentences.map(({ text }) => text).join(' ')) : /^en\b/i.test(brief.metadata.language);

const headingOf = (brief: Brief) => brief.sections.find(({ index }) => isInSummary(brief, index))?.heading?.textSpan;
