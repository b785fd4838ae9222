import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { buildReference, type ReferenceFields } from '../../server/src/core/library/build-reference';
import { isWorthAsking } from '../../server/src/core/library/lookup-question';
import type { Reference } from '../../server/src/core/library/reference';
import { spanOf } from '../../server/src/core/text/span';
import { defaultLimits, type RequestLimits } from '../../server/src/lookup/guarded-request';
import { defaultCacheLimits, LookupCache, type CacheLimits } from '../../server/src/lookup/lookup-cache';
import { OnlineLookup } from '../../server/src/lookup/online-lookup';
import { sendJson, startLookupServer, type Handler, type LookupServer } from '../support/lookup-server';

const entry = (fields: ReferenceFields, id = 'e1'): Reference =>
  buildReference({ id, format: 'bibtex', path: 'references.bib', span: spanOf(0, 10), keySpan: null }, fields);

const csl = { type: 'report', title: 'Roads in the Hills', author: [{ family: 'Marlow', given: 'Ana' }, { literal: 'Hill Institute' }], issued: { 'date-parts': [[2023, 4]] }, publisher: 'Hill Press', abstract: 'x'.repeat(5000) };

interface Setup {
  readonly handler: Handler;
  readonly limits?: Partial<RequestLimits>;
  readonly isCached?: boolean;
  readonly cacheLimits?: CacheLimits;
  readonly mostAtOnce?: number;
}

const cleanups: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const clean of cleanups.splice(0)) await clean();
});

interface Started {
  readonly server: LookupServer;
  readonly lookup: OnlineLookup;
  readonly cacheFolder: string;
  readonly clock: { now: number };
  readonly createAgain: () => OnlineLookup;
}

const start = async ({ handler, limits = {}, isCached = false, cacheLimits = defaultCacheLimits, mostAtOnce = 4 }: Setup): Promise<Started> => {
  const server = await startLookupServer(handler);
  const cacheFolder = mkdtempSync(join(tmpdir(), 'brieflint-lookup-'));
  cleanups.push(server.close, () => rmSync(cacheFolder, { recursive: true, force: true }));
  const clock = { now: 1_800_000_000_000 };
  const createAgain = (): OnlineLookup =>
    new OnlineLookup({
      resolver: `${server.origin}/doi/`,
      crossref: `${server.origin}/works/`,
      limits: { ...defaultLimits, trustedOrigins: [server.origin], userAgent: 'brieflint/test', timeout: 5000, ...limits },
      cache: isCached ? new LookupCache(cacheFolder, () => clock.now, cacheLimits) : null,
      mostAtOnce,
      now: () => clock.now,
    });
  return { server, lookup: createAgain(), cacheFolder, clock, createAgain };
};

const problemFor = async (handler: Handler, limits: Partial<RequestLimits> = {}, fields: ReferenceFields = { doi: '10.1234/abc' }): Promise<string | null> => {
  const { lookup } = await start({ handler, limits });
  const { completed, problem } = await lookup.lookUp(entry(fields));
  expect(completed).toBeNull();
  return problem;
};

