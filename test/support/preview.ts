/** Renders as VS Code's Markdown preview does: parsed without a word of the document, kept, and rendered with it. */
import { createRequire } from 'node:module';
import { checkDocument } from '../../server/src/check';
import { findPreviewMarks } from '../../server/src/core/features/preview-marks';
import { createConverter } from '../../server/src/lsp/convert';
import { toLayer } from '../../server/src/settings';
import { parseBibliography } from '../../server/src/core/library/parse-bibliography';
import { extendMarkdownIt } from '../../client/src/preview/extend-markdown-it';
import type { MarkdownIt, Token } from '../../client/src/preview/markdown-it';
import { keepMarks, type KeptMarks } from '../../client/src/preview/placed-marks';

export interface RealMarkdownIt extends MarkdownIt {
  readonly parse: (text: string, env: object) => Token[];
  readonly options: object;
}

// It brings no types; the part that we use has its own.
const createMarkdownIt = createRequire(import.meta.url)('markdown-it') as (options: object) => RealMarkdownIt;

export const createPreview = (marks?: KeptMarks, options: object = {}): RealMarkdownIt => {
  const md = createMarkdownIt({ html: true, linkify: true, ...options });
  extendMarkdownIt(md, (document) => (document === 'brief.md' ? marks : undefined));
  return md;
};

export const renderMarkdown = (text: string, marks?: KeptMarks, options: object = {}): string => {
  const md = createPreview(marks, options);
  const tokens = md.parse(text, { currentDocument: undefined });
  const first = md.renderer.render(tokens, md.options, { currentDocument: 'brief.md' });
  const second = md.renderer.render(tokens, md.options, { currentDocument: 'brief.md' });
  if (first !== second) throw new Error('rendering changed the tokens that are kept');
  return first;
};

/** Everything that the server would say of it. */
export const marksOf = (text: string, bib?: string): KeptMarks => {
  const files = bib === undefined ? [] : [parseBibliography('references.bib', bib)];
  const layers = bib === undefined ? [] : [toLayer('editor', { bibliography: 'references.bib' })];
  const { brief, library, findings, settings } = checkDocument({ text, layers, today: null, library: { files, unreadable: [], texts: new Map() } });
  const { marks, entries } = findPreviewMarks({ brief, library, findings, style: settings.citationStyle });
  const { toRange } = createConverter(text);
  return keepMarks(text, { version: 1, marks: marks.map(({ span, ...mark }) => ({ range: toRange(span), ...mark })), entries: entries.map(toRange) });
};
