import type { Features } from '../core/model/claims/features';

export interface Example {
  readonly features: Features;
  readonly isPositive: boolean;
  readonly weight: number;
}

export interface LinearModel {
  readonly intercept: number;
  readonly weights: Readonly<Record<string, number>>;
  readonly means: Readonly<Record<string, number>>;
}

export interface FitOptions {
  /** How strongly the weight of a feature is drawn to zero. */
  readonly penaltyOf: (name: string) => number;
  readonly steps: number;
  /** Features that fewer examples have are left out. */
  readonly minimumCount: number;
  readonly leftOut?: RegExp;
}

/** Logistic regression on standardised features, by full-batch Adam from a fixed start: the same examples give the same weights. */
export function fitLogistic(examples: readonly Example[], options: FitOptions): LinearModel {
  const names = featureNames(examples, options);
  const penalties = Float64Array.from(names, options.penaltyOf);
  const { rows, means, deviations } = standardise(examples, names);
  const size = names.length;
  const parameters = new Float64Array(size + 1);
  const momentum = new Float64Array(size + 1);
  const spread = new Float64Array(size + 1);
  const total = examples.reduce((sum, example) => sum + example.weight, 0);
  parameters[size] = -2;
  for (let step = 1; step <= options.steps; step += 1) {
    const gradient = gradientOf(rows, examples, parameters, total, penalties);
    for (let index = 0; index <= size; index += 1) {
      const slope = gradient[index] ?? 0;
      const mean = 0.9 * (momentum[index] ?? 0) + 0.1 * slope;
      const square = 0.999 * (spread[index] ?? 0) + 0.001 * slope * slope;
      momentum[index] = mean;
      spread[index] = square;
      parameters[index] = (parameters[index] ?? 0) - (0.05 * (mean / (1 - 0.9 ** step))) / (Math.sqrt(square / (1 - 0.999 ** step)) + 1e-8);
    }
  }
  return toPlainValues(names, parameters, means, deviations);
}

function featureNames(examples: readonly Example[], { minimumCount, leftOut }: FitOptions): readonly string[] {
  const counts = new Map<string, number>();
  for (const { features } of examples) for (const [name, value] of Object.entries(features)) if (value !== 0) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].filter(([name, count]) => count >= minimumCount && leftOut?.test(name) !== true).map(([name]) => name).sort();
}

interface Standardised {
  readonly rows: readonly Float64Array[];
  readonly means: Float64Array;
  readonly deviations: Float64Array;
}

function standardise(examples: readonly Example[], names: readonly string[]): Standardised {
  const means = new Float64Array(names.length);
  const deviations = new Float64Array(names.length);
  const rows = examples.map(({ features }) => Float64Array.from(names, (name) => features[name] ?? 0));
  for (const row of rows) row.forEach((value, index) => (means[index] = (means[index] ?? 0) + value / rows.length));
  for (const row of rows) row.forEach((value, index) => (deviations[index] = (deviations[index] ?? 0) + (value - (means[index] ?? 0)) ** 2 / rows.length));
  deviations.forEach((square, index) => (deviations[index] = Math.sqrt(square) || 1));
  for (const row of rows) row.forEach((value, index) => (row[index] = (value - (means[index] ?? 0)) / (deviations[index] ?? 1)));
  return { rows, means, deviations };
}

function gradientOf(rows: readonly Float64Array[], examples: readonly Example[], parameters: Float64Array, total: number, penalties: Float64Array): Float64Array {
  const size = parameters.length - 1;
  const gradient = new Float64Array(size + 1);
  rows.forEach((row, at) => {
    const example = examples[at];
    if (example === undefined) return;
    let sum = parameters[size] ?? 0;
    for (let index = 0; index < size; index += 1) sum += (parameters[index] ?? 0) * (row[index] ?? 0);
    const error = (example.weight * (1 / (1 + Math.exp(-sum)) - (example.isPositive ? 1 : 0))) / total;
    for (let index = 0; index < size; index += 1) gradient[index] = (gradient[index] ?? 0) + error * (row[index] ?? 0);
    gradient[size] = (gradient[size] ?? 0) + error;
  });
  for (let index = 0; index < size; index += 1) gradient[index] = (gradient[index] ?? 0) + (penalties[index] ?? 0) * (parameters[index] ?? 0);
  return gradient;
}

/** For features as they come rather than standardised. */
function toPlainValues(names: readonly string[], parameters: Float64Array, means: Float64Array, deviations: Float64Array): LinearModel {
  let intercept = parameters[names.length] ?? 0;
  const weights: Record<string, number> = {};
  const meanValues: Record<string, number> = {};
  names.forEach((name, index) => {
    const weight = (parameters[index] ?? 0) / (deviations[index] ?? 1);
    intercept -= weight * (means[index] ?? 0);
    weights[name] = round(weight);
    meanValues[name] = round(means[index] ?? 0);
  });
  return { intercept: round(intercept), weights, means: meanValues };
}

const round = (value: number): number => Math.round(value * 1e5) / 1e5;
