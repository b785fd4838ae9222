import type { Block, Brief, Section, Sentence, SourceLineBlock } from '../brief';
import { rememberByBrief } from '../remember-by-brief';
import { isSameRun, runsOf } from '../runs';
import { type Coverage, coverOfLine, coverOfSentence } from './cover';

/** A source that stands further off than a sentence or its line: below the callout, later in the paragraph, in the heading of the list. */
export function findWideCover(brief: Brief, sentence: Sentence): Coverage | null {
  const line = linesByBlock(brief).get(sentence.block);
  if (line !== undefined) return coverOfLine(line);
  return laterInParagraph(brief, sentence) ?? headingCover(brief, sentence);
}

/** Source lines and notes that name a source, by each block that they answer for. The first one counts. */
const linesByBlock = rememberByBrief((brief): ReadonlyMap<number, SourceLineBlock> => {
  const lines = new Map<number, SourceLineBlock>();
  for (const line of brief.sourceLines) {
    if (line.isNote && !namesSource(line)) continue;
    for (const block of coveredBlocks(brief, line)) if (!lines.has(block)) lines.set(block, line);
  }
  return lines;
});

/** "Note: figures are rounded" names none, "Note: based on data of the bureau" does. */
const namesSource = ({ citations, text }: SourceLineBlock): boolean =>
  citations.length > 0 || /\b(?:sources?|according to|(?:adapted|calculated|compiled|derived|drawn|taken) from|based (?:up)?on|(?:data|figures|statistics|estimates) (?:are |is )?(?:from|of|by))\b/i.test(text);

/** A line that ends a callout answers for the whole of it, one below a list or table for that alone. */
function coveredBlocks(brief: Brief, { covers, index }: SourceLineBlock): readonly number[] {
  if (covers === null) return [];
  const callout = calloutOf(brief, brief.blocks[covers]);
  return callout === undefined ? [covers] : callout.blocks.filter((block) => block < index);
}

function calloutOf(brief: Brief, block: Block | undefined): Section | undefined {
  const section = brief.sections[block?.section ?? -1];
  return section?.heading?.style === 'callout' || section?.heading?.style === 'div' ? section : undefined;
}

/** The next citation in the paragraph or list item: what stands before it leads up to it. */
function laterInParagraph(brief: Brief, { index }: Sentence): Coverage | null {
  const other = nextCited(brief)[index];
  if (other === undefined) return null;
  return coverOfSentence(other.index === runsOf(brief)[index]?.last ? 'paragraph-end' : 'later-in-paragraph', other);
}

/** By the sentence's index, the first one behind it in the same run that cites. Gone through from the end, for runs may be long. */
const nextCited = rememberByBrief((brief): readonly (Sentence | undefined)[] => {
  const next: (Sentence | undefined)[] = [];
  let cited: Sentence | undefined;
  for (const sentence of brief.sentences.toReversed()) {
    if (cited !== undefined && !isSameRun(brief, cited, sentence)) cited = undefined;
    next.push(cited);
    if (sentence.citations.length > 0) cited = sentence;
  }
  return next.reverse();
});

/** "### Wages (Labour Inspectorate, 2024)" answers for the list right below it, also past the line that leads to the list. */
function headingCover(brief: Brief, { block, section }: Sentence): Coverage | null {
  const { heading = null, citations = [] } = brief.sections[section] ?? {};
  const [citation] = citations;
  if (heading === null || citation === undefined || !listsBelowHeading(brief).has(block)) return null;
  return { reason: 'heading', sentence: null, citation, place: heading.span };
}

/** Blocks that are lists with nothing between them and their heading but other lists and the lines that lead to them. */
const listsBelowHeading = rememberByBrief((brief): ReadonlySet<number> => {
  const found = new Set<number>();
  for (const { blocks } of brief.sections) {
    for (const index of blocks) {
      const block = brief.blocks[index];
      if (block?.kind === 'list') found.add(index);
      else if (block?.kind !== 'paragraph' || !/:\s*$/.test(block.text)) break;
    }
  }
  return found;
});
