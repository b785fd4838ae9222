/**
 * The options that a brief weighs, whatever form they have:
 *
 *     ## Options                     a section of the vocabulary
 *     ### Option A: a fee per bag    subsections; or bold labels, the rows or columns of a table, the items of a list
 */
import type { Block, Brief, ListBlock, ListItem, ParagraphBlock, Section, TableBlock, TableCell } from '../model/brief';
import { rememberByBrief } from '../model/remember-by-brief';
import type { SectionKey } from '../profiles/section-keys';
import type { Quantity } from '../text/quantity';
import { containsSpan, spanOf, type Span } from '../text/span';
import { blocksBelow, ownBlocks, textOfBlock } from './brief-places';
import { contentWords } from './content-words';
import { isInside, sectionsFor } from './profile-sections';
import { shorten } from './message-words';
import { isStatusQuoName } from './status-quo';

export interface BriefOption {
  readonly name: string;
  /** Where it is named. */
  readonly span: Span;
  /** All that stands under its name: its section, paragraphs, item, row or column. */
  readonly body: Span;
  readonly text: string;
  readonly quantities: readonly Quantity[];
  /** Of its row or column. */
  readonly cells: readonly OptionCell[];
  /** Of an option that has one. */
  readonly section: Section | null;
}

export interface OptionCell {
  /** What the row or column across is about. */
  readonly head: string;
  readonly text: string;
}

export interface OptionList {
  /** The section that is about options; null where sections "Option A", "Option B" stand without one around them. */
  readonly section: Section | null;
  readonly form: 'section' | 'paragraph' | 'row' | 'column' | 'item';
  /** Not empty. */
  readonly options: readonly BriefOption[];
  /** The table or list that holds them; null for sections and paragraphs. */
  readonly block: TableBlock | ListBlock | null;
}

/** Empty where options stand in running text. */
export const findOptions: (brief: Brief) => readonly OptionList[] = rememberByBrief((brief) => {
  const all = sectionsFor(brief, 'options');
  const outer = all.filter((section) => !all.some((other) => isInside(brief, section, other)));
  const lists = outer.flatMap((section) => listIn(brief, section) ?? []);
  return lists.length > 0 ? lists : looseSections(brief);
});

/** The section of options and those that compare them: what is said there is said of the options. */
export const comparingSections = (brief: Brief): readonly Section[] => {
  const keys: readonly SectionKey[] = ['options', 'comparison-of-options', 'impacts', 'criteria'];
  return brief.sections.filter(({ inheritedKeys }) => inheritedKeys.some((key) => keys.includes(key)));
};

const numbered = /^\W*(?:(?:policy\s+)?(?:options?|alternatives?|choices?|approach(?:es)?|packages?)\s+)(?:[a-h]|\d{1,2}|[ivx]{1,4}|one|two|three|four|five|six)\b/i;

/** What is said of options, and names none. */
const aspects =
  /^\W*(?:pros?|cons?|benefits?|(?:dis)?advantages?|harms?|risks?|costs?|prices?|strengths?|weakness(?:es)?|trade-?offs?|criteri(?:a|on)|effects?|impacts?|feasib\w+|certainty|evidence|assessment|appraisal|evaluation|comparison|comparing|analysis|summary|overview|conclusions?|notes?|sources?|recommend\w*|preferred|rationale|results?|findings?|limitations?|assumptions?|caveats?|next|timing|methods?|methodology|approach|stakeholders?|consultation|implementation|equity|why|how|what|who|which|when|the (?:options|choice|alternatives)|options?|alternatives?|ranking|scoring|other|rejected|discarded|introduction|context|background|for|against)\b/i;

/** Beside "Option A: no intervention", "B: a ban" is one too. */
const lettered = /^\W*(?:[A-H]|\d{1,2}|[IVX]{1,4})\s*[:.)–—-]\s*\S/;

export const isNumbered = (name: string): boolean => numbered.test(name);

/** Of names in a row, those of options: where some say that they are one, only these. */
const optionNames = (names: readonly string[]): readonly boolean[] => {
  const hasNumbers = names.some(isNumbered);
  const isSaid = names.map((name) => isNumbered(name) || (hasNumbers && lettered.test(name)) || (isStatusQuoName(name) && name.split(/\s+/).length <= 8));
  return hasNumbers ? isSaid : names.map((name, i) => isSaid[i] === true || !aspects.test(name));
};

const listIn = (brief: Brief, section: Section): OptionList | null => {
  const blocks = ownBlocks(brief, section);
  return sectionOptions(brief, section) ?? paragraphOptions(brief, section, blocks) ?? tableOptions(section, blocks) ?? itemOptions(section, blocks);
};

