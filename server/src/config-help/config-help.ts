/** Completion and hover in a settings file, from its JSON schema. Nothing is asked of anybody. */
import type { Span } from '../core/text/span';
import { descriptionAt, keysAt, valuesAt, type Named, type Schema } from './schema-at';
import { findYamlCursor, type YamlCursor } from './yaml-cursor';

export interface ConfigCompletion extends Named {
  readonly kind: 'key' | 'value';
  /** What is replaced, and by what. */
  readonly span: Span;
  readonly newText: string;
}

export const completeConfig = (schema: Schema, text: string, offset: number): readonly ConfigCompletion[] => {
  const cursor = findYamlCursor(text, offset);
  if (cursor === null) return [];
  const { kind, path, typed, siblings } = cursor;
  const hasColon = /^[ \t]*:/.test(text.slice(typed.end, typed.end + 20));
  const keys = kind === 'value' ? [] : keysAt(schema, path).filter(({ name }) => !siblings.includes(name));
  const values = kind === 'key' ? [] : valuesAt(schema, path);
  return [
    ...keys.map((each) => ({ ...each, kind: 'key' as const, span: typed, newText: hasColon ? each.name : `${each.name}: ` })),
    ...values.map((each) => ({ ...each, kind: 'value' as const, span: typed, newText: each.name })),
  ];
};

export interface ConfigHover {
  readonly span: Span;
  /** Markdown. */
  readonly text: string;
}

/** What the schema says of the key or value at the offset. */
export const hoverConfig = (schema: Schema, text: string, offset: number): ConfigHover | null => {
  const cursor = findYamlCursor(text, offset);
  if (cursor === null || cursor.word === '' || cursor.word === '-') return null;
  const description = describe(schema, cursor);
  return description === null ? null : { span: cursor.typed, text: `**${cursor.word}**\n\n${description}` };
};

const describe = (schema: Schema, { kind, path, word }: YamlCursor): string | null => {
  const value = kind === 'key' ? undefined : valuesAt(schema, path).find(({ name }) => name === word);
  if (value !== undefined) return value.description ?? descriptionAt(schema, path);
  if (kind === 'value') return null;
  return keysAt(schema, path).find(({ name }) => name === word)?.description ?? descriptionAt(schema, [...path, { kind: 'key', name: word }]);
};
