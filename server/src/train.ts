/**
 * Trains the scorer of unsourced claims: `npm run train -- DIR [--test DIR]... [--corpus DIR] [--out FILE] [--ablate]`.
 * DIR has `gold.tsv` and `docs/`; the project's own labelled texts are read from `test/corpus/claims`. Without `--out` nothing is written.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeSentence } from './core/model/claims/features';
import { type ClaimModel, scoreFeatures } from './core/model/claims/scorer';
import { buildContext } from './core/model/claims/sentence-context';
import { type Example, fitLogistic, type FitOptions, type LinearModel } from './train/fit-logistic';
import { type ClaimLabel, type LabelledDocument, readGold, readLabelledText } from './train/labelled-document';
import { precisionAt, precisionRecall, type Scored } from './train/precision-recall';

interface TrainingExample extends Example {
  readonly document: string;
  readonly publisher: string;
  readonly label: ClaimLabel;
  /** The reader found no sentence there: nothing can be reported. */
  readonly isUnread: boolean;
}

const options: FitOptions = { penalty: 0.03, steps: 150, minimumCount: 15 };

/** Shares of unsourced claims differ from text to text; probabilities are told for a text like those of the training set. */
const levels = { warning: 0.6, information: 0.21, hint: 0.12 };

const featureClasses: Readonly<Record<string, RegExp>> = {
  'cues of claims': /^cue (?:trend|history|law|official|intent|cause|comp|magn|gener|view|fore|cond|oblig)|^kinds of|^bare/,
  'cues against': /^cue (?:norm|hypo|example|defin|roadmap|judge|infer|contrast|contin)|^says what/,
  wording: /^subject (?!is)|^tense|^no |^words$|^in |^long|^brackets|^dash|^verb|^negation|^code|^question|^quotation|^begins|^addresses/,
  'names and places': /^name|somebody else|^subject is/,
  figures: /^figure|^digit|year|large fig/,
  coverage: /cover|cite|citation|^links/,
  ownership: /author|^cue (?:we|our|this work|result)|first person|results/,
  sections: /^section|^heading/,
  position: /^place|paragraph length|^last of|^led in/,
  surroundings: /^near/,
  neighbours: / (?:before|after)$/,
};

function main(): void {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { test: { type: 'string', multiple: true, default: [] }, corpus: { type: 'string', default: 'test/corpus/claims' }, out: { type: 'string' }, ablate: { type: 'boolean', default: false } } });
  if (positionals.length === 0) {
    process.stderr.write('usage: train DIR... [--test DIR]... [--corpus DIR] [--out FILE] [--ablate]\n');
    process.exitCode = 2;
    return;
  }
  const real = positionals.flatMap(readFolder).flatMap(toExamples);
  const own = readCorpus(values.corpus).flatMap(toExamples);
  const tests = values.test.map((folder) => ({ name: basename(folder), examples: readFolder(folder).flatMap(toExamples) }));
  process.stdout.write(`${String(real.length)} sentences of real documents, ${String(own.length)} of our own\n`);
  report('all features', real, own, tests, options);
  report('real documents alone', real, [], tests, options);
  if (values.ablate) for (const [name, leftOut] of Object.entries(featureClasses)) report(`without ${name}`, real, own, tests, { ...options, leftOut });
  if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(toModel(fit([...real, ...own], options)), null, 1)}\n`);
}

const toModel = (model: LinearModel): ClaimModel => ({ version: 1, ...model, levels });

const readFolder = (folder: string): readonly LabelledDocument[] => {
  const gold = readFileSync(join(folder, 'gold.tsv'), 'utf8');
  return markdownIn(join(folder, 'docs'), '.md').map((path) => readGold(gold, basename(path, '.md'), readFileSync(path, 'utf8')));
};

const readCorpus = (folder: string): readonly LabelledDocument[] => markdownIn(folder, '.txt').map((path) => readLabelledText(`own-${basename(path, '.txt')}`, readFileSync(path, 'utf8')));

const markdownIn = (folder: string, ending: string): readonly string[] => readdirSync(folder).filter((name) => name.endsWith(ending)).sort().map((name) => join(folder, name));

function toExamples({ name, publisher, brief, sentences }: LabelledDocument): readonly TrainingExample[] {
  const context = buildContext(brief, []);
  return sentences.map(({ sentence, label, weight }) => {
    const found = brief.sentences[sentence];
    return { features: found === undefined ? {} : describeSentence(context, found), isPositive: label === 'N', weight, document: name, publisher, label, isUnread: found === undefined };
  });
}

const fit = (examples: readonly TrainingExample[], fitOptions: FitOptions): LinearModel => fitLogistic(examples.filter((example) => !example.isUnread), fitOptions);

function report(title: string, real: readonly TrainingExample[], own: readonly TrainingExample[], tests: readonly { readonly name: string; readonly examples: readonly TrainingExample[] }[], fitOptions: FitOptions): void {
  const model = fit([...real, ...own], fitOptions);
  const lines = [
    `  by document   ${describe(crossValidate(real, own, fitOptions, (example) => example.document, 8))}`,
    `  by publisher  ${describe(crossValidate(real, own, fitOptions, (example) => example.publisher, Infinity))}`,
    ...tests.map(({ name, examples }) => `  ${name.padEnd(13)} ${describe(examples.map((example) => scored(example, model)))}`),
  ];
  process.stdout.write(`${title}\n${lines.join('\n')}\n`);
}

/** Each group is scored by a model that has seen none of it. */
function crossValidate(real: readonly TrainingExample[], own: readonly TrainingExample[], fitOptions: FitOptions, groupOf: (example: TrainingExample) => string, folds: number): readonly Scored[] {
  const groups = [...new Set(real.map(groupOf))].sort();
  const count = Math.min(folds, groups.length);
  const result: Scored[] = [];
  for (let fold = 0; fold < count; fold += 1) {
    const held = new Set(groups.filter((_, index) => index % count === fold));
    const model = fit([...real.filter((example) => !held.has(groupOf(example))), ...own], fitOptions);
    for (const example of real) if (held.has(groupOf(example))) result.push(scored(example, model));
  }
  return result;
}

const scored = (example: TrainingExample, model: LinearModel): Scored => ({ probability: example.isUnread ? 0 : scoreFeatures(example.features, toModel(model)), isPositive: example.isPositive });

function describe(items: readonly Scored[]): string {
  const curve = precisionRecall(items);
  const { precision, recall, f1, threshold } = curve.best;
  return `average precision ${curve.averagePrecision.toFixed(3)}, best F1 ${f1.toFixed(3)} (precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}, from ${threshold.toFixed(2)}), precision at recall 0.2 ${precisionAt(curve, 0.2).toFixed(2)}`;
}

main();
