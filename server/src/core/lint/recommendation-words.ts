/** What a recommendation speaks of, and what the brief speaks of outside its recommendations: by stems, without words that stand in any advice. */
import type { Brief, Section } from '../model/brief';
import { isStopWord, lemmaOf } from '../model/figures/lemmas';
import { rememberByBrief } from '../model/remember-by-brief';
import type { SectionKey } from '../profiles/section-keys';
import { rememberByPiece } from '../text/remember-by-words';
import { sliceOf } from '../text/span';
import { findActorInItem } from './actors';
import { isTitleSection, ownBlocks } from './brief-places';
import { institutionWords, roleWords } from './cues/actor-words';
import { isGeneralWord } from './cues/general-words';
import type { RecommendationItem } from './recommendation-items';
import { apparatusKeys, recommendationKeys, summaryKeys } from './sections';

export interface Term {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  /** Its own first ("start-ups"), then those of its parts. */
  readonly lemmas: readonly string[];
  readonly isName: boolean;
}

/** A word with its hyphens: "start-ups" is one. */
const termPattern = /\p{L}[\p{L}\p{N}]*(?:[-‐‑’'][\p{L}\p{N}]+)*/gu;

/** The words of a text that name a subject. */
export const termsOf = (text: string): readonly Term[] => {
  const terms: Term[] = [];
  for (const match of text.matchAll(termPattern)) {
    if (isCurrency(match[0], text.slice(match.index + match[0].length, match.index + match[0].length + 2))) continue;
    const lower = match[0].toLowerCase().replace(/[’']s$/u, '');
    const parts = lower.split(/[-‐‑]/).filter(isTelling);
    const isCompound = /[-‐‑]/.test(lower);
    if (isCompound ? parts.length === 0 && !isTelling(lower) : !isTelling(lower)) continue;
    const whole = lemmaOf(lower.replace(/[-‐‑]/g, ''));
    terms.push({ start: match.index, end: match.index + match[0].length, written: match[0], lemmas: [...new Set([whole, ...parts.map(lemmaOf)])], isName: /^\p{Lu}/u.test(match[0]) });
  }
  return terms;
};

/** "NZD 2.3 million". */
const isCurrency = (word: string, after: string): boolean => /^\p{Lu}{3}$/u.test(word) && /^\s?\d/.test(after);

const isTelling = (lower: string): boolean => lower.length >= 3 && !isStopWord(lower) && !isGeneralWord(lower) && !roleLemmas.has(lemmaOf(lower));

const roleLemmas: ReadonlySet<string> = new Set([...roleWords.filter((role) => !role.includes(' ')), ...[...institutionWords].map((word) => word.toLowerCase())].filter((word) => !isSubjectToo(word)).map(lemmaOf));

/** Who acts in one brief is what another is about: schools, hospitals, landlords. */
function isSubjectToo(word: string): boolean {
  return /^(?:school|hospital|teacher|landlord|bank|court|police|employer|firm|business|cit(?:y|ies)|compan|countr|donor|industr|insurer|investor|judge|lender|manufacturer|media|operator|platform|planner|publisher|researcher|supplier|union|universit|utilit|college|developer|mayor)/.test(word);
}

/** Of its own words: those that say who acts are not what is to be done. Their places count into its texts. */
export const termsOfItem = (item: Advice, brief: Brief): { readonly opening: readonly Term[]; readonly all: readonly Term[] } => {
  const { opening, text } = withoutActors(item, brief);
  return { opening: termsOf(opening), all: termsOf(text) };
};

type Advice = Pick<RecommendationItem, 'opening' | 'text'>;

/** With blanks for the names of those who act, and for citations. */
export const withoutActors = ({ opening, text }: Advice, brief: Brief): Advice => {
  const actor = findActorInItem(opening, text, brief);
  const mask = (words: string): string => {
    const uncited = words.replace(citationKeys, (keys) => ' '.repeat(keys.length));
    return withoutBodies(actor === undefined || actor.length > longestActor || actor.includes('\n') ? uncited : blanked(uncited, actor));
  };
  return { opening: mask(opening), text: mask(text) };
};
const longestActor = 80;

const citationKeys = /\[[^[\]]*@[^[\]]*\]|@[\w:.-]+|\(\p{Lu}[^()]{0,80}\b(?:19|20)\d\d[a-z]?\)/gu;

const blanked = (text: string, words: string): string => {
  const at = text.indexOf(words);
  return at < 0 ? text : text.slice(0, at) + ' '.repeat(words.length) + text.slice(at + words.length);
};

/** Names of bodies: "the Ministry of Health", not "a National Housing Council": that is yet to be founded. */
export const withoutBodies = (text: string): string =>
  text.replace(namePattern, (name: string, at: number) => {
    const isBody = name.split(/\s+/).some((word) => institutionWords.has(word.replace(/[’']s$/u, '')));
    return isBody && !/\ban?\s+$/iu.test(text.slice(Math.max(0, at - 4), at)) ? ' '.repeat(name.length) : name;
  });

const namePattern = /\p{Lu}[\p{L}&’'-]*(?:\s+(?:(?:of|for|and|on|the|&)\s+){0,2}\p{Lu}[\p{L}&’'-]*){1,8}/gu;

const findingKeys: ReadonlySet<SectionKey> = new Set(['findings', 'analysis', 'evidence', 'problem', 'background', 'constraints', 'risks', 'options', 'impacts', 'implications', 'comparison', 'comparison-of-options', 'case', 'data-point', 'swot']);
const sequelKeys: ReadonlySet<SectionKey> = new Set([...summaryKeys, ...apparatusKeys, 'conclusion', 'faq', 'exam-use', 'quote']);
const planKeys: ReadonlySet<SectionKey> = new Set(['implementation', 'next-steps', 'financial', 'review', 'timing', 'consultation', 'objectives', 'proposal', 'proposals', 'position']);

/** What the brief has found out and weighed, or any text of its own; not what sums it up, follows from it or lists its sources. A "Findings and conclusion" has findings. */
export const isAnalysis = ({ inheritedKeys }: Section): boolean => {
  if (inheritedKeys.some((key) => recommendationKeys.has(key))) return false;
  return inheritedKeys.some((key) => findingKeys.has(key)) || !inheritedKeys.some((key) => sequelKeys.has(key));
};

/** Less than `isAnalysis`: how a recommendation is to be carried out says nothing for it. */
export const canCarry = (section: Section): boolean => isAnalysis(section) && !section.inheritedKeys.some((key) => planKeys.has(key));

export interface AnalysisWords {
  readonly count: number;
  /** Does it use the term, one of its parts, or a word of the same stem? */
  readonly speaksOf: (term: Term) => boolean;
}

export const analysisWords = rememberByBrief((brief): AnalysisWords => {
  const texts = brief.sections.flatMap((section) => {
    const heading = section.heading !== null && (isAnalysis(section) || isTitleSection(brief, section)) ? [section.heading.text] : [];
    return isAnalysis(section) ? [...heading, ...ownBlocks(brief, section).map(({ span }) => sliceOf(brief.text, span))] : heading;
  });
  const read = [brief.metadata.title?.value ?? '', ...texts, ...brief.footnotes.map((footnote) => footnote.text)].map(readStems);
  const count = read.reduce((sum, one) => sum + one.count, 0);
  const knows = (lemma: string): boolean => {
    const beginning = `${lemma.slice(0, stemLength(lemma))}…`;
    return read.some(({ stems }) => stems.has(lemma) || stems.has(beginning));
  };
  const expands = (written: string): boolean => brief.aliases.expansionsOf(written.replace(/s$/u, '')).some((name) => termsOf(name).some(({ lemmas }) => lemmas.some(knows)));
  return { count, speaksOf: ({ lemmas, written }) => lemmas.some(knows) || (/^\p{Lu}{2}/u.test(written) && expands(written)) };
});

/** How many words a text has, and their stems. */
const readStems = rememberByPiece((text) => {
  const stems = new Set<string>();
  let count = 0;
  for (const [word] of text.matchAll(termPattern)) {
    count += 1;
    for (const part of new Set([word.replace(/[-‐‑]/g, ''), ...word.split(/[-‐‑]/)])) for (const stem of stemsOf(part.toLowerCase())) stems.add(stem);
  }
  return { count, stems };
});

/** The lemma, and beginnings of the word, marked as such. */
const stemsOf = (lower: string): readonly string[] => [lemmaOf(lower), ...[4, 5, 6].filter((length) => lower.length >= length).map((length) => `${lower.slice(0, length)}…`)];

/** As many letters as "subsidise" and "subsidy" share; of a short word, all. */
const stemLength = ({ length }: string): number => (length >= 8 ? 6 : length >= 6 ? 5 : 4);
