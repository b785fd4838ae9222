/** What an option says of itself: what it is good for, what harm it does, what it costs, how sure that is. */
import type { OptionPart } from '../profiles/profile';
import type { Quantity } from '../text/quantity';
import { findCost } from './costs';

const words: Readonly<Record<OptionPart, RegExp>> = {
  benefit:
    /\b(?:benefi\w+|advantage\w*|gain(?:s|ed)?|pros?|strengths?|upsides?|merits?|sav(?:e|es|ed|ing|ings)|improv\w+|increas\w+|rais(?:e|es|ed|ing)|reduc\w+|lower(?:s|ed|ing)?|cut(?:s|ting)?|shrinks?|halv(?:e|es|ed|ing)|doubl(?:e|es|ed|ing)|effective\w*|help(?:s|ed|ing)?|protect\w*|prevent\w*|fewer|better|faster|safer|cleaner|impacts?|effects?|outcomes?|results?)\b/i,
  harm: /\b(?:harm\w*|adverse\w*|risk\w*|disadvantage\w*|drawbacks?|downsides?|cons|weakness\w*|side[- ]effects?|negativ\w+|burden\w*|loss(?:es)?|los(?:e|es|ers?|ing)|threat\w*|unintended|trade-?offs?|danger\w*|hurts?|worse\w*|damag\w+|concerns?|objections?|objects?|oppos\w+|unpopular|complain\w*|disrupt\w*|delay(?:s|ed)?|(?:pay|cost|take|wait)s? (?:more|longer)|(?:higher|rising|more) (?:bills?|prices?|costs?|taxes|rents?)|fall(?:s|ing)? on)\b/i,
  cost: /\b(?:costs?|costly|costed|costing|cheap\w*|expens\w+|prices?|priced|budget\w*|fund(?:s|ed|ing)?|financ\w+|spend\w*|spent|pa(?:y|id|ys|ying)|free of charge|afford\w*|resources?|investments?|tariffs?|subsid\w+)\b/i,
  certainty: new RegExp(
    [
      String.raw`\b(?:un)?certain(?:ty|ties|ly)?\b|\bconfiden(?:ce|t)\b|\bGRADE\b|\b(?:systematic|cochrane|umbrella|scoping|evidence) reviews?\b|\bmeta-?analys\w+|\brandomi[sz]ed\b|\btrials?\b`,
      String.raw`\b(?:quality|strength|weight|body|level|lack|absence) of (?:the |this |that )?evidence\b|\b(?:high|moderate|low)[- ](?:quality|certainty|confidence|strength)\b`,
      String.raw`\b(?:limited|weak|strong|mixed|thin|scarce|scant|robust|good|poor|little|insufficient|inconclusive|sparse|consistent|reliable|solid|patchy|direct|indirect)\s+(?:\p{L}+\s+)?evidence\b|\bevidence\s+(?:\p{L}+\s+){0,6}(?:limited|weak|strong|mixed|thin|scarce|robust|good|poor|insufficient|inconclusive|sparse|consistent|reliable|solid|patchy|high|moderate|low)\b`,
      String.raw`\b(?:no|few|several|one|two|three|four|five|many|most|\d{1,3})\s+(?:\p{L}+[\s-]){0,3}(?:stud(?:y|ies)|evaluations?|reviews?|experiments?|pilots?)\b|\b(?:likely|unlikely|probably|not known|unknown|untested|proven|unproven)\b`,
    ].join('|'),
    'iu',
  ),
};

/** Generous on purpose: an option that speaks of money in any way is not said to be silent on it. */
export const statesPart = (text: string, quantities: readonly Quantity[], part: OptionPart): boolean => words[part].test(text) || (part === 'cost' && findCost(text, quantities) !== undefined);

export const nameOfPart: Readonly<Record<OptionPart, string>> = { benefit: 'benefit', harm: 'harm', cost: 'cost', certainty: 'certainty of its evidence' };
