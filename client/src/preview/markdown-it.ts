/** The part that we use of markdown-it, which VS Code hands to us; it is no package of ours. */

export interface Token {
  type: string;
  tag: string;
  nesting: -1 | 0 | 1;
  attrs: [string, string][] | null;
  /** First line and the line after the last; null for cells and for what stands inside a line. */
  map: [number, number] | null;
  content: string;
  markup: string;
  children: Token[] | null;
  block: boolean;
  attrSet: (name: string, value: string) => void;
}

export interface CoreState {
  tokens: Token[];
  readonly Token: new (type: string, tag: string, nesting: -1 | 0 | 1) => Token;
}

/** Lines by their number: where each begins and ends in `src`, and where its first character that is no blank stands. */
export interface BlockState {
  readonly src: string;
  readonly bMarks: readonly number[];
  readonly eMarks: readonly number[];
  readonly tShift: readonly number[];
  readonly sCount: readonly number[];
  readonly blkIndent: number;
  /** How deep in other blocks. */
  readonly level: number;
  readonly md: { readonly block: { readonly tokenize: (state: BlockState, startLine: number, endLine: number) => void } };
  line: number;
  lineMax: number;
  parentType: string;
  readonly push: (type: string, tag: string, nesting: -1 | 0 | 1) => Token;
}

export type BlockRule = (state: BlockState, startLine: number, endLine: number, silent: boolean) => boolean;

export interface MarkdownIt {
  readonly core: { readonly ruler: { readonly before: (other: string, name: string, rule: (state: CoreState) => void) => void } };
  readonly block: { readonly ruler: { readonly before: (other: string, name: string, rule: BlockRule, options: { readonly alt: string[] }) => void } };
  readonly renderer: { render: (tokens: Token[], options: unknown, env: unknown) => string };
}
