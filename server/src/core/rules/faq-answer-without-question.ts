import { lineBreakOf, ownBlocks } from '../lint/brief-places';
import { contentWords, sharedWordCount } from '../lint/content-words';
import { shorten } from '../lint/message-words';
import { defineRule, type Fix, type RuleFinding } from '../lint/rule';
import type { Block, Brief, ListItem, ParagraphBlock, Section, Sentence } from '../model/brief';
import { spanOf, type Span } from '../text/span';

export const faqAnswerWithoutQuestion = defineRule({
  meta: {
    name: 'faq-answer-without-question',
    group: 'structure',
    title: 'Answer without its question',
    levels: { answer: 'warning', unrelated: 'information' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'A section of frequently asked questions that holds answers and no question, or a second paragraph under a question that shares no word with it or with its answer.',
      why: 'Questions are often headings that fold open on a web page, and are lost when the text is copied. Nobody can use the answers alone.',
      how: 'Put the question above each answer, as a heading, in bold or after "Q:".',
      limits: [
        'A second paragraph that begins by pointing back ("It", "This", "However") is taken for the rest of the answer, and so is everything in a section where another answer has two paragraphs.',
        'Sections with tables, folded parts or sub-headings are left alone.',
      ],
      authority: null,
      flagged: [{ text: '## FAQ\n\nThe levy is paid by the shop, not by the customer.\n' }],
      clean: [{ text: '## FAQ\n\n**Who pays the levy?**\n\nThe shop, not the customer.\n' }],
    },
  },
  *check({ brief }) {
    for (const section of brief.sections) {
      if (!section.keys.includes('faq') || section.children.length > 0) continue;
      const blocks = ownBlocks(brief, section).filter((block) => block.kind !== 'comment');
      const answers = blocks.flatMap(answersOf);
      if (blocks.some((block) => isOtherForm(brief, block))) {
        const loose = looseParagraph(blocks);
        if (loose) yield looseFinding(brief, section, loose);
        continue;
      }
      if (isPointer(answers)) continue;
      const fixes = [questionsFix(brief, section, answers)];
      for (const { span, text } of answers) {
        yield { span, level: 'answer', message: `No question for "${shorten(text)}"`, fixes };
      }
    }
  },
});

interface Answer {
  readonly span: Span;
  readonly text: string;
  readonly isItem: boolean;
  readonly hasLink: boolean;
}

const answersOf = (block: Block): readonly Answer[] => {
  if (block.kind === 'paragraph') return [{ span: block.span, text: block.text, isItem: false, hasLink: hasLink(block.sentences) }];
  if (block.kind !== 'list') return [];
  return block.items.filter(({ depth }) => depth === 0).map(({ span, text, sentences }) => ({ span, text, isItem: true, hasLink: hasLink(sentences) }));
};

const hasLink = (sentences: readonly Sentence[]): boolean => sentences.some(({ citations, text }) => citations.some(({ style }) => style === 'link') || /https?:|www\.|@/.test(text));

/** Something in the section shows that its questions are given, in whatever form. */
const isOtherForm = (brief: Brief, block: Block): boolean => {
  switch (block.kind) {
    case 'paragraph':
      return isQuestion(block) || brief.text.slice(block.span.start, block.span.end).includes('\n: ');
    case 'list':
      return block.items.some(isQuestion);
    case 'table':
    case 'html':
    case 'directive':
    case 'code':
    case 'image':
      return true;
    case 'quote':
    case 'source-line':
    case 'break':
    case 'math':
    case 'comment':
    case 'definition':
      return false;
  }
};

/** A question, or a bold label that stands for one ("**Who pays.** The shop."). */
const isQuestion = ({ sentences, text, label }: ParagraphBlock | ListItem): boolean =>
  label !== null || sentences.some(({ isQuestion: asks }) => asks) || /^\W*(?:Q|Question)\s*\d*\s*[:.]/i.test(text) || text.includes('?');

interface Loose {
  readonly question: string;
  readonly paragraph: ParagraphBlock;
}

/** The one paragraph that follows an answer and has nothing to do with it, if all other questions have answers of one paragraph. */
const looseParagraph = (blocks: readonly Block[]): Loose | null => {
  const found: Loose[] = [];
  let above: string[] = [];
  for (const block of blocks) {
    if (block.kind !== 'paragraph') return null;
    if (isQuestion(block)) {
      const holdsAnswer = block.label !== null || block.sentences.at(-1)?.isQuestion === false;
      above = holdsAnswer ? [block.text, ''] : [block.text];
      continue;
    }
    const [question, answer] = above;
    if (question !== undefined && answer !== undefined) found.push({ question, paragraph: block });
    if (question !== undefined && answer !== undefined && !isUnrelated(block.text, above)) return null;
    above.push(block.text);
  }
  return found.length === 1 ? (found[0] ?? null) : null;
};

const isUnrelated = (text: string, above: readonly string[]): boolean =>
  !pointsBack.test(text) && text.split(/\s+/).length >= 5 && sharedWordCount(contentWords(text), contentWords(above.join(' '))) === 0;

/** In its first words. */
const pointsBack =
  /^(?:\S+\s+){0,4}(?:it|its|they|their|them|this|that|these|those|such|he|she|his|her|both|neither|another|one|so|then|there|here|also|too|but|yet|and|or|however|still|therefore|thus|otherwise|in addition|for example|for instance|e\.g\.|note|see|yes|no)\b/i;

const looseFinding = (brief: Brief, section: Section, { question, paragraph }: Loose): RuleFinding => ({
  span: paragraph.span,
  level: 'unrelated',
  message: `"${shorten(paragraph.text, 50)}" shares no word with the question above it, "${shorten(question, 50)}"`,
  fixes: [questionsFix(brief, section, answersOf(paragraph))],
});

/** "See our help pages for answers" points elsewhere. */
const isPointer = (answers: readonly Answer[]): boolean => answers.length === 1 && answers.some(({ text, hasLink: links }) => links || text.split(/\s+/).length < 6);

const questionsFix = (brief: Brief, section: Section, answers: readonly Answer[]): Fix => {
  const lineBreak = lineBreakOf(brief);
  const marks = '#'.repeat(Math.min((section.heading?.level ?? 2) + 1, 6));
  const edits = answers.map(({ span, isItem }, index) => {
    // Alike, they would be headings under one name.
    const question = answers.length === 1 ? '[Insert the question]?' : `[Insert question ${String(index + 1)}]?`;
    const at = isItem ? span.start + (/^\s*(?:[-*+]|\d+[.)])\s+/.exec(brief.text.slice(span.start, span.end))?.[0].length ?? 0) : span.start;
    const newText = isItem ? `**${question}** ` : brief.isLineStructured ? `Q: ${question}${lineBreak}` : `${marks} ${question}${lineBreak}${lineBreak}`;
    return { span: spanOf(at, at), newText };
  });
  return { title: answers.length === 1 ? 'Put a question above the answer' : `Put a question above each of the ${answers.length} answers`, safe: false, edits };
};
