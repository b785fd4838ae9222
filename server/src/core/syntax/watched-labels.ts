import type { gfmFootnote } from 'micromark-extension-gfm-footnote';

type MicromarkExtension = ReturnType<typeof gfmFootnote>;

/**
 * Whether `[rise]` is a link and `[^2]` the mark of a note depends on what is defined anywhere in the document, and on nothing else that stands outside
 * of the blocks around it. So a stretch of text can be read by itself if it is told which labels others define; and as long as the answers stay the
 * same for the labels that it asked about, so does its tree.
 */
export interface LabelWatch {
  readonly extension: MicromarkExtension;
  /** To be called before each parse. `isDefinedElsewhere` is asked with keys as `labelKey` makes them. */
  readonly start: (isDefinedElsewhere: (key: string) => boolean) => void;
  /** Keys of the labels that the last parse asked about. */
  readonly asked: () => ReadonlySet<string>;
}

export type LabelKind = 'link' | 'note';

/** Links and notes have labels of their own each. `identifier` is in lower case, as mdast has it. */
export const labelKey = (kind: LabelKind, identifier: string): string => `${kind} ${identifier}`;

/** Could a text hold the label of this key, so that its parse may have asked for it? A label of visible ASCII stands there in one piece; others may be written in several ways. */
export function mayAskFor(text: string, key: string): boolean {
  const [kind, label] = [key.slice(0, 4), key.slice(5)];
  if (!/^[!-~]+$/.test(label)) return text.includes('[');
  return text.toLowerCase().includes(kind === 'note' ? `^${label}` : label);
}

export function watchLabels(): LabelWatch {
  let asked = new Set<string>();
  let links: string[] = [];
  let notes: string[] = [];
  return {
    // Reads nothing itself: it is called on each line that may begin a block, after constructs of its first character, and puts the watched lists in the place of micromark's own.
    extension: {
      document: {
        null: {
          name: 'watchLabels',
          tokenize(_effects, _ok, nok) {
            this.parser.defined = links;
            this.parser.gfmFootnotes = notes;
            return nok;
          },
        },
      },
    },
    start(isDefinedElsewhere) {
      asked = new Set();
      links = watchedList('link', isDefinedElsewhere, asked);
      notes = watchedList('note', isDefinedElsewhere, asked);
    },
    asked: () => asked,
  };
}

/** micromark knows two ways to use these lists: to add a label to them, and to ask for one. */
function watchedList(kind: LabelKind, isDefinedElsewhere: (key: string) => boolean, asked: Set<string>): string[] {
  const own = new Set<string>();
  return Object.assign<string[], Pick<string[], 'push' | 'includes'>>([], {
    push(...labels) {
      for (const label of labels) own.add(label);
      return own.size;
    },
    includes(label) {
      const key = labelKey(kind, label.toLowerCase());
      asked.add(key);
      return own.has(label) || isDefinedElsewhere(key);
    },
  });
}
