import type { Reference } from './reference';

/** A reference with what a lookup knows of it. Nothing that its entry says itself is changed. */
export interface CompletedReference {
  readonly reference: Reference;
  /** Fields that were missing, in the order of `completedFields`. */
  readonly lookedUp: readonly string[];
}

const completedFields = ['authors', 'title', 'year', 'date', 'containerTitle', 'publisher', 'volume', 'issue', 'pages', 'number', 'doi', 'url'] as const satisfies readonly (keyof Reference)[];

export const completeReference = (entry: Reference, found: Reference): CompletedReference => {
  const lookedUp: string[] = [];
  let reference = entry;
  for (const field of completedFields) {
    if (!isMissing(entry, field) || isMissing(found, field)) continue;
    // The entry's own year says more than the day on which a registry has it.
    if (field === 'date' && entry.year !== null) continue;
    reference = { ...reference, [field]: found[field] };
    lookedUp.push(field);
  }
  if (entry.type === 'document' && lookedUp.length > 0) reference = { ...reference, type: found.type };
  return { reference, lookedUp };
};

const isMissing = (reference: Reference, field: (typeof completedFields)[number]): boolean => {
  const value = reference[field];
  return value === null || value.length === 0;
};

/** Does an entry lack what a reader needs to find the work: who, what or when? */
export const lacksData = ({ authors, editors, title, year, text }: Reference): boolean => text === null && ((authors.length === 0 && editors.length === 0) || title === null || year === null);
