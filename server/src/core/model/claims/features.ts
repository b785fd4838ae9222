import { isPlaceName } from '../../text/place-names';
import { rememberByWords } from '../../text/remember-by-words';
import type { SectionKey } from '../../profiles/section-keys';
import type { Section, Sentence } from '../brief';
import { rememberByBrief } from '../remember-by-brief';
import { leadSentence } from './coverage';
import { hasResult, placeInDocument, type SentenceContext, shareOf, wordsOf } from './sentence-context';
import type { NamedValue } from './sentence-words';
import { describeSurroundings } from './surroundings';
import { hostOf } from './voice';

/** What the scorer knows of one sentence, by names that mean something to a reader. Absent is 0. */
export type Features = Record<string, number>;

const sectionGroups: Readonly<Record<string, readonly SectionKey[]>> = {
  'section summary': ['summary', 'key-messages', 'overview', 'at-a-glance'],
  'section background': ['introduction', 'problem', 'background', 'issue', 'comparison', 'timeline', 'headlines-miss', 'data-point', 'case', 'legal'],
  'section method': ['method', 'annex', 'assumptions', 'limitations'],
  'section findings': ['findings', 'evidence', 'analysis', 'impacts', 'implications', 'figure', 'financial'],
  'section proposals': ['recommendations', 'recommendation', 'options', 'proposal', 'proposals', 'next-steps', 'implementation', 'decision-points', 'criteria', 'objectives', 'scenarios', 'exam-use', 'timing'],
  'section conclusion': ['conclusion', 'faq', 'considerations'],
  'section swot': ['swot', 'constraints', 'risks'],
};

const headingCues: readonly (readonly [string, RegExp])[] = [
  ['heading on results', /\b(?:impact|impacts|results?|effects?|findings|poverty|inequality|budget|revenue|cost|distribution|decile|household|labou?r|estimates?|performance|what we|our|users?|numbers|highlights|evaluation|comparison)\b/iu],
  ['heading on background', /\b(?:background|history|context|current|existing|introduction|overview|what is|what are|why|problem|landscape|policy|law|legal|reform|provisions?|about)\b/iu],
  ['heading on method', /\b(?:method\w*|data|model\w*|approach|assumptions?|limitations?|caveats?|appendix|how we|how it works|technical|simulation|design)\b/iu],
  ['heading on the future', /\b(?:next|future|recommend\w*|conclusions?|way forward|looking|should|lessons|improve\w*|proposals?|options)\b/iu],
];

export function describeSentence(context: SentenceContext, sentence: Sentence): Features {
  // Without a prototype it is a table from the start; a plain object would change its shape with each of some seventy features.
  const features = Object.create(null) as Features;
  for (const [name, value] of wordsOf(context, sentence).features) features[name] = value;
  addWording(features, context, sentence);
  addQuantities(features, sentence);
  addPlace(features, context, sentence);
  addCoverage(features, context, sentence);
  addOwnership(features, context, sentence);
  addParagraph(features, context, sentence);
  for (const [name, value] of describeSurroundings(context, sentence)) features[name] = value;
  addNeighbours(features, context, sentence);
  addCombinations(features);
  return features;
}

/** Looks no further, for a block that is quoted may be long, and each of its sentences asks. */
const sixWords = /^(?:\S+\s+){5}/u;

/** What the words alone do not say: the document knows which are names. */
function addWording(features: Features, { voice }: SentenceContext, sentence: Sentence): void {
  const wording = voice.wordings[sentence.index];
  if (wording === undefined) return;
  features[`subject ${wording.subjectKind}`] = 1;
  features['names'] = wording.names.length;
  features['name share'] = wording.names.length / Math.max(5, wording.words.length);
  if (sentence.isQuestion) features['question'] = 1;
  features[`in ${sentence.container}`] = 1;
  if (sentence.quotations.length > 0) features['quotation'] = 1;
  const unattributed = sentence.quotations.find((quotation) => quotation.attribution === null && sixWords.test(quotation.text));
  if (unattributed !== undefined) features['quotation without speaker'] = 1;
  if (wording.subjectKind === 'plural' && wording.tense === 'present' && /^(?:\p{Lu}[\p{L}-]+)\s+(?:\p{Ll}|is\b|are\b)/u.test(sentence.text)) features['bare plural in the present'] = 1;
}

