import { shorten } from '../lint/message-words';
import { defineRule } from '../lint/rule';
import { standsIn } from '../lint/sections';
import type { Brief, Quotation } from '../model/brief';
import { rememberByBrief } from '../model/remember-by-brief';
import type { SectionKey } from '../profiles/section-keys';
import { sliceOf, spanOf } from '../text/span';

export const unattributedQuotation = defineRule({
  meta: {
    name: 'unattributed-quotation',
    group: 'claims',
    title: 'Quotation without a speaker',
    levels: { sure: 'warning', likely: 'information' },
    fix: 'suggestion',
    options: { minimumWords: { type: 'number', default: 8, description: 'Shorter quotations are taken for slogans, titles or terms.' } },
    docs: {
      what: 'A quotation that stands for itself, as a paragraph or as a block, and names nobody who said it. At the level `likely`: a block without quotation marks, and words of a speaker nobody names within a sentence.',
      why: 'Quotation marks promise that somebody said so. Who, where and when decides what the words are worth.',
      how: 'Add a line "— Name, role, occasion, date" or a citation. Words of your own need no quotation marks.',
      limits: [
        'A quotation within a sentence counts as attributed where that sentence or the one before has a name, a role or a text that speaks, whoever it is.',
        'A line that ends in a colon right before a quotation counts as naming its speaker, and so does a heading that says who was asked ("What riders told us") or has a citation.',
        'A line of name and role right below a quotation counts as its attribution, and so does a sentence that says who spoke ("The minister said this in the Senate").',
      ],
      authority: 'Wikipedia on verifiability: a quotation always needs its source; OECD Style Guide',
      flagged: [{ text: 'The levy began in 2019.\n\n"No town of this size can pay for its own water works, and none should be asked to."\n\nIt ended in 2023.' }],
      clean: [{ text: 'The levy began in 2019.\n\n"No town of this size can pay for its own water works, and none should be asked to." — Ana Ruiz, mayor of Alta, 3 May 2024\n\nIt ended in 2023.' }],
    },
  },
  *check({ brief, options }) {
    const minimum = typeof options['minimumWords'] === 'number' ? options['minimumWords'] : 8;
    for (const quotation of brief.quotations) {
      if (quotation.attribution !== null || wordCount(quotation.text) < minimum) continue;
      const level = levelOf(brief, quotation);
      if (level === undefined || isExempt(brief, quotation)) continue;
      const end = spanOf(quotation.span.end, quotation.span.end);
      const fixes = quotation.form === 'paragraph' ? [{ title: 'Add "— [Speaker, occasion, date]"', safe: false, edits: [{ span: end, newText: ' — [Speaker, occasion, date]' }] }] : [];
      yield { span: quotation.span, level, message: `"${shorten(quotation.text.replace(/^["“”]/, ''))}" has no speaker`, fixes };
    }
  },
});

const wordCount = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

function levelOf(brief: Brief, quotation: Quotation): 'sure' | 'likely' | undefined {
  if (quotation.mark === 'single') return undefined;
  if (quotation.form === 'paragraph') return 'sure';
  if (quotation.form === 'block') return quotation.mark === 'double' ? 'sure' : 'likely';
  return isSpoken(brief, quotation) ? 'likely' : undefined;
}

/** Within a sentence quotation marks mostly set off terms, titles and slogans; a whole clause is somebody's words. */
function isSpoken(brief: Brief, quotation: Quotation): boolean {
  const before = brief.text.slice(Math.max(0, quotation.span.start - 200), quotation.span.start);
  if (namesSomebody(before)) return false;
  return /:\s+$/.test(before) ? /^\p{Lu}/u.test(quotation.text) && /[.!]$/.test(quotation.text.trim()) : !/\b(?:so-called|titled|entitled|called|named|known as|termed|dubbed|labell?ed|phrase|motto|slogan|example|such as|like)\s*,?\s*$/i.test(before);
}

