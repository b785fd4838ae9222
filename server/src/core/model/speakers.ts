/**
 * Who says it, as far as the words around a quotation tell: a name, a role or a text as the subject of a verb of saying.
 *
 *     The levy is "a burden that no town can bear", the mayor said.      "the mayor said"
 *     It was said in the hall that "no town can bear it".                nobody
 */
const verbs =
  'acknowledg(?:es?|ed)|add(?:s|ed)|admit(?:s|ted)?|announc(?:es?|ed)|answer(?:s|ed)|argu(?:es?|ed)|ask(?:s|ed)?|assert(?:s|ed)|call(?:s|ed)?|caution(?:s|ed)|characteri[sz](?:es?|ed)|claim(?:s|ed)?|command(?:s|ed)|comment(?:s|ed)|' +
  'conced(?:es?|ed)|conclud(?:es?|ed)|confirm(?:s|ed)|declar(?:es?|ed)|demand(?:s|ed)|den(?:y|ies|ied)|describ(?:es?|ed)|emphasi[sz](?:es?|ed)|explain(?:s|ed)?|express(?:es|ed)|found|finds?|insist(?:s|ed)?|maintain(?:s|ed)|' +
  'mention(?:s|ed)|not(?:es?|ed)|observ(?:es?|ed)|pledg(?:es?|ed)|point(?:s|ed) out|promis(?:es?|ed)|put(?:s)? it|quot(?:es?|ed)|read(?:s|ing)?|recall(?:s|ed)?|recogni[sz](?:es?|ed)|recommend(?:s|ed)?|remark(?:s|ed)?|remind(?:s|ed)|repl(?:y|ies|ied)|' +
  'report(?:s|ed)?|respond(?:s|ed)?|rul(?:es?|ed)|sa(?:ys?|id)|spoke(?:n)?|speaks|state[sd]?|stress(?:es|ed)|sum(?:s|med)(?: it| this| that| things)? up|suggest(?:s|ed)?|tells?|told|testif(?:ies|ied)|thinks?|thought|urg(?:es?|ed)|vow(?:s|ed)|warn(?:s|ed)?|wr(?:ites?|ote)|written';

/** People and offices named by what they are. */
const roles =
  'activists?|advis[eo]rs?|ambassadors?|analysts?|attorneys?|authors?|boss|campaigners?|candidates?|captains?|chair(?:man|woman|person)?|chancellors?|chiefs?|citizens?|colleagues?|commissioners?|consultants?|councill?ors?|customers?|delegates?|deput(?:y|ies)|directors?|' +
  'doctors?|drivers?|economists?|editors?|employees?|engineers?|executives?|experts?|farmers?|founders?|governors?|head|heads|interviewees?|judges?|justices?|lawyers?|leaders?|legislators?|manager?s?|mayors?|members?|ministers?|mothers?|' +
  'nurses?|officers?|officials?|organi[sz]ers?|owners?|parents?|participants?|patients?|presidents?|principals?|professors?|readers?|representatives?|researchers?|residents?|respondents?|scholars?|scientists?|secretar(?:y|ies)|senators?|spokes(?:man|woman|person|people)|staff|' +
  'students?|teachers?|tenants?|users?|villagers?|visitors?|volunteers?|voters?|witness(?:es)?|workers?|agency|association|authority|bank|board|bureau|cabinet|commission|committee|company|council|court|department|government|inspectorate|institute|' +
  'ministry|office|opposition|parliament|party|regulator|school|team|tribunal|union|university';

/** Texts speak in any verb: "the Act requires", "section 4 is headed", "under the policy". */
const texts =
  'accord|act|agenda|agreement|amendment|announcement|article|bill|blog|book|brief|by-?laws?|bulletin|case|chapter|charter|circular|clause|codes?|communiqu[eé]|constitution|contract|convention|declaration|decision|decree|definitions?|directive|documents?|draft|editorial|e-?mails?|essay|framework|guidance|guidelines?|' +
  'headlines?|instructions?|interviews?|judge?ment|labels?|laws?|leaflet|letters?|licen[cs]es?|manifesto|manual|memo(?:randum)?|minutes|mission|motion|motto|mottos?|newspaper|notice|notification|objectives?|opinion|orders?|ordinance|page|pamphlet|paper|paragraph|phrase|plan|policy|posters?|preamble|press release|principles?|prompt|protocol|provision|questions?|' +
  'questionnaire|recommendations?|regulations?|remarks|reply|reports?|resolution|responses?|review|rules?|ruling|sections?|sentences?|signs?|slogans?|speech|standards?|statements?|statute|strategy|survey|terms?|testimony|text|title[ds]?|treaty|tweet|verdict|vision|website|wording|words';

const verbPattern = new RegExp(String.raw`(?<![\p{L}-])(?:${verbs})(?![\p{L}-])`, 'giu');
const subjectPattern = new RegExp(String.raw`(?<![\p{L}-])(?:he|she|they|we|I|who|${roles})(?![\p{L}-])`, 'iu');
const textPattern = new RegExp(String.raw`(?<![\p{L}-])(?:${texts})(?![\p{L}-])`, 'iu');
const sourcePhrase = /\b(?:according to|in the words of|quot(?:ing|ed (?:by|in|from))|cit(?:ing|ed (?:by|in))|taken from|as (?:the\s+)?\S+ put it|as (?:argued|described|expressed|noted|phrased|put|reported|said|set out|stated|written) (?:by|in)|to quote|ibid\.?,?)\s+(?!(?:some|many|others)\b)\S+/i;

