import { rememberByWords } from '../../text/remember-by-words';
import { type CueClass, claimCues, exemptCues, ownCues } from './cues';
import { findSubjectName } from './voice';
import { weighWords } from './word-weights';
import { readWording, type Wording, type WordingDraft } from './wording';

/** A feature of the scorer with its value. */
export type NamedValue = readonly [name: string, value: number];

/** All that the words of a sentence say by themselves, wherever it stands. Read once for as long as the words stay the same. */
export interface SentenceWords {
  readonly draft: WordingDraft;
  /** How often each class of cue occurs. */
  readonly cues: Readonly<Record<string, number>>;
  /** In the first person. */
  readonly speaks: boolean;
  readonly subjectName: string | null;
  /** Of the longer words. */
  readonly stems: ReadonlySet<string>;
  readonly endsInColon: boolean;
  readonly features: readonly NamedValue[];
  /** Begins with words that go on about what the sentence before says. */
  readonly carriesOn: boolean;
  /** Speaks near its beginning of "the study", "this act" and the like. */
  readonly pointsBack: boolean;
  /** Begins with a turn to something new. */
  readonly turnsAway: boolean;
  /** "The bill …", "Under the act, …": goes on about a law or plan of which the document has spoken. */
  readonly isAboutInstrument: boolean;
}

export const readSentenceWords = rememberByWords((text): SentenceWords => {
  const draft = readWording(text);
  const cues = countCues(text);
  const { wording } = draft;
  return {
    draft,
    cues,
    speaks: firstPerson.test(text),
    subjectName: findSubjectName(wording.subject) ?? null,
    stems: new Set((text.match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 6).toLowerCase())),
    endsInColon: /:\s*$/.test(text),
    features: [...wordingFeatures(text, wording), ...signFeatures(text), ...cueFeatures(cues), ['what its words say', weighWords(text)]],
    carriesOn: carriesOn.test(text),
    pointsBack: anaphora.test(text.slice(0, 80)),
    turnsAway: turnsAway.test(text),
    isAboutInstrument: reference.test(wording.subject) || underReference.test(text),
  };
});

const firstPerson = /\b(?:we|our|us|ours|I[’'](?:ve|m|d)|my)\b/iu;

const carriesOn = /^(?:(?:of these|of which|among (?:them|these)|in the same (?:year|period|report|survey)|in (?:turn|total|all)|similarly|likewise|overall|meanwhile|for example|for instance|that is|this|these|those|it|its|they|their|he|she|the (?:same|remaining|rest|others?|share|figure|rate|ratio|number|report|study|survey|authors?|latter|former|gap|increase|decrease|rise|fall|total|average|corresponding))\b)/iu;
/** A turn to something new, which the source before does not answer for. */
const turnsAway = /^(?:but|however|yet|still|historically|traditionally|today|by contrast|in contrast|despite|although|while)\b/iu;
const anaphora = /\b(?:th(?:is|e|ese|ose) (?:study|studies|paper|report|survey|authors?|findings|results|analysis|article|review|act|bill|law|plan|proposal|rule|reform|policy|order|programme|program|inventory|definition|framework|provision|provisions|credit|document|protocol|regulation|guidance|approach|method|model|dataset|data))\b/iu;
const reference = /\b(?:the|this|that|its) (?:(?:final|new|draft|approved|proposed|revised|latest|original|current|same) ){0,2}(?:reform|bill|act|proposal|plan|package|legislation|manifesto|draft|rule|law|policy|amendment|budget|provision|ordinance)\b/iu;
const underReference = /^(?:in|under) (?:the|this) (?:(?:final|new|draft|approved|proposed|revised|latest) )?(?:bill|act|law|plan|proposal|draft|manifesto|rules?|directive|treaty|agreement|ordinance)\b/i;

const allCues: readonly CueClass[] = [...claimCues, ...exemptCues, ...ownCues];

function countCues(text: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { name, pattern } of allCues) {
    const found = text.match(pattern);
    if (found !== null) counts[name] = found.length;
  }
  return counts;
}

const cueFeatures = (counts: Readonly<Record<string, number>>): readonly NamedValue[] => [
  ...Object.entries(counts).map(([name, count]): NamedValue => [`cue ${name}`, Math.min(3, count)]),
  ['kinds of claim', claimCues.filter(({ name }) => (counts[name] ?? 0) > 0).length],
];

function wordingFeatures(text: string, { words, subject, tense, verb }: Wording): readonly NamedValue[] {
  const features: NamedValue[] = [
    ['words', words.length],
    ['subject words', subject === '' ? 0 : subject.split(' ').length],
    [`tense ${tense}`, 1],
    ['long words', words.filter((word) => word.length >= 9).length / Math.max(1, words.length)],
  ];
  if (verb === null) features.push(['no verb', 1]);
  else if (/^(?:is|are|was|were)$/i.test(verb)) {
    features.push(['verb to be', 1]);
    if (saysWhatItIs.test(text.slice(0, 120)) && saysItOf(verb, text) && !superlative.test(text.slice(0, 140))) features.push(['says what it is', 1]);
  }
  return features;
}

const superlative = /\b(?:most|first|only|largest|major|key|common)\b/iu;
const saysWhatItIs = /\b(?:is|are|was|were)\s+(?:an?|one of|the (?:process|act|practice|idea|name|way|set|number|amount))\b/iu;

/** With the very verb: "are" in "Wells are what was a luxury" says of "was" nothing. */
const saysItOf = (verb: string, text: string): boolean =>
  new RegExp(String.raw`\b${verb}\s+(?:an?|one of|the (?:process|act|practice|idea|name|way|set|number|amount))\b`, 'iu').test(text.slice(0, 120));

/** Signs on the page, each a feature where it shows. */
const signs: readonly (readonly [string, RegExp])[] = [
  ['ends in colon', /:\s*$/],
  ['begins with a quotation mark', /^\s*[*_]{0,2}["“]/],
  ['brackets', /[()]/],
  ['dash or semicolon', /[—–;]/],
  ['code or formula', /[`$\\{}<>=]|￼/],
  ['negation', /\b(?:not|n[’']t|no|neither|nor|without)\b/iu],
  ['addresses the reader', /\byou\b|\byour\b/iu],
  ['digit', /\d/],
];

function signFeatures(text: string): readonly NamedValue[] {
  const features = signs.flatMap(([name, pattern]): readonly NamedValue[] => (pattern.test(text) ? [[name, 1]] : []));
  if (!/[.!?”"’)\]]\s*$/.test(text)) features.push(['no full stop', 1]);
  for (const match of text.matchAll(/\b(1[5-9]\d\d|20\d\d)\b/g)) features.push([Number(match[1]) >= 2026 ? 'year to come' : 'past year', 1]);
  return features;
}
