/** What other briefs may know of the figures of a brief, and where two briefs differ. */
import type { Brief } from '../model/brief';
import type { FigureFrame } from '../model/figures/figure';
import { sentenceAt } from '../model/figures/figure-places';
import { figureFrames } from '../model/figures/frame';
import { lemmaOf } from '../model/figures/lemmas';
import { findNames, nameIndexOf, namesOfHeading, type NameIndex } from '../model/figures/names';
import { findPeriodsIn } from '../model/figures/periods';
import { rememberByBrief } from '../model/remember-by-brief';
import { sliceOf, type Span } from '../text/span';

/** A figure whose words say what, where and when by themselves. Plain and without offsets, as all summaries. */
export interface SummarizedFigure {
  /** Tells it from the others of its brief, wherever it stands. */
  readonly key: string;
  readonly written: string;
  readonly low: number;
  readonly high: number;
  readonly value: number;
  /** Period, unit, and whatever else must be the same: group, target or result, change or level, basis, what a share is of. */
  readonly setting: string;
  /** Places: its own, else the one that the brief is about. */
  readonly places: readonly string[];
  /** Bodies and programmes: its own, and those that the brief is about. */
  readonly names: readonly string[];
  readonly subjects: readonly string[];
  /** Lemmas of what is measured, sorted. */
  readonly words: readonly string[];
  /** The lemma of the noun beside it. */
  readonly head: string | null;
  readonly sources: readonly string[];
}

/** The same list each time for one brief. */
export const summarizeFigures = rememberByBrief((brief: Brief): readonly SummarizedFigure[] => readFigures(brief).map(({ figure }) => figure));

/** Where a summarised figure stands in its brief now. */
export const placesOfFigures = (brief: Brief): ReadonlyMap<string, Span> => new Map(readFigures(brief).map(({ figure, span }) => [figure.key, span] as const));

const readFigures = rememberByBrief((brief: Brief): readonly { readonly figure: SummarizedFigure; readonly span: Span }[] => {
  const subject = subjectOf(brief);
  const counts = new Map<string, number>();
  return figureFrames(brief).flatMap((frame) => {
    const figure = summarizeFigure(brief, frame, subject);
    if (figure === null) return [];
    const base = `${figure.setting} ${figure.words.join(' ')} ${figure.written}`;
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    return [{ figure: { ...figure, key: `${base} ${String(count)}` }, span: frame.quantity.span }];
  });
});

interface Subject {
  readonly names: NameIndex;
  readonly places: readonly string[];
  readonly bodies: readonly string[];
}

/** A name in so many sentences is what the brief is about. */
const fewestMentions = 3;

