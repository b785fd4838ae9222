/** Which of two figures says more than the other: of a part, a kind, or the same again. */
import type { FigureFrame } from './figure';
import type { NameIndex } from './names';

/** Words of saying and planning, that any figure of a text can have. */
export const reportingLemmas: ReadonlySet<string> = new Set(
  'propos propose announc plan suggest argu not conclud calculat assum govern reform policy measur provision result impact effect'.split(' '),
);

/** In one section a caption, or "the 16,000 passengers", says again what was said, where it says nothing more. */
export const saysAgain = (a: FigureFrame, b: FigureFrame): boolean =>
  (a.voice !== b.voice || a.manner.isDefinite || b.manner.isDefinite) && unknownTo(b, a) <= mostUnknown(a) && unknownTo(a, b) <= mostUnknown(b);

/** What happens to those passengers is new. */
const mostUnknown = ({ manner }: FigureFrame): number => (manner.isDefinite ? 3 : 1);

const unknownTo = ({ near: known, context }: FigureFrame, { near }: FigureFrame): number => [...near].filter((lemma) => !known.has(lemma) && !context.has(lemma)).length;

/** "Poverty is 5% and child poverty 14%": child poverty elsewhere goes with the second, which shares all with it that the first does, and more. */
export const isOfNeighbour = (a: FigureFrame, b: FigureFrame): boolean =>
  a.neighbours.some(
    ({ dimension, near }) =>
      dimension === b.value.dimension && [...b.near].some((lemma) => near.has(lemma) && !a.said.has(lemma)) && ![...b.near].some((lemma) => a.near.has(lemma) && !near.has(lemma)),
  );

/** "Regional punctuality" is part of "punctuality", unless what it says more stands around the other. */
export const isNarrower = ({ subject: narrow }: FigureFrame, { subject: wide, context, near }: FigureFrame): boolean =>
  wide.length > 0 &&
  narrow.length > wide.length &&
  wide.every((lemma, i) => narrow[narrow.length - wide.length + i] === lemma) &&
  narrow.slice(0, narrow.length - wide.length).some((lemma) => !context.has(lemma) && !near.has(lemma));

/** "An open prison place" is not any prison place, if the other side knows nothing of open ones. */
export const isNarrowedBy = (a: FigureFrame, b: FigureFrame, names: NameIndex): boolean =>
  a.modifiers.some(([front, noun]) => b.near.has(noun) && !b.near.has(front) && !b.context.has(front) && !names.isEverywhere(front) && !reportingLemmas.has(front));

/** "Summer occupancy" and "weekend occupancy": each has a word in front of the same head that the other knows nothing of. */
export const isSisterOf = (a: FigureFrame, b: FigureFrame): boolean => a.subject.length > 1 && b.subject.length > 1 && a.subject.at(-1) === b.subject.at(-1) && hasOwnWord(a, b) && hasOwnWord(b, a);

const hasOwnWord = ({ subject }: FigureFrame, { context, near }: FigureFrame): boolean => subject.slice(0, -1).some((lemma) => !context.has(lemma) && !near.has(lemma));
