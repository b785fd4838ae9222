/**
 * How long the claims of a brief of 10,000 words take once it is parsed: in a program that has just started, for a text that nobody has seen, and after an
 * edit. Prints medians; it is no test, for machines differ. `node test/bench/claims.mjs`
 */
import { createRandom, loadEntry } from './bench.mjs';

const wordCount = 10_000;
const rounds = 15;

const bodies = 'Harbour Office,Registry of Wells,Bureau of Rents,Council of Roads,Labour Inspectorate,Ministry of Works,Statistics Board,Forest Agency'.split(',');
const places = 'Alta,Brel,Corvo,Dune Valley,Elm District,Farrow,Grenn,Hollow Bay'.split(',');
const things = 'rents wells roads ferries harvests pensions clinics libraries markets forests bridges schools tenants pumps'.split(' ');

const makeSentence = (random) => {
  const pick = (list) => list[random(list.length)];
  const [body, place, thing, other] = [pick(bodies), pick(places), pick(things), pick(things)];
  const [share, year, count] = [1 + random(90), 1990 + random(34), (1 + random(900)) * 1000];
  const forms = [
    `In ${year} the ${body} counted ${count.toLocaleString('en-US')} ${thing} in ${place}, ${share}% more than in the year before.`,
    `The number of ${thing} in ${place} has grown steadily since ${year}, largely because ${other} became more expensive.`,
    `Most ${thing} are still run by committees that meet ${share} times a year and publish little about ${other} (${body}, ${year}).`,
    `The ${body} plans to merge the funds for ${thing} and ${other} in ${place} by 2031, although critics expect delays.`,
    `Under the ${place} Act of ${year}, owners of ${thing} are required to report ${other} to the ${body} within ${share} days.`,
    `However, the ${thing} of ${place} remain among the most costly in the region, and ${other} are scarce.`,
    `They fell by ${share} per cent after the reform, according to the [yearbook of ${year}](https://board.example/${year}/${share}).`,
    `We estimate that ${share}% of ${thing} would need repair if ${other} were closed in ${place}.`,
    `The ministry should publish what it spends on ${thing}, for example EUR ${share} million in ${place}, and who decides about ${other}.`,
    `This makes ${thing} difficult to compare with ${other}: nobody in ${place} keeps records for more than ${share} months.`,
  ];
  return pick(forms);
};

const makeBrief = (seed) => {
  const random = createRandom(seed);
  const parts = [`# Brief ${seed}`];
  for (let words = 0, section = 1; words < wordCount; section += 1) {
    parts.push(`## ${['Problem', 'Background', 'Findings', 'Options', 'Recommendations'][section % 5]} ${section}`);
    for (let paragraph = 0; paragraph < 6 && words < wordCount; paragraph += 1) {
      const sentences = Array.from({ length: 3 + random(4) }, () => makeSentence(random));
      words += sentences.join(' ').split(/\s+/).length;
      parts.push(paragraph === 4 ? sentences.map((sentence) => `- ${sentence}`).join('\n') : sentences.join(' '));
    }
  }
  return parts.join('\n\n');
};

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const show = (what, values, limit) => {
  const middle = median(values);
  console.log(`${middle <= limit ? 'ok  ' : 'OVER'} ${what}: ${middle.toFixed(1)} ms (first ${values[0].toFixed(1)}, least ${Math.min(...values).toFixed(1)}, most ${Math.max(...values).toFixed(1)}; limit ${limit})`);
};

const core = await loadEntry('claims');
const cache = new core.FactCache();

/** Of the claims alone; the brief is parsed before. */
const timeOf = (text) => {
  const brief = core.buildBrief(text, { cache });
  const start = performance.now();
  const claims = core.claimsOf(brief, ['Example Institute']);
  return { milliseconds: performance.now() - start, claims };
};

const first = timeOf(makeBrief(1));
console.log(`${wordCount} words, ${first.claims.length} sentences, ${first.claims.filter(({ status }) => status === 'unsourced').length} unsourced`);
show('first brief of a program that has just started', [first.milliseconds], 120);
show('a text that nobody has seen', Array.from({ length: rounds }, (_, round) => timeOf(makeBrief(round + 2)).milliseconds), 60);
const text = makeBrief(1);
const paragraphs = text.split('\n\n');
timeOf(text);
const edits = Array.from({ length: rounds }, (_, round) => {
  const edited = [...paragraphs];
  const at = 3 + round * 11;
  edited[at] = `${edited[at]} Few of ${round} remember why.`;
  return timeOf(edited.join('\n\n')).milliseconds;
});
show('one sentence added', edits, 20);
show('the same text parsed again', Array.from({ length: rounds }, () => timeOf(text).milliseconds), 20);
