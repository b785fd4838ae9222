/**
 * Trains the scorer of unsourced claims: `npm run train -- DIR... [--test DIR]... [--texts DIR]... [--vectors FILE] [--out DIR] [--ablate]`.
 * DIR has `gold.tsv` and `docs/`; `--texts` are folders of more labelled texts, in the form of `test/corpus/claims`, which is always read.
 * `--out` needs the word vectors and writes `weights.json` and `word-weights.json`; without it nothing is written.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeSentence } from './core/model/claims/features';
import { type ClaimModel, scoreFeatures } from './core/model/claims/scorer';
import { buildContext } from './core/model/claims/sentence-context';
import { type Example, fitLogistic, type FitOptions, type LinearModel } from './train/fit-logistic';
import { type ClaimLabel, type LabelledDocument, readGold, readLabelledText, type TextForm } from './train/labelled-document';
import { precisionAt, precisionRecall, type Scored } from './train/precision-recall';
import { isVectorFeature, readWordVectors, toWordWeights, vectorFeatures, type WordVectors } from './train/word-vectors';

interface TrainingExample extends Example {
  readonly document: string;
  readonly publisher: string;
  readonly label: ClaimLabel;
  /** A feature that all of a set have, for annotators differ in how strict they are; empty for the gold files. */
  readonly set: string;
  /** The reader found no sentence there: nothing can be reported. */
  readonly isUnread: boolean;
}

/** Vectors are many and each says little; how strict an annotator was is learned freely. */
const penaltyOf = (name: string): number => {
  if (isSetFeature(name)) return 0.0001;
  return isVectorFeature(name) ? 0.1 : 0.05;
};

/** Its weight is what the vectors come to. */
const wordsFeature = 'what its words say';

const options: FitOptions = { penaltyOf, steps: 200, minimumCount: 15, leftOut: new RegExp(`^${wordsFeature}$`) };

/** Shares of unsourced claims differ from text to text; probabilities are told for a text like those of the training set. */
const levels = { warning: 0.4, information: 0.14, hint: 0.08 };

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

/** Written for the purpose, and by one hand. */
const ownTexts: TextForm = { weight: 0.5, sentencesPerParagraph: 4 };
/** Of many publishers, but each labelled by one reader only, who may be stricter than those of the gold files. */
const moreTexts: TextForm = { weight: 0.3, sentencesPerParagraph: Infinity };

interface Data {
  readonly real: readonly TrainingExample[];
  readonly texts: readonly TrainingExample[];
  readonly own: readonly TrainingExample[];
  readonly tests: readonly { readonly name: string; readonly examples: readonly TrainingExample[] }[];
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      test: { type: 'string', multiple: true, default: [] },
      texts: { type: 'string', multiple: true, default: [] },
      corpus: { type: 'string', default: 'test/corpus/claims' },
      vectors: { type: 'string' },
      out: { type: 'string' },
      ablate: { type: 'boolean', default: false },
    },
  });
  if (positionals.length === 0 || (values.out !== undefined && values.vectors === undefined)) {
    process.stderr.write('usage: train DIR... [--test DIR]... [--texts DIR]... [--corpus DIR] [--vectors FILE] [--out DIR] [--ablate]\n--out needs --vectors\n');
    process.exitCode = 2;
    return;
  }
  const vectors = values.vectors === undefined ? null : readWordVectors(values.vectors);
  const examplesOf = (documents: readonly LabelledDocument[], set: string): readonly TrainingExample[] => documents.flatMap((document) => toExamples(document, set, vectors));
  const data: Data = {
    real: examplesOf(positionals.flatMap(readFolder), ''),
    texts: examplesOf(values.texts.flatMap((folder) => readTexts(folder, '', moreTexts)), 'set texts'),
    own: examplesOf(readTexts(values.corpus, 'own-', ownTexts), 'set own'),
    tests: values.test.map((folder) => ({ name: basename(folder), examples: examplesOf(readFolder(folder), '') })),
  };
  process.stdout.write(`${String(data.real.length)} sentences of real documents, ${String(data.texts.length)} of more texts, ${String(data.own.length)} of our own\n`);
  reportAll(data, vectors !== null, values.ablate);
  if (values.out !== undefined && vectors !== null) write(values.out, fit([...data.real, ...data.texts, ...data.own], options), vectors);
}

function reportAll(data: Data, hasVectors: boolean, ablates: boolean): void {
  report('all', data, options);
  if (!ablates) return;
  report('without texts by other publishers', { ...data, texts: [] }, options);
  report('without our own texts', { ...data, own: [] }, options);
  const classes = hasVectors ? { ...featureClasses, 'words by vectors': /^vector / } : featureClasses;
  for (const [name, pattern] of Object.entries(classes)) report(`without ${name}`, data, { ...options, leftOut: new RegExp(`${options.leftOut?.source ?? '^$'}|${pattern.source}`) });
}

