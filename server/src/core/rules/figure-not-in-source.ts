import { findFigure, findRival } from '../library/find-figure';
import { topicOf } from '../library/passages';
import { citedFigures, findCitedTexts, hasTexts, placeOf, reasonWithoutText, shortNameOf, yearsOf, type CitedText } from '../lint/cited-texts';
import { joinWords } from '../lint/message-words';
import { defineRule } from '../lint/rule';
import type { Sentence } from '../model/brief';
import type { Quantity } from '../text/quantity';

const source = 'In 2024 fares covered 27.6 per cent of the costs of city buses.';

export const figureNotInSource = defineRule({
  meta: {
    name: 'figure-not-in-source',
    group: 'citations',
    title: 'Figure that its source does not have',
    levels: { differs: 'warning', 'not-found': 'information' },
    fix: 'none',
    options: {},
    docs: {
      what: 'A figure with a citation, where the text of the cited work is at hand (see the setting `sources`) and has another figure for the same thing (`differs`), or does not have it at all (`not-found`).',
      why: 'A figure that was mistyped, or taken from somewhere else than from the work that it cites, is what readers find first and forgive last.',
      how: 'Open the source and correct the figure, or cite the work that it comes from. If you worked it out yourself, say so: "authors\' calculation from …".',
      limits: [
        'Rounding is allowed: 23% is found in "22.7 per cent", 2.4 million in "2,413,220".',
        'Sums, shares and conversions of your own are reported as not found.',
        'Nothing is said where one of the cited works has no text, or only a part of it could be read.',
        'A number of a table without a unit counts as found as soon as the table or its head names the unit.',
        'Figures of tables in the brief are not looked up.',
      ],
      authority: null,
      flagged: [{ text: 'In 2024 fares covered 37% of the costs of city buses [@transit].', sources: { transit: source } }, { text: 'Riders made 41 million trips [@transit].', sources: { transit: source } }],
      clean: [{ text: 'In 2024 fares covered 28% of the costs of city buses [@transit].', sources: { transit: source } }, { text: 'In 2024 fares covered 37% of the costs of city buses [@transit].' }],
    },
  },
  *check({ brief, library }) {
    for (const sentence of brief.sentences) {
      const figures = citedFigures(sentence, brief);
      if (figures.length === 0 || sentence.isQuestion) continue;
      const { texts, isWhole } = findCitedTexts(brief, library, sentence.citations);
      if (!isWhole) continue;
      for (const figure of figures) {
        const problem = findProblem(sentence, figure, texts);
        if (problem) yield { span: figure.span, ...problem };
      }
    }
  },
  *unchecked({ brief, library }) {
    if (!hasTexts(library)) return;
    const told = new Set<string>();
    for (const sentence of brief.sentences) {
      const [figure] = citedFigures(sentence, brief);
      if (!figure) continue;
      for (const reference of findCitedTexts(brief, library, sentence.citations).withoutText) {
        if (told.has(reference.id)) continue;
        told.add(reference.id);
        yield { span: figure.span, reason: reasonWithoutText(library, reference) };
      }
    }
  },
});

function findProblem(sentence: Sentence, figure: Quantity, texts: readonly CitedText[]): { readonly level: string; readonly message: string } | undefined {
  const words = topicOf(sentence);
  for (const { text } of texts) {
    const { kind } = findFigure(text, figure, words);
    if (kind === 'found' || kind === 'rounded') return undefined;
  }
  for (const { reference, text } of texts) {
    const rival = findRival(text, figure, words, yearsOf(sentence));
    if (rival) return { level: 'differs', message: `${figure.text} here, ${rival.quantity.text} in ${placeOf(reference, rival.passage)}` };
  }
  // What is double, half or one in ten is often told from other figures.
  if (figure.form === 'multiple' || figure.form === 'ratio' || figure.value === null) return undefined;
  return { level: 'not-found', message: `${figure.text} is not in the text of ${joinWords(texts.map(({ reference }) => shortNameOf(reference)), 'or')}` };
}