describe('a DOI', () => {
  it('is asked for by content negotiation, and fills only what the entry lacks', async () => {
    const { lookup, server } = await start({ handler: (_request, response) => sendJson(response, csl) });
    const { completed, from, problem } = await lookup.lookUp(entry({ doi: '10.1234/a(b)<c>#d', title: 'My own title' }));
    expect(problem).toBeNull();
    expect(from).toBe(new URL(server.origin).host);
    expect(completed?.reference).toMatchObject({ title: 'My own title', year: '2023', publisher: 'Hill Press', type: 'report' });
    expect(completed?.reference.authors.map(({ family }) => family)).toEqual(['Marlow', 'Hill Institute']);
    expect(completed?.lookedUp).toEqual(['authors', 'year', 'date', 'publisher']);
    expect(server.asked).toEqual(['GET /doi/10.1234/a(b)%3Cc%3E%23d application/vnd.citationstyles.csl+json']);
  });

  it('is asked of Crossref where the resolver does not help', async () => {
    const work = { ...csl, type: 'journal-article', title: ['Roads in the Hills'], 'container-title': ['Journal of Roads'] };
    const { lookup } = await start({
      handler: (request, response) => (request.url?.startsWith('/works/') === true ? sendJson(response, { status: 'ok', message: work }) : response.writeHead(406).end()),
    });
    const { completed } = await lookup.lookUp(entry({ doi: '10.1234/abc' }));
    expect(completed?.reference).toMatchObject({ title: 'Roads in the Hills', containerTitle: 'Journal of Roads', type: 'article-journal' });
  });

  it('in an address of the resolver counts too', async () => {
    const { lookup, server } = await start({ handler: (_request, response) => sendJson(response, csl) });
    await lookup.lookUp(entry({ url: 'https://doi.org/10.1234/abc' }));
    expect(server.asked[0]).toContain('/doi/10.1234/abc');
  });

  it('that nobody knows is said', async () => {
    expect(await problemFor((_request, response) => response.writeHead(404).end())).toMatch(/does not know 10\.1234\/abc$/);
  });

  it('is not asked for where nothing is missing or nothing could be asked', () => {
    expect(isWorthAsking(entry({ doi: '10.1234/abc' }))).toBe(true);
    expect(isWorthAsking(entry({ title: 'A title' }))).toBe(false);
    const whole = entry({ doi: '10.1234/abc', title: 'T', year: '2020', authors: [{ family: 'A', given: null, isBody: false }] });
    expect(isWorthAsking(whole)).toBe(false);
  });
});

describe('a page', () => {
  it('tells of itself in its head', async () => {
    const html = '<html><head><meta name="citation_title" content="Wells &amp; pumps"><meta name="citation_author" content="Rao, Lila"><meta name="citation_publication_date" content="2022/05/01"></head></html>';
    const { lookup, server } = await start({ handler: (_request, response) => response.end(html) });
    const { completed } = await lookup.lookUp(entry({ url: `${server.origin}/page` }));
    expect(completed?.reference).toMatchObject({ title: 'Wells & pumps', year: '2022' });
    expect(completed?.reference.authors).toMatchObject([{ family: 'Rao', given: 'Lila' }]);
  });

  it('that tells nothing of itself is no answer', async () => {
    const { lookup, server } = await start({ handler: (_request, response) => response.end('<title>Home</title>') });
    expect((await lookup.lookUp(entry({ url: `${server.origin}/page` }))).problem).toMatch(/does not know/);
  });

  it('on this machine or in a private network is not asked', async () => {
    for (const url of ['https://localhost/a', 'http://192.168.1.1/a', 'https://[::1]/a']) {
      expect(await problemFor(() => undefined, {}, { url })).toMatch(/of this machine or of a private network$/);
    }
  });
});

