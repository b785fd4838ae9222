/**
 * Words that say of whom, under what condition and in what manner a figure holds. A group named on one side alone makes another figure of it
 * ("poverty", "child poverty"); the members of a contrast only exclude each other ("net", "gross").
 */
interface CueTable {
  readonly pattern: RegExp;
  readonly tagOf: ReadonlyMap<string, string>;
}

/** Each line: a tag, then the words that give it. */
const tableOf = (lines: readonly string[]): CueTable => {
  const tagOf = new Map<string, string>();
  for (const line of lines) {
    const [tag = '', words = ''] = line.split(': ');
    for (const word of words.split('|')) tagOf.set(word, tag);
  }
  const alternatives = [...tagOf.keys()].sort((a, b) => b.length - a.length).join('|');
  return { pattern: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${alternatives})(?![\\p{L}\\p{N}])`, 'giu'), tagOf };
};

const findTags = (table: CueTable, text: string): string[] => {
  const tags = new Set<string>();
  for (const [match] of text.matchAll(table.pattern)) {
    const tag = table.tagOf.get(match.toLowerCase());
    if (tag !== undefined) tags.add(tag);
  }
  return [...tags];
};

/** "The lowest fifth", "top earners": an end of the scale of persons or households; "the lowest on record" is none of them. */
const endsOfScale = (ends: string): string =>
  ends
    .split('|')
    .flatMap((end) => ' income| incomes|-income| paid|-paid| earning|-earning| earners| decile| deciles| quintile| quintiles| quartile| fifth| tenth| quarter| third| half| ten| two| three| 1| 5| 10| 20| 25| 40| 50'.split('|').map((rest) => `${end}${rest}`))
    .join('|');

const groupTable = tableOf([
  'women: women|woman|female|females|mothers',
  'men: men|man|male|males|fathers',
  'girls: girls|girl',
  'boys: boys|boy',
  'children: children|child|kids|infants|under-fives|newborns',
  'young: youth|youths|young|teenagers|adolescents|adolescent|young people',
  'adults: adults|adult|working-age|working age',
  'old: seniors|senior|elderly|pensioners|pensioner|older people|older|retirees|over-65s',
  'rural: rural|villages|countryside',
  'urban: urban|cities|city|metropolitan',
  `poorest: the bottom|poorest|low-income|poorer|first decile|${endsOfScale('lowest|bottom')}`,
  `richest: the top|richest|high-income|wealthiest|richer|wealthy|tenth decile|${endsOfScale('highest|top')}`,
  'middle: middle-income|middle',
  'ordinal-2: second|2nd',
  'ordinal-3: third|3rd',
  'ordinal-4: fourth|4th',
  'ordinal-5: fifth|5th',
  'single: single|lone',
  'couple: couple|couples|married|joint',
  'deep: deep|extreme|severe|acute',
  'self-employed: self-employed|self employed',
  'informal: informal',
  'private: private|privately',
  'public: public|publicly|government-run|state-run',
  'primary: primary',
  'secondary: secondary',
  'tertiary: tertiary|higher education|university|universities',
  'black: black',
  'white: white',
  'asian: asian',
  'hispanic: hispanic|latino|latina',
  'indigenous: indigenous|aboriginal|tribal',
  'disabled: disabled|disability|disabilities',
  'migrant: migrant|migrants|immigrants|immigrant|refugees|refugee|foreign-born',
  'small: small firms|small businesses|small companies|small farms|small farmers|smallholders|micro|smes|sme|small and medium',
  'large: large firms|large businesses|large companies|large farms|large employers',
  'subset: who|whom|whose|among those|among the|among these|amongst|of those|of these',
  'sum: combination|combined|sum|jointly|altogether',
  'local election: local election|local elections|council elections|municipal elections',
  'general election: general election|general elections|parliamentary election|parliamentary elections',
  'european election: european election|european elections',
  'presidential election: presidential election|presidential elections',
  'north: north|northern',
  'south: south|southern',
  'east: east|eastern',
  'west: west|western',
  'foreign: foreign|overseas|abroad',
  'domestic: domestic',
]);

/** Groups of persons or things that the words name. */
export const findGroups = (text: string): string[] => {
  const plain = text.replace(programmePattern, ' ').replace(notOrdinalGroup, ' ');
  return [...findTags(groupTable, plain), ...agesOf(plain), ...limitedIn(text), ...meantFor(text)];
};

/** "Child benefit" and "youth fund" are names of measures, and no group. */
const programmePattern = /\b(?:child(?:ren)?|youth|women|elderly|disability|primary|secondary|private|public|small|single|rural|urban) (?:&|and family|tax|benefits?|care|support|credits?|funds?|allowances?|payments?|law|policy|policies|act|bill)\b/giu;

/** "Its third year, 2028", "for a second time", "the third largest", "a fifth of": no third or fifth group. */
const notOrdinalGroup =
  /\b(?:second|third|fourth|fifth|2nd|3rd|4th|5th)(?:\s+(?:year|month|week|day)(?=\s*(?:[,.;:()]|$|of\b|in\b|\d))|\s+quarter(?=\s+(?:of\s+|in\s+)?(?:FY\s?)?(?:19|20)\d\d)|\s+(?:successive|consecutive|straight|time|largest|biggest|highest|lowest|smallest|most|least|best|worst)\b|[ -](?:largest|biggest|highest|lowest|most|best|worst)\b)|\b(?:an?|one)[ -](?:third|fourth|fifth)\b|\bper second\b/giu;

/** "Among respondents with a garden": of those alone. */
const limitedPattern = /\b(?:among|amongst|of|for)\s+(?:the\s+|all\s+|those\s+)?(?:\p{L}+\s+){1,2}(with(?:out)?)\s+(?:an?\s+|the\s+|no\s+|any\s+|their\s+)?(\p{L}+)/giu;
const limitedIn = (text: string): string[] => (/\bwith/i.test(text) ? [...text.matchAll(limitedPattern)].map(([, how = '', what = '']) => `${how} ${what}`.toLowerCase().replace(/s$/u, '')) : []);

/** "Fares for islanders", "a wage floor for care workers": of these alone. */
const meantForPattern = /\bfor\s+(?:the\s+|all\s+)?(?:[\p{L}-]+\s+){0,2}?((?:\p{L}{2,}(?:ers|(?<!m)ents|ants|tors|ists|ees|ians))|nurses|pupils|families|couples|firms|companies|farms|charities|schools|hospitals)\b/giu;
const meantFor = (text: string): string[] => (/\bfor\b/i.test(text) ? [...text.matchAll(meantForPattern)].map(([, whom = '']) => `for ${whom.toLowerCase()}`) : []);

const agePattern = /\b(?:aged?|ages|age of|under|over|between)\s+(\d{1,2}(?:\s*(?:[-–]|to|and)\s*\d{1,2})?)(?=\s*(?:years?\b|[-,.;)]|and over|or over|or older|$|\s\p{L}))(?!\s*(?:per ?cent|percent|million|billion|%))/giu;
const agesOf = (text: string): string[] => (/\bage/i.test(text) ? [...text.matchAll(agePattern)].map(([, ages = '']) => `age ${ages.replace(/\D+/g, '-')}`) : []);

const contrastTable = tableOf([
  'basis gross: gross',
  'basis net: net',
  'price nominal: nominal|current prices|cash terms',
  'price real: real terms|inflation-adjusted|constant prices|in real',
  'government federal: federal|federally',
  'government state: state|states|statewide',
  'government local: municipal|municipality|municipalities|county|counties',
  'poverty absolute: absolute',
  'poverty relative: relative',
  'mean average: average|averaged|averaging',
  'mean median: median',
  'mean maximum: maximum|max|peak|peaked|record|cap|capped|ceiling|limit',
  'mean minimum: minimum|min|trough|floor',
  'flow import: imports|import|imported',
  'flow export: exports|export|exported',
  'side cost: costs|cost|spending|expenditure|expenditures|spend|expenses',
  'side revenue: revenue|revenues|income|receipts|proceeds',
  'side saving: saving|savings|saves|saved|save|surplus',
  'supply production: production|output|generation',
  'supply consumption: consumption|demand',
  'supply capacity: capacity',
  'state birth: births|birth|fertility',
  'state death: deaths|death|mortality|killed|died|fatalities',
  'work jobless: unemployment|unemployed|jobless|joblessness',
  'work job: employment|employed',
  'order initial: initial|initially|original|originally|first draft|preliminary|provisional',
  'order final: final|finally|revised|updated|amended',
  'level nation: nationwide|nationally|countrywide|across the country|in the country|throughout the country|national|national average',
  'level region: in the state|in the province|in the region|in the district|in the city|in the county|in the capital|citywide|regional|provincial|local',
  'housing before: before housing costs|bhc',
  'housing after: after housing costs|ahc',
  'stage open: open|opened|pending|outstanding|backlog',
  'stage closed: closed|completed|settled|resolved',
  'tax before: before tax|pre-tax',
  'tax after: after tax|post-tax|after-tax',
  'finance debt: debt|debts|borrowing|loans|loan',
  'finance grant: grant|grants',
  'verdict yes: agreed|agree|support|supported|approve|approved|satisfied|favour|favor|yes|useful',
  'verdict no: disagreed|disagree|oppose|disapprove|dissatisfied|unsure|undecided',
  'outcome up: benefiting|benefitting|benefited|better off|winners|gainers',
  'outcome down: worse off|losers|losing|lose',
]);

/** Members of contrasts, as "class member". */
export const findContrasts = (text: string): string[] => findTags(contrastTable, text);

const scenarioTable = tableOf([
  'baseline: baseline|business as usual|business-as-usual|status quo|do nothing|no action|no-action|current law|current policy|existing policy|counterfactual',
  'best: best case|best-case|optimistic|high scenario|upper bound|ambitious',
  'worst: worst case|worst-case|pessimistic|low scenario|lower bound',
  'central: base case|central scenario|central estimate',
  'example: hypothetical|hypothetically|suppose|imagine|illustrative',
  'condition: if|unless|scenario|scenarios|assuming|were to',
]);

/** "Option B", "phase 2", "Scenario 3", "tier one". */
const numberedPattern = /\b(case study|case|experiment|example|study|finding|recommendation|goal|objective|pillar|step|question|household|proposal|reform|option|scenario|phase|tier|stage|model|variant|plan|alternative|round|cohort|group|class|category|band|zone|lot|batch|wave)\s+#?([a-e]|\d{1,2}|one|two|three|four|five|i{1,3}|iv|v)\b/giu;

/** "At a discount rate of 9%", "with a carbon price of $80": what a model is run with. Another run is another figure. */
const assumptionPattern = /\b(?:at|with|using|under|for|assuming)\s+(?:an?|the)\s+(?:[\p{L}-]+\s+){0,4}(?:discount rate|interest rate|exchange rate|growth rate|take-up rate|carbon price|oil price|elasticity|multiplier|time horizon)\s+(?:of|at)\b/iu;
/** What a sentence opens with holds for all its figures. */
const openingWords = 80;
const opensWithAssumption = (sentence: string): boolean => {
  const found = assumptionPattern.exec(sentence.slice(0, openingWords));
  return found !== null && !/\p{L}/u.test(sentence.slice(0, found.index));
};

/** Conditions under which a figure holds, by its own words; options and phases also by the heading, and an "if" by the sentence that it opens. */
export const findScenarios = (own: string, headings: string, sentence = ''): string[] => [
  ...new Set([...findTags(scenarioTable, own), ...(/^\W*(?:if|unless|assuming|provided|should|were)\b/iu.test(sentence) ? ['condition'] : []), ...(assumptionPattern.test(own) || opensWithAssumption(sentence) ? ['assumption'] : [])]),
  ...[...`${own} | ${headings}`.matchAll(numberedPattern)].map(([, kind = '', which = '']) => `${kind} ${which}`.toLowerCase()),
];

const relativeTimePattern =
  /\b(?:last|previous|prior|preceding) (?:\p{L}+ )?(?:years?|decades?|months?|quarters?|weeks?|elections?|budgets?|surveys?|reports?|cycles?|census)\b|\b(?:last|this|next|in|during|every) (?:the )?(?:summer|winter|spring|autumn|wet season|dry season|rainy season)\b|\b(?:\p{L}+|\d+) (?:years?|decades?|months?|weeks?) (?:ago|earlier|before|later)\b|\b(?:previously|formerly|historically|decades? ago|(?:earlier|older|previous|prior|original|former|initial|superseded) (?:\p{L}+ )?(?:estimates?|forecasts?|projections?|figures?|versions?|drafts?|definitions?|methods?|methodology|series|lines?|counts?|assessments?|models?)|pre-pandemic|pre-war|pre-crisis|eventually|long[- ]run|long[- ]term|short[- ]term|medium[- ]term)\b/giu;

/** "Up from the year before": what a figure is compared with is no time of its own. */
const comparedTime = /\b(?:up|down|unchanged|higher|lower|more|less|fewer|rise|fall|increase|decrease)\s+(?:\p{L}+\s+)?(?:from|on|over|than|since)\s+(?:in\s+)?(?:the|a|one|last|previous)\s+(?:\p{L}+\s+)?(?:years?|decades?|months?|quarters?|weeks?|census|surveys?)(?:\s+(?:before|earlier|ago))?\b/giu;

const seasonPattern = /summer|winter|spring|autumn|(?:wet|dry|rainy) season/;

/** "last year", "a decade ago", "in the long run": other times than the text's own, without a year. */
export const findRelativeTimes = (text: string): string[] => [...new Set([...text.replace(comparedTime, ' ').matchAll(relativeTimePattern)].map(([match]) => seasonPattern.exec(match.toLowerCase())?.[0] ?? match.toLowerCase().split(/\s+/)[0] ?? match))];

const targetWords = String.raw`targets?|targeted(?!\s+at)|targeting|goals?|aims?|aimed(?!\s+at)|aiming|objectives?|pledged?|pledges|commit(?:s|ted|ment|ments)?|aspir\w+|ambitions?|promis\w+`;
const wishWords = String.raw`should|must|recommend(?:s|ed)?|needs? to|ought to`;
const targetPattern = new RegExp(String.raw`\b(?:${targetWords})\b`, 'iu');
const wishPattern = new RegExp(String.raw`\b(?:${wishWords})\b`, 'iu');
/** "…, a target set in 2019" */
const targetBehind = new RegExp(String.raw`,\s+(?:an?|the|its|their|our)\s+(?:\p{L}+\s+){0,2}(?:target|goal|aim|objective|commitment|pledge|ambition)\b`, 'iu');
/** Where what is said of the figure ends and the sentence goes on to something else: "£3 million in 2022 and should be closed". */
const goesOn = new RegExp(String.raw`,|\band\s+(?:\p{L}+ly\s+|now\s+|then\s+|so\s+)?(?:${wishWords}|${targetWords}|will|would|can|could|may|might|is|are|was|were|has|have|had)\b`, 'iu');
/** "Scrap the levy that raised £3 million": what was wished for stands in front of what there is. */
const factBehindWish = new RegExp(String.raw`\b(?:${wishWords})\b.*\b(?:which|that|who|where)\s+(?:\p{L}+\s+){0,3}?(?:was|were|had|have|has|paid|spent|rose|fell|grew|took|cost|made|\p{L}{3,}ed)\b`, 'iu');

/** "The scheme, which should be extended, treated …" */
const relativeAside = /,\s*(?:which|who|that)\b[^,]{0,80},/giu;

/** Is it what somebody wants rather than what is? By words right by the figure, or by those of a heading. */
export const speaksOfTarget = (before: string, after: string): boolean => {
  const said = `${before.replace(relativeAside, ' ')} ${after.split(goesOn)[0] ?? ''}`;
  return targetPattern.test(said) || targetBehind.test(after) || (wishPattern.test(said) && !factBehindWish.test(before));
};

/** "Targets for 2030" above them makes targets of figures; "What should be done" does not. */
export const headsTargets = (heading: string): boolean => targetPattern.test(heading);

const otherPattern = /\b(?:another|other|others|further|additional|additionally|extra|remaining|remainder|rest|else|elsewhere|different|separate|respective|similar|up to (?:an )?additional)\b/iu;

/** "Another 40%", "the remaining 3 million": not the ones named before. */
export const speaksOfOther = (text: string): boolean => otherPattern.test(text);

const attributionPattern =
  /\b[Aa]ccording to (?:the )?((?:\p{Lu}[\p{L}\p{N}.&’'-]*\s?){1,5})|((?:\p{Lu}[\p{L}\p{N}.&-]*\s){0,4}\p{Lu}[\p{L}\p{N}.&-]*)[’']s?\s+(?:\p{L}+\s+){0,2}(?:estimates?|models?|reports?|figures?|surveys?|notebook|study|analysis|projections?|costings?|data|forecasts?|numbers?|[$£€]?\d)|((?:\p{Lu}[\p{L}\p{N}.&-]*\s){1,5})(?:estimate[sd]?|reports?|reported|finds?|found|projects|projected|calculate[sd]?|puts?|says?|said|forecasts?)\b/gu;

/** Whose figure it is by the words of the sentence: "according to the IFS", "Yang's notebook", "the OBR forecasts". */
export const findAttributions = (text: string): string[] => [...new Set([...text.matchAll(attributionPattern)].map(([, one, other, third]) => (one ?? other ?? third ?? '').trim().toLowerCase()))].filter((body) => !notBody.test(body));

/** "The estimated cost", "Our report" */
const notBody = /^(?:the|a|an|this|that|these|those|our|its|their|his|her|my|it|we|they|he|she|all|some|most|recent|many|other|another|each|both|no|one|two|in|by|for|such)$/u;

export type Direction = 'up' | 'down';

const upPattern = /\b(?:rises?|rose|risen|rising|increas\w+|grow|grows|grew|grown|growing|growth|gain(?:s|ed|ing)?|climb\w*|jump\w*|rais(?:e|es|ed|ing)|improv\w+|expand\w*|surg\w+|soar\w*|up|higher)\b/iu;
const downPattern =
  /\b(?:falls?|fell|fallen|falling|decreas\w+|declin\w+|drop(?:s|ped|ping)?|reduc\w+|cut|cuts|cutting|los(?:s|es|e|ing)|lost|lower(?:s|ed|ing)?|shrink\w*|shrank|shrunk|slip\w*|slump\w*|contract(?:s|ed|ion|ing)|down|fewer)\b/iu;

/** The way that a change goes; null where the words name none, or both. */
export const directionOf = (text: string): Direction | null => {
  const [isUp, isDown] = [upPattern.test(text), downPattern.test(text)];
  return isUp === isDown ? null : isUp ? 'up' : 'down';
};
