import type { Root, RootContent } from 'mdast';
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { textSegments } from './text-segments';
import { watchLabels, type LabelWatch } from './watched-labels';

export interface ParsedBlocks {
  /** Their offsets are by `parsedLead` greater than those of the text. */
  readonly nodes: readonly RootContent[];
  /** Keys of the labels whose definition elsewhere would change, or has changed, how the text is read. */
  readonly asked: ReadonlySet<string>;
}

/** Length of the blank line that each parse begins with. */
export const parsedLead = 1;

/**
 * remark with GFM tables, footnotes and task items. Autolink literals, single-dollar math and text directives stay out, since they
 * misread prose ("cost $5 million in 2024 and $10 million", "ISLAMABAD:Pakistan"); see docs/decisions/0003-markdown.md.
 */
export class BlockParser {
  readonly #labels: LabelWatch = watchLabels();
  readonly #processor: Processor<Root>;

  constructor() {
    const micromarkExtensions = [gfmTable(), gfmFootnote(), gfmTaskListItem(), this.#labels.extension];
    const fromMarkdownExtensions = [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown(), gfmTaskListItemFromMarkdown(), taskBoxes, textSegments()];
    this.#processor = unified()
      .use(remarkParse)
      .use(function addExtensions(this: Processor) {
        Object.assign(this.data(), { micromarkExtensions, fromMarkdownExtensions });
      })
      .freeze();
  }

  /** Reads whole blocks by themselves, below a blank line, on which micromark is given the watched labels. `isDefinedElsewhere`: does the rest of the document define the label of this key? */
  parse(text: string, isDefinedElsewhere: (key: string) => boolean): ParsedBlocks {
    this.#labels.start(isDefinedElsewhere);
    const { children } = this.#processor.parse(`\n${text}`);
    return { nodes: children, asked: this.#labels.asked() };
  }
}

/** Below an empty item, micromark finds boxes that are in no item; mdast's own reader throws there when it runs in development. */
const taskBoxes: Extension = { exit: { taskListCheckValueChecked: checkItem, taskListCheckValueUnchecked: checkItem } };

function checkItem(this: CompileContext, token: Token): undefined {
  const item = this.stack.at(-2);
  if (item?.type === 'listItem') item.checked = token.type === 'taskListCheckValueChecked';
  return undefined;
}