const sectionOptions = (brief: Brief, section: Section): OptionList | null => {
  const children = section.children.map((index) => brief.sections[index]).filter((child) => child !== undefined);
  const isOption = optionNames(children.map(({ heading }) => heading?.text ?? ''));
  const chosen = children.filter((child, i) => isOption[i] === true && (child.keys.length === 0 || isNumbered(child.heading?.text ?? '') || isStatusQuoName(child.heading?.text ?? '')));
  return chosen.length === 0 ? null : { section, form: 'section', options: chosen.flatMap((child) => ofSection(brief, child)), block: null };
};

/** "## Option A: …", "## Option B: …" in one row. */
const looseSections = (brief: Brief): readonly OptionList[] => {
  const named = brief.sections.filter(({ heading }) => heading !== null && isNumbered(heading.text) && /^\W*(?:policy\s+)?(?:option|alternative)\b/i.test(heading.text));
  const first = named[0];
  const row = brief.sections.filter((section) => section.parent === first?.parent && (named.includes(section) || isStatusQuoName(section.heading?.text ?? '')));
  return row.length < 2 ? [] : [{ section: null, form: 'section', options: row.flatMap((section) => ofSection(brief, section)), block: null }];
};

const ofSection = (brief: Brief, section: Section): readonly BriefOption[] => {
  const { heading } = section;
  if (heading === null) return [];
  const headings = brief.sections.filter((other) => isInside(brief, other, section)).flatMap((other) => other.heading?.text ?? []);
  const text = [heading.text, ...headings, ...blocksBelow(brief, section).map((block) => textOfBlock(brief, block))].join('\n');
  return [{ name: heading.text, span: heading.textSpan, body: section.span, text, quantities: quantitiesIn(brief, section.span), cells: [], section }];
};

const quantitiesIn = (brief: Brief, span: Span): readonly Quantity[] => brief.quantities.filter((quantity) => containsSpan(span, quantity.span));

/** Paragraphs with a label, each with what stands up to the next. */
const paragraphOptions = (brief: Brief, section: Section, blocks: readonly Block[]): OptionList | null => {
  const labelled = blocks.filter((block): block is ParagraphBlock => block.kind === 'paragraph' && block.label !== null);
  const isOption = optionNames(labelled.map(({ label }) => label ?? ''));
  const chosen = labelled.filter((_block, i) => isOption[i] === true);
  if (chosen.length < 2 && !chosen.some(({ label }) => isNumbered(label ?? ''))) return null;
  const options = chosen.map((block, i): BriefOption => {
    const next = chosen[i + 1]?.index ?? Infinity;
    const own = blocks.filter(({ index }) => index >= block.index && index < next);
    const body = spanOf(block.span.start, own.at(-1)?.span.end ?? block.span.end);
    return { name: nameOf(block.label ?? ''), span: block.sentences[0]?.span ?? block.span, body, text: own.map((each) => textOfBlock(brief, each)).join('\n'), quantities: quantitiesIn(brief, body), cells: [], section: null };
  });
  return { section, form: 'paragraph', options, block: null };
};

const nameOf = (label: string): string => shorten(label.replace(/[.:;\s]+$/, ''), 80);

const tableOptions = (section: Section, blocks: readonly Block[]): OptionList | null => {
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    const found = optionsOfTable(block);
    if (found !== null) return { section, ...found, block };
  }
  return null;
};

const optionsHead = /^\W*(?:(?:policy\s+)?(?:options?|alternatives?|choices?)|options? considered|measures? considered)\b/i;
const criterionHead = /^\W*(?:criteri(?:on|a)|aspects?|dimensions?|factors?)\b/i;

/** Options as the rows of a table or as its columns. */
export const optionsOfTable = (table: TableBlock): Pick<OptionList, 'form' | 'options'> | null => {
  const [stubHead, ...heads] = table.head;
  const stubs = table.rows.flatMap((row) => row[0] ?? []);
  if (heads.some(({ text }) => isOptionCell(text)) || (criterionHead.test(stubHead?.text ?? '') && heads.length >= 2)) {
    return { form: 'column', options: heads.map((head) => optionOfCells(head, table.rows.flatMap((row) => pair(row[0], row.find(({ column }) => column === head.column))))) };
  }
  if (!optionsHead.test(stubHead?.text ?? '') && !stubs.some(({ text }) => isOptionCell(text))) return null;
  const rows = table.rows.filter((row) => (row[0]?.text.trim() ?? '') !== '');
  const options = rows.flatMap((row) => (row[0] ? [optionOfCells(row[0], row.slice(1).flatMap((cell) => pair(table.head.find(({ column }) => column === cell.column), cell)))] : []));
  return options.length === 0 ? null : { form: 'row', options };
};

