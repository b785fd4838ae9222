import { blocksBelow, lineBreakOf, textOfBlock } from '../lint/brief-places';
import { joinWords } from '../lint/message-words';
import { defineRule, type Fix, type RuleFinding } from '../lint/rule';
import { meetsWhole, sumShares, writeSum, writeWhole } from '../lint/share-sum';
import { columnCells, figureOf, purposeOf, tableMark, textsAround } from '../lint/table-facts';
import type { Block, Brief, ListBlock, TableBlock } from '../model/brief';
import type { Quantity } from '../text/quantity';
import { spanOf, type Span } from '../text/span';

export const scenarioProbabilities = defineRule({
  meta: {
    name: 'scenario-probabilities',
    group: 'style',
    title: 'Probabilities of scenarios without a basis, or with a wrong sum',
    levels: { sum: 'warning', words: 'warning', basis: 'information' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'Scenarios with probabilities that do not add up to 100%, that nothing in the section says how they were reached, or that contradict the word beside them ("unlikely", 70%).',
      why: 'A probability without a basis is a guess that looks like a measurement.',
      how: 'Say in one line how they were reached: the authors\' judgement, a survey of experts, a model. Check the sum.',
      limits: ['Any mention of a judgement, survey, model or estimate in the section, and any source of the table, counts as the basis.', 'Scenarios that may happen together need not add up to 100%; switch the rule off for them.'],
      authority: 'IPCC guidance note on uncertainties; Kent, Words of estimative probability',
      flagged: [
        { text: '## Scenarios\n\n| Scenario | Probability | Outcome |\n| --- | --- | --- |\n| Open border | 30% | Trade grows |\n| Quota | 50% | Trade stalls |\n| Closure | 20% | Trade ends |\n' },
        { text: '## Scenarios\n\n| Scenario | Probability | Outcome |\n| --- | --- | --- |\n| Open border | 30% | Trade grows |\n| Quota | 50% | Trade stalls |\n| Closure | 30% | Trade ends |\n\nBasis: survey of 14 traders, May 2025.\n' },
      ],
      clean: [{ text: '## Scenarios\n\n| Scenario | Probability | Outcome |\n| --- | --- | --- |\n| Open border | 30% | Trade grows |\n| Quota | 50% | Trade stalls |\n| Closure | 20% | Trade ends |\n\nBasis: survey of 14 traders, May 2025.\n' }],
    },
  },
  *check({ brief }) {
    for (const block of brief.blocks) {
      const scenarios = block.kind === 'table' ? scenariosOfTable(brief, block) : block.kind === 'list' ? scenariosOfList(brief, block) : null;
      if (!scenarios) continue;
      yield* wordFindings(scenarios);
      const sum = sumShares(scenarios.probabilities.map(({ quantity }) => quantity));
      if (sum && !meetsWhole(sum)) yield { span: scenarios.span, level: 'sum', message: `The probabilities add up to ${writeSum(sum)}, not ${writeWhole(sum)}` };
      else if (!hasBasis(brief, block)) yield basisFinding(brief, block, scenarios);
    }
  },
});

interface Probability {
  readonly quantity: Quantity;
  /** What stands beside the number. */
  readonly words: string;
}

interface Scenarios {
  readonly span: Span;
  readonly probabilities: readonly Probability[];
}

const probabilityWord = /\b(?:probabilit(?:y|ies)|likelihood|likely|odds|chances?)\b/i;

const scenariosOfTable = (brief: Brief, table: TableBlock): Scenarios | null => {
  if (purposeOf(brief, table) !== 'scenarios') return null;
  const head = table.head.find(({ text, column }) => column > 0 && probabilityWord.test(text));
  if (!head) return null;
  const probabilities: Probability[] = [];
  for (const cell of columnCells(table, head.column)) {
    const quantity = figureOf(cell);
    const isTotal = /^(?:total|sum|all)\b/i.test(table.rows[cell.row]?.[0]?.text.trim() ?? '');
    if (quantity && isShare(quantity) && !isTotal) probabilities.push({ quantity, words: cell.text });
  }
  return probabilities.length < 2 ? null : { span: head.text.trim() === '' ? tableMark(table) : head.span, probabilities };
};

const isShare = ({ form, unit, value }: Quantity): boolean => form === 'percent' || unit === '%' || (unit === null && value !== null && value <= 1);

