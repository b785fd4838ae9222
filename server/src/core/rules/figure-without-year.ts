import { isNoObservation, isPlacedInTime } from '../lint/figure-times';
import { findNamedAttribution, type NamedAttribution } from '../lint/named-attributions';
import { isOwnStatement } from '../lint/own-results';
import { defineRule } from '../lint/rule';
import { apparatusKeys, proposalKeys, standsIn } from '../lint/sections';
import type { Brief, Sentence } from '../model/brief';
import { quotationsByPlace } from '../model/by-place';
import type { Citation } from '../text/citation';
import { isFigure } from '../text/figures';
import type { Quantity } from '../text/quantity';

export const figureWithoutYear = defineRule({
  meta: {
    name: 'figure-without-year',
    group: 'figures',
    title: 'Figure with a source, but without a year',
    levels: { figure: 'information' },
    fix: 'none',
    options: {},
    docs: {
      what: 'A share, a sum or a large count that is credited to a body or a link, where neither the sentence, its paragraph, the link nor a heading says which year it is of.',
      why: 'Figures age. A reader in two years cannot tell whether the number was of last spring or of the last census.',
      how: 'Add the year of the figure, not that of the brief: "58% could read in 2023 (Statistics Bureau)".',
      limits: [
        'Figures without any source are left to `unsourced-statistic`, which asks for the year with the source.',
        'Citations by key, number or footnote are taken to lead to a year.',
        'Rules, targets, proposals and results of models have no year of observation and are left out, as is what holds "currently" (see `relative-date`).',
      ],
      authority: 'World Bank editorial style guide; UN guide to making data meaningful',
      flagged: [{ text: 'According to the Water Board, 58% of wells are dry.' }],
      clean: [{ text: 'According to the Water Board, 58% of wells were dry in 2024.' }, { text: 'Of the wells, 58% are dry (Water Board, 2025).' }],
    },
  },
  *check({ brief, own }) {
    const reportedBlocks = new Set<number>();
    for (const sentence of brief.sentences) {
      if (!mayState(brief, sentence) || isOwnStatement(sentence, own) || reportedBlocks.has(sentence.block)) continue;
      const figure = sentence.quantities.find((quantity) => isDatable(quantity) && !quotationsByPlace(brief).contains(quantity.span));
      if (figure === undefined) continue;
      const source = sourceWithoutYear(brief, sentence);
      if (source === undefined || isPlacedInTime(brief, sentence)) continue;
      reportedBlocks.add(sentence.block);
      yield { span: figure.span, level: 'figure', message: `"${figure.text}" ${source} has no year` };
    }
  },
});

const elsewhere = new Set([...proposalKeys, ...apparatusKeys]);

const mayState = (brief: Brief, sentence: Sentence): boolean =>
  sentence.container !== 'quote' && sentence.container !== 'footnote' && !sentence.isQuestion && sentence.quantities.length > 0 && !standsIn(brief, sentence.section, elsewhere) && !isNoObservation(sentence);

/** Multiples and points compare; they are `change-without-baseline`'s. */
const isDatable = (quantity: Quantity): boolean => isFigure(quantity) && quantity.form !== 'multiple' && quantity.form !== 'percentage-points';

/** "from the Water Board", "behind the link"; undefined where no source stands, or where a citation brings its year. */
function sourceWithoutYear(brief: Brief, sentence: Sentence): string | undefined {
  const links = sentence.citations.filter((citation) => citation.style === 'link');
  if (links.length < sentence.citations.length) return undefined;
  const attribution = findNamedAttribution(brief, sentence);
  if (attribution) return isSaid(sentence, attribution) ? undefined : `from ${attribution.isRole ? attribution.text.toLowerCase().replace(/^according to /, '') : attribution.name}`;
  return links.length > 0 && links.every((link) => !hasYear(brief, link)) ? 'behind a link' : undefined;
}

/** What a person said has the date of the saying. */
const isSaid = (sentence: Sentence, { index, text }: NamedAttribution): boolean => /\b(?:said|says|told|tweeted|announced|claimed|claims|argue[sd]?|promised)\b/i.test(sentence.text.slice(index, index + text.length + 30));

const hasYear = (brief: Brief, { span, works }: Citation): boolean => /(?:19|20)\d\d/.test(brief.text.slice(span.start, span.end + 300).split(/[\n\s]/, 1)[0] ?? '') || works.some(({ key, title }) => /(?:19|20)\d\d/.test(`${key ?? ''} ${title ?? ''}`));
