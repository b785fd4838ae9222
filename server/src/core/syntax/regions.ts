import type { Span } from '../text/span';

/**
 * Parts of a text that are not Markdown prose, or that remark would misread, found line by line before it runs:
 * front matter, fenced divs and container directives, leaf directives, `$$` math and HTML tables (remark ends those at a blank line).
 * They are blanked with spaces, so that every offset of the tree is an offset of the text.
 */
export type Region =
  | { readonly kind: 'front-matter' | 'math' | 'html-table' | 'leaf-directive'; readonly span: Span }
  | { readonly kind: 'div'; readonly span: Span; readonly openLine: Span; readonly name: string; readonly label: string | null };

export interface Regions {
  readonly regions: readonly Region[];
  /** As long as the text, with the regions' own lines blanked; the content of a div stays. */
  readonly masked: string;
}

interface Line extends Span {
  readonly text: string;
}

interface OpenDiv {
  readonly line: Line;
  readonly name: string;
  readonly label: string | null;
  readonly colons: number;
}

// The same shape as micromark's own, but only once the closing line is there: while it is missing, micromark's front matter
// extension reads all later lists and quotes as paragraphs (micromark/micromark-extension-frontmatter#5).
const frontMatterPattern = /^---[ \t]*\r?\n(?:[\s\S]*?\r?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

const fencePattern = /^ {0,3}(`{3,}|~{3,})/;
const divOpenPattern = /^ {0,3}(:{3,})[ \t]*(?=[{\w])([\w-]*)[ \t]*(?:\[([^\]]*)\])?[ \t]*(?:\{([^}]*)\})?[ \t:]*$/;
const divClosePattern = /^ {0,3}(:{3,})[ \t]*$/;
const leafPattern = /^ {0,3}::[A-Za-z][\w-]*(?:\[[^\]]*\])?(?:\{[^}]*\})?[ \t]*$/;

/** With its dashes; null where there is none. */
export function findFrontMatter(text: string): Span | null {
  const found = text.startsWith('---') ? frontMatterPattern.exec(text) : null;
  return found && { start: 0, end: found[0].length };
}

export function findRegions(text: string): Regions {
  const regions: Region[] = [];
  const blanked: Span[] = [];
  const openDivs: OpenDiv[] = [];
  let position = 0;

  const frontMatter = findFrontMatter(text);
  if (frontMatter) {
    regions.push({ kind: 'front-matter', span: frontMatter });
    blanked.push(frontMatter);
    position = frontMatter.end;
  }

  const lines = markedLines(text, position);
  const blocks = new BlockFinder(lines);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line) break;
    const fence = fencePattern.exec(line.text);
    if (fence) {
      i = findClosingFence(lines, i, fence[1] ?? '```');
      continue;
    }
    const block = blocks.find(i);
    if (block) {
      regions.push(block.region);
      blanked.push(block.region.span);
      i = block.lastLine;
      continue;
    }
    if (leafPattern.test(line.text)) {
      regions.push({ kind: 'leaf-directive', span: spanOfLine(line) });
      blanked.push(line);
      continue;
    }
    const open = divOpenPattern.exec(line.text);
    if (open) {
      const name = open[2] !== '' && open[2] !== undefined ? open[2] : classOf(open[4] ?? '');
      openDivs.push({ line, name, label: open[3] ?? titleOf(open[4] ?? ''), colons: open[1]?.length ?? 3 });
      continue;
    }
    const close = divClosePattern.exec(line.text);
    const div = close ? openDivs.pop() : undefined;
    if (div) {
      regions.push({ kind: 'div', span: { start: div.line.start, end: line.end }, openLine: spanOfLine(div.line), name: div.name, label: div.label });
      blanked.push(div.line, line);
    }
  }
  regions.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return { regions, masked: blank(text, blanked) };
}

/** What opens or closes a region or a fence. All other lines are plain to this reader. */
const regionMarks = ['```', '~~~', '::', '$$', '<'];
const tablePattern = /^<\/?table/i;

/** The lines that hold such a mark, in order. */
function markedLines(text: string, from: number): Line[] {
  const lines = new Map<number, Line>();
  for (const mark of regionMarks) {
    for (let at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at)) {
      if (mark === '<' && !tablePattern.test(text.slice(at, at + 8))) {
        at++;
        continue;
      }
      const line = lineAround(text, at);
      lines.set(line.start, line);
      at = line.end;
    }
  }
  return [...lines.values()].sort((a, b) => a.start - b.start);
}

function lineAround(text: string, at: number): Line {
  let start = at;
  while (start > 0 && !isLineBreak(text[start - 1])) start--;
  let end = at;
  while (end < text.length && !isLineBreak(text[end])) end++;
  return { start, end, text: text.slice(start, end) };
}

const isLineBreak = (character: string | undefined): boolean => character === '\n' || character === '\r';

const spanOfLine = (line: Line): Span => ({ start: line.start, end: line.end });

function findClosingFence(lines: readonly Line[], open: number, mark: string): number {
  const character = mark[0] ?? '`';
  for (let i = open + 1; i < lines.length; i++) {
    const trimmed = lines[i]?.text.trim() ?? '';
    if (trimmed.length >= mark.length && trimmed === character.repeat(trimmed.length)) return i;
  }
  return lines.length;
}

interface BlockForm {
  readonly kind: 'math' | 'html-table';
  readonly opening: string;
  /** Does a line end the block? `isFirst`: it is the one that opens it. */
  readonly isEnd: (text: string, isFirst: boolean) => boolean;
}

const blockForms: readonly BlockForm[] = [
  { kind: 'math', opening: '$$', isEnd: isMathEnd },
  { kind: 'html-table', opening: '<table', isEnd: (text) => /<\/table\s*>/i.test(text) },
];

/** Blocks from a line that opens one to the first line (this one or later) that ends it. Remembers that no end follows, so as not to look again. */
class BlockFinder {
  readonly #lines: readonly Line[];
  readonly #endless = new Set<BlockForm>();

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
  }

  /** undefined: the line opens none, or one that is not closed. */
  find(first: number): { readonly region: Region; readonly lastLine: number } | undefined {
    const open = this.#lines[first];
    const form = open && blockForms.find(({ opening }) => open.text.trimStart().toLowerCase().startsWith(opening));
    if (!form || (this.#endless.has(form) && !form.isEnd(open.text, true))) return undefined;
    for (let i = first; i < this.#lines.length; i++) {
      const line = this.#lines[i];
      if (!line || !form.isEnd(line.text, i === first)) continue;
      return { region: { kind: form.kind, span: { start: open.start, end: line.end } }, lastLine: i };
    }
    this.#endless.add(form);
    return undefined;
  }
}

function isMathEnd(text: string, isFirst: boolean): boolean {
  const trimmed = text.trim();
  return isFirst ? trimmed.length > 4 && trimmed.endsWith('$$') : trimmed.endsWith('$$');
}

const classOf = (attributes: string): string => /\.([\w-]+)/.exec(attributes)?.[1] ?? '';

const titleOf = (attributes: string): string | null => /\b(?:title|name)\s*=\s*"([^"]*)"/.exec(attributes)?.[1] ?? null;

function blank(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  let result = '';
  let position = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    result += text.slice(position, span.start) + text.slice(span.start, span.end).replace(/[^\r\n]/g, ' ');
    position = span.end;
  }
  return result + text.slice(position);
}
