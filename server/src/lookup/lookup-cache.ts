import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { isCslItem, type CslItem } from '../core/library/csl-references';
import { isFileSystemError } from '../disk/file-system-error';

/** What was answered to one question; `item` null: nobody knows the work. */
export interface CachedAnswer {
  readonly item: CslItem | null;
  /** Who said so. */
  readonly from: string;
}

export interface CacheLimits {
  readonly mostFiles: number;
  readonly largestFile: number;
  /** In milliseconds: what is known changes little, what is not known yet may be known tomorrow. */
  readonly keepFound: number;
  readonly keepUnknown: number;
}

const day = 86_400_000;

export const defaultCacheLimits: CacheLimits = { mostFiles: 500, largestFile: 64_000, keepFound: 60 * day, keepUnknown: day };

/** Where programs of this user keep what they can get again. */
export const userCacheFolder = (platform: string, environment: Readonly<Record<string, string | undefined>>): string => {
  if (platform === 'win32') return join(environment['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'brieflint', 'Cache', 'lookup');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'brieflint', 'lookup');
  const base = environment['XDG_CACHE_HOME'];
  return join(base?.startsWith('/') === true ? base : join(homedir(), '.cache'), 'brieflint', 'lookup');
};

/** Answers on disk, one a file. A file that cannot be read or written is no answer and no fault. */
export class LookupCache {
  readonly #folder: string;
  readonly #now: () => number;
  readonly #limits: CacheLimits;

  constructor(folder: string, now: () => number, limits: CacheLimits = defaultCacheLimits) {
    this.#folder = folder;
    this.#now = now;
    this.#limits = limits;
  }

  async read(question: string): Promise<CachedAnswer | undefined> {
    try {
      const path = this.#pathOf(question);
      if ((await stat(path)).size > this.#limits.largestFile) return undefined;
      return this.#parse(await readFile(path, 'utf8'), question);
    } catch (error) {
      if (isFileSystemError(error) || error instanceof SyntaxError) return undefined;
      throw error;
    }
  }

  async write(question: string, { item, from }: CachedAnswer): Promise<void> {
    const text = JSON.stringify({ version: 1, question, at: this.#now(), from, item });
    if (Buffer.byteLength(text) > this.#limits.largestFile) return;
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      const temporary = join(this.#folder, `${randomUUID()}.tmp`);
      await writeFile(temporary, text, { flag: 'wx', mode: 0o600 });
      await rename(temporary, this.#pathOf(question));
      await this.#prune();
    } catch (error) {
      if (!isFileSystemError(error)) throw error;
    }
  }

  #pathOf(question: string): string {
    return join(this.#folder, `${createHash('sha256').update(question).digest('hex')}.json`);
  }

  #parse(text: string, question: string): CachedAnswer | undefined {
    const kept: unknown = JSON.parse(text);
    if (!isCslItem(kept) || kept['version'] !== 1 || kept['question'] !== question) return undefined;
    const { at, from, item } = kept;
    if (typeof at !== 'number' || typeof from !== 'string' || !(item === null || isCslItem(item))) return undefined;
    const age = this.#now() - at;
    return age < 0 || age > (item === null ? this.#limits.keepUnknown : this.#limits.keepFound) ? undefined : { item, from };
  }

  /** The oldest go. */
  async #prune(): Promise<void> {
    const names = await readdir(this.#folder);
    if (names.length <= this.#limits.mostFiles) return;
    const files = await Promise.all(names.map(async (name) => ({ path: join(this.#folder, name), time: (await stat(join(this.#folder, name))).mtimeMs })));
    files.sort((a, b) => a.time - b.time);
    await Promise.all(files.slice(0, names.length - this.#limits.mostFiles).map(({ path }) => rm(path, { force: true })));
  }
}
