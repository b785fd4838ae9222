/** How a text names in words where something comes from. In each pattern the first group is the name. */

/** A name is tried from its first letter alone, or a long run of letters would be read once for each of them. */
const wordStart = String.raw`(?<![\p{L}\p{N}&’'.-])`;
const nameWord = String.raw`\p{Lu}[\p{L}\p{N}&.-]{0,30}(?:[’']\p{Lu}[\p{L}-]{1,30})?`;
const name = String.raw`${wordStart}(${nameWord}(?:,?\s(?:(?:&|and|for|in|of|on)\s(?:the\s)?)?${nameWord}){0,7})`;
/** Its initials behind it, and the mark of what is its own. */
const nameTail = String.raw`(?:\s\(\p{Lu}[\p{L}&-]{1,10}\))?`;

/** What a body sends out, without a title. */
const works = '(?:analys[ei]s|assessments?|briefings?|calculations?|data|estimates?|evidence|figures|findings|forecasts?|modell?ing|numbers|polls?|polling|projections?|records|reports?|research|statistics|stud(?:y|ies)|surveys?)';
/** At the beginning of a sentence. */
const capitalWorks = '(?:Analys[ei]s|Data|Estimates|Evidence|Figures|Findings|Forecasts|Modell?ing|Numbers|Polls|Polling|Projections|Records|Reports|Research|Statistics|Studies|Surveys)';
const adverb = '(?:also|consistently|currently|further|has|have|itself|now|recently|repeatedly|since|still)';

/** What works do as well as people. */
const showing =
  'argue[sd]?|conclude[sd]?|confirm(?:s|ed)?|demonstrate[sd]?|document(?:s|ed)?|estimate[sd]?|finds?|found|forecast(?:s|ed)?|highlight(?:s|ed)?|indicate[sd]?|note[sd]?|predict(?:s|ed)?|project(?:s|ed)?|put(?:s)?|record(?:s|ed)?|report(?:s|ed)?|reveal(?:s|ed)?|say|says|said|shows?|showed|shown|state[sd]?|suggest(?:s|ed)?|warn(?:s|ed)?';

/** What only those do who speak. In the plural, nouns look the same ("Board estimates vary"), hence what must follow. */
const speaking = 'argue[sd]|believe[sd]|claim(?:s|ed)|conclude[sd]|contend(?:s|ed)|estimate[sd]|expect(?:s|ed)|forecasts|found|finds|insist(?:s|ed)|note[sd]|predict(?:s|ed)|project(?:s|ed)|puts|report(?:s|ed)|said|says|state[sd]|suggest(?:s|ed)|warn(?:s|ed)';
const statement = String.raw`(?=\s(?:a|an|about|all|almost|another|around|at|between|each|every|few|fewer|growth|half|in|it|its|just|less|many|more|most|nearly|no|one|only|over|roughly|several|some|that|the|their|there|these|they|this|three|two|up)\b|\s(?:\d|[“"$€£]|\p{Lu}))`;

/** Which one is meant stands elsewhere. */
export const lowerBody = '(?:administration|agency|association|authority|board|bureau|central bank|chamber|commission|council|department|directorate|government|inspectorate|institute|ministry|office|ombudsman|party|police|regulator|secretariat|treasury|union|university)';

/** "According to the World Bank, …", "as reported by PBS", "according to World Bank data": no noun of another kind follows the name. */
const accordingTo = String.raw`\b(?:[Aa]ccording to|[Aa]s (?:argued|calculated|estimated|noted|recorded|reported|shown|stated) by|[Ii]n the (?:opinion|view|words) of)\s(?:the\s|an?\s)?(?:recent\s|latest\s)?${name}${nameTail}(?:[’']s?)?(?:\s(?:\p{Ll}{2,20}\s){0,2}?${works}\b|(?=\s*[,.;:)–—]|\s*$|\s(?:and|as|at|but|by|from|has|have|in|is|it|on|since|that|the|there|this|under|was|were|which|while|with)\b))`;

/** "Rents rose, says the Port Office." */
const bodySpeaksLast = String.raw`,[”"]?\s(?:argues|argued|estimates|estimated|notes|noted|reports|reported|said|says|warns|warned)\s(?:the\s|an?\s)?${name}${nameTail}(?=\s*[,.;:)–—]|\s*$)`;

/** "According to a recent survey by the World Bank". */
const accordingToWork = String.raw`\b(?:[Aa]ccording to|[Aa]s shown (?:by|in))\s(?:\p{Ll}{1,14}\s){0,4}?${works}(?:\s(?:carried out|collected|commissioned|compiled|conducted|prepared|produced|published|released))?\s(?:at|by|from|of)\s(?:the\s)?${name}${nameTail}`;

/** "Research from Columbia shows", "a survey conducted by UNFPA found". */
const workOfBody = String.raw`(?<![\p{L}’'-])(?:${works}|${capitalWorks})(?:\s(?:carried out|collected|commissioned|compiled|conducted|prepared|produced|published|released))?\s(?:at|by|from)\s(?:the\s)?${name}${nameTail}\s(?:${adverb}\s){0,2}(?:${showing})\b`;

/** "A recent UNFPA study found", "the Port Office’s records show". */
const bodysWork = String.raw`${name}${nameTail}(?:[’']s?)?\s(?:\p{Ll}{2,20}\s){0,2}?${works}\s(?:${adverb}\s){0,2}(?:${showing})\b`;

/** "The World Bank estimates that", "“…,” the World Bank said." */
const bodySpeaks = String.raw`${name}${nameTail}\s(?:${adverb}\s){0,2}(?:(?:${speaking})${statement}|(?:said|says)(?=\s*[.,;]|\s*$))`;

/** "Officials at the Port Office said". */
const peopleOfBody = String.raw`(?<![\p{L}-])(?:[Aa]nalysts|[Ee]conomists|[Ee]xperts|[Oo]fficials?|[Rr]esearchers?|[Ss]cientists|[Ss]pokes(?:man|woman|person|people))\s(?:at|for|from|in|of|with)\s(?:the\s)?${name}${nameTail}\s(?:${adverb}\s){0,2}(?:${showing}|believe|expect|${speaking})\b`;

/** "The ministry says that", "according to the regulator". */
const lowerSpeaks = String.raw`(?<![\p{L}’'-])[Tt]he\s(${lowerBody})\s(?:${adverb}\s){0,2}(?:(?:${speaking})${statement}|(?:said|says)(?=\s*[.,;]|\s*$))`;
const accordingToLower = String.raw`\b[Aa]ccording to the\s(${lowerBody})\b(?=\s*[,.;:)–—]|\s*$)`;

const pattern = (source: string): RegExp => new RegExp(source, 'gu');

/** `words`: anybody and anything may be named there; `subject`: only what is known for a body, or looks like one. */
export const namedAttributionPatterns: readonly { readonly form: 'words' | 'subject' | 'role'; readonly pattern: RegExp }[] = [
  { form: 'words', pattern: pattern(accordingTo) },
  { form: 'words', pattern: pattern(accordingToWork) },
  { form: 'words', pattern: pattern(bodySpeaksLast) },
  { form: 'words', pattern: pattern(workOfBody) },
  { form: 'words', pattern: pattern(peopleOfBody) },
  { form: 'subject', pattern: pattern(bodysWork) },
  { form: 'subject', pattern: pattern(bodySpeaks) },
  { form: 'role', pattern: pattern(lowerSpeaks) },
  { form: 'role', pattern: pattern(accordingToLower) },
];
