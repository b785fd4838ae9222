import { authorYearOf } from '../library/format-reference';
import type { Reference } from '../library/reference';
import { type BodyWorks, findBodyWorks } from '../lint/body-works';
import { nameOfReference } from '../lint/cited-works';
import { shorten } from '../lint/message-words';
import { findNamedAttribution, type NamedAttribution, namedPublication } from '../lint/named-attributions';
import { findPlaceholders } from '../lint/placeholders';
import { defineRule, type Fix, type RuleContext, type RuleFinding } from '../lint/rule';
import { standsIn } from '../lint/sections';
import type { Brief, Sentence } from '../model/brief';
import { claimsOf } from '../model/claims/claims-of';
import type { Claim } from '../model/claims/find-claims';
import { runsOf } from '../model/runs';
import { FULL_DATE, MONTH } from '../text/citation-words';
import { sliceOf, spanOf } from '../text/span';
import type { SectionKey } from '../profiles/section-keys';

export const incompleteAttribution = defineRule({
  meta: {
    name: 'incomplete-attribution',
    group: 'claims',
    title: 'Source that is named but cannot be found',
    levels: { likely: 'information', possible: 'hint' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'A body or person that is named as the source of a statement, as in "according to the Port Office", with no year, title, link, note or key by which the work could be found. At the level `possible`: one that a year in the sentence or an entry of the reference list helps to find.',
      why: 'A name tells whom to ask, not where to look: most bodies publish hundreds of pages a year.',
      how: 'Add the year and an entry in the list, a link or a note: "the Port Office (2024) says". In a report of what somebody said, add the day and the occasion.',
      limits: [
        'A body that a work is cited of, or whose name stands beside a link, a note or a source line anywhere in the brief, is taken to be found there.',
        'A citation that covers the sentence settles the matter, whosever it is.',
        'A named publication or data set ("the 2021 Census", "the Labour Force Survey") counts as found, and so does a full date.',
        'What a body did ("the ministry opened 12 schools") is read by unsourced-official-action.',
        'Initials that the brief does not explain and no list has are taken for a body only after words such as "according to".',
        'A person who argues or says is read only after words such as "according to".',
        'A body is asked about once in a paragraph, and not in one that has a blank to be filled in.',
        'News reports are left out: there a name is the source.',
      ],
      authority: 'OECD Style Guide; Associated Press on attribution',
      flagged: [{ text: 'According to the Port Office, fees have doubled.' }],
      clean: [{ text: 'According to the Port Office (2024), fees have doubled.' }],
    },
  },
  *check(context) {
    const { brief, own, profile } = context;
    if (profile?.mode === 'news') return;
    // A body named once in a paragraph and asked about there need not be asked about again.
    const asked = new Set<string>();
    for (const claim of claimsOf(brief, own)) {
      const sentence = brief.sentences[claim.sentence];
      if (sentence === undefined || !isStatement(brief, sentence)) continue;
      const attribution = findNamedAttribution(brief, sentence);
      if (attribution === undefined || isOwn(context, claim, attribution)) continue;
      const run = runsOf(brief)[sentence.index];
      const place = `${String(run?.first ?? sentence.index)} ${brief.aliases.classOf(attribution.name)}`;
      // A source that is still to be filled in is reported as what it is: a placeholder.
      if (asked.has(place) || brief.sentences.slice(run?.first, (run?.last ?? sentence.index) + 1).some(({ text }) => findPlaceholders(text).length > 0)) continue;
      const finding = judge(context, claim, sentence, attribution);
      if (finding === undefined) continue;
      asked.add(place);
      yield finding;
    }
  },
});

const apparatus: ReadonlySet<SectionKey> = new Set(['references', 'further-reading', 'disclosure', 'glossary', 'method', 'exam-use']);

const isStatement = (brief: Brief, sentence: Sentence): boolean =>
  sentence.container !== 'quote' && sentence.container !== 'footnote' && !sentence.isQuestion && !standsIn(brief, sentence.section, apparatus);

/** The author's own body is found on the title page. */
function isOwn({ brief, own }: RuleContext, { ownership }: Claim, { name }: NamedAttribution): boolean {
  if (ownership === 'own name' || ownership === 'the document itself') return true;
  const { aliases, metadata } = brief;
  return [...own, ...(metadata.author === null ? [] : metadata.author.value.split(/[,;&]|\band\b/))].some((author) => aliases.classOf(author.trim()) === aliases.classOf(name));
}

