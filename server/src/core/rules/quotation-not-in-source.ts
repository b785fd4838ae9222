import { findQuotation, type QuotationVerdict } from '../library/find-quotation';
import type { Library } from '../library/library';
import { withoutCitations } from '../library/passages';
import type { Difference } from '../library/quotation-differences';
import { findCitedTexts, hasTexts, placeOf, reasonWithoutText, shortNameOf, type CitedText, type CitedTexts } from '../lint/cited-texts';
import { joinWords, shorten } from '../lint/message-words';
import { defineRule, type Fix } from '../lint/rule';
import type { Brief, Quotation } from '../model/brief';
import { citationsByPlace, sentencesByPlace } from '../model/by-place';

const source = 'The council finds that fares may not cover the costs of city buses before 2030.';

export const quotationNotInSource = defineRule({
  meta: {
    name: 'quotation-not-in-source',
    group: 'citations',
    title: 'Quotation that its source does not have',
    levels: { altered: 'warning', reworded: 'information', 'not-found': 'information' },
    fix: 'suggestion',
    options: { minimumWords: { type: 'number', default: 5, description: 'Shorter quotations are taken for terms and titles.' } },
    docs: {
      what: 'A quotation with a citation, where the text of the cited work is at hand (see the setting `sources`) and has other words: another number, a "not" more or less, "may" for "will" (`altered`), other words (`reworded`), or nothing of the kind (`not-found`).',
      why: 'Quotation marks promise the very words. A lost "not" or "may" turns what somebody said into its opposite.',
      how: 'Take the words of the source, which the fix puts in. What you leave out, mark with "[…]"; what you add, put into [brackets].',
      limits: [
        'Case, punctuation, quotation marks, hyphens and the spelling of small numbers ("three", "3") count for nothing.',
        'Words in [brackets] stand for any few words of the source.',
        'Nothing is said of what is not found where one of the cited works has no text, or only a part of it could be read.',
      ],
      authority: 'The Chicago Manual of Style on permissible changes to quotations; APA Style on changes to a quotation',
      flagged: [
        { text: 'The council expects that "fares may cover the costs of city buses before 2030" [@council].', sources: { council: source } },
        { text: 'The council says that "every bus will be free of charge for all" [@council].', sources: { council: source } },
      ],
      clean: [
        { text: 'The council finds that "[f]ares may not cover the costs […] before 2030" [@council].', sources: { council: source } },
        { text: 'The council expects that "fares may cover the costs of city buses before 2030" [@council].' },
      ],
    },
  },
  *check({ brief, library, options }) {
    if (!hasTexts(library)) return;
    const minimum = typeof options['minimumWords'] === 'number' ? options['minimumWords'] : 5;
    for (const quotation of brief.quotations) {
      const words = wordsOf(brief, quotation);
      if (wordCount(words) < minimum) continue;
      const cited = citedBy(brief, library, quotation);
      const best = bestVerdict(cited.texts, words);
      if (!best || best.verdict.kind === 'verbatim') continue;
      const problem = best.verdict.kind === 'differs' ? describeDifference(best.cited, best.verdict) : describeMissing(cited, words);
      if (!problem) continue;
      const fix = best.verdict.kind === 'differs' ? fixOf(brief, quotation, words, best.verdict.differences) : undefined;
      yield { span: quotation.span, ...problem, fixes: fix ? [fix] : [] };
    }
  },
  *unchecked({ brief, library, options }) {
    if (!hasTexts(library)) return;
    const minimum = typeof options['minimumWords'] === 'number' ? options['minimumWords'] : 5;
    for (const quotation of brief.quotations) {
      if (wordCount(quotation.text) < minimum) continue;
      for (const reference of citedBy(brief, library, quotation).withoutText) yield { span: quotation.span, reason: reasonWithoutText(library, reference) };
    }
  },
});

