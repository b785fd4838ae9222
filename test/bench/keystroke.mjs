/**
 * What one keystroke in the middle of a long brief costs: parsing and building the brief, first without and then with what is known from the build
 * before. Prints medians of 30 and, of the last, the mean time of the processors, which other work on the machine draws out less. It is no test, for machines
 * differ. `node test/bench/keystroke.mjs [WORDS…]`
 */
import { loadavg } from 'node:os';
import { createRandom, loadEntry } from './bench.mjs';

const filler = 'Officials of the district met with farmers and heard what had been tried before and why so little of it had lasted beyond the first dry season.';
const nouns = ['dyke', 'mill', 'ferry', 'barn', 'well', 'weir', 'lane', 'pier', 'kiln', 'ford'];
const bodies = ['Harbour Office', 'Registry of Wells', 'Bureau of Rents'];

const createWriter = (seed) => {
  const random = createRandom(seed);
  const pick = (list) => list[random(list.length)];
  let notes = 0;
  const sentence = () => {
    const value = pick([`${String(random(990) / 10)}%`, `$${String(random(900) + 10)} million`, `${String(random(80) + 11)},${String(random(900) + 100)} tenants`]);
    const source = pick([` (${pick(bodies)}, ${String(2015 + random(10))})`, ` [(${pick(bodies)}, 2024)](https://registry.example/${String(random(99))})`, '', '', '']);
    return `The ${pick(nouns)} of the ${pick(nouns)} district **rose to** ${value} in ${String(2008 + random(17))}${source}.`;
  };
  const paragraph = () => [sentence(), filler, sentence(), filler].join(' ');
  const note = () => {
    notes++;
    return `${paragraph()}[^${String(notes)}]\n\n[^${String(notes)}]: ${pick(bodies)}, *Report on the ${pick(nouns)}* (2024), p. ${String(random(200))}.`;
  };
  const list = () => Array.from({ length: 4 }, () => `- **${pick(nouns)}:** ${sentence()}`).join('\n');
  const table = () => ['Table. Rents by district (USD million)', '', '| District | 2021 | 2022 |', '| --- | ---: | ---: |', ...Array.from({ length: 5 }, () => `| ${pick(nouns)} ${pick(nouns)} | ${String(random(900) / 10)} | ${String(random(900) / 10)} |`), '', `Source: ${pick(bodies)} (2024).`].join('\n');
  const quote = () => `> “${filler}”\n>\n> — Mayor of the ${pick(nouns)} district, 2024`;
  return { section: () => [`## On the ${pick(nouns)} and the ${pick(nouns)}`, paragraph(), note(), paragraph(), list(), paragraph(), table(), quote(), paragraph()] };
};

const makeText = (words) => {
  const writer = createWriter(words);
  const parts = ['---\ntitle: What the districts count\n---', '# What the districts count'];
  for (let count = 0; count < words; ) {
    const section = writer.section();
    count += section.join(' ').split(/\s+/).length;
    parts.push(...section);
  }
  return `${parts.join('\n\n')}\n`;
};

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const timed = (work) => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

const keystrokes = 30;

/** One letter more, each time, in a paragraph in the middle. */
const typed = (text) => {
  const at = text.indexOf('what had been tried', Math.floor(text.length / 2));
  return Array.from({ length: keystrokes }, (_, i) => `${text.slice(0, at)}${'again and again and again and again'.slice(0, i + 1)} ${text.slice(at)}`);
};

const { buildBrief, FactCache, parseMarkdown, ParseMemory } = await loadEntry('keystroke');
const wanted = process.argv.slice(2).map(Number);
console.log(`load ${loadavg()[0].toFixed(1)}\n   words   parse ms  …kept ms   build ms  …kept ms     …cpu ms`);
for (const words of wanted.length > 0 ? wanted : [2_000, 10_000, 50_000, 200_000]) {
  const text = makeText(words);
  const versions = typed(text);
  const memory = new ParseMemory();
  const cache = new FactCache();
  const few = versions.slice(0, words > 20_000 ? 3 : 10);
  const parse = few.map((version) => timed(() => parseMarkdown(version)));
  const build = few.map((version) => timed(() => buildBrief(version)));
  parseMarkdown(text, memory);
  const parseKept = versions.map((version) => timed(() => parseMarkdown(version, memory)));
  buildBrief(text, { cache });
  const before = process.cpuUsage();
  const buildKept = versions.map((version) => timed(() => buildBrief(version, { cache })));
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1_000 / versions.length;
  console.log([String(words).padStart(8), ...[...[parse, parseKept, build, buildKept].map(median), cpu].map((time) => time.toFixed(2).padStart(10))].join(' '));
}