/** "Best case (20% probability): …" in a section of scenarios. */
const scenariosOfList = (brief: Brief, list: ListBlock): Scenarios | null => {
  if (!(brief.sections[list.section]?.inheritedKeys.includes('scenarios') ?? false)) return null;
  const items = list.items.filter(({ depth }) => depth === 0);
  const probabilities: Probability[] = [];
  for (const { text, label, sentences } of items) {
    const shares = sentences.flatMap(({ quantities }) => quantities).filter(({ form }) => form === 'percent');
    const quantity = shares[0];
    const isStated = quantity !== undefined && (probabilityWord.test(text.slice(0, 120)) || (label?.includes(quantity.text) ?? false) || text.slice(0, 60).includes(`(${quantity.text})`));
    if (quantity && shares.length === 1 && isStated) probabilities.push({ quantity, words: /\b(?:very |most |un)*likely\b/i.exec(text.slice(0, 120))?.[0] ?? '' });
  }
  const first = probabilities[0];
  return first && probabilities.length >= 2 && probabilities.length === items.length ? { span: first.quantity.span, probabilities } : null;
};

/** What a word rules out, wide on purpose: scales differ. */
const wordBounds: readonly { readonly pattern: RegExp; readonly low: number; readonly high: number }[] = [
  { pattern: /\b(?:almost|virtually) certain\b/i, low: 85, high: 100 },
  { pattern: /\b(?:very|highly|extremely) likely\b/i, low: 65, high: 100 },
  { pattern: /\b(?:very|highly|extremely|exceptionally) unlikely\b|\bremote\b/i, low: 0, high: 30 },
  { pattern: /\bunlikely\b|\bimprobable\b/i, low: 0, high: 50 },
];

function* wordFindings(scenarios: Scenarios): Iterable<RuleFinding> {
  for (const { quantity, words } of scenarios.probabilities) {
    const bound = wordBounds.find(({ pattern }) => pattern.test(words));
    if (!bound || quantity.low === null || quantity.high === null) continue;
    const scale = quantity.unit === '%' || quantity.form === 'percent' ? 1 : 100;
    if (quantity.high * scale >= bound.low && quantity.low * scale <= bound.high) continue;
    yield { span: quantity.span, level: 'words', message: `"${bound.pattern.exec(words)?.[0] ?? ''}" does not go with ${quantity.text}` };
  }
}

const basisWords = new RegExp(
  `\\b(?:${[
    'judge?ments?', 'judged', 'surveys?', 'surveyed', 'model(?:s|l?ed|l?ing)?', 'simulat\\w+', 'elicit\\w*', 'delphi', 'monte carlo', 'expert\\w*', 'panel',
    'consensus', 'subjective', 'basis', 'based on', "authors?['’]? (?:own )?(?:estimate|assessment|view|calculation)s?", 'our (?:own )?(?:estimate|assessment|view)s?',
    'we (?:estimate|judge|assign|assume|derive)', 'derived from', 'assigned by', 'historical frequenc\\w+', 'base rates?', 'betting', 'market prices',
  ].join('|')})\\b`,
  'i',
);

/** A sentence, note or source in the same section that says how the numbers were reached. */
const hasBasis = (brief: Brief, block: Block): boolean => {
  const section = brief.sections[block.section];
  const parent = brief.sections[section?.parent ?? -1];
  // A parent that is about the scenarios too may state the basis for all of them.
  const around = parent?.keys.includes('scenarios') ? parent : section;
  if (!around) return false;
  if (block.kind === 'table' && (block.sourceLines.length > 0 || block.citations.length > 0 || textsAround(brief, block).some((text) => basisWords.test(text)))) return true;
  if (block.kind === 'table' && block.head.some(({ text }) => basisWords.test(text))) return true;
  // What happens in a scenario ("survey of the coast") is no basis of its probability.
  return blocksBelow(brief, around).some((other) => (other !== block || block.kind !== 'table') && basisWords.test(textOfBlock(brief, other)));
};

const basisFinding = (brief: Brief, block: Block, { span, probabilities }: Scenarios): RuleFinding => {
  const lineBreak = lineBreakOf(brief);
  const gap = brief.isLineStructured ? lineBreak : lineBreak + lineBreak;
  const fix: Fix = { title: 'Add a line on how the probabilities were reached', safe: false, edits: [{ span: spanOf(block.span.end, block.span.end), newText: `${gap}Basis: [Insert how the probabilities were reached]` }] };
  return { span, level: 'basis', message: `Nothing says how ${joinWords(probabilities.map(({ quantity }) => quantity.text), 'and')} were reached`, fixes: [fix] };
};
