/** Off is off: nothing but the user's own hand can switch online lookup on, and until then no socket is opened and no name is looked up. */
import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { join } from 'node:path';
import pc from 'picocolors';
import { ShowMessageNotification } from 'vscode-languageserver/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runProgram } from '../../server/src/cli/program';
import type { Terminal } from '../../server/src/cli/terminal';
import { parseConfig } from '../../server/src/config-file';
import { createOnlineLookup, OnlineLookup, type Lookup } from '../../server/src/lookup/online-lookup';
import { defaultLimits } from '../../server/src/lookup/guarded-request';
import { createDiskSourceFiles } from '../../server/src/disk/disk-source-files';
import { resolveSettings, toLayer } from '../../server/src/settings';
import { MemoryDoor, startInMemory } from '../support/language-client';
import { sendJson, startLookupServer } from '../support/lookup-server';
import { projectFolder, withFolder } from '../support/run-cli';

const brief = `---
title: Wells
date: 2025-03-01
bibliography: references.bib
brieflint:
  lookup: on
---

Output fell by 3% [@marlow]. See https://doi.org/10.1234/other and doi:10.1234/third.
`;

const files = {
  'wells.md': brief,
  'references.bib': '@misc{marlow, doi = {10.1234/abc}, url = {https://hills.example/report}}\n@misc{whole, author = {A, B}, title = {T}, year = 2020, doi = {10.1234/whole}}\n',
  '.brieflint.yml': 'lookup: on\n',
  'sources/marlow.html': '<p>Output fell by 3%.</p><img src="https://tracker.example/x.png"><script src="https://tracker.example/x.js"></script>\n',
};

const startProgram = async (args: readonly string[], workingDirectory: string, createLookup: () => Lookup): Promise<{ readonly out: string; readonly log: string; readonly status: number }> => {
  const [out, log]: [string[], string[]] = [[], []];
  const terminal: Terminal = {
    workingDirectory,
    today: '2025-06-01',
    colors: pc.createColors(false),
    sources: createDiskSourceFiles(join(projectFolder, 'dist')),
    out: (text) => void out.push(text),
    log: (text) => void log.push(text),
    readStdin: () => Promise.resolve(new TextEncoder().encode(brief)),
  };
  const status = await runProgram(args, terminal, { serveLanguage: () => Promise.resolve(), createLookup });
  return { out: out.join(''), log: log.join('\n'), status };
};

const opened: string[] = [];

/** What reaches for the network says so, and gets nothing. */
const guard = <Owner extends object>(owner: Owner, name: keyof Owner): (() => void) => {
  const original = owner[name];
  const refuse = (): never => {
    opened.push(String(name));
    throw new Error(`${String(name)} was called`);
  };
  owner[name] = refuse as Owner[keyof Owner]; // It never returns, so it fits every signature.
  return () => (owner[name] = original);
};