const isOptionCell = (text: string): boolean => isNumbered(text) || (isStatusQuoName(text) && text.split(/\s+/).length <= 6);

interface PairedCell extends OptionCell {
  readonly cell: TableCell;
}

const pair = (head: TableCell | undefined, cell: TableCell | undefined): readonly PairedCell[] => (cell ? [{ head: head?.text ?? '', text: cell.text, cell }] : []);

const optionOfCells = (name: TableCell, cells: readonly PairedCell[]): BriefOption => ({
  name: shorten(name.text, 80),
  span: name.span,
  body: name.span,
  text: [name.text, ...cells.map(({ text }) => text)].join('\n'),
  quantities: cells.flatMap(({ cell }) => cell.quantities),
  cells: cells.map(({ head, text }) => ({ head, text })),
  section: null,
});

const itemOptions = (section: Section, blocks: readonly Block[]): OptionList | null => {
  for (const block of blocks) {
    if (block.kind !== 'list') continue;
    const groups = groupItems(block.items);
    const isOption = optionNames(groups.map(([head]) => head?.label ?? head?.text ?? ''));
    const chosen = groups.filter((_group, i) => isOption[i] === true);
    // Where most items are of another kind, the list is about something else.
    if (chosen.length < 2 || chosen.length * 2 < groups.length) continue;
    return { section, form: 'item', options: chosen.map(optionOfItems), block };
  }
  return null;
};

/** Items of the outermost depth, each with those below it. */
const groupItems = (items: readonly ListItem[]): readonly (readonly ListItem[])[] => {
  const top = Math.min(...items.map(({ depth }) => depth));
  const groups: ListItem[][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (item.depth <= top || last === undefined) groups.push([item]);
    else last.push(item);
  }
  return groups;
};

const optionOfItems = (items: readonly ListItem[]): BriefOption => {
  const head = items[0];
  const sentences = items.flatMap((item) => item.sentences);
  const span = sentences[0]?.span ?? head?.span ?? spanOf(0, 0);
  return {
    name: nameOf(head?.label ?? head?.sentences[0]?.text ?? head?.text ?? ''),
    span,
    body: spanOf(head?.span.start ?? span.start, Math.max(head?.span.end ?? span.end, items.at(-1)?.span.end ?? 0)),
    text: items.map(({ text }) => text).join('\n'),
    quantities: sentences.flatMap(({ quantities }) => quantities),
    cells: [],
    section: null,
  };
};

/** Do two names stand for one option: "Option A: a fee per bag", "A", "Fee"? */
export const isSameOption = (a: string, b: string): boolean => {
  const [markA, markB] = [markOf(a), markOf(b)];
  if (markA !== null && markB !== null) return markA === markB;
  if (isStatusQuoName(a) || isStatusQuoName(b)) return isStatusQuoName(a) && isStatusQuoName(b);
  const [wordsA, wordsB] = [contentWords(withoutMark(a)), contentWords(withoutMark(b))];
  const shared = [...wordsA].filter((word) => wordsB.has(word)).length;
  return shared > 0 && shared * 2 >= Math.min(wordsA.size, wordsB.size);
};

/** Does a sentence speak of the option by its mark or its name? */
export const mentionsOption = (text: string, name: string): boolean => {
  const mark = /^\W*(?:policy\s+)?((?:option|alternative|choice|approach|package)\s+(?:[a-h]|\d{1,2}|[ivx]{1,4}))\b/i.exec(name)?.[1];
  if (mark !== undefined && new RegExp(`\\b${mark}\\b`, 'i').test(text)) return true;
  const words = contentWords(withoutMark(name));
  const spoken = contentWords(text);
  return words.size > 0 && [...words].every((word) => spoken.has(word));
};

/** "a" of "Option A: a fee", "2" of "2. Fee". */
const markOf = (name: string): string | null =>
  (/^\W*(?:(?:policy\s+)?(?:option|alternative|choice|approach|package)\s+)([a-h]|\d{1,2}|[ivx]{1,4})\b/i.exec(name)?.[1] ?? /^\W*([A-H]|\d{1,2})(?:[.):]|\s*$)/.exec(name)?.[1])?.toLowerCase() ?? null;

const withoutMark = (name: string): string => name.replace(/^\W*(?:policy\s+)?(?:option|alternative|choice|approach|package)\s+(?:[a-h]|\d{1,2}|[ivx]{1,4})\b/i, '');
