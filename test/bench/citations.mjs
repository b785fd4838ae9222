/**
 * How long citations take: three briefs of 12,000 words with 200 citations each (by key, by author and year, in notes), a bibliography of
 * 2,000 entries, and texts of forty sources. Prints medians; it is no test, for machines differ. `node test/bench/citations.mjs`
 */
import { build } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder } from '../vscode/paths.mjs';

const entryCount = 2000;
const citationCount = 200;
const wordCount = 12_000;
const sourceCount = 40;
const rounds = 15;

const load = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'brieflint-bench-'));
  try {
    const outfile = join(folder, 'bench.cjs');
    await build({ entryPoints: [join(projectFolder, 'test/bench/citations-entry.ts')], bundle: true, platform: 'node', format: 'cjs', outfile, logLevel: 'error' });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The same numbers on every run. */
const createRandom = (seed) => {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
};

const families = 'Ashby Brandt Castell Dorsey Ekholm Farrow Grieve Hallam Imrie Jansen Kessler Lindqvist Marlow Norcott Okoye Petrov Quill Rowland Sorensen Tarrant Ulrich Vasari Whitlow Xavier Yardley Zeller'.split(' ');
const bodies = 'Harbour Office,Registry of Wells,Bureau of Rents,Council of Roads,Labour Inspectorate,Chamber of Crafts,Statistics Board,Forest Agency'.split(',');
const things = 'rents wells roads ferries harvests pensions clinics libraries markets forests bridges schools'.split(' ');

const makeEntries = () => {
  const random = createRandom(7);
  return Array.from({ length: entryCount }, (_, index) => {
    const year = 1995 + random(30);
    const isBody = index % 3 === 0;
    const author = isBody ? bodies[random(bodies.length)] : families[random(families.length)];
    const second = !isBody && index % 2 === 0 ? families[random(families.length)] : null;
    const title = `On ${things[random(things.length)]} and ${things[random(things.length)]} in district ${index}`;
    return { key: `${author.split(' ')[0].toLowerCase()}${year}n${index}`, author, second, isBody, year, title };
  });
};

const toBibtex = ({ key, author, second, isBody, year, title }) =>
  `@report{${key},\n  author = {${isBody ? `{${author}}` : `${author}, A.${second === null ? '' : ` and ${second}, B.`}`}},\n  title = {${title}},\n  institution = {Press of the Valley},\n  doi = {10.1234/${key}},\n  year = {${year}}\n}\n`;

const cite = ({ key, author, second, year }, form, notes) => {
  if (form === 0) return `[@${key}, p. 4]`;
  if (form === 1) return `(${author}${second === null ? '' : ` and ${second}`}, ${year})`;
  if (form === 2) return `[see @${key}]`;
  notes.push(`[^n${notes.length}]: ${author}${second === null ? '' : ` and ${second}`} (${year}), p. 3.`);
  return `[^n${notes.length - 1}]`;
};

const makeBrief = (entries, seed) => {
  const random = createRandom(seed);
  const notes = [];
  const perCitation = Math.floor(wordCount / citationCount);
  const paragraphs = Array.from({ length: citationCount }, (_, index) => {
    // Sources with a text are cited first.
    const entry = entries[index < sourceCount ? index : random(entries.length)];
    const filler = Array.from({ length: perCitation - 14 }, () => things[random(things.length)]).join(' ');
    return `In ${entry.year} the ${things[random(things.length)]} grew by ${10 + random(80)}% in ${20 + random(400)} villages ${cite(entry, index % 4, notes)}. It is said that ${filler}.`;
  });
  const sections = paragraphs.map((paragraph, index) => (index % 10 === 0 ? `## Part ${index / 10 + 1}\n\n${paragraph}` : paragraph));
  return `---\ntitle: Brief ${seed}\ndate: 2026-01-01\nbibliography: references.bib\n---\n\n${sections.join('\n\n')}\n\n${notes.join('\n')}\n`;
};

const makeSource = (entry, seed) => {
  const random = createRandom(seed);
  const passages = Array.from({ length: 400 }, (_, line) => ({
    text: `In ${entry.year} the ${things[random(things.length)]} grew by ${10 + random(80)}% in ${20 + random(400)} villages of district ${line}, and nobody asked the ${things[random(things.length)]} why.`,
    page: null,
    line: line + 1,
  }));
  return { path: `sources/${entry.key}.txt`, format: 'text', passages, problem: null };
};

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const time = (work) => {
  const start = performance.now();
  const result = work();
  return { milliseconds: performance.now() - start, result };
};

const show = (what, values, limit) => {
  const middle = median(values);
  console.log(`${middle <= limit ? 'ok  ' : 'OVER'} ${what}: ${middle.toFixed(1)} ms (first ${values[0].toFixed(1)}, most ${Math.max(...values).toFixed(1)}; limit ${limit})`);
};

const core = await load();
const entries = makeEntries();
const bib = entries.map(toBibtex).join('\n');
const texts = [1, 2, 3].map((seed) => makeBrief(entries, seed * 1000 + 1));
const sources = new Map(entries.slice(0, sourceCount).map((entry, index) => [entry.key, makeSource(entry, index + 1)]));
console.log(`${texts.map((text) => text.split(/\s+/).length).join(', ')} words, ${entries.length} entries (${(bib.length / 1000).toFixed(0)} kB), ${sources.size} sources with text`);

const parsed = Array.from({ length: 5 }, () => time(() => core.parseBibliography('references.bib', bib)));
show('bibliography read', parsed.map(({ milliseconds }) => milliseconds), 300);
const file = parsed[0].result;
const briefs = texts.map((text) => core.readDocument({ text, layers: [] }).brief);
const resolveAll = () => briefs.map((brief) => core.buildLibrary(brief, { files: [file], unreadable: [], texts: sources }, core.ownReferences(brief)));
const resolved = Array.from({ length: rounds }, () => time(resolveAll));
show('all citations of three briefs resolved', resolved.map(({ milliseconds }) => milliseconds), 300);
const libraries = resolved[0].result;
const works = briefs.flatMap((brief, i) => [...brief.citations, ...brief.footnotes.flatMap(({ citations }) => citations)].flatMap(({ works: cited }) => cited.map((work) => libraries[i].resolve(work).kind)));
console.log(`     ${works.length} works: ${['found', 'ambiguous', 'missing', 'not-listed'].map((kind) => `${works.filter((other) => other === kind).length} ${kind}`).join(', ')}`);

const links = { toEntry: () => 'file:///references.bib#L1', toPassage: () => 'file:///source.txt#L1' };
const hover = (brief, library, citation) => time(() => core.findCitationHover({ brief, library, style: 'apa', links }, citation.span.start + 3));
const withText = briefs.flatMap((brief, i) => brief.citations.filter(({ works: [work] }) => sources.has(libraries[i].resolve(work).reference?.id)).map((citation) => [brief, libraries[i], citation]));
const passages = withText.map((place) => hover(...place));
console.log(`     ${passages.filter(({ result }) => result.markdown.includes('line ')).length} of ${passages.length} hovers over works with a text show a passage`);
show('hover with passages, each once (the first look into a source indexes it)', passages.map(({ milliseconds }) => milliseconds), 10);
show('hover with passages, again', withText.map((place) => hover(...place).milliseconds), 10);
show('hover, every citation', briefs.flatMap((brief, i) => brief.citations.map((citation) => hover(brief, libraries[i], citation).milliseconds)), 10);

const complete = (typed) => {
  const text = `${texts[0]}\nIt grew ${typed}`;
  const { brief } = core.readDocument({ text, layers: [] });
  const library = core.buildLibrary(brief, { files: [file], unreadable: [], texts: sources }, core.ownReferences(brief));
  return time(() => {
    const place = core.findCompletionPlace(text, text.length);
    return JSON.stringify(core.completeCitation(brief, library, place, 'apa'));
  }).milliseconds;
};
for (const typed of ['[@harb', '[@', '[@1999', '[@wells', '@district']) show(`completion after "${typed}"`, Array.from({ length: 5 }, () => complete(typed)), 30);

const checks = Array.from({ length: 5 }, (_, round) => {
  const text = texts[0].replace('Part 1', `Part 1${round}`);
  return time(() => core.checkRead(core.readDocument({ text, layers: [], cache: core.cache }), { today: null, library: { files: [file], unreadable: [], texts: sources } })).milliseconds;
});
show('one brief checked whole after an edit, all rules', checks, 1000);

/** With everything between: the messages, the check whether files have changed, positions. */
const uri = (name) => `file:///bench/${name}`;
const files = Object.fromEntries([['references.bib', bib], ...[...sources].map(([key, { passages: lines }]) => [`sources/${key}.txt`, lines.map(({ text }) => text).join('\n\n')])].map(([name, text]) => [uri(name), text]));
const client = await core.startInMemory({ capabilities: core.capablePushClient, folderUris: ['file:///bench'] }, new core.MemoryDoor(files));
const opened = [];
for (const [index, text] of texts.entries()) {
  const start = performance.now();
  await client.openAndCheck(uri(`brief${index}.md`), text);
  opened.push(performance.now() - start);
}
show('a brief opened, findings received', opened, 2000);
const lines = texts[0].split('\n');
const asked = [];
for (const [line, words] of lines.entries()) {
  const at = words.search(/@[a-z]|\((?=[A-Z])/);
  if (at < 0 || asked.length >= 150) continue;
  const start = performance.now();
  await client.hover(uri('brief0.md'), { line, character: at + 2 });
  asked.push(performance.now() - start);
}
show('hover through the protocol', asked, 10);
let version = 1;
const typed = [];
for (const words of ['[@harb', '[@1999', '[@wells', '[@b', '[@district']) {
  const text = `${texts[0]}\n\nIt grew ${words}`;
  await client.change(uri('brief0.md'), ++version, [{ text }]);
  await client.hover(uri('brief0.md'), { line: 0, character: 0 });
  const start = performance.now();
  await client.connection.sendRequest('textDocument/completion', { textDocument: { uri: uri('brief0.md') }, position: { line: text.split('\n').length - 1, character: `It grew ${words}`.length } });
  typed.push(performance.now() - start);
}
show('completion through the protocol, the edit checked before', typed, 30);
await client.stop();
