import { defaultTitle, findTone } from './callout-kinds';
import type { Token } from './markdown-it';

export interface CalloutOpening {
  /** As written: "NOTE", "key-takeaways". */
  readonly kind: string;
  /** As written, in Markdown; empty where the kind has to do. */
  readonly title: string;
  readonly line: number;
}

/** Makes a box of the token that opens it. Screen readers hear the title as its name. */
export const dressBox = (box: Token, { kind, title }: CalloutOpening): void => {
  box.attrSet('class', `brieflint-callout brieflint-callout-${findTone(kind) ?? 'plain'}`);
  box.attrSet('role', 'note');
  box.attrSet('aria-label', title === '' ? defaultTitle(kind) : plainWords(title));
};

/** `make` is asked for them in order. */
export const titleTokens = (make: (type: string, tag: string, nesting: -1 | 0 | 1) => Token, { kind, title, line }: CalloutOpening): readonly Token[] => {
  const open = make('brieflint_callout_title_open', 'p', 1);
  open.block = true;
  open.map = [line, line + 1];
  open.attrSet('class', 'brieflint-callout-title');
  const words = make('inline', '', 0);
  words.content = title === '' ? defaultTitle(kind) : title;
  words.map = [line, line + 1];
  words.children = [];
  const close = make('brieflint_callout_title_close', 'p', -1);
  close.block = true;
  return [open, words, close];
};

const plainWords = (markdown: string): string => markdown.replace(/!?\[([^\]]{0,200})\]\([^)]{0,1000}\)/g, '$1').replace(/[*_`~]+/g, '').trim();
