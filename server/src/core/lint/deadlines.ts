/** When something is to be done, as far as the words of a recommendation say it. */
const month = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;
const year = String.raw`20\d{2}(?:\s?[-–/]\s?(?:20)?\d{2})?`;
const count = String.raw`(?:\d{1,3}(?:\s?[-–]\s?\d{1,3})?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty-four|ninety|thirty|sixty|a few|several)`;
const unit = String.raw`(?:working\s+|calendar\s+|school\s+|financial\s+|fiscal\s+|budget\s+)?(?:days?|weeks?|months?|years?|quarters?|sessions?|budgets?|terms?|semesters?|cycles?)`;
/** Sessions and terms, but no budgets: "within the existing budget" says who pays. */
const span = String.raw`(?:working\s+|calendar\s+|school\s+|financial\s+|fiscal\s+|budget\s+)?(?:days?|weeks?|months?|years?|quarters?|sessions?|terms?|semesters?|cycles?)`;
const period = String.raw`(?!(?:current|present)\s+budgets?\b)(?:(?:first|second|third|fourth|last|next|this|coming|current|following|new|present)\s+)+(?:\w+\s+)?(?:half|quarter|year|month|week|session|budget|term|parliament|parliamentary\s+term|semester|census|election|plan|cycle|season|winter|summer|spring|autumn|round|review)s?`;
const moment = String.raw`(?:(?:mid|early|late|year)[-\s]?\s*(?:end|20\d{2})|(?:the\s+)?(?:end|start|beginning|middle|close)\s+of\s+\S+|(?:the\s+)?${period}|${month}\s+(?:\d{1,2},?\s+)?20\d{2}|\d{1,2}\s+${month}|${month}(?![a-z])|(?:(?:state|federal|national|annual)\s+)?(?:budgets?|fiscal year|financial year|school year|academic year|plan year|season)\s+(?:of\s+|for\s+)?${year}|${year}|FY\s?'?\d{2,4}|Q[1-4]|year\s+(?:\d|one|two|three)|(?:phase|stage)\s+\S+|then|\[[^\]]{0,30}(?:date|month|year)[^\]]{0,30}\])`;

const datePattern = new RegExp(
  [
    String.raw`\b(?:by|before|until|till|no later than|not later than|from|starting|beginning|commencing|as of|with effect from|effective|in|during|over|through|throughout|after|for|on|at)\s+(?:in\s+|from\s+|about\s+|around\s+|the\s+)?${moment}`,
    String.raw`\b(?:within|in|over|during|for|after|every|each)\s+(?:the\s+)?(?:next\s+|first\s+|coming\s+|at most\s+|about\s+|around\s+|less than\s+|under\s+)?${count}[\s-]+${unit}`,
    String.raw`\bwithin\s+(?:the\s+|an?\s+|its\s+|this\s+|their\s+|each\s+)?(?:\w+\s+)?${span}`,
    String.raw`\b(?:before|after|ahead of|in time for|at|until)\s+(?:the|its|each|their)\s+(?:\w+\s+){0,3}(?:election|budget|session|season|summit|conference|census|review|harvest|vote|parliament|recess|monsoon|winter|summer|cop\d*)\b`,
    String.raw`\b${month}\s+(?:\d{1,2},?\s+)?20\d{2}`,
    String.raw`\bQ[1-4](?:\s+(?:of\s+)?(?:20\d{2}|FY\S+))?`,
    String.raw`\(\s*(?:by\s+|from\s+|in\s+|start(?:ing)?\s+|due\s+)?(?:${year}|FY\s?\d{2,4}\S*|${count}[\s-]+${unit})\s*\)`,
    String.raw`\b(?:deadline|due(?: date)?|when|timing|timeline|time ?frame|target date|start(?:s|ing)?|completion)\s*[:=–—]\s*\S+`,
    String.raw`\b(?:short|medium|near|long)(?:er)?[-\s]term\b`,
    String.raw`\b(?:immediate(?:ly)?|at once|without delay|straight away|right away|urgently|as soon as|forthwith|first \d{2,3} days|day one)\b`,
  ].join('|'),
  'giu',
);

/** Duties without an end need no deadline. */
const ongoingPattern =
  /\b(?:annual(?:ly)?|yearly|quarterly|monthly|weekly|daily|biannual(?:ly)?|biennial(?:ly)?|(?:every|each|per)\s+(?:other\s+|second\s+|financial\s+|fiscal\s+|school\s+|budget\s+)?(?:year|quarter|month|week|term|session|budget|cycle)|(?:once|twice|three times)\s+a\s+(?:year|month|quarter)|continu(?:e|es|ous|ously|ally|ing)|keep|maintain|retain|ongoing|on a rolling basis|regular(?:ly)?|permanent(?:ly)?|periodic(?:ally)?|routine(?:ly)?|always|whenever|at all times|do not|never)\b/iu;

/** A time or an ongoing duty; `since` is the year of the brief: what lies before it is no deadline. */
export function findDeadline(text: string, since: number | null): string | undefined {
  for (const match of text.matchAll(datePattern)) {
    const stated = /20\d{2}/.exec(match[0])?.[0];
    if (stated !== undefined && since !== null && Number(stated) < since) continue;
    return match[0];
  }
  return ongoingPattern.exec(text)?.[0];
}
