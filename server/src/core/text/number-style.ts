/**
 * Which mark stands before the decimals. A document keeps to one: "1.234" is a decimal where points are decimal marks, and a thousand and
 * more where commas are.
 */
export type NumberStyle = 'point' | 'comma';

/** How often a text writes numbers in one manner only (`sure`), or in one that is rare in the other style (`likely`). */
export interface StyleEvidence {
  readonly surePoint: number;
  readonly sureComma: number;
  readonly likelyPoint: number;
  readonly likelyComma: number;
}

const none: StyleEvidence = { surePoint: 0, sureComma: 0, likelyPoint: 0, likelyComma: 0 };

/** Digits with marks or spaced groups inside, and what follows them. */
const WRITTEN = /(?<![\d.,/\p{L}-])\d{1,15}(?:[ \u00A0\u2007\u2009\u202F]\d{3}){0,5}(?:[.,]\d{1,15}){1,6}(?![.,]?\d|[\p{L}/-])(\s?(?:%|°|[€£$]|per\s?cent\b|percent\b|pour cent\b|million|billion|bn\b|mn\b|Mio\b|Mrd\b|milliard|euros?\b|EUR\b|km\b|ha\b|kg\b|MW\b|GWh\b|TWh\b|tonn))?/gu;

/** What one paragraph or cell says of the style. */
export const styleEvidenceOf = (text: string): StyleEvidence => {
  if (!/\d[.,]\d/.test(text)) return none;
  const counts = { ...none } as { -readonly [Key in keyof StyleEvidence]: number };
  for (const [written, unit] of text.matchAll(WRITTEN)) {
    const kind = kindOf(written.slice(0, written.length - (unit?.length ?? 0)), unit !== undefined);
    if (kind !== null) counts[kind]++;
  }
  return counts;
};

const kindOf = (written: string, hasUnit: boolean): keyof StyleEvidence | null => {
  if (/^[1-9]\d{0,2}(?:\.\d{3})+,\d+$|^[1-9]\d{0,2}(?:\.\d{3}){2,}$|^0,\d+$|^\d{1,3}(?:\s\d{3})+,\d{1,2}$/u.test(written)) return 'sureComma';
  if (/^[1-9]\d{0,2}(?:,\d{3})+\.\d+$|^[1-9]\d{0,2}(?:,\d{3}){2,}$|^[1-9]\d?(?:,\d{2})+,\d{3}$|^0\.\d+$/.test(written)) return 'surePoint';
  if (/^\d+,(?:\d{1,2})$/.test(written)) return hasUnit ? 'sureComma' : null;
  // Sections and versions look like decimals too; only a unit makes them sure.
  if (/^\d+\.(?:\d{1,2})$/.test(written)) return hasUnit ? 'surePoint' : null;
  if (/^[1-9]\d{0,2},\d{3}$/.test(written)) return 'likelyPoint';
  return /^[1-9]\d{0,2}\.\d{3}$/.test(written) ? 'likelyComma' : null;
};

/**
 * The style of a whole document. Points, unless commas are sure in at least one place and have twice the evidence: one quoted "12,5 %" makes
 * no thousands of another author's decimals.
 */
export const numberStyleOf = (evidences: Iterable<StyleEvidence>): NumberStyle => {
  let [points, commas, sureCommas] = [0, 0, 0];
  for (const evidence of evidences) {
    points += evidence.surePoint + evidence.likelyPoint;
    commas += evidence.sureComma + evidence.likelyComma;
    sureCommas += evidence.sureComma;
  }
  return sureCommas > 0 && commas > 2 * points ? 'comma' : 'point';
};
