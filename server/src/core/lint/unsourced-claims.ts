import { claimsOf } from '../model/claims/claims-of';
import type { Claim } from '../model/claims/find-claims';
import { type ClaimKind, findClaimCues } from '../model/claims/kinds';
import { shippedModel } from '../model/claims/scorer';
import type { Brief } from '../model/brief';
import type { SectionKey } from '../profiles/section-keys';
import { newsAttribution } from './cues/news-attribution';
import { endOfStatement } from './end-of-statement';
import { shorten } from './message-words';
import { findNamedSource } from './named-source';
import { presentsOwnResults } from './own-results';
import { findPlaceholders } from './placeholders';
import type { RuleContext, RuleFinding } from './rule';
import { backgroundKeys, proposalKeys, standsIn } from './sections';

/** Levels of a rule that reads claims: how sure the model is that an editor would ask. */
export const claimLevels = { sure: 'warning', likely: 'information', possible: 'hint' } as const;

/** Findings for the claims whose foremost kind is one of `labels`' keys; the label says in the message what it is. */
export function* findUnsourced(context: RuleContext, labels: Partial<Readonly<Record<ClaimKind, string>>>): Iterable<RuleFinding> {
  const isReport = presentsOwnResults(context.brief, context.own);
  for (const claim of claimsOf(context.brief, context.own)) {
    if (claim.status !== 'unsourced') continue;
    const kind = foremostKind(context.brief, claim, isReport);
    const label = kind === undefined ? undefined : labels[kind];
    const sentence = context.brief.sentences[claim.sentence];
    if (kind === undefined || label === undefined || sentence === undefined || !owesSource(context, claim)) continue;
    const cues = findClaimCues(sentence, kind);
    const first = cues[0];
    if (first === undefined) continue;
    yield {
      span: first.span,
      level: levelOf(claim.probability),
      message: `No source for ${label}: ${namedCues(cues.map((cue) => cue.text))}`,
      probability: Math.round(claim.probability * 100) / 100,
      fixes: [{ title: 'Add "([Source, year])"', safe: false, edits: [{ span: endOfStatement(context.brief, claim.span), newText: ' ([Source, year])' }] }],
    };
  }
}

/**
 * What a forecast rests on is asked by projection-without-basis, and figures belong to unsourced-statistic. That rule is silent on
 * most of a report of own results; there a sentence with a figure is judged by what else it says.
 */
function foremostKind(brief: Brief, claim: Claim, isReport: boolean): ClaimKind | undefined {
  const leavesFigures = isReport && !standsIn(brief, claim.section, backgroundKeys);
  return claim.kinds.find((kind) => kind !== 'forecast' && !(leavesFigures && kind === 'statistic'));
}

/** Is nothing in the brief an answer to "says who?", as far as can be told? */
export function owesSource({ brief, profile }: RuleContext, claim: Claim): boolean {
  const sentence = brief.sentences[claim.sentence];
  if (sentence === undefined || claim.status !== 'unsourced') return false;
  if (sentence.container === 'quote' || sentence.container === 'footnote' || standsIn(brief, sentence.section, answered)) return false;
  if (claim.kinds[0] === 'history' && standsIn(brief, sentence.section, method)) return false;
  if (advice.test(sentence.text)) return false;
  if (profile?.mode === 'news' && newsAttribution.test(sentence.text)) return false;
  return findNamedSource(sentence.text) === undefined && findPlaceholders(sentence.text).length === 0;
}

export const levelOf = (probability: number): keyof typeof claimLevels => {
  if (probability >= shippedModel.levels.warning) return 'sure';
  return probability >= shippedModel.levels.information ? 'likely' : 'possible';
};

/** What stands here is proposed, or is itself a source. */
const answered: ReadonlySet<SectionKey> = new Set([...proposalKeys, 'references', 'further-reading', 'disclosure', 'glossary', 'faq']);

/** What happened there is what the authors did; a figure, a trend or a cause is asked for all the same. */
const method: ReadonlySet<SectionKey> = new Set(['method']);

/** What ought to be owes reasons, not a source. */
const advice = /\b(?:should|ought to|recommend(?:s|ed|ation)?|let[’']s)\b/i;

/** Two words are enough to see why. */
const namedCues = (texts: readonly string[]): string => [...new Set(texts.map((text) => `"${shorten(text)}"`))].slice(0, 2).join(', ');
