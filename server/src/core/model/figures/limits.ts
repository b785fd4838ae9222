import type { Brief } from '../brief';
import type { FigureFrame } from './figure';

const number = String.raw`(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty)`;
/** "Boats below 12 metres", "pupils within two kilometres", "schools with more than 400 children". */
const limit = String.raw`(?:above|below|beyond|inside|outside|over|under|within|(?:with|of) (?:fewer|less|more) than|with at (?:least|most))\s+(?:the\s+|an?\s+)?(${number})(?!\p{L})`;
/** Right behind the noun that is counted. */
const limitBehind = new RegExp(String.raw`^\s*(?:of\s+(?:the|all|its|our)\s+)?(?:[\p{L}’'-]+\s+){1,3}?${limit}`, 'iu');
/** "Of the boats below 12 metres, 9%". */
const limitBefore = new RegExp(String.raw`\b(?:of|among)\s+(?:the\s+|all\s+|its\s+|our\s+)?(?:[\p{L}’'-]+\s+){1,3}?${limit}\s+[\p{L}-]+,?\s*$`, 'iu');

/** "The 316 villages beyond 30 minutes" are some of "the 412 villages": the one is counted up to a limit of which the other's sentence knows nothing. */
export const differInLimit = (brief: Brief, a: FigureFrame, b: FigureFrame): boolean => isLimited(brief, a, b) || isLimited(brief, b, a);

const isLimited = ({ text, sentences }: Brief, one: FigureFrame, other: FigureFrame): boolean => {
  const [ours, theirs] = [one.sentence, other.sentence].map((index) => (index === null ? undefined : sentences[index]));
  if (ours === undefined || theirs === undefined) return false;
  const { start, end } = one.quantity.span;
  const said = limitBehind.exec(text.slice(end, Math.min(ours.span.end, end + 120)))?.[1] ?? limitBefore.exec(text.slice(Math.max(ours.span.start, start - 120), start))?.[1];
  return said !== undefined && !theirs.text.toLowerCase().split(/[^\p{L}\d.,]+/u).includes(said.toLowerCase());
};
