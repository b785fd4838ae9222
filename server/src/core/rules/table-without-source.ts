import { lineBreakOf } from '../lint/brief-places';
import { shorten } from '../lint/message-words';
import { findNamedSource } from '../lint/named-source';
import { isOwnStatement, presentsOwnResults } from '../lint/own-results';
import { defineRule, type Fix, type RuleContext } from '../lint/rule';
import { figureCells, figureOf, isModelOutput, purposeOf, stubTexts, tableMark, tableName, textsAround } from '../lint/table-facts';
import { sentencesPresenting } from '../lint/table-introduction';
import type { Brief, Sentence, SourceLineBlock, TableBlock } from '../model/brief';
import { citationsByPlace } from '../model/by-place';
import { spanOf } from '../text/span';

export const tableWithoutSource = defineRule({
  meta: {
    name: 'table-without-source',
    group: 'tables',
    title: 'Table of figures without a source',
    levels: { missing: 'warning', own: 'information', unmapped: 'hint' },
    fix: 'suggestion',
    options: {
      atLeast: { type: 'number', default: 2, description: 'How many cells with a figure make a table one that owes a source.' },
    },
    docs: {
      what: 'A table with figures and no source line, citation in its title, notes or cells, source column, or sentence presenting it that says where they come from. Graver where the brief reports no results of its own. A hint where one line names several sources and does not say which row is whose.',
      why: 'Tables are copied on their own. Without a source line their figures cannot be checked by anybody.',
      how: 'Put "Source: …" right below the table; for figures of your own, "Source: authors\' calculations based on …".',
      limits: [
        'Tables of options, actions, scenarios, dates and worked examples are left alone: they hold decisions and assumptions.',
        'A table that the sentence presenting it calls our own estimate, survey or model counts as sourced.',
        'A sentence presents a table if it names its number, announces it ("as follows:"), or leads to a table without a title and shares a word with its heads or first cells; any citation in it then counts.',
      ],
      authority: 'UN Editorial Manual; OECD Style Guide; Pakistan Development Review, instructions for authors',
      flagged: [{ text: '## Harbour traffic\n\n| Year | Ships | Passengers |\n| --- | ---: | ---: |\n| 2022 | 412 | 90,100 |\n| 2023 | 455 | 97,300 |\n' }],
      clean: [{ text: '## Harbour traffic\n\n| Year | Ships | Passengers |\n| --- | ---: | ---: |\n| 2022 | 412 | 90,100 |\n| 2023 | 455 | 97,300 |\n\nSource: Harbour Board (2024), Yearbook, table 3.\n' }],
    },
  },
  *check(context) {
    const { brief, options } = context;
    const atLeast = typeof options['atLeast'] === 'number' ? options['atLeast'] : 2;
    let reportsOwnResults: boolean | undefined;
    for (const table of brief.tables) {
      if (figureCells(table).length < Math.max(atLeast, 1) || purposeOf(brief, table) !== 'data' || isModelOutput(table)) continue;
      if (!isSourced(context, table)) {
        reportsOwnResults ??= presentsOwnResults(brief, context.own);
        yield {
          span: tableMark(table),
          level: reportsOwnResults ? 'own' : 'missing',
          message: reportsOwnResults ? `Nothing says whether the figures of ${tableName(table)} are your own` : `No source for ${tableName(table)}`,
          fixes: [sourceFix(brief, table)],
        };
        continue;
      }
      const line = unmappedLine(brief, table);
      if (line) yield { span: line.span, level: 'unmapped', message: `"${shorten(line.text)}" does not say which row is from which source` };
    }
  },
});

const isSourced = (context: RuleContext, table: TableBlock): boolean => {
  const { brief } = context;
  if (table.sourceLines.length > 0 || table.citations.length > 0 || citesInCaption(brief, table)) return true;
  if (table.head.some(({ text }) => /^\W*(?:data )?(?:sources?|references?|citations?|links?)\b/i.test(text))) return true;
  if (textsAround(brief, table).some((text) => /\bsources?\b|\bbased on\b|\bcalculat(?:ed|ions?)\b|\b(?:own|authors?[’']?s?[’']?) estimates?\b|\bestimate(?:s|d) (?:by|from)\b|\[\^|\bhttps?:/i.test(text))) return true;
  return sentencesPresenting(brief, table).some((sentence) => sentence.citations.length > 0 || isOwnStatement(withoutDisplayNames(sentence), context.own) || findNamedSource(sentence.text) !== undefined);
};

const citesInCaption = (brief: Brief, { caption }: TableBlock): boolean => caption !== null && citationsByPlace(brief).meets(caption.span);

/** "Table 2 shows" says nothing of where its figures come from. */
const withoutDisplayNames = (sentence: Sentence): Sentence => ({ ...sentence, text: sentence.text.replace(/\b(?:table|figure|chart|box|annex|appendix)\s+[A-Z]?\d[\d.]*/gi, '') });

/** One line, several sources, rows of different measures: nobody can tell which figure is whose. */
const unmappedLine = (brief: Brief, table: TableBlock): SourceLineBlock | null => {
  const lines = table.sourceLines.map((index) => brief.blocks[index]).filter((block): block is SourceLineBlock => block?.kind === 'source-line' && !block.isNote);
  const line = lines[0];
  if (lines.length !== 1 || !line || line.isOwnWork || /\b(?:rows?|columns?|figures? (?:for|on|of)|from)\b|:\s*[^:]*:/i.test(line.text)) return null;
  const works = line.citations.flatMap((citation) => citation.works);
  if (works.length < 2 || !hasIndicatorRows(table) || table.citations.some((citation) => !line.citations.includes(citation))) return null;
  return line;
};

/** Three rows or more, each about another measure. */
const hasIndicatorRows = (table: TableBlock): boolean => {
  const rows = table.rows.filter((row) => row.some((cell) => cell.column > 0 && figureOf(cell) !== null));
  if (rows.length < 3) return false;
  const units = new Set(rows.map((row) => row.find((cell) => cell.column > 0 && figureOf(cell) !== null)?.quantities[0]?.unit ?? 'none'));
  const measures = stubTexts(table).filter((text) => /\b(?:rate|index|share|spend(?:ing)?|expenditure|ratio|score|income|gdp|price|cost|access|coverage|mortality|emissions?)\b|%/i.test(text));
  return units.size >= 2 && measures.length >= 2;
};

const sourceFix = (brief: Brief, table: TableBlock): Fix => {
  const lineBreak = lineBreakOf(brief);
  const gap = brief.isLineStructured ? lineBreak : lineBreak + lineBreak;
  return { title: 'Add a source line below the table', safe: false, edits: [{ span: spanOf(table.span.end, table.span.end), newText: `${gap}Source: [Insert source and year]` }] };
};
