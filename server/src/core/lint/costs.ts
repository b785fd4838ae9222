import type { Quantity } from '../text/quantity';

/** What something costs or who pays, as far as words say it; sums are quantities and need no words. */
const fundingPattern = new RegExp(
  [
    String.raw`\b(?:cost|costs|budget|funding|resources?|price|source of funds)\s*[:=–—]\s*\S`,
    String.raw`\bcosts?[-\s]neutral\b|\b(?:budget|revenue|fiscally?)[-\s]neutral\b|\bself[-\s](?:financing|funding)\b`,
    String.raw`\b(?:at\s+)?(?:no|zero|little|minimal|negligible|without(?:\s+any)?)\s+(?:(?:net|additional|extra|new|further|added|direct|significant|fiscal|public)\s+){0,3}(?:costs?|funding|funds|spending|money|resources|budget|expenditure)\b`,
    String.raw`\b(?:within|from|under|out of|using|through)\s+(?:\w+\s+){0,3}(?:existing|current|approved|agreed|available|present|allocated|baseline)\s+(?:\w+\s+)?(?:budgets?|resources|means|staff|funds?|funding|allocations?|appropriations?|envelopes?|baselines?|capacity|spending|programmes?)\b`,
    String.raw`\bwithin\s+(?:(?:the|its|their|our|his|her)\s+)?(?:[\p{L}’'-]+\s+)?budgets?\b(?!\s+(?:sessions?|debates?|weeks?|days?|cycles?|years?|process))`,
    String.raw`\bexisting\s+(?:budgets?|resources|funds|staff|allocations?)\b`,
    String.raw`\b(?:fund(?:ed)?|financ(?:ed|ing)|pa(?:id|y)(?:\s+for)?|met|covered|borne|resourced|co-?financed)\s+(?:\w+\s+)?(?:by|from|through|out\s+of|with|via)\b`,
    String.raw`\b(?:from|in|under|out of|through|by)\s+(?:the|its|their|a|an)\s+(?:[\p{L}\d-]+\s+){0,5}(?:budget|fund|levy|grant|loan|reserve|surplus|allocation|appropriation|vote)\b`,
    String.raw`\b(?:annex|appendix|table|schedule)\s+\w+\b[^.]{0,60}\bcost|\bcost\w*[^.]{0,60}\b(?:annex|appendix|table|schedule)\b|\bcosted\b|\bcosting\b`,
    String.raw`\b\d+\s+(?:full-time\s+|additional\s+|new\s+|extra\s+)?(?:staff|posts|officers|FTEs?|positions|full-time equivalents?)\b`,
    String.raw`\b(?:saves?|saving|savings|raises?|yields?)\s+(?:about\s+|around\s+|an?\s+estimated\s+)?(?:\S+\s+)?\d`,
    String.raw`\b\d[\d.,]*\s?(?:%|per\s?cent)\s+of\s+(?:the\s+|its\s+|their\s+|total\s+|public\s+|annual\s+|\S+\s+)?(?:GDP|budget|spending|expenditure|turnover|revenues?)\b`,
  ].join('|'),
  'iu',
);

export function findCost(text: string, quantities: readonly Quantity[]): string | undefined {
  return quantities.find((quantity) => quantity.form === 'money')?.text ?? fundingPattern.exec(text)?.[0];
}
