import { blocksBelow, isTitleSection, lineBreakOf, ownBlocks, textOfBlock } from '../lint/brief-places';
import { shorten } from '../lint/message-words';
import { findPlaceholders, isBarePlaceholder } from '../lint/placeholders';
import { defineRule, type Fix, type RuleContext } from '../lint/rule';
import type { Block, Brief, Heading, Section } from '../model/brief';
import { quotationsByPlace } from '../model/by-place';
import type { SectionKey } from '../profiles/section-keys';
import { textOfSection } from '../profiles/section-texts';
import { containsSpan, sliceOf, spanOf } from '../text/span';

export const emptySection = defineRule({
  meta: {
    name: 'empty-section',
    group: 'structure',
    title: 'Section without content',
    levels: { nothing: 'warning', shape: 'warning' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'A heading with nothing under it, with only a source line or a placeholder, or a timeline, fact box or question section that holds none of what its heading promises.',
      why: 'Readers take a heading as a promise. A block that arrives empty usually lost its content when the text was copied or laid out.',
      how: 'Put the content in, or delete the heading.',
      limits: [
        'A heading that is directly followed by a heading of a lower level is taken for its parent and is never empty.',
        'A bold or capitals-only line is only checked if it names a section that the section vocabulary knows.',
        'A list of references that is built from a bibliography when the text is rendered counts as content.',
      ],
      authority: 'IDRC, How to write a policy brief',
      flagged: [
        { text: '## Costs\n\nThe scheme costs EUR 4 million a year.\n\n## Risks\n\n## Next steps\n\nThe board decides in May.\n' },
        { text: '## At a glance\n\nSource: Statistics Office (2024)\n\n## Background\n\nThe levy dates from 1998.\n' },
      ],
      clean: [
        { text: '## Options\n\n### Keep the levy\n\nNothing changes.\n\n### Halve the levy\n\nRevenue falls.\n' },
        { text: '## Timeline\n\n- 12 May 2024: the bill is tabled.\n- 3 March 2025: the law takes effect.\n' },
      ],
    },
  },
  *check(context) {
    const { brief } = context;
    for (const section of brief.sections) {
      const heading = section.heading;
      if (!heading || !isCheckable(brief, section, heading)) continue;
      const fault = faultOf(context, section);
      if (!fault) continue;
      yield { span: heading.textSpan, level: fault.level, message: fault.message, fixes: fault.isFixable ? fixesOf(brief, section, heading) : [] };
    }
  },
});

interface Fault {
  readonly level: 'nothing' | 'shape';
  readonly message: string;
  readonly isFixable: boolean;
}

