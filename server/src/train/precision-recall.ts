export interface Scored {
  readonly probability: number;
  readonly isPositive: boolean;
}

export interface Point {
  readonly threshold: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Curve {
  readonly averagePrecision: number;
  /** One for each positive example, by falling threshold. */
  readonly points: readonly Point[];
  readonly best: Point;
}

const nowhere: Point = { threshold: 1, precision: 0, recall: 0, f1: 0 };

export function precisionRecall(scored: readonly Scored[]): Curve {
  const ordered = [...scored].sort((a, b) => b.probability - a.probability);
  const positives = ordered.filter((item) => item.isPositive).length;
  const points: Point[] = [];
  let found = 0;
  ordered.forEach((item, index) => {
    if (!item.isPositive) return;
    found += 1;
    const precision = found / (index + 1);
    const recall = found / positives;
    points.push({ threshold: item.probability, precision, recall, f1: (2 * precision * recall) / (precision + recall) });
  });
  const averagePrecision = points.reduce((sum, point) => sum + point.precision, 0) / Math.max(1, positives);
  const best = points.reduce((top, point) => (point.f1 > top.f1 ? point : top), nowhere);
  return { averagePrecision, points, best };
}

/** The best precision at a recall of at least so much. */
export const precisionAt = (curve: Curve, recall: number): number => Math.max(0, ...curve.points.filter((point) => point.recall >= recall).map((point) => point.precision));