describe('answers that are none', () => {
  it('come too slowly', async () => {
    expect(await problemFor(() => undefined, { timeout: 120 })).toMatch(/^127\.0\.0\.1:\d+ does not answer within 0\.12 s$/);
  });

  it('begin and never end', async () => {
    const handler: Handler = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"title": "');
    };
    expect(await problemFor(handler, { timeout: 120 })).toMatch(/does not answer within 0\.12 s$/);
  });

  it('are too large, told or untold', async () => {
    const large = 'x'.repeat(3000);
    expect(await problemFor((_request, response) => response.end(large), { largestBody: 1000 })).toMatch(/is larger than 0\.001 MB$/);
    const untold: Handler = (_request, response) => {
      response.write(large.slice(0, 1500));
      response.end(large);
    };
    expect(await problemFor(untold, { largestBody: 1000 })).toMatch(/is larger than 0\.001 MB$/);
  });

  it('are no JSON, or JSON of something else', async () => {
    expect(await problemFor((_request, response) => response.end('<html>'))).toBe('the answer is no JSON');
    expect(await problemFor((_request, response) => sendJson(response, [1, 2]))).toMatch(/does not know/);
  });

  it('are errors of the server, or a connection that breaks', async () => {
    expect(await problemFor((_request, response) => response.writeHead(500).end())).toMatch(/answers with status 500$/);
    expect(await problemFor((request) => request.socket.destroy())).toMatch(/cannot be reached: ECONNRESET$/);
  });

  it('ask us to wait, and then that server is left alone for so long', async () => {
    const { lookup, server, clock } = await start({ handler: (_request, response) => response.writeHead(429, { 'retry-after': '120' }).end() });
    const first = await lookup.lookUp(entry({ doi: '10.1234/a' }));
    expect(first.problem).toMatch(/asks to wait before more is asked$/);
    const asked = server.asked.length;
    const second = await lookup.lookUp(entry({ doi: '10.1234/b' }));
    expect(second.problem).toMatch(/asks to wait before more is asked$/);
    expect(server.asked.length).toBe(asked);
    clock.now += 121_000;
    await lookup.lookUp(entry({ doi: '10.1234/c' }));
    expect(server.asked.length).toBeGreaterThan(asked);
  });
});

describe('redirects', () => {
  const to =
    (location: string): Handler =>
    (_request, response) =>
      response.writeHead(302, { location }).end();

  it('are followed on trusted ground, but not for ever', async () => {
    const { lookup } = await start({ handler: (request, response) => (request.url === '/there' ? sendJson(response, csl) : to('/there')(request, response)) });
    expect((await lookup.lookUp(entry({ doi: '10.1234/abc' }))).problem).toBeNull();
    expect(await problemFor(to('/doi/again'))).toMatch(/from one address to the next without end$/);
  });

  it.each([
    'https://127.0.0.1/x', 'https://localhost/x', 'https://169.254.169.254/latest/meta-data', 'https://[::1]/x', 'https://10.0.0.8/x', 'https://192.168.1.1/x', 'https://172.20.0.1/x',
    'https://100.64.0.1/x', 'https://0x7f000001/x', 'https://2130706433/x', 'https://127.1/x', 'https://0.0.0.0/x', 'https://[::ffff:127.0.0.1]/x', 'https://[::ffff:a9fe:a9fe]/x', 'https://[fe80::1]/x', 'https://[fd00::1]/x',
    'https://[64:ff9b::7f00:1]/x', 'https://[2002:7f00:1::]/x', 'https://[::]/x',
  ])('never lead to %s', async (location) => {
    expect(await problemFor(to(location))).toMatch(/is an address of this machine or of a private network$/);
  });

  it.each([
    ['http://example.org/x', /is not reached over https$/],
    ['https://example.org:8443/x', /is on a port of its own$/],
    ['https://user:word@example.org/x', /holds a user name$/],
    ['file:///etc/passwd', /is not reached over https$/],
    ['https://', /is no address$/],
  ])('never lead to %s', async (location, reason) => {
    expect(await problemFor(to(location))).toMatch(reason);
  });
});

