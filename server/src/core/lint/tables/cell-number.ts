import { bareForm, readNumberForm, writeNumber, type NumberHabit } from '../../text/number-form';

/** A number in a cell of a table as the interval that its own decimals allow. */
export interface CellNumber {
  /** As written, scale multiplied out. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Decimals as written, before the scale. */
  readonly decimals: number;
  readonly scale: number;
  /** '', '%', 'pp', a currency mark or the letters behind the number, in lower case. */
  readonly unit: string;
  readonly hasSign: boolean;
  /** The digits with their separators, without sign, unit and marks; offsets into the cell's text. */
  readonly start: number;
  readonly end: number;
}

/** `nil`: a dash, by custom none. `missing`: blank, "n/a". `text`: words, ranges, "about 40". */
export type CellReading = { readonly kind: 'number'; readonly number: CellNumber } | { readonly kind: 'nil' | 'missing' | 'text' };

/** "1.234,5" rather than "1,234.5". */
export type DecimalMark = 'point' | 'comma';

const currency = String.raw`US\$|A\$|C\$|NZ\$|HK\$|R\$|[$€£¥₹₨]|Rs\.?|\b[A-Z]{3}\b`;
const digits = String.raw`\d{1,3}(?:[,.\u00A0\u202F\u2009'’ ]\d{2,3})*(?:[.,]\d+)?|\d+(?:[.,]\d+)?|[.,]\d+`;
const scales: ReadonlyMap<string, number> = new Map([
  ['k', 1e3], ['thousand', 1e3], ['m', 1e6], ['mn', 1e6], ['million', 1e6], ['bn', 1e9], ['b', 1e9], ['billion', 1e9], ['tn', 1e12], ['trn', 1e12], ['trillion', 1e12], ['lakh', 1e5], ['crore', 1e7],
]);

