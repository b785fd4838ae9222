/**
 * How long the figures of a long brief take once it is parsed: in a program that has just started, for a text that nobody has seen, and after an edit;
 * for 3,000 figures in 50,000 words and for 20,000. Prints medians; it is no test, for machines differ. `node test/bench/figure-speed.mjs`
 */
import { loadavg } from 'node:os';
import { createRandom, loadEntry } from './bench.mjs';

const openings = ['pre', 'sub', 'inter', 're', 'mar', 'col', 'ver', 'tan', 'bel', 'dor', 'fen', 'gal', 'hur', 'lim', 'nor', 'pel', 'quin', 'ros', 'sil', 'tor'];
const endings = ['vale', 'mark', 'stead', 'port', 'wick', 'field', 'gate', 'mill', 'ridge', 'ford', 'crop', 'well', 'barn', 'lane', 'dyke'];
const nouns = openings.flatMap((opening) => endings.map((ending) => `${opening}${ending}`));
const groups = ['women', 'rural households', 'young workers', 'small farms', 'tenants', 'pensioners', 'schools', 'clinics'];
const verbs = ['rose to', 'fell to', 'stood at', 'grew by', 'cost', 'reached', 'declined by'];
const filler = 'Officials of the district met with farmers and heard what had been tried before and why so little of it had lasted beyond the first dry season.';

const createWriter = (seed) => {
  const random = createRandom(seed);
  const pick = (list) => list[random(list.length)];
  const noun = () => nouns[Math.floor((random(1000) / 1000) ** 2 * nouns.length)];
  const value = () => [`${String(random(990) / 10)}%`, `$${String(random(900) + 10)} million`, `${String(random(80) + 11)},${String(random(900) + 100)} ${pick(groups)}`, `Rs ${String(random(90) + 10)} billion`][random(4)];
  const sentence = () => {
    const head = `The ${noun()} of ${noun()} ${noun()} among ${pick(groups)} ${pick(verbs)} ${value()} in ${String(2008 + random(18))}`;
    const cited = random(4) === 0 ? ` (${pick(['Harbour Office', 'Registry of Wells', 'Bureau of Rents'])}, ${String(2015 + random(10))})` : '';
    return random(3) === 0 ? `${head}, against ${value()} for ${noun()} ${noun()}${cited}.` : `${head}${cited}.`;
  };
  const table = () => {
    const columns = [0, 1, 2, 3].map((at) => String(2018 + at));
    const row = () => `| ${noun()} ${noun()} | ${columns.map(() => String(random(9000) / 10)).join(' | ')} |`;
    return [`Table. The ${noun()} of ${noun()} by district (USD million)`, '', `| District | ${columns.join(' | ')} |`, `| --- | ${columns.map(() => '---:').join(' | ')} |`, ...Array.from({ length: 6 }, row)].join('\n');
  };
  const paragraph = () => Array.from({ length: 5 }, (_, i) => (i % 5 === 1 || i % 5 === 4 ? filler : sentence())).join(' ');
  return { table, paragraph, noun };
};

/** `figures`: about so many; a section has eight paragraphs, and every second one a table. */
const makeText = (seed, figures) => {
  const { table, paragraph, noun } = createWriter(seed);
  const parts = ['# What the districts count'];
  for (let count = 0, section = 0; count < figures; section++) {
    parts.push(`## On ${noun()} and ${noun()} ${noun()}`, ...Array.from({ length: 8 }, paragraph));
    count += 32;
    if (section % 2 === 1) {
      parts.push(table());
      count += 24;
    }
  }
  return `${parts.join('\n\n')}\n`;
};

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const timed = (work) => {
  const start = performance.now();
  const value = work();
  return [performance.now() - start, value];
};

/** Another number or word, at another place each time. */
const editsOf = (text, round) => {
  const at = text.indexOf(' in 20', Math.floor((text.length * (round + 1)) / 14));
  return [`${text.slice(0, at)} in all${text.slice(at)}`, `${text.slice(0, at)}. The dyke cost $${String(41 + round)} million${text.slice(at)}`, `${text.slice(0, at)}.\n\nIt held${text.slice(at)}`][round % 3];
};

const steps = ({ figureFrames, findConflicts, tableReadings, mismatchesOf, unitSlipsOf, countFaults, dateFaults }) => ({
  frames: figureFrames,
  conflicts: findConflicts,
  tables: tableReadings,
  arithmetic: mismatchesOf,
  'percent or points': unitSlipsOf,
  counts: countFaults,
  dates: dateFaults,
});

const measure = (modules, figures, rounds) => {
  const { buildBrief, FactCache, FigureLinks, figureFrames } = modules;
  const rows = Object.entries(steps(modules)).map(([name, step]) => ({ name, step, cold: 0, unseen: [], edited: [] }));
  const run = (text, cache, keep) => {
    const [parsed, brief] = timed(() => buildBrief(text, { cache }));
    for (const row of rows) keep(row, timed(() => row.step(brief))[0]);
    return { parsed, brief };
  };
  const first = run(makeText(1, figures), new FactCache(), (row, took) => (row.cold = took));
  for (let round = 0; round < Math.ceil(rounds / 4); round++) run(makeText(round + 2, figures), new FactCache(), (row, took) => row.unseen.push(took));
  const cache = new FactCache();
  let text = makeText(40, figures);
  const builds = [];
  const links = new FigureLinks();
  const compared = [];
  /** Pairs that are held against each other for this draft. */
  const countPairs = (brief) => {
    let count = 0;
    links.update(figureFrames(brief), () => (count++, null));
    return count;
  };
  const all = countPairs(run(text, cache, () => undefined).brief);
  for (let round = 0; round < rounds; round++) {
    text = editsOf(text, round);
    const { parsed, brief } = run(text, cache, (row, took) => row.edited.push(took));
    builds.push(parsed);
    compared.push(countPairs(brief));
  }
  const words = first.brief.text.split(/\s+/).length;
  console.log(`\n${String(figureFrames(first.brief).length)} figures in ${String(words)} words; load ${loadavg()[0].toFixed(1)}; building the brief after an edit ${median(builds).toFixed(1)} ms; pairs compared: ${String(all)}, after an edit ${String(median(compared))}`);
  console.log('                     cold ms  unseen ms  after an edit ms');
  for (const { name, cold, unseen, edited } of rows) console.log(`${name.padEnd(18)}${cold.toFixed(1).padStart(10)}${median(unseen).toFixed(1).padStart(11)}${median(edited).toFixed(1).padStart(18)}`);
};

const modules = await loadEntry('figure-speed');
measure(modules, 3_000, 12);
measure(await loadEntry('figure-speed'), 20_000, 3);
