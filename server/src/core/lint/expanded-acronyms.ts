import type { Brief } from '../model/brief';
import { rememberByBrief } from '../model/remember-by-brief';

/** Does the brief say anywhere what the initials stand for, be it in a way that is no definition in brackets? */
export function isExpanded(brief: Brief, acronym: string): boolean {
  if (defined(brief).has(acronym) || listed(brief).has(acronym) || explained(brief).has(acronym)) return true;
  if (brief.aliases.expansionsOf(acronym).some((expansion) => lowerText(brief).includes(expansion.toLowerCase()))) return true;
  return initials(brief).has(acronym.replace(/[^\p{Lu}]/gu, ''));
}

// Each is read once for all acronyms, for a text may hold thousands of them.
const defined = rememberByBrief((brief) => new Set(brief.acronymDefinitions.map(({ acronym }) => acronym)));
const listed = rememberByBrief(listedAcronyms);
const explained = rememberByBrief((brief) => explainedAcronyms(brief.text));
const initials = rememberByBrief((brief) => initialsOfNames(brief.text));
const lowerText = rememberByBrief((brief) => brief.text.toLowerCase());

/** In a list or table of abbreviations: what stands before the mark of an item, or alone in the first cell. */
function listedAcronyms({ tables, blocks }: Brief): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { rows } of tables) for (const row of rows) if (row.length > 1) found.add(row[0]?.text.trim() ?? '');
  for (const block of blocks) {
    if (block.kind !== 'list') continue;
    for (const { text } of block.items) for (const { index } of text.slice(0, 40).matchAll(/\s*[:=–—-]\s*\p{L}/gu)) found.add(text.slice(0, index));
  }
  return found;
}

const initialsPattern = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}&]{1,9}/gu;
const namedBefore = /(?:,\s+or|\b(?:called|known as|abbreviated(?: as)?|abbreviation|short for)(?:\s+the)?)\s+["“'‘*_]{0,4}$/u;
const bracketBefore = /[\p{L}\p{N}"”’'*_]\s\(["“'‘*_]{0,4}$/u;
const bracketAfter = /^s?["”'’*_]{0,4}\)/u;
const meansAfter = /^["”'’*_]{0,4}\s+(?:stands for|is short for|means|is an? \p{L}+ (?:that|which|of|for))/u;

/** "the board, or NWRB", "NWRB stands for", "Comité des ports (CDP)", also in headings and footnotes, which no sentence holds. */
function explainedAcronyms(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { 0: word, index } of text.matchAll(initialsPattern)) {
    const acronym = word.replace(/(?<=\p{Lu})s$/u, '');
    if (found.has(acronym)) continue;
    const before = text.slice(Math.max(0, index - 40), index);
    const after = text.slice(index + acronym.length, index + acronym.length + 60);
    if (namedBefore.test(before) || meansAfter.test(after) || (bracketBefore.test(before) && bracketAfter.test(after))) found.add(acronym);
  }
  return found;
}

const capitalisedWord = /(?<!\p{L})\p{Lu}[\p{L}’']+/gu;
const littleWords = /^[\s-](?:(?:of|and|the|for|in|on|to|de|des|du|&)\s){0,2}$/u;
const mostInitials = 8;

/** Initials of capitalised words, little words between them: who wrote "Tax Cuts and Jobs Act" has expanded TCJA. */
function initialsOfNames(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  let run = '';
  let end = 0;
  for (const { 0: word, index } of text.matchAll(capitalisedWord)) {
    const isNext = index - end < 12 && littleWords.test(text.slice(end, index));
    run = (isNext ? run : '').slice(1 - mostInitials) + (word[0] ?? '');
    end = index + word.length;
    for (let length = 2; length <= run.length; length++) found.add(run.slice(-length));
  }
  return found;
}
