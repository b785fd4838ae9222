import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown';

/** `length` code units from `value` in a text node's value are those from `source` in the source. What lies between two segments is an entity, an escape or a line's beginning. */
export interface TextSegment {
  readonly value: number;
  readonly source: number;
  readonly length: number;
}

declare module 'mdast' {
  interface TextData {
    segments?: TextSegment[];
  }
}

/** Records the segments while mdast is compiled: `text.value` is not the source's slice where there are entities, escapes or quote marks. */
export function textSegments(): Extension {
  return { exit: { data: record, characterEscapeValue: record } };
}

function record(this: CompileContext, token: Token): undefined {
  const node = this.stack.pop();
  if (!node || !('value' in node)) throw new Error('data outside a literal node');
  const value = this.sliceSerialize(token);
  if (node.type === 'text') {
    node.data ??= {};
    node.data.segments ??= [];
    node.data.segments.push({ value: node.value.length, source: token.start.offset, length: value.length });
  }
  node.value += value;
  if (node.position) node.position.end = { line: token.end.line, column: token.end.column, offset: token.end.offset };
  return undefined;
}
