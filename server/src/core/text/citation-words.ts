/**
 * The words that tell a source from what only looks like one. All in lower case and singular unless the plural has its own sense;
 * `hasWord` also accepts a plural in -s.
 */

/** Last noun of a publication: "Labour Force Survey (2021)" is a source. */
export const SOURCE_NOUNS: ReadonlySet<string> = new Set(
  (
    'survey census report review outlook index statistics bulletin yearbook profile database dataset indicator indicators study assessment paper brief ' +
    'briefing handbook accounts abstract digest compendium tracker barometer monitor scorecard ranking estimate projections prospects factsheet ' +
    'evaluation audit inventory poll gazette journal magazine encyclopedia encyclopaedia atlas almanac data speech statement newsletter evidence ' +
    'manual guidebook thesis dissertation'
  ).split(' '),
);

/** Last noun of a law, policy or plan: "AI Act (2024)" dates the Act and names no source. */
export const INSTRUMENT_NOUNS: ReadonlySet<string> = new Set(
  (
    'act bill law ordinance order rules regulation directive code charter policy framework strategy plan programme program vision agenda roadmap ' +
    'declaration agreement treaty convention protocol accord resolution constitution amendment budget standard statute decree legislation pact covenant ' +
    'decision guideline initiative scheme compact memorandum mandate package proposal'
  ).split(' '),
);

/** Laws that go by their initials. */
export const INSTRUMENT_ACRONYMS: ReadonlySet<string> = new Set(
  'GDPR PECA CCPA CPRA HIPAA DMA DSA DORA NIS2 UNCLOS CEDAW NAFTA USMCA GATT GATS TRIPS ICCPR ICESCR FOIA COPPA LGPD PIPL SDG SDGs MDG MDGs RTI CRPD'.split(' '),
);

/** Something that happened: "COP28 (2023)", "Earth Summit (1992)". */
export const EVENT_NOUNS: ReadonlySet<string> = new Set(
  (
    'summit conference olympics war election referendum revolution crisis pandemic epidemic earthquake flood games cup coup uprising partition ' +
    'rebellion mutiny famine genocide tsunami typhoon blackout ' +
    'independence workshop exhibition expo festival ceremony inquiry tribunal massacre cyclone hurricane drought recession lockdown merger launch ' +
    'inauguration session meeting hearing trial battle riot strike protest dialogue hackathon'
  ).split(' '),
);

/** Stand before the name of a storm: "Cyclone Nargis (2008)". */
export const STORM_NOUNS: ReadonlySet<string> = new Set(['cyclone', 'hurricane', 'typhoon', 'storm']);

/** Products with a year of release: "Windows Server (2019)", "GPT-4 (2023)". In lower case and without the number of the version. */
export const PRODUCT_NAMES: ReadonlySet<string> = new Set('windows android ios iphone ipad macos gpt chatgpt llama bitcoin ethereum xbox playstation kindle covid'.split(' '));

/** First nouns of a body, or last ones: they outrank whatever stands after "of" ("Ministry of Law", "Office of Management and Budget"). */
export const BODY_NOUNS: ReadonlySet<string> = new Set(
  (
    'ministry department division bureau office institute institution institutes centre center authority commission committee council board bank fund ' +
    'agency organization organisation association federation foundation university college school society union company corporation group network ' +
    'secretariat directorate inspectorate treasury parliament senate assembly government court service services trust alliance coalition panel ' +
    'taskforce observatory academy chamber forum press consortium partnership administration laboratory unit cell house state states nations watch'
  ).split(' '),
);

/** The label of a value or of a point in time, not a name: "Population (2023)", "Literacy Rate (2022)", "Target (2030)". */
export const LABEL_NOUNS: ReadonlySet<string> = new Set(
  (
    'population revenue export import gdp gnp gni cpi fdi hdi inflation growth total subtotal rate ratio share level spend spending expenditure debt ' +
    'deficit surplus employment unemployment income wage price cost value volume output production consumption demand supply number percentage percent ' +
    'average median mean baseline target actual estimated projected projection forecast scenario year quarter month week day date period phase stage ' +
    'round wave season spring summer autumn winter fall draft version edition updated published accessed revised approved adopted effective provisional ' +
    'preliminary deadline duration term completed ongoing planned expected launched established founded since until before after during between early ' +
    'mid late end fiscal fy capacity access coverage enrolment enrollment score rank position change increase decrease poverty literacy life mortality ' +
    'tax taxes rates benefits emissions trade remittances reserves investment subsidies salary salaries reform reforms age ages model option step item note ' +
    'ai it ict vat sme smes msme covid covid-19 r&d ngo ngos usd pkr eur gbp rs inr bdt lkr npr jpy cny rmb chf zar credit threshold limit cap parameter variable amount sum ' +
    'earnings decile quintile quartile percentile impact outcome composition household loss losses gain winner winners loser losers benefit comparison overview ' +
    'summary results population reduction effect effects cut cuts rise fall gap size number million billion trillion ' +
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'monday tuesday wednesday thursday friday saturday sunday current present previous latest new old first second third last next born died'
  ).split(' '),
);

/** First word of a credit line. */
export const CREDIT_WORDS: ReadonlySet<string> = new Set(
  'copyright photo photos photograph photography photographer credit credits image images illustration picture cover design courtesy artwork graphic ©'.split(' '),
);