function judge({ brief, library }: RuleContext, { coverage }: Claim, sentence: Sentence, attribution: NamedAttribution): RuleFinding | undefined {
  if (coverage !== null || namesWork(brief, sentence)) return undefined;
  const works = findBodyWorks(brief, library, attribution.name);
  const words = `"${shorten(attribution.text)}"`;
  const fixes = fixesFor(brief, attribution, works);
  if (works.cited.size > 1 && ![...works.cited.values()].some((sections) => sections.has(sentence.section))) {
    return { span: attribution.span, level: 'possible', message: `${words} may be any of ${String(works.cited.size)} works: ${[...works.cited.keys()].slice(0, 3).join(', ')}`, fixes };
  }
  if (works.cited.size > 0 || works.isShown) return undefined;
  const [entry] = works.listed;
  if (entry !== undefined) return { span: attribution.span, level: 'possible', message: `${words} does not say that it is ${nameOfReference(entry)}`, fixes };
  const level = year.test(sentence.text) || serial.test(sentence.text) ? 'possible' : 'likely';
  return { span: attribution.span, level, message: `${words} has no year, title or link`, fixes };
}

const year = /\b(?:19|20)\d\d\b/;

/** A publication by its kind: whoever knows the body finds the latest one. */
const serial = /\b(?:annual|biennial|final|half-yearly|interim|latest|monthly|quarterly|weekly|yearly)\s(?:\p{Ll}+\s)?(?:accounts|bulletin|figures|outlook|report|review|statement|statistics|survey|update)\b/iu;

const date = new RegExp(String.raw`${FULL_DATE}|\b\d{1,2}(?:st|nd|rd|th)?\s${MONTH}\b|\b${MONTH}\s\d{1,2}\b|\b${MONTH}\s(?:19|20)\d\d\b`, 'u');

/** A title in italics or quotation marks, a named publication, or the day on which it was said. */
function namesWork(brief: Brief, sentence: Sentence): boolean {
  const source = sliceOf(brief.text, sentence.span);
  return date.test(sentence.text) || namedPublication.test(sentence.text) || titleInItalics.test(source) || titleInMarks.test(source);
}

const titleInItalics = /(?<![*_\w\\])[*_](?:[Tt]he\s|[Aa]\s)?\p{Lu}[^*_\n]{3,120}[*_](?![*_\w])/u;
const titleInMarks = /["“‘](?:The\s|A\s)?\p{Lu}[\p{L}-]+(?:\s(?:a|an|and|at|by|for|from|in|of|on|or|the|to|\p{Lu}[\p{L}-]*|\d+)){1,12}["”’]/u;

/** Behind the name: works of that body, or a year that is still to be found. */
function fixesFor(brief: Brief, attribution: NamedAttribution, { listed }: BodyWorks): readonly Fix[] {
  if (attribution.isRole) return [];
  const end = attribution.nameSpan.end + (nameTail.exec(brief.text.slice(attribution.nameSpan.end, attribution.nameSpan.end + 20))?.[0].length ?? 0);
  const at = spanOf(end, end);
  const cite = (reference: Reference): Fix => ({ title: `Cite ${nameOfReference(reference)}`, safe: false, edits: [{ span: at, newText: markOf(brief, reference) }] });
  const stub: Fix = { title: 'Add "([year])"', safe: false, edits: [{ span: at, newText: ' ([year])' }] };
  return [...listed.slice(0, mostOffered).map(cite), stub];
}

/** "the World Bank's (2024) figures", "Port Office (PO) (2024)". */
const nameTail = /^(?:['’]s?(?=\s)|\s\(\p{Lu}[\p{L}&-]{1,10}\))/u;

const mostOffered = 3;

/** By key where the brief has keys and the entry is one of a file, else by its year. */
function markOf(brief: Brief, reference: Reference): string {
  const citesByKey = brief.citations.some(({ style }) => style === 'key') || brief.references.length === 0;
  if (reference.format !== 'list' && citesByKey) return /^[\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&+?<>~/-]*[\p{L}\p{N}_])?$/u.test(reference.id) ? ` [@${reference.id}]` : ` [@{${reference.id}}]`;
  return ` (${authorYearOf(reference).year})`;
}
