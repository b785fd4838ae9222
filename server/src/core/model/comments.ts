import type { Nodes } from 'mdast';
import type { MarkdownTree } from '../syntax/markdown';
import type { Comment } from './brief';
import { spanOfNode } from './drafts';

/** HTML comments, wherever Markdown takes them for HTML: not in code. */
export function findComments(text: string, tree: MarkdownTree): Comment[] {
  const comments: Comment[] = [];
  const add = (start: number, end: number): void => {
    for (const match of text.slice(start, end).matchAll(/<!--([\s\S]*?)-->/g)) {
      const at = start + match.index;
      comments.push({ span: { start: at, end: at + match[0].length }, text: (match[1] ?? '').trim() });
    }
  };
  const visit = (node: Nodes): void => {
    if (node.type === 'html') {
      const span = spanOfNode(node);
      add(span.start, span.end);
    } else if ('children' in node) for (const child of node.children) visit(child);
  };
  for (const node of tree.children) visit(node);
  for (const region of tree.regions) if (region.kind === 'html-table') add(region.span.start, region.span.end);
  return comments.sort((a, b) => a.span.start - b.span.start);
}
