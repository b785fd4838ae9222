import type { CellLabel, ConflictKind, FigureFrame } from './figure';
import { lemmaOf } from './lemmas';
import type { NameIndex } from './names';
import { isNarrowedBy, isNarrower, isOfNeighbour, isSisterOf, reportingLemmas, saysAgain } from './narrowing';
import { isSamePeriod, sharePeriod } from './periods';

/** How sure it is that two figures are one quantity, and the words that say so. */
export interface Link {
  /** 0..1. */
  readonly score: number;
  readonly evidence: readonly string[];
}

/** What forbids to take two figures for one quantity. Names are those of the ablation in docs/decisions. */
export type Veto = 'place' | 'period' | 'group' | 'contrast' | 'scenario' | 'target' | 'part' | 'basis' | 'change' | 'base' | 'neighbour' | 'subject' | 'modifier' | 'name' | 'source' | 'example' | 'size';

/** What became of the comparison of their values: a slip of scale or unit, with the same digits, is forgiven more. */
type Outcome = ConflictKind | 'meets';

type Objection = (a: FigureFrame, b: FigureFrame, outcome: Outcome, names: NameIndex) => boolean;

const objections: readonly (readonly [Veto, Objection])[] = [
  ['place', (a, b, outcome) => isSamePlace(a, b, outcome)],
  ['period', (a, b, outcome) => differInPeriod(a, b, outcome)],
  ['group', (a, b) => differInGroup(a, b) || differInGroup(b, a)],
  ['size', (a, b, outcome) => outcome === 'value' && isFarApart(a, b)],
  ['contrast', (a, b, outcome) => outcome !== 'scale' && differInContrast(a.contrasts, b.contrasts)],
  ['scenario', (a, b) => differInScenario(a, b)],
  ['target', (a, b) => a.manner.isTarget !== b.manner.isTarget],
  ['part', (a, b) => differInPart(a, b)],
  ['basis', (a, b, outcome) => differInBasis(a, b, outcome)],
  ['change', (a, b, outcome) => outcome !== 'scale' && differInChange(a, b)],
  ['base', (a, b) => differInBase(a, b) || isOfPart(a, b) || isOfPart(b, a)],
  ['neighbour', (a, b, outcome) => outcome === 'value' && (isOfNeighbour(a, b) || isOfNeighbour(b, a))],
  ['subject', (a, b, outcome) => outcome === 'value' && (isNarrower(a, b) || isNarrower(b, a) || isSisterOf(a, b))],
  ['modifier', (a, b, outcome, names) => outcome === 'value' && !isCell(a) && !isCell(b) && (isNarrowedBy(a, b, names) || isNarrowedBy(b, a, names))],
  ['name', (a, b, outcome, names) => differInName(a, b, outcome, names)],
  ['source', (a, b, outcome, names) => (outcome === 'value' && ((a.voice !== 'note' && isElsewhere(a, b, names)) || (b.voice !== 'note' && isElsewhere(b, a, names)))) || differInSource(a, b)],
  ['example', (a, b) => a.manner.isOfExample || b.manner.isOfExample || pointsBack(a, b)],
];

const none: ReadonlySet<Veto> = new Set();

/** The first that holds, of those that are not ignored. */
export const findVeto = (a: FigureFrame, b: FigureFrame, outcome: Outcome, names: NameIndex, ignored: ReadonlySet<Veto> = none): Veto | null =>
  objections.find(([veto, holds]) => !ignored.has(veto) && holds(a, b, outcome, names))?.[0] ?? null;

/** Sentences of one section give different things, one after the other: only a slip of unit or scale is looked for among them. */
const isSamePlace = (a: FigureFrame, b: FigureFrame, kind: Outcome): boolean => {
  if (a.cell && b.cell) return a.cell.table === b.cell.table;
  if (a.sentence === null || b.sentence === null) return false;
  if (kind === 'value') return a.block === b.block || (a.section === b.section && (a.voice === 'note') === (b.voice === 'note') && !saysAgain(a, b));
  return a.sentence === b.sentence;
};

const differInPeriod = (a: FigureFrame, b: FigureFrame, kind: Outcome): boolean => {
  const [one, other] = [a.periods.length > 0 ? a.periods : a.contextPeriods, b.periods.length > 0 ? b.periods : b.contextPeriods];
  if (one.length > 0 && other.length > 0 && !sharePeriod(one, other)) return true;
  return kind !== 'scale' && !isSameSet(a.relativeTimes, b.relativeTimes);
};

