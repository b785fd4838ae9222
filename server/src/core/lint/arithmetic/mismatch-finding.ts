import type { NumberHabit } from '../../text/number-form';
import type { Fix, RuleFinding } from '../rule';
import type { Mismatch, PlacedTerm } from './find-relations';
import { meets, type Interval } from './interval';
import { plainNumber, readBack, writeApart, writeLike } from './write-term';

/** The sum as it is, and as it stands there. */
export const mismatchFinding = (text: string, mismatch: Mismatch, level: string, habit: NumberHabit | null): RuleFinding => ({
  span: mismatch.stated.span,
  level,
  message: messageOf(mismatch, habit),
  related: mismatch.operands.map(({ span, term }) => ({ span, message: term.text })),
  fixes: fixesOf(text, mismatch, habit),
});

/** "200,000 to 260,000 is +30%, not 25%". */
const messageOf = ({ relation: { says, form }, stated: { term }, operands: [first, second], value }: Mismatch, habit: NumberHabit | null): string => {
  switch (form) {
    case 'figure':
      return `${says} ${writeApart(value, term, habit)}, not ${term.text}`;
    case 'points':
      return `${says} ${/\bbasis\b/i.test(term.text) ? writeApart(value, term, habit) : `${plainNumber(value, habit)} percentage points`}, not ${term.text}`;
    case 'change': {
      const sign = (second?.term.value ?? 0) < (first?.term.value ?? 0) ? '−' : '+';
      const percent = `${sign}${/\d/.test(term.text) ? writeApart(value, term, habit).replace(/[^\d.,]+$/, '').replace(/^\D+/, '') : plainNumber(value, habit)}%`;
      const points = first?.term.kind === 'p' ? ` or ${plainNumber(Math.abs((second?.term.value ?? 0) - first.term.value), habit)} percentage points` : '';
      return `${says} ${percent}${points}, not ${term.text}`;
    }
    case 'times':
      return term.kind === 's' ? `${says} ${plainNumber(value, habit)}% of ${first?.term.text ?? ''}, not ${term.text}` : `${says} ${plainNumber(value, habit)} times ${first?.term.text ?? ''}, not "${term.text}"`;
  }
};

/** The stated number first, and then the one operand, if it is one alone, that a slip of a single digit can have made of the right one. */
function fixesOf(text: string, { relation, stated, operands, value }: Mismatch, habit: NumberHabit | null): readonly Fix[] {
  const { compute, solve } = relation;
  const intervals = operands.map(({ term }) => term.interval);
  const values = operands.map(({ term }) => term.value);
  const first = fixOf(text, stated, value, habit, (interval) => compute(intervals).some((reading) => meets(reading, interval)));
  const others = operands.flatMap((operand, at) => {
    const solved = solve?.(at, values, stated.term.value) ?? null;
    if (solved === null || !Number.isFinite(solved) || solved <= 0) return [];
    const fix = fixOf(text, operand, solved, habit, (interval) => compute(intervals.map((one, i) => (i === at ? interval : one))).some((reading) => meets(reading, stated.term.interval)));
    return fix?.edits.every(({ newText }) => isOneSlip(operand.term.text, newText)) === true ? [fix] : [];
  });
  return [...(first ? [first] : []), ...(others.length === 1 ? others : [])];
}

/** One character for another, or two neighbours the wrong way round. */
export const isOneSlip = (written: string, right: string): boolean => {
  if (written.length !== right.length) return false;
  const at = Array.from(written, (_, i) => i).filter((i) => written[i] !== right[i]);
  const [a = 0, b = 0] = at;
  return at.length === 1 || (at.length === 2 && b === a + 1 && written[a] === right[b] && written[b] === right[a]);
};

type Check = (interval: Interval) => boolean;

const fixOf = (text: string, { term, span }: PlacedTerm, value: number, habit: NumberHabit | null, comesOut: Check): Fix | null => {
  // Markup inside, or a word that has no digits for it.
  if (text.slice(span.start, span.end) !== term.text || term.kind === 'x' || term.kind === 't') return null;
  for (const decimals of [0, 1]) {
    const newText = writeLike(value, term, decimals, habit);
    const interval = readBack(newText, term);
    if (newText !== term.text && interval && comesOut(interval)) return { title: `Change ${term.text} to ${newText}`, safe: false, edits: [{ span, newText }] };
  }
  return null;
};
