import { spawn } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

export interface CliResult {
  readonly status: number | null;
  readonly out: string;
  readonly log: string;
}

export interface CliOptions {
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
}

/** The built command line, as a process. */
export const runCli = (args: readonly string[], { cwd = projectFolder, stdin = '', environment = {} }: CliOptions = {}): Promise<CliResult> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(projectFolder, 'dist', 'cli.js'), ...args], { cwd, env: { PATH: process.env['PATH'] ?? '', ...environment } });
    const [out, log]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => log.push(chunk));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, out: Buffer.concat(out).toString(), log: Buffer.concat(log).toString() }));
    child.stdin.end(stdin);
  });

/** A folder of its own for one test, with these files; gone afterwards. */
export const withFolder = async <T>(files: Readonly<Record<string, string | Uint8Array>>, use: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'brieflint-test-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The parts of the JSON report that tests look at. */
export interface JsonFinding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface JsonReport {
  readonly version: number;
  readonly files: readonly { readonly path: string; readonly findings: readonly JsonFinding[] }[];
  readonly summary: { readonly files: number; readonly findings: number; readonly warning: number; readonly unchecked: readonly { readonly path: string; readonly reason: string }[] };
}

// The report's shape is what the tests are about.
export const parseReport = (out: string): JsonReport => JSON.parse(out) as JsonReport;
