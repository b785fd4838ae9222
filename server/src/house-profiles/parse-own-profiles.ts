/** `profiles:` of the settings: kinds of brief of a house, by id. */
import { noElements, type Profile } from '../core/profiles/profile';
import { findProfile, profiles } from '../core/profiles/profiles';
import { nearestOf } from '../core/text/nearest';
import { isRecord, show, type Parsed, type Parser, type ValueProblem } from '../setting-parsers';
import { parseDefinition } from './parse-definition';
import type { Report } from './value-reader';

export type OwnProfiles = Readonly<Record<string, Profile>>;

type Definitions = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** Kept by identity: settings are resolved at each keystroke, and what depends on a profile is kept as long as it is the same. */
const parsedMaps = new WeakMap<object, Parsed<OwnProfiles>>();

/** `value` is a map; files that a settings file names have taken its place before. */
export const parseOwnProfiles: Parser<OwnProfiles> = (value) => {
  if (value === null) return { value: {}, problems: [] };
  if (!isRecord(value)) return { value: undefined, problems: [{ path: [], message: isPaths(value) ? onlyInFiles : `${show(value)} is no map from names to profiles` }] };
  const known = parsedMaps.get(value) ?? parseMap(value);
  parsedMaps.set(value, known);
  return known;
};

const isPaths = (value: unknown): boolean => typeof value === 'string' || (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string'));

const onlyInFiles = 'Files with profiles are named in .brieflint.yml; here, the profiles themselves are written as a map';

const parseMap = (map: Readonly<Record<string, unknown>>): Parsed<OwnProfiles> => {
  const problems: ValueProblem[] = [];
  const report: Report = (path, message, nearest) => problems.push({ path, message, ...(nearest && { nearest }) });
  const definitions = new Map<string, Readonly<Record<string, unknown>>>();
  for (const [id, definition] of Object.entries(map)) {
    if (!isId(id)) report([id], `"${id}" cannot name a profile; a name begins with a letter and is words joined by dashes, such as house-brief`);
    else if (!isRecord(definition)) report([id], definition === null ? `"${id}" says nothing; write at least what it extends, such as "extends: issue-brief"` : `${show(definition)} is no profile`);
    else definitions.set(id, definition);
  }
  const builder = new ProfileBuilder(definitions, report);
  return { value: Object.fromEntries([...definitions.keys()].map((id) => [id, builder.build(id)])), problems };
};

const isId = (id: string): boolean => /^\p{L}[\p{L}\p{N}\p{M}]*(?:[-_.][\p{L}\p{N}\p{M}]+)*$/u.test(id) && !(id in {});

const emptyProfile: Profile = {
  id: '',
  name: '',
  authority: '',
  mode: 'brief',
  metadata: [],
  required: [],
  optional: [],
  forbidden: [],
  order: [],
  words: null,
  summaryWords: null,
  severities: {},
  groups: null,
  elements: noElements,
  sectionGroups: {},
  headings: {},
};

/** Builds what a profile extends first. A profile that extends its own id means the shipped one, which it then stands in for. */
class ProfileBuilder {
  readonly #definitions: Definitions;
  readonly #report: Report;
  readonly #built = new Map<string, Profile>();
  readonly #underWay: string[] = [];

  constructor(definitions: Definitions, report: Report) {
    this.#definitions = definitions;
    this.#report = report;
  }

  build(id: string): Profile {
    const known = this.#built.get(id);
    if (known !== undefined) return known;
    const definition = this.#definitions.get(id) ?? {};
    this.#underWay.push(id);
    const profile = parseDefinition(id, definition, this.#baseOf(id, definition), [id], this.#report);
    this.#underWay.pop();
    this.#built.set(id, profile);
    return profile;
  }

  #baseOf(id: string, definition: Readonly<Record<string, unknown>>): Profile {
    if (!Object.hasOwn(definition, 'extends')) return this.#baseOfNone(id, definition);
    const wanted = definition['extends'];
    const path = [id, 'extends'];
    const shipped = typeof wanted === 'string' ? findProfile(wanted) : undefined;
    const isOwn = typeof wanted === 'string' && wanted !== id && this.#definitions.has(wanted);
    if (typeof wanted !== 'string' || (!isOwn && shipped === undefined)) {
      this.#unknown(path, wanted, id);
      return { ...emptyProfile, missingBase: typeof wanted === 'string' ? wanted : '' };
    }
    if (!isOwn) return shipped ?? emptyProfile;
    if (!this.#underWay.includes(wanted)) return this.build(wanted);
    const circle = [...this.#underWay.slice(this.#underWay.indexOf(wanted)), wanted].map((name) => `"${name}"`);
    this.#report(path, `Profiles extend each other in a circle: ${circle.join(' extends ')}${shipped === undefined ? '; until it is broken, none of them is followed' : ''}`);
    return shipped ?? { ...emptyProfile, missingBase: wanted };
  }

  /** Whoever writes a shipped profile's name most often wants to change that one; who names it and lists its sections makes one of their own. */
  #baseOfNone(id: string, { name, required }: Readonly<Record<string, unknown>>): Profile {
    const shipped = findProfile(id);
    if (shipped === undefined) return emptyProfile;
    if (typeof name === 'string' && Array.isArray(required)) return { ...emptyProfile, mode: shipped.mode };
    const message = `"${id}" takes the place of the shipped profile and has nothing of it; to change that one, add "extends: ${id}", or give yours another name`;
    this.#report([id], message, { word: `extends: ${id}`, of: 'new-key' });
    return { ...emptyProfile, mode: shipped.mode };
  }

  #unknown(path: readonly string[], wanted: unknown, id: string): void {
    const known = [...this.#definitions.keys(), ...profiles.map((profile) => profile.id)].filter((other) => other !== id);
    const nearest = typeof wanted === 'string' ? nearestOf(wanted, known) : null;
    const sofar = `until it is put right, "${id}" is not followed`;
    if (wanted === id) this.#report(path, `"${id}" cannot extend itself; ${sofar}`);
    else if (wanted === null) this.#report(path, `"extends" names no profile; ${sofar}`);
    else if (nearest === null) this.#report(path, `${show(wanted)} is no profile to extend; known are ${known.join(', ')}; ${sofar}`);
    else this.#report(path, `${show(wanted)} is no profile to extend; did you mean "${nearest}"? ${sofar.replace('until', 'Until')}`, { word: nearest, of: 'value' });
  }
}
