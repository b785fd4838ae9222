/** Lists of sections in a definition: which are asked for, allowed, forbidden, and in what order. */
import type { OrderRule, Profile } from '../core/profiles/profile';
import type { SectionKey } from '../core/profiles/section-keys';
import { endMatter } from '../core/profiles/vocabulary';
import { isRecord, show } from '../setting-parsers';
import { objectionTo } from './contradicting-orders';
import { findSectionKey, nearestSection, notASection } from './section-names';
import { below, type Placed, type ValueReader } from './value-reader';

export interface Listing {
  readonly reader: ValueReader;
  /** Sections of the house's own. */
  readonly own: ReadonlySet<SectionKey>;
}

type Entry = readonly SectionKey[];

/** Each entry is a section, or several of which one does: "implications or recommendations", [implications, recommendations]. */
export const parseEntries = (placed: Placed, inherited: readonly Entry[], listing: Listing): readonly Entry[] | undefined => {
  const { reader } = listing;
  const { value } = placed;
  if (!isRecord(value)) return reader.unlessAllWrong(placed, reader.items(placed).map((item) => readEntry(item, listing)).filter((entry) => entry.length > 0));
  reader.keys(placed, value, ['add', 'remove']);
  const removed = readTaken(placed, value, inherited.flat(), listing);
  const kept = inherited.map((entry) => entry.filter((key) => !removed.includes(key))).filter((entry) => entry.length > 0);
  const added = reader.items(below(placed, 'add', value['add'])).map((item) => readEntry(item, listing)).filter((entry) => entry.length > 0);
  return beforeEndMatter(kept, added.filter((entry) => !kept.some((other) => other.join() === entry.join())));
};

export const parseSingles = (placed: Placed, inherited: readonly SectionKey[], listing: Listing): readonly SectionKey[] | undefined => {
  const { reader } = listing;
  const { value } = placed;
  if (!isRecord(value)) return reader.unlessAllWrong(placed, [...new Set(readSections(placed, listing))]);
  reader.keys(placed, value, ['add', 'remove']);
  const removed = readTaken(placed, value, inherited, listing);
  return [...new Set([...inherited.filter((key) => !removed.includes(key)), ...readSections(below(placed, 'add', value['add']), listing)])];
};

/** References and annexes stay last. */
const beforeEndMatter = (kept: readonly Entry[], added: readonly Entry[]): readonly Entry[] => {
  const end = kept.findLastIndex((entry) => !entry.every((key) => endMatter.includes(key))) + 1;
  return [...kept.slice(0, end), ...added, ...kept.slice(end)];
};

const readTaken = (placed: Placed, map: Readonly<Record<string, unknown>>, inherited: readonly SectionKey[], listing: Listing): readonly SectionKey[] =>
  listing.reader.texts(below(placed, 'remove', map['remove'])).flatMap((item) => {
    const key = readSection(item, listing);
    if (key !== undefined && !inherited.includes(key)) listing.reader.complain(item, `"${key}" cannot be taken away, for it is not in the list that is extended`);
    return key ?? [];
  });

const readEntry = (item: Placed, listing: Listing): Entry => {
  if (Array.isArray(item.value)) return [...new Set(readSections(item, listing))];
  if (typeof item.value !== 'string') {
    listing.reader.complain(item, `${show(item.value)} is no section`);
    return [];
  }
  const names = item.value.split(/\s+or\s+/i);
  return [...new Set(names.flatMap((name) => readSection({ value: name, path: item.path }, listing, names.length === 1) ?? []))];
};

const readSections = (placed: Placed, listing: Listing): readonly SectionKey[] => listing.reader.texts(placed).flatMap((item) => readSection(item, listing) ?? []);

/** `isAlone`: the whole value is this name, so that another can stand in its place. */
const readSection = (item: Placed & { readonly value: string }, { reader, own }: Listing, isAlone = true): SectionKey | undefined => {
  const key = findSectionKey(item.value, own);
  if (key !== undefined) return key;
  const nearest = nearestSection(item.value, own);
  reader.complain(item, notASection(item.value, nearest), nearest === null || !isAlone ? undefined : { word: nearest, of: 'value' });
  return undefined;
};

/** `- first: summary`, `- last: references`, `- [problem, evidence, recommendations]`. */
export const parseOrder = (placed: Placed, listing: Listing): Profile['order'] | undefined => {
  const { reader } = listing;
  if (placed.value === null) return [];
  if (!Array.isArray(placed.value)) {
    reader.complain(placed, `${show(placed.value)} is no order; it is written as a list of "first: summary", "last: references" and [problem, evidence]`);
    return undefined;
  }
  const read: OrderRule[] = [];
  for (const item of reader.items(placed)) {
    for (const { rule, path } of readOrderRules(item, listing)) {
      const objection = objectionTo(rule, read);
      if (objection === null) read.push(rule);
      else reader.complain({ path }, objection);
    }
  }
  return reader.unlessAllWrong(placed, read);
};

interface PlacedRule {
  readonly rule: OrderRule;
  readonly path: readonly string[];
}

const readOrderRules = (item: Placed, listing: Listing): readonly PlacedRule[] => {
  const { reader } = listing;
  if (Array.isArray(item.value)) {
    const named = readSections(item, listing);
    const sections = [...new Set(named)];
    const twice = sections.filter((key) => named.filter((other) => other === key).length > 1);
    if (twice.length > 0) reader.complain(item, `"${twice.join('", "')}" stands twice in one order`);
    if (sections.length > 1) return [{ rule: { kind: 'before', sections }, path: item.path }];
    if (item.value.length < 2) reader.complain(item, 'An order needs two sections at least, such as [problem, evidence]');
    return [];
  }
  const map = reader.map(item, 'order; it is written as "first: summary", "last: references" or [problem, evidence]');
  if (map === undefined) return [];
  reader.keys(item, map, ['first', 'last']);
  return (['first', 'last'] as const).flatMap((kind) => {
    if (!Object.hasOwn(map, kind)) return [];
    const place = below(item, kind, map[kind]);
    const name = reader.text(place);
    const section = name === undefined ? undefined : readSection({ ...place, value: name }, listing);
    return section === undefined ? [] : [{ rule: { kind, section }, path: place.path }];
  });
};

/** As the order wants them, so that a template does not begin with sections at the wrong place. Each rule moves only the sections that it names. */
export const inOrder = (required: readonly Entry[], order: Profile['order']): readonly Entry[] =>
  order.reduce<readonly Entry[]>((entries, rule) => {
    if (rule.kind === 'before') return inRow(entries, rule.sections);
    const isPlaced = (entry: Entry): boolean => entry.includes(rule.section);
    const placed = entries.filter(isPlaced);
    const others = entries.filter((entry) => !isPlaced(entry));
    return rule.kind === 'first' ? [...placed, ...others] : [...others, ...placed];
  }, required);

/** They share out among themselves the places that they have. */
const inRow = (entries: readonly Entry[], row: readonly SectionKey[]): readonly Entry[] => {
  const rankOf = (entry: Entry): number => row.findIndex((key) => entry.includes(key));
  const ranked = entries.filter((entry) => rankOf(entry) >= 0).sort((a, b) => rankOf(a) - rankOf(b));
  const rest = [...ranked];
  return entries.map((entry) => (rankOf(entry) >= 0 ? (rest.shift() ?? entry) : entry));
};
