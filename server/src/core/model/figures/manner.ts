import { directionOf, speaksOfOther, speaksOfTarget, type Direction } from './cues';
import type { ChangeKind, FigureManner } from './figure';

/** Reads the words around a figure for the manner in which it holds. `before` and `after` are its own part of the sentence. */
export const mannerOf = (before: string, after: string): FigureManner => {
  const change = changeOf(before, after);
  return {
    change,
    direction: changeDirection(before, after),
    isTarget: speaksOfTarget(before, after),
    basis: basisOf(before, after),
    isOther: speaksOfOther(lastWords(before, 4)) || /^\s*(?:more\b(?!\s+than)|others?\b|extra\b|in addition\b)/iu.test(after),
    isWhole: /\b(?:overall|(?<!\bof (?:the |its |their )?)total|totall?ing|totall?ed|in all|all|altogether|combined|as a whole|entire|whole|aggregate|over (?:the|its) (?:\p{L}+ )?(?:period|parliament|decade|lifetime))\b/iu.test(`${before} ${after}`),
    isPart: /\bof (?:which|whom|them|these|those)\b/iu.test(`${lastWords(before, 4)} | ${firstWords(after, 4)}`),
    isDefinite: definitePattern.test(before) && /^\s*(?:(?:of|in)\s)?\p{L}/u.test(after),
    isOfExample: examplePattern.test(before) || conditionPattern.test(before),
    isAnaphoric: /^\W*(?:it|its|this|these|that|such|here|there|both|the (?:site|website|service|project|programme|program|scheme|tool|company|country|city|province|state|region|district))\b/iu.test(before),
    isDifference: differencePattern.test(before) || /^\s*(?:figure|number|statistic|estimate|claim)\b(?!\s+of)/iu.test(after) && /\b(?:the|this|that)\s*$/iu.test(before) || /^\s*(?:(?!(?:want|need|have|get|make|earn|spend|pay|use|work|require|report|say|seek|say)\b)\p{L}+\s+)?(?:more|less|fewer|higher|lower|greater|larger|smaller|above|below|short of|ahead|behind|faster|slower|cheaper|better|worse)\b(?!\s+income)/iu.test(after),
    isPast: pastPattern.test(before) && !presentPattern.test(before),
    isPresent: presentPattern.test(before) && !pastPattern.test(before),
  };
};

/** "The 16,000 passengers"; not "more than the 40". */
const definitePattern = /(?<!\b(?:of|than|to|by|for|per|all)\s)\b(?:the|these|those|all)\s+(?:(?:about|around|nearly|almost|over|more than|some|roughly|approximately|full|whole|entire|estimated|additional)\s+)?(?:[A-Z]{2,3})?[$£€₹¥]?\s?$/iu;

const presentPattern = /\b(?:is|are|has|have|now|today|currently|(?:stand|remain|account|represent|total|make|take|get|hold|give|live|earn|cost|receive|cover|lack|need|face|spend|pay|own|use|employ|work|cover|reach|benefit|run|serve|support|list|average|produce|provide|import|export|consume)s?)\b/iu;
const pastPattern = /\b(?:was|were|had|did|stood|reached|remained|became|paid|spent|rose|fell|grew|made|took|came|lost|held|gave|got|brought|sold|bought|ran|began|led|met|left|kept|built|sent|won|drew|\p{L}{3,}ed)\b/iu;

/** A person or household that the paragraph has introduced, and that another paragraph does not know. */
const examplePattern = /\b(?:they|their|them|he|she|his|her|(?:the|this|that|a|each) (?:\p{L}+ )?(?:household|family|couple|filer|parent|worker|taxpayer|person|man|woman|mother|father|student|patient|farmer|tenant))\b/iu;

/** "Once income passes $30,000": the figure sets a condition. */
const conditionPattern = /\b(?:under|assuming|using|consider)\s+an?\s+$|^\s*with\s+an?\s+$|\b(?:if|when|once|until|unless|whenever)\b[^,;]*$/iu;

const differencePattern = /\b(?:exceed(?:s|ed|ing)?|outpac\w+|outnumber\w*|overshot|undershot|ahead|behind|short)\b.{0,80}\bby\s*$|\b(?:difference|gap|margin)\s+(?:of|is|was)\s*$/iu;

const lastWords = (text: string, count: number): string => text.trim().split(/\s+/).slice(-count).join(' ');
const firstWords = (text: string, count: number): string => text.trim().split(/\s+/).slice(0, count).join(' ');

