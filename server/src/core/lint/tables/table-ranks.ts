/** "The highest", "second only to", "ranks third", held against the column of a table that the words name. */
import type { Sentence, TableBlock } from '../../model/brief';
import { contentWords } from '../content-words';
import { stemOf } from '../word-stems';
import { findCues, type Cue } from '../find-cues';
import type { GridCell, GridLine, GridView, TableGrid } from './table-grid';

export interface RankClaim {
  readonly cue: Cue;
  readonly row: GridCell;
  readonly label: string;
  readonly column: string;
  /** A row that the words pass over, or null where the claimed row itself stands elsewhere. */
  readonly rival: { readonly cell: GridCell; readonly label: string } | null;
  readonly claimed: string;
  readonly actual: number;
}

const ordinals: ReadonlyMap<string, number> = new Map([['first', 1], ['1st', 1], ['second', 2], ['2nd', 2], ['third', 3], ['3rd', 3], ['fourth', 4], ['4th', 4], ['fifth', 5], ['5th', 5]]);
const superlative = /\b(?:the|by far the)\s+(?:(second|third|fourth|fifth|2nd|3rd|4th|5th)[- ])?(highest|largest|biggest|greatest|most|lowest|smallest|fewest|least)\b|\b(?:is|was|are|were)\s+(highest|largest|biggest|greatest|lowest|smallest)\s+in\b|\branks?\s+(first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)\s+(?:in|by|on|for)\b|\bsecond only to\b/giu;
const lowest = /^(?:lowest|smallest|fewest|least)$/i;
/** The words are about a part of the table, another time, or no fact. */
const restricted =
  /\b(?:among|amongst|one of|some of|except|excluding|apart from|other than|outside|after|since|ever|on record|in history|if|would|could|may|might|not|never|no longer|until|per capita|relative to|combined|together|both|than|but|while|whereas|although|though|absolute|projected|forecast|expected|will)\b/i;

export function* rankClaims({ rows, table }: TableGrid, sentences: readonly Sentence[]): Iterable<RankClaim> {
  const things = rows.lines.filter(({ role, label, isEmpty }) => role === 'plain' && !isEmpty && /\p{L}{3,}/u.test(label));
  if (things.length < 3 || things.length > mostRows) return;
  const names = new Map(things.map((line) => [line.label.replace(/[*_]|\s*\([^)]*\)|\[[^\]]*\]/g, '').trim().toLowerCase(), line]));
  if (names.size < things.length) return;
  for (const sentence of sentences) {
    if (sentence.container === 'quote' || sentence.isQuestion || restricted.test(sentence.text)) continue;
    const cues = [...findCues(sentence, superlative)];
    const [cue] = cues;
    if (!cue || cues.length > 1) continue;
    const claim = claimOf(rows, table, things, namesIn(sentence.text, names), sentence, cue);
    if (claim) yield claim;
  }
}
const mostRows = 60;

/** In order of the text; a name inside a longer one does not count. */
const namesIn = (text: string, names: ReadonlyMap<string, GridLine>): readonly GridLine[] => {
  const lower = text.toLowerCase();
  const found: { readonly at: number; readonly end: number; readonly line: GridLine }[] = [];
  for (const [name, line] of names) {
    const at = lower.indexOf(name);
    if (at < 0 || /[\p{L}\p{N}]/u.test((lower[at - 1] ?? ' ') + (lower[at + name.length] ?? ' '))) continue;
    found.push({ at, end: at + name.length, line });
  }
  return found.filter((one) => !found.some((other) => other !== one && other.at <= one.at && other.end >= one.end && other.end - other.at > one.end - one.at)).sort((a, b) => a.at - b.at).map(({ line }) => line);
};

const claimOf = (rows: GridView, table: TableBlock, things: readonly GridLine[], named: readonly GridLine[], sentence: Sentence, cue: Cue): RankClaim | null => {
  const isSecondTo = /second only to/i.test(cue.text);
  const [line, other] = named;
  if (!line || named.length !== (isSecondTo ? 2 : 1)) return null;
  const column = columnOf(rows, table, sentence.text);
  const row = column && rows.at(line.index, column.index);
  if (!column || !row?.number) return null;
  const cells = things.flatMap((thing) => {
    const cell = rows.at(thing.index, column.index);
    return cell?.number ? [{ cell, label: thing.label }] : [];
  });
  if (cells.length < things.length) return null;
  const [rankWord, word, inWord, ranksWord] = cue.groups;
  const isLow = lowest.test(word ?? inWord ?? '');
  const rank = isSecondTo ? 2 : (ordinals.get((rankWord ?? ranksWord ?? 'first').toLowerCase()) ?? (ranksWord === 'last' ? null : 1));
  if (rank === null || isOfChange(sentence.text.slice(sentence.text.indexOf(cue.text) + cue.text.length), column.label)) return null;
  const above = cells.filter(({ cell }) => cell !== row && isBeyond(cell, row, isLow));
  const below = cells.filter(({ cell }) => cell !== row && isBeyond(row, cell, isLow));
  const isFromTop = above.length < rank && cells.length - below.length >= rank;
  // "Ranks third" may count from either end.
  const isFromBottom = ranksWord !== undefined && below.length < rank && cells.length - above.length >= rank;
  if (isFromTop || isFromBottom || (isSecondTo && other === undefined)) return null;
  const rival = above.find(({ cell }) => above.every((one) => one.cell === cell || !isBeyond(one.cell, cell, isLow))) ?? null;
  return { cue, row, label: line.label, column: column.label, rival, claimed: cue.text.replace(/^(?:is|was|are|were)\s+|\s+in$/gi, ''), actual: above.length + 1 };
};

