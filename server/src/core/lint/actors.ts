import type { Brief } from '../model/brief';
import { findAcronymUses } from '../text/acronyms';
import { isCommonAcronym } from '../text/common-acronyms';
import { abstractNouns, institutionWords, roleWords } from './cues/actor-words';
import { decisionVerbs } from './cues/imperative-verbs';
import { phrasePattern } from './cues/phrase-pattern';
import { beginsWithVerb } from './imperatives';

/**
 * Who is to act, as far as the words of a recommendation say it. Each function returns the words that name the actor, so that what
 * was found can be shown.
 */
export function findActorInItem(opening: string, whole: string, brief: Brief): string | undefined {
  const words = withoutRecommending(opening);
  return (
    findLabelledActor(whole) ??
    findSubject(words.text, brief, words.isThatClause) ??
    findAgent(whole) ??
    findNamedBody(whole, brief) ??
    findRoleInBrackets(whole) ??
    findInitialsInNote(whole, brief) ??
    findDecider(words.text)
  );
}

/** In a heading, a label or a lead-in that ends in a colon any body or role counts: "For provincial governments". */
export const findActorInHeading = (heading: string, brief: Brief): string | undefined => (asksForApproval.test(heading) ? undefined : (findNamedBody(heading, brief) ?? rolePattern.exec(heading)?.[0]));

/** "The Cabinet may approve the following:" names who decides, and leaves open who carries it out. */
const asksForApproval = /\b(?:agree|approve|authori[sz]e|endorse|sanction|decide)\b[^:]{0,60}:\s*$/i;

/** A paragraph before or after the list: "The Ministry should take these steps." */
export function findActorInLeadIn(text: string, brief: Brief): string | undefined {
  const owner = ownerLabel.exec(text);
  if (owner !== null) return owner[0];
  if (/:\s*$/.test(text)) return findActorInHeading(text, brief);
  const subject = findSubject(withoutRecommending(text).text, brief, false);
  return subject !== undefined && findActorInHeading(subject, brief) !== undefined ? subject : undefined;
}

const rolePattern = phrasePattern(roleWords, 'iu');
const ownerLabel = /\b(?:owner|lead|led by|responsible|responsibility|who|actor|lead agency|implementing (?:body|agency|partner))\s*[:=–—-]\s*\S/i;
const modal = /\b(?:should|must|ought\s+to|needs?\s+to|ha(?:s|ve)\s+to|shall|will|could|can|(?:is|are)\s+to)\b/i;
/** After "be": the subject still acts, or is made to. */
const stillActive = /^(?:not\s+)?be\s+(?:able|allowed|asked|encouraged|empowered|enabled|given|invited|mandated|obliged|ready|required|responsible|tasked|urged|willing)\b/i;

function withoutRecommending(text: string): { readonly text: string; readonly isThatClause: boolean } {
  const match = /^\s*(?:we|this (?:brief|paper|report)|the authors?|it\s+is)\s+(?:therefore\s+|also\s+|strongly\s+)?(?:recommend(?:s|ed)?|propose[sd]?|suggest(?:s|ed)?|advise[sd]?)\s+(that\s+)?/i.exec(text);
  return match === null ? { text, isThatClause: false } : { text: text.slice(match[0].length), isThatClause: match[1] !== undefined };
}

/** "Ministry of Finance: publish …", "Owner: the regulator". */
function findLabelledActor(text: string): string | undefined {
  const owner = ownerLabel.exec(text);
  if (owner !== null) return owner[0];
  const label = /^([^:.;]{2,60})[:–—]\s/.exec(text)?.[1];
  if (label === undefined) return undefined;
  return label.split(/\s+/).some((word) => institutionWords.has(word)) || rolePattern.test(label) ? label : undefined;
}

/** The one who should, must or will; in "(we recommend) that X publish" the X, with or without such a verb. */
function findSubject(text: string, brief: Brief, isThatClause: boolean): string | undefined {
  const match = modal.exec(text);
  if (match === null) return isThatClause ? findSubjunctiveSubject(text) : findInfinitiveSubject(text, brief);
  const after = text.slice(match.index + match[0].length).trimStart();
  const isPassive = /^(?:\w+ly\s+|also\s+|not\s+|first\s+|then\s+)*be\s+(?:\w+ly\s+)?\w+(?:ed|en|de|lt|nt|ut|un|own|ought|id|ld|et|pt|ne)\b/i.test(after);
  if (isPassive && !stillActive.test(after)) return undefined;
  return actingSubject(text.slice(0, match.index));
}