function addQuantities(features: Features, sentence: Sentence): void {
  let figures = 0;
  for (const { form, scale } of sentence.quantities) {
    features[`figure ${form}`] = Math.min(3, (features[`figure ${form}`] ?? 0) + 1);
    if (scale >= 1_000) features['large figure'] = 1;
    if (form === 'percent' || form === 'money' || form === 'multiple' || scale > 1) figures += 1;
  }
  features['figures'] = Math.min(4, figures);
}

function addPlace(features: Features, context: SentenceContext, sentence: Sentence): void {
  const { brief, runs, placeInSection } = context;
  for (const [name, value] of sectionFeatures(brief)[sentence.section] ?? []) features[name] = value;
  features['place in document'] = placeInDocument(context, sentence);
  const run = runs[sentence.index] ?? { first: sentence.index, last: sentence.index };
  features['place in paragraph'] = Math.min(6, sentence.index - run.first);
  features['paragraph length'] = Math.min(8, run.last - run.first + 1);
  if (run.last === sentence.index) features['last of paragraph'] = 1;
  features['place in section'] = Math.min(20, placeInSection[sentence.index] ?? 0);
  if (leadSentence(brief, sentence) !== null) features['led in'] = 1;
}

/** By the section's index: the same for all its sentences. */
const sectionFeatures = rememberByBrief((brief): readonly (readonly NamedValue[])[] => brief.sections.map((section) => [...kindsOfSection(section), ...headingFeatures(section.heading?.text ?? ''), ['section number', Math.min(10, section.index)]]));

function kindsOfSection({ inheritedKeys }: Section): readonly NamedValue[] {
  const kinds = Object.entries(sectionGroups).flatMap(([name, group]): readonly NamedValue[] => (inheritedKeys.some((key) => group.includes(key)) ? [[name, 1]] : []));
  return kinds.length > 0 ? kinds : [['section of no known kind', 1]];
}

const headingFeatures = rememberByWords((heading): readonly NamedValue[] => [...headingCues, headingAsks].flatMap(([name, pattern]): readonly NamedValue[] => (pattern.test(heading) ? [[name, 1]] : [])));

const headingAsks = ['heading asks', /\?\s*$/] as const;

function addCoverage(features: Features, context: SentenceContext, sentence: Sentence): void {
  const { coverage, voice } = context;
  const cover = coverage.close[sentence.index] ?? null;
  features[cover === null ? 'not covered' : `covered: ${cover.reason}`] = 1;
  for (const citation of sentence.citations) {
    features[`cites by ${citation.style}`] = 1;
    const host = hostOf(citation.works[0]?.key ?? '');
    if (host !== null && voice.ownHosts.has(host)) features['links to own pages'] = 1;
    if (citation.style === 'link' && host === null) features['links inside'] = 1;
  }
  const own = wordsOf(context, sentence).stems;
  for (const [step, since, name] of [[-1, 'since', 'last'], [1, 'to', 'next']] as const) {
    const found = nearestCitation(context, sentence, step);
    features[`sentences ${since} a citation in the paragraph`] = found.inRun;
    features[`sentences ${since} a citation in the section`] = found.inSection;
    if (found.index !== null) features[`words of the ${name} cited sentence`] = shareOf(own, context.words[found.index]?.stems ?? new Set());
  }
}

interface NearestCitation {
  readonly inRun: number;
  readonly inSection: number;
  readonly index: number | null;
}

function nearestCitation({ brief, isCited, runs }: SentenceContext, sentence: Sentence, step: 1 | -1): NearestCitation {
  const run = runs[sentence.index];
  for (let far = 1; far <= 10; far += 1) {
    const index = sentence.index + step * far;
    if (brief.sentences[index]?.section !== sentence.section) break;
    if (isCited[index] !== true) continue;
    const isSameRun = run !== undefined && index >= run.first && index <= run.last;
    return { inRun: isSameRun && far < 6 ? far : 6, inSection: far, index };
  }
  return { inRun: 6, inSection: 11, index: null };
}

const bodyWords = /\b(?:Administration|Agency|Assembly|Association|Authority|Bank|Board|Bureau|Cabinet|Centre|Center|Commission|Commissioner|Committee|Company|Congress|Corporation|Council|Court|Department|Division|Federation|Foundation|Governor|Government|House|Institute|Institution|Legislature|Mayor|Minister|Ministry|Office|Parliament|Party|President|Secretary|Senate|Society|Treasury|Union|University)\b/u;
const instrumentWords = /\b(?:Accord|Act|Agreement|Amendment|Bill|Budget|Charter|Code|Constitution|Convention|Credit|Declaration|Directive|Framework|GDPR|Guidelines|Law|Licen[cs]e|Mechanism|Order|Ordinance|Pact|Plan|Policy|Program|Programme|Protocol|Regulations?|Rules?|Scheme|Standard|Strategy|Treaty|Benefit|Tax|Fund)s?\b/u;

