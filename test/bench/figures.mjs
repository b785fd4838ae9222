/**
 * What each part of the search for contradicting figures buys, on a folder of labelled documents: `planted/` with slips in `gold.tsv`, the same documents
 * right in `clean/`, look-alikes in `traps.tsv` and slips that the documents have by nature in `natural.tsv` (columns slug, kind, a_start, a_end; slug,
 * start, end). Prints for each part left out how many slips of the kinds are found, how many false alarms there are and how many look-alikes are
 * flagged. `node test/bench/figures.mjs FOLDER [KIND,KIND]`
 */
import { build } from 'esbuild';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder } from '../vscode/paths.mjs';

const [labels, kindList = 'K1,K2,K6'] = process.argv.slice(2);
if (labels === undefined) throw new Error('Name the folder of labelled documents');
const kinds = new Set(kindList.split(','));

const load = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'brieflint-bench-'));
  try {
    const outfile = join(folder, 'bench.cjs');
    await build({ entryPoints: [join(projectFolder, 'test/bench/figures-entry.ts')], bundle: true, platform: 'node', format: 'cjs', outfile, logLevel: 'error' });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const rowsOf = (name) => {
  const path = join(labels, name);
  if (!existsSync(path)) return [];
  const [head = '', ...lines] = readFileSync(path, 'utf8').split('\n').filter((line) => line !== '');
  const columns = head.split('\t');
  return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, i) => [columns[i], cell])));
};

const textsOf = (name) => readdirSync(join(labels, name)).filter((file) => file.endsWith('.md')).map((file) => [file.slice(0, -3), readFileSync(join(labels, name, file), 'utf8')]);
const touches = (places, start, end) => places.some((place) => place.start < Number(end) && Number(start) < place.end);

const { variants, conflictPlaces } = await load();
const gold = rowsOf('gold.tsv').filter(({ kind }) => kinds.has(kind));
const [traps, natural] = [rowsOf('traps.tsv'), rowsOf('natural.tsv')];
for (const [name, options] of variants) {
  const planted = new Map(textsOf('planted').map(([slug, text]) => [slug, conflictPlaces(text, options)]));
  const found = gold.filter((row) => (planted.get(row.slug) ?? []).some((places) => touches(places, row.a_start, row.a_end)));
  let [alarms, trapped] = [0, 0];
  for (const [slug, text] of textsOf('clean')) {
    for (const places of conflictPlaces(text, options)) {
      if (natural.some((row) => row.slug === slug && (touches(places, row.a_start, row.a_end) || touches(places, row.b_start, row.b_end)))) continue;
      alarms++;
      if (traps.some((row) => row.slug === slug && touches(places, row.start, row.end))) trapped++;
    }
  }
  console.log(`${name.padEnd(24)} ${String(found.length)} of ${String(gold.length)} found, ${String(alarms)} false alarms, ${String(trapped)} of ${String(traps.length)} look-alikes`);
}
