/** One profile of the house as its settings define it, on top of the one that it extends. What cannot be read is said, and the rest stands. */
import { ruleGroups } from '../core/lint/rule';
import { severities, type Severity } from '../core/lint/severity';
import { unknownRule } from '../core/lint/suppressions';
import type { Profile } from '../core/profiles/profile';
import { findShippedKey, sectionKeys, toOwnKey, type SectionKey } from '../core/profiles/section-keys';
import { normalizeHeading } from '../core/profiles/vocabulary';
import { rules } from '../core/rules/index';
import { nearestOf } from '../core/text/nearest';
import { isRecord, show } from '../setting-parsers';
import { definitionKeys } from './definition-schema';
import { parseElements } from './parse-elements';
import { inOrder, parseEntries, parseOrder, parseSingles } from './parse-sections';
import { toKeyForm } from './section-names';
import { below, ValueReader, type Placed, type Report } from './value-reader';

type Definition = Readonly<Record<string, unknown>>;

/** `base` is what the definition extends, or an empty profile. */
export const parseDefinition = (id: string, definition: Definition, base: Profile, path: readonly string[], report: Report): Profile => {
  const reader = new ValueReader(report);
  const whole: Placed = { value: definition, path };
  reader.keys(whole, definition, definitionKeys);
  /** What stands under a key that is there; else what the base has. */
  const given = <T>(key: string, inherited: T, read: (placed: Placed) => T | undefined): T => {
    const value = Object.hasOwn(definition, key) ? read(below(whole, key, definition[key])) : undefined;
    return value === undefined ? inherited : value;
  };
  const named = given('sections', { headings: base.headings, sectionGroups: base.sectionGroups }, (placed) => unlessNull(placed, () => parseSections(placed, base, reader)));
  // The keys of the record are keys of sections.
  const own: ReadonlySet<SectionKey> = new Set((Object.keys(named.headings) as SectionKey[]).filter((key) => findShippedKey(key) === undefined));
  const listing = { reader, own };
  const order = given('order', base.order, (placed) => parseOrder(placed, listing));
  const lists = {
    required: inOrder(given('required', base.required, (placed) => parseEntries(placed, base.required, listing)), order),
    optional: given('optional', base.optional, (placed) => parseSingles(placed, base.optional, listing)),
    forbidden: given('forbidden', base.forbidden, (placed) => parseSingles(placed, base.forbidden, listing)),
  };
  return {
    id,
    name: given('name', inWords(id), (placed) => reader.text(placed)),
    authority: base.id === '' ? 'House profile' : `House profile, on top of "${base.name}"`,
    mode: base.mode,
    metadata: given('metadata', base.metadata, (placed) => reader.choices(placed, ['title', 'author', 'date'])),
    ...withoutContradictions(lists, definition, whole, reader),
    order,
    words: given('words', base.words, (placed) => parseWords(placed, base.words, reader)),
    summaryWords: given('summaryWords', base.summaryWords, (placed) => reader.countOrNone(placed)),
    severities: given('severities', base.severities, (placed) => unlessNull(placed, () => ({ ...base.severities, ...parseSeverities(placed, reader) }))),
    groups: given('groups', base.groups, (placed) => (placed.value === null ? null : reader.choices(placed, ruleGroups))),
    elements: given('elements', base.elements, (placed) => unlessNull(placed, () => parseElements(placed, base.elements, reader))),
    ...named,
    ...(base.missingBase !== undefined && { missingBase: base.missingBase }),
  };
};

/** A key with nothing behind it, as it stands while somebody types, says nothing. */
const unlessNull = <T>({ value }: Placed, read: () => T): T | undefined => (value === null ? undefined : read());

/** "house-note" is "House note". */
const inWords = (id: string): string => (id.charAt(0).toUpperCase() + id.slice(1)).replaceAll('-', ' ');

type Named = Pick<Profile, 'headings' | 'sectionGroups'>;

