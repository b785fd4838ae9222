import type { BibtexEntry, BibtexField } from './bibtex-scanner';
import type { BibliographyProblem } from './reference';

/** Fields that belong to the one entry that has them. */
const OWN_FIELDS: ReadonlySet<string> = new Set([
  'crossref', 'xref', 'xdata', 'entryset', 'entrysubtype', 'ids', 'label', 'shorthand', 'options', 'presort', 'sortkey', 'keywords', 'keyword', 'file', 'abstract', 'annote', 'annotation', 'note', 'doi', 'related',
]);
/** What the title of a collection is to its parts. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['title', 'booktitle'],
  ['subtitle', 'booksubtitle'],
  ['titleaddon', 'booktitleaddon'],
]);
const PARTS_OF_BOOKS: ReadonlySet<string> = new Set(['inbook', 'incollection', 'inproceedings', 'conference', 'inreference', 'bookinbook', 'suppbook', 'suppcollection']);
/** Longer chains are not in use, and a hostile file could make them long. */
const LONGEST_CHAIN = 4;

export interface Inheritance {
  readonly fieldsOf: (entry: BibtexEntry) => ReadonlyMap<string, BibtexField>;
  readonly problems: readonly BibliographyProblem[];
}

/** `crossref`, `xdata` and `entryset`: what an entry leaves to another one. Its own fields stand; the places of borrowed ones are the lender's. */
export function buildInheritance(entries: readonly BibtexEntry[]): Inheritance {
  const byKey = new Map<string, BibtexEntry>();
  for (const entry of entries) if (!byKey.has(entry.key.toLowerCase())) byKey.set(entry.key.toLowerCase(), entry);
  for (const entry of entries) for (const alias of aliasesOf(entry)) if (!byKey.has(alias)) byKey.set(alias, entry);
  const fieldsOf = (entry: BibtexEntry, depth: number): ReadonlyMap<string, BibtexField> => {
    const lenders = depth >= LONGEST_CHAIN ? [] : lendersOf(entry).flatMap(({ key, field }) => ({ field, lender: byKey.get(key.toLowerCase()) }));
    if (lenders.every(({ lender }) => lender === undefined || lender === entry)) return entry.fields;
    const fields = new Map(entry.fields);
    for (const { field, lender } of lenders) {
      if (lender === undefined || lender === entry) continue;
      for (const [name, value] of fieldsOf(lender, depth + 1)) {
        if (OWN_FIELDS.has(name)) continue;
        const here = field === 'crossref' ? borrowedName(name, entry, lender) : name;
        if (!fields.has(here)) fields.set(here, value);
      }
    }
    return fields;
  };
  const problems = entries.flatMap((entry) =>
    lendersOf(entry)
      .filter(({ key }) => !byKey.has(key.toLowerCase()))
      .map(({ key, field }) => ({ span: entry.fields.get(field)?.span ?? entry.span, message: `"${entry.key}" takes fields from "${key}", which is not in this file`, key: entry.key })),
  );
  return { fieldsOf: (entry) => fieldsOf(entry, 0), problems };
}

/** BibLaTeX: other keys that the entry goes by. */
const aliasesOf = (entry: BibtexEntry): readonly string[] => (entry.fields.get('ids')?.value ?? '').toLowerCase().split(',').slice(0, 20).map((key) => key.trim()).filter((key) => key !== '');

/** At most a few: a list of thousands would be no list of lenders. */
const MOST_LENDERS = 8;

function lendersOf(entry: BibtexEntry): readonly { readonly key: string; readonly field: string }[] {
  return ['crossref', 'xdata', 'entryset'].flatMap((field) => {
    const value = entry.fields.get(field)?.value.trim() ?? '';
    if (value === '') return [];
    const keys = field === 'crossref' ? [value] : value.split(',').slice(0, field === 'entryset' ? 1 : MOST_LENDERS);
    return keys.map((key) => ({ key: key.trim(), field })).filter(({ key }) => key !== '');
  });
}

function borrowedName(name: string, entry: BibtexEntry, lender: BibtexEntry): string {
  if (lender.type === 'periodical' && name === 'title') return 'journaltitle';
  return PARTS_OF_BOOKS.has(entry.type) ? (RENAMED.get(name) ?? name) : name;
}
