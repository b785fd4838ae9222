/** Bands that labels name ("15–64", "65 and over", "Under 18 weeks"), and whether one lies inside another: such rows are no parts of one whole. */

interface Band {
  readonly low: number;
  readonly high: number;
  /** What it is a band of: the words besides the numbers. */
  readonly of: string;
}

const number = String.raw`(\d{1,3}(?:[ ,]\d{3})+|\d+(?:\.\d+)?)`;
const unit = String.raw`(?:\s*(?:years?|yrs?|months?|weeks?|days?|hours?))?`;
const ageWords = /\b(?:aged?|ages|years?|yrs?|months?|weeks?|days?|hours?|old)\b/gi;

type Ends = (first: number, second: number) => Pick<Band, 'low' | 'high'>;
const shapes: readonly (readonly [RegExp, Ends])[] = [
  [new RegExp(String.raw`(?<![\p{L}\d.,])${number}\s*(?:[-–]|to)\s*${number}(?!\d|\.\d)`, 'iu'), (low, high) => ({ low, high })],
  [new RegExp(String.raw`(?<![\p{L}\d.,–-])${number}${unit}\s*(?:\+|(?:and|or)\s+(?:over|above|older|more|longer|up)(?!\p{L}))`, 'iu'), (low) => ({ low, high: Infinity })],
  [new RegExp(String.raw`(?<!\p{L})(?:over|above|more than|older than|longer than|at least|[>≥])\s*${number}(?!\d|\.\d)`, 'iu'), (low) => ({ low, high: Infinity })],
  [new RegExp(String.raw`(?<![\p{L}\d.,–-])${number}${unit}\s*(?:and|or)\s+(?:under|below|younger|less|fewer|shorter)(?!\p{L})`, 'iu'), (high) => ({ low: -Infinity, high })],
  [new RegExp(String.raw`(?<!\p{L})(?:under|below|less than|fewer than|younger than|up to|within|[<≤])\s*${number}(?!\d|\.\d)`, 'iu'), (high) => ({ low: -Infinity, high })],
];

const bandOf = (label: string): Band | null => {
  for (const [shape, endsOf] of shapes) {
    const match = shape.exec(label);
    if (!match) continue;
    const [first, second] = [match[1], match[2]].map((digits) => Number((digits ?? '0').replace(/[ ,]/g, '')));
    const of = label.replace(match[0], ' ').toLowerCase().replace(ageWords, ' ').replace(/[^\p{L}\d]+/gu, ' ').trim();
    return { ...endsOf(first ?? 0, second ?? 0), of };
  }
  return null;
};

/** "65 and over" and "80 and over"; "Men 65+" and "Women 80+" are bands of different things. */
export const haveNestedBands = (labels: readonly string[]): boolean => {
  const bands = labels.flatMap((label) => bandOf(label) ?? []);
  return bands.some((outer) => bands.some((inner) => inner !== outer && inner.of === outer.of && liesWithin(inner, outer)));
};

const liesWithin = (inner: Band, outer: Band): boolean => inner.low >= outer.low && inner.high <= outer.high && (inner.low > outer.low || inner.high < outer.high);
