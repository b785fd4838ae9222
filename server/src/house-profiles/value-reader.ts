/** Reads values of a definition and says what is wrong with them, each at its place. */
import { nearestOf } from '../core/text/nearest';
import { isRecord, show, type Nearest } from '../setting-parsers';

export type Report = (path: readonly string[], message: string, nearest?: Nearest) => void;

/** A value and where it stands, from the setting downwards. */
export interface Placed {
  readonly value: unknown;
  readonly path: readonly string[];
}

export const below = ({ path }: Placed, name: string, value: unknown): Placed => ({ value, path: [...path, name] });

export class ValueReader {
  readonly #report: Report;

  constructor(report: Report) {
    this.#report = report;
  }

  complain({ path }: Pick<Placed, 'path'>, message: string, nearest?: Nearest): void {
    this.#report(path, message, nearest);
  }

  /** undefined: no map, and the user was told. */
  map(placed: Placed, what: string): Readonly<Record<string, unknown>> | undefined {
    if (isRecord(placed.value)) return placed.value;
    this.complain(placed, `${show(placed.value)} is no ${what}`);
    return undefined;
  }

  /** Tells of keys that nobody knows. */
  keys(placed: Placed, map: Readonly<Record<string, unknown>>, known: readonly string[]): void {
    for (const key of Object.keys(map)) if (!known.includes(key)) this.unknown(below(placed, key, key), known, 'key');
  }

  unknown(placed: Placed, known: readonly string[], of: Nearest['of']): void {
    const nearest = typeof placed.value === 'string' ? (nearestOf(placed.value, known) ?? begunBy(placed.value, known)) : null;
    const written = show(placed.value);
    if (nearest === null) this.complain(placed, `${written} is none of ${known.join(', ')}`);
    else this.complain(placed, `${written} is not known here; did you mean "${nearest}"?`, { word: nearest, of });
  }

  /** One text, or a list of texts, each with its place. */
  texts(placed: Placed): readonly (Placed & { readonly value: string })[] {
    const items = this.items(placed);
    const texts = items.flatMap(({ value, path }) => (typeof value === 'string' && value.trim() !== '' ? [{ value: value.trim(), path }] : []));
    for (const item of items) if (typeof item.value !== 'string' || item.value.trim() === '') this.complain(item, `${show(item.value)} is no text`);
    return texts;
  }

  /** undefined: a list in which nothing is right, which says as little as none. */
  textsOrNone(placed: Placed): readonly string[] | undefined {
    return this.unlessAllWrong(placed, this.texts(placed).map(({ value }) => value));
  }

  /** A slip in the only entry of a list must not make an empty list of it, which would ask for nothing or switch everything off. */
  unlessAllWrong<T>(placed: Placed, read: readonly T[]): readonly T[] | undefined {
    return read.length === 0 && this.items(placed).length > 0 ? undefined : read;
  }

  /** What is no list is a list of one, nothing a list of none. */
  items(placed: Placed): readonly Placed[] {
    const { value } = placed;
    if (value === null || value === undefined) return [];
    const list: readonly unknown[] | null = Array.isArray(value) ? value : null;
    return list === null ? [placed] : list.map((item, i) => below(placed, String(i), item));
  }

  /** undefined: a list in which nothing is right. */
  choices<T extends string>(placed: Placed, known: readonly T[]): readonly T[] | undefined {
    const chosen: T[] = [];
    for (const item of this.texts(placed)) {
      const found = known.find((choice) => choice === item.value.toLowerCase());
      if (found === undefined) this.unknown(item, known, 'value');
      else if (!chosen.includes(found)) chosen.push(found);
    }
    return this.unlessAllWrong(placed, chosen);
  }

  text(placed: Placed): string | undefined {
    if (typeof placed.value === 'string' && placed.value.trim() !== '') return placed.value.trim();
    this.complain(placed, `${show(placed.value)} is no text`);
    return undefined;
  }

  switchedOn(placed: Placed): boolean | undefined {
    if (typeof placed.value === 'boolean') return placed.value;
    const meant = typeof placed.value === 'string' ? wordsForSwitches.get(placed.value.trim().toLowerCase()) : undefined;
    this.complain(placed, `${show(placed.value)} is neither true nor false`, meant === undefined ? undefined : { word: meant, of: 'value' });
    return undefined;
  }

  count(placed: Placed): number | undefined {
    const { value } = placed;
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
    const digits = typeof value === 'string' ? /^\s*(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\s*words?)?\s*$/i.exec(value)?.[1] : undefined;
    this.complain(placed, `${show(value)} is no whole number`, digits === undefined ? undefined : { word: digits.replaceAll(',', ''), of: 'value' });
    return undefined;
  }

  /** null, written as nothing, takes a limit away. */
  countOrNone(placed: Placed): number | null | undefined {
    return placed.value === null ? null : this.count(placed);
  }
}

/** YAML of today takes these for texts. */
const wordsForSwitches: ReadonlyMap<string, string> = new Map([...['true', 'yes', 'y', 'on'].map((word) => [word, 'true'] as const), ...['false', 'no', 'n', 'off'].map((word) => [word, 'false'] as const)]);

/** The only known word that begins so: "askWithin" for "askWithinWords". */
const begunBy = (written: string, known: readonly string[]): string | null => {
  const begun = written.length < 4 ? [] : known.filter((word) => word.toLowerCase().startsWith(written.toLowerCase()));
  return begun.length === 1 ? (begun[0] ?? null) : null;
};
