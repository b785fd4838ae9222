/** What the text around a table says of it: the sentence that leads to it, the one that reads it, those that name its number. */
import type { Brief, Sentence, TableBlock } from '../model/brief';
import { rememberByBrief } from '../model/remember-by-brief';
import { overlaps } from '../text/span';
import { contentWords, sharedWordCount } from './content-words';

/** The sentence right before the table, that right after it, and all that name it ("Table 2"). */
export const sentencesAbout = (brief: Brief, table: TableBlock): readonly Sentence[] =>
  [leadIn(brief, table), follower(brief, table), ...sentencesWithNumber(brief, table)].filter((sentence) => sentence !== null);

/**
 * The sentences that present the table, and do not only stand near it or read it: those before it in its section that name its number; right before it,
 * "as follows:", or words that a table without a title takes up; after it, what says where "these figures" come from.
 */
export const sentencesPresenting = (brief: Brief, table: TableBlock): readonly Sentence[] => {
  const before = leadIn(brief, table);
  const isAnnounced = before !== null && (announces.test(before.text) || (table.caption === null && sharedWordCount(contentWords(before.text), wordsOf(table)) > 0));
  const numbered = sentencesWithNumber(brief, table);
  const after = [follower(brief, table), ...numbered].filter((sentence) => sentence !== null && sentence.span.start > table.span.start && namesOrigin.test(sentence.text));
  return [...(isAnnounced ? [before] : []), ...numbered.filter(({ section, span }) => section === table.section && span.start < table.span.start), ...after].filter((sentence) => sentence !== null);
};

const announces = /[:：]\s*$|\b(?:below|as follows|the following|(?:next|following|this|the) table)\b/i;
/** "Table 2, from PBS (2024), shows", "The figures come from", "We computed Table 2". */
const namesOrigin =
  /\b(?:tables? [A-Z]?\d[\d.]*|(?:this|the) table|(?:these|the|all) (?:figures|data|numbers|values|estimates|rates|shares|counts))\b[^.;]{0,40}\b(?:from|sources?|based on|drawn|taken|compiled|calculated|computed|reported|published|according to)\b|\b(?:calculated|computed|compiled|estimated|took|drew|source (?:of|for))\b[^.;]{0,40}\b(?:table|figures|data|numbers|values)\b/i;

const wordsOf = (table: TableBlock): ReadonlySet<string> => contentWords([...table.head, ...table.rows.map((row) => row[0])].map((cell) => cell?.text ?? '').join(' '));

const sentencesWithNumber = (brief: Brief, table: TableBlock): readonly Sentence[] => {
  const number = /^\W*table\s+([A-Z]?\d+(?:\.\d+)*)/i.exec(table.caption?.value ?? '')?.[1];
  return number === undefined ? [] : sentencesNaming(brief, number).filter(({ span }) => table.caption === null || !overlaps(span, table.caption.span));
};

const sentencesNaming = (brief: Brief, number: string): readonly Sentence[] => {
  return sentencesByTable(brief).get(number.toLowerCase()) ?? [];
};

/** By the number of the table that they name. */
const sentencesByTable = rememberByBrief((brief) => {
  const named = new Map<string, Sentence[]>();
  for (const sentence of brief.sentences) {
    const numbers = new Set(Array.from(sentence.text.matchAll(/\btables?\s+([A-Z]?\d+(?:\.\d+)*)/gi), (match) => (match[1] ?? '').toLowerCase()));
    for (const number of numbers) {
      const sentences = named.get(number);
      if (sentences) sentences.push(sentence);
      else named.set(number, [sentence]);
    }
  }
  return named;
});

/** The last sentence before the table in its section, past its caption, notes and source lines. */
export const leadIn = (brief: Brief, table: TableBlock): Sentence | null => {
  for (let i = table.index - 1; i >= 0; i--) {
    const block = brief.blocks[i];
    if (block?.section !== table.section) return null;
    if (block.kind === 'source-line' || block.kind === 'comment') continue;
    if (block.kind !== 'paragraph') return null;
    const isCaption = table.caption !== null && block.span.start <= table.caption.span.start && table.caption.span.end <= block.span.end;
    if (!isCaption) return block.sentences.at(-1) ?? null;
  }
  return null;
};

const follower = (brief: Brief, table: TableBlock): Sentence | null => {
  for (let i = table.index + 1; i < brief.blocks.length; i++) {
    const block = brief.blocks[i];
    if (block?.section !== table.section) return null;
    if (block.kind === 'source-line' || block.kind === 'comment') continue;
    return block.kind === 'paragraph' ? (block.sentences[0] ?? null) : null;
  }
  return null;
};
