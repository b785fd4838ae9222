/** What benchmarks share. */
import { build } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder } from '../vscode/paths.mjs';

/** Bundles `NAME-entry.ts` and loads it afresh: each call gives modules that have kept nothing. */
export const loadEntry = async (name) => {
  const folder = mkdtempSync(join(tmpdir(), 'brieflint-bench-'));
  try {
    const outfile = join(folder, 'bench.cjs');
    await build({ entryPoints: [join(projectFolder, `test/bench/${name}-entry.ts`)], bundle: true, platform: 'node', format: 'cjs', outfile, logLevel: 'error' });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The same numbers on every run. */
export const createRandom = (seed) => {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % below;
  };
};
