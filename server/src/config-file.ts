import { isMap, isNode, isScalar, parseDocument, type Node } from 'yaml';
import type { SettingProblem } from './core/lint/runner';
import { describeYamlError } from './core/model/yaml-error-words';
import { spanOf, type Span } from './core/text/span';
import { isRecord } from './setting-parsers';
import type { SettingsLayer } from './settings';

/** In a folder; the nearest one upwards from a brief counts. */
export const configFileName = '.brieflint.yml';

export interface ConfigFile {
  /** What could be read, also of a broken file; carries `problems` along. */
  readonly settings: SettingsLayer;
  /** Faults of the YAML itself. What settings mean is judged when they are resolved. */
  readonly problems: readonly SettingProblem[];
}

/** Offsets count into `text` after a byte-order mark. */
export const parseConfig = (text: string): ConfigFile => {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const document = parseDocument(source, { prettyErrors: false, logLevel: 'error' });
  // One unclosed bracket breaks the lines behind it too: only the first error is the author's.
  const problems = [...document.errors, ...document.warnings].slice(0, 1).map((error) => ({
    span: clip(source, error.pos[0], error.pos[1]),
    message: `Not valid YAML: ${describeYamlError(error, source)}`,
  }));
  const root = document.contents;
  const values = toPlain(document, (message) => problems.push({ span: spanOf(0, Math.min(1, source.length)), message: `Not valid YAML: ${firstLine(message)}` }));
  if (root !== null && !isRecord(values) && values !== null && problems.length === 0) {
    problems.push({ span: rangeOf(source, root) ?? spanOf(0, 0), message: `Settings are written as "key: value", one a line` });
  }
  return {
    settings: { layer: 'config', values: isRecord(values) ? values : {}, spanOf: (path) => findKeySpan(source, root, path), problems },
    problems,
  };
};

/** Is it YAML, and does it hold settings? What it says in a broken file cannot be relied on, not even in the part that could be read. */
export const isReadableConfig = (text: string): boolean => {
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { prettyErrors: false, logLevel: 'error' });
  let isSound = document.errors.length === 0;
  const values = toPlain(document, () => (isSound = false));
  return isSound && (values === null || isRecord(values));
};

/** An alias without an anchor, or too many aliases, make the library throw; such a file has no values. */
const toPlain = (document: ReturnType<typeof parseDocument>, complain: (message: string) => void): unknown => {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return null;
  }
};

const firstLine = (message: string): string => (message.split('\n')[0] ?? message).replace(/[.:\s]+$/, '');

const clip = (source: string, start: number, end: number): Span => {
  const from = Math.min(start, source.length);
  return spanOf(from, Math.max(from, Math.min(end, source.length)));
};

const rangeOf = (source: string, node: Node): Span | null => (node.range ? clip(source, node.range[0], node.range[1]) : null);

/** The key at the end of the path, or the last one on the way to it that is there. */
const findKeySpan = (source: string, root: unknown, path: readonly string[]): Span | null => {
  let node = root;
  let span: Span | null = null;
  for (const name of path) {
    if (!isMap(node)) break;
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === name);
    if (!pair || !isNode(pair.key)) break;
    span = rangeOf(source, pair.key) ?? span;
    node = pair.value;
  }
  return span;
};
