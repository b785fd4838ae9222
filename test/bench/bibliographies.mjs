/**
 * Reads every `.bib` file below some folders (`node_modules`, if none is named) and compares the keys, in their order, with those that
 * @retorquere/bibtex-parser reads. Prints each difference and how long both take; it is no test, for what lies in those folders differs.
 * `node test/bench/bibliographies.mjs [FOLDER...]`; ends with 1 where a file makes us fail or the keys differ.
 */
import { parse } from '@retorquere/bibtex-parser';
import { build } from 'esbuild';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder } from '../vscode/paths.mjs';

const load = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'brieflint-bench-'));
  try {
    const outfile = join(folder, 'bench.cjs');
    await build({ entryPoints: [join(projectFolder, 'server/src/core/library/parse-bibliography.ts')], bundle: true, platform: 'node', format: 'cjs', outfile, logLevel: 'error' });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const findBibliographies = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.toLowerCase().endsWith('.bib'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

const time = (work) => {
  const start = performance.now();
  const result = work();
  return { milliseconds: performance.now() - start, result };
};

/** Theirs throws where a file is not BibTeX at all; that is no difference in keys. */
const readTheirs = (text) => {
  try {
    return parse(text, { english: false, sentenceCase: false }).entries.map(({ key }) => key);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

const firstDifference = (ours, theirs) => {
  const at = ours.findIndex((key, i) => key !== theirs[i]);
  const index = at < 0 ? ours.length : at;
  return `entry ${index + 1}: ours ${JSON.stringify(ours[index] ?? null)}, theirs ${JSON.stringify(theirs[index] ?? null)}`;
};

const { parseBibliography } = await load();
const folders = process.argv.length > 2 ? process.argv.slice(2).map((folder) => resolve(folder)) : [join(projectFolder, 'node_modules')];
const paths = folders.flatMap(findBibliographies);
const sum = { entries: 0, same: 0, differing: 0, failed: 0, unreadForThem: 0, ourTime: 0, theirTime: 0 };
for (const path of paths) {
  const text = readFileSync(path, 'utf8');
  try {
    const { milliseconds, result } = time(() => parseBibliography(path, text));
    const theirs = time(() => readTheirs(text));
    // An entry without a key gets one of our making, which has no place.
    const ours = result.references.map(({ id, keySpan }) => (keySpan === null ? '' : id));
    sum.entries += ours.length;
    sum.ourTime += milliseconds;
    sum.theirTime += theirs.milliseconds;
    if (typeof theirs.result === 'string') {
      sum.unreadForThem += 1;
      console.log(`${path}: ${ours.length} entries, which the other parser does not read: ${theirs.result.split('\n')[0]}`);
    } else if (JSON.stringify(ours) === JSON.stringify(theirs.result.map((key) => key ?? ''))) {
      sum.same += 1;
    } else {
      sum.differing += 1;
      console.log(`${path}: ${firstDifference(ours, theirs.result)}`);
    }
  } catch (error) {
    sum.failed += 1;
    console.log(`${path}: ${error.stack}`);
  }
}
console.log(`${paths.length} files, ${sum.entries} entries: ${sum.same} with the same keys, ${sum.differing} that differ, ${sum.unreadForThem} that the other parser does not read, ${sum.failed} that make us fail`);
console.log(`ours ${(sum.ourTime / 1000).toFixed(2)} s, @retorquere/bibtex-parser ${(sum.theirTime / 1000).toFixed(2)} s`);
process.exitCode = sum.differing + sum.failed > 0 ? 1 : 0;
