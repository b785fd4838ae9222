/** Where a brief says what is to be done. */
import type { Brief, Section, Sentence } from '../model/brief';
import { isImperative } from './imperatives';
import { isInside, sectionsFor } from './profile-sections';
import { recommendationKeys } from './sections';

/** Somebody is asked for something, in so many words. */
const asks =
  /\b(?:we|i|authors?|this (?:brief|paper|memo|note|submission)|the (?:brief|paper|memo|authors?|ministry|department|office|committee|commission)|it is|is|are)\s+(?:therefore\s+|strongly\s+|also\s+){0,2}(?:recommend\w*|propos\w+|urg\w+|ask\w*|advis\w+|call\w*\s+(?:on|for)|seek\w*|request\w*|suggest\w*|advocat\w+)\b|\brecommend\w*\b|\b(?:should|ought to|must|shall)\b|\b(?:needs?|has|have) to\b|\bcalls? (?:for|on)\b|\b(?:approval|decision|agreement) (?:is )?(?:sought|requested|asked|needed)\b/i;

/** Words of a brief that advises without "should": what would work, what is best, what is proposed. */
const leans =
  /\b(?:would|propos\w+|solutions?|way forward|what to do|next steps?|best[- ](?:supported|option|placed|way)|is to (?:be )?\p{L}+|are to (?:be )?\p{L}+|(?:can|could|would|will) be (?:\p{L}+(?:ed|t|n)\b)|priorit\w+|prefer\w*|favou?rs?|needed|necessary|essential|requires?|worth|time to|urg\w+|adopt\w*|introduc(?:e|ing)\b|advis\w+|suggest\w*|options?|agree(?:s|d)?|approve\w*|endors\w+)\b/iu;

/** "No one should wait": nobody is asked for anything. */
const asksNobody = /\b(?:no one|nobody|none of \p{L}+|no \p{L}+) (?:should|must|ought to|needs? to|has to)\b/iu;

export const isAsking = (text: string): boolean => (asks.test(text) && !asksNobody.test(text)) || isImperative(text);

/** Generous on purpose: what might be read as advice is. */
export const mayAdvise = (text: string): boolean => isAsking(text) || leans.test(text);

/** The sections that hold the ask. */
export const askingSections = (brief: Brief): readonly Section[] => {
  const keys = [...recommendationKeys, 'position', 'proposal', 'proposals'] as const;
  const found = new Set(keys.flatMap((key) => sectionsFor(brief, key)));
  return brief.sections.filter((section) => found.has(section));
};

export const isWithin = (brief: Brief, sentence: Pick<Sentence, 'section'>, sections: readonly Section[]): boolean => {
  const own = brief.sections[sentence.section];
  return own !== undefined && sections.some((section) => section === own || isInside(brief, own, section));
};
