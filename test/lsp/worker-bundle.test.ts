/** Three doors, one answer: command line, server over standard streams, and server in a web worker. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StreamMessageReader, StreamMessageWriter, type Diagnostic } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDiskSourceFiles } from '../../server/src/disk/disk-source-files';
import {
  findFileRequest,
  findFilesRequest,
  listFolderRequest,
  pdfReaderRequest,
  readBytesRequest,
  readFileRequest,
  type FindFileParams,
  type ListFolderParams,
  type ReadBytesParams,
  type ReadFileParams,
} from '../../server/src/protocol';
import { LanguageClient } from '../support/language-client';
import { parseReport, projectFolder, runCli, type JsonFinding, type JsonReport } from '../support/run-cli';
import { startWorkerServer } from '../support/worker-server';

const folders = ['examples', 'test/corpus'];
const folderUri = URI.file(projectFolder.replace(/\/$/, '')).toString();

const uriOf = (path: string): string => URI.file(join(projectFolder, path)).toString();

const rowOf = ({ rule, severity, message, line, column, endLine, endColumn }: JsonFinding): string => `${line}:${column}-${endLine}:${endColumn} ${severity} ${rule} ${message}`;

const severityWords = ['', 'error', 'warning', 'information', 'hint'];

const rowOfDiagnostic = ({ code, severity, message, range: { start, end } }: Diagnostic): string =>
  `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1} ${severityWords[severity ?? 0] ?? ''} ${String(code)} ${typeof message === 'string' ? message : message.value}`;

const startProcess = (): LanguageClient => {
  const child = spawn(process.execPath, [join(projectFolder, 'dist', 'server.js'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  return new LanguageClient(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
};

/** The worker has no disk: its client reads for it. */
const answerFileRequests = (client: LanguageClient): void => {
  client.connection.onRequest(readFileRequest, ({ uri }: ReadFileParams) => {
    const path = URI.parse(uri).fsPath;
    return { text: existsSync(path) ? readFileSync(path, 'utf8') : null };
  });
  client.connection.onRequest(findFilesRequest, () => ({ uris: [] }));
  const disk = createDiskSourceFiles(join(projectFolder, 'dist'));
  client.connection.onRequest(listFolderRequest, async ({ uri }: ListFolderParams) => ({ names: await disk.list(uri) }));
  client.connection.onRequest(findFileRequest, async ({ uri }: FindFileParams) => ({ file: (await disk.find(uri)) ?? null }));
  client.connection.onRequest(readBytesRequest, async ({ uri }: ReadBytesParams) => {
    const bytes = await disk.readBytes(uri);
    return { base64: bytes === undefined ? null : Buffer.from(bytes).toString('base64') };
  });
  client.connection.onRequest(pdfReaderRequest, () => ({ uri: URI.file(join(projectFolder, 'dist', 'browser', 'pdf.js')).toString() }));
};

describe('all doors find the same', () => {
  let report: JsonReport;

  beforeAll(async () => {
    report = parseReport((await runCli(['check', '--format', 'json', ...folders])).out);
  }, 60_000);

  it('in briefs that have something to find', () => {
    expect(report.files.length).toBeGreaterThan(10);
    expect(report.summary.findings).toBeGreaterThan(10);
  });

  it.each([
    ['the server as a process', startProcess],
    ['the server in a web worker', startWorkerServer],
  ])(
    '%s',
    async (_name, start) => {
      const client = start();
      try {
        answerFileRequests(client);
        await client.initialize({ folderUris: [folderUri] });
        for (const { path, findings } of report.files) {
          if (path.endsWith('.yml')) continue;
          const diagnostics = await client.openAndCheck(uriOf(path), readFileSync(join(projectFolder, path), 'utf8'));
          expect(diagnostics.map(rowOfDiagnostic), path).toEqual(findings.map(rowOf));
        }
      } finally {
        await client.stop();
      }
    },
    60_000,
  );
});

describe('the web worker', () => {
  it('has no way to reach Node', async () => {
    const client = startWorkerServer();
    await client.initialize();
    expect(await client.openAndCheck('untitled:Untitled-1', 'The levy brings in XX%.\n')).not.toEqual([]);
    await client.stop();
  });
});
