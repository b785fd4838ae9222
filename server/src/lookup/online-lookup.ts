/** Asks registries for what entries of a bibliography lack. Only DOIs and addresses that brief or bibliography name are sent, and only where the user wants it. */
import { version } from '../../../package.json';
import { completeReference, type CompletedReference } from '../core/library/complete-reference';
import { cslReference, isCslItem, type CslItem } from '../core/library/csl-references';
import { lookupQuestionOf, type LookupQuestion } from '../core/library/lookup-question';
import type { Reference } from '../core/library/reference';
import { defaultLimits, LookupError, parseAddress, requestGuarded, type Answer, type RequestLimits } from './guarded-request';
import { LookupCache, userCacheFolder, type CachedAnswer } from './lookup-cache';
import { readPageMetadata } from './page-metadata';

export interface LookupOptions {
  /** Content negotiation for DOIs; a DOI follows the closing slash. */
  readonly resolver: string;
  /** Crossref's REST API for works; a DOI follows the closing slash. */
  readonly crossref: string;
  readonly limits: RequestLimits;
  readonly cache: LookupCache | null;
  readonly mostAtOnce: number;
  readonly now: () => number;
}

export interface LookupResult {
  readonly reference: Reference;
  /** null: nothing was learnt. */
  readonly completed: CompletedReference | null;
  /** Who answered; null if nobody did. */
  readonly from: string | null;
  /** Why nothing was learnt, without a full stop; null if something was. */
  readonly problem: string | null;
}

export interface Lookup {
  readonly lookUp: (reference: Reference) => Promise<LookupResult>;
}

export const createOnlineLookup = (): Lookup =>
  new OnlineLookup({
    resolver: 'https://doi.org/',
    crossref: 'https://api.crossref.org/works/',
    limits: { ...defaultLimits, userAgent: `brieflint/${version}` },
    cache: new LookupCache(userCacheFolder(process.platform, process.env), Date.now),
    mostAtOnce: 4,
    now: Date.now,
  });

export class OnlineLookup implements Lookup {
  readonly #options: LookupOptions;
  readonly #running = new Map<string, Promise<CachedAnswer>>();
  /** Servers that asked us to wait, and until when. */
  readonly #resting = new Map<string, number>();
  readonly #queue: (() => void)[] = [];
  #atOnce = 0;

  constructor(options: LookupOptions) {
    this.#options = options;
  }

  async lookUp(reference: Reference): Promise<LookupResult> {
    const question = lookupQuestionOf(reference);
    if (question === null) return { reference, completed: null, from: null, problem: 'it names neither a DOI nor an address' };
    try {
      const { item, from } = await this.#answerTo(question);
      if (item === null) return { reference, completed: null, from, problem: `${from} does not know ${question.value}` };
      const { id, format, path, span, keySpan } = reference;
      return { reference, completed: completeReference(reference, cslReference({ id, format, path, span, keySpan }, item, new Map())), from, problem: null };
    } catch (error) {
      if (error instanceof LookupError) return { reference, completed: null, from: null, problem: error.message };
      throw error;
    }
  }