/** A group that the one names must be named by the other, be it elsewhere in its sentence if it names none itself. */
const differInGroup = (a: FigureFrame, b: FigureFrame): boolean => {
  const namesItsOwn = (b.groups.length > 0 || b.manner.isWhole) && !isCell(a) && !isCell(b);
  return a.groups.some((group) => !b.groups.includes(group) && (namesItsOwn || !b.contextGroups.includes(group)));
};

/** Another condition, option or phase, or headings that are numbered: "Household 1", "$34,600 to $37,800". */
const differInScenario = (a: FigureFrame, b: FigureFrame): boolean =>
  !isSameSet(a.scenarios, b.scenarios) || a.scenarios.includes('example') || (a.headingNumbers !== '' && b.headingNumbers !== '' && a.headingNumbers !== b.headingNumbers);

/** Both are cited, and not from one work. */
const differInSource = (a: FigureFrame, b: FigureFrame): boolean => a.sources.length > 0 && b.sources.length > 0 && !a.sources.some((source) => b.sources.includes(source));

const differInContrast = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((one) => {
    const kind = one.slice(0, one.indexOf(' ') + 1);
    return !b.includes(one) && b.some((other) => other.startsWith(kind)) && !a.some((same) => same.startsWith(kind) && b.includes(same));
  });

/** A slip changes a digit or two; what is many times as large is something else. */
const mostTimes = 12;

const isFarApart = ({ value: a }: FigureFrame, { value: b }: FigureFrame): boolean => {
  const [one, other] = [Math.abs(a.value ?? a.low ?? a.high ?? 0), Math.abs(b.value ?? b.low ?? b.high ?? 0)];
  return Math.max(one, other) > mostTimes * Math.min(one, other);
};

const isSameSet = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((one) => b.includes(one));

/** What the sentence sets its figure against, and what is added to it, are other quantities. The heads of a cell name either of them. */
const differInPart = (a: FigureFrame, b: FigureFrame): boolean => {
  if (a.manner.isDifference !== b.manner.isDifference || a.manner.isOther || b.manner.isOther || a.role === 'whole' || b.role === 'whole') return true;
  if (isCell(a) || isCell(b)) return [a, b].some(({ manner, value }) => manner.isPart && value.dimension === 'share');
  return a.manner.isPart !== b.manner.isPart || isAside(a) || isAside(b);
};

const isAside = ({ role }: FigureFrame): boolean => role === 'comparator' || role === 'from';

const differInBasis = (a: FigureFrame, b: FigureFrame, kind: Outcome): boolean => {
  const [one, other] = [a.manner.basis, b.manner.basis];
  if (one === other || kind === 'unit') return false;
  return !(one === null && other === 'year') && !(one === 'year' && other === null);
};

const differInChange = (a: FigureFrame, b: FigureFrame): boolean => {
  const [one, other] = [a.manner, b.manner];
  if (one.direction !== null && other.direction !== null && one.direction !== other.direction) return true;
  if (isCell(a)) return isChangeToLevel(b, a);
  if (isCell(b)) return isChangeToLevel(a, b);
  if (one.change === other.change || (one.change !== 'change' && other.change !== 'change')) return false;
  const rest = one.change === 'change' ? other : one;
  // "Increase the rate 5.8%" has no word of change right beside the number, but it has its direction.
  return rest.change === 'level' || rest.direction === null;
};

/** "Drops by $50" is no amount of a table, unless the table has changes: by its words, or by the sign of the cell. */
const isChangeToLevel = (text: FigureFrame, cell: FigureFrame): boolean => {
  if (text.manner.change !== 'change' || cell.manner.direction !== null || (cell.value.value ?? 0) < 0 || /^[+−-]/.test(cell.quantity.text)) return false;
  const { rowLabel, columnLabel } = cell.cell ?? {};
  return !/\b(?:chang|increas|reduc|decreas|impact|effect|differen|gain|loss|sav|growth|rise|fall|cut|cost|benefit)/iu.test(`${rowLabel?.text ?? ''} ${columnLabel?.text ?? ''} ${[...cell.lead].join(' ')}`);
};

const isCell = ({ cell }: FigureFrame): boolean => cell !== null && !cell.isWordy;

const differInBase = (a: FigureFrame, b: FigureFrame): boolean => {
  if (isCell(a)) return isCell(b) ? false : isUnknownTo(a, b);
  if (isCell(b)) return isUnknownTo(b, a);
  if (a.base === b.base) return false;
  if (isCounted(a) && isCounted(b) && (a.base === null || b.base === null)) return !(a.own.has(b.base ?? '') || b.own.has(a.base ?? ''));
  if (a.base !== null && b.base !== null) return true;
  // "11% of households gain", "income gains by 1.4%": a share of somebody, and a change of something.
  return a.value.dimension === 'share' && (a.base === null ? a : b).manner.change === 'change';
};