describe('names', () => {
  it('that lead to this machine are refused, even among public addresses', async () => {
    const resolveHost = () => Promise.resolve([{ address: '93.184.215.14', family: 4 }, { address: '127.0.0.1', family: 4 }]);
    const handler: Handler = (_request, response) => response.writeHead(302, { location: 'https://example.org/x' }).end();
    // The server of the test itself is trusted wherever it is.
    const { lookup, server } = await start({ handler, limits: { resolveHost: (host) => (host === 'example.org' ? resolveHost() : Promise.resolve([{ address: '127.0.0.1', family: 4 }])) } });
    expect((await lookup.lookUp(entry({ doi: '10.1234/abc' }))).problem).toBe('example.org is an address of this machine or of a private network');
    expect(server.asked.length).toBe(2);
  });

  it('are looked up once, and the connection goes to the address that was checked', async () => {
    const looked: string[] = [];
    const answers = ['127.0.0.1', '127.0.0.9'];
    const server = await startLookupServer((_request, response) => sendJson(response, csl));
    cleanups.push(server.close);
    const origin = `http://rebinding.test:${new URL(server.origin).port}`;
    const resolveHost = (host: string) => {
      looked.push(host);
      return Promise.resolve([{ address: answers[looked.length - 1] ?? '127.0.0.9', family: 4 }]);
    };
    const limits = { ...defaultLimits, trustedOrigins: [origin], resolveHost, userAgent: 'brieflint/test' };
    const lookup = new OnlineLookup({ resolver: `${origin}/doi/`, crossref: `${origin}/works/`, limits, cache: null, mostAtOnce: 1, now: () => 0 });
    expect((await lookup.lookUp(entry({ doi: '10.1234/abc' }))).problem).toBeNull();
    expect(looked).toEqual(['rebinding.test']);
  });

  it('that nobody knows are said', async () => {
    const resolveHost = () => Promise.reject(Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' }));
    expect(await problemFor(() => undefined, { resolveHost })).toBe('127.0.0.1 is not found: ENOTFOUND');
  });

  it('that are never answered for do not keep anybody waiting', async () => {
    expect(await problemFor(() => undefined, { timeout: 120, resolveHost: () => new Promise(() => undefined) })).toMatch(/does not answer within 0\.12 s$/);
  });
});

describe('many entries', () => {
  it('are asked for a few at a time, and one DOI only once', async () => {
    const { lookup, server } = await start({ handler: (_request, response) => setTimeout(() => sendJson(response, csl), 15), mostAtOnce: 3, });
    const results = await Promise.all(Array.from({ length: 24 }, (_, i) => lookup.lookUp(entry({ doi: `10.1234/${Math.floor(i / 2)}` }))));
    expect(results.every(({ problem }) => problem === null)).toBe(true);
    expect(server.asked.length).toBe(12);
    expect(server.mostAtOnce()).toBeLessThanOrEqual(3);
  });
});

describe('the cache', () => {
  it('answers the second time, without what references do not hold', async () => {
    const { lookup, server, createAgain, cacheFolder } = await start({ handler: (_request, response) => sendJson(response, csl), isCached: true });
    const first = await lookup.lookUp(entry({ doi: '10.1234/ABC' }));
    const second = await createAgain().lookUp(entry({ doi: '10.1234/abc' }));
    expect(second.completed?.reference.title).toBe(first.completed?.reference.title);
    expect(server.asked.length).toBe(1);
    expect(readdirSync(cacheFolder)).toHaveLength(1);
  });

  it('forgets what is old, and what nobody knew sooner', async () => {
    const { lookup, server, clock } = await start({ handler: (_request, response) => response.writeHead(404).end(), isCached: true });
    await lookup.lookUp(entry({ doi: '10.1234/abc' }));
    await lookup.lookUp(entry({ doi: '10.1234/abc' }));
    expect(server.asked.length).toBe(2);
    clock.now += defaultCacheLimits.keepUnknown + 1;
    await lookup.lookUp(entry({ doi: '10.1234/abc' }));
    expect(server.asked.length).toBe(4);
  });

  it('keeps no failures, and no more files than it may', async () => {
    const { lookup, cacheFolder } = await start({
      handler: (request, response) => (request.url?.includes('bad') === true ? response.end('{') : sendJson(response, csl)),
      isCached: true,
      cacheLimits: { ...defaultCacheLimits, mostFiles: 3 },
    });
    await lookup.lookUp(entry({ doi: '10.1234/bad' }));
    expect(readdirSync(cacheFolder)).toHaveLength(0);
    for (let i = 0; i < 8; i++) await lookup.lookUp(entry({ doi: `10.1234/${i}` }));
    expect(readdirSync(cacheFolder).length).toBeLessThanOrEqual(3);
  });
});
