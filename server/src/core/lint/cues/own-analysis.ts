/** How a brief presents results of its own, and how it says where they come from. */

const results = '(?:analys[ei]s|assessment|calculations?|computations?|estimates?|findings|forecasts?|microsimulation|model(?:s|l?ing)?|projections?|research|results|simulations?|stud(?:y|ies)|surveys?)';
const kinds = String.raw`(?:own\s|new\s|central\s|baseline\s|preferred\s|main\s|internal\s|preliminary\s|latest\s|recent\s|[\p{L}-]{3,20}\s)?`;
const showing = '(?:confirms?|demonstrates?|estimates?|finds?|found|forecasts?|impl(?:y|ies)|indicates?|predicts?|projects?|puts?|reveals?|shows?|showed|suggests?|suggested)';
const adverb = String.raw`(?:also\s|clearly\s|conservatively\s|further\s|have\s|now\s|roughly\s|therefore\s|\p{Ll}{2,14}ly\s)?`;

/** "Our analysis shows", "we estimate", "this brief calculates", "authors' calculations". That somebody finds something counts only where it says what. */
export const ownAnalysisPattern = new RegExp(
  [
    String.raw`\bour\s${kinds}${results}\s${adverb}${showing}\b`,
    String.raw`\bwe\s${adverb}(?:calculated?|compute[d]?|estimated?|forecast|project|projected|simulated?)(?![\w-])(?!\s(?:at|by|in|on|our|ourselves)\b)`,
    String.raw`\bwe\s${adverb}(?:find|found)\s(?:that|a|an|no|\d)\b`,
    String.raw`\b(?:this|the present)\s(?:analysis|assessment|brief|note|paper|report|study)\s${adverb}(?:calculates|computes|estimates|forecasts|projects|simulates|finds\sthat)\b`,
    String.raw`\bby\s(?:our|my)\s(?:own\s)?(?:calculations?|computations?|estimates?|reckoning)\b`,
    String.raw`\baccording\sto\sour\s${kinds}${results}\b`,
    String.raw`\bauthors?['’]s?\s(?:own\s)?(?:analysis|calculations?|computations?|estimates?|projections?)\b`,
  ].join('|'),
  'giu',
);

/** Behind the name of an institution that counts as the author: "estimates that", "analysis shows". */
export const institutionsResultPattern = new RegExp(String.raw`^(?:['’]s?)?\s(?:\(\p{Lu}\w{1,8}\)\s)?${adverb}(?:(?:calculates|computes|estimates|forecasts|projects|finds)(?=\s(?:a|an|the|that|its|about|around|\d))|${kinds}${results}\s${adverb}${showing})`, 'iu');

/** Words of method that stand anywhere in a brief: data and samples, models, what the authors did. */
export const methodPattern = new RegExp(
  [
    String.raw`\bwe\s(?:\p{L}{2,14}\s){0,2}?(?:analy[sz]ed|applied|ask(?:ed)?|assumed?|build|built|coded|collect(?:ed)?|combined?|compared?|compiled?|conducted|consulted|counted|divided?|downloaded|drew|extrapolated?|fitted|interview(?:ed)?|matched|measured?|multipl(?:y|ied)|obtained|polled|pooled|ran|read|review(?:ed)?|sampled?|scraped|studied|surveyed|took|tracked|used?|visited|weighted)\b`,
    String.raw`\b(?:methods?|methodolog\w+|micro-?data|micro-?simulation|regressions?|difference-in-differences|questionnaires?|fieldwork|focus groups?|sampl(?:e|ed|es|ing)|interview(?:s|ed|ees)|respondents|data\s?sets?|databases?|elasticit(?:y|ies)|monte carlo|general equilibrium|input-output|margin of error|confidence intervals?|technical (?:annex|appendix|note|paper)|spreadsheets?|simulat(?:ed|es|ions?)|case studies|desk (?:review|research)|literature review|systematic review)\b`,
    String.raw`\b(?:our|the|this)\s(?:[\p{L}-]{3,20}\s){0,2}model\b`,
    String.raw`\b(?:calculated|computed|derived|estimated|extrapolated|modell?ed|obtained|projected)\s(?:as|by|from|on the basis of|using|with)\b`,
    String.raw`\bn\s?=\s?\d`,
  ].join('|'),
  'iu',
);

/** What a result rests on, said beside it. */
export const basisBesidePattern =
  /\b(?:assum(?:es?|ed|ing|ptions?)|based (?:up)?on|built on|by (?:adding|applying|combining|comparing|dividing|matching|multiplying|subtracting)|drawing on|drawn from|minus|multipl(?:y|ied)|divid(?:e|ed)|times|on the basis of|using|taken from|with data|data (?:from|of|for)|from the \p{L}|sum of|records? of|records|figures (?:from|of)|model(?:l?ed|l?ing|s)?|survey (?:of|in|by)|accounts|census)\b|[=×÷]/iu;