describe('without a network', () => {
  const restores: (() => void)[] = [];

  beforeEach(() => {
    opened.length = 0;
    restores.push(guard(net.Socket.prototype, 'connect'), guard(dns, 'lookup'), guard(dns, 'resolve'), guard(dgram, 'createSocket'), guard(globalThis, 'fetch'));
    syncBuiltinESMExports();
  });

  afterEach(() => {
    for (const restore of restores.splice(0)) restore();
    syncBuiltinESMExports();
  });

  it('the guard sees who reaches for it', async () => {
    await withFolder(files, async (cwd) => {
      const { log } = await startProgram(['evidence', '--lookup', 'wells.md'], cwd, createOnlineLookup);
      expect(opened).not.toEqual([]);
      expect(log).toContain('"marlow" could not be looked up');
    });
  });

  it.each([['check', '.'], ['check', '--stdin'], ['check', '--fix', '--format', 'json', '.'], ['evidence', 'wells.md'], ['evidence', '--format', 'html', 'wells.md'], ['print-config', 'wells.md']])(
    '%s %s opens no socket',
    async (...args) => {
      await withFolder(files, async (cwd) => {
        const { out } = await startProgram(args, cwd, createOnlineLookup);
        expect(out).not.toBe('');
        expect(opened).toEqual([]);
      });
    },
  );

  it('diagnostics, hovers and code actions open none, nor does the command', async () => {
    const folder = 'file:///papers';
    const door = Object.assign(new MemoryDoor({ [`${folder}/references.bib`]: files['references.bib'], [`${folder}/.brieflint.yml`]: files['.brieflint.yml'] }), { createLookup: createOnlineLookup });
    const client = await startInMemory({ folderUris: [folder] }, door);
    const uri = `${folder}/wells.md`;
    const told: string[] = [];
    client.connection.onNotification(ShowMessageNotification.type, ({ message }) => void told.push(message));
    await client.openAndCheck(uri, brief);
    for (const position of [{ line: 8, character: 20 }, { line: 8, character: 45 }]) {
      await client.hover(uri, position);
      const actions = await client.codeActions(uri, { start: position, end: position }, { diagnostics: [] });
      expect(actions.map(({ title }) => title).filter((title) => /look/i.test(title))).toEqual([]);
      await client.connection.sendRequest('workspace/executeCommand', { command: 'brieflint.lookUp', arguments: [uri, position] });
    }
    expect(told[0]).toMatch(/^Online lookup is off/);
    expect(opened).toEqual([]);
    await client.stop();
  });
});

describe('the setting', () => {
  it('is off, and only the editor and the command line can switch it on', () => {
    expect(resolveSettings([]).settings.lookup).toBe('off');
    for (const layer of ['editor', 'command-line'] as const) expect(resolveSettings([toLayer(layer, { lookup: 'on' })]).settings.lookup).toBe('on');
    for (const layer of ['config', 'front-matter'] as const) {
      const { settings, problems } = resolveSettings([toLayer(layer, { lookup: 'on' })]);
      expect(settings.lookup).toBe('off');
      expect(problems).toMatchObject([{ key: 'lookup', message: `"lookup" is set in the editor's own settings or on the command line, not in a file that comes with briefs` }]);
    }
  });

  it('is reported in a settings file at its place', () => {
    const { problems } = resolveSettings([parseConfig('status: draft\nlookup: on\n').settings]);
    expect(problems).toMatchObject([{ key: 'lookup', span: { start: 14, end: 20 } }]);
  });
});

describe('switched on by the user', () => {
  it('evidence fills what cited entries lack, says where from, and changes no file', async () => {
    const csl = { type: 'report', title: 'Roads in the Hills', author: [{ literal: 'Hill Institute' }], issued: { 'date-parts': [[2023]] } };
    const server = await startLookupServer((_request, response) => sendJson(response, csl));
    const createLookup = (): Lookup =>
      new OnlineLookup({
        resolver: `${server.origin}/doi/`,
        crossref: `${server.origin}/works/`,
        limits: { ...defaultLimits, trustedOrigins: [server.origin], userAgent: 'brieflint/test' },
        cache: null,
        mostAtOnce: 2,
        now: Date.now,
      });
    try {
      await withFolder(files, async (cwd) => {
        const { out, status } = await startProgram(['evidence', '--lookup', '--format', 'json', 'wells.md'], cwd, createLookup);
        expect(status).toBe(0);
        // Only what the brief cites and what lacks something is asked for.
        expect(server.asked).toEqual(['GET /doi/10.1234/abc application/vnd.citationstyles.csl+json']);
        expect(JSON.parse(out)).toMatchObject({ references: [{ id: 'marlow', title: 'Roads in the Hills', year: '2023', lookedUp: ['authors', 'title', 'year', 'date'] }, { id: 'whole', lookedUp: [] }] });
        const { out: markdown } = await startProgram(['evidence', '--lookup', 'wells.md'], cwd, createLookup);
        expect(markdown).toContain('| Hill Institute (2023). Roads in the Hills. ');
        expect(markdown).toContain('authors, title, year, date');
      });
    } finally {
      await server.close();
    }
  });
});
