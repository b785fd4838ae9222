/** Words by which a text shows that a result, a measurement or a view is its author's own. */
const resultVerbs =
  'analy[sz]ed?|asked|assess(?:ed)?|assum(?:e|ed)|calculated?|checked|classif(?:y|ied)|coded|collected|compiled|downloaded|gathered|inspected|mapped|recorded|scraped|screened|transcribed|weighed|compared?|comput(?:e|ed)|conducted|counted|estimated?|evaluated?|examined?|expect|find|forecast|found|identif(?:y|ied)|interviewed|measured?|model(?:l?ed)?|observed?|obtain(?:ed)?|' +
  'predict(?:ed)?|project(?:ed)?|ran|received|reviewed|sampled|score[ds]?|see|show|simulated?|spoke|studied|surveyed|tested|tracked|use[ds]?';
const ownThings =
  'analys[ei]s|approach|assessment|calculations?|calculator|comparison|data(?:base|set)?|dashboard|estimates?|evaluation|evidence|experience|experiments?|figures|fieldwork|findings|forecasts?|indicators?|interviews?|measurements?|methods?|methodology|model(?:s|l?ing)?|numbers|observations|partners|platform|' +
  'programme|projections?|questionnaire|readers|research|results|review|sample|services?|simulations?|staff|stud(?:y|ies)|surveys?|team|tests?|tools?|users?|visitors|volunteers|website|work(?:shops)?';

/** What may be the author's or anybody's: "the results", "of the respondents", "in the sample". It tells only in a document that is known to report results of its own. */
const anybodysResult = [
  String.raw`\b(?:the|these|those)\s+(?:model|models|simulations?|regressions?|results|estimates|projections|findings|calculations?|interviewees|respondents|participants|interviews|survey(?:\s+results)?)\b`,
  String.raw`\b(?:of|among|by)\s+(?:all\s+|the\s+|our\s+|\d+\s+)?(?:respondents|interviewees|participants|those (?:surveyed|interviewed|polled|asked))\b`,
  String.raw`\b(?:in|across|from)\s+(?:the|our|this)\s+(?:sample|survey|model|simulation|dataset|data set|data|panel|focus groups?|interviews|baseline)\b`,
];

const authorsResult = [
  String.raw`\bwe\s+(?:also\s+|then\s+|further\s+|therefore\s+|have\s+|can\s+|\w+ly\s+)?(?:${resultVerbs})\b`,
  String.raw`\bour\s+(?:own\s+|new\s+|central\s+|baseline\s+|preferred\s+|main\s+|[\p{L}-]+\s+)?(?:${ownThings})\b`,
  String.raw`\b(?:this|the present|our)\s+(?:analysis|article|assessment|brief|note|paper|report|review|research|study|survey|evaluation|work)\s+(?:also\s+|therefore\s+|\w+ly\s+)?(?:${resultVerbs.replace('find|', 'finds?|')}|finds|estimates|shows|projects|models|calculates|uses|measures|simulates|identifies)\b`,
  String.raw`\b(?:tables?|figures?|charts?|graphs?|box|annex|appendix)\s+[A-Z]?\d`,
  String.raw`\bauthors?['’]s?\s+(?:own\s+)?(?:calculations?|estimates?|analysis|survey)\b`,
];

/** "we estimate", "our survey", "this paper finds", and a table of the brief's own, which has its source below it. */
export const authorsResultPattern = new RegExp(authorsResult.join('|'), 'iu');

/** The same, and "the model shows", "of respondents". */
export const ownResultPattern = new RegExp([...authorsResult, ...anybodysResult].join('|'), 'iu');

/** The writer speaks: what follows is what they did or hold. "Our economy" is nobody's result, and the "I" of "classes I to VIII" or "S.I." nobody's voice. */
export const firstPersonPattern =
  /\b(?:we|we['’](?:ve|re|ll|d)|ours|us|I['’](?:ve|m|d|ll)|my)\b|(?<![\p{L}.]|\b(?:annex|article|book|chapter|class|classes|grade|grades|group|level|levels|market|part|parts|phase|phases|round|schedule|section|stage|stages|table|tier|tiers|title|type|volume|war)\s)I\s+(?!and\s+I|to\s+[IVX]|or\s+I)\p{Ll}/u;

