/**
 * What another reader gets of a sentence: its words as they read, with the marks of its notes, the words of its links and the names of their
 * sites. Comments, the words of notes and whole addresses are the author's own business.
 */
import type { Citation } from '../../text/citation';
import { hostOf, withHostsOnly } from '../../text/address-hosts';
import type { Span } from '../../text/span';
import { createSpanIndex, type SpanIndex } from '../../text/span-index';
import type { Brief, Sentence } from '../../model/brief';
import { rememberByBrief } from '../../model/remember-by-brief';

export const readableWords = (brief: Brief, sentence: Sentence): string => {
  const marks = marksOf(brief, sentence);
  const left = createSpanIndex<{ readonly span: Span }>([...hiddenIn(brief).overlapping(sentence.span), ...sentence.citations.filter((citation) => isInlineNote(brief, citation))]);
  const pieces: string[] = [];
  let next = 0;
  for (let offset = 0; offset < sentence.text.length; offset += 1) {
    const source = sentence.toSource(offset);
    for (let mark = marks[next]; mark !== undefined && mark.at <= source; mark = marks[next]) {
      pieces.push(mark.words);
      next += 1;
    }
    if (left.meets({ start: source, end: source + 1 })) continue;
    const character = sentence.text.charAt(offset);
    pieces.push(character === objectMark ? (codeAt(brief.text, source) ?? '') : character);
  }
  return withoutPrivate([...pieces, ...marks.slice(next).map(({ words }) => words)].join(''));
};

/** For headings, titles and lines of their own. */
export const withoutPrivate = (text: string): string =>
  withHostsOnly(text.replace(/<!--(?:[^-]|-(?!->))*(?:-->|$)/g, ' ').replace(/%%(?:[^%]|%(?!%))*%%/g, ' ').replace(inlineNote, '[note]'))
    .replace(/\s+/g, ' ')
    .trim();

/** `^[…]`, with a few links or keys in it. */
const inlineNote = /\^\[[^\][]*(?:\[[^\][]*\][^\][]*){0,9}\]/g;

/** Stands in the text for an image, code or an address. */
const objectMark = '\uFFFC';

/** Code in a sentence may be the very figure: `r rate`. */
const codeAt = (text: string, start: number): string | undefined => {
  if (text[start] !== '`') return undefined;
  return /^`{1,9}[^`\n]{0,200}`{1,9}/.exec(text.slice(start, start + 220))?.[0];
};

interface Mark {
  /** In the source: it stands before what comes from there on. */
  readonly at: number;
  readonly words: string;
}

const isInlineNote = ({ text }: Brief, { style, span }: Citation): boolean => style === 'footnote' && text.startsWith('^[', span.start);

/** What the text of a sentence lacks. */
const marksOf = (brief: Brief, { citations }: Sentence): readonly Mark[] =>
  citations
    .flatMap(({ style, span, works }): readonly Mark[] => {
      const written = brief.text.slice(span.start, span.end);
      if (style === 'footnote') return [{ at: span.start, words: /^\[\^[^\][]{1,80}\]$/.test(written) ? written : '[note]' }];
      if (style !== 'link') return [];
      const host = hostOf(works[0]?.key ?? '') ?? 'link';
      if (/^<[^\s<>]*>$/.test(written)) return [{ at: span.start, words: `<${host}>` }];
      return /^(?:\[|<a\b)/i.test(written) ? [{ at: span.start, words: '[' }, { at: span.end, words: `](${host})` }] : [];
    })
    .sort((a, b) => a.at - b.at);

/** Comments of HTML, and those of note-taking programs, `%% … %%`, which may go over several sentences. */
const hiddenIn = rememberByBrief((brief): SpanIndex<{ readonly span: Span }> => createSpanIndex([...brief.comments, ...percentComments(brief)]));

const percentComments = ({ text, blocks }: Brief): readonly { readonly span: Span }[] => {
  if (!text.includes('%%')) return [];
  const code = createSpanIndex(blocks.filter(({ kind }) => kind === 'code'));
  const comments: { readonly span: Span }[] = [];
  let start: number | undefined;
  // Code comes first, so that its marks count for nothing.
  for (const { 0: words, index } of text.matchAll(/`[^`\n]{1,300}`|%%/g)) {
    if (words !== '%%' || code.meets({ start: index, end: index + 2 })) continue;
    if (start !== undefined) {
      comments.push({ span: { start, end: index + 2 } });
      start = undefined;
    } else if (!/[\p{L}\p{N}%\\]/u.test(text.charAt(index - 1))) start = index;
  }
  return start === undefined ? comments : [...comments, { span: { start, end: endOfParagraph(text, start) } }];
};

const endOfParagraph = (text: string, start: number): number => {
  const length = text.slice(start).search(/\n[ \t]*\r?\n/);
  return length < 0 ? text.length : start + length;
};
