import { isMap, isPair, isScalar, parseDocument, type Node, type YAMLMap } from 'yaml';
import { findFrontMatter } from '../syntax/regions';
import type { Span } from '../text/span';
import type { FrontMatter } from './brief';
import { describeYamlError } from './yaml-error-words';

/** That of a text, before anything else of it is read. */
export function frontMatterOf(text: string): FrontMatter | null {
  const span = findFrontMatter(text);
  return span && readFrontMatter(text, span);
}

/** Reads the YAML between the two `---` lines; what is broken becomes a problem with its place, and the rest is kept. */
export function readFrontMatter(text: string, span: Span): FrontMatter {
  const bodyStart = text.indexOf('\n', span.start) + 1;
  const source = text.slice(bodyStart, span.end).replace(/(?:^|\n)(?:---|\.\.\.)[ \t]*\r?\n?$/, '\n');
  const document = parseDocument(source, { prettyErrors: false, uniqueKeys: false, logLevel: 'error' });
  const keySpans = new Map<string, Span>();
  if (isMap(document.contents)) collectKeys(document.contents, '', bodyStart, keySpans, source.length);
  // One unclosed bracket breaks the lines behind it too: only the first error is the author's.
  const problems = document.errors.slice(0, 1).map((error) => {
    const start = Math.min(bodyStart + error.pos[0], span.end);
    return { span: { start, end: Math.min(span.end, Math.max(start + 1, bodyStart + error.pos[1])) }, message: `Front matter is not valid YAML: ${describeYamlError(error, source)}` };
  });
  return { span, data: toData(document), keySpans, problems };
}

function collectKeys(map: YAMLMap, prefix: string, offset: number, keySpans: Map<string, Span>, length: number): void {
  for (const pair of map.items) {
    if (!isPair(pair) || !isScalar(pair.key)) continue;
    const path = prefix + String(pair.key.value);
    const start = offset + (pair.key.range?.[0] ?? 0);
    const value = pair.value as Node | null; // a map's values are nodes or nothing
    keySpans.set(path, { start, end: offset + Math.min(length, value?.range?.[1] ?? pair.key.range?.[1] ?? 0) });
    if (isMap(value) && prefix === '') collectKeys(value, `${path}.`, offset, keySpans, length);
  }
}

function toData(document: ReturnType<typeof parseDocument>): Record<string, unknown> {
  try {
    const data: unknown = document.toJS({ maxAliasCount: 100 });
    return typeof data === 'object' && data !== null && !Array.isArray(data) ? (data as Record<string, unknown>) : {};
  } catch {
    // An alias without an anchor, or a bomb of aliases: nothing of it is usable, and `problems` or the settings say so.
    return {};
  }
}
