import { lineBreakOf } from '../lint/brief-places';
import { joinWords, shorten } from '../lint/message-words';
import { nameOfPart, statesPart } from '../lint/option-parts';
import { comparingSections, findOptions, isSameOption, mentionsOption, optionsOfTable, type BriefOption } from '../lint/options';
import { findPlaceholders } from '../lint/placeholders';
import { defineRule, type Fix } from '../lint/rule';
import { placeAfter } from '../lint/section-places';
import { isStatusQuoName } from '../lint/status-quo';
import type { Brief } from '../model/brief';
import type { OptionPart } from '../profiles/profile';
import { textOfOptionPart } from '../profiles/section-texts';
import { containsSpan, overlaps, spanOf, type Span } from '../text/span';

export const optionIncomplete = defineRule({
  meta: {
    name: 'option-incomplete',
    group: 'recommendations',
    title: 'Option without benefit, harm, cost or certainty',
    levels: { part: 'information' },
    fix: 'suggestion',
    needsProfile: true,
    options: {},
    docs: {
      what: 'An option that does not speak of what the profile asks each option to state: its benefits, its harms, its cost, how certain the evidence is.',
      why: 'Options can be weighed only if the same things are known of each. What is said of one and not of another looks as if it did not apply.',
      how: 'Say it of the option, in its text or in a table that compares the options; "not known" is an answer.',
      limits: [
        'Any word of the family is enough: an option that speaks of money in any way has a cost.',
        'What the sections that compare the options say of all of them, or of the option by its name, counts; so do sections on costs and on the limits of the evidence.',
        'The status quo is not held to it, nor are options in running text.',
      ],
      authority: 'SUPPORT tools for evidence-informed policymaking, tool 13; SURE guides',
      flagged: [
        {
          profile: 'evidence-brief',
          text: '# Bags\n\n## Options\n\n### A fee per bag\n\nBenefits: fewer bags. Harms: poor households bear the burden. Cost: EUR 2 million. Certainty: moderate.\n\n### A ban\n\nBenefits: fewer bags. Harms: shops lose sales.\n',
        },
      ],
      clean: [
        {
          profile: 'evidence-brief',
          text: '# Bags\n\n## Options\n\n| Option | Benefits | Harms | Cost | Certainty |\n| --- | --- | --- | --- | --- |\n| Fee | Fewer bags | Dearer shopping | EUR 2 million | Moderate |\n| Ban | No bags | Lost sales | EUR 1 million | Low |\n',
        },
      ],
    },
  },
  *check({ brief, profile }) {
    const asked = profile?.elements.optionParts ?? [];
    if (asked.length === 0) return;
    const options = findOptions(brief).flatMap((list) => list.options);
    const remarks = remarksOn(brief, options);
    const comparisons = comparisonsOf(brief);
    for (const option of options) {
      if (isStatusQuoName(option.name) || isUnfilled(option.name)) continue;
      const missing = asked.filter((part) => !isStated(comparisons, option, options, part) && !remarks.some((remark) => (remark.options.length === 0 || remark.options.includes(option)) && statesPart(remark.text, [], part)));
      if (missing.length === 0) continue;
      yield { span: option.span, level: 'part', message: `"${shorten(option.name)}" states no ${joinWords(missing.map((part) => nameOfPart[part]), 'or')}`, fixes: fixesOf(brief, option, missing) };
    }
  },
});

const isUnfilled = (text: string): boolean => findPlaceholders(text).some(({ span }) => (span.end - span.start) * 2 > text.length);

const isStated = (comparisons: readonly (readonly BriefOption[])[], option: BriefOption, options: readonly BriefOption[], part: OptionPart): boolean => {
  if (statesPart(option.text, option.quantities, part) || statesInCells(option, part)) return true;
  return comparisons.some((compared) => {
    const own = compared.filter(({ name }) => isSameOption(name, option.name));
    // A comparison that names its options in other words may well mean this one.
    const isNamedOtherwise = own.length === 0 && compared.some(({ name }) => !options.some((other) => isSameOption(other.name, name)));
    return (isNamedOtherwise ? compared : own).some((row) => statesInCells(row, part) || statesPart(row.text, row.quantities, part));
  });
};

/** What a table compares options on is what they are good for, unless it is one of the other parts. */
const statesInCells = ({ cells }: BriefOption, part: OptionPart): boolean =>
  cells.some(({ head, text }) => !/^(?:[-–—?.…\s]*|n\/?a|tbc|tbd)$/i.test(text) && (statesPart(head, [], part) || (part === 'benefit' && !otherParts.some((other) => statesPart(head, [], other)))));

const otherParts: readonly OptionPart[] = ['harm', 'cost', 'certainty'];

/** The tables that set options side by side. */
const comparisonsOf = (brief: Brief): readonly (readonly BriefOption[])[] => {
  const places = new Set(comparingSections(brief).map(({ index }) => index));
  return brief.tables.filter(({ section }) => places.has(section)).map((table) => optionsOfTable(table)?.options ?? []);
};

interface Remark {
  readonly text: string;
  /** Whom it names; empty: it is said of all. */
  readonly options: readonly BriefOption[];
}

/** What is said of options outside them: headings and sentences of the sections that compare them, and sections of their own on money and on the evidence. */
const remarksOn = (brief: Brief, options: readonly BriefOption[]): readonly Remark[] => {
  const isOwn = (span: Span): boolean => options.some(({ body }) => overlaps(body, span));
  const compared = new Set(comparingSections(brief).map(({ index }) => index));
  const headings = brief.sections.filter(({ index, keys }) => compared.has(index) || keys.includes('financial')).flatMap(({ heading }) => (heading !== null && !isOwn(heading.span) ? [heading.text] : []));
  const limits = brief.sections.some(({ keys }) => keys.includes('limitations')) ? ['certainty of the evidence'] : [];
  const sentences = brief.sentences.filter(({ section, span }) => compared.has(section) && !isOwn(span)).map(({ text }) => text);
  return [...headings, ...limits, ...sentences].map((text) => ({ text, options: options.filter(({ name }) => mentionsOption(text, name)) }));
};

/** One line for each part, at the end of the option's section. */
const fixesOf = (brief: Brief, option: BriefOption, missing: readonly OptionPart[]): readonly Fix[] => {
  const { section } = option;
  if (section === null || brief.isLineStructured) return [];
  const at = placeAfter(brief, section);
  const lineBreak = lineBreakOf(brief);
  const lastBlock = brief.blocks.findLast(({ span }) => containsSpan(section.span, span));
  const gap = lastBlock?.kind === 'list' ? lineBreak : lineBreak + lineBreak;
  const lines = missing.map((part) => `- ${textOfOptionPart[part]}`);
  return [{ title: `Add ${joinWords(missing.map((part) => nameOfPart[part]), 'and')} to "${shorten(option.name, 40)}"`, safe: false, edits: [{ span: spanOf(at, at), newText: gap + lines.join(lineBreak) }] }];
};
