import type { Quantity } from '../text/quantity';

/** How far a quantity of the brief and one of a source agree in what they measure. `bare`: one of the two has no unit of its own. */
export type UnitAgreement = 'same' | 'bare' | 'other';

/** `factor`: what one of theirs is in ours. */
export interface UnitComparison {
  readonly agreement: UnitAgreement;
  readonly factor: number;
}

const other: UnitComparison = { agreement: 'other', factor: 1 };
const same: UnitComparison = { agreement: 'same', factor: 1 };

/** In units of the first of each line. */
const convertible: readonly Readonly<Record<string, number>>[] = [
  { W: 1, kW: 1e3, MW: 1e6, GW: 1e9 },
  { Wh: 1, kWh: 1e3, MWh: 1e6, GWh: 1e9, TWh: 1e12 },
  { kg: 1, g: 1e-3, tonnes: 1e3, kt: 1e6 },
  { tCO2e: 1, ktCO2e: 1e3, MtCO2e: 1e6, GtCO2e: 1e9 },
  { m: 1, km: 1e3, cm: 1e-2, mm: 1e-3 },
  { ha: 1, km2: 1e2 },
  { m3: 1, km3: 1e9, bcm: 1e9 },
  { GB: 1, TB: 1e3 },
];

export const compareUnits = (ours: Quantity, theirs: Quantity): UnitComparison => {
  if (isCalendar(theirs)) return other;
  if (ours.unit === theirs.unit) return ours.unit === null ? compareCounts(ours, theirs) : same;
  if (ours.unit === null || theirs.unit === null) return isBare(ours.unit === null ? ours : theirs) ? { agreement: 'bare', factor: 1 } : other;
  if (ours.dimension === 'money' && theirs.dimension === 'money') return mayBeSameCurrency(ours.unit, theirs.unit) ? same : other;
  for (const factors of convertible) {
    const our = factors[ours.unit];
    const their = factors[theirs.unit];
    if (our !== undefined && their !== undefined) return { agreement: 'same', factor: their / our };
  }
  return other;
};

const isCalendar = ({ form }: Quantity): boolean => form === 'year' || form === 'date' || form === 'ordinal';

/** Counts of whatever: what is counted has too many names to be compared. */
const compareCounts = (ours: Quantity, theirs: Quantity): UnitComparison => (ours.form === 'multiple' || theirs.form === 'multiple' ? (ours.form === theirs.form ? same : other) : same);

const isBare = ({ form }: Quantity): boolean => form === 'number' || form === 'index';

const familyOfMark: Readonly<Record<string, RegExp>> = { $: /D$/, '¥': /^(?:JPY|CNY)$/, Rs: /^(?:PKR|INR|LKR|NPR|MUR)$/ };

function mayBeSameCurrency(a: string, b: string): boolean {
  if (/^[A-Z]{3}$/.test(a) && /^[A-Z]{3}$/.test(b)) return a === b;
  return (familyOfMark[a]?.test(b) ?? false) || (familyOfMark[b]?.test(a) ?? false);
}

/** How far beyond its bound an open figure reaches: "more than 20%" is borne out by 22.7%, not by 85%. */
const openReach = 1.5;

/** The values that bear a figure out. */
export const reachOf = (quantity: Quantity): { readonly low: number; readonly high: number } | null => {
  const { low, high, value } = quantity;
  if (low !== null && high !== null) {
    const slack = slackOfZeros(quantity);
    return { low: Math.min(low, (value ?? low) - slack), high: Math.max(high, (value ?? high) + slack) };
  }
  if (low !== null) return low >= 0 ? { low, high: Math.max(low * openReach, value ?? low) } : { low, high: low / openReach };
  if (high !== null) return high >= 0 ? { low: high / openReach, high } : { low: high * openReach, high };
  return null;
};

/** The same without their signs. */
export const sizesOf = (quantity: Quantity): { readonly low: number; readonly high: number } | null => {
  const reach = reachOf(quantity);
  if (!reach) return null;
  const [low, high] = [Math.abs(reach.low), Math.abs(reach.high)];
  return { low: reach.low < 0 && reach.high > 0 ? 0 : Math.min(low, high), high: Math.max(low, high) };
};

/** "12,500" may well be a rounded 12,489: zeros at the end of a large number are taken for rounding, two digits before them for said. */
function slackOfZeros({ value, scale }: Quantity): number {
  if (value === null || scale !== 1 || Math.abs(value) < 1_000 || !Number.isInteger(value)) return 0;
  const digits = String(Math.abs(value));
  const zeros = Math.min(/0*$/.exec(digits)?.[0].length ?? 0, digits.length - 2);
  return zeros > 0 ? 10 ** zeros / 2 : 0;
}

export type ValueAgreement = 'same' | 'rounded' | 'other';

/** `factor` brings theirs into units of ours. A coarser figure of the source counts as rounded if the two can be one. */
export const compareValues = (ours: Quantity, theirs: Quantity, factor: number): ValueAgreement => {
  const { value } = theirs;
  if (value === null) return 'other';
  const scaled = value * factor;
  if (ours.value !== null && isSameNumber(ours.value, scaled)) return 'same';
  const reach = reachOf(ours);
  if (!reach) return 'other';
  if (reach.low <= scaled && scaled <= reach.high) return 'rounded';
  if (theirs.low === null || theirs.high === null) return 'other';
  return theirs.low * factor <= reach.high && reach.low <= theirs.high * factor ? 'rounded' : 'other';
};

export const isSameNumber = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * 1e-9;

/** The number as it is written before its scale: 2.4 of "2.4 million"; null where none is. */
export const numeralOf = ({ value, scale }: Quantity): number | null => (value === null ? null : Number((value / scale).toPrecision(12)));