const parseSections = (placed: Placed, base: Profile, reader: ValueReader): Named | undefined => {
  const map = reader.map(placed, 'map from sections to their headings');
  if (map === undefined) return undefined;
  const headings: Partial<Record<SectionKey, readonly string[]>> = { ...base.headings };
  const sectionGroups: Partial<Record<SectionKey, readonly string[]>> = { ...base.sectionGroups };
  for (const [name, value] of Object.entries(map)) {
    const item = below(placed, name, value);
    const key = readNewKey(name, item, base, reader);
    if (key === undefined) continue;
    const { headings: words, groups } = parseSection(item, reader);
    // A section of the house's own is also found by its name.
    const ownName = findShippedKey(key) === undefined ? [key.replaceAll('-', ' ')] : [];
    if (words !== undefined || ownName.length > 0) headings[key] = [...new Set([...(words ?? base.headings[key] ?? []), ...ownName])];
    if (groups !== undefined) sectionGroups[key] = groups;
  }
  tellOfSharedHeadings(placed, map, headings, reader);
  return { headings, sectionGroups };
};

/** Whoever gives one heading to two sections most often means one of them. */
const tellOfSharedHeadings = (placed: Placed, map: Definition, headings: Named['headings'], reader: ValueReader): void => {
  // The keys of the record are keys of sections.
  const all = Object.entries(headings) as readonly (readonly [SectionKey, readonly string[] | undefined])[];
  const keyByHeading = new Map<string, SectionKey>();
  const told = new Set<string>();
  for (const [key, words = []] of all) {
    for (const heading of words) {
      const plain = normalizeHeading(heading);
      const other = keyByHeading.get(plain);
      if (other === undefined) keyByHeading.set(plain, key);
      const name = [key, other].map((each) => Object.keys(map).findLast((written) => toKeyForm(written) === each)).find((written) => written !== undefined);
      if (other === undefined || other === key || name === undefined || told.has(plain)) continue;
      told.add(plain);
      reader.complain(below(placed, name, null), `"${heading}" names both "${other}" and "${key}"; a section under it counts as the two`);
    }
  }
};

/** A slip in the name of a shipped section would silently make a new one. */
const readNewKey = (name: string, item: Placed, base: Profile, reader: ValueReader): SectionKey | undefined => {
  const form = toKeyForm(name);
  const known = findShippedKey(form);
  if (known !== undefined) return known;
  const own = toOwnKey(form);
  if (own === undefined) {
    reader.complain(item, `"${name}" cannot name a section; use words joined by dashes, such as theory-of-change`);
    return undefined;
  }
  const nearest = Object.hasOwn(base.headings, own) ? null : nearestOf(form, sectionKeys);
  if (nearest !== null) {
    reader.complain(item, `"${name}" is no section; did you mean "${nearest}"? A section of your own needs a name that is less like it`, { word: nearest, of: 'key' });
    return undefined;
  }
  return own;
};

/** Headings alone may stand without their key. */
const parseSection = (placed: Placed, reader: ValueReader): { readonly headings?: readonly string[]; readonly groups?: readonly string[] } => {
  const { value } = placed;
  if (value === null) return {};
  const isMap = isRecord(value);
  if (isMap) reader.keys(placed, value, ['headings', 'groups']);
  const headings = !isMap ? reader.textsOrNone(placed) : Object.hasOwn(value, 'headings') ? reader.textsOrNone(below(placed, 'headings', value['headings'])) : undefined;
  const groups = isMap && (value['groups'] ?? null) !== null ? reader.choices(below(placed, 'groups', value['groups']), ruleGroups) : undefined;
  return { ...(headings && { headings }), ...(groups && { groups }) };
};

type Lists = Pick<Profile, 'required' | 'optional' | 'forbidden'>;

