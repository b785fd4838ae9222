import { findAcronymDefinitions } from '../text/acronyms';
import type { AcronymDefinition } from '../text/citation';
import type { AliasClasses } from './aliases';
import { ClassTable } from './class-table';
import { INSTITUTIONS } from './institutions';
import { normalizeName } from './normalize-name';

/** Where names of bodies come from, strongest first: the text's own definitions, the user's lists, the reference list. The shipped table is last. */
export interface AliasSources {
  readonly definitions: readonly AcronymDefinition[];
  /** From front matter and settings: each list names one body. */
  readonly declared: readonly (readonly string[])[];
  /** Authors in the reference list, as written there. */
  readonly listed: readonly string[];
}

export const buildAliasClasses = (sources: AliasSources): AliasClasses => {
  const listedDefinitions = sources.listed.flatMap((name) => findAcronymDefinitions(name));
  const own = [...sources.definitions, ...listedDefinitions];
  const shipped = shippedNames();
  const table = new ClassTable(shipped.table);
  const settled = [...own.map((definition) => definition.acronym), ...sources.declared.flat()].filter((name) => shipped.expansionsByAcronym.has(normalizeName(name)));
  for (const acronym of settled) table.hide(acronym);
  for (const names of sources.declared) table.join(names);
  for (const definition of own) table.link(definition.acronym, definition.expansion);
  const isSettled = new Set(settled.map(normalizeName));
  const named = new Set([...sources.listed, ...own.map((definition) => definition.expansion)].map((name) => table.classOf(name)));
  for (const { acronym, expansions } of shipped.ambiguous) {
    const meant = isSettled.has(normalizeName(acronym)) ? [] : expansions.filter((expansion) => named.has(table.classOf(expansion)));
    // Of several bodies with the same initials, the one that the brief names in full.
    if (meant.length === 1 && meant[0] !== undefined) table.link(acronym, meant[0]);
  }
  const ownExpansions = new Map<string, string[]>();
  for (const { acronym, expansion } of own) {
    const key = normalizeName(acronym);
    const known = ownExpansions.get(key);
    if (known) known.push(expansion);
    else ownExpansions.set(key, [expansion]);
  }
  return {
    classOf: (name) => table.classOf(name),
    namesOf: (classId) => table.namesOf(classId),
    expansionsOf: (acronym) => {
      const key = normalizeName(acronym);
      return oneOfEachBody(table, ownExpansions.get(key) ?? shipped.expansionsByAcronym.get(key) ?? []);
    },
  };
};

interface ShippedNames {
  readonly table: ClassTable;
  readonly expansionsByAcronym: ReadonlyMap<string, readonly string[]>;
  readonly ambiguous: readonly { readonly acronym: string; readonly expansions: readonly string[] }[];
}

let built: ShippedNames | null = null;

/** The same for every brief, hence built once, when the first brief asks. */
const shippedNames = (): ShippedNames => (built ??= buildShippedNames());

const buildShippedNames = (): ShippedNames => {
  const table = new ClassTable();
  for (const { names } of INSTITUTIONS) table.join(names);
  const expansionsByAcronym = new Map<string, string[]>();
  const writtenAs = new Map<string, string>();
  for (const { acronyms, names } of INSTITUTIONS) {
    for (const acronym of acronyms) {
      const key = normalizeName(acronym);
      const known = expansionsByAcronym.get(key) ?? [];
      const name = names[0] ?? acronym;
      writtenAs.set(key, writtenAs.get(key) ?? acronym);
      expansionsByAcronym.set(key, known.includes(name) ? known : [...known, name]);
    }
  }
  const ambiguous: { readonly acronym: string; readonly expansions: readonly string[] }[] = [];
  for (const [key, expansions] of expansionsByAcronym) {
    const acronym = writtenAs.get(key) ?? key;
    if (expansions.length === 1 && expansions[0] !== undefined) table.link(acronym, expansions[0]);
    else ambiguous.push({ acronym, expansions });
  }
  return { table, expansionsByAcronym, ambiguous };
};

/** The text's own expansion is the only one that counts; variants of one name count once. */
const oneOfEachBody = (table: ClassTable, all: readonly string[]): readonly string[] => {
  const seen = new Set<string>();
  return all.filter((expansion) => {
    const id = table.classOf(expansion);
    return seen.has(id) ? false : (seen.add(id), true);
  });
};