function write(folder: string, model: LinearModel, vectors: WordVectors): void {
  writeFileSync(join(folder, 'weights.json'), `${JSON.stringify(toModel(model), null, 1)}\n`);
  writeFileSync(join(folder, 'word-weights.json'), `${JSON.stringify(toWordWeights(vectors, model.weights))}\n`);
}

/** Vectors have become weights of words, and how strict annotators were is nobody's business. */
function toModel({ intercept, weights, means }: LinearModel): ClaimModel {
  const plain = (values: Readonly<Record<string, number>>): Record<string, number> => Object.fromEntries(Object.entries(values).filter(([name]) => !isVectorFeature(name) && !isSetFeature(name)));
  const wordsMean = Object.entries(means).reduce((sum, [name, mean]) => sum + (isVectorFeature(name) ? mean * (weights[name] ?? 0) : 0), 0);
  return { version: 2, intercept, weights: { ...plain(weights), [wordsFeature]: 1 }, means: { ...plain(means), [wordsFeature]: Math.round(wordsMean * 1e5) / 1e5 }, levels };
}

const isSetFeature = (name: string): boolean => name.startsWith('set ');

const readFolder = (folder: string): readonly LabelledDocument[] => {
  const gold = readFileSync(join(folder, 'gold.tsv'), 'utf8');
  return markdownIn(join(folder, 'docs'), '.md').map((path) => readGold(gold, basename(path, '.md'), readFileSync(path, 'utf8')));
};

const readTexts = (folder: string, prefix: string, form: TextForm): readonly LabelledDocument[] =>
  markdownIn(folder, '.txt').map((path) => readLabelledText(`${prefix}${basename(path, '.txt')}`, readFileSync(path, 'utf8'), form));

const markdownIn = (folder: string, ending: string): readonly string[] => readdirSync(folder).filter((name) => name.endsWith(ending)).sort().map((name) => join(folder, name));

function toExamples({ name, publisher, brief, sentences }: LabelledDocument, set: string, vectors: WordVectors | null): readonly TrainingExample[] {
  const context = buildContext(brief, []);
  return sentences.map(({ sentence, label, weight }) => {
    const found = brief.sentences[sentence];
    const features = found === undefined ? {} : { ...describeSentence(context, found), ...(vectors === null ? {} : vectorFeatures(vectors, found.text)) };
    return { features, set, isPositive: label === 'N', weight, document: name, publisher, label, isUnread: found === undefined };
  });
}

const withSet = (example: TrainingExample): TrainingExample => (example.set === '' ? example : { ...example, features: { ...example.features, [example.set]: 1 } });

const fit = (examples: readonly TrainingExample[], fitOptions: FitOptions): LinearModel => fitLogistic(examples.filter((example) => !example.isUnread).map(withSet), fitOptions);

function report(title: string, { real, texts, own, tests }: Data, fitOptions: FitOptions): void {
  const model = fit([...real, ...texts, ...own], fitOptions);
  const lines = [
    `  by document   ${describe(crossValidate(real, [...texts, ...own], fitOptions, (example) => example.document, 8))}`,
    `  by publisher  ${describe(crossValidate(real, [...texts, ...own], fitOptions, (example) => example.publisher, Infinity))}`,
    ...(texts.length === 0 ? [] : [`  more texts, by publisher ${describe(crossValidate(texts, [...real, ...own], fitOptions, (example) => example.publisher, 10))}`]),
    ...tests.map(({ name, examples }) => `  ${name.padEnd(13)} ${describe(examples.map((example) => scored(example, model)))}`),
  ];
  process.stdout.write(`${title}\n${lines.join('\n')}\n`);
}

/** Each group is scored by a model that has seen none of it. */
function crossValidate(held: readonly TrainingExample[], always: readonly TrainingExample[], fitOptions: FitOptions, groupOf: (example: TrainingExample) => string, folds: number): readonly Scored[] {
  const groups = [...new Set(held.map(groupOf))].sort();
  const count = Math.min(folds, groups.length);
  const result: Scored[] = [];
  for (let fold = 0; fold < count; fold += 1) {
    const out = new Set(groups.filter((_, index) => index % count === fold));
    const model = fit([...held.filter((example) => !out.has(groupOf(example))), ...always], fitOptions);
    for (const example of held) if (out.has(groupOf(example))) result.push(scored(example, model));
  }
  return result;
}

const scored = (example: TrainingExample, model: LinearModel): Scored => ({ probability: example.isUnread ? 0 : scoreFeatures(example.features, { version: 2, ...model, levels }), isPositive: example.isPositive });

function describe(items: readonly Scored[]): string {
  const curve = precisionRecall(items);
  const { precision, recall, f1, threshold } = curve.best;
  return `average precision ${curve.averagePrecision.toFixed(3)}, best F1 ${f1.toFixed(3)} (precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}, from ${threshold.toFixed(2)}), precision at recall 0.2 ${precisionAt(curve, 0.2).toFixed(2)}`;
}

main();