const measuringVerbs =
  'analy[sz]ed|assessed|calculated?|collected|scraped|compared|computed?|conducted|counted|estimated?|evaluated|fitted|find|found|identif(?:y|ied)|interviewed|measured?|model(?:l?ed)?|observed|polled|project(?:ed)?|ran|sampled|scored|simulated?|surveyed|tested|tracked|' +
  'use[ds]?\\b[^.;]{0,80}\\b(?:(?:micro)?simulation|model|calculator)';

/** What only those say who did the measuring, surveying or modelling themselves. Mentions of tables, respondents or "the results" are left out: they may be anybody's. */
export const clearResultPattern = new RegExp(
  [
    String.raw`\bwe\s+(?:also\s+|then\s+|further\s+|therefore\s+|have\s+|can\s+|first\s+|\w+ly\s+)?(?:${measuringVerbs})\b`,
    String.raw`\bour\s+(?:own\s+|new\s+|central\s+|baseline\s+|preferred\s+|main\s+|[\p{L}-]+\s+)?(?:analys[ei]s|calculations?|data(?:base|set)?|estimates?|experiments?|fieldwork|findings|interviews?|measurements?|model(?:s|l?ing)?|observations|projections?|questionnaire|results|sample|(?:micro)?simulations?|stud(?:y|ies)|surveys?|tests?)\b`,
    String.raw`\b(?:this|the present|our)\s+(?:analysis|article|assessment|brief|note|paper|report|research|study|survey|evaluation)\s+(?:also\s+|\w+ly\s+)?(?:analy[sz]e[sd]|calculate[sd]|compute[sd]|estimate[sd]|finds|found|measure[sd]|models?|model?led|simulate[sd]|tests|tested)\b`,
  ].join('|'),
  'iu',
);

/** Behind the name of an institution that counts as the author. */
export const ownMeasuringPattern = new RegExp(
  String.raw`^(?:['’]s?)?\s+(?:\(\p{Lu}\w{1,8}\)\s+)?(?:[\p{Ll}\d-]+\s+){0,2}?(?:${measuringVerbs}|estimates|finds|measures|models|calculations?|data(?:base|set)?|experiments?|fieldwork|findings|measurements?|microsimulation|questionnaire|sample|simulations?|stud(?:y|ies)|surveys?|tests?)\b`,
  'iu',
);

/** What a whole document is for. */
export const purposePattern = /\bin this (?:analysis|study|survey|evaluation),? (?:we|I) (?:\w+ly )?(?:analy[sz]e|assess|calculate|compare|estimate|evaluate|examine|measure|model|simulate|test)\b/iu;

/** How a section on methods tells of measuring, often in the passive. */
export const measurementPattern =
  /\b(?:(?:was|were)\s+(?:\w+ly\s+)?(?:assigned|counted|drawn|estimated|interviewed|measured|modell?ed|observed|polled|randomi[sz]ed|recruited|sampled|simulated|surveyed|tested|tracked|weighed)|we\s+(?:\w+ly\s+)?(?:drew|recruited|weighed|used|use|built|asked)|regressions?|microsimulation|simulations?|fieldwork|questionnaires?|difference-in-differences|random(?:ised|ized)? sample|results (?:presented|reported) (?:here|in this (?:paper|report|study)))\b/iu;

/** A method that consists in reading what others found. */
export const reviewPattern = /\b(?:systematic reviews?|literature (?:search|review)|review of (?:the )?literature|searched|search(?:es)? (?:of|in) (?:\w+ )?databases|desk (?:review|research)|secondary (?:sources|literature|data)|published (?:sources|studies|reports))\b/iu;