const subjectOf = (brief: Brief): Subject => {
  const names = nameIndexOf(brief);
  const counts = new Map<string, number>();
  for (const { text } of brief.sentences) for (const name of findNames(text)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const title = brief.metadata.title?.value ?? brief.sections.find(({ heading }) => heading !== null)?.heading?.text ?? '';
  const inTitle = namesOfHeading(title).filter(names.isPlace);
  let most = 0;
  for (const [name, count] of counts) if (count > most && names.isPlace(name)) most = count;
  const main = [...counts].filter(([name, count]) => names.isPlace(name) && count === most && most >= fewestMentions).map(([name]) => name);
  const bodies = [...counts].filter(([name, count]) => count >= fewestMentions && names.isEverywhere(name) && !names.isPlace(name)).map(([name]) => name);
  return { names, places: inTitle.length > 0 ? inTitle.sort() : main.sort(), bodies: bodies.sort() };
};

/** null: one would have to read the text around it to know what it is. */
const summarizeFigure = (brief: Brief, frame: FigureFrame, subject: Subject): Omit<SummarizedFigure, 'key'> | null => {
  const { value, manner, quantity, sentence } = frame;
  const period = periodOf(brief, frame);
  if (sentence === null || period === null || value.low === null || value.high === null || value.value === null || quantity.isRange) return null;
  if (frame.role !== 'plain' && frame.role !== 'to') return null;
  if (manner.isOther || manner.isPart || manner.isOfExample || manner.isAnaphoric || manner.isDifference || frame.scenarios.length > 0 || frame.relativeTimes.length > 0) return null;
  const places = frame.names.filter(subject.names.isPlace).sort();
  const names = frame.names.filter((name) => !subject.names.isPlace(name));
  const nameLemmas = new Set(frame.names.flatMap((name) => name.split(' ').map(lemmaOf)));
  const words = [...frame.own].filter((lemma) => !nameLemmas.has(lemma)).sort();
  if (words.length < fewestWords) return null;
  return {
    written: sliceOf(brief.text, quantity.span).replace(/\s+/g, ' '),
    low: Math.min(Math.abs(value.low), Math.abs(value.high)),
    high: Math.max(Math.abs(value.low), Math.abs(value.high)),
    value: Math.abs(value.value),
    setting: settingOf(frame, period),
    places: places.length > 0 ? places : subject.places,
    names: names.sort(),
    subjects: subject.bodies,
    words,
    head: frame.thing.at(-1) ?? null,
    sources: [...frame.sources].sort(),
  };
};

const fewestWords = 2;

/** Its own year, or the only one of its sentence. */
const periodOf = (brief: Brief, { periods, sentence }: FigureFrame): string | null => {
  if (periods.length > 0) return periods.length === 1 ? (periods[0] ?? null) : null;
  const all = findPeriodsIn(sentence === null ? '' : (sentenceAt(brief, sentence)?.text ?? ''));
  return all.length === 1 ? (all[0] ?? null) : null;
};

const settingOf = ({ value, manner, groups, contextGroups, contrasts, base }: FigureFrame, period: string): string =>
  [period, value.dimension, value.unit ?? '', [...new Set([...groups, ...contextGroups])].sort().join('+'), [...contrasts].sort().join('+'), manner.isTarget ? 'target' : '', manner.change === 'change' ? `change ${manner.direction ?? ''}` : '', manner.basis ?? '', base ?? ''].join('|');

/** A brief of the workspace, as another one sees it. */
export interface OtherBrief {
  readonly address: string;
  /** Its title, else the name of its file. */
  readonly name: string;
  readonly figures: readonly SummarizedFigure[];
}

/** What a message calls another brief. */
export const nameOfBrief = (title: string | null, address: string): string => title ?? decodeName(address.slice(address.lastIndexOf('/') + 1));

/** A name that merely looks escaped ("50%-target.md") stays as it is. */
const decodeName = (name: string): string => {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
};

export interface FigureDifference {
  readonly own: SummarizedFigure;
  readonly other: SummarizedFigure;
  readonly brief: OtherBrief;
}

/**
 * One for each figure at most: the first brief, in the order of addresses, that has another value for it. A brief that has this value too is
 * at one with us. `ownAddress`: where `briefs` holds the brief itself too, it is left out.
 */
export const findDifferences = (figures: readonly SummarizedFigure[], briefs: readonly OtherBrief[], ownAddress: string | null = null): readonly FigureDifference[] => {
  const lookUp = lookupOf(briefs);
  return figures.flatMap((own) => {
    for (const { brief, figures: theirs } of lookUp.get(lookupKey(own)) ?? []) {
      if (brief.address === ownAddress) continue;
      const alike = theirs.filter((other) => isSameMeasure(own, other));
      if (alike.length === 0 || alike.some((other) => agree(own, other))) continue;
      const [other] = alike.filter((one) => !isFarApart(own, one));
      if (other !== undefined) return [{ own, other, brief }];
    }
    return [];
  });
};

/** Figures of one brief that have setting and head in common. */
interface FiguresOfBrief {
  readonly brief: OtherBrief;
  readonly figures: SummarizedFigure[];
}

/** Figures by setting and head, in the order of the addresses of their briefs. Most have no partner anywhere, and that shows at once. */
type FigureLookup = ReadonlyMap<string, readonly FiguresOfBrief[]>;

const lookupKey = ({ setting, head }: SummarizedFigure): string => `${setting}|${head ?? ''}`;

const lookups = new WeakMap<readonly OtherBrief[], FigureLookup>();

const lookupOf = (briefs: readonly OtherBrief[]): FigureLookup => {
  const known = lookups.get(briefs);
  if (known !== undefined) return known;
  const made = new Map<string, FiguresOfBrief[]>();
  for (const brief of [...briefs].sort(byAddress)) {
    for (const figure of brief.figures) {
      const key = lookupKey(figure);
      const list = made.get(key) ?? [];
      made.set(key, list);
      const last = list.at(-1);
      if (last?.brief === brief) last.figures.push(figure);
      else list.push({ brief, figures: [figure] });
    }
  }
  lookups.set(briefs, made);
  return made;
};

/** By code units, so that an editor and the command line name the same brief. */
const byAddress = ({ address: a }: OtherBrief, { address: b }: OtherBrief): number => (a < b ? -1 : a > b ? 1 : 0);

/** Of the words of both, at least so many are common. */
const leastOverlap = 0.6;

const isSameMeasure = (a: SummarizedFigure, b: SummarizedFigure): boolean => {
  if (a.head !== b.head || !areEqual(a.places, b.places) || !areEqual(a.names, b.names)) return false;
  if (a.subjects.length > 0 && b.subjects.length > 0 && !a.subjects.some((name) => b.subjects.includes(name))) return false;
  if (a.sources.length > 0 && b.sources.length > 0 && !a.sources.some((source) => b.sources.includes(source))) return false;
  const shared = a.words.filter((word) => b.words.includes(word)).length;
  // Two briefs that name no place and no body may be about two of them.
  const isAnchored = a.places.length + a.names.length > 0 || a.subjects.some((name) => b.subjects.includes(name)) || a.sources.some((source) => b.sources.includes(source));
  return shared >= (isAnchored ? 2 : 3) && shared >= leastOverlap * (a.words.length + b.words.length - shared);
};

const areEqual = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((item, i) => item === b[i]);

const agree = (a: SummarizedFigure, b: SummarizedFigure): boolean => (a.low <= b.high && b.low <= a.high) || rounds(a.value, b.value) || rounds(b.value, a.value);

/** "600,000" stands for 593,000. */
const rounds = (coarse: number, fine: number): boolean => {
  const zeros = /0+$/.exec(String(coarse))?.[0].length ?? 0;
  return zeros > 0 && Number.isInteger(coarse) && Math.abs(coarse - fine) <= Math.min(10 ** zeros / 2, coarse * 0.03);
};

/** What is many times as large is something else. */
const mostTimes = 12;
const isFarApart = (a: SummarizedFigure, b: SummarizedFigure): boolean => Math.max(a.value, b.value) > mostTimes * Math.min(a.value, b.value);

export const areEqualFigures = (a: readonly SummarizedFigure[], b: readonly SummarizedFigure[]): boolean => a === b || (a.length === b.length && JSON.stringify(a) === JSON.stringify(b));
