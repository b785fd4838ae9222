import { isPlaceName } from '../../text/place-names';
import type { SectionKey } from '../../profiles/section-keys';
import type { Sentence } from '../brief';
import { leadSentence } from './coverage';
import { claimCues } from './cues';
import { hasResult, type SentenceContext, shareOf } from './sentence-context';
import { hostOf, squeeze } from './voice';

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
  const features: Features = {};
  addWording(features, context, sentence);
  addCues(features, context, sentence);
  addQuantities(features, sentence);
  addPlace(features, context, sentence);
  addCoverage(features, context, sentence);
  addOwnership(features, context, sentence);
  addParagraph(features, context, sentence);
  addSurroundings(features, context, sentence);
  addNeighbours(features, context, sentence);
  addCombinations(features);
  return features;
}

/** Looks no further, for a block that is quoted may be long, and each of its sentences asks. */
const sixWords = /^(?:\S+\s+){5}/u;

function addWording(features: Features, { voice }: SentenceContext, sentence: Sentence): void {
  const wording = voice.wordings[sentence.index];
  if (wording === undefined) return;
  features['words'] = wording.words.length;
  features[`subject ${wording.subjectKind}`] = 1;
  features['subject words'] = wording.subject === '' ? 0 : wording.subject.split(' ').length;
  features[`tense ${wording.tense}`] = 1;
  features['names'] = wording.names.length;
  features['name share'] = wording.names.length / Math.max(5, wording.words.length);
  if (wording.verb === null) features['no verb'] = 1;
  else if (/^(?:is|are|was|were)$/i.test(wording.verb)) features['verb to be'] = 1;
  if (wording.verb !== null && new RegExp(String.raw`\b${wording.verb}\s+(?:an?|one of|the (?:process|act|practice|idea|name|way|set|number|amount))\b`, 'iu').test(sentence.text.slice(0, 120)) && features['verb to be'] === 1 && !/\b(?:most|first|only|largest|major|key|common)\b/iu.test(sentence.text.slice(0, 140))) features['says what it is'] = 1;
  if (/:\s*$/.test(sentence.text)) features['ends in colon'] = 1;
  if (!/[.!?”"’)\]]\s*$/.test(sentence.text)) features['no full stop'] = 1;
  if (sentence.isQuestion) features['question'] = 1;
  features[`in ${sentence.container}`] = 1;
  if (/^\s*[*_]{0,2}["“]/.test(sentence.text)) features['begins with a quotation mark'] = 1;
  if (sentence.quotations.length > 0) features['quotation'] = 1;
  const unattributed = sentence.quotations.find((quotation) => quotation.attribution === null && sixWords.test(quotation.text));
  if (unattributed !== undefined) features['quotation without speaker'] = 1;
  const long = wording.words.filter((word) => word.length >= 9).length / Math.max(1, wording.words.length);
  features['long words'] = long;
  if (/[()]/.test(sentence.text)) features['brackets'] = 1;
  if (/[—–;]/.test(sentence.text)) features['dash or semicolon'] = 1;
  if (/[`$\\{}<>=]|￼/.test(sentence.text)) features['code or formula'] = 1;
  if (/\b(?:not|n[’']t|no|neither|nor|without)\b/iu.test(sentence.text)) features['negation'] = 1;
  if (/\byou\b|\byour\b/iu.test(sentence.text)) features['addresses the reader'] = 1;
  if (/^(?:\p{Lu}[\p{L}-]+)\s+(?:\p{Ll}|is\b|are\b)/u.test(sentence.text) && wording.subjectKind === 'plural' && wording.tense === 'present') features['bare plural in the present'] = 1;
}

function addCues(features: Features, { cues }: SentenceContext, sentence: Sentence): void {
  const counts = cues[sentence.index] ?? {};
  for (const [name, count] of Object.entries(counts)) features[`cue ${name}`] = Math.min(3, count);
  features['kinds of claim'] = claimCues.filter(({ name }) => (counts[name] ?? 0) > 0).length;
}

function addQuantities(features: Features, sentence: Sentence): void {
  for (const quantity of sentence.quantities) {
    features[`figure ${quantity.form}`] = Math.min(3, (features[`figure ${quantity.form}`] ?? 0) + 1);
    if (quantity.scale >= 1_000) features['large figure'] = 1;
  }
  for (const match of sentence.text.matchAll(/\b(1[5-9]\d\d|20\d\d)\b/g)) features[Number(match[1]) >= 2026 ? 'year to come' : 'past year'] = 1;
  const figures = sentence.quantities.filter((quantity) => quantity.form === 'percent' || quantity.form === 'money' || quantity.form === 'multiple' || quantity.scale > 1).length;
  features['figures'] = Math.min(4, figures);
  if (/\d/.test(sentence.text)) features['digit'] = 1;
}

function addPlace(features: Features, context: SentenceContext, sentence: Sentence): void {
  const { brief, runs, placeInSection } = context;
  const section = brief.sections[sentence.section];
  const keys = section?.inheritedKeys ?? [];
  let isKnown = false;
  for (const [name, group] of Object.entries(sectionGroups)) {
    if (!keys.some((key) => group.includes(key))) continue;
    features[name] = 1;
    isKnown = true;
  }
  if (!isKnown) features['section of no known kind'] = 1;
  const heading = section?.heading?.text ?? '';
  for (const [name, pattern] of headingCues) if (pattern.test(heading)) features[name] = 1;
  if (/\?\s*$/.test(heading)) features['heading asks'] = 1;
  features['section number'] = Math.min(10, sentence.section);
  features['place in document'] = sentence.index / Math.max(1, brief.sentences.length);
  const run = runs[sentence.index] ?? { first: sentence.index, last: sentence.index };
  features['place in paragraph'] = Math.min(6, sentence.index - run.first);
  features['paragraph length'] = Math.min(8, run.last - run.first + 1);
  if (run.last === sentence.index) features['last of paragraph'] = 1;
  features['place in section'] = Math.min(20, placeInSection[sentence.index] ?? 0);
  if (leadSentence(brief, sentence) !== null) features['led in'] = 1;
}

function addCoverage(features: Features, context: SentenceContext, sentence: Sentence): void {
  const { coverage, voice, words } = context;
  const cover = coverage[sentence.index] ?? null;
  features[cover === null ? 'not covered' : `covered: ${cover.reason}`] = 1;
  for (const citation of sentence.citations) {
    features[`cites by ${citation.style}`] = 1;
    const host = hostOf(citation.works[0]?.key ?? '');
    if (host !== null && voice.ownHosts.has(host)) features['links to own pages'] = 1;
    if (citation.style === 'link' && host === null) features['links inside'] = 1;
  }
  const own = words[sentence.index] ?? new Set();
  for (const [step, since, name] of [[-1, 'since', 'last'], [1, 'to', 'next']] as const) {
    const found = nearestCitation(context, sentence, step);
    features[`sentences ${since} a citation in the paragraph`] = found.inRun;
    features[`sentences ${since} a citation in the section`] = found.inSection;
    if (found.index !== null) features[`words of the ${name} cited sentence`] = shareOf(own, words[found.index] ?? new Set());
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

function addOwnership(features: Features, { voice }: SentenceContext, sentence: Sentence): void {
  const wording = voice.wordings[sentence.index];
  if (wording === undefined) return;
  const isOwn = (name: string): boolean => voice.ownNames.has(squeeze(name)) || [...voice.ownNames].some((own) => own.length > 4 && squeeze(name).startsWith(own));
  if (wording.names.some(isOwn)) features['names the author'] = 1;
  if (isOwn(wording.subject.replace(/[’']s.*$/u, ''))) features['the author is the subject'] = 1;
  const subjectName = wording.names.find((name) => wording.subject.includes(name));
  const others = wording.names.filter((name) => !isOwn(name));
  if (others.some((name) => isPlaceName(name))) features['names a place'] = 1;
  if (others.some((name) => bodyWords.test(name))) features['names a body'] = 1;
  if (others.some((name) => instrumentWords.test(name))) features['names an instrument'] = 1;
  if (subjectName === undefined || isOwn(subjectName)) return;
  if (isPlaceName(subjectName)) features['subject is a place'] = 1;
  if (bodyWords.test(subjectName)) features['subject is a body'] = 1;
  if (instrumentWords.test(subjectName)) features['subject is an instrument'] = 1;
  features['subject is somebody else by name'] = 1;
  if (wording.tense === 'past' || wording.tense === 'perfect') features['somebody else did'] = 1;
  if (wording.tense === 'present') features['somebody else does'] = 1;
}

function addParagraph(features: Features, { runs, paragraphs, speaks, cues }: SentenceContext, { index }: Sentence): void {
  const run = runs[index];
  const paragraph = run && paragraphs.get(run);
  if (!paragraph) return;
  const speakingOthers = paragraph.speaking - (speaks[index] === true ? 1 : 0);
  const resultsOfOthers = paragraph.results - (hasResult(cues[index]) ? 1 : 0);
  if (speakingOthers > 0) features['paragraph in the first person'] = 1;
  features['results in the paragraph'] = resultsOfOthers / Math.max(1, run.last - run.first);
  features['cited share of the paragraph'] = paragraph.cited / (run.last - run.first + 1);
}

/** The eight sentences before and after, as far as the section goes. */
function addSurroundings(features: Features, { brief, coverage, speaks, cues, isCited, voice }: SentenceContext, sentence: Sentence): void {
  const counts = { cited: 0, covered: 0, 'first person': 0, results: 0, figures: 0, norms: 0, past: 0, generalisations: 0, history: 0, law: 0 };
  let near = 0;
  for (let index = Math.max(0, sentence.index - 8); index <= sentence.index + 8; index += 1) {
    const other = brief.sentences[index];
    if (other === undefined || index === sentence.index || other.section !== sentence.section) continue;
    const found = cues[index] ?? {};
    near += 1;
    if (isCited[index] === true) counts.cited += 1;
    if ((coverage[index] ?? null) !== null) counts.covered += 1;
    if (speaks[index] === true) counts['first person'] += 1;
    if (found['result'] !== undefined) counts.results += 1;
    if (other.quantities.some((quantity) => quantity.form === 'percent' || quantity.form === 'money')) counts.figures += 1;
    if (found['norm'] !== undefined) counts.norms += 1;
    if (voice.wordings[index]?.tense === 'past') counts.past += 1;
    if (found['generalisation'] !== undefined) counts.generalisations += 1;
    if (found['history'] !== undefined) counts.history += 1;
    if (found['law'] !== undefined) counts.law += 1;
  }
  for (const [name, count] of Object.entries(counts)) features[`near: ${name}`] = count / Math.max(1, near);
}

const tellingCues = ['result', 'norm', 'generalisation', 'history', 'trend', 'hypothetical', 'roadmap', 'definition', 'law'] as const;

function addNeighbours(features: Features, { brief, isCited, speaks, cues }: SentenceContext, sentence: Sentence): void {
  for (const [step, name] of [[-1, 'before'], [1, 'after']] as const) {
    const index = sentence.index + step;
    if (brief.sentences[index]?.section !== sentence.section) continue;
    if (isCited[index] === true) features[`cited ${name}`] = 1;
    if (speaks[index] === true) features[`first person ${name}`] = 1;
    for (const cue of tellingCues) if (cues[index]?.[cue] !== undefined) features[`${cue} ${name}`] = 1;
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

