import type { Span } from '../text/span';
import { createIdMaker } from './build-reference';
import { cslFirstName, cslId, cslReference, cslYear, describesWork, isCslItem, type CslItem } from './csl-references';
import { readJson, toPlain, type JsonFault, type JsonNode } from './json-reader';
import type { Bibliography, BibliographyProblem, Reference } from './reference';

/** A list of CSL items, also under `references` or `items`, as a map by key, or a single one. */
export function parseCslJson(path: string, text: string): Bibliography {
  const { root, faults } = readJson(text);
  const problems: BibliographyProblem[] = [];
  const entries = root === null ? [] : entriesOf(root, problems);
  const makeId = createIdMaker(new Set(entries.flatMap(({ key, item }) => key ?? cslId(item) ?? [])));
  const references = entries.map(({ item, node, key }) => {
    const id = cslId(item) ?? key;
    if (id === null) problems.push({ span: headOf(node), message: 'An entry without an id cannot be cited by key', key: null });
    return toReference(path, item, node, id ?? makeId(cslFirstName(item), cslYear(item)), id !== null);
  });
  for (const fault of faults) problems.push({ ...fault, key: keyAt(references, fault) });
  return { path, format: 'csl-json', text, references, problems: problems.sort((a, b) => a.span.start - b.span.start) };
}

interface Entry {
  readonly item: CslItem;
  readonly node: JsonNode & { readonly kind: 'object' };
  /** Its name in a map of entries. */
  readonly key: string | null;
}

const headOf = (node: JsonNode): Span => ({ start: node.span.start, end: Math.min(node.span.end, node.span.start + 1) });

function entriesOf(root: JsonNode, problems: BibliographyProblem[]): readonly Entry[] {
  if (root.kind === 'array') return root.items.flatMap((node) => toEntry(node, null, problems));
  if (root.kind === 'value') {
    problems.push({ span: headOf(root), message: 'No list of entries', key: null });
    return [];
  }
  const list = root.members.find((member) => member.node.kind === 'array' && /^(?:references|items|entries|bibliography)$/iu.test(member.key));
  if (list !== undefined) return entriesOf(list.node, problems);
  const item = toPlain(root);
  if (isCslItem(item) && describesWork(item)) return toEntry(root, null, problems);
  return root.members.flatMap((member) => toEntry(member.node, member.key, problems));
}

function toEntry(node: JsonNode, key: string | null, problems: BibliographyProblem[]): Entry[] {
  const item = node.kind === 'object' ? toPlain(node) : null;
  if (node.kind === 'object' && isCslItem(item) && describesWork(item)) return [{ item, node, key }];
  problems.push({ span: headOf(node), message: node.kind === 'object' ? 'An entry that says nothing of a work' : 'An entry must be a map in { }', key });
  return [];
}

function toReference(path: string, item: CslItem, node: Entry['node'], id: string, isKeyed: boolean): Reference {
  const idSpan = node.members.find((member) => member.key === 'id' || member.key === 'citation-key' || member.key === 'citekey')?.node.span ?? null;
  const keySpan = isKeyed && idSpan !== null ? withoutQuotes(idSpan, item) : null;
  const fieldSpans = new Map(node.members.map((member) => [member.key.toLowerCase(), member.node.span]));
  return cslReference({ id, format: 'csl-json', path, span: node.span, keySpan }, item, fieldSpans);
}

/** The key alone, for renames; a number has no quotation marks. */
const withoutQuotes = (span: Span, item: CslItem): Span => (typeof item['id'] === 'number' ? span : { start: span.start + 1, end: Math.max(span.start + 1, span.end - 1) });

const keyAt = (references: readonly Reference[], fault: JsonFault): string | null => {
  let low = 0;
  let high = references.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const reference = references[middle];
    if (reference === undefined) return null;
    if (fault.span.start < reference.span.start) high = middle - 1;
    else if (fault.span.start >= reference.span.end) low = middle + 1;
    else return reference.id;
  }
  return null;
};
