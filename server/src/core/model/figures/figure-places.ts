import type { SectionKey } from '../../profiles/section-keys';
import type { Quantity } from '../../text/quantity';
import { containsSpan } from '../../text/span';
import { firstWhere } from '../../text/span-index';
import type { Brief, Sentence } from '../brief';
import { rememberByBrief } from '../remember-by-brief';
import { readSentences } from '../sentence-memory';
import type { Voice } from './figure';

/** The index of a quantity in `brief.quantities`, if it is a figure. */
export type FigureFinder = (quantity: Quantity) => number | undefined;

/** Of the quantity, or of the one at its place: halving, for they are in order. */
export const indexOfQuantity = ({ quantities }: Brief, { span: { start, end } }: Quantity): number | undefined => {
  const at = firstWhere(quantities.length, (i) => (quantities[i]?.span.start ?? 0) >= start);
  for (let i = at; quantities[i]?.span.start === start; i++) if (quantities[i]?.span.end === end) return i;
  return undefined;
};

/** The one that a frame stands in. */
export const sentenceAt = ({ sentences, noteSentences }: Brief, index: number): Sentence | undefined => sentences[index] ?? noteSentences[index - sentences.length];

/** The label of the note that it stands in; null where the note has none to be called by. */
export const noteLabelOf = ({ footnotes }: Brief, { container, span }: Sentence): string | null =>
  container === 'footnote' ? (footnotes.find((note) => containsSpan(note.span, span))?.label.toLowerCase() ?? null) : null;

/** "Figure 2. Wages by region", "Map 1: …": a caption that is a paragraph. */
const captionStart = /^\s*(?:figure|fig\.|chart|graph|map|exhibit|infographic|photo|image|diagram)\s+[A-Z]?\d{1,3}(?:\.\d{1,2})?[a-z]?\s*[.:|–—-]/iu;

const captions = readSentences(({ text }) => captionStart.exec(text));

export const captionBlocks = rememberByBrief((brief: Brief): ReadonlySet<number> => {
  const blocks = new Set(brief.blocks.flatMap(({ kind, index }) => (kind === 'image' ? [index] : [])));
  for (const { sentence } of captions(brief)) blocks.add(sentence.block);
  return blocks;
});

export const voiceOf = (brief: Brief, { container, block }: Sentence): Voice => (container === 'footnote' ? 'note' : captionBlocks(brief).has(block) ? 'caption' : 'text');

const summaryKeys: ReadonlySet<SectionKey> = new Set(['summary', 'key-messages', 'overview', 'conclusion', 'at-a-glance']);

/** Sections that say again what others say at length; so does what stands before the first heading. */
export const isSummary = (brief: Brief, section: number): boolean => {
  const found = brief.sections[section];
  if (!found) return false;
  return found.inheritedKeys.some((key) => summaryKeys.has(key)) || (found.keys.length === 0 && (found.heading === null || (section === 1 && found.heading.level === 1)));
};

/** Works cited in a sentence, by name and year or by key. */
export const sourcesOf = ({ citations }: Pick<Sentence, 'citations'>): string[] => [
  ...new Set(citations.flatMap(({ works }) => works.map(({ author, year, key }) => (author === null ? (key ?? '') : `${author} ${year ?? ''}`).toLowerCase().trim())).filter((source) => source !== '')),
];
