import { contentWords, sharedWordCount } from '../lint/content-words';
import { shorten } from '../lint/message-words';
import { defineRule } from '../lint/rule';
import { sectionAndAncestors } from '../lint/sections';
import { figureCells, figureOf, isModelOutput, purposeOf, stubTexts, tableMark, tableName } from '../lint/table-facts';
import { sentencesAbout } from '../lint/table-introduction';
import type { Brief, Section, TableBlock } from '../model/brief';
import { sentencesByPlace } from '../model/by-place';
import { rememberByBrief } from '../model/remember-by-brief';
import type { SectionKey } from '../profiles/section-keys';
import { meets } from '../text/figures';
import type { Quantity } from '../text/quantity';
import { overlaps } from '../text/span';

export const tableNotReferenced = defineRule({
  meta: {
    name: 'table-not-referenced',
    group: 'tables',
    title: 'Table that the text does not speak of',
    levels: { unread: 'hint' },
    fix: 'none',
    options: {},
    docs: {
      what: 'A table of figures that no sentence of its section refers to, and of which none repeats a value, a row or a word of its title.',
      why: 'A table that the text does not read leaves the reading to the reader, who may not see what it was put there for.',
      how: 'Say in one sentence what the table shows ("Table 2 shows that …"), or leave it out.',
      limits: [
        'One word of a row, of a column or of the title in a sentence of the section is enough, and so is any sentence that speaks of a table.',
        'A section that is nothing but the table is left alone.',
        'Tables of options, actions, scenarios and dates, boxes, annexes and a brief with one table are left alone.',
      ],
      authority: 'UN Editorial Manual; OECD Style Guide',
      flagged: [
        {
          text: '## Waste\n\nTable 1 shows waste in Rimsk.\n\nTable 1. Waste in Rimsk, tonnes\n\n| Year | Waste (tonnes) |\n| --- | ---: |\n| 2022 | 310 |\n| 2023 | 420 |\n\nSource: Waste Office (2024)\n\n## Schools\n\nTeachers are on leave.\n\nTable 2. Literacy of adults, %\n\n| District | Literacy (%, 2022) |\n| --- | ---: |\n| Orlin | 81 |\n| Suvane | 77 |\n\nSource: Census Office (2023)\n',
        },
      ],
      clean: [
        {
          text: '## Waste\n\nTable 1 shows waste in Rimsk.\n\nTable 1. Waste in Rimsk, tonnes\n\n| Year | Waste (tonnes) |\n| --- | ---: |\n| 2022 | 310 |\n| 2023 | 420 |\n\nSource: Waste Office (2024)\n\n## Schools\n\nIn Suvane fewer adults read.\n\nTable 2. Literacy of adults, %\n\n| District | Literacy (%, 2022) |\n| --- | ---: |\n| Orlin | 81 |\n| Suvane | 77 |\n\nSource: Census Office (2023)\n',
        },
      ],
    },
  },
  *check({ brief }) {
    if (brief.tables.length < 2) return;
    const proseBySection = new Map<number, Prose>();
    for (const table of brief.tables) {
      const section = brief.sections[table.section];
      if (section === undefined || figureCells(table).length < 2 || purposeOf(brief, table) !== 'data' || isModelOutput(table) || isApart(brief, section)) continue;
      const prose = proseBySection.get(section.index) ?? proseOf(brief, section);
      proseBySection.set(section.index, prose);
      if (!prose.isThere || prose.speaksOfTables || speaksOf(prose, table) || isNamed(brief, table)) continue;
      yield { span: tableMark(table), level: 'unread', message: `No sentence of ${section.heading ? `"${shorten(section.heading.text, 40)}"` : 'the text'} speaks of ${tableName(table)}` };
    }
  },
});

/** Boxes and annexes are read by themselves. */
const isApart = (brief: Brief, section: Section): boolean =>
  [...sectionAndAncestors(brief, section)].some(
    ({ heading, keys }) => heading?.style === 'callout' || heading?.style === 'div' || keys.some((key) => apart.has(key)) || /\b(?:annex|appendix|box|statistics|data tables?|key figures|dashboard|scorecard)\b/i.test(heading?.text ?? ''),
  );

const apart: ReadonlySet<SectionKey> = new Set(['annex', 'at-a-glance', 'data-point', 'references']);

/** What the sentences of a section say, those below it too, but for the titles of tables. */
interface Prose {
  readonly isThere: boolean;
  readonly speaksOfTables: boolean;
  readonly words: ReadonlySet<string>;
  readonly quantities: readonly Quantity[];
}

/** The blocks that hold the title of a table. */
const captionBlocks = rememberByBrief((brief) => new Set(brief.tables.flatMap(({ caption }) => (caption === null ? [] : sentencesByPlace(brief).overlapping(caption.span).map(({ block }) => block)))));

const proseOf = (brief: Brief, section: Section): Prose => {
  const sentences = sentencesByPlace(brief).overlapping(section.bodySpan).filter(({ block }) => !captionBlocks(brief).has(block));
  return {
    isThere: sentences.some((sentence) => sentence.section === section.index),
    speaksOfTables: sentences.some(({ text }) => speakingWords.test(text)),
    words: contentWords(sentences.map(({ text }) => text).join('\n')),
    quantities: sentences.flatMap(({ quantities }) => quantities.filter(({ form }) => form !== 'year')),
  };
};

const speakingWords = /@tbl-|\btab\.\s*\d|\b(?:tables?|tableaux?|tablas?|cuadros?|tabulated|below|above|as follows|following|these (?:figures|data|numbers|shares|values))\b|:\s*$/i;

/** A word of its title, a column or a row, or one of its values. */
const speaksOf = ({ words, quantities }: Prose, table: TableBlock): boolean => {
  const own = contentWords([table.caption?.value ?? '', ...table.head.map(({ text }) => text), ...stubTexts(table)].join(' '));
  if (sharedWordCount(own, words) > 0) return true;
  const values = figureCells(table).flatMap((cell) => figureOf(cell) ?? []);
  return quantities.some((quantity) => values.some((value) => value.dimension === quantity.dimension && meets(value, quantity)));
};

/** From another section too. */
const isNamed = (brief: Brief, table: TableBlock): boolean => sentencesAbout(brief, table).some(({ text, span }) => speakingWords.test(text) && (table.caption === null || !overlaps(span, table.caption.span)));
