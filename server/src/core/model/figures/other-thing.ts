import type { Brief } from '../brief';
import { rememberByBrief } from '../remember-by-brief';
import { readSentences, someOf } from '../sentence-memory';
import { findContrasts } from './cues';
import { differInDenial } from './denials';
import type { FigureFrame } from './figure';
import { differInLimit } from './limits';
import { isSumAndPart } from './parts-of-sum';
import { findPeriodsIn } from './periods';

/** What the places of two figures say, beyond their own words: that they are of two things. The same digits in another scale are no sum, and "cannot house 3 billion" denies nothing of 3 million. */
export const isOtherThing = (brief: Brief, a: FigureFrame, b: FigureFrame, isSameNumeral = false): boolean => isTwinSection(brief, a, b) || isOpposedSection(brief, a, b) || isYearLeftOpen(brief, a, b) || isYearLeftOpen(brief, b, a) || isOfPast(brief, a, b) || isOfPast(brief, b, a) || differInLimit(brief, a, b) || isSharedOut(brief, a, b) || (!isSameNumeral && (differInDenial(brief, a, b) || isSumAndPart(brief, a, b)));

/** "475,000 and 797,000 respectively": which of the two is in the row, only the order of the words before says. */
const isSharedOut = ({ text, sentences }: Brief, a: FigureFrame, b: FigureFrame): boolean => {
  const prose = a.cell === null ? a : b;
  const sentence = prose.sentence === null || (a.cell === null) === (b.cell === null) ? undefined : sentences[prose.sentence];
  return sentence !== undefined && /\brespectively\b/i.test(text.slice(sentence.span.start, sentence.span.end));
};

/** Two sections of one name under different parents go through the same points of two things. */
const isTwinSection = (brief: Brief, a: FigureFrame, b: FigureFrame): boolean => {
  if (a.section === b.section) return false;
  const [ours, theirs] = [brief.sections[a.section]?.heading?.normalized, brief.sections[b.section]?.heading?.normalized];
  return ours !== undefined && ours !== '' && ours === theirs;
};

const contrastsBySection = rememberByBrief((brief) => brief.sections.map(({ heading }) => (heading === null ? [] : findContrasts(heading.text))));

/** "Federal revenue" and "State revenue" as headings: each section has its own side. */
const isOpposedSection = (brief: Brief, a: FigureFrame, b: FigureFrame): boolean => {
  if (a.section === b.section) return false;
  const [ours, theirs] = [contrastsBySection(brief)[a.section] ?? [], contrastsBySection(brief)[b.section] ?? []];
  return ours.some((one) => theirs.some((other) => one !== other && one.split(' ')[0] === other.split(' ')[0]) && !theirs.includes(one));
};

const yearsIn = readSentences(({ text }) => someOf(findPeriodsIn(text).filter((period) => /^\d{4}$/.test(period))));

/** Blocks of text whose words name more than one year. */
export const blocksWithYears = rememberByBrief((brief): ReadonlySet<number> => {
  const several = new Set<number>();
  const firstOf = new Map<number, string>();
  for (const { sentence: { block }, found } of yearsIn(brief)) {
    for (const year of found) {
      const first = firstOf.get(block);
      if (first === undefined) firstOf.set(block, year);
      else if (first !== year) several.add(block);
    }
  }
  return several;
});

export const hasSeveralYears = (brief: Brief, block: number): boolean => blocksWithYears(brief).has(block);

/** A list that gives figures of two years leaves open of which year an item without a year is; against one that names its year, nothing follows. */
const isYearLeftOpen = (brief: Brief, a: FigureFrame, b: FigureFrame): boolean =>
  a.cell === null && b.periods.length > 0 && a.periods.length === 0 && a.contextPeriods.length === 0 && hasSeveralYears(brief, a.block);

/** The year in which the brief is written, by its own word. */
export const yearOfBrief = ({ metadata: { date } }: Brief): number | null => {
  const years = (date?.value.match(/\b(?:19|20)\d\d\b/g) ?? []).map(Number);
  return years.length === 0 ? null : Math.max(...years);
};

/** Figures of the year before a brief are its present. */
const yearsOfPresent = 2;

/** "Unemployment is 5.2%" in a brief of 2025, "unemployment was 6.1% in 2021": now, and then. */
const isOfPast = (brief: Brief, now: FigureFrame, then: FigureFrame): boolean => {
  if (!now.manner.isPresent || now.cell !== null || now.periods.length > 0 || now.contextPeriods.length > 0) return false;
  const written = yearOfBrief(brief);
  const years = then.periods.map((period) => Number(period.slice(-4)));
  // Nobody knows when the brief was written: the tenses say that one is now, and one then.
  if (written === null) return years.length > 0 && then.manner.isPast;
  return years.length > 0 && years.every((year) => year < written - yearsOfPresent);
};
