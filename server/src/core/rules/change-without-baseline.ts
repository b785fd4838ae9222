import { isNoObservation, isPlacedInTime } from '../lint/figure-times';
import { textOffset } from '../lint/find-cues';
import { isOwnStatement } from '../lint/own-results';
import { defineRule } from '../lint/rule';
import { apparatusKeys, proposalKeys, standsIn } from '../lint/sections';
import type { Brief, Sentence } from '../model/brief';
import { quotationsByPlace } from '../model/by-place';
import { sentencesWhere } from '../model/sentences-where';
import type { Quantity } from '../text/quantity';

export const changeWithoutBaseline = defineRule({
  meta: {
    name: 'change-without-baseline',
    group: 'figures',
    title: 'Change without what it is compared with',
    levels: { change: 'information' },
    fix: 'none',
    options: {},
    docs: {
      what: 'A rise or fall by a share ("rose 12%") where neither the sentence nor its paragraph says from what, since when or compared with what.',
      why: 'A rise of 12% in a month and one in ten years are two stories; without the start readers choose the one they like.',
      how: 'Give the period and the value: "rose 12% year on year to USD 3.2 billion in FY2025".',
      limits: [
        'Only what is told as having happened is looked at: effects of a reform, forecasts, rules and proposals are not.',
        'Any year, month, "annual" or "since" in the paragraph, its neighbours or the headings counts as the period.',
        'What the authors found themselves is left out, for their methods name the base once.',
      ],
      authority: 'House of Commons Library, statistical literacy guide: compared to what?',
      flagged: [{ text: 'Exports of mangoes rose by 12%.' }],
      clean: [{ text: 'Exports of mangoes rose by 12% in 2024.' }, { text: 'Exports of mangoes rose by 12%, from 80,000 tonnes.' }],
    },
  },
  *check({ brief, own }) {
    for (const sentence of tellingChange(brief)) {
      if (!mayTellChange(brief, sentence) || isOwnStatement(sentence, own)) continue;
      const figure = sentence.quantities.find((quantity) => isChangeBy(sentence, quantity) && !quotationsByPlace(brief).contains(quantity.span));
      if (figure === undefined || comparison.test(sentence.text) || isPlacedInTime(brief, sentence)) continue;
      const verb = verbBefore(sentence, figure);
      yield { span: figure.span, level: 'change', message: `"${verb}${figure.text}" does not say from what or since when` };
    }
  },
});

const elsewhere = new Set([...proposalKeys, ...apparatusKeys]);

const mayTellChange = (brief: Brief, sentence: Sentence): boolean =>
  sentence.container !== 'quote' && sentence.container !== 'footnote' && !sentence.isQuestion && !standsIn(brief, sentence.section, elsewhere) && !isNoObservation(sentence);

/** In the past tense: what "rises by 3%" in general is a rule of thumb or a result of a model. */
const changed =
  /\b(?:rose|grew|fell|dropped|climbed|jumped|surged|soared|plunged|slumped|shrank|contracted|expanded|declined|decreased|increased|(?:has|have|had) (?:\p{L}+ly )?(?:risen|grown|fallen|dropped|climbed|jumped|surged|soared|shrunk|contracted|expanded|declined|decreased|increased))(?: sharply| steadily| further| again)?(?: by)?(?: (?:about|around|some|nearly|almost|roughly|over|more than|an estimated|only|just|up to|at least|as much as))*\s*$/iu;

const isChangeBy = (sentence: Sentence, { form, dimension, span }: Quantity): boolean =>
  (form === 'percent' || form === 'percentage-points' || form === 'multiple' || dimension === 'share') && changed.test(before(sentence, span.start));

const tellingChange = sentencesWhere((sentence) => sentence.quantities.some((quantity) => isChangeBy(sentence, quantity)));

const before = (sentence: Sentence, start: number): string => sentence.text.slice(Math.max(0, textOffset(sentence, start) - 90), textOffset(sentence, start));

const verbBefore = (sentence: Sentence, { span }: Quantity): string => changed.exec(before(sentence, span.start))?.[0].replace(/\s+/g, ' ').replace(/\s?$/, ' ') ?? '';

/** What a change may be measured against; an event will do ("after the strike"). */
const comparison =
  /\b(?:from|since|until|than|compared|comparison|relative to|against|versus|vs\.?|over|between|during|within|after|following|before|once|when|while|as a result|because of|due to|by the (?:end|time)|year[- ](?:on|over)[- ]year|month[- ](?:on|over)[- ]month|quarter[- ](?:on|over)[- ]quarter|on the year|to (?:about |around |nearly |over |some )?[\p{Sc}\d]|to (?:US|PKR|Rs|USD|EUR))/iu;