/** "Of workers in the centre, 31% cycle": of those alone, if the other side knows no centre. */
const isOfPart = (a: FigureFrame, b: FigureFrame): boolean =>
  a.base === null && !isCell(a) && !isCell(b) && [...a.denominator].some((lemma) => !b.context.has(lemma) && !b.near.has(lemma));

const isCounted = ({ quantity: { form } }: FigureFrame): boolean => form === 'count' || form === 'number';

/** The table has no word for what the text's figure counts or measures. */
const isUnknownTo = (cell: FigureFrame, text: FigureFrame): boolean => {
  const { base, quantity } = text;
  // What place or body it is of, its name says.
  const thing = text.thing.filter((lemma) => !isPartOfNames(lemma, text));
  const knows = (lemma: string): boolean => cell.own.has(lemma) || cell.context.has(lemma);
  // "58% of waste" is a recycling rate, if the table speaks of waste elsewhere.
  const isOfRate = quantity.dimension === 'share' && /\brates?\b/iu.test(cell.cell?.columnLabel.text ?? '');
  if (base !== null && base !== 'people' && !knows(base) && !(isOfRate && cell.denominator.has(base))) return true;
  // "Children in affected households" counts children.
  if (quantity.form === 'count' && base !== null && isOnlyMentioned(base, cell)) return true;
  return thing.length > 0 && !thing.includes('people') && !thing.some((lemma) => knows(lemma) || (isOfRate && lemma === base));
};

const isOnlyMentioned = (base: string, { cell, lead }: FigureFrame): boolean => {
  const labels = [cell?.rowLabel.lemmas, cell?.columnLabel.lemmas].map((lemmas) => [...(lemmas ?? [])]);
  return labels.some((lemmas) => lemmas.indexOf(base) > 0) && !labels.some((lemmas) => lemmas[0] === base) && !lead.has(base);
};

/** Two names, each unknown to the other side; or one place that the other side does not name. */
const differInName = (a: FigureFrame, b: FigureFrame, kind: Outcome, names: NameIndex): boolean => {
  const [ours, theirs] = [foreignNames(a, b, names), foreignNames(b, a, names)];
  // The same digits in another scale or unit are evidence enough to forgive a name that only one side has.
  const isSlip = kind === 'scale' || kind === 'currency' || kind === 'unit';
  if (!isSlip && ours.length > 0 && theirs.length > 0) return true;
  if ((isCell(a) || isCell(b)) && ours.length + theirs.length > 0) return true;
  return [...ours, ...theirs].some((name) => names.isPlace(name));
};

const foreignNames = (a: FigureFrame, b: FigureFrame, names: NameIndex): readonly string[] =>
  a.names.filter((name) => !names.isEverywhere(name) && !name.split(' ').every((word) => isKnownTo(b, word)));

const isKnownTo = ({ near, context, names }: FigureFrame, word: string): boolean =>
  near.has(lemmaOf(word)) || context.has(lemmaOf(word)) || names.some((other) => other.split(' ').includes(word));

const timesOf = ({ periods, contextPeriods }: FigureFrame): readonly string[] => (periods.length > 0 ? periods : contextPeriods);

const noLink: Link = { score: 0, evidence: [] };

const isPartOfNames = (lemma: string, { names }: FigureFrame): boolean => names.some((name) => name.split(' ').some((word) => lemmaOf(word) === lemma));

/** What "it" is, a reader of another section cannot know; a summary has one subject. */
const pointsBack = (a: FigureFrame, b: FigureFrame): boolean =>
  (a.manner.isAnaphoric || b.manner.isAnaphoric) && a.section !== b.section && !a.isInSummary && !b.isInSummary && !isCell(a) && !isCell(b);

/** Somebody's figure, whom the other side does not name. */
const isElsewhere = (a: FigureFrame, b: FigureFrame, names: NameIndex): boolean =>
  a.attributions.some((body) => body !== '' && !names.isEverywhere(body) && !b.attributions.includes(body) && !body.split(' ').some((word) => isSaidBy(b, word)));

const isSaidBy = ({ own, context }: FigureFrame, word: string): boolean => own.has(lemmaOf(word)) || context.has(lemmaOf(word));

