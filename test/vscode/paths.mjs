import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const projectFolder = resolve(fileURLToPath(import.meta.url), '../../..');

/** Was this module started by itself? */
export const isMain = (url) => url === pathToFileURL(process.argv[1] ?? '').href;

/** Runs `use` with a fresh folder, which is gone afterwards. */
export const withTemporaryFolder = async (use) => {
  const folder = mkdtempSync(join(tmpdir(), 'brieflint-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
};
