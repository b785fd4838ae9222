import { isPlaceName } from '../../text/place-names';

/** What stands where the sentence's subject stands. */
export type SubjectKind = 'first-person' | 'pronoun' | 'demonstrative' | 'named' | 'plural' | 'definite' | 'indefinite' | 'you' | 'there' | 'gerund' | 'command' | 'label' | 'other';

/** How a sentence is put together, as far as word lists and endings tell. */
export interface Wording {
  readonly words: readonly string[];
  /** The words before the first verb, without an introductory phrase ("In 2024, …"). */
  readonly subject: string;
  readonly subjectKind: SubjectKind;
  readonly verb: string | null;
  readonly tense: 'past' | 'present' | 'perfect' | 'future' | 'modal' | 'none';
  /** Capitalised words after the first and capital-letter acronyms, as runs: "Ministry of Finance", "IMF". */
  readonly names: readonly string[];
}

/** What the words of a sentence alone tell of its wording. Whether its first word is a name, only the whole document can. */
export interface WordingDraft {
  readonly wording: Wording;
  /** The first word, where the subject would be a name if the document writes it with a capital everywhere. */
  readonly nameLikeFirst: string | null;
  /** Names in order; those with `isFirst` are names only if the document writes them with a capital everywhere. */
  readonly names: readonly { readonly name: string; readonly isFirst: boolean; readonly word: string }[];
  readonly capitals: CapitalWords;
}

/** By how a sentence writes its words. */
export interface CapitalWords {
  /** With a capital inside a sentence. */
  readonly capital: readonly string[];
  readonly plain: readonly string[];
}

/** Words that the document writes with a capital wherever they stand: names, also at the start of a sentence. */
export function findProperWords(texts: readonly CapitalWords[]): ReadonlySet<string> {
  const plain = new Set<string>();
  for (const text of texts) for (const word of text.plain) plain.add(word);
  const proper = new Set<string>();
  for (const text of texts) for (const word of text.capital) if (!plain.has(word.toLowerCase())) proper.add(word);
  return proper;
}

const startsLow = /^(?:[a-z]|\p{Ll})/u;