/** "The largest increase" beside a column of levels. */
const isOfChange = (rest: string, column: string): boolean => {
  const noun = /^\s+(?:\p{L}+\s+)?(increase|decrease|rise|fall|drop|change|growth|gain|decline|cut|jump|gap|difference|improvement|reduction|loss)\b/iu.exec(rest)?.[1];
  return noun !== undefined && !column.toLowerCase().includes(noun.toLowerCase());
};

const isBeyond = ({ number: a }: GridCell, { number: b }: GridCell, isLow: boolean): boolean => a !== null && b !== null && (isLow ? a.high < b.low : a.low > b.high);

/** The one column all whose words the sentence has. Years in heads must be the sentence's; without any, years must not differ. */
const columnOf = (rows: GridView, table: TableBlock, text: string): GridLine | null => {
  const words = contentWords(text);
  // "Spends" is of the column "Spending".
  const stems = new Set(Array.from(words, stemOf));
  const years = new Set(text.match(/\b(?:19|20)\d\d\b/g) ?? []);
  const tableYears = new Set((table.caption?.value ?? '').match(/\b(?:19|20)\d\d\b/g) ?? []);
  const fitting = rows.across.filter((column) => {
    if (column.isText || column.isEmpty || /\b(?:rank|position|#)\b/i.test(column.label)) return false;
    const own = contentWords(column.label.replace(/\([^)]*\)/g, ' '));
    const headYears = column.label.match(/\b(?:19|20)\d\d\b/g) ?? [];
    const timesAgree = headYears.length > 0 ? headYears.every((year) => years.has(year)) : [...years].every((year) => tableYears.has(year));
    return own.size > 0 && timesAgree && [...own].every((word) => words.has(word) || (word.endsWith('ing') && stems.has(stemOf(word))));
  });
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
};

export interface MisrankedRow {
  readonly rank: GridCell;
  readonly value: GridCell;
  readonly label: string;
  readonly column: string;
  readonly neighbour: { readonly rank: GridCell; readonly value: GridCell };
}

const rankHead = /^(?:rank(?:ing)?|pos(?:ition)?|place)\b/i;
const fewest = 5;

/** Of a table with ranks and one column of values, the one row whose removal puts the values in the order of the ranks. */
export const misrankedRow = ({ rows }: TableGrid): MisrankedRow | null => {
  const ranks = rows.across.filter(({ label }) => rankHead.test(label.trim()));
  const values = rows.across.filter((column) => !column.isText && !column.isEmpty && !rankHead.test(column.label.trim()));
  const [rankColumn, valueColumn] = [ranks[0], values[0]];
  if (!rankColumn || !valueColumn || ranks.length > 1 || values.length > 1) return null;
  const read: { readonly rank: GridCell; readonly value: GridCell; readonly label: string }[] = [];
  for (const line of rows.lines) {
    if (line.role !== 'plain') continue;
    const [rank, value] = [rows.at(line.index, rankColumn.index), rows.at(line.index, valueColumn.index)];
    if (!rank?.number || !value?.number || !Number.isInteger(rank.number.value)) return null;
    read.push({ rank, value, label: line.label });
  }
  if (read.length < fewest) return null;
  const sorted = read.sort((a, b) => (a.rank.number?.value ?? 0) - (b.rank.number?.value ?? 0));
  if (sorted.some(({ rank }, i) => rank.number?.value !== i + 1)) return null;
  const series = sorted.map(({ value }) => value.number?.value ?? 0);
  for (const one of [series, series.map((value) => -value)]) {
    const at = onlyOutlier(one);
    const row = at === null ? undefined : sorted[at];
    const neighbour = at === null ? undefined : (sorted[at - 1] ?? sorted[at + 1]);
    if (row && neighbour) return { ...row, column: valueColumn.label, neighbour };
  }
  return null;
};

/** The one place without which a series does not rise; null where it never rises, or where another place would do too. */
const onlyOutlier = (series: readonly number[]): number | null => {
  const breaks = series.flatMap((value, i) => (i > 0 && value > (series[i - 1] ?? value) ? [i] : []));
  if (breaks.length === 0 || breaks.length > 2) return null;
  const candidates = [...new Set(breaks.flatMap((i) => [i - 1, i]))].filter((out) => isFalling(series.filter((_, i) => i !== out)));
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
};

const isFalling = (series: readonly number[]): boolean => series.every((value, i) => i === 0 || value <= (series[i - 1] ?? value));