/** "Per quintal" here and "per tonne" there is what the two differ in. */
const withoutBasis = ({ near, manner: { basis } }: FigureFrame, other: FigureFrame): ReadonlySet<string> => {
  const lemma = lemmaOf(basis?.split(' ')[0] ?? '');
  return lemma === '' || other.near.has(lemma) ? near : new Set([...near].filter((word) => word !== lemma));
};

/** Words in common, weighed against those that only one side has; names, what a share is taken of and words of saying alone link nothing. Words from the surroundings of the other side count half. */
export const linkProse = (a: FigureFrame, b: FigureFrame, kind: Outcome): Link => {
  // The same digits are evidence of their own; then the brief's subject counts as a word in common, too.
  const isSlip = kind === 'scale' || kind === 'currency' || kind === 'unit';
  const [ours, theirs] = isSlip ? (kind === 'unit' ? [withoutBasis(a, b), withoutBasis(b, a)] : [a.near, b.near]) : [a.own, b.own];
  const shared: string[] = [];
  let [ownCount, halfCount] = [0, 0];
  for (const lemma of ours) {
    if (theirs.has(lemma)) {
      shared.push(lemma);
      ownCount++;
    } else if (b.context.has(lemma)) halfCount++;
  }
  for (const lemma of theirs) if (!ours.has(lemma) && a.context.has(lemma)) halfCount++;
  const measure = shared.filter((lemma) => !reportingLemmas.has(lemma) && [a, b].every((frame) => !isPartOfNames(lemma, frame) && !frame.denominator.has(lemma)));
  const isSameWording = ownCount >= 3 && ownCount === ours.size && ownCount === theirs.size;
  if (measure.length === 0) return noLink;
  const hasHead = a.thing.at(-1) !== undefined && a.thing.at(-1) === b.thing.at(-1) && measure.includes(a.thing.at(-1) ?? '');
  const smaller = Math.max(1, Math.min(ours.size, theirs.size));
  const union = Math.max(1, ours.size + theirs.size - ownCount);
  const containment = Math.min(1, (ownCount + halfCount * 0.25) / smaller);
  const overlap = Math.min(1, (ownCount + halfCount * 0.25) / union);
  const hasPeriod = sharePeriod(a.periods, b.periods);
  const isSameChange = a.manner.change === 'change' && b.manner.change === 'change' && a.manner.direction !== null && a.manner.direction === b.manner.direction;
  const hasName = a.names.some((name) => b.names.includes(name) && shared.some((lemma) => name.split(' ').some((word) => lemmaOf(word) === lemma)));
  const signs = (hasName ? 0.5 : 0) + (hasPeriod ? 1 : sharePeriod(timesOf(a), timesOf(b)) ? 0.5 : 0) + (isSameChange ? 0.5 : 0) + (hasHead ? 1 : 0);
  const hasSource = a.sources.some((source) => b.sources.includes(source));
  // One word in common is a topic, unless it is the noun of both, or time or direction agree as well.
  if (measure.length < 2 && !isSameWording && !hasHead && !hasPeriod && !isSameChange && !hasName && !isSlip) return noLink;
  const strength = Math.min(1, (ownCount + signs + (hasSource ? 0.5 : 0)) / 2.5);
  const score = strength * (0.5 * containment + 0.5 * Math.sqrt(overlap)) + (hasPeriod ? 0.1 : 0) + (hasSource ? 0.1 : 0) + (hasName ? 0.1 : 0);
  return { score: Math.min(1, score), evidence: [...shared, ...(hasPeriod ? a.periods.slice(0, 1) : [])] };
};

