/** A stretch of our words against a stretch of theirs; either may be empty. */
export interface AlignedPair {
  readonly ourStart: number;
  readonly ourEnd: number;
  readonly theirStart: number;
  readonly theirEnd: number;
  readonly isSame: boolean;
  /** Ours is a gap that stands for any few words. */
  readonly isGap: boolean;
}

const changeCost = 16;
/** Words that a gap takes in cost a little, so that it takes in as few as it can. */
const gapCost = 1;

type Step = 'same' | 'change' | 'ours' | 'theirs' | 'two-to-one' | 'one-to-two' | 'gap' | 'empty-gap';
const steps: readonly Step[] = ['same', 'change', 'ours', 'theirs', 'two-to-one', 'one-to-two', 'gap', 'empty-gap'];

/**
 * The cheapest way to find all of `ours`, in order, somewhere in `theirs`; null where `ours` is empty. Words written in one or in two
 * ("data set", "dataset") are the same. Takes time and memory in the product of both lengths.
 */
export const alignWords = (ours: readonly (string | null)[], theirs: readonly string[]): { readonly cost: number; readonly pairs: readonly AlignedPair[] } | null => {
  if (ours.length === 0) return null;
  const width = theirs.length + 1;
  const costs = new Uint32Array((ours.length + 1) * width);
  const taken = new Uint8Array((ours.length + 1) * width);
  for (let i = 1; i <= ours.length; i++) {
    for (let j = 0; j <= theirs.length; j++) {
      const cell = i * width + j;
      let best = Number.POSITIVE_INFINITY;
      for (const step of stepsTo(ours, theirs, i, j)) {
        const { back, cost } = moves[step];
        const total = (costs[cell - back[0] * width - back[1]] ?? 0) + cost;
        if (total >= best) continue;
        best = total;
        taken[cell] = steps.indexOf(step);
      }
      costs[cell] = best;
    }
  }
  let end = 0;
  const last = ours.length * width;
  for (let j = 1; j <= theirs.length; j++) if ((costs[last + j] ?? 0) < (costs[last + end] ?? 0)) end = j;
  // A last word that was changed costs as much as one that was added: it stands for the word that is there.
  if (costs[last + end + 1] === costs[last + end] && end < theirs.length && steps[taken[last + end + 1] ?? 0] === 'change') end += 1;
  return { cost: costs[last + end] ?? 0, pairs: traceBack(taken, width, ours.length, end) };
};

const moves: Readonly<Record<Step, { readonly back: readonly [number, number]; readonly cost: number }>> = {
  same: { back: [1, 1], cost: 0 },
  change: { back: [1, 1], cost: changeCost },
  ours: { back: [1, 0], cost: changeCost },
  theirs: { back: [0, 1], cost: changeCost },
  'two-to-one': { back: [2, 1], cost: 0 },
  'one-to-two': { back: [1, 2], cost: 0 },
  gap: { back: [0, 1], cost: gapCost },
  'empty-gap': { back: [1, 0], cost: 0 },
};

const noSteps: readonly Step[] = [];
const gapSteps: readonly Step[] = ['empty-gap', 'gap'];
const sameSteps: readonly Step[] = ['same'];
const changeSteps: readonly Step[] = ['change', 'ours', 'theirs'];
const ourSteps: readonly Step[] = ['ours'];

function stepsTo(ours: readonly (string | null)[], theirs: readonly string[], i: number, j: number): readonly Step[] {
  const our = ours[i - 1];
  const their = theirs[j - 1];
  if (our === null) return j > 0 ? gapSteps : ['empty-gap'];
  if (our === undefined) return noSteps;
  if (their === undefined) return ourSteps;
  if (our === their) return sameSteps;
  const ourBefore = i > 1 ? ours[i - 2] : undefined;
  if (ourBefore && ourBefore.length < their.length && ourBefore + our === their) return ['two-to-one', ...changeSteps];
  const theirBefore = j > 1 ? theirs[j - 2] : undefined;
  if (theirBefore !== undefined && theirBefore.length < our.length && theirBefore + their === our) return ['one-to-two', ...changeSteps];
  return changeSteps;
}

function traceBack(taken: Uint8Array, width: number, ourLength: number, theirLength: number): readonly AlignedPair[] {
  const pairs: AlignedPair[] = [];
  let i = ourLength;
  let j = theirLength;
  while (i > 0) {
    const step = steps[taken[i * width + j] ?? 0] ?? 'ours';
    const { back } = moves[step];
    const isGap = step === 'gap' || step === 'empty-gap';
    pairs.push({ ourStart: i - back[0], ourEnd: i, theirStart: j - back[1], theirEnd: j, isSame: moves[step].cost === 0 && !isGap, isGap });
    i -= back[0];
    j -= back[1];
  }
  return pairs.reverse();
}
