import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node, type YAMLMap } from 'yaml';
import type { Span } from '../text/span';
import { createIdMaker } from './build-reference';
import { cslFirstName, cslId, cslReference, cslYear, describesWork, isCslItem, type CslItem } from './csl-references';
import type { Bibliography, BibliographyProblem, Reference } from './reference';

/** A list of CSL items, bare or under `references:`, also between the `---` lines that pandoc wants. */
export function parseCslYaml(path: string, text: string): Bibliography {
  const { references, problems } = readYamlReferences(text, 0, { format: 'csl-yaml', path });
  return { path, format: 'csl-yaml', text, references, problems };
}

export interface YamlOrigin {
  readonly format: 'csl-yaml' | 'front-matter';
  readonly path: string | null;
}

interface Entry {
  readonly item: CslItem;
  readonly span: Span;
  readonly keySpan: Span | null;
  readonly fieldSpans: ReadonlyMap<string, Span>;
}

/** `offset` is where `source` begins in its file. */
export function readYamlReferences(source: string, offset: number, origin: YamlOrigin): { readonly references: readonly Reference[]; readonly problems: readonly BibliographyProblem[] } {
  const whole = withoutFences(source);
  const problems: BibliographyProblem[] = [];
  const document = parseDocument(whole, OPTIONS);
  const entries = document.errors.length === 0 ? readEntries(document, whole, offset, problems) : readPieces(whole, offset, problems);
  const makeId = createIdMaker(new Set(entries.flatMap(({ item }) => cslId(item) ?? [])));
  const references = entries.map(({ item, span, keySpan, fieldSpans }) => {
    const id = cslId(item);
    if (id === null) problems.push({ span: { start: span.start, end: Math.min(span.end, span.start + 1) }, message: 'An entry without an id cannot be cited by key', key: null });
    return cslReference({ id: id ?? makeId(cslFirstName(item), cslYear(item)), format: origin.format, path: origin.path, span, keySpan: id === null ? null : keySpan }, item, fieldSpans);
  });
  return { references, problems: problems.sort((a, b) => a.span.start - b.span.start) };
}

const OPTIONS = { prettyErrors: false, uniqueKeys: false, logLevel: 'error' } as const;

/** The `---` and `...` lines around it, as spaces of the same length. */
const withoutFences = (source: string): string => source.replace(/^(\uFEFF?)---[ \t]*(?=\r?\n)/u, (fence) => ' '.repeat(fence.length)).replace(/(^|\n)(?:---|\.\.\.)[ \t]*(?=\s*$)/u, (fence) => fence.replace(/[^\n]/gu, ' '));

/** The list of a broken file, one entry after the other, so that a fault stays in its own. */
function readPieces(source: string, offset: number, problems: BibliographyProblem[]): readonly Entry[] {
  return splitItems(source).flatMap((piece) => {
    const document = parseDocument(piece.text, OPTIONS);
    const entries = readEntries(document, piece.text, offset + piece.start, problems).map((entry) => withTitle(entry, piece.text));
    const key = entries[0] === undefined ? null : cslId(entries[0].item);
    for (const error of document.errors) problems.push({ span: placeOf(error.pos, piece.text, offset + piece.start), message: plainMessage(error.message), key });
    return entries;
  });
}

/** "title: Roads: a study" without quotation marks is the usual fault, and its title can be told all the same. */
function withTitle(entry: Entry, source: string): Entry {
  if (typeof entry.item['title'] === 'string') return entry;
  const title = /^[ \t]*(?:-[ \t]+)?title:[ \t]*(\S.*)$/mu.exec(source)?.[1]?.trim();
  return title === undefined ? entry : { ...entry, item: { ...entry.item, title } };
}

const placeOf = (pos: readonly [number, number], text: string, offset: number): Span => {
  const start = Math.min(pos[0], Math.max(0, text.length - 1));
  return { start: offset + start, end: offset + Math.max(Math.min(start + 1, text.length), Math.min(pos[1], text.length)) };
};

const plainMessage = (message: string): string => message.split('\n')[0]?.replace(/ at line \d+.*$/u, '').replace(/\.$/u, '') ?? message;

