import { spanOf, type Span } from '../../text/span';
import type { FigureRole } from './figure';

/** The part of a sentence that speaks of one of its figures. Offsets are into the sentence's text. */
export interface Segment {
  readonly figure: Span;
  /** Words before the figure, from the last break. */
  readonly before: Span;
  /** Words behind it, to the next break. */
  readonly after: Span;
  /** Words of an earlier figure of the sentence that hold for this one too ("rose by 3% in May and by 4% in June"). */
  readonly lead: Span | null;
  readonly role: FigureRole;
}

const hardBreak = /[;:—]|\s[–-]\s|[.!?]\s/u;
const clauseBreak = /,\s*(?:while|whereas|but|although|though|with|which|who|and|or|as|compared|versus|against|followed|up|down|leading|leaving|meaning|because|rather|rising|falling|than)\b|\)/iu;
const wordBreak = /\s(?:while|whereas|but|versus|vs|against|than|compared|and|or|rather)\b/iu;
const linkBreak = /\s(?:from|to)\b/iu;

/** Where the words for the figure in front end and those for the next one begin. */
const breakIn = (gap: string): number => {
  const hard = hardBreak.exec(gap);
  if (hard) return hard.index + hard[0].length;
  const clause = clauseBreak.exec(gap);
  if (clause) return clause.index + 1;
  const word = wordBreak.exec(gap);
  if (word) return word.index;
  const comma = gap.indexOf(',');
  if (comma >= 0) return comma + 1;
  const basis = basisBehind.exec(gap);
  if (basis) return basis[0].length + (/^\s+(?:in|of|for|among|at|on|to)\b.*?(?=\s(?:is|are|was|were|will|would|can|could|costs?|cost|takes?|took|raises?|raised|saves?|saved|brings?|brought|needs?|makes?|made|covers?|covered|helps?|helped|lifts?|lifted|gives?|gave)\s)/iu.exec(gap.slice(basis[0].length))?.[0].length ?? 0);
  const link = linkBreak.exec(gap);
  if (link) return link.index;
  // "23% in Lahore is under half …": what stands right behind a figure is its own.
  return /^\s+(?:in|of|for|among|at|on|during|per)\s+\S+\s/u.test(gap) ? gap.length : 0;
};

/** "£12 an hour" */
const basisBehind = /^(?:\s?(?:\/\s?|(?:an?|per|each|every)\s+)(?:hour|day|week|month|year|quarter|head|person|capita|household|family|child|pupil|worker|tonne|ton|hectare|litre|kilo|unit)(?!\p{L}))+/iu;

/** Offsets farther from the figure than this say little of it. */
const farthestBefore = 140;
const farthestAfter = 90;

/** `figures` are in order and do not overlap. */
export const segmentsOf = (text: string, figures: readonly Span[]): Segment[] => {
  const segments: Segment[] = [];
  figures.forEach((figure, i) => {
    const previous = figures[i - 1];
    const next = figures[i + 1];
    const gapBefore = previous ? text.slice(previous.end, figure.start) : '';
    const start = previous ? previous.end + breakIn(gapBefore) : leadStart(text, figure.start);
    const end = next ? figure.end + breakIn(text.slice(figure.end, next.start)) : text.length;
    const before = spanOf(Math.max(start, wordStart(text, figure.start - farthestBefore)), figure.start);
    const after = spanOf(figure.end, Math.max(figure.end, clauseEnd(text, figure.end, Math.min(end, figure.end + farthestAfter))));
    const role = roleOf(text.slice(Math.max(0, figure.start - 60), figure.start), gapBefore, segments.at(-1)?.role);
    segments.push({ figure, before, after, lead: leadFor(text, before, gapBefore, segments.at(-1)), role });
  });
  return segments;
};

/** "While costs fell, prices rose by 3%": the figure's words begin behind the comma. */
const leadStart = (text: string, figureStart: number): number => {
  const lead = text.slice(0, figureStart);
  const hard = [...lead.matchAll(/[;:—]\s|\s[–-]\s/gu)].at(-1);
  // "…, for an overall cost of £9bn" sums up what stands in front: none of it alone is what the figure measures.
  const sum = /,\s+(?:for|giving|leaving|bringing|making|with)\s+(?:an?|the)\s+(?:overall|total|combined|net)\s[^,]*$/iu.exec(lead.slice(-farthestBefore));
  if (sum) return Math.max(0, lead.length - farthestBefore) + sum.index + 1;
  const from = hard && /\p{L}{3}.*\p{L}{3}/u.test(lead.slice(hard.index + 2)) ? hard.index + hard[0].length : 0;
  const opening = /^\s*(?:while|although|though|because|whereas|unlike|despite|given)\b[^,]{3,160},/iu.exec(lead.slice(from));
  return opening ? from + opening[0].length : from;
};