const wordCount = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Of a block, what stands between its marks, or all but its citations and the line that names the speaker. */
function wordsOf(brief: Brief, quotation: Quotation): string {
  if (quotation.form !== 'block') return quotation.text;
  const sentences = sentencesByPlace(brief).overlapping(quotation.span).filter((sentence) => sentence.block === quotation.block && !/^\s*[-–—―]/.test(sentence.text));
  const text = sentences.map(withoutCitations).join(' ').trim();
  return /^["“«„](.*)["”»“][^"”»“]*$/su.exec(text)?.[1] ?? text;
}

/** What its sentences and its attribution cite. */
function citedBy(brief: Brief, library: Library, quotation: Quotation): CitedTexts {
  const sentences = sentencesByPlace(brief).overlapping(quotation.span);
  const spans = [quotation.span, ...sentences.map(({ span }) => span), ...(quotation.attribution ? [quotation.attribution.span] : [])];
  const citations = new Set(spans.flatMap((span) => citationsByPlace(brief).overlapping(span)));
  return findCitedTexts(brief, library, [...citations].sort((a, b) => a.span.start - b.span.start));
}

interface Best {
  readonly cited: CitedText;
  readonly verdict: QuotationVerdict;
}

const order: readonly QuotationVerdict['kind'][] = ['verbatim', 'differs', 'not-found'];

function bestVerdict(texts: readonly CitedText[], words: string): Best | undefined {
  let best: Best | undefined;
  for (const cited of texts) {
    const verdict = findQuotation(cited.text, words);
    if (!best || order.indexOf(verdict.kind) < order.indexOf(best.verdict.kind)) best = { cited, verdict };
  }
  return best;
}

function describeDifference({ reference }: CitedText, { differences, passage }: QuotationVerdict): { readonly level: string; readonly message: string } | undefined {
  const difference = differences.find(({ kind }) => kind !== 'word') ?? differences[0];
  if (!difference) return undefined;
  const level = difference.kind === 'word' ? 'reworded' : 'altered';
  const place = placeOf(reference, passage);
  const ours = shorten(difference.ours);
  const theirs = shorten(difference.theirs);
  if (ours === '') return { level, message: `"${theirs}" is left out, it stands in ${place}` };
  if (theirs === '') return { level, message: `"${ours}" here, but not in ${place}` };
  return { level, message: `"${ours}" here, "${theirs}" in ${place}` };
}

function describeMissing({ texts, isWhole }: CitedTexts, words: string): { readonly level: string; readonly message: string } | undefined {
  if (!isWhole || isTitle(words)) return undefined;
  return { level: 'not-found', message: `"${shorten(words)}" is not in the text of ${joinWords(texts.map(({ reference }) => shortNameOf(reference)), 'or')}` };
}

/** Nearly all longer words begin with a capital. */
function isTitle(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => /^\p{L}{4,}/u.test(word));
  return words.length >= 3 && words.filter((word) => /^\p{Lu}/u.test(word)).length >= words.length * 0.8;
}

/** Only where the words stand in the brief as they were compared: not where emphasis or citations run through them. */
function fixOf(brief: Brief, quotation: Quotation, words: string, differences: readonly Difference[]): Fix | undefined {
  const at = brief.text.slice(quotation.span.start, quotation.span.end).indexOf(words);
  if (at < 0) return undefined;
  const start = quotation.span.start + at;
  const edits = differences.map(({ ours, theirs, span }) => {
    const isAtEnd = start + span.end >= brief.text.length;
    if (ours === '') return { span: { start: start + span.start, end: start + span.start }, newText: span.start === 0 ? `${theirs} ` : ` ${theirs}` };
    // A word that goes takes the space behind it along.
    const end = start + span.end + (theirs === '' && !isAtEnd && brief.text[start + span.end] === ' ' ? 1 : 0);
    return { span: { start: start + span.start, end }, newText: theirs };
  });
  const [only] = differences;
  const title = differences.length === 1 && only && only.ours !== '' && only.theirs !== '' ? `Change "${shorten(only.ours)}" to "${shorten(only.theirs)}", as in the source` : "Change to the source's own words";
  return { title, safe: false, edits };
}