/** What the house says itself goes before what it inherits; where it contradicts itself, it is told. */
const withoutContradictions = ({ required, optional, forbidden }: Lists, definition: Definition, whole: Placed, reader: ValueReader): Lists => {
  const asked = new Set(required.flat());
  const both = forbidden.filter((key) => asked.has(key));
  if (both.length === 0) return { required, optional: optional.filter((key) => !asked.has(key) && !forbidden.includes(key)), forbidden };
  const saysForbidden = Object.hasOwn(definition, 'forbidden');
  if (saysForbidden && Object.hasOwn(definition, 'required')) reader.complain(below(whole, 'forbidden', null), `"${both.join('", "')}" is both required and forbidden`);
  const forbiddenKeys = saysForbidden ? new Set(forbidden) : new Set(forbidden.filter((key) => !asked.has(key)));
  const stillRequired = required.map((keys) => keys.filter((key) => !forbiddenKeys.has(key))).filter((keys) => keys.length > 0);
  return { required: stillRequired, optional: optional.filter((key) => !forbiddenKeys.has(key)), forbidden: [...forbiddenKeys] };
};

const range = /^(\d{1,6})\s*(?:-|–|to)\s*(\d{1,6})$/;

/** `{ low, high, hard }`, or "700 to 1500"; nothing takes the limits away. */
const parseWords = (placed: Placed, inherited: Profile['words'], reader: ValueReader): Profile['words'] | undefined => {
  const { value } = placed;
  if (value === null) return null;
  const written = typeof value === 'string' ? range.exec(value.trim().replaceAll(',', '')) : null;
  const words = written === null ? parseWordsMap(placed, inherited, reader) : { low: Number(written[1]), high: Number(written[2]), hard: null };
  if (words === undefined) return undefined;
  if (words.low > words.high) {
    reader.complain(placed, `${String(words.low)} words at least and ${String(words.high)} at most: no brief can be both`);
    return undefined;
  }
  if (words.hard !== null && words.hard < words.high) {
    reader.complain(placed, `"hard" is ${String(words.hard)} words, less than "high", which is ${String(words.high)}`);
    return { ...words, hard: null };
  }
  return words;
};

const parseWordsMap = (placed: Placed, inherited: Profile['words'], reader: ValueReader): NonNullable<Profile['words']> | undefined => {
  const map = reader.map(placed, 'range of words such as { low: 700, high: 1500 }');
  if (map === undefined) return undefined;
  reader.keys(placed, map, ['low', 'high', 'hard']);
  const low = Object.hasOwn(map, 'low') ? reader.count(below(placed, 'low', map['low'])) : inherited?.low;
  const high = Object.hasOwn(map, 'high') ? reader.count(below(placed, 'high', map['high'])) : inherited?.high;
  const hard = Object.hasOwn(map, 'hard') ? reader.countOrNone(below(placed, 'hard', map['hard'])) : fitting(inherited?.hard ?? null, high);
  if (high === undefined) {
    if (!Object.hasOwn(map, 'high')) reader.complain(placed, '"words" needs "high", the most words that the brief may have');
    return undefined;
  }
  return { low: low ?? 0, high, hard: hard ?? null };
};

/** A limit of the base that the house has gone over is none any more. */
const fitting = (hard: number | null, high: number | undefined): number | null => (hard !== null && high !== undefined && hard < high ? null : hard);

const severityOrOff: readonly (Severity | 'off')[] = ['off', ...severities];

const parseSeverities = (placed: Placed, reader: ValueReader): Profile['severities'] => {
  const map = reader.map(placed, 'map from rules to severities') ?? {};
  const names = rules.map(({ meta }) => meta.name);
  const read: Record<string, Severity | 'off'> = {};
  for (const [name, value] of Object.entries(map)) {
    const item = below(placed, name, value);
    // YAML of old reads a bare "off" as false.
    const severity = value === false ? 'off' : severityOrOff.find((choice) => choice === value);
    const nearest = nearestOf(name, names);
    if (!names.includes(name)) reader.complain(item, unknownRule(name, names), nearest === null ? undefined : { word: nearest, of: 'key' });
    else if (severity === undefined) reader.complain(item, `${show(value)} is none of ${severityOrOff.join(', ')}`);
    else read[name] = severity;
  }
  return read;
};
