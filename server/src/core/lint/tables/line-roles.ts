/**
 * What a row or column of a table is by its label.
 *
 * - `total`: a sum of others, `subtotal`: of a group of them.
 * - `part`: of another row ("of which").
 * - `rate`: averages, rates, ratios, ranks, years, prices: what does not add up.
 * - `share`: in per cent of something; looked at by shares-do-not-sum.
 */
export type LineRole = 'plain' | 'total' | 'subtotal' | 'part' | 'rate' | 'share';

const totalWords = "totals?|totaux|totale?s|grand[- ]totals?|sum|overall|altogether|all|combined|ensemble|somme|suma|gesamt|insgesamt|summe";
/** "Total", "Totals:", "Grand total", "Total (2024)", "Total spending", "All provinces", "Total général". */
const totalStart = new RegExp(`^(?:the )?(?:grand[- ]|overall |combined )?(?:${totalWords})(?![\\p{L}-])(?! (?:other|others|but|except|factor|fertility|time high|stars?)\\b)`, 'iu');
/** "Province total", "Programme costs, total". */
const totalEnd = /(?:^|[\s,:–-])(?:grand[- ])?totals?$/i;
const subtotal = /^(?:sub-?totals?|subtotal(?:es)?|sous-total|zwischensumme)(?!\p{L})|(?:^|\s)sub-?totals?$/iu;
const part = /^(?:(?:of (?:which|whom)|including|incl\.?|thereof|memo(?:randum)?(?: items?)?|davon|dont|de los cuales|de las cuales|not included|excluding|excl\.?)(?!\p{L})|[–—↳└·•→-]\s?\p{L})/iu;

/** What a sum of makes no sense. */
const rateWords = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}])(?:averages?|avg|aver|mean|medians?|mode|moyenne|promedio|media|mittel|durchschnitt)(?![\p{L}\p{N}])`,
    String.raw`(?<![\p{L}\p{N}])(?:rates?|ratios?|ratings?|index|indices|scores?|ranks?|ranking|rang|pos(?:ition)?|places?|seeds?|order|grades?|levels?)(?![\p{L}\p{N}])`,
    String.raw`(?<![\p{L}\p{N}])(?:years?|año|année|jahr|dates?|months?|weeks?|duration|time|timeline|deadline|schedule|seasons?|since|founded|established|opened|ages?|born)(?![\p{L}\p{N}])`,
    String.raw`(?<![\p{L}\p{N}])(?:per|each|every|pro|par|por)\s+\p{L}+|\p{L}\s?/\s?\p{L}`,
    String.raw`(?<![\p{L}\p{N}])(?:prices?|densit(?:y|ies)|speed|temperatures?|latitude|longitude|altitude|elevation|height|odds|probabilit(?:y|ies)|likelihood|coefficients?|elasticit(?:y|ies)|multiplier|factor|margin|efficiency|yields?|gini|intensity)(?![\p{L}\p{N}])`,
    String.raw`(?<![\p{L}\p{N}])(?:max(?:imum)?|min(?:imum)?|highest|lowest|longest?|best|worst|peak|lng|record|streak|range|st\.? ?dev|std|variance|error)(?![\p{L}\p{N}])`,
    String.raw`(?<![\p{L}\p{N}])(?:no|nr|number|code|id|ref|page|figure|chapter|section)\.?\s*#?$|^#$|№`,
    String.raw`(?<![\p{L}\p{N}])(?:unique|distinct|different|cumulative|cumulated|running|to date|life expectancy|expectancy)(?![\p{L}\p{N}])`,
    String.raw`(?<![\p{L}\p{N}])(?:[a-z]?pg|[a-z]{1,3}pct|pct|[a-z]?avg|gpa)(?![\p{L}\p{N}])`,
  ].join('|'),
  'iu',
);
/** "Number of schools" is a count though "number" alone is a label. */
const countWords = /(?<![\p{L}\p{N}])(?:number|no\.?|count|total) of\b/iu;
const shareWords = /%|\bper ?cent(?:age)?s?\b|\bshares?\b|\bproportions?\b|\bpourcentage\b|\bporcentaje\b|\banteil\b|\bdistribution\b/iu;

/** Rows are mostly things ("Grade 5", "Aged 18–24", "Under 2%"): only these words make one a row that does not add up. */
const rowRateWords = /(?<![\p{L}\p{N}])(?:averages?|avg|mean|medians?|moyenne|promedio|durchschnitt|rates?|ratios?|index|indices|per (?:capita|head|person|unit|household)|max(?:imum)?|min(?:imum)?|growth|changes? (?:in|from|since|on))(?![\p{L}\p{N}])/iu;
const rowShareWords = /^\W*(?:%|per ?cent(?:age)?\b|shares?\b|proportion\b)|\((?:%|per ?cent|in %)\)|(?<![\p{L}\p{N}])(?:shares?|per ?cent(?:age)?|%) of\b|%$(?<!\d\s?%)/iu;

export const roleOfColumn = (label: string): LineRole => roleBy(label, shareWords, rateWords);
export const roleOfRow = (label: string): LineRole => roleBy(label, rowShareWords, rowRateWords);

const roleBy = (label: string, shares: RegExp, rates: RegExp): LineRole => {
  const text = label.replace(/[*_]/g, '').trim();
  if (text === '') return 'plain';
  if (subtotal.test(text)) return 'subtotal';
  if (part.test(text)) return 'part';
  if (shares.test(text)) return 'share';
  const bare = text.replace(countWords, ' ').replace(/\([^)]*\)/g, ' ').replace(spanOfYears, ' ');
  if (rates.test(bare)) return 'rate';
  return totalStart.test(text) || totalEnd.test(text.replace(/[\s.:]+$|\s*\([^)]*\)$/g, '')) ? 'total' : 'plain';
};
/** "Five-year total", "Total over 10 years". */
const spanOfYears = /(?<![\p{L}\p{N}])(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)[- ](?:year|month)s?\b/iu;

/** Nothing but the word: "Total", "Grand total (2024)", "Totals:". */
export const isPlainTotal = (label: string): boolean => plainTotal.test(label.replace(/[*_]/g, '').trim());
const plainTotal = new RegExp(`^(?:the )?(?:grand[- ]|overall )?(?:total|totals|totaux|totales|sum|overall|all|ensemble|suma|summe|gesamt|insgesamt)(?: g[eé]n[eé]ral)?\\s*[:.]?\\s*(?:\\([^)]*\\)|\\[[^\\]]*\\])?$`, 'iu');

const periodPattern = /^\D{0,12}((?:19|20)\d\d)(?:[-/–]\d\d(?!\d))?\s?(?:[-–—]|to)\s?((?:19|20)\d\d)(?:[-/–]\d\d)?\D{0,12}$/i;
const yearPattern = /^\D{0,8}((?:19|20)\d\d)(?:[-/–](?:\d\d|\d{4}))?\D{0,20}$/;

/** "2026–2035" below rows for 2026 to 2035: their sum, if it is near it. */
export const spansYears = (label: string, rows: readonly string[]): boolean => {
  const period = periodPattern.exec(label.trim());
  const years = rows.map((row) => yearPattern.exec(row.trim())?.[1]);
  const known = years.filter((year) => year !== undefined).map(Number);
  if (!period || known.length < 3 || known.length !== rows.length) return false;
  return Math.min(...known) === Number(period[1]) && Math.max(...known) === Number(period[2]);
};
