/** Tests speak to the bundles as they are shipped; those that are older than any of their sources are built first. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

const bundles = ['dist/cli.js', 'dist/server.js', 'dist/pdf.js', 'dist/browser/server.js', 'dist/browser/pdf.js'];
const sources = ['server/src', 'client/src', 'esbuild.mjs', 'package.json', 'package-lock.json'];

export const setup = (): void => {
  const newestSource = Math.max(...sources.map((source) => newestChange(join(root, source))));
  const isCurrent = bundles.every((bundle) => existsSync(join(root, bundle)) && statSync(join(root, bundle)).mtimeMs >= newestSource);
  if (!isCurrent) execFileSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: 'inherit' });
};

const newestChange = (path: string): number => {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestChange(join(path, name))));
};