/** Capitalised words that begin sentences and name nobody. */
const openers = /^(?:A|About|After|All|Also|Although|An|And|Any|As|At|Because|Before|Both|But|By|Despite|During|Each|Even|Every|Few|For|From|Here|How|However|If|In|Indeed|Instead|Is|It|Its|Just|Later|Like|Many|Meanwhile|Moreover|More|Most|Much|No|Nobody|Nor|Not|Nothing|Now|Of|On|Once|One|Only|Or|Other|Others|Our|Over|People|Perhaps|Rather|Since|Some|Someone|Somebody|Such|That|The|Their|Then|There|These|This|Those|Though|Through|Thus|To|Today|Under|Until|Unlike|What|When|Where|Whether|Which|While|Who|Why|With|Without|Yes|Yet|You)$/u;

/** "the pilot said", "says an old keeper": whatever somebody is called, who says something is somebody. Only verbs that nothing but people do. */
const spoken = 'said|says|told|tells|asked|asks|added|adds|explained|explains|recalled|recalls|replied|answered|wrote|writes|argued|argues|warned|warns|complained|complains|remembered|remembers';
const anybody = String.raw`(?:the|an?|her|his|our|their|one|another)\s+(?!(?:is|are|was|were|be|been)\b)\p{L}[\p{L}-]+`;
const anybodySays = new RegExp(String.raw`\b${anybody}(?:\s+(?!(?:is|are|was|were|be|been)\b)\p{L}[\p{L}-]*){0,2}\s+(?:${spoken})\b|(?<!\b(?:is|are|was|were|be|been)\s)\b(?:${spoken})\s+${anybody}`, 'iu');

/** A subject stands at most so far before its verb, or behind it. */
const reachBefore = 90;
const reachAfter = 50;

/** The words that name who speaks, in a stretch of prose outside quotation marks. */
export function findSpeaker(words: string): string | undefined {
  const phrase = sourcePhrase.exec(words) ?? textPattern.exec(words);
  return phrase === null ? findSayer(words) : phrase[0];
}

/** A name or role as the subject of a verb of saying. */
export function findSayer(words: string): string | undefined {
  for (const verb of words.matchAll(verbPattern)) {
    const end = verb.index + verb[0].length;
    const before = /[^.!?;]*$/.exec(words.slice(Math.max(0, verb.index - reachBefore), verb.index))?.[0] ?? '';
    const after = /^[^.!?;]*/.exec(words.slice(end, end + reachAfter))?.[0] ?? '';
    // "It was said in the Town Hall" has a name, and nobody who says it.
    const isPassive = /\b(?:is|are|was|were|been|be|being)\s+(?:\w+ly\s+|often\s+)?$/i.test(before);
    const subject = isPassive ? namedIn(/\bby\s.*$/is.exec(after)?.[0] ?? '') : (namedIn(before) ?? namedIn(after));
    if (subject !== undefined) return `${subject} ${verb[0]}`;
  }
  return anybodySays.exec(words)?.[0];
}

/** "The minister said this in the Senate.": a sentence behind a quotation that gives it to somebody, and does not go on to say something else. */
export function saysWhoSpoke(sentence: string): boolean {
  if (findSayer(sentence) === undefined) return false;
  return pointsBack.test(sentence) || (sentence.split(/\s+/).length <= longestSaying && !/\bthat\b|[:"“]/.test(sentence));
}

const pointsBack = /^(?:this|so|these|those|thus|such|that|the words|with these words)\b|\b(?:this|so|these words|those words|the words)\s*(?:[.,;]|\b(?:in|on|at|to|when|during|before|after)\b)/i;
const longestSaying = 14;

/** "Kofi Boateng, trader in Kumasi": a short line that names somebody, or says what somebody is, and is no sentence. */
export function isNameAndRole(line: string): boolean {
  const words = line.trim().replace(/\s*\n\s*/g, ', ');
  if (words.length > longestNameAndRole || words.split(/\s+/).length > 16 || /[!?:;…]$/.test(words) || !/^\p{Lu}\p{L}*[\p{L}.]/u.test(words)) return false;
  if (finiteVerb.test(words) || /[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(words)) return false;
  return personPattern.test(words) || (rolePattern.test(words) && !words.endsWith('.'));
}

const longestNameAndRole = 140;

/** Two to five names, and behind them nothing, a comma, a bracket or a dash. */
const personPattern = /^\p{Lu}[\p{L}.'’-]*(?:\s(?:(?:de|da|del|der|di|la|van|von|bin|al|el)\s)?\p{Lu}[\p{L}.'’-]*){1,4}(?:,\s|\s\(|\s[–—-]|\.?$)/u;
const rolePattern = new RegExp(String.raw`^(?:\p{L}+[\s-]){0,3}(?:${roles}|trader|shopkeeper|fisher|vendor|labourer|survivor|carer|pupil|speaker)s?(?:,|\s\(|\s(?:in|of|from|at|for)\s|$)`, 'iu');
/** In lower case: "May" is a month. */
const finiteVerb = /(?<![\p{L}-])(?:is|are|was|were|be|been|has|have|had|will|would|can|could|shall|should|must|may|might|do|does|did|goes|went|gets|got|makes?|made|takes?|took|gives?|gave|comes?|came|shows?|remains?|rises?|rose|fell|falls?|grew|grows?|needs?|pays?|paid|costs?)(?!\p{L})/u;

function namedIn(words: string): string | undefined {
  for (const match of words.matchAll(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}&’'.-]*/gu)) if (!openers.test(match[0])) return match[0];
  return subjectPattern.exec(words)?.[0];
}
