/**
 * Asks a server of the open internet for a small document, and nothing else: over TLS, never an address of this machine or of a private network,
 * not even by way of a redirect or of a name that changes its address between look and leap, within a time and a size.
 */
import { lookup as resolveName, type LookupAddress } from 'node:dns';
import { request as requestPlain, type IncomingMessage } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './public-addresses';

export interface RequestLimits {
  /** For all hops together, in milliseconds. */
  readonly timeout: number;
  readonly largestBody: number;
  readonly mostRedirects: number;
  /** Servers of tests, as "http://127.0.0.1:1234": reached without TLS and wherever they are. No setting leads here. */
  readonly trustedOrigins: readonly string[];
  readonly resolveHost: (host: string) => Promise<readonly LookupAddress[]>;
  readonly userAgent: string;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
  /** Seconds that the server asks us to wait; null if it does not say. */
  readonly retryAfter: number | null;
  /** After redirects. */
  readonly url: URL;
}

/** Why there is no answer, in words for the user, without a full stop. */
export class LookupError extends Error {
  override readonly name = 'LookupError';
}

export const resolveByDns = (host: string): Promise<readonly LookupAddress[]> =>
  new Promise((resolve, reject) => {
    resolveName(host, { all: true }, (error, addresses) => (error === null ? resolve(addresses) : reject(error)));
  });

export const defaultLimits: Omit<RequestLimits, 'userAgent'> = { timeout: 10_000, largestBody: 1_000_000, mostRedirects: 5, trustedOrigins: [], resolveHost: resolveByDns };

export const requestGuarded = async (address: string, accept: string, limits: RequestLimits): Promise<Answer> => {
  const signal = AbortSignal.timeout(limits.timeout);
  let url = parseAddress(address);
  for (let hop = 0; hop <= limits.mostRedirects; hop++) {
    const target = await abortable(checkTarget(url, limits), signal, url, limits);
    const response = await send(url, target, accept, signal, limits);
    const location = redirectOf(response);
    if (location === null) return { status: response.statusCode ?? 0, body: await readBody(response, url, signal, limits), retryAfter: retryAfterOf(response), url };
    response.destroy();
    url = parseAddress(location, url);
  }
  throw new LookupError(`${url.host} sends from one address to the next without end`);
};

export const parseAddress = (address: string, base?: URL): URL => {
  try {
    return new URL(address, base);
  } catch {
    // The constructor has no other way to say that it is none.
    throw new LookupError(`"${address.slice(0, 80)}" is no address`);
  }
};

/** The one address that the connection goes to; nobody looks the name up again. */
const checkTarget = async (url: URL, { trustedOrigins, resolveHost }: RequestLimits): Promise<LookupAddress> => {
  const isTrusted = trustedOrigins.includes(url.origin);
  if (!isTrusted) {
    if (url.protocol !== 'https:') throw new LookupError(`${url.host} is not reached over https`);
    if (url.port !== '') throw new LookupError(`${url.host} is on a port of its own`);
    if (url.username !== '' || url.password !== '') throw new LookupError(`the address of ${url.host} holds a user name`);
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = await resolveHost(host).catch((error: unknown) => {
    throw new LookupError(`${host} is not found: ${wordsOf(error)}`);
  });
  const [first] = addresses;
  if (first === undefined) throw new LookupError(`${host} is not found`);
  if (!isTrusted && !addresses.every((candidate) => isPublicAddress(candidate.address))) throw new LookupError(`${host} is an address of this machine or of a private network`);
  return first;
};

const send = (url: URL, target: LookupAddress, accept: string, signal: AbortSignal, limits: RequestLimits): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const toTarget: LookupFunction = (_host, { all }, callback) => {
      if (all === true) callback(null, [target]);
      else callback(null, target.address, target.family);
    };
    const headers = { accept, 'accept-encoding': 'identity', 'user-agent': limits.userAgent };
    const start = url.protocol === 'https:' ? requestSecure : requestPlain;
    // An agent of its own: no connection that somebody else opened.
    const request = start(url, { headers, signal, lookup: toTarget, agent: false, maxHeaderSize: 16_384 }, resolve);
    request.on('error', (error) => reject(asLookupError(error, signal, url, limits)));
    request.end();
  });

const redirectOf = ({ statusCode = 0, headers }: IncomingMessage): string | null => ([301, 302, 303, 307, 308].includes(statusCode) ? (headers.location ?? null) : null);

const retryAfterOf = ({ headers }: IncomingMessage): number | null => {
  const seconds = Number(headers['retry-after'] ?? '');
  return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
};

const readBody = async (response: IncomingMessage, url: URL, signal: AbortSignal, limits: RequestLimits): Promise<string> => {
  const tooLarge = (): LookupError => new LookupError(`the answer of ${url.host} is larger than ${limits.largestBody / 1_000_000} MB`);
  if (Number(response.headers['content-length'] ?? 0) > limits.largestBody) {
    response.destroy();
    throw tooLarge();
  }
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response) {
      const bytes = chunk as Buffer; // Without an encoding, a response yields buffers.
      size += bytes.byteLength;
      if (size > limits.largestBody) throw tooLarge();
      chunks.push(bytes);
    }
  } catch (error) {
    throw asLookupError(error, signal, url, limits);
  }
  return Buffer.concat(chunks).toString('utf8');
};

/** A name server has no patience of ours. */
const abortable = <T>(work: Promise<T>, signal: AbortSignal, url: URL, limits: RequestLimits): Promise<T> =>
  new Promise((resolve, reject) => {
    const stop = (): void => reject(noAnswer(url, limits));
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });

const noAnswer = ({ host }: URL, { timeout }: RequestLimits): LookupError => new LookupError(`${host} does not answer within ${timeout / 1000} s`);

const asLookupError = (error: unknown, signal: AbortSignal, url: URL, limits: RequestLimits): LookupError => {
  if (error instanceof LookupError) return error;
  return signal.aborted ? noAnswer(url, limits) : new LookupError(`${url.host} cannot be reached: ${wordsOf(error)}`);
};

const wordsOf = (error: unknown): string => (error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error));