/** Few words have one, and all words are asked. */
const withoutPossessive = (word: string): string => (word.endsWith('s') ? word.replace(/[’']s$/u, '') : word);

function readCapitals(text: string): CapitalWords {
  const capital = new Set<string>();
  const plain = new Set<string>();
  for (const match of text.matchAll(/(?<![\p{L}\p{N}])[\p{L}][\p{L}’'-]*/gu)) {
    const word = withoutPossessive(match[0]);
    if (startsLow.test(word)) plain.add(word);
    else if (match.index > 0 && !/[.:!?“"‘'(*•\n-]\s*$/u.test(text.slice(Math.max(0, match.index - 3), match.index))) capital.add(word);
  }
  return { capital: [...capital], plain: [...plain] };
}

const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}’'&.-]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu;

const presentVerbs = new Set(
  ('is are has have does do accounts affects aims allows applies appears argues become becomes begins believe believes brings builds calls causes claims comes constitutes consists contains continues costs covers creates defines depends describes differs discourage discourages drives ' +
  'earns enables ensures establishes exceeds exists expands expects explains faces fails falls finds focuses follows forces gets gives goes grows guarantees helps holds implies imposes improves includes increases indicates involves keeps lacks lags leads leaves lets limits lists lives looks loses makes matters means ' +
  'needs objects offers operates owns pays permits places plans plays points poses produces prohibits promotes protects provides puts raises ranks reaches receives recognises recognizes reduces refers reflects relies remains represents requires respond responds rests restricts results rises runs says seeks seem seems sees serves sets shows spends stands starts states stays ' +
  'stores suffers suggests supports takes targets tells tend tends tracks treats tries turns uses varies vary wants works emphasizes emphasises lie lies contain include require provide allow remain depend face rely need lack make take give use lead reduce increase limit create cause offer suggest show find drive grow rise fall cost hold ' +
  'apply cover disclaim differ exist involve mean permit set seek stipulate work come keep store track stem stems arise arises accelerate accelerates dissolve dissolves ensure help result say argue expect').split(' '),
);
const pastVerbs = new Set(
  ('was were had did became began brought built came chose cut drew drove fell felt found gave got grew held hit kept knew laid lay led left lent lost made meant met paid put ran rose said sat saw sent set shook showed shrank sold sought spent spoke spread stood struck swept swore taught thought threw told took understood went won wrote').split(' '),
);
const futureWords = new Set(['will', 'shall']);
const modalWords = new Set(['can', 'cannot', 'could', 'may', 'might', 'must', 'should', 'would', 'ought', "can't", 'can’t']);
const perfectWords = new Set(['has', 'have', 'had']);
const auxiliaries = new Set("is are was were has have had does do did isn't aren't wasn't weren't doesn't don't didn't hasn't haven't it's".split(' ').flatMap((word) => [word, word.replace("'", '’')]));
const notVerbs = new Set(['need', 'red', 'hundred', 'seed', 'speed', 'feed', 'indeed', 'united', 'limited', 'based', 'related', 'unprecedented', 'so-called', 'advanced', 'increased', 'reduced', 'fixed', 'proposed', 'combined', 'estimated', 'detailed', 'used', 'given', 'compared', 'sacred', 'third', 'aged']);
const commandWords = new Set(
  ('add adopt align allocate amend apply ask assess build check choose click commit compare conduct consider consult create define deliver design develop direct discuss download encourage enable engage ensure establish evaluate expand explore extend find focus follow fund give go help identify implement improve include increase introduce invest keep launch learn let list look make ' +
  'mandate maintain monitor move note offer prioritise prioritize promote protect provide publish put read recall reduce reform remember remove replace report require review run see set share simplify specify start stop strengthen suppose support take test think train try update use visit wait work write imagine').split(' '),
);
const determiners = new Set(['the', 'a', 'an', 'this', 'that', 'these', 'those', 'its', 'their', 'his', 'her', 'our', 'my', 'your', 'each', 'every', 'some', 'any', 'no', 'all', 'both', 'either', 'neither', 'one', 'another']);
const singularS = new Set(['this', 'is', 'was', 'has', 'as', 'its', 'his', 'us', 'analysis', 'basis', 'crisis', 'less', 'access', 'process', 'progress', 'business', 'congress', 'status', 'census', 'across', 'thus', 'plus', 'always', 'perhaps', 'besides', 'emphasis', 'thesis', 'whereas', 'news', 'focus', 'bonus', 'success', 'consensus', 'series', 'loss', 'gas']);

const introductory = /^(?:(?:in|on|at|by|under|over|during|since|after|before|for|from|despite|given|with|within|according|as|while|although|though|because|when|if|once|unlike|compared|due|throughout|between|across|among|instead|without|where|until|through|starting|following|rather|today|currently|however|moreover|furthermore|additionally|further|also|thus|therefore|hence|consequently|similarly|likewise|finally|first|second|third|historically|traditionally|notably|crucially|importantly|indeed|overall|meanwhile|still|now|recently|ultimately|specifically|unfortunately|typically|generally|usually|often|sometimes|and|but|yet|so|to|based|[a-z]+ly)\b[^,;:—–]{0,160}[,;:]\s*)/iu;

export function readWording(text: string): WordingDraft {
  const bare = text.replace(/^[\s>*_#“"'‘[(]+/u, '').replace(/\s+/g, ' ');
  const main = withoutIntroduction(bare);
  const words = bare.match(wordPattern) ?? [];
  const mainWords = main.match(wordPattern) ?? [];
  const at = verbIndex(mainWords);
  const verb = at < 0 ? null : (mainWords[at] ?? null);
  const subject = mainWords.slice(0, at < 0 ? 0 : at);
  const subjectKind = subjectKindOf(mainWords, subject, bare);
  const names = namesIn(bare);
  return {
    wording: { words, subject: subject.join(' '), subjectKind, verb, tense: tenseOf(mainWords, at), names: names.filter(({ isFirst }) => !isFirst).map(({ name }) => name) },
    nameLikeFirst: afterNames.has(subjectKind) ? (mainWords[0] ?? '').replace(/[’']s$/u, '') : null,
    names,
    capitals: readCapitals(text),
  };
}

/** The wording in a document that writes `proper` with a capital wherever they stand. */
export function settleWording({ wording, nameLikeFirst, names }: WordingDraft, proper: ReadonlySet<string>): Wording {
  const isNamed = nameLikeFirst !== null && proper.has(nameLikeFirst);
  const beginsWithName = names.some(({ isFirst, word }) => isFirst && proper.has(word));
  if (!isNamed && !beginsWithName) return wording;
  return {
    ...wording,
    subjectKind: isNamed ? 'named' : wording.subjectKind,
    names: beginsWithName ? names.filter(({ isFirst, word }) => !isFirst || proper.has(word)).map(({ name }) => name) : wording.names,
  };
}

/** Kinds of subject that are asked for after names. */
const afterNames: ReadonlySet<SubjectKind> = new Set<SubjectKind>(['definite', 'indefinite', 'plural', 'other']);

function withoutIntroduction(text: string): string {
  const short = text.replace(/^(?:and|but|yet|so|also|thus|then|still|now|today|currently|historically|however|indeed|therefore)\s+/iu, '');
  const rest = short.replace(introductory, '');
  return rest.length >= 12 ? rest : short;
}

/** The first word that can only, or most likely, be a finite verb. */
function verbIndex(words: readonly string[]): number {
  for (let index = 0; index < Math.min(words.length, 24); index += 1) {
    const word = (words[index] ?? '').toLowerCase();
    if (index === 0 && !/^(?:is|are|was|were)$/.test(word)) continue;
    const before = (words[index - 1] ?? '').toLowerCase();
    if (modalWords.has(word) || futureWords.has(word) || auxiliaries.has(word)) return index;
    if (determiners.has(before) || before === 'to' || before === 'of' || before === 'and' || before === 'for') continue;
    if (presentVerbs.has(word) || pastVerbs.has(word)) return index;
    if (word.length > 4 && word.endsWith('ed') && !word.endsWith('eed') && !notVerbs.has(word)) return index;
  }
  return verbAfterName(words);
}

/** "The Tenancy Act caps deposits": what follows a name and ends as verbs do. */
const verbAfterName = (words: readonly string[]): number => words.slice(0, 12).findIndex((word, index) => index > 0 && /^\p{Ll}{3,}(?:s|ed)$/u.test(word) && /^\p{Lu}/u.test(words[index - 1] ?? '') && (index > 1 || !determiners.has((words[0] ?? '').toLowerCase())));

function tenseOf(words: readonly string[], at: number): Wording['tense'] {
  if (at < 0) return 'none';
  const verb = (words[at] ?? '').toLowerCase();
  if (futureWords.has(verb)) return 'future';
  if (modalWords.has(verb)) return 'modal';
  const next = (words[at + 1] ?? '').toLowerCase();
  const afterNext = (words[at + 2] ?? '').toLowerCase();
  if (perfectWords.has(verb) && (isParticiple(next) || ((next.endsWith('ly') || /^(?:not|also|been|long|now|already|never|since|often)$/.test(next)) && isParticiple(afterNext)))) return 'perfect';
  if (pastVerbs.has(verb) && verb !== 'put' && verb !== 'set' && verb !== 'cut' && verb !== 'hit') return 'past';
  return verb.endsWith("ed") && !presentVerbs.has(verb) ? 'past' : 'present';
}

const isParticiple = (word: string): boolean => /(?:ed|en|wn)$/.test(word) || pastVerbs.has(word) || /^(?:become|come|run|risen|grown|been|begun|gone|done|shown)$/.test(word);

function subjectKindOf(words: readonly string[], subject: readonly string[], text: string): SubjectKind {
  const first = words[0] ?? '';
  const lower = first.toLowerCase();
  if (/^\*{0,2}[^.:]{2,60}:\*{0,2}\s/.test(text)) return 'label';
  if (/^(?:we|i|we[’'](?:ve|re|ll|d)|i[’'](?:ve|m|d)|our|my)$/.test(lower)) return 'first-person';
  if (/^(?:you|your|you[’'](?:re|ll|ve))$/.test(lower)) return 'you';
  if (/^(?:it|they|he|she|its|their|it[’']s|they[’'](?:ve|re)|his|her)$/.test(lower)) return 'pronoun';
  if (lower === 'there') return 'there';
  if (/^(?:this|these|that|those|such)$/.test(lower)) return 'demonstrative';
  if (commandWords.has(lower) && !/^(?:\p{L}+s|is|are|has|have|was|were|can|will)$/u.test((words[1] ?? '').toLowerCase())) return 'command';
  if (lower.endsWith("ing") && lower.length > 5) return 'gerund';
  if (/^\p{Lu}{2,}/u.test(first) || subject.slice(1).some((word) => /^\p{Lu}/u.test(word)) || isPlaceName(first.replace(/[’']s$/u, ''))) return 'named';
  if (/^(?:the|both|each|every|all)$/.test(lower)) return 'definite';
  if (/^(?:a|an|one|another|some|any|no)$/.test(lower)) return 'indefinite';
  const head = (subject.at(-1) ?? first).toLowerCase();
  if (isPlural(head) || isPlural(lower) || /^(?:many|most|few|several|people|more|other|various|numerous|nearly|almost)$/.test(lower)) return 'plural';
  return 'other';
}

const isPlural = (word: string): boolean => word.length > 3 && /[^s]s$/.test(word) && !singularS.has(word) && !/(?:ous|ss|us|is)$/.test(word);

const namePattern = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}&’'.-]*(?:\s+(?:(?:of|for|and|on|the|de)\s+){0,2}\p{Lu}[\p{L}\p{N}&’'-]*){0,7}/gu;

/** The first word of a sentence is a name only where it is written as no plain word is, or where a name goes on. */
function namesIn(text: string): WordingDraft['names'] {
  const names: { readonly name: string; readonly isFirst: boolean; readonly word: string }[] = [];
  for (const match of text.matchAll(namePattern)) {
    const name = match[0].replace(/[’']s$/u, '').replace(/[.,]$/u, '');
    const isFirst = match.index === 0 || /[.:!?“"]\s?$/u.test(text.slice(Math.max(0, match.index - 2), match.index));
    const plain = isFirst && !/\s/.test(name) && !/\p{Lu}.*\p{Lu}|\d/u.test(name) && !/[’']s$/u.test(match[0]) && !isPlaceName(name);
    const cleaned = name.replace(/^(?:The|A|An|In|On|At|By|For|Under|Since|While|As|If|When|This|These|That|However|And|But)\s+/u, '');
    if (cleaned.length > 1 && !/^(?:I|The|In|We|It|This|These|If|As|For|And|But)$/u.test(cleaned)) names.push({ name: cleaned, isFirst: plain, word: name });
  }
  return names;
}
