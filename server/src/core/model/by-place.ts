/** What stands at a place of the brief, without looking at all that it holds. */
import { createSpanIndex } from '../text/span-index';
import type { FootnoteDefinition, Sentence } from './brief';
import { rememberByBrief } from './remember-by-brief';

export const sentencesByPlace = rememberByBrief((brief) => createSpanIndex(brief.sentences));

export const citationsByPlace = rememberByBrief((brief) => createSpanIndex(brief.citations));

/** Without terms and titles in single marks. */
export const quotationsByPlace = rememberByBrief((brief) => createSpanIndex(brief.quotations.filter(({ mark }) => mark !== 'single')));

export const sourceLinesByPlace = rememberByBrief((brief) => createSpanIndex(brief.sourceLines));

export const sentencesBySection = rememberByBrief((brief) => {
  const bySection = new Map<number, Sentence[]>();
  for (const sentence of brief.sentences) {
    const own = bySection.get(sentence.section);
    if (own) own.push(sentence);
    else bySection.set(sentence.section, [sentence]);
  }
  return bySection;
});

export const footnotesByLabel = rememberByBrief((brief) => {
  const byLabel = new Map<string, FootnoteDefinition>();
  for (const footnote of brief.footnotes) if (!byLabel.has(footnote.label)) byLabel.set(footnote.label, footnote);
  return byLabel;
});
