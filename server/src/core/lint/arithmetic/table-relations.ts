/** A change between two years that the text gives, and the two cells of a table that it is worked out from. */
import type { Brief } from '../../model/brief';
import type { CellLabel, FigureFrame } from '../../model/figures/figure';
import { figureFrames } from '../../model/figures/frame';
import { contentLemmas } from '../../model/figures/lemmas';
import { isSamePeriod } from '../../model/figures/periods';
import { rememberBy } from '../../model/remember-by';
import { rememberByBrief } from '../../model/remember-by-brief';
import type { Span } from '../../text/span';
import { changeRelation } from './change-relations';
import { changePhrases, loose, token, type Relation, type TermAt } from './relation';
import type { Term } from './term';

interface TablePassage {
  readonly skeleton: string;
  readonly termAt: TermAt;
}

export interface TableRelation {
  readonly relation: Relation;
  readonly cells: ReadonlyMap<Term, Span>;
}

const year = String.raw`(?:19|20)\d\d`;
const between = String.raw`\b(?:between (?<y>${year}) and (?<z>${year})|from (?<v>${year}) to (?<w>${year}))\b`;
const verbs = String.raw`\b(?:rose|risen|fell|fallen|grew|grown|increased|decreased|declined|dropped|climbed|jumped|shrank|expanded|surged) (?:by )?${loose}${token('c', 'pq')}`;
const changes: readonly RegExp[] = [verbs, ...changePhrases('c', 'pq')].map((phrase) => new RegExp(phrase, 'u'));
const years = new RegExp(between, 'u');
const otherKind = /\b(?:a|per|each|every) (?:year|annum)\b|\bannual|\bon average\b|\breal\b|\bper (?:capita|head)\b|\brespectively\b/u;

export function* readTableSteps(brief: Brief, passages: readonly { readonly wording: TablePassage }[]): Iterable<TableRelation> {
  if (brief.tables.length === 0) return;
  for (const { wording } of passages) {
    const change = changeIn(wording);
    if (change) yield* stepsOf(seriesOf(brief), change);
  }
}

/** A change between two years. */
interface Change {
  /** The words up to it. */
  readonly lead: string;
  readonly sentence: string;
  readonly first: string;
  readonly last: string;
  readonly stated: Term;
}

const changeIn = rememberBy(({ skeleton, termAt }: TablePassage): Change | null => {
  const sentence = skeleton.slice(skeleton.indexOf('¶') + 1);
  if (otherKind.test(sentence) || !/‹[pq]/u.test(sentence)) return null;
  const span = years.exec(sentence)?.groups;
  const [first, last] = [span?.['y'] ?? span?.['v'], span?.['z'] ?? span?.['w']];
  if (first === undefined || last === undefined) return null;
  for (const pattern of changes) {
    const match = pattern.exec(sentence);
    const stated = termAt(match?.groups?.['c']);
    if (match && stated) return { lead: sentence.slice(0, match.index), sentence, first, last, stated };
  }
  return null;
});

/** The cells of one row or column by their years. */
interface Series {
  readonly label: CellLabel;
  readonly cells: readonly { readonly frame: FigureFrame; readonly periods: readonly string[] }[];
  /** What the table is about, beside the label. */
  readonly known: ReadonlySet<string>;
}

const seriesOf = rememberByBrief((brief: Brief): readonly Series[] => {
  const byLine = new Map<string, { label: CellLabel; cells: { frame: FigureFrame; periods: readonly string[] }[]; known: Set<string> }>();
  for (const frame of figureFrames(brief)) {
    const { cell } = frame;
    if (!cell || cell.isWordy || frame.value.value === null) continue;
    const isByColumn = cell.columnLabel.periods.length > 0;
    const [when, label] = isByColumn ? [cell.columnLabel, cell.rowLabel] : [cell.rowLabel, cell.columnLabel];
    if (when.periods.length === 0 || label.periods.length > 0 || label.lemmas.size === 0) continue;
    const key = `${String(cell.table)} ${isByColumn ? 'row' : 'column'} ${String(isByColumn ? cell.row : cell.column)}`;
    const line = byLine.get(key) ?? { label, cells: [], known: new Set<string>() };
    line.cells.push({ frame, periods: when.periods });
    for (const lemma of [...frame.lead, ...frame.context, ...label.lemmas]) line.known.add(lemma);
    byLine.set(key, line);
  }
  return [...byLine.values()].filter(({ cells }) => cells.length > 1);
});

/** The one line whose label the sentence names in full, if the sentence speaks of nothing that the table does not know. */
function* stepsOf(series: readonly Series[], { lead, sentence, first, last, stated }: Change): Iterable<TableRelation> {
  const said = new Set(contentLemmas(sentence.replace(/‹\w+›/gu, ' ')));
  const subject = contentLemmas(lead.replace(/‹\w+›/gu, ' '));
  const named = series.filter(({ label, known }) => [...label.lemmas].every((lemma) => said.has(lemma)) && subject.every((lemma) => known.has(lemma)));
  const most = Math.max(...named.map(({ label }) => label.lemmas.size));
  const [line, other] = named.filter(({ label }) => label.lemmas.size === most);
  if (!line || other) return;
  const [from, to] = [first, last].map((when) => line.cells.filter(({ periods }) => periods.some((period) => isSamePeriod(period, when))));
  if (from?.length !== 1 || to?.length !== 1 || !from[0] || !to[0]) return;
  const [start, end] = [termOf(from[0].frame), termOf(to[0].frame)];
  const cells = new Map([[start, from[0].frame.quantity.span], [end, to[0].frame.quantity.span]]);
  for (const relation of changeRelation(start, end, stated, false)) yield { relation, cells };
}

const termOf = ({ value, quantity }: FigureFrame): Term => ({
  kind: value.unit === '%' ? 'p' : value.dimension === 'money' ? 'm' : 'n',
  start: 0,
  end: quantity.text.length,
  text: quantity.text,
  value: Math.abs(value.value ?? 0),
  interval: { low: value.low ?? -Infinity, high: value.high ?? Infinity },
  unit: value.unit,
  scale: value.scale,
  hasQualifier: quantity.qualifier !== null,
});
