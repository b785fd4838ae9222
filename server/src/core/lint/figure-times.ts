import type { Brief, Sentence } from '../model/brief';
import { rememberBySentence } from '../model/sentence-memory';
import { sectionAndAncestors } from './sections';

const monthNames = 'January|February|March|April|June|July|August|September|October|November|December|Sept?\\.|Jan\\.|Feb\\.|Aug\\.|Oct\\.|Nov\\.|Dec\\.';

/** A year, a fiscal year, a quarter, a month. */
const periodPattern = new RegExp(String.raw`\b(?:1[5-9]|20)\d\d(?:s|\b)|\bFY ?['’]?\d\d|\bQ[1-4]\b|\b(?:${monthNames})(?!\p{L})`, 'iu');

/** Words that place a figure in time without a date. */
const relativePattern =
  /\b(?:as of|at the (?:end|start|time|moment)|at present|today|now|current(?:ly)?|present(?:ly)?|latest|recent(?:ly)?|this (?:year|month|week|quarter|decade)|(?:last|past|previous|next|coming|same|first|second|third|fourth|final|base(?:line)?) (?:\p{L}+ |\d+ )?(?:years?|months?|weeks?|quarters?|decades?|periods?|terms?|days?|hours?|seasons?)|yesterday|tomorrow|to date|so far|still|already|historical(?:ly)?|centur(?:y|ies)|decades?|years? (?:ago|earlier|later|before)|(?:each|every|per|a|an?) (?:year|month|week|day|hour|quarter)|annual(?:ly)?|yearly|monthly|weekly|daily|pandemic|war|crisis|independence|lifetime|always|typical(?:ly)?|usual(?:ly)?|average[ds]?|on average|normally|generally)\b/iu;

const namesDate = (text: string): boolean => periodPattern.test(text);

/**
 * Is the sentence's figure placed in time: by words of its own, by a date anywhere in its paragraph (a citation brings its year), in the
 * sentence before or in a heading above it?
 */
export const isPlacedInTime = (brief: Brief, sentence: Sentence): boolean => {
  if (namesTime(sentence)) return true;
  const block = brief.blocks[sentence.block];
  if (block && namesDate(brief.text.slice(block.span.start, block.span.end))) return true;
  const before = brief.sentences[sentence.index - 1];
  if (before?.section === sentence.section && namesDate(before.text)) return true;
  const section = brief.sections[sentence.section];
  if (!section) return false;
  for (const above of sectionAndAncestors(brief, section)) if (namesDate(above.heading?.text ?? '')) return true;
  return namesDate(brief.metadata.title?.value ?? '');
};

const namesTime = rememberBySentence(({ text }) => namesDate(text) || relativePattern.test(text));

/** A rule, an effect that is imagined or computed, an example: no observation that has a date. */
export const isNoObservation = rememberBySentence(({ text }) => imagined.test(text) || ruled.test(text));

const imagined =
  /\b(?:would|could|should|shall|must|may|might|will|if|suppose|assum\w+|propos(?:e[sd]?|als?|ing)|recommend\w+|target\w*|goals?|scenarios?|simulat\w+|model(?:s|l?ed|l?ing)?|project(?:s|ed|ions?)|forecast\w*|expect(?:s|ed)?|for example|for instance|e\.g\.|each additional|for every|defin(?:e[sd]?|ition)|formula|elasticit(?:y|ies)|effects? of|impacts? of)\b/iu;
const ruled =
  /\b(?:thresholds?|caps?|capped|limits?|requires?|required|requirement|maximum|minimum|at (?:least|most)|eligib\w+|entitle\w*|credits?|deductions?|allowances?|(?:tax|interest|marginal|phase-?out|phase-?in) rates?|(?:taxed|charged|levied|phased out) at|benefits?)\b/iu;
