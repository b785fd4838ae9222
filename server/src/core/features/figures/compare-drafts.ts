/** Two drafts of one brief: which figures changed, and where the old value was left behind. */
import type { Brief } from '../../model/brief';
import { compareFigures } from '../../model/figures/compare';
import type { FigureFrame } from '../../model/figures/figure';
import { createFigureIndex } from '../../model/figures/figure-index';
import { sentenceAt } from '../../model/figures/figure-places';
import { figureFrames } from '../../model/figures/frame';
import { findVeto, linkProse } from '../../model/figures/link';
import { nameIndexOf } from '../../model/figures/names';
import type { Span } from '../../text/span';
import { mentionsOf } from './figure-mentions';
import { placeWords, subjectWords, writtenFigure } from './figure-words';

/** A figure in one of the drafts. */
export interface DraftFigure {
  readonly span: Span;
  readonly written: string;
  /** Section and table. */
  readonly place: string;
}

export interface ChangedFigure {
  readonly subject: string;
  /** Span into the draft before. */
  readonly before: DraftFigure;
  /** Span into the draft after. */
  readonly after: DraftFigure;
  /** Places of the draft after that give the same quantity and still have the old value. */
  readonly leftBehind: readonly DraftFigure[];
}

/** In order of the draft after. */
export const compareDrafts = (before: Brief, after: Brief): readonly ChangedFigure[] => {
  const partners = matchFigures(before, after);
  return figureFrames(before)
    .flatMap((old) => {
      const now = partners.get(old.index);
      return now === undefined || isUnchanged(old, now) ? [] : [{ old, now }];
    })
    .map(({ old, now }) => ({
      subject: subjectWords(after, now),
      before: toDraftFigure(before, old),
      after: toDraftFigure(after, now),
      leftBehind: leftBehind(before, old, now, partners).map((frame) => toDraftFigure(after, frame)),
    }))
    .sort((a, b) => a.after.span.start - b.after.span.start);
};

const toDraftFigure = (brief: Brief, frame: FigureFrame): DraftFigure => ({ span: frame.quantity.span, written: writtenFigure(frame), place: placeWords(brief, frame) });

/** "2.4m" for "2.4 million" says the same. */
const isUnchanged = ({ value: a, quantity: ours }: FigureFrame, { value: b, quantity: theirs }: FigureFrame): boolean =>
  a.low === b.low && a.high === b.high && a.value === b.value && a.unit === b.unit && ours.qualifier === theirs.qualifier;

/** Other mentions of the old figure that stand as they were, and with which the new value does not agree. */
const leftBehind = (before: Brief, old: FigureFrame, now: FigureFrame, partners: ReadonlyMap<number, FigureFrame>): readonly FigureFrame[] =>
  mentionsOf(before, old).flatMap((mention) => {
    const partner = partners.get(mention.index);
    return mention.index !== old.index && partner !== undefined && isUnchanged(mention, partner) && compareFigures(partner, now) !== 'meets' ? [partner] : [];
  });

/** By the index of the figure before, the figure after: first those whose words are the same, then those whose sentence was rewritten. */
const matchFigures = (before: Brief, after: Brief): ReadonlyMap<number, FigureFrame> => {
  const partners = new Map<number, FigureFrame>();
  let [ours, theirs] = [figureFrames(before), figureFrames(after)];
  for (const key of [placeKey, wordsKey]) {
    matchByKey(keyed(before, ours, key), keyed(after, theirs, key), partners);
    const matched = new Set([...partners.values()].map(({ index }) => index));
    ours = ours.filter(({ index }) => !partners.has(index));
    theirs = theirs.filter(({ index }) => !matched.has(index));
  }
  matchByLink(ours, theirs, after, partners);
  return partners;
};

type KeyOf = (brief: Brief, frame: FigureFrame) => string | null;

const keyed = (brief: Brief, frames: readonly FigureFrame[], keyOf: KeyOf): ReadonlyMap<string, readonly FigureFrame[]> => {
  const byKey = new Map<string, FigureFrame[]>();
  for (const frame of frames) {
    const key = keyOf(brief, frame);
    if (key === null) continue;
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [frame]);
    else known.push(frame);
  }
  return byKey;
};