/** How well a text figure names the two heads of a cell; 0 where it leaves one out. */
export const linkCell = (text: FigureFrame, cell: FigureFrame): Link => {
  const place = cell.cell;
  if (!place) return noLink;
  const isBeside = text.section === cell.section && Math.abs(text.block - cell.block) <= 2;
  const row = naming(place.rowLabel, text);
  const column = naming(place.columnLabel, text, place.rowLabel.periods.length > 0 || isBeside);
  if (!isNamed(row, column) || !isNamed(column, row)) return noLink;
  const evidence = [...new Set([...row.words, ...column.words])];
  // "Offset by lower duties, for an overall cost of £9bn": the total is of all rows, not of the one that another clause names.
  const isTotalEnough = place.rowLabel.isWhole || place.columnLabel.isWhole ? row.words.length === 0 || column.words.length === 0 || (place.rowLabel.isWhole && place.columnLabel.isWhole) : true;
  const isNear = evidence.some((word) => text.near.has(word) || text.periods.includes(word) || (word === 'total' && isTotalEnough));
  if (!isNear || evidence.length === 0) return noLink;
  // Words of caption and corner; where there are none, the table next to the text.
  const topics = cell.lead.size > 0 ? [...text.lead].filter((lemma) => cell.lead.has(lemma)) : isBeside ? [...text.lead].filter((lemma) => cell.context.has(lemma)) : [];
  // "Conservatives" and "2029" alone do not say what is measured.
  const needsTopic = evidence.length < 3 || row.words.length === 0 || column.words.length === 0;
  // The only column with numbers, next to the text and named by it, needs no title.
  const isOnlyColumn = place.columnLabel.isGeneric && column.words.length > 0 && isBeside;
  if (needsTopic && topics.length === 0 && !isOnlyColumn) return noLink;
  if (place.columnLabel.isGeneric && !isMostlyKnown(text, cell)) return noLink;
  // "There were 5,000 searches" is the total of a row that has one, if the row is of searches.
  const isUnsaidWhole = [place.rowLabel, place.columnLabel].some(({ isWhole }) => isWhole) && !text.manner.isWhole;
  if (isUnsaidWhole && !text.thing.some((lemma) => evidence.includes(lemma))) return noLink;
  if (isUnsaidWhole && [place.rowLabel, place.columnLabel].some(({ isWhole, lemmas }) => isWhole && lemmas.size > 0) && !isAllKnown(text, cell)) return noLink;
  const isNamedBody = text.names.some((name) => name.split(' ').some((word) => evidence.includes(lemmaOf(word))));
  const score = (isNamedBody ? 0.1 : 0) + 0.6 * ((row.share + column.share) / 2) + 0.08 * Math.min(3, evidence.length) + (text.section === cell.section ? 0.1 : topics.length > 0 ? 0.05 : 0);
  return { score: Math.min(1, score), evidence };
};

/** Where a column has no name, what the text speaks of must be in the rest of the table. */
const isMostlyKnown = (text: FigureFrame, cell: FigureFrame): boolean =>
  [...text.own].filter((lemma) => cell.own.has(lemma) || cell.context.has(lemma)).length >= text.own.size * 0.6;

/** Of some households only, if the text says more of them than the table does. */
const isAllKnown = (text: FigureFrame, cell: FigureFrame): boolean => [...text.own].every((lemma) => cell.own.has(lemma) || cell.context.has(lemma) || isPartOfNames(lemma, text));

/** A head that only the sentence before names will do if the other one stands right by the figure. */
const isNamed = ({ share, words }: Naming, other: Naming): boolean => share >= 0.75 || (share >= 0.5 && words.length >= 3) || (share >= 0.55 && other.share >= 0.9);

interface Naming {
  /** 0..1: how much of the head the text has. */
  readonly share: number;
  readonly words: readonly string[];
}

/** `saysWhat`: the rows are years, or the text stands next to the table, so that the only column with numbers says what is measured. */
const naming = (label: CellLabel, text: FigureFrame, saysWhat = false): Naming => {
  if (label.periods.length > 0) {
    const own = label.periods.filter((period) => text.periods.some((other) => isSamePeriod(period, other)));
    if (own.length > 0 && label.lemmas.size <= 1) return { share: 1, words: [...own, ...[...label.lemmas].filter((lemma) => text.near.has(lemma))] };
    if (label.lemmas.size === 0) return { share: label.periods.some((period) => text.contextPeriods.some((other) => isSamePeriod(period, other))) ? 0.8 : 0, words: label.periods };
  }
  if (label.isGeneric) {
    const isNamed = saysWhat && label.lemmas.size > 0 && [...label.lemmas].every((lemma) => text.near.has(lemma));
    return isNamed ? { share: 1, words: [...label.lemmas] } : { share: 0.8, words: [] };
  }
  const words = [...label.lemmas].filter((lemma) => text.lead.has(lemma));
  if (label.isWhole && text.groups.length > 0) return { share: 0, words };
  if (label.isWhole && label.lemmas.size === 0) return { share: text.manner.isWhole ? 0.9 : 0.75, words: text.manner.isWhole ? ['total'] : [] };
  // "9.8% of households" are of all households, if nothing else is said; what the table is of must bear that out.
  if (label.isWhole && !text.manner.isWhole) return [...label.lemmas].every((lemma) => text.near.has(lemma)) ? { share: 0.8, words } : { share: 0, words };
  const weight = words.reduce((sum, lemma) => sum + (text.near.has(lemma) ? 1 : text.said.has(lemma) ? 0.9 : 0.6), 0);
  const share = label.lemmas.size === 0 ? 0 : weight / label.lemmas.size;
  return { share, words };
};