/** What a name is the name of. */
const readName = rememberByWords((name) => ({ isPlace: isPlaceName(name), isBody: bodyWords.test(name), isInstrument: instrumentWords.test(name) }));

function addOwnership(features: Features, { voice }: SentenceContext, sentence: Sentence): void {
  const wording = voice.wordings[sentence.index];
  if (wording === undefined) return;
  if (wording.names.some(voice.isOwnName)) features['names the author'] = 1;
  if (voice.isOwnName(wording.subject.replace(/[’']s.*$/u, ''))) features['the author is the subject'] = 1;
  for (const name of wording.names) {
    if (voice.isOwnName(name)) continue;
    const { isPlace, isBody, isInstrument } = readName(name);
    if (isPlace) features['names a place'] = 1;
    if (isBody) features['names a body'] = 1;
    if (isInstrument) features['names an instrument'] = 1;
  }
  const subjectName = wording.names.find((name) => wording.subject.includes(name));
  if (subjectName === undefined || voice.isOwnName(subjectName)) return;
  const { isPlace, isBody, isInstrument } = readName(subjectName);
  if (isPlace) features['subject is a place'] = 1;
  if (isBody) features['subject is a body'] = 1;
  if (isInstrument) features['subject is an instrument'] = 1;
  features['subject is somebody else by name'] = 1;
  if (wording.tense === 'past' || wording.tense === 'perfect') features['somebody else did'] = 1;
  if (wording.tense === 'present') features['somebody else does'] = 1;
}

function addParagraph(features: Features, { runs, paragraphs, words }: SentenceContext, { index }: Sentence): void {
  const run = runs[index];
  const paragraph = run && paragraphs.get(run);
  if (!paragraph) return;
  const speakingOthers = paragraph.speaking - (words[index]?.speaks === true ? 1 : 0);
  const resultsOfOthers = paragraph.results - (hasResult(words[index]) ? 1 : 0);
  if (speakingOthers > 0) features['paragraph in the first person'] = 1;
  features['results in the paragraph'] = resultsOfOthers / Math.max(1, run.last - run.first);
  features['cited share of the paragraph'] = paragraph.cited / (run.last - run.first + 1);
}

const tellingCues = ['result', 'norm', 'generalisation', 'history', 'trend', 'hypothetical', 'roadmap', 'definition', 'law'] as const;

function addNeighbours(features: Features, { brief, isCited, words }: SentenceContext, sentence: Sentence): void {
  for (const [step, name] of [[-1, 'before'], [1, 'after']] as const) {
    const index = sentence.index + step;
    if (brief.sentences[index]?.section !== sentence.section) continue;
    if (isCited[index] === true) features[`cited ${name}`] = 1;
    if (words[index]?.speaks === true) features[`first person ${name}`] = 1;
    for (const cue of tellingCues) if (words[index]?.cues[cue] !== undefined) features[`${cue} ${name}`] = 1;
  }
}

/** What only together tells: a claim that nobody answers for. */
function addCombinations(features: Features): void {
  const is = (name: string): boolean => (features[name] ?? 0) > 0;
  const isOwned = is('cue we') || is('cue our') || is('cue this work') || is('cue result') || is('the author is the subject');
  const isExempt = is('cue norm') || is('cue hypothetical') || is('cue roadmap') || is('question') || is('no verb') || is('says what it is') || is('cue example') || is('cue definition');
  const isBare = is('not covered') && !isOwned && !isExempt;
  if (isBare) {
    features['bare'] = 1;
    features['bare kinds'] = features['kinds of claim'] ?? 0;
    for (const name of ['trend', 'history', 'law', 'official-action', 'cause', 'comparison', 'magnitude', 'generalisation', 'view', 'condition', 'forecast']) if (is(`cue ${name}`)) features[`bare ${name}`] = 1;
    if (is('subject is somebody else by name')) features['bare somebody else'] = 1;
    if (is('tense perfect')) features['bare perfect'] = 1;
    if (is('figures')) features['bare figure'] = 1;
  }
}

