import { placeOfReference } from '../lint/cited-works';
import { shorten } from '../lint/message-words';
import { defineRule, type RuleFinding } from '../lint/rule';
import type { Brief } from '../model/brief';
import type { Library } from '../library/library';
import type { Reference } from '../library/reference';
import { workKeys } from '../library/same-work';

export const duplicateReference = defineRule({
  meta: {
    name: 'duplicate-reference',
    group: 'citations',
    title: 'One entry twice',
    levels: { key: 'warning', work: 'information' },
    fix: 'none',
    options: {},
    docs: {
      what: 'At the level `key`, two entries with one key in the bibliography files. At the level `work`, one work under two keys or twice in one list: the same DOI, or the same author, title and year.',
      why: 'Of two entries with one key, only one is used, and nobody chose which. One work under two keys appears twice in the printed list.',
      how: 'Delete one of the two, or give one another key if they are different works.',
      limits: ['Editions that share author, title and year are taken for one work unless letters tell them apart.', 'A work that is both in the list of the brief and in a bibliography file is not reported, nor one that comes again in notes or in a numbered list.'],
      authority: null,
      flagged: [{ text: 'Rents rose (Housing Board, 2024).\n\n## References\n\n- Housing Board (2024). *Rents in the capital*. City Press.\n- Housing Board (2024). *Rents in the capital*. Port Ellis: City Press.\n' }],
      clean: [{ text: 'Rents rose (Housing Board, 2024).\n\n## References\n\n- Housing Board (2024). *Rents in the capital*. City Press.\n- Labour Office (2023). *Wages in the capital*.\n' }],
    },
  },
  *check({ brief, library }) {
    yield* sameKeys(library);
    yield* sameWorks(library, areNotes(brief));
  },
});

function* sameKeys({ references }: Library): Iterable<RuleFinding> {
  const first = new Map<string, Reference>();
  for (const reference of references) {
    if (reference.format === 'list') continue;
    const earlier = first.get(reference.id);
    if (earlier === undefined) first.set(reference.id, reference);
    // A program that exports one library into several files writes the same entries into them.
    else if (earlier.path === reference.path || !isSame(earlier, reference)) yield finding('key', reference, earlier, `The key "${reference.id}" is taken by another entry${elsewhere(earlier, reference)}`);
  }
}

const isSame = (a: Reference, b: Reference): boolean => a.title === b.title && a.year === b.year && a.authors[0]?.family === b.authors[0]?.family;

/** Notes at the end may name a work as often as they like. */
const areNotes = ({ sections, referenceSection }: Brief): boolean => referenceSection !== null && /\bnotes\b/.test(sections[referenceSection]?.heading?.normalized ?? '');

function* sameWorks({ references }: Library, hasNotes: boolean): Iterable<RuleFinding> {
  const first = new Map<string, Reference>();
  for (const reference of references) {
    const keys = workKeys(reference);
    const earlier = keys.map((key) => first.get(key)).find((other) => other !== undefined);
    for (const key of keys) if (!first.has(key)) first.set(key, reference);
    if (earlier === undefined || earlier.id === reference.id || isInList(earlier) !== isInList(reference)) continue;
    if (hasOtherNumber(earlier, reference) || (isInList(reference) && (hasNotes || reference.listNumber !== null))) continue;
    yield finding('work', reference, earlier, messageOf(reference, earlier));
  }
}

const isInList = ({ format }: Reference): boolean => format === 'list';

/** Volumes, issues and chapters of one title. */
const hasOtherNumber = (a: Reference, b: Reference): boolean =>
  (['volume', 'issue', 'pages', 'number', 'edition', 'containerTitle'] as const).some((field) => a[field] !== null && b[field] !== null && a[field] !== b[field]);

const messageOf = (reference: Reference, earlier: Reference): string => {
  const title = shorten(reference.title ?? reference.doi ?? reference.id, 50);
  return isInList(reference) ? `"${title}" stands in the list twice` : `"${title}" also stands under the key "${earlier.id}"${elsewhere(earlier, reference)}`;
};

const elsewhere = (earlier: Reference, reference: Reference): string => (earlier.path === reference.path || earlier.path === null ? '' : ` in ${earlier.path}`);

const finding = (level: string, reference: Reference, earlier: Reference, message: string): RuleFinding => ({
  ...placeOfReference(reference),
  level,
  message,
  related: [{ ...placeOfReference(earlier), message: shorten(earlier.title ?? earlier.id) }],
});