/** A place in a document: "Table 2", "Article 6", "Phase II". */
export const LOCATOR_WORDS: ReadonlySet<string> = new Set(
  (
    'table tables figure figures fig figs article articles art section sections sec chapter chapters annex annexes appendix box clause schedule paragraph ' +
    'para paragraphs page pages part phase stage step item line row column panel chart map exhibit volume vol equation eq slide module unit tier level ' +
    'goal objective target pillar milestone option policy recommendation scenario principle recital footnote footnotes note notes question'
  ).split(' '),
);

/** What makes a law or policy a case in a comparison and no named instrument: "Current Law (2026)". */
export const GENERIC_ADJECTIVES: ReadonlySet<string> = new Set(
  'current existing final new old proposed present previous prior baseline draft original first second third annual national federal provincial state local and the enacted temporary next last base'.split(' '),
);

/** Words that open a sentence or clause and never a name. */
export const LEAD_IN_WORDS: ReadonlySet<string> = new Set(
  (
    'the a an in on at by from for as while although though since and but or nor both also see per with without under over when where whereas after before ' +
    'during because if unlike like following using drawing similarly however moreover furthermore finally thus hence therefore this that these those ' +
    'its their our his her my your recent recently earlier later more most many several some all each every any no not only even yet still so then ' +
    'consequently additionally meanwhile instead according indeed nevertheless nonetheless overall today currently likewise specifically notably ' +
    'to of than into within across among between beyond through via against it he she they we i who what which why how here there cf compare ' +
    "based citing cited quoting quoted adapted source sources d'après d’après selon voir según véase"
  ).split(' '),
);

const PARTICLES = "van von vom de del della delle di da dal dos das du des der den ter te zu zur zum af av bin ibn bint abu al el ul het 't ’t 's ’s";
const ARTICLES_IN_NAMES = 'la le les los las';

/** Small words that belong to the name to the right of them: "van der Berg", "ter Haar", "van ’t Hoff". Not "do" and "ten", which English has too. */
export const NAME_PARTICLES: ReadonlySet<string> = new Set(PARTICLES.split(' '));

/** Particles, and the articles that follow one: "de la Cruz". At the beginning of a name. */
export const PARTICLES_AT_START = `(?:(?:${PARTICLES.split(' ').join('|')})(?:\\s(?:${PARTICLES.split(' ').join('|')}|${ARTICLES_IN_NAMES.split(' ').join('|')})){0,3}\\s)`;

/** Small words that stand inside names. */
export const NAME_CONNECTORS: ReadonlySet<string> = new Set(
  `of the and for on & ${PARTICLES} t s ${ARTICLES_IN_NAMES} et al. y e und et-al`.split(' '),
);

/** First words of bodies in languages whose "of the" looks like a particle: "rapport du Ministère". */
export const FOREIGN_BODY_WORDS: ReadonlySet<string> = new Set(
  'ministère ministerio ministério ministero ministerium banque banco banca bank gouvernement gobierno governo regierung institut instituto istituto comisión commission comissão conseil consejo consiglio agence agencia agenzia université universidad universidade università bureau oficina cour corte'.split(' '),
);

/** Verbs that open a sentence before the name: "Says Roy (2016)". */
export const OPENING_VERBS: ReadonlySet<string> = new Set('says said writes wrote argues argued adds warns asks explains concludes observes suggests recall read consult'.split(' '));

/** Stand last in the name of a company or society, in lower case. */
export const COMPANY_SUFFIXES: ReadonlySet<string> = new Set('plc llp gmbh e.V e.V. eG'.split(' '));

/** Names that do not begin with a capital: "eBay", "a2i", "3ie", "data.gov.uk"; not "5bn", "3am", "b2b" and "co2e". At the beginning of a name. */
export const ODD_NAME =
  '(?:[a-z]\\p{Lu}|(?!(?:[bcgpe]2[bcgpe]|co2e|k8s|h2o)(?![\\p{L}\\p{N}]))[a-z]{1,2}\\d[a-z]{1,3}(?![\\p{L}\\p{N}])|(?!\\d(?:am|min|sec|ha)(?![\\p{L}\\p{N}]))\\d(?=[a-z]{0,2}[aeiou])[a-z]{2,4}(?![\\p{L}\\p{N}])|' +
  '(?:[a-z0-9-]{1,30}\\.){1,3}(?:gov|org|com|net|edu|int|info|io|eu)(?:\\.[a-z]{2})?(?![\\p{L}\\p{N}.]))';

/** What follows "Khan and" for further authors. */
export const OTHER_AUTHORS: ReadonlySet<string> = new Set(['others', 'colleagues', 'coauthors', 'co-authors', 'associates']);

export const MONTH = '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';

/** "12 March 2024", "March 12, 2024", "2024-03-12": a full date. */
export const FULL_DATE = `(?:\\d{1,2}(?:st|nd|rd|th)?\\s${MONTH}\\.?,?\\s(?:19|20)\\d\\d|${MONTH}\\.?\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s(?:19|20)\\d\\d|(?:19|20)\\d\\d-\\d\\d-\\d\\d)`;

/** They end in -s and are no plurals of what they look like: "BBC News", and family names. */
const NO_PLURALS: ReadonlySet<string> = new Set('news summers winters olds mars mays weeks whites'.split(' '));

/** Is the word, or what it is the plural of, in the set? */
export const hasWord = (words: ReadonlySet<string>, word: string): boolean => {
  const lower = word.toLowerCase();
  if (words.has(lower)) return true;
  if (NO_PLURALS.has(lower)) return false;
  if (lower.endsWith('ies')) return words.has(`${lower.slice(0, -3)}y`);
  return lower.length > 3 && lower.endsWith('s') && words.has(lower.slice(0, -1));
};
