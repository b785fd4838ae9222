import { rememberByWords } from '../text/remember-by-words';
import { reportingVerbs, sourceNouns } from './cues/reporting';

const name = String.raw`\p{Lu}[\p{L}\p{N}&’'.-]*`;

/** A name is tried from its first letter alone, or a long run of letters would be read once for each of them. */
const wordStart = String.raw`(?<![\p{L}\p{N}&’'.-])`;

const patterns: readonly RegExp[] = [
  // According to the Bureau of Statistics; data from PBS; in the words of the minister for health
  new RegExp(String.raw`\b(?:[Aa]ccording to|[Aa]s (?:reported|estimated|noted|recorded|calculated|shown|published|stated) (?:by|in)|(?:[Dd]ata|[Ff]igures|[Ss]tatistics|[Ee]stimates|[Nn]umbers|[Rr]ecords|[Rr]eports?|[Aa]nalysis|[Rr]esearch|[Ss]urvey|[Ss]tudy) (?:from|by|of|published by|compiled by|released by|collected by))\s+(?:the\s+|an?\s+|its\s+)?(?:\d{4}\s+)?${name}`, 'u'),
  // The State Bank estimates; NADRA's records show
  new RegExp(String.raw`(?:^|[\s(])(?:the\s+)?${name}(?:\s+(?:of|for|and|on|the|in)\s+${name}|\s+${name}){0,6}(?:\s+\(\p{Lu}[\p{L}]{1,7}\))?(?:[’']s?\s+(?:\p{Ll}+\s+){0,4}|\s+(?:has\s+|have\s+|also\s+|now\s+|currently\s+)?)(?:${reportingVerbs})\b`, 'u'),
  // the 2021 Census, the Labour Force Survey, Economic Survey 2024-25
  new RegExp(String.raw`(?:\b\d{4}(?:[-–/]\d{2,4})?|${wordStart}${name})\s+(?:${sourceNouns})\b`, 'u'),
  // the OECD's 2024 report, the bank's annual review
  new RegExp(String.raw`${wordStart}${name}[’']s?\s+(?:\d{4}\s+|latest\s+|annual\s+|own\s+|most recent\s+|\p{L}+\s+)?(?:report|study|survey|data|estimates?|figures|statistics|analysis|census|forecasts?|projections?|modelling|modeling|records|accounts|review|assessment|impact assessment)\b`, 'u'),
  // the board's annual report shows; its own survey found
  new RegExp(String.raw`(?<!\p{L})(?:\p{L}{1,40}[’']s?|its|their)\s+(?:own\s+|annual\s+|latest\s+|most recent\s+|\d{4}\s+)?(?:report|survey|census|data|figures|statistics|records|accounts|audit|review)\s+(?:also\s+)?(?:${reportingVerbs})\b`, 'u'),
  // Cabinet Decision No. 212 of 2018; Circular No. 14/2023
  /\b(?:Circular|Decision|Judg[e]?ment|Letter|Minutes|Notification|Order|Resolution|Statement|Case)\s+[Nn]o\.?\s?[\p{L}-]{0,6}\d/u,
  // the same poll shows; according to their data: somebody was named before
  new RegExp(String.raw`\b(?:[Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose|[Tt]heir|[Ii]ts)\s+(?:same\s+|latter\s+|second\s+)?(?:authors?|census|data|figures|poll|report|researchers|study|studies|survey)\s+(?:also\s+)?(?:${reportingVerbs})\b`, 'u'),
  /\b[Aa]ccording to (?:the|this|that|these|those|their|its|his|her)(?: same| latter)? (?:authors?|census|data|figures|poll|reports?|researchers|study|studies|survey)\b/,
];

/** Words that say in the sentence itself, without a year, where something comes from: a named body that reports, a named data set. */
export const findNamedSource = rememberByWords((text): string | undefined => {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match !== null) return match[0].trim();
  }
  return undefined;
});
