import { isMap, isNode, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import type { SettingProblem } from './core/lint/runner';
import { describeYamlError } from './core/model/yaml-error-words';
import { spanOf, type Span } from './core/text/span';
import { isRecord } from './setting-parsers';
import type { SettingsLayer } from './settings';
import type { NewKeyPlace } from './settings-layer';

/** In a folder; the nearest one upwards from a brief counts. */
export const configFileName = '.brieflint.yml';

export interface ConfigFile {
  /** Nothing of a broken file; carries `problems` along. */
  readonly settings: SettingsLayer;
  /** Faults of the YAML itself. What settings mean is judged when they are resolved. */
  readonly problems: readonly SettingProblem[];
}

/** Offsets count into `text` after a byte-order mark. */
export const parseConfig = (text: string): ConfigFile => {
  const { values, isMap: hasSettings, problems, whole, spanOf: placeOf, valueSpanOf, newKeyAt } = readYaml(text);
  const all = values === null || hasSettings || problems.length > 0 ? problems : [{ span: whole, message: `Settings are written as "key: value", one a line` }];
  return { settings: { layer: 'config', values: isRecord(values) ? values : {}, spanOf: placeOf, valueSpanOf, newKeyAt, problems: all }, problems: all };
};

/** A file of YAML, and where things stand in it. */
export interface YamlFile {
  /** null: empty, or broken. What a broken file says cannot be relied on, not even in the part that could be read. */
  readonly values: unknown;
  readonly isMap: boolean;
  readonly problems: readonly SettingProblem[];
  /** All that the file holds. */
  readonly whole: Span;
  /** The key or item at the end of the path, or the last one on the way to it that is there. */
  readonly spanOf: (path: readonly string[]) => Span | null;
  /** The value at the path, where it is no map and no list. */
  readonly valueSpanOf: (path: readonly string[]) => Span | null;
  /** Before the first key of the map at the path. */
  readonly newKeyAt: (path: readonly string[]) => NewKeyPlace | null;
}

export const readYaml = (text: string): YamlFile => {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const document = parseDocument(source, { prettyErrors: false, logLevel: 'error' });
  // One unclosed bracket breaks the lines behind it too: only the first error is the author's.
  const problems = [...document.errors, ...document.warnings].slice(0, 1).map((error) => ({
    span: clip(source, error.pos[0], error.pos[1]),
    message: `Not valid YAML: ${describeYamlError(error, source)}`,
  }));
  const root = document.contents;
  const read = toPlain(document, (message) => problems.push({ span: spanOf(0, Math.min(1, source.length)), message: `Not valid YAML: ${firstLine(message)}` }));
  const values = document.errors.length > 0 ? null : read;
  return {
    values,
    isMap: isRecord(values),
    problems,
    whole: (root && rangeOf(source, root)) ?? spanOf(0, 0),
    spanOf: (path) => findPlace(source, root, path).span,
    valueSpanOf: (path) => findPlace(source, root, path).valueSpan,
    newKeyAt: (path) => placeOfNewKey(source, findPlace(source, root, path).node),
  };
};

const placeOfNewKey = (source: string, node: unknown): NewKeyPlace | null => {
  if (!isMap(node) || !node.range) return null;
  const first = node.items[0]?.key;
  if (node.flow === true && first === undefined) return { offset: node.range[0] + 1, after: '' };
  if (!isNode(first) || !first.range) return null;
  const offset = first.range[0];
  if (node.flow === true) return { offset, after: ', ' };
  const indent = source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^ *$/.test(indent) ? { offset, after: `${source.includes('\r\n') ? '\r\n' : '\n'}${indent}` } : null;
};

/** Is it YAML, and does it hold settings? */
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

interface FoundPlace {
  readonly span: Span | null;
  readonly valueSpan: Span | null;
  readonly node: unknown;
}

const findPlace = (source: string, root: unknown, path: readonly string[]): FoundPlace => {
  let node = root;
  let span: Span | null = null;
  for (const name of path) {
    const next = stepInto(node, name);
    if (next === undefined) return { span, valueSpan: null, node: null };
    span = rangeOf(source, next.mark) ?? span;
    node = next.value;
  }
  return { span, valueSpan: isScalar(node) ? rangeOf(source, node) : null, node };
};

/** Into a map by its key, which marks the place; into a list by the number of the item, which marks itself. */
const stepInto = (node: unknown, name: string): { readonly mark: Node; readonly value: unknown } | undefined => {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === name);
    return pair !== undefined && isNode(pair.key) ? { mark: pair.key, value: pair.value } : undefined;
  }
  if (!isSeq(node)) return undefined;
  const item = node.items[Number(name)];
  return isNode(item) ? { mark: item, value: item } : undefined;
};
