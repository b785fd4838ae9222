/** Walks a JSON schema along a path of a document. Only what our own schema uses: properties, additionalProperties, items, anyOf, enum. */
import { isRecord } from '../setting-parsers';
import type { Step } from './yaml-cursor';

export type Schema = Readonly<Record<string, unknown>>;

/** All that may stand at the end of the path. */
export const schemasAt = (schema: Schema, path: readonly Step[]): readonly Schema[] => path.reduce<readonly Schema[]>((found, step) => found.flatMap((each) => stepInto(each, step)).flatMap(alternatives), alternatives(schema));

/** A description beside `anyOf` holds for each alternative that has none. */
const alternatives = (schema: Schema): readonly Schema[] => {
  const { anyOf, ...rest } = schema;
  if (!Array.isArray(anyOf)) return [schema];
  const choices: readonly unknown[] = anyOf;
  return choices.filter(isRecord).flatMap((choice) => alternatives({ ...rest, ...choice }));
};

const stepInto = (schema: Schema, step: Step): readonly Schema[] => {
  const { properties, additionalProperties, items } = schema;
  if (step.kind === 'item') return isRecord(items) ? [items] : [];
  const known = isRecord(properties) && Object.hasOwn(properties, step.name) ? properties[step.name] : additionalProperties;
  return isRecord(known) ? [known] : [];
};

export interface Named {
  readonly name: string;
  readonly description: string | null;
}

/** Keys that a map at the end of the path may have. */
export const keysAt = (schema: Schema, path: readonly Step[]): readonly Named[] =>
  distinct(schemasAt(schema, path).flatMap(keysOf));

const keysOf = ({ properties, propertyNames }: Schema): readonly Named[] => [
  ...(isRecord(properties) ? Object.entries(properties).map(([name, value]) => ({ name, description: isRecord(value) ? descriptionOf(value) : null })) : []),
  ...(isRecord(propertyNames) ? alternatives(propertyNames).flatMap(valuesOf) : []),
];

/** Values that are named one by one. */
export const valuesAt = (schema: Schema, path: readonly Step[]): readonly Named[] => distinct(schemasAt(schema, path).flatMap(valuesOf));

const valuesOf = ({ enum: choices, enumDescriptions, type }: Schema): readonly Named[] => {
  if (type === 'boolean') return [{ name: 'true', description: null }, { name: 'false', description: null }];
  if (!Array.isArray(choices)) return [];
  const descriptions: readonly unknown[] = Array.isArray(enumDescriptions) ? enumDescriptions : [];
  return choices.map((choice, i) => {
    const description = descriptions[i];
    return { name: String(choice), description: typeof description === 'string' ? description : null };
  });
};

export const descriptionAt = (schema: Schema, path: readonly Step[]): string | null => schemasAt(schema, path).map(descriptionOf).find((text) => text !== null) ?? null;

const descriptionOf = ({ description, anyOf }: Schema): string | null => {
  if (typeof description === 'string') return description;
  const choices: readonly unknown[] = Array.isArray(anyOf) ? anyOf : [];
  return choices.filter(isRecord).map(descriptionOf).find((text) => text !== null) ?? null;
};

const distinct = (all: readonly Named[]): readonly Named[] => [...new Map([...all].reverse().map((each) => [each.name, each])).values()].reverse();
