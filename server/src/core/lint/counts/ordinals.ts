import type { Brief, ParagraphBlock, Sentence } from '../../model/brief';
import { rememberByBrief } from '../../model/remember-by-brief';
import { readSentences } from '../../model/sentence-memory';
import { spanOf } from '../../text/span';
import type { ListedThings } from './listed-things';

const ordinalWords = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const opening = /^(?:(?:and|but|the)\s+)?(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?:ly)?(?:,|\s+(?:and (?:last|final)(?:ly)?|(?:is|was|are|concerns|relates|comes|would|will|reason|aim|goal|point|option|measure|step|change|problem|question)\b))/i;
const lastOpening = /^(?:and\s+)?(?:finally|lastly|last)\b/i;

const laterOpening = /[.;:,]\s+(?:and\s+)?(?:(?:finally|lastly),?|(?:second|third|fourth|fifth|sixth|seventh)(?:ly)?,)\s|^(?:another|a (?:further|last|final)|the (?:last|final|other)|also|moreover|in addition|furthermore)\b/i;

const ordinalOf = (text: string): number | 'last' | null => {
  const word = opening.exec(text)?.[1]?.toLowerCase();
  if (word !== undefined) return ordinalWords.indexOf(word) + 1;
  return lastOpening.test(text) ? 'last' : null;
};

const firstThings = readSentences(({ text }) => (ordinalOf(text) === 1 ? { isFirst: true } : null));
/** The sentences that begin a count, by index. */
const countStarts = rememberByBrief((brief): ReadonlySet<number> => new Set(firstThings(brief).map(({ sentence }) => sentence.index)));

/** Sentences after one that begin "First, …", "Second, …", "Finally, …", in its paragraph and the next ones of its section. */
export const ordinalThings = (brief: Brief, block: ParagraphBlock, from: number): ListedThings | null => {
  const first = block.sentences[from] ?? followingParagraph(brief, block)?.sentences[0];
  if (!first || !countStarts(brief).has(first.index)) return null;
  let count = 0;
  let end = first.span.end;
  let isClosed = false;
  let hidden = 0;
  for (const sentence of sentencesFrom(brief, block, first)) {
    const ordinal = ordinalOf(sentence.text);
    // Later in its sentence, behind a semicolon or a stop that ends an abbreviation, or in other words.
    if (laterOpening.test(sentence.text)) hidden++;
    if (ordinal === null) continue;
    if (isClosed || (ordinal !== 'last' && ordinal !== count + 1)) break;
    isClosed = ordinal === 'last';
    count++;
    end = sentence.span.end;
  }
  return count < 2 ? null : { kind: 'ordinals', count, alsoPossible: Array.from({ length: hidden }, (_, i) => count + i + 1), place: spanOf(first.span.start, end) };
};

const followingParagraph = (brief: Brief, block: ParagraphBlock): ParagraphBlock | null => {
  const next = brief.blocks[block.index + 1];
  return next?.kind === 'paragraph' && next.section === block.section ? next : null;
};

function* sentencesFrom(brief: Brief, block: ParagraphBlock, first: Sentence): Iterable<Sentence> {
  const limit = first.index + 60;
  for (let i = first.index; i < limit; i++) {
    const sentence = brief.sentences[i];
    if (sentence?.section !== block.section || sentence.container === 'quote') return;
    yield sentence;
  }
}