  /** Two entries with one DOI ask once. */
  async #answerTo(question: LookupQuestion): Promise<CachedAnswer> {
    const key = `${question.kind}:${question.kind === 'doi' ? question.value.toLowerCase() : question.value}`;
    const running = this.#running.get(key);
    if (running !== undefined) return running;
    const answer = this.#askOrRemember(key, question);
    this.#running.set(key, answer);
    try {
      return await answer;
    } finally {
      this.#running.delete(key);
    }
  }

  async #askOrRemember(key: string, question: LookupQuestion): Promise<CachedAnswer> {
    const { cache } = this.#options;
    const known = await cache?.read(key);
    if (known !== undefined) return known;
    const answer = await this.#inTurn(() => (question.kind === 'doi' ? this.#askForDoi(question.value) : this.#askPage(question.value)));
    await cache?.write(key, answer);
    return answer;
  }

  async #askForDoi(doi: string): Promise<CachedAnswer> {
    const { resolver, crossref } = this.#options;
    const negotiated = await this.#tryAsk(resolver + encodeDoi(doi), 'application/vnd.citationstyles.csl+json', (body) => itemOf(parseJson(body)));
    if (negotiated.kind === 'item') return negotiated.answer;
    // Registries other than Crossref may not speak CSL, and some publishers stand in the way of the resolver.
    const listed = await this.#tryAsk(crossref + encodeDoi(doi), 'application/json', (body) => crossrefItem(parseJson(body)));
    if (listed.kind === 'item') return listed.answer;
    if (listed.kind === 'unknown' && negotiated.kind === 'unknown') return { item: null, from: negotiated.from };
    throw negotiated.kind === 'failed' ? negotiated.error : listed.kind === 'failed' ? listed.error : new LookupError('nobody answers');
  }

  async #askPage(address: string): Promise<CachedAnswer> {
    const { origin } = parseAddress(address);
    // Whoever wrote "http" long ago mostly serves "https" now; without it, nothing is asked.
    const secure = this.#options.limits.trustedOrigins.includes(origin) ? address : address.replace(/^http:/i, 'https:');
    const asked = await this.#tryAsk(secure, 'text/html', readPageMetadata);
    if (asked.kind === 'failed') throw asked.error;
    return asked.kind === 'item' ? asked.answer : { item: null, from: asked.from };
  }

  async #tryAsk(address: string, accept: string, read: (body: string) => CslItem | null): Promise<Asked> {
    try {
      const answer = await this.#ask(address, accept);
      const from = answer.url.host;
      if (answer.status === 404 || answer.status === 410) return { kind: 'unknown', from };
      const item = read(answer.body);
      return item === null ? { kind: 'unknown', from } : { kind: 'item', answer: { item: slim(item), from: new URL(address).host } };
    } catch (error) {
      if (error instanceof LookupError) return { kind: 'failed', error };
      throw error;
    }
  }

  async #ask(address: string, accept: string): Promise<Answer> {
    const { limits, now } = this.#options;
    const { host } = parseAddress(address);
    if ((this.#resting.get(host) ?? 0) > now()) throw new LookupError(`${host} asks to wait before more is asked`);
    const answer = await requestGuarded(address, accept, limits);
    if (answer.status === 429 || answer.status === 503) {
      this.#resting.set(host, now() + 1000 * Math.min(answer.retryAfter ?? 60, 3600));
      throw new LookupError(`${host} asks to wait before more is asked`);
    }
    const isAnswer = (answer.status >= 200 && answer.status < 300) || answer.status === 404 || answer.status === 410;
    if (!isAnswer) throw new LookupError(`${answer.url.host} answers with status ${answer.status}`);
    return answer;
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    while (this.#atOnce >= this.#options.mostAtOnce) await new Promise<void>((resolve) => this.#queue.push(resolve));
    this.#atOnce += 1;
    try {
      return await work();
    } finally {
      this.#atOnce -= 1;
      this.#queue.shift()?.();
    }
  }
}

type Asked =
  | { readonly kind: 'item'; readonly answer: CachedAnswer }
  | { readonly kind: 'unknown'; readonly from: string }
  | { readonly kind: 'failed'; readonly error: LookupError };

/** A DOI may hold anything; only its slashes stay as they are. */
const encodeDoi = (doi: string): string => doi.split('/').map(encodeURIComponent).join('/');

const parseJson = (body: string): unknown => {
  try {
    return JSON.parse(body) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) throw new LookupError('the answer is no JSON');
    throw error;
  }
};

const itemOf = (value: unknown): CslItem | null => (isCslItem(value) && (value['title'] !== undefined || value['author'] !== undefined) ? value : null);

/** Crossref wraps the work, and names some types in words of its own. */
const crossrefItem = (value: unknown): CslItem | null => {
  const item = itemOf(isCslItem(value) ? value['message'] : undefined);
  return item === null ? null : { ...item, type: cslTypes.get(item['type']) ?? item['type'] };
};

const cslTypes: ReadonlyMap<unknown, string> = new Map([
  ['journal-article', 'article-journal'],
  ['book-chapter', 'chapter'],
  ['monograph', 'book'],
  ['edited-book', 'book'],
  ['reference-book', 'book'],
  ['proceedings-article', 'paper-conference'],
  ['posted-content', 'article'],
  ['dissertation', 'thesis'],
]);

const keptFields = ['type', 'title', 'author', 'editor', 'issued', 'container-title', 'publisher', 'volume', 'issue', 'page', 'number', 'edition', 'DOI', 'URL', 'ISBN'] as const;

const mostNames = 100;

/** What a reference can hold: registries send abstracts and whole lists of references along. */
const slim = (item: CslItem): CslItem =>
  Object.fromEntries(
    keptFields.flatMap((field) => {
      const value = item[field];
      if (value === undefined || value === null) return [];
      return [[field, Array.isArray(value) ? (value as readonly unknown[]).slice(0, mostNames) : value]];
    }),
  );