/** A capital letter inside the sentence that leads to the quotation: a name, most often the speaker's. */
const namesSomebody = (before: string): boolean => /\S\s+["“'‘(*_]*\p{Lu}/u.test(before.slice(before.search(/[^.!?\n]*$/)));

const quotable: ReadonlySet<SectionKey> = new Set(['exam-use', 'faq', 'counter-arguments', 'headlines-miss', 'references', 'further-reading', 'glossary']);

/** Headings over texts that are proposed, not quoted. */
const modelHeading = /\b(?:model|draft|proposed|sample|suggested|template|clause|wording|text of|definitions?|motto|mission|vision|slogan|questions?|examples?|prompt)\b/i;

/** Headings over what people were asked: "What riders told us", "Feedback from users". */
const speakersHeading = /\b(?:feedback|testimonials?|in their own words|told us|we heard|(?:comments|reactions|responses|voices) (?:from|of)|what \p{L}[\p{L} -]{1,40} (?:say|said|think|told))\b/iu;

function isExempt(brief: Brief, quotation: Quotation): boolean {
  if (quotation.label !== null || isTitle(quotation.text) || isDefinition(quotation.text) || isTextOfLaw(quotation)) return true;
  if (standsIn(brief, quotation.section, quotable) || isInIntroducedRun(brief, quotation)) return true;
  const { heading = null, citations = [] } = brief.sections[quotation.section] ?? {};
  if (heading !== null && (modelHeading.test(heading.text) || speakersHeading.test(heading.text) || citations.length > 0)) return true;
  return quotation.form === 'block' && quotation.mark === 'none' && isNotice(brief, quotation);
}

/** For each block that is a quotation, the nearest one above that is none. */
const blocksBeforeRuns = rememberByBrief((brief) => {
  const before = new Map<number, number>();
  const quoted = brief.quotations.filter(({ form }) => form !== 'inline').map(({ block }) => block);
  for (const block of quoted.sort((a, b) => a - b)) before.set(block, before.get(block - 1) ?? block - 1);
  return before;
});

/** "What riders told us:" leads to all the quotations that follow each other below it. */
function isInIntroducedRun(brief: Brief, quotation: Quotation): boolean {
  if (quotation.form === 'inline') return false;
  const lead = brief.blocks[blocksBeforeRuns(brief).get(quotation.block) ?? quotation.block - 1];
  return lead?.kind === 'paragraph' && lead.section === quotation.section && /:\s*$/.test(lead.text);
}

/** Nearly all longer words begin with a capital. */
function isTitle(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => /^\p{L}{4,}/u.test(word));
  return words.length >= 3 && words.filter((word) => /^\p{Lu}/u.test(word)).length >= words.length * 0.8;
}

const isDefinition = (text: string): boolean => /^\W*(?:\S+\s+){1,4}?(?:means|refers to|is defined as|shall mean)\b/i.test(text);

/** "Article 19A. Every citizen shall …": its number says where it stands. */
const isTextOfLaw = ({ form, text }: Quotation): boolean => form === 'block' && /^\W*(?:(?:article|art|section|sec|s|clause|rule|regulation|schedule|chapter|para|paragraph|principle|recital)s?\.?\s+\d|§+\s*\d|\d+[A-Z]?\.\s+\p{Lu})/iu.test(text);

/** Block quotes without marks are often boxes: a bold lead, a list, a note, the author's own summary. */
function isNotice(brief: Brief, quotation: Quotation): boolean {
  const source = sliceOf(brief.text, quotation.span);
  return (
    /^\s*>?\s*(?:\*\*|__|\*|_|#|[-+]\s|\d+[.)]\s|\||!\[|\[|<|\p{Extended_Pictographic}|`)/u.test(source) ||
    /^\s*>?\s*(?:note|tip|warning|important|update|disclaimer|summary|key|in short|this|these|we|our|for|see|read|if you|please|question|q:|a:)\b/i.test(source) ||
    quotation.text.includes('\n') ||
    /\b(?:this|our) (?:brief|paper|report|note|page|document|post|article|section)\b/i.test(source)
  );
}
