import type { Nodes } from 'mdast';
import type { MarkdownTree } from '../../server/src/core/syntax/markdown';

/** A tree as a full parse has it: nodes in one list, offsets from the text's start, and neither lines nor columns, which mean nothing. */
export const plainTree = ({ parts, regions, isLineStructured }: MarkdownTree): unknown => ({
  nodes: parts.flatMap(({ part, start }) => part.nodes.map((node) => plainNode(node, start))),
  regions,
  isLineStructured,
});

function plainNode(node: Nodes, by: number): unknown {
  const { position, data, ...rest } = node;
  const segments = node.type === 'text' ? node.data?.segments?.map((segment) => ({ ...segment, source: segment.source + by })) : undefined;
  const children = 'children' in node ? { children: node.children.map((child) => plainNode(child, by)) } : {};
  return { ...rest, data: segments ?? data, start: (position?.start.offset ?? 0) + by, end: (position?.end.offset ?? 0) + by, ...children };
}
