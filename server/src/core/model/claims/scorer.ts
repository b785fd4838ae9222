import weights from './weights.json';
import type { Features } from './features';

/** A linear model over named features, as `npm run train` writes it. */
export interface ClaimModel {
  readonly version: number;
  readonly intercept: number;
  /** By the feature's name, for its plain value. */
  readonly weights: Readonly<Record<string, number>>;
  /** Mean value in the training texts: what a feature says is told by how far it is from there. */
  readonly means: Readonly<Record<string, number>>;
  /** From which probability on a finding has a level. */
  readonly levels: ClaimLevels;
}

export interface ClaimLevels {
  readonly warning: number;
  readonly information: number;
  readonly hint: number;
}

export const shippedModel: ClaimModel = weights;

export const scoreFeatures = (features: Features, model: ClaimModel = shippedModel): number => probabilityOf(scoreOf(features, model));

export const probabilityOf = (score: number): number => 1 / (1 + Math.exp(-score));

/** In log odds. */
export function scoreOf(features: Features, model: ClaimModel = shippedModel): number {
  let sum = model.intercept;
  // Features are plain records; to list their entries first would take longer than the sum.
  for (const name in features) sum += (model.weights[name] ?? 0) * (features[name] ?? 0);
  return sum;
}

/** Which features of a sentence speak most for a missing source, the strongest first. */
export function reasonsFor(features: Features, most: number, model: ClaimModel = shippedModel): readonly string[] {
  const reasons: Reason[] = [];
  for (const feature in features) {
    const weight = (model.weights[feature] ?? 0) * ((features[feature] ?? 0) - (model.means[feature] ?? 0));
    if (weight >= leastReason) reasons.push({ feature, weight });
  }
  return reasons.sort((a, b) => b.weight - a.weight || (a.feature < b.feature ? -1 : 1)).slice(0, most).map(({ feature }) => feature);
}

/** In log odds: what moves the probability less is no reason. */
const leastReason = 0.05;

interface Reason {
  readonly feature: string;
  readonly weight: number;
}
