/** Words that place a figure in the future. */
export const forecastPattern =
  /\b(?:(?:is|are|was|were|be|been)\s+(?:\w+ly\s+)?(?:projected|forecast(?:ed)?|expected|predicted|anticipated|set|likely|on track|on course|poised)\s+to|(?:projected|forecast|predicted|anticipated)\s+(?:to|at|by|growth|increase|decline|rise|fall|demand|revenue|cost)|projections?\s+(?:suggest|show|indicate|put)|forecasts?\s+(?:suggest|show|indicate|put)|could\s+(?:reach|exceed|rise to|grow to|fall to|double|triple)|will\s+(?:\w+ly\s+)?(?:account|add|amount|attract|climb|contribute|cost|create|cross|cut|decline|double|drop|employ|exceed|expand|fall|generate|grow|halve|hit|increase|make up|need|number|raise|reach|reduce|require|rise|save|shrink|stand at|surpass|top|total|triple))\b/giu;

/** A year that the future is measured to: "by 2030". What holds until a year is over then, and no forecast for it. */
export const horizonPattern = /\b(?:by|before|through|towards?|from now to|over the period to)\s+(?:the\s+(?:end|middle|year)\s+(?:of\s+)?)?(?:about\s+|around\s+|mid-|late\s+|early\s+|fiscal\s+(?:year\s+)?|FY\s?)?(20[2-9]\d)\b/giu;

/** A target is a wish that somebody set, not a forecast. */
export const targetPattern =
  /\b(?:aims?|aimed|aiming|ambitions?|ambitious|commits?|committed|commitments?|deadline|goals?|intends?|mandates?|mandated|must|objectives?|obliges?|pledges?|pledged|plans?|planned|promises?|promised|requires?|required|seeks?|shall|should|targets?|targeted|targeting|vows?|vowed|wants?|need(?:s|ed)?\s+to|ha(?:s|ve)\s+to|ought)\b/iu;

/** What a forecast rests on. */
export const basisPattern =
  /\b(?:assum(?:es?|ed|ing|ptions?)|at (?:the\s+)?(?:current|present|today['’]s|this|that) (?:rates?|pace|growth|trends?|prices)|baseline|based on|business[- ]as[- ]usual|calculated|calculations?|current (?:law|policy|policies|trends?)|extrapolat\w+|if|in (?:the|a) \w+ (?:case|scenario)|methodology|model(?:s|l?ed|l?ing)?|on the basis of|provided that|scenario|simulat\w+|under (?:the|this|an?|current|existing)|unless|elasticity)\b/iu;

/** A basis that a section on scenarios states once for all its lines. */
export const scenarioBasisPattern = /\b(?:judge?ments?|survey|model(?:s|l?ed|l?ing)?|elicit\w+|estimates?|assum\w+|based on|basis|extrapolat\w+|calculat\w+)\b/iu;

/** Where the figure starts from. */
export const baseValuePattern = /\b(?:from|up from|down from|compared (?:with|to)|against|versus|relative to|more than (?:in|today)|as (?:against|compared)|above (?:its|the) (?:level|value)|below (?:its|the) (?:level|value)|currently|today|now|at present)\b/iu;

/** In front of a figure: what a rule sets, now or later, and nobody projects: "the tax credit will rise to", "the fine is". Tax revenue is projected. */
export const ruledPattern =
  /\b(?:allowance|(?:pension|retirement|school-leaving) age|caps?|ceiling|copay(?:ment)?|credits?|deductions?|duty|exemptions?|fees?|fines?|levy|limits?|minimum wage|penalt(?:y|ies)|quotas?|(?:contribution|discount|duty|levy|tax|VAT) rates?|stipend|surcharge|taxes|thresholds?)(?:\s(?:for|of|on)\s[^,.;]{1,40}?)?\s(?:(?:also|then|will|would|is|are|be|set|due|expected)\s){0,4}(?:to\s)?(?:decreases?|drops?|falls?|goes|go|increases?|jumps?|moves?|phases? (?:down|out)|remains?|returns?|reverts?|rises?|stands?|stays?|steps? (?:down|up)|was|were|is|are|be)\b[^.;]{0,60}$/iu;

export const futurePattern = /\bwill\b/giu;