const changeNouns = 'increase|increases|decrease|decreases|rise|fall|decline|reduction|reductions|drop|growth|cut|cuts|gain|gains|loss|losses|jump|surge|improvement|change';
const loose = String.raw`(?:(?:about|around|only|just|nearly|almost|over|roughly|approximately|some|more than|less than|at least|up to|an? estimated|an? average of|as much as)\s+)*`;
const levelPattern = new RegExp(String.raw`\b(?:to|at|is|was|are|were|of only|stood at|reached|reaches|remains?|remained|equals?|totall?ed|averaged)\s+${loose}[$£€]?\s*$`, 'iu');
const byPattern = new RegExp(String.raw`\bby\s+(?:(?:an?\s+)?(?:additional|further|estimated)\s+)?${loose}(?:(?:an?|the)\s+)?[$£€]?\s*$`, 'iu');
/** "Was used by nearly 700,000 people": who did it, and no change; but "was exceeded by 5%". */
const agentPattern = new RegExp(
  String.raw`\b(?:is|are|was|were|be|been|being)\s+(?:\p{L}+ly\s+)?(?!(?:exceed|surpass|outpac|outnumber|miss|beat|outstrip|extend|delay|revis|adjust|scal|widen|narrow|chang|alter|multipli|divid|increas|decreas|reduc|rais|cut|lower|improv|expand|shorten|lengthen|boost|diminish|overshot|undershot)\p{L}*\s)(?:\p{L}+ed|known|seen|held|owned|run|led|made|paid|driven|given|taken|read|heard|done|won|shown|born|met|spoken|eaten|worn|bought|sold|taught)\s+by\s+${loose}$`,
  'iu',
);
const ofPattern = new RegExp(String.raw`\b(?:${changeNouns})\s+(?:in [\p{L} -]{3,40} )?(?:of|by)\s+${loose}[$£€]?\s*$`, 'iu');
const verbPattern = new RegExp(
  String.raw`\b(?:rose|risen|rises?|rising|fell|fallen|falls?|falling|grew|grown|grows?|growing|increased|increases?|decreased|declined|dropped|shrank|climbed|jumped|gained?|lost|lose|contracted|expanded|surged|slipped)\s+${loose}[$£€]?\s*$`,
  'iu',
);
const nounAfterPattern = new RegExp(String.raw`^\s*(?:[\p{L}-]+\s+){0,2}(?:${changeNouns})\b|^\s*(?:up|down)\s+(?:on|from|over|since)\b`, 'iu');

const changeOf = (before: string, after: string): ChangeKind => {
  if ((byPattern.test(before) && !agentPattern.test(before)) || ofPattern.test(before) || verbPattern.test(before) || nounAfterPattern.test(after)) return 'change';
  return levelPattern.test(before) ? 'level' : 'unsaid';
};

const changeDirection = (before: string, after: string): Direction | null => directionOf(lastWords(before, 7)) ?? directionOf(firstWords(after, 4));

const bases: readonly (readonly [RegExp, string])[] = [
  [/\b(?:per|a|an|each|every)\s+(?:\p{L}+\s+)?(?:year|annum)\b|\/\s?(?:year|yr|annum)\b|\bannual(?:ly)?\b|\byearly\b/iu, 'year'],
  [/\b(?:per|a|each|every)\s+month\b|\/\s?(?:month|mo)\b|\bmonthly\b/iu, 'month'],
  [/\b(?:per|a|each|every)\s+week\b|\/\s?(?:week|wk)\b|\bweekly\b/iu, 'week'],
  [/\b(?:per|a|each|every)\s+day\b|\/\s?day\b|\bdaily\b/iu, 'day'],
  [/\b(?:per|an|each|every)\s+hour\b|\/\s?(?:hour|hr|h)\b|\bhourly\b/iu, 'hour'],
];
/** "Credit per child", "Cost (per month)". */
export const basisInHead = (head: string): string | null => basisOf(head.replace(/[()]/g, ' '), '') ?? basisOf('', ` ${head.replace(/[()]/g, ' ')}`);

const perPattern = /^\s*(?:\p{L}+\s+){0,3}?(?:per\s+(?!cent\b|annum\b)(?:qualifying |eligible |additional |\d[\d,]*\s*)?(\p{L}+)|(?<!\bof\s)(each|apiece)\b|for each (\p{L}+)|a head\b)/iu;

/** "Each school would get £4,000" */
const eachPattern = /^\W*(?:and\s+)?(?:each|every)\s+(\p{L}+)\s+(?:would|will|could|can|gets?|got|pays?|paid|receives?|received|has|had|costs?|spends?|spent|earns?|earned|needs?|needed)\b/iu;

/** "per month" right behind it, or "monthly" right before. A time beats a head: "per child per month" is by the month. */
const basisOf = (before: string, after: string): string | null => {
  const near = `${lastWords(before, 4)} | ${firstWords(after, 5).split(/[,;(]/)[0] ?? ''}`;
  const time = bases.find(([pattern]) => pattern.test(near))?.[1];
  const per = perPattern.exec(after);
  // "142 litres of water per person per day"
  const behind = per === null ? undefined : bases.find(([pattern]) => pattern.test(firstWords(after.slice(per.index + per[0].length), 2)))?.[1];
  const head = per ? (per[1] ?? per[3] ?? 'each').toLowerCase() : /\bper capita\b/iu.test(before) ? 'capita' : (eachPattern.exec(before)?.[1]?.toLowerCase() ?? null);
  return head !== null && bases.every(([, name]) => name !== head) ? `${head}${(time ?? behind) === undefined ? '' : ` ${time ?? behind ?? ''}`}` : (time ?? head);
};
