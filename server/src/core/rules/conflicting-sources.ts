import { compareUnits, compareValues } from '../library/compare-quantities';
import { findFigure, findRival, type Rival } from '../library/find-figure';
import { topicOf } from '../library/passages';
import { citedFigures, findCitedTexts, placeOf, yearsOf, type CitedText } from '../lint/cited-texts';
import { defineRule } from '../lint/rule';
import type { Sentence } from '../model/brief';
import type { Quantity } from '../text/quantity';

const transit = 'In 2024 fares covered 27.6 per cent of the costs of city buses.';
const audit = 'Fares covered 31 per cent of the costs of city buses in 2024.';

export const conflictingSources = defineRule({
  meta: {
    name: 'conflicting-sources',
    group: 'citations',
    title: 'Two cited sources with different figures',
    levels: { conflict: 'information' },
    fix: 'none',
    options: {},
    docs: {
      what: 'A figure with two or more citations whose texts are at hand, where one work has the figure and another one has a different figure for the same thing.',
      why: 'Two citations promise that both bear the figure out. A reader who opens the second one finds another number.',
      how: 'Say which source the figure is from and what the other one has, or why they differ: another year, another definition.',
      limits: [
        'Only a sentence of the source that shares most words and the years with yours, and has one figure of the unit, is taken for the same thing.',
        'Nothing is said where your sentence gives both figures.',
      ],
      authority: null,
      flagged: [{ text: 'In 2024 fares covered 28% of the costs of city buses [@transit; @audit].', sources: { transit, audit } }],
      clean: [{ text: 'In 2024 fares covered 28% [@transit] or 31% [@audit] of the costs of city buses.', sources: { transit, audit } }],
    },
  },
  *check({ brief, library }) {
    for (const sentence of brief.sentences) {
      const figures = citedFigures(sentence, brief);
      if (figures.length === 0) continue;
      const { texts } = findCitedTexts(brief, library, sentence.citations);
      if (texts.length < 2) continue;
      for (const figure of figures) {
        const message = findConflict(sentence, figure, texts);
        if (message !== undefined) yield { span: figure.span, level: 'conflict', message };
      }
    }
  },
});

function findConflict(sentence: Sentence, figure: Quantity, texts: readonly CitedText[]): string | undefined {
  const words = topicOf(sentence);
  const verdicts = texts.map((cited) => ({ cited, verdict: findFigure(cited.text, figure, words) }));
  const bearing = verdicts.find(({ verdict }) => verdict.kind === 'found' || verdict.kind === 'rounded');
  if (!bearing) return undefined;
  for (const { cited, verdict } of verdicts) {
    if (verdict.kind === 'found' || verdict.kind === 'rounded') continue;
    const rival = findRival(cited.text, figure, words, yearsOf(sentence));
    if (!rival || isSaid(sentence, rival)) continue;
    return `${figure.text} in ${placeOf(bearing.cited.reference, bearing.verdict.passages[0] ?? null)}, ${rival.quantity.text} in ${placeOf(cited.reference, rival.passage)}`;
  }
  return undefined;
}

const isSaid = (sentence: Sentence, { quantity }: Rival): boolean =>
  sentence.quantities.some((ours) => {
    const { agreement, factor } = compareUnits(ours, quantity);
    return agreement === 'same' && compareValues(ours, quantity, factor) !== 'other';
  });
