import type { Brief } from '../brief';
import { rememberByBrief } from '../remember-by-brief';
import { findContrasts } from './cues';
import type { FigureFrame } from './figure';
import { periodsOf } from './periods';

/** What the places of two figures say, beyond their own words: that they are of two things. */
export const isOtherThing = (brief: Brief, a: FigureFrame, b: FigureFrame): boolean => isTwinSection(brief, a, b) || isOpposedSection(brief, a, b) || isYearLeftOpen(brief, a, b) || isYearLeftOpen(brief, b, a) || isOfPast(brief, a, b) || isOfPast(brief, b, a);

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

/** Years of the words of each block of text. */
const yearsByBlock = rememberByBrief((brief) => {
  const years = new Map<number, Set<string>>();
  for (const { block, text } of brief.sentences) {
    const own = years.get(block) ?? new Set<string>();
    years.set(block, own);
    for (const period of periodsOf(text)) if (/^\d{4}$/.test(period)) own.add(period);
  }
  return years;
});

export const hasSeveralYears = (brief: Brief, block: number): boolean => (yearsByBlock(brief).get(block)?.size ?? 0) > 1;

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
  if (written === null) return false;
  const years = then.periods.map((period) => Number(period.slice(-4)));
  return years.length > 0 && years.every((year) => year < written - yearsOfPresent);
};
