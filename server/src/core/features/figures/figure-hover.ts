import { escapeMarkdown } from '../../library/format-reference';
import type { Brief } from '../../model/brief';
import type { FigureConflict, FigureFrame } from '../../model/figures/figure';
import type { Span } from '../../text/span';
import { conflictsOf, findFigureAt, framesByIndex, mentionsOf } from './figure-mentions';
import { placeWords, readingOf, settingWords, sourceWords, subjectWords, writtenFigure } from './figure-words';
import { findTableShare } from './table-share';

export interface FigureHoverContext {
  readonly brief: Brief;
  /** An address that opens the brief at a place; null where there is none. */
  readonly linkTo: (span: Span) => string | null;
}

export interface FigureHover {
  readonly span: Span;
  /** Everything that comes from the brief is escaped. */
  readonly markdown: string;
}

/** More mentions than these would fill the screen. */
const mostMentions = 6;

/** How a figure reads, what it is about, and where else the same quantity stands. undefined for whatever is no figure: years, dates, ordinals, small counts. */
export const findFigureHover = (context: FigureHoverContext, offset: number): FigureHover | undefined => {
  const { brief } = context;
  const frame = findFigureAt(brief, offset);
  if (frame === undefined) return undefined;
  const parts = [headLine(brief, frame), shareLine(brief, frame), ...conflictLines(context, frame), ...mentionLines(context, frame)].filter((part) => part !== null);
  return { span: frame.quantity.span, markdown: parts.join('\n\n') };
};

const headLine = (brief: Brief, frame: FigureFrame): string => {
  const reading = readingOf(brief, frame);
  const head = `**${escapeMarkdown(writtenFigure(frame))}**${reading === null ? '' : ` — reads as ${escapeMarkdown(reading)}`}`;
  const about = [subjectWords(brief, frame), ...settingWords(brief, frame)].filter((part) => part !== '');
  return about.length === 0 ? head : `${head}  \n${escapeMarkdown([...new Set(about)].join(' · '))}`;
};

const shareLine = (brief: Brief, frame: FigureFrame): string | null => {
  const share = findTableShare(brief, frame);
  if (share === null) return null;
  const percent = share.percent >= 0.05 || share.percent === 0 ? share.percent.toFixed(1) : 'less than 0.1';
  return `${percent}% of ${escapeMarkdown(share.total)} (“${escapeMarkdown(share.label)}”)`;
};

const conflictLines = (context: FigureHoverContext, frame: FigureFrame): readonly string[] => {
  const found = conflictsOf(context.brief, frame).flatMap((conflict) => otherSides(context.brief, frame, conflict));
  return found.length === 0 ? [] : ['**Does not agree with:**', found.slice(0, mostMentions).map((other) => mentionItem(context, other)).join('\n')];
};

/** The side that is not one of this figure's own mentions. */
const otherSides = (brief: Brief, frame: FigureFrame, { a, b }: FigureConflict): readonly FigureFrame[] => {
  const own = new Set(mentionsOf(brief, frame).map(({ index }) => index));
  return [a, b].filter((index) => !own.has(index)).flatMap((index) => framesByIndex(brief).get(index) ?? []);
};

const mentionLines = (context: FigureHoverContext, frame: FigureFrame): readonly string[] => {
  const others = mentionsOf(context.brief, frame).filter(({ index }) => index !== frame.index);
  if (others.length === 0) return [];
  const shown = others.slice(0, mostMentions).map((other) => mentionItem(context, other));
  if (others.length > mostMentions) shown.push(`- and ${String(others.length - mostMentions)} more`);
  return ['The same elsewhere:', shown.join('\n')];
};

const mentionItem = ({ brief, linkTo }: FigureHoverContext, frame: FigureFrame): string => {
  const address = linkTo(frame.quantity.span);
  const written = escapeMarkdown(writtenFigure(frame));
  const source = sourceWords(brief, frame);
  return `- ${address === null ? written : `[${written}](<${address}>)`} in “${escapeMarkdown(placeWords(brief, frame))}”${source === null ? '' : `, ${escapeMarkdown(source)}`}`;
};
