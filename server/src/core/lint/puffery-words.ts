import { phrasePattern } from './cues/phrase-pattern';

/** Praise that states nothing anybody could check. */
export const praise = phrasePattern([
  'pivotal', 'unprecedented', 'game-changing', 'game changing', 'game changer', 'game-changer', 'groundbreaking', 'ground-breaking', 'cutting-edge', 'cutting edge', 'world-class', 'world class',
  'best-in-class', 'state-of-the-art', 'seamless', 'seamlessly', 'robust', 'robustly', 'vibrant', 'transformative', 'revolutionary', 'profound', 'profoundly', 'burgeoning', 'unparalleled', 'unrivalled', 'unrivaled',
  'second to none', 'shining example', 'beacon of', 'testament to', 'paradigm shift', 'key player', 'key players', 'at a crossroads', 'stakes could not be higher', "stakes couldn't be higher", 'stakes have never been higher',
  'could not be more important', 'of paramount importance', 'of utmost importance', 'crucial juncture', 'critical juncture', 'turning point in history', 'defining moment', 'watershed moment', 'unlock the full potential', 'unlock the potential', 'harness the power',
  'ever-evolving', 'ever-changing', 'fast-paced world', 'win-win', 'holistic approach', 'rich tapestry', 'quantum leap',
]);

const sureVerbs =
  'dictate|transform|revolutioni[sz]e|guarantee|eradicate|reshape|redefine|unleash|unlock|supercharge|usher\\s+in|catapult|cement|secure\\s+the\\s+future|solve\\s+the|end\\s+(?:poverty|hunger|corruption)|eliminate\\s+(?:poverty|hunger|corruption)';

/** A forecast without doubt, condition or end. */
export const overclaims = new RegExp(
  String.raw`(?<![\p{L}-])(?:will\s+(?:(?:surely|certainly|undoubtedly|inevitably|always|soon|fundamentally|completely|forever)\s+)?(?:${sureVerbs})|will\s+(?:surely|certainly|undoubtedly|inevitably)\s+\p{L}+|guarantees\s+that|for\s+(?:decades|generations|centuries)\s+to\s+come|once\s+and\s+for\s+all|(?:without|beyond)\s+(?:a\s+|any\s+)?doubt|there\s+(?:is|can\s+be)\s+no\s+doubt|silver\s+bullet)(?![\p{L}-])`,
  'giu',
);

/** What follows where the word is a term of a trade. */
const termsAfter: readonly (readonly [RegExp, RegExp])[] = [
  [/^robust/i, /^[\s,-]+(?:(?:and|or)\s+\p{L}+\s+)?(?:to\b|against\b|across\b|standard|errors?\b|estimat|estimation|regress|check|test|statistic|inference|varianc|covarianc|optimi[sz]ation|control\b|evidence|result|finding|method|data\b|sampl|design|analys|measure(?:s|ment)?\b|specification|confidence|quantif|account(?:s|ing)\b|characteri[sz]|monitoring|verif|model)/iu],
  // "The buffer is robust enough", "technically robust.": a judgement about something, not an ornament before a noun.
  [/^(?:robust|seamless|transformative|win-win)$/i, /^(?:\s+(?:enough|or|nor|and|but|than|when|if|in|for|with|under|by)\b|\s*(?:[.;:!?)]|$))/iu],
  [/^unprecedented/i, /^\s+(?:\p{L}+\s+){0,2}(?:rain\p{L}*|floods?|flooding|fires?|wildfires?|heat\p{L}*|droughts?|storms?|temperatures?|seasons?|snow\p{L}*)\b/iu],
  [/^seamless/i, /^\s+(?:steel\s+|carbon\s+|stainless\s+)*(?:pipes?|tub(?:e|es|ing)|steel|garments?|gloves?|knit\p{L}*|gutters?|casings?|rings?|floor\p{L}*)\b/iu],
  [/^pivotal/i, /^\s+(?:trials?|stud(?:y|ies)|phase|quer(?:y|ies)|rule|suppliers?|voters?|temperature)\b/iu],
  [/^vibrant/i, /^\s+(?:colou?rs?|hues?)\b/iu],
  [/^transformative/i, /^\s+(?:use|works?|justice)\b/iu],
  [/^revolutionary/i, /^\s+(?:wars?|guards?|councils?|courts?|government|calendar|tribunals?)\b/iu],
  [/^ground-?breaking/i, /^\s+(?:ceremon|event)/iu],
  [/^state-of-the-art/i, /^\s+(?:reviews?|surveys?|methods?|models?|reports?|literature)\b/iu],
  [/^profound/i, /^\s+(?:and\s+\p{L}+\s+)?(?:hearing|deaf|learning|intellectual|disabilit|impairment|loss|autis|multiple)/iu],
  [/^world.class/i, /^\s+(?:university\s+ranking|rankings?)/iu],
];

const termsBefore: readonly (readonly [RegExp, RegExp])[] = [
  [/^robust/i, /(?:heteroscedasticity|heteroskedasticity|cluster|outlier|drought|climate|autocorrelation)[\s-]+$/iu],
  [/^(?:robust|silver)/i, /\b(?:not|no|nor|less|more|how|hardly|a\s+more|is|are|was|were|remains?)\s+(?:an?\s+)?$/iu],
  [/./u, /\b(?:seemingly|so-called|supposedly|allegedly|purportedly|far\s+from|not\s+(?:particularly|very|so|yet|sufficiently)|insufficiently|statistically|technically|methodologically)\s+(?:an?\s+)?$/iu],
  [/^game/i, /\b(?:not|no|hardly)\s+(?:an?\s+)?$/iu],
];

/** "Robust standard errors", "seamless pipe", "a pivotal trial", "results are robust". */
export const isTerm = (text: string, index: number, word: string): boolean => {
  const after = text.slice(index + word.length, index + word.length + 60);
  const before = text.slice(Math.max(0, index - 40), index);
  return termsAfter.some(([cue, follows]) => cue.test(word) && follows.test(after)) || termsBefore.some(([cue, precedes]) => cue.test(word) && precedes.test(before));
};