/** "−1,240.5", "(2.3)", "£2.7bn", "40%", "+3 points", "12.5*", "7 ᵃ", "(4)[1]", "15 km²". */
const lonePattern = new RegExp(
  String.raw`^(?<open>\(\s*)?(?<sign>[-−–+±]\s?)?(?<currency>${currency})?\s*(?<late>[-−–+]\s?)?(?<digits>${digits})\s?(?<unit>%|‰|[\p{L}µ°²³][\p{L}²³/°. ]{0,18})?(?<close>\s*\))?(?<percent>%)?(?<marks>(?:\s?[*†‡§#ᵃ-ᶻ¹²³⁴⁵⁶⁷⁸⁹⁰]|\s?\[\^?[\p{L}\d]{1,3}\]|\s?\^\p{L}\^?|\s?\([a-z]\)){0,4})$`,
  'u',
);
const longestCell = 48;
const nilPattern = /^[-−–—‒]{1,3}$|^(?:nil|none|zero)$/i;
const missingPattern = /^(?:n\.? ?\/? ?[aokd]\.?|not (?:available|applicable|known|reported|published|stated)|unknown|unavailable|tb[acd]|s\/d|s\. ?d\.|nd|[.…·:]{1,3}|[x?]|[*†‡#]+|\.\.)$/i;

export const readCellNumber = (written: string, mark: DecimalMark): CellReading => {
  const text = written.replace(/[\u200B\uFEFF]/g, ' ');
  const bare = text.replace(/^[\s*_]+|[\s_]+$/g, '');
  if (bare === '' || missingPattern.test(bare)) return { kind: 'missing' };
  if (nilPattern.test(bare)) return { kind: 'nil' };
  if (bare.length > longestCell) return { kind: 'text' };
  const lead = text.indexOf(bare);
  const groups = lonePattern.exec(bare)?.groups;
  const number = groups?.['digits'];
  if (groups === undefined || number === undefined) return { kind: 'text' };
  const start = lead + digitsAt(bare, groups);
  return numberOf(groups, number, start, mark) ?? { kind: 'text' };
};

/** The digits begin after what stands before them. */
const digitsAt = (bare: string, groups: Readonly<Record<string, string | undefined>>): number => {
  const before = [groups['open'], groups['sign'], groups['currency'], groups['late']].reduce((length, part) => length + (part?.length ?? 0), 0);
  return bare.indexOf(groups['digits'] ?? '', before);
};

const numberOf = (groups: Readonly<Record<string, string | undefined>>, digitsText: string, start: number, mark: DecimalMark): CellReading | null => {
  const plain = plainDigits(digitsText, mark);
  if (plain === null) return null;
  // "(40)" is a negative of accountants; a bracket on one side alone belongs to something else.
  if ((groups['open'] === undefined) !== (groups['close'] === undefined)) return null;
  if (groups['sign']?.startsWith('±') === true) return null;
  const { scale, unit } = unitOf(groups);
  if (unit === null) return null;
  const signs = `${groups['sign'] ?? ''}${groups['late'] ?? ''}`;
  const isNegative = groups['open'] !== undefined || /[-−–]/.test(signs);
  const decimals = /\.(\d+)$/.exec(plain)?.[1]?.length ?? 0;
  const size = Number(plain) * scale;
  const half = 0.5 * 10 ** -decimals * scale;
  const value = isNegative && size !== 0 ? -size : size;
  const hasSign = isNegative || signs.includes('+');
  return { kind: 'number', number: { value, low: value - half, high: value + half, decimals, scale, unit, hasSign, start, end: start + digitsText.length } };
};

/** A scale word alone, a unit, or both ("bn kWh"); null where the words are more than a unit. */
const unitOf = (groups: Readonly<Record<string, string | undefined>>): { readonly scale: number; readonly unit: string | null } => {
  const words = (groups['unit'] ?? '').trim().toLowerCase().split(/\s+/).filter((word) => word !== '');
  const [first = '', ...others] = words;
  const scale = scales.get(first.replace(/s$/, '')) ?? scales.get(first);
  const rest = scale === undefined ? words : others;
  const unit = rest.join(' ').replace(/\.$/, '');
  if (rest.length > 2) return { scale: 1, unit: null };
  if (/^(?:%|per ?cent|pct)$/.test(unit) || groups['percent'] !== undefined) return { scale: scale ?? 1, unit: '%' };
  if (/^(?:pp|pts?|points?|percentage points?|% ?points?)$/.test(unit)) return { scale: scale ?? 1, unit: 'pp' };
  return { scale: scale ?? 1, unit: unit === '' ? (groups['currency'] ?? '') : unit };
};

/** Digits with a decimal point alone, or null where the separators make no number ("1.2.2026", "12,5" beside "1,234.5"). */
const plainDigits = (written: string, mark: DecimalMark): string | null => {
  const [group, decimal] = mark === 'point' ? [',', '.'] : ['.', ','];
  const [whole = '', fraction, ...more] = written.replace(/[\u00A0\u202F\u2009’]/g, ' ').split(decimal);
  if (more.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return null;
  const parts = whole.split(new RegExp(`[${group}' ]`));
  const isGrouped = parts.length > 1;
  const isSound = !isGrouped || (/^\d{1,3}$/.test(parts[0] ?? '') && parts.slice(1).every((part) => /^\d{2,3}$/.test(part)) && parts.at(-1)?.length === 3);
  if (!isSound || !parts.every((part) => /^\d*$/.test(part))) return null;
  return `${parts.join('') || '0'}${fraction === undefined ? '' : `.${fraction}`}`;
};

/** Decided once for a table: decimals written with a comma somewhere, and with a point nowhere. */
export const decimalMarkOf = (texts: readonly string[]): DecimalMark => {
  let commas = 0;
  for (const text of texts) {
    if (text.length > longestCell) continue;
    if (/\d\.\d{1,2}(?!\d|\.\d)/.test(text) || /\d,\d{3}\.\d|\d\.\d{4}/.test(text) || /\d,\d{3},\d{3}/.test(text)) return 'point';
    if (/\d,\d{1,2}(?![\d,])/.test(text) || /\d\.\d{3},\d/.test(text) || /\d\.\d{3}\.\d{3}/.test(text)) commas += 1;
  }
  return commas > 0 ? 'comma' : 'point';
};

/** A number as the cell would write it: its decimals, separators and scale; `habit` decides what the cell leaves open. */
export const writeLike = (value: number, model: CellNumber, written: string, mark: DecimalMark = 'point', habit: NumberHabit | null = null): string => {
  const size = Math.abs(value) / model.scale;
  const form = readNumberForm(written, Math.abs(model.value) / model.scale) ?? { ...bareForm, decimals: model.decimals };
  const point = mark === 'point' ? '.' : ',';
  return writeNumber({ ...form, before: '', after: '', point: form.point ?? point }, size, habit);
};
