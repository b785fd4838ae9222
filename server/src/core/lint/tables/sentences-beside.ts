import type { Brief, Sentence, TableBlock } from '../../model/brief';

/** With more paragraphs than this between them, a sentence and a table of one section have little to do with each other. */
const reach = 12;

/** The sentences of paragraphs and lists around a table in its own section. */
export const sentencesBeside = (brief: Brief, table: TableBlock): readonly Sentence[] => {
  const sentences: Sentence[] = [];
  for (let i = Math.max(0, table.index - reach); i <= Math.min(brief.blocks.length - 1, table.index + reach); i++) {
    const block = brief.blocks[i];
    if (block?.section !== table.section) continue;
    if (block.kind === 'paragraph') sentences.push(...block.sentences);
    else if (block.kind === 'list') sentences.push(...block.items.flatMap((item) => item.sentences));
  }
  return sentences;
};
