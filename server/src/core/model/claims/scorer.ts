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

export interface Score {
  /** That an editor would ask for a source and find none. */
  readonly probability: number;
  /** What moved the score most, the strongest first. */
  readonly reasons: readonly Reason[];
}

export interface Reason {
  readonly feature: string;
  /** In log odds; above 0 it speaks for a missing source. */
  readonly weight: number;
}

export const shippedModel: ClaimModel = weights;

export function scoreFeatures(features: Features, model: ClaimModel = shippedModel): number {
  let sum = model.intercept;
  for (const [name, value] of Object.entries(features)) sum += (model.weights[name] ?? 0) * value;
  return 1 / (1 + Math.exp(-sum));
}

/** Also names the reasons, which takes longer. */
export function explainScore(features: Features, model: ClaimModel = shippedModel): Score {
  const reasons: Reason[] = [];
  for (const [feature, weight] of Object.entries(model.weights)) {
    const moved = weight * ((features[feature] ?? 0) - (model.means[feature] ?? 0));
    if (Math.abs(moved) >= 0.02) reasons.push({ feature, weight: moved });
  }
  reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.feature < b.feature ? -1 : 1));
  return { probability: scoreFeatures(features, model), reasons: reasons.slice(0, 8) };
}
