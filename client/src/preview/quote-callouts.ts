/** `> [!NOTE] Key takeaways`: a block quote that opens with a kind becomes a titled box. What another extension has made of it by then is left alone. */
import { dressBox, titleTokens, type CalloutOpening } from './callout-tokens';
import type { CoreState, MarkdownIt, Token } from './markdown-it';

/** Before the words are parsed: then title and body are parsed like any other words. */
export const installQuoteCallouts = (md: MarkdownIt): void => md.core.ruler.before('inline', 'brieflint_callouts', rewriteQuotes);

const openingPattern = /^\[!([A-Za-z][\w-]*)\][+-]?[ \t]*(?=(.*))/;

const rewriteQuotes = (state: CoreState): void => {
  const rewritten: Token[] = [];
  const isBox: boolean[] = [];
  for (let i = 0; i < state.tokens.length; i++) {
    const token = state.tokens[i];
    if (token === undefined) break;
    if (token.type === 'blockquote_open') {
      const callout = findCallout(state.tokens, i);
      isBox.push(callout !== undefined);
      if (callout !== undefined) {
        rewritten.push(...openTokens(state, token, callout));
        i = callout.lastReplaced;
        continue;
      }
    }
    if (token.type === 'blockquote_close' && isBox.pop() === true) toDiv(token);
    rewritten.push(token);
  }
  state.tokens = rewritten;
};

interface Callout extends CalloutOpening {
  /** The paragraph that the mark opens, without the mark's line; null where nothing else is in it. */
  readonly rest: { readonly open: Token; readonly words: Token; readonly close: Token } | null;
  /** Index of the last token that the opening stands for. */
  readonly lastReplaced: number;
}

const findCallout = (tokens: readonly Token[], index: number): Callout | undefined => {
  const [open, words, close] = tokens.slice(index + 1, index + 4);
  if (open?.type !== 'paragraph_open' || words?.type !== 'inline' || close === undefined) return undefined;
  const match = openingPattern.exec(words.content);
  const kind = match?.[1];
  if (kind === undefined || words.map === null) return undefined;
  const [line, end] = words.map;
  const lineEnd = words.content.indexOf('\n');
  const common = { kind, title: (match?.[2] ?? '').trim(), line, lastReplaced: index + 3 };
  if (lineEnd < 0) return { ...common, rest: null };
  words.content = words.content.slice(lineEnd + 1);
  words.map = [line + 1, end];
  open.map = [line + 1, end];
  return { ...common, rest: { open, words, close } };
};

const openTokens = ({ Token }: CoreState, quote: Token, callout: Callout): readonly Token[] => {
  toDiv(quote);
  dressBox(quote, callout);
  const { rest } = callout;
  return [quote, ...titleTokens((...parts) => new Token(...parts), callout), ...(rest === null ? [] : [rest.open, rest.words, rest.close])];
};

const toDiv = (token: Token): void => {
  token.type = token.nesting === 1 ? 'brieflint_callout_open' : 'brieflint_callout_close';
  token.tag = 'div';
};
