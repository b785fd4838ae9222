/** `node dist/generate.js [--check]`, run in the root of the repository: writes what follows from rules, settings and profiles, or names what is stale. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { profiles } from './core/profiles/profiles';
import { rules } from './core/rules/index';
import { buildGeneratedFiles, rulePagesFolder } from './generate/generated-files';

const readIfThere = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
};

const files = buildGeneratedFiles(rules, profiles, readFileSync('package.json', 'utf8'));
const stale = [...files].filter(([path, text]) => readIfThere(path) !== text);
mkdirSync(rulePagesFolder, { recursive: true });
const left = readdirSync(rulePagesFolder)
  .map((name) => `${rulePagesFolder}/${name}`)
  .filter((path) => !files.has(path))
  .sort();

if (process.argv.includes('--check')) {
  for (const path of [...stale.map(([name]) => name), ...left]) console.error(`stale: ${path}`);
  if (stale.length + left.length > 0) {
    console.error('Run "npm run generate" and commit the result.');
    process.exitCode = 1;
  }
} else {
  for (const [path, text] of stale) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  for (const path of left) rmSync(path);
}