const wordStart = (text: string, offset: number): number => {
  if (offset <= 0) return 0;
  const space = text.indexOf(' ', offset);
  return space < 0 ? offset : space + 1;
};

const clauseEnd = (text: string, from: number, to: number): number => {
  const tail = text.slice(from, to);
  const stop = /[;:—]|\s[–-]\s|,\s*(?:while|whereas|but|although|though|which|because|so|as|and|with|leading|leaving|meaning)\b/iu.exec(tail);
  const compared = comparison.exec(tail);
  return from + Math.min(stop?.index ?? tail.length, compared?.index ?? tail.length);
};

/** "…, well above the figure for Sheffield": what the figure is held against is not what it is of. */
const comparison =
  /,\s*(?:(?:well|far|just|slightly|somewhat|much|even|still|only|and|or)\s+)*(?:above|below|ahead of|behind|beyond|against|versus|unlike|(?:more|less|fewer|higher|lower|greater|larger|smaller|better|worse|faster|slower|rather) than|(?:second|next|similar|close|equal|compared) (?:only )?to|the same as|as (?:much|many|high|low) as|(?:double|twice|half|treble|triple) (?:that|those|the)\b|(?:up|down) (?:on|from))\s|\s(?:compared (?:with|to)|versus|vs\.?|as against|as opposed to)\s/iu;

/** A figure with no word of its own but a link or time shares the words of the one in front. */
const leadFor = (text: string, before: Span, gap: string, previous: Segment | undefined): Span | null => {
  if (!previous) return null;
  const own = text.slice(before.start, before.end).replace(/\b(?:by|to|in|at|and|or|from|of|the|a|about|around|nearly|almost|over|only|just|for|rising|falling|up|down|then|another|respectively)\b|[^\p{L}]+/giu, '');
  if (own.length > 2 || gap.length > farthestBefore) return null;
  return previous.lead ?? previous.before;
};

const looseWords = String.raw`(?:(?:about|around|only|just|nearly|almost|over|under|roughly|approximately|some|the|a|an|more|less|than|at|least|up|to|what|was|were|is|its|our|their)\s+|[$£€]\s?)*`;
const fromPattern = new RegExp(String.raw`\bfrom\s+${looseWords}$`, 'iu');
const toPattern = /^[^.;]{0,40}\b(?:to|up to|down to)\s+(?:\p{L}+\s+){0,2}$/iu;
const comparatorPattern = /\b(?:than|against|versus|vs\.?|compared (?:with|to)|as opposed to|instead of|rather than|not|beyond|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|unlike|relative to|out of)\s+(?:[\p{L}’'-]+\s+){0,3}$/iu;

/** "160 of the 324 districts": the whole that a part is taken from. */
const wholePattern = /(?:\d[\d.,]*%?\)?|\b(?:half|third|quarter|fifth|one|two|three|four|five|six|seven|eight|nine|ten|some|many|most|all|few)) (?:out )?of (?:the |its |their |our |all |those |these )?$/iu;

const roleOf = (lead: string, gap: string, previous: FigureRole | undefined): FigureRole => {
  if (fromPattern.test(lead)) return 'from';
  if (wholePattern.test(lead)) return 'whole';
  if (previous === 'from' && toPattern.test(gap)) return 'to';
  const isQualified = /\b(?:more|less|fewer|greater|higher|lower|larger|smaller) than\s+$/iu.test(lead) && !/\p{L}\s+(?:more|less|fewer|greater|higher|lower) than\s+\p{L}+\s+$/iu.test(lead);
  return !isQualified && comparatorPattern.test(lead) ? 'comparator' : 'plain';
};

/** "poverty and deep poverty fell by 5% and 6%, respectively": the words of each part, in order; null for any other sentence. */
export const respectiveParts = (text: string, figures: readonly Span[]): readonly Span[] | null => {
  const [first] = figures;
  if (!first || figures.length < 2 || !/\brespectively\b/i.test(text)) return null;
  const lead = text.slice(0, first.start);
  const cuts = [...lead.matchAll(/,\s*(?:and\s+)?|\s(?:and|or)\s/giu)].slice(-(figures.length - 1));
  if (cuts.length < figures.length - 1) return null;
  const starts = [0, ...cuts.map((cut) => cut.index + cut[0].length)];
  return figures.map((_, i) => spanOf(starts[i] ?? 0, i + 1 < figures.length ? (cuts[i]?.index ?? first.start) : first.start));
};