function findSubjunctiveSubject(text: string): string | undefined {
  if (/^\S+(?:\s+\S+){0,8}?\s+be\s+\w+/.test(text)) return undefined;
  return actingSubject(/^\S+(?:\s+\S+){0,5}/.exec(text)?.[0] ?? '');
}

/** "HEC to publish …": only where the words before "to" name a body or role and do not begin with a verb. */
function findInfinitiveSubject(text: string, brief: Brief): string | undefined {
  const subject = /^([^,.:;]{2,80}?)\s+to\s+[a-z]+/.exec(text)?.[1];
  if (subject === undefined || beginsWithVerb(subject)) return undefined;
  return findActorInHeading(subject, brief);
}

function actingSubject(beforeVerb: string): string | undefined {
  // "By June 2027, the board" – the subject stands after the last comma, unless a list of bodies does.
  const clause = /^(?:by|in|within|from|to|for|once|when|after|before|until|with|where|if|as|on|at|through|during)\b/i.test(beforeVerb.trim()) ? beforeVerb.slice(beforeVerb.lastIndexOf(',') + 1) : beforeVerb;
  const subject = clause.trim();
  if (subject === '' || beginsWithVerb(subject)) return undefined;
  const head = subject.split(/\s+(?:of|in|for|on|to|that|which|who|with|from|at|between|across|under)\s+|,/)[0] ?? subject;
  const noun = head.trim().split(/\s+/).at(-1)?.replace(/[^\p{L}-]/gu, '').toLowerCase() ?? '';
  // "The Rural Supply Fund" is a body, "a fund" and "Funds" are not.
  const isName = /\S\s+\p{Lu}[\p{L}-]*$/u.test(head.trim());
  return noun === '' || (abstractNouns.has(noun) && !isName) ? undefined : subject;
}


/** "by the regulator", not "by June", "by 20%", "by expanding". */
function findAgent(text: string): string | undefined {
  const agent = /\b(?:by|through|via)\s+(?:the\s+|an?\s+|each\s+|every\s+|all\s+|both\s+)?([\p{L}][\p{L}’'-]*)(?:\s+[\p{L}’'-]+){0,3}/giu;
  for (const match of text.matchAll(agent)) {
    const first = (match[1] ?? '').toLowerCase();
    if (notAnAgent.test(first)) continue;
    const isBy = /^by\b/i.test(match[0]);
    if (isBy ? isAfterParticiple(text, match.index) || rolePattern.test(match[0]) : rolePattern.test(match[0])) return match[0];
  }
  return undefined;
}

const notAnAgent = /^(?:\w+ing|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|q[1-4]|fy\w*|end|mid\w*|early|late|next|then|now|year|close|start|beginning|half|third|quarter|summer|autumn|winter|spring|way|means|virtue|law|default|at|more|up|around|about|date|deadline|one|two|three|four|five|six|ten)$/;

const isAfterParticiple = (text: string, index: number): boolean => /\b(?:\p{L}+(?:ed|en)|run|led|set|made|done|paid|held|built|put)\s*$/iu.test(text.slice(Math.max(0, index - 40), index));

/**
 * The name of a body, unless it is what is to be founded ("a National Skills Council") or a partner, a model or a giver
 * ("with the Higher Education Commission").
 */
function findNamedBody(text: string, brief: Brief): string | undefined {
  const words = [...text.matchAll(/[\p{L}\p{N}&’'-]+/gu)];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]?.[0].replace(/['’]s?$/u, '') ?? '';
    if (!institutionWords.has(word) && !isAcronymOfBody(word, brief)) continue;
    const start = nameStart(words, index);
    const before = [words[start - 2]?.[0].toLowerCase(), words[start - 1]?.[0].toLowerCase()];
    if (before[1] === 'a' || before[1] === 'an') continue;
    const preposition = before[1] === 'the' || before[1] === 'its' ? before[0] : before[1];
    if (preposition !== undefined && outsiders.has(preposition)) continue;
    return words.slice(start, index + 1).map((match) => match[0]).join(' ');
  }
  return undefined;
}