/** Bold lines stand for many things; without a known name they are no promise. */
const isCheckable = (brief: Brief, section: Section, heading: Heading): boolean => {
  if (isTitleSection(brief, section) || /\{[%{]/.test(heading.text) || (section.index === 1 && heading.level === 1 && section.keys.length === 0)) return false;
  const isMarked = heading.style === 'atx' || heading.style === 'setext' || heading.style === 'html' || heading.style === 'callout' || heading.style === 'div';
  return isMarked || section.keys.length > 0 || isRepeatedAtOnce(brief, section);
};

const faultOf = (context: RuleContext, section: Section): Fault | null => {
  const { brief } = context;
  const title = `"${shorten(section.heading?.text ?? '')}"`;
  const isRepeated = isRepeatedAtOnce(brief, section);
  if (!isRepeated && !isShaped(section.keys) && (section.children.length > 0 || isParentOfNext(brief, section))) return null;
  if (!isRepeated && isUnmarkedParent(brief, section)) return null;
  const children = isRepeated ? [] : childrenOf(brief, section);
  const blocks = [ownBlocks(brief, section), ...children.map((child) => blocksBelow(brief, child))].flat().filter((block) => isContent(brief, section, block));
  if (blocks.length === 0) {
    if (children.length > 0 || (!isRepeated && isFilledWhenBuilt(context, section))) return null;
    return { level: 'nothing', message: `${title} has nothing under it`, isFixable: true };
  }
  const hasOnlySources = blocks.every(({ kind }) => kind === 'source-line');
  if (hasOnlySources && !section.keys.includes('references')) return { level: 'nothing', message: `${title} has only a source line under it`, isFixable: true };
  if (section.children.length === 0 && blocks.every((block) => isPlaceholderBlock(brief, block))) {
    return { level: 'nothing', message: `${title} has only a placeholder under it`, isFixable: false };
  }
  return shapeFault(brief, section, blocks, title);
};

/** "What happens next" and at once "WHAT HAPPENS NEXT": the first is no parent of the second. */
const isRepeatedAtOnce = (brief: Brief, section: Section): boolean => {
  const next = brief.sections[section.index + 1]?.heading;
  return next !== undefined && next !== null && next.normalized !== '' && next.normalized === section.heading?.normalized && ownBlocks(brief, section).length === 0;
};

/** What is analysed may be called anything, a section of the vocabulary too: in pasted text "Core analysis" and at once "Economic impact" are parent and child. */
const isParentOfNext = (brief: Brief, section: Section): boolean =>
  brief.isLineStructured && section.blocks.length === 0 && section.index < brief.sections.length - 1 && (section.keys.length === 0 || section.keys.some((key) => broadKeys.includes(key)));

/** "**Findings**" and at once "### Girls gained": a bold line has no level, so the marked heading may well be below it. */
const isUnmarkedParent = (brief: Brief, { heading, blocks, index, keys }: Section): boolean => {
  const isUnmarked = heading?.style === 'bold' || heading?.style === 'emoji-capitals' || heading?.style === 'title-line';
  const next = brief.sections[index + 1];
  if (!isUnmarked || blocks.length > 0 || next?.heading?.style !== 'atx' || next.heading.level < 3) return false;
  return next.keys.length === 0 || keys.some((key) => broadKeys.includes(key) || next.keys.includes(key));
};

const broadKeys: readonly SectionKey[] = ['analysis', 'findings', 'evidence', 'impacts', 'options'];

const childrenOf = (brief: Brief, section: Section): readonly Section[] => section.children.map((index) => brief.sections[index]).filter((child) => child !== undefined);

const isContent = (brief: Brief, section: Section, block: Block): boolean => {
  switch (block.kind) {
    case 'break':
      return false;
    case 'definition':
      return section.keys.includes('references') || /\b(?:foot)?notes?\b/.test(section.heading?.normalized ?? '');
    case 'comment':
      // A mark for a tool that fills the section in, such as "<!-- toc -->" or "<!-- begin include -->".
      return /\b(?:toc|include|insert|begin|start|end|generated|auto\w*|bibliography|refs?)\b/i.test(sliceOf(brief.text, block.span));
    case 'paragraph':
    case 'list':
    case 'quote':
    case 'table':
    case 'source-line':
    case 'code':
    case 'image':
    case 'math':
    case 'html':
    case 'directive':
      return true;
  }
};

/** References and notes that the renderer puts under the last heading. */
const isFilledWhenBuilt = ({ brief, hasBibliography }: RuleContext, section: Section): boolean => {
  const isNotes = /\b(?:foot|end)?notes?\b/.test(section.heading?.normalized ?? '');
  if (isNotes && brief.footnotes.length > 0) return true;
  const citesKeys = brief.citations.some(({ style }) => style === 'key');
  return section.keys.includes('references') && (hasBibliography || citesKeys || brief.metadata.hasReferences || brief.metadata.bibliography.length > 0);
};

const isPlaceholderBlock = (brief: Brief, block: Block): boolean => isBarePlaceholder(textOfBlock(brief, block));

const shapedKeys: readonly SectionKey[] = ['timeline', 'at-a-glance', 'comparison', 'faq', 'swot'];

const isShaped = (keys: readonly SectionKey[]): boolean => keys.length > 0 && keys.every((key) => shapedKeys.includes(key));

const promises: Readonly<Partial<Record<SectionKey, string>>> = {
  timeline: 'no dated entry',
  'at-a-glance': 'no table, list or figure',
  comparison: 'no table, list or comparison',
  faq: 'no question and answer',
  swot: 'no strengths or risks',
};

const shapeFault = (brief: Brief, section: Section, blocks: readonly Block[], title: string): Fault | null => {
  if (!isShaped(section.keys)) return null;
  const isMet = section.keys.some((key) => blocks.some((block) => hasShape(brief, key, block)));
  const promise = promises[section.keys[0] ?? 'timeline'];
  if (isMet || promise === undefined) return null;
  const lone = blocks.every((block) => isQuotation(brief, block) || block.kind === 'source-line') ? ', only a quotation' : '';
  return { level: 'shape', message: `${title} holds ${promise}${lone}`, isFixable: true };
};

const hasShape = (brief: Brief, key: SectionKey, block: Block): boolean => {
  switch (block.kind) {
    case 'table':
    case 'image':
    case 'html':
    case 'directive':
    case 'code':
    case 'math':
    case 'comment':
      return true;
    case 'list':
      return key !== 'timeline' || block.items.some(({ text }) => isDated(text));
    case 'paragraph':
      if (isQuotation(brief, block)) return false;
      if (key === 'timeline') return isDated(block.text);
      return key !== 'at-a-glance' || block.label !== null || /\d/.test(block.text);
    case 'quote':
    case 'source-line':
    case 'break':
    case 'definition':
      return false;
  }
};

const isQuotation = (brief: Brief, block: Block): boolean => block.kind === 'quote' || quotationsByPlace(brief).overlapping(block.span).some(({ form, span }) => form !== 'inline' && containsSpan(block.span, span));

const count = '(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|i{1,3}|iv)';
const datePatterns: readonly RegExp[] = [
  /\b(?:1[5-9]|20|21)\d\d\b|\b\d{1,2}[./]\d{1,2}\b|\bq[1-4]\b|\b\d{1,2}(?:st|nd|rd|th) century\b/i,
  /\b(?:january|february|march|april|june|july|august|september|october|november|december)\b|\bmay \d|\b\d{1,2} may\b/i,
  new RegExp(`\\b(?:phase|stage|step|week|month|quarter|year|day)s? ${count}\\b`, 'i'),
  new RegExp(`\\b(?:${count}|first|second|third|fourth|next|last|final) (?:phase|stage|week|month|quarter|year|day)s?\\b`, 'i'),
];

/** A placeholder is found on its own. */
const isDated = (text: string): boolean => datePatterns.some((pattern) => pattern.test(text)) || findPlaceholders(text).length > 0;

const fixesOf = (brief: Brief, section: Section, heading: Heading): readonly Fix[] => {
  // Inside a callout or fenced div a plain line would end the block.
  if (heading.style === 'callout' || heading.style === 'div' || heading.style === 'html') return [];
  const lineBreak = lineBreakOf(brief);
  const title = shorten(heading.text, 40);
  const gap = brief.isLineStructured ? lineBreak : lineBreak + lineBreak;
  const level = heading.style === 'atx' || heading.style === 'setext' ? heading.level : Math.max(heading.level, 2);
  const lines = textOfSection(section.keys, brief.isLineStructured ? null : level).replace(/\n/g, lineBreak);
  const fixes: Fix[] = [];
  if (!isRepeatedAtOnce(brief, section)) {
    fixes.push({ title: `Put a placeholder under "${title}"`, safe: false, edits: [{ span: spanOf(heading.span.end, heading.span.end), newText: gap + lines }] });
  }
  if (ownBlocks(brief, section).length === 0) {
    const end = heading.span.end + (/^(?:[ \t]*\r?\n)+/.exec(brief.text.slice(heading.span.end))?.[0].length ?? 0);
    fixes.push({ title: `Delete the heading "${title}"`, safe: false, edits: [{ span: spanOf(heading.span.start, end), newText: '' }] });
  }
  return fixes;
};
