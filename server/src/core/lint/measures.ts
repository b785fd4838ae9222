/** How one will see that a recommendation was carried out, as far as its words say it: an indicator, a target, a change from one value to another. */
const labelled =
  /\b(?:measured\s+(?:by|as|through)|monitored\s+(?:by|through|via)|tracked\s+(?:by|through|via)|indicators?\s*[:=–—]|measures?\s+of\s+success\s*[:=–—]|success\s+(?:measures?|indicators?|criteri(?:on|a))\s*[:=–—]|targets?\s*[:=–—]|milestones?\s*[:=–—]|deliverables?\s*[:=–—]|outputs?\s*[:=–—]|KPIs?\s*[:=–—])\s*([^.;\n]{3,160})/iu;

const amount = String.raw`(?:about\s+|around\s+|nearly\s+|at\s+(?:least|most)\s+|over\s+|under\s+|only\s+)?(?:[$€£₹]|Rs\.?\s?|[A-Z]{3}\s)?\d[\d.,]*(?!\d)(?:\s?(?:%|per\s?cent|percent(?:age\s+points?)?|(?:million|billion|crore|lakh|bn|mn|m)\b))?`;
const year = String.raw`(?:19|20)\d\d\b`;
const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
/** "1 January", "2025". */
const date = String.raw`(?:${year}|\d{1,2}\s+(?:${months})\b)`;
const deadline = String.raw`(?:,?\s+(?:by|before|in|until|within)\s+(?:the\s+end\s+of\s+|\p{L}+\s+)?\d{1,4}(?:\s+(?:years?|months?))?)?`;

const unlabelled: readonly RegExp[] = [
  // Not "from 2025 to 2027", "from 1 January to 30 June": these are times.
  new RegExp(String.raw`\bfrom\s+(?!${date})(${amount}(?:\s+[\p{L}-]+){0,4}?\s+to\s+(?!${date})${amount}${deadline})`, 'u'),
  new RegExp(String.raw`\b((?:targets?|goals?)\s+of\s+${amount}[^.;,\n]{0,60})`, 'iu'),
  new RegExp(String.raw`\b(?:to|until\s+it|so\s+that\s+(?:it|they)|aim(?:ing)?\s+to)\s+(reach(?:es)?\s+(?:[\p{L}-]+\s+){0,4}?(?!${year})${amount}[^.;,\n]{0,60})`, 'iu'),
  new RegExp(String.raw`\b(reaching\s+(?:[\p{L}-]+\s+){0,4}?(?!${year})${amount}[^.;,\n]{0,60})`, 'iu'),
  new RegExp(String.raw`\b(so\s+that\s+(?:[\p{L}’'-]+\s+){1,10}?(?!${year})${amount}[^.;\n]{0,80})`, 'iu'),
];

export function findMeasure(text: string): string | undefined {
  const found = labelled.exec(text)?.[1] ?? unlabelled.map((pattern) => pattern.exec(text)?.[1]).find((words) => words !== undefined);
  return found?.trim();
}