/** Text from each `- ` at the depth of the first one up to the next. */
function splitItems(source: string): readonly { readonly text: string; readonly start: number }[] {
  const first = /^([ \t]*)-[ \t]+\S/mu.exec(source);
  if (first === null) return source.trim() === '' ? [] : [{ text: source, start: 0 }];
  const indent = first[1]?.length ?? 0;
  const starts: number[] = [];
  for (const match of source.matchAll(/^([ \t]*)-[ \t]/gmu)) if (match[1]?.length === indent) starts.push(match.index);
  return starts.map((start, index) => ({ text: source.slice(start, starts[index + 1] ?? endOfList(source, start, indent)), start }));
}

/** The last entry ends before a line that stands further left, such as another key of the file. */
function endOfList(source: string, start: number, indent: number): number {
  for (const match of source.slice(start).matchAll(/^([ \t]*)[^\s#-].*$/gmu)) if (match.index > 0 && (match[1]?.length ?? 0) < Math.max(1, indent)) return start + match.index;
  return source.length;
}

function readEntries(document: Document.Parsed, source: string, offset: number, problems: BibliographyProblem[]): readonly Entry[] {
  const root = document.contents;
  const report = (node: Node | null, message: string): void => {
    const start = offset + Math.min(node?.range?.[0] ?? 0, Math.max(0, source.length - 1));
    problems.push({ span: { start, end: Math.min(offset + source.length, start + 1) }, message, key: null });
  };
  if (root === null) return [];
  const list = isMap(root) ? listOf(root) : root;
  if (isMap(list)) return toEntries(document, [list], source, offset, report);
  if (!isSeq(list)) {
    report(root, 'No list of entries');
    return [];
  }
  // The items of a parsed list are nodes or nothing.
  return toEntries(document, list.items as (Node | null)[], source, offset, report);
}

/** The list under `references:`; a map that has none may be an entry itself. */
function listOf(root: YAMLMap): Node | null {
  for (const pair of root.items) {
    if (isScalar(pair.key) && /^(?:references|items|bibliography)$/u.test(String(pair.key.value)) && isSeq(pair.value)) return pair.value;
  }
  return root;
}

function toEntries(document: Document.Parsed, items: readonly (Node | null)[], source: string, offset: number, report: (node: Node | null, message: string) => void): readonly Entry[] {
  return items.flatMap((node) => {
    const target = isAlias(node) ? node.resolve(document) : node;
    const item: unknown = isMap(target) ? toData(target, document) : null;
    if (!isMap(target) || !isCslItem(item) || !describesWork(item)) {
      report(node, 'An entry that says nothing of a work');
      return [];
    }
    const range = node?.range ?? [0, 0];
    return [{ item, span: { start: offset + range[0], end: offset + Math.max(range[0], trimmedEnd(source, range[1])) }, ...spansOf(target, source, offset) }];
  });
}

const trimmedEnd = (source: string, end: number): number => {
  let at = Math.min(end, source.length);
  while (at > 0 && /\s/u.test(source.charAt(at - 1))) at--;
  return at;
};

const toData = (node: YAMLMap, document: Document.Parsed): unknown => {
  try {
    return node.toJS(document, { maxAliasCount: 100 });
  } catch {
    // An alias without an anchor, or a bomb of aliases: the entry is said to be unreadable.
    return null;
  }
};

function spansOf(map: YAMLMap, source: string, offset: number): { readonly keySpan: Span | null; readonly fieldSpans: ReadonlyMap<string, Span> } {
  const fieldSpans = new Map<string, Span>();
  let keySpan: Span | null = null;
  for (const pair of map.items) {
    // A pair's value is a node or nothing.
    const range = (pair.value as Node | null)?.range;
    if (!isScalar(pair.key) || !range) continue;
    const name = String(pair.key.value).toLowerCase();
    const span = { start: offset + range[0], end: offset + Math.max(range[0], trimmedEnd(source, range[1])) };
    fieldSpans.set(name, span);
    const isQuoted = /^["']/u.test(source.charAt(range[0]));
    if (name === 'id') keySpan = isQuoted ? { start: span.start + 1, end: Math.max(span.start + 1, span.end - 1) } : span;
  }
  return { keySpan, fieldSpans };
}