const outsiders: ReadonlySet<string> = new Set(['with', 'like', 'unlike', 'from']);

/** Where the capitalised name begins that the word at `index` belongs to; adjectives between an article and the name belong to it. */
function nameStart(words: readonly RegExpMatchArray[], index: number): number {
  let start = index;
  while (start > 0) {
    const previous = words[start - 1]?.[0] ?? '';
    const isConnector = ['of', 'for', 'and', 'the', 'on', '&'].includes(previous) && /^\p{Lu}/u.test(words[start - 2]?.[0] ?? '') && start - 2 > 0;
    const isNamePart = /^\p{Lu}/u.test(previous) && start - 1 > 0;
    const isAdjective = foundingAdjectives.has(previous.toLowerCase());
    if (!isConnector && !isNamePart && !isAdjective) break;
    start -= 1;
  }
  return start;
}

const foundingAdjectives: ReadonlySet<string> = new Set(['new', 'independent', 'permanent', 'national', 'joint', 'single', 'dedicated', 'central', 'federal', 'regional', 'statutory', 'public']);

function isAcronymOfBody(word: string, brief: Brief): boolean {
  if (!/^(?=(?:[^\p{Lu}]*\p{Lu}){2})[\p{L}&]{2,8}$/u.test(word)) return false;
  return brief.aliases.expansionsOf(word).some((expansion) => expansion.split(/[^\p{L}]+/u).some((part) => institutionWords.has(part) || /^(?:Organi[sz]ation|Fund|Forum|Programme|Service)$/.test(part)));
}

/**
 * "(NEMA, by July 2026)", "… – NEMA, quarterly": initials where one writes down who does it, be they ever so unknown. "(NEMA, 2024)" is a citation, unless
 * its year is still to come when the brief appears.
 */
function findInitialsInNote(text: string, brief: Brief): string | undefined {
  const notes = [...text.matchAll(/\(([^()]{2,80})\)/g)].map((match) => match[1] ?? '');
  const afterDash = /\s(?:-{1,3}|[–—])\s+([^–—]{2,80})$/.exec(text.trim())?.[1];
  for (const note of afterDash === undefined ? notes : [...notes, afterDash]) {
    const parts = note.split(/[,;:]/);
    const isCitation = parts.some((part, index) => index > 0 && /^\s*(?:19|20)\d\d[a-z]?\W*$/.test(part) && !isLaterThanBrief(part.trim().slice(0, 4), brief));
    const initials = isCitation ? undefined : parts.find((part) => part.trim().split(/\s*(?:\band\b|\bwith\b|[&/+])\s*/).every((word) => isInitialsOfSomebody(word.replace(/^the\s+|\W+$/g, ''), brief)));
    if (initials !== undefined) return initials.trim();
  }
  return undefined;
}

const isLaterThanBrief = (year: string, { metadata }: Brief): boolean => metadata.date !== null && year > metadata.date.value.slice(0, 4);

/** Known ones must stand for a body; of unknown ones only units, currencies and what everybody knows ("GDP", "ASAP") are left out. */
function isInitialsOfSomebody(word: string, brief: Brief): boolean {
  const initials = word.replace(/(?<=\p{Lu})s$/u, '');
  if (!/^\p{Lu}[\p{L}&]{0,6}\p{Lu}$/u.test(initials)) return false;
  if (brief.aliases.expansionsOf(initials).length > 0) return isAcronymOfBody(initials, brief);
  return findAcronymUses(initials).length > 0 && !isCommonAcronym(initials);
}

/** "(provinces, from 2027)". */
function findRoleInBrackets(text: string): string | undefined {
  for (const match of text.matchAll(/\(([^()]{2,80})\)/g)) {
    if (rolePattern.test(match[1] ?? '')) return match[1];
  }
  return undefined;
}

function findDecider(text: string): string | undefined {
  const first = /^[\p{L}-]+/u.exec(text.trim())?.[0].toLowerCase() ?? '';
  return decisionVerbs.has(first) && /^\S+\s+(?:that|to|the|in|on)\b/i.test(text.trim()) && first !== 'align' ? first : undefined;
}
