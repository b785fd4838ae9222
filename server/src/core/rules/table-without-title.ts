import { lineBreakOf } from '../lint/brief-places';
import { contentWords, sharedWordCount } from '../lint/content-words';
import { namesMeasure } from '../lint/measure-words';
import { defineRule, type Fix } from '../lint/rule';
import { figureCells, isModelOutput, purposeOf, stubTexts, tableMark, tableName } from '../lint/table-facts';
import { leadIn } from '../lint/table-introduction';
import type { Brief, TableBlock } from '../model/brief';
import { sectionKeysOf } from '../profiles/vocabulary';
import { spanOf } from '../text/span';

export const tableWithoutTitle = defineRule({
  meta: {
    name: 'table-without-title',
    group: 'tables',
    title: 'Table without a title',
    levels: { missing: 'information' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'A table of figures with no title: no line "Table 1. …", no caption, and no heading right above it that says what the table shows.',
      why: 'A table has to be understood on its own, wherever it is copied to.',
      how: 'Put a line above it that says what is measured, where and when: "Table 1. Waste collected in Rimsk, tonnes, 2023".',
      limits: [
        'A heading right above counts as the title if it shares a word with the table or names a measure, but not if it is a section name such as "Comparative analysis".',
        'A sentence right above the table that ends in a colon or says "below" counts as its title, and so does a short line without a full stop.',
        'Tables of options, actions, scenarios and dates, boxes of key facts and callouts are left alone.',
      ],
      authority: 'UN Editorial Manual; Pakistan Development Review, instructions for authors',
      flagged: [{ text: '## Global context\n\n| Country | Literacy (%, 2022) |\n| --- | ---: |\n| Rimsk | 81 |\n| Suvane | 77 |\n\nSource: World Bank (2023)\n' }],
      clean: [
        { text: '## Global context\n\nTable 1. Adult literacy in two countries, 2022\n\n| Country | Literacy (%) |\n| --- | ---: |\n| Rimsk | 81 |\n| Suvane | 77 |\n\nSource: World Bank (2023)\n' },
        { text: '## Adult literacy\n\n| Country | Literacy (%, 2022) |\n| --- | ---: |\n| Rimsk | 81 |\n| Suvane | 77 |\n\nSource: World Bank (2023)\n' },
      ],
    },
  },
  *check({ brief }) {
    for (const [i, table] of brief.tables.entries()) {
      if (figureCells(table).length < 2 || table.caption !== null || purposeOf(brief, table) !== 'data' || isModelOutput(table)) continue;
      if (isBox(brief, table) || isTitledByHeading(table) || isIntroduced(brief, table)) continue;
      yield { span: tableMark(table), level: 'missing', message: `No title for ${tableName(table)}`, fixes: [titleFix(brief, table, i + 1)] };
    }
  },
});

/** A box of key facts is titled by being one. */
const isBox = (brief: Brief, table: TableBlock): boolean => {
  const section = brief.sections[table.section];
  return (section?.keys.includes('at-a-glance') ?? false) || section?.heading?.style === 'callout' || section?.heading?.style === 'div';
};

const isTitledByHeading = (table: TableBlock): boolean => {
  const heading = table.headingAbove;
  if (!heading) return false;
  const words = withoutSectionNames(heading.text);
  const shared = sharedWordCount(contentWords(words), contentWords([...table.head.map(({ text }) => text), ...stubTexts(table)].join(' ')));
  return shared >= 1 || namesMeasure(words);
};

/** "Annex 2: Prices by region" is about prices by region, "Comparative analysis: global context" is two section names. */
const withoutSectionNames = (text: string): string => {
  const parts = text.split(/\s*[–—:/|]+\s*|\s+-\s+/);
  return parts.filter((part) => sectionKeysOf(part).length === 0).join(' ');
};

/** "… by region, in thousand tonnes:", a short line without a stop, or one that runs into the table without a blank line. */
const isIntroduced = (brief: Brief, table: TableBlock): boolean => {
  const sentence = leadIn(brief, table);
  const block = sentence ? brief.blocks[sentence.block] : undefined;
  if (!sentence || block?.kind !== 'paragraph') return false;
  const text = block.text.trim();
  if (/[:：]\s*$/.test(text) || /\b(?:below|the following|as follows|next table|table that follows)\b/i.test(sentence.text)) return true;
  const isLine = block.sentences.length === 1 && !text.includes('\n') && text.split(/\s+/).length <= 16;
  const runsInto = !brief.isLineStructured && /^[ \t]*\r?\n[ \t]*$/.test(brief.text.slice(block.span.end, table.span.start));
  return isLine && (runsInto || !/[.;,!]["”’)]*$/.test(text));
};

const titleFix = (brief: Brief, table: TableBlock, number: number): Fix => {
  const lineBreak = lineBreakOf(brief);
  const gap = brief.isLineStructured ? lineBreak : lineBreak + lineBreak;
  return { title: 'Add a title above the table', safe: false, edits: [{ span: spanOf(table.span.start, table.span.start), newText: `Table ${number}. [Insert title with unit and year]${gap}` }] };
};
