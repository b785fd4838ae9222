import { bodyWords, summaryWordCount, wordsOf, type BodyWords } from '../lint/body-words';
import { includesOtherFiles } from '../lint/brief-places';
import { shorten } from '../lint/message-words';
import { genericNameWords } from '../lint/name-words';
import { defineRule } from '../lint/rule';
import { summaryNames, type SummaryName } from '../lint/summary-names';
import { stemOf } from '../lint/word-stems';
import type { Brief } from '../model/brief';
import { isCommonAcronym } from '../text/common-acronyms';
import { isPlaceName } from '../text/place-names';

export const summaryClaimNotInBody = defineRule({
  meta: {
    name: 'summary-claim-not-in-body',
    group: 'structure',
    title: 'Name of the summary that the body does not have',
    levels: { name: 'information', acronym: 'information', term: 'information' },
    fix: 'none',
    options: {},
    docs: {
      what: 'A proper name, an acronym or a term in quotation marks in the summary or the key messages that occurs nowhere else in the brief.',
      why: 'A summary holds nothing new. A body, a law or a term that only it names was left behind by an edit, or carries a claim that nothing below supports.',
      how: 'Say in the body what the summary claims of it, with a source, or take it out of the summary.',
      limits: [
        'Headings, tables, captions, notes and references count as body, and so does the title.',
        'Countries, well-known cities and acronyms that any reader knows are left out.',
        'A name counts as found under any of its aliases, by its initials, by a word of it that few names share, or where all its words stand in one paragraph.',
        'A summary that closes the brief is not read, nor is an overview: they may go on to other matters.',
        'A brief whose body is shorter than its summary is not checked, nor one that is put together from several files.',
      ],
      authority: 'Guides to executive summaries (US Government Accountability Office) and to cabinet submissions',
      flagged: [{ text: '## Summary\n\nJoining the Delta Ports Alliance would cut waiting times.\n\n## Analysis\n\nShips wait nine days at the gate. A second gate and a common queue would cut the wait.' }],
      clean: [{ text: '## Summary\n\nJoining the Delta Ports Alliance would cut waiting times.\n\n## Analysis\n\nShips wait nine days at the gate. Members of the alliance of delta ports share one queue.' }],
    },
  },
  *check({ brief, own }) {
    const body = bodyWords(brief);
    if (body.wordCount < summaryWordCount(brief) || includesOtherFiles(brief)) return;
    const reported: string[] = [];
    for (const name of summaryNames(brief)) {
      const key = wordsOf(name.text).map(stemOf).join(' ');
      if (reported.includes(key) || own.some((institution) => institution.toLowerCase().includes(name.text.toLowerCase()))) continue;
      if (isInBody(brief, body, name)) continue;
      reported.push(key);
      yield { span: name.span, level: name.kind, message: `"${shorten(name.text)}" stands only in the summary` };
    }
  },
});

function isInBody(brief: Brief, body: BodyWords, { kind, text }: SummaryName): boolean {
  if (kind === 'acronym') return [text, ...expansionsOf(brief, text)].some((name) => body.hasSequence(name)) || body.hasInitials(text);
  const words = wordsOf(text);
  if (body.hasSequence(text) || body.hasTogether(words.filter((word) => word.length > 3 || /^\p{Lu}/u.test(word)))) return true;
  if (aliasesOf(brief, text).some((name) => body.hasSequence(name))) return true;
  return kind === 'name' && isNamedInPart(body, text, words);
}

/** "Ruiz" for "Ana Ruiz", "the Authority" for "Ravi River Authority", "RRA" for all of it. */
function isNamedInPart(body: BodyWords, text: string, words: readonly string[]): boolean {
  if (words.length === 1) return false;
  const head = words.at(-1) ?? '';
  if (body.matches(new RegExp(String.raw`\b[Tt]he ${head}\b`, 'u'))) return true;
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word));
  if (capitals.length > 2 && body.matches(new RegExp(String.raw`(?<!\p{L})${capitals.map((word) => word[0]).join('')}(?!\p{L})`, 'u'))) return true;
  return capitals.some((word) => !genericNameWords.has(word.toLowerCase()) && !genericNameWords.has(stemOf(word)) && !isPlaceName(word) && !isCommonAcronym(word) && word.length > 2 && body.hasCapitalised(word)) && !/\d/.test(text);
}

const aliasesOf = (brief: Brief, name: string): readonly string[] => brief.aliases.namesOf(brief.aliases.classOf(name));

const expansionsOf = (brief: Brief, acronym: string): readonly string[] => [...brief.aliases.expansionsOf(acronym), ...aliasesOf(brief, acronym)];