/** One by one, where both have as many; a sentence that stands there twice in one draft alone tells nothing. */
const matchByKey = (before: ReadonlyMap<string, readonly FigureFrame[]>, after: ReadonlyMap<string, readonly FigureFrame[]>, partners: Map<number, FigureFrame>): void => {
  for (const [key, ours] of before) {
    const theirs = after.get(key);
    if (theirs?.length !== ours.length) continue;
    // Items of a list that only changed their order have not changed.
    const rest = [...theirs];
    const open = ours.filter((old) => {
      const at = rest.findIndex((now) => isUnchanged(old, now));
      const [same] = at < 0 ? [] : rest.splice(at, 1);
      if (same !== undefined) partners.set(old.index, same);
      return same === undefined;
    });
    open.forEach((old, i) => {
      const now = rest[i];
      if (now !== undefined) partners.set(old.index, now);
    });
  }
};

/** Section and words, or section, table and heads of the cell. */
const placeKey: KeyOf = (brief, frame) => {
  const words = wordsKey(brief, frame);
  const caption = frame.cell === null ? undefined : brief.tables[frame.cell.table]?.caption?.value;
  return words === null ? null : `${brief.sections[frame.section]?.heading?.normalized ?? ''} | ${caption ?? ''} | ${words}`;
};

/** The sentence with its numbers left out; and which of its numbers it is. */
const wordsKey: KeyOf = (brief, frame) => {
  if (frame.cell !== null) {
    const { rowLabel, columnLabel } = frame.cell;
    return `${masked(rowLabel.text)} | ${columnLabel.text.trim()} | ${frame.cell.isWordy ? String(frame.cell.row) : ''}`;
  }
  const sentence = frame.sentence === null ? undefined : sentenceAt(brief, frame.sentence);
  return sentence === undefined ? null : `${masked(sentence.text)} | ${String(frame.earlier.length)}`;
};

/** Words that say how exactly a figure holds: they belong to it, and may come or go with its value. */
const qualifierWords = /\b(?:about|around|approximately|roughly|nearly|almost|some|over|under|at (?:least|most)|(?:more|less|fewer) than|up to|close to) (?=#)/giu;

/** Without the sign and the mark of a currency too, which belong to the figure; but a year tells one sentence from another. */
const masked = (text: string): string =>
  text
    .replace(/[$€£¥₹₨+−–-]?\d[\d.,'’\u00a0\u2009\u202f]*/gu, (number) => (/^(?:1[89]|20)\d\d[.,]?$/.test(number) ? number : '#'))
    .replace(/#(?:\s?(?:thousand|million|billion|trillion|lakh|crore|bn|mn|m|k|per ?cent|%))?/giu, '#')
    .replace(/\s+/g, ' ')
    .replace(qualifierWords, '')
    .toLowerCase()
    .trim();

/** Surer than for two places of one text: nothing but words tells that a rewritten sentence is the old one. */
const leastScore = 0.7;
/** Added to places of the draft before, so that no place of one draft is taken for one of the other. */
const apart = 1_000_000;

const matchByLink = (ours: readonly FigureFrame[], theirs: readonly FigureFrame[], after: Brief, partners: Map<number, FigureFrame>): void => {
  const before = new Set<FigureFrame>();
  const moved = ours.filter(isProse).map((frame) => {
    const copy = { ...frame, sentence: (frame.sentence ?? 0) + apart, block: frame.block + apart, section: frame.section + apart };
    before.add(copy);
    return copy;
  });
  const names = nameIndexOf(after);
  const links: { readonly old: FigureFrame; readonly now: FigureFrame; readonly score: number }[] = [];
  for (const [a, b] of createFigureIndex([...moved, ...theirs.filter(isProse)]).pairs()) {
    if (before.has(a) === before.has(b)) continue;
    const [old, now] = before.has(a) ? [a, b] : [b, a];
    if (old.value.dimension !== now.value.dimension || findVeto(old, now, 'meets', names) !== null) continue;
    const { score } = linkProse(old, now, 'meets');
    if (score >= leastScore) links.push({ old, now, score });
  }
  const taken = new Set<number>();
  for (const { old, now } of links.sort((a, b) => b.score - a.score || a.old.index - b.old.index || a.now.index - b.now.index)) {
    if (partners.has(old.index) || taken.has(now.index)) continue;
    partners.set(old.index, now);
    taken.add(now.index);
  }
};

const isProse = ({ sentence }: FigureFrame): boolean => sentence !== null;
