import { includesOtherFiles } from '../lint/brief-places';
import { joinWords } from '../lint/message-words';
import { objectSpan } from '../lint/imperatives';
import { recommendationItems, type RecommendationItem } from '../lint/recommendation-items';
import { analysisWords, termsOfItem, type Term } from '../lint/recommendation-words';
import { defineRule } from '../lint/rule';
import type { Brief } from '../model/brief';
import { overlaps, sliceOf } from '../text/span';

const paragraph =
  'Rents in the port district rose by a third between 2019 and 2024, while wages stood still. Most of the flats that came on the market belong to a few landlords, who let them to visitors by the week. ' +
  'The district lost a tenth of its families in that time, and two of its four kindergartens closed for want of children. The register of short lets is not kept: inspectors found three flats in ten that were missing from it. ' +
  'Where the neighbouring city began to fine landlords who do not register, the number of listed flats doubled within a year, and many of them went back to tenants. The fines paid for the inspectors. ' +
  'Owners of single rooms feared for their income, but few of them let for more than eight weeks, and the rule left them alone. Families came back slowly. The kindergarten in the old harbour office opened again, with a waiting list.';

export const recommendationUnlinked = defineRule({
  meta: {
    name: 'recommendation-unlinked',
    group: 'recommendations',
    title: 'Recommendation that nothing in the analysis leads to',
    levels: { item: 'hint', measure: 'hint' },
    fix: 'none',
    options: {},
    docs: {
      what: 'A recommendation none of whose subjects is spoken of anywhere before: not in the findings, the analysis, the options or the constraints.',
      why: 'A reader who meets a measure for the first time in the list of recommendations has no reason to believe in it.',
      how: 'Say in the analysis what the measure answers and what speaks for it, or leave it out.',
      limits: [
        'One shared word is enough to be silent, also where it is used of something else.',
        'Words are compared by their stems: a measure that the analysis discusses under another name altogether is asked about.',
        'Silent in briefs with fewer than 150 words of analysis, and about steps of the work itself: to review, monitor, evaluate, publish, consult.',
      ],
      authority: 'Recommendations follow from the findings (MEAL recommendation tests; Cabinet submission guides; ECR policy brief guide)',
      flagged: [{ text: `## Findings\n\n${paragraph}\n\n## Recommendations\n\n- The council should offer tax credits to software start-ups.` }],
      clean: [{ text: `## Findings\n\n${paragraph}\n\n## Recommendations\n\n- The council should fine those who let a flat without registration.` }],
    },
  },
  *check({ brief }) {
    const analysis = analysisWords(brief);
    if (analysis.count < fewestWords || includesOtherFiles(brief)) return;
    for (const item of recommendationItems(brief)) {
      if (isStepOfTheWork(item) || brief.citations.some(({ span }) => overlaps(span, item.span))) continue;
      const unspoken = unspokenIn(item, brief);
      if (unspoken === undefined) continue;
      const subjects = unspoken.phrases.map((phrase) => `"${phrase}"`);
      yield { span: item.span, level: unspoken.level, message: `Nothing in the analysis speaks of ${joinWords(subjects, 'or')}` };
    }
  },
});

interface Unspoken {
  readonly level: 'item' | 'measure';
  readonly phrases: readonly string[];
}

/** All that it speaks of; else what is to be given, built or introduced. One word may have a name elsewhere, two that nobody has used are new. */
const unspokenIn = (item: RecommendationItem, brief: Brief): Unspoken | undefined => {
  const { speaksOf } = analysisWords(brief);
  const { opening, all } = termsOfItem(item, brief);
  if (hasTwo(opening) && !all.some(speaksOf)) return { level: 'item', phrases: phrasesOf(item.opening, opening) };
  if (item.text.length > item.opening.length + longestAfterword) return undefined;
  const object = objectSpan(item.opening);
  const measure = object === undefined || takesUp.test(sliceOf(item.opening, object)) ? [] : opening.filter(({ start, end }) => object.start <= start && end <= object.end);
  return hasTwo(measure) && !measure.some(speaksOf) ? { level: 'measure', phrases: phrasesOf(item.opening, measure) } : undefined;
};

const hasTwo = (terms: readonly Term[]): boolean => new Set(terms.map(({ lemmas }) => lemmas[0])).size >= 2;

/** "Confront this reality": the words stand for others before. */
const takesUp = /^(?:this|that|these|those|such|its|their)\b/i;

/** Who explains it in more words than a clause gives its reasons there. */
const longestAfterword = 80;

const fewestWords = 150;

const workVerbs = 'approve|assess|commission|communicate|conduct|consult|convene|disseminate|endorse|evaluate|monitor|note|publici[sz]e|publish|report|review|revisit|survey|track|update';

/** To review, to monitor, to publish: good practice whatever was found. */
const isStepOfTheWork = ({ opening }: RecommendationItem): boolean =>
  new RegExp(String.raw`^\W*(?:(?:by|within|in|from|before|after)\s[^,]{2,40},\s*)?(?:${workVerbs})\b|\b(?:should|must|shall|will|to)\s+(?:\w+ly\s+|also\s+|then\s+)?(?:${workVerbs}|be\s+(?:reviewed|monitored|published|evaluated|updated|assessed|revisited))\b`, 'i').test(opening);

/** Words that stand together, at most two phrases of them. */
const phrasesOf = (text: string, terms: readonly Term[]): readonly string[] => {
  const phrases: { start: number; end: number }[] = [];
  for (const { start, end } of terms) {
    const last = phrases.at(-1);
    if (last !== undefined && /^\s$/.test(text.slice(last.end, start)) && text.slice(last.start, end).split(/\s+/).length <= 3) last.end = end;
    else phrases.push({ start, end });
  }
  const known = new Set<string>();
  return phrases
    .map(({ start, end }) => text.slice(start, end))
    .filter((phrase) => !known.has(phrase.toLowerCase()) && known.add(phrase.toLowerCase()))
    .slice(0, 2);
};
