import { rememberByWords } from '../../text/remember-by-words';
import { spanOf, type Span } from '../../text/span';
import { findAttributions, findContrasts, findGroups, findRelativeTimes } from './cues';
import type { FigureManner, FigureRole } from './figure';
import { mannerOf } from './manner';
import { findNames } from './names';
import { findPeriodsIn } from './periods';
import { respectiveParts, segmentsOf, type Segment } from './segments';
import { subjectOf } from './subject';

/** What a sentence says of one of its figures by itself, whatever brief it stands in. */
export interface FigureWords {
  readonly before: string;
  readonly after: string;
  /** The plain noun that its clause begins with, the head last. */
  readonly subject: readonly string[];
  readonly role: FigureRole;
  readonly names: readonly string[];
  readonly groups: readonly string[];
  readonly contrasts: readonly string[];
  readonly relativeTimes: readonly string[];
  readonly periods: readonly string[];
  readonly attributions: readonly string[];
  readonly manner: FigureManner;
}

/** One for each of the spans, which are in order and lie in `text`. Read once for each sentence, so that an edit reads the one that changed. */
export const figureWordsOf = (text: string, figures: readonly Span[]): readonly FigureWords[] => readKey(`${figures.map(({ start, end }) => `${String(start)} ${String(end)}`).join(',')}|${text}`);

const readKey = rememberByWords((key: string): readonly FigureWords[] => {
  const bar = key.indexOf('|');
  const figures = key
    .slice(0, bar)
    .split(',')
    .map((pair) => spanOf(...toNumbers(pair)));
  return readWords(key.slice(bar + 1), figures);
});

const toNumbers = (pair: string): [number, number] => {
  const [start, end] = pair.split(' ');
  return [Number(start), Number(end)];
};

const readWords = (text: string, figures: readonly Span[]): readonly FigureWords[] => {
  const parts = respectiveParts(text, figures);
  return segmentsOf(text, figures).map((segment, i) => {
    const part = parts?.[i];
    const before = part ? text.slice(part.start, part.end) : wordsBefore(text, segment);
    const after = text.slice(segment.after.start, segment.after.end);
    const own = `${before} ${after}`;
    return {
      before,
      after,
      subject: subjectOf(before),
      role: segment.role,
      names: findNames(`${before} | ${after}`),
      groups: findGroups(own),
      contrasts: findContrasts(own),
      relativeTimes: findRelativeTimes(own),
      periods: findPeriodsIn(own),
      attributions: findAttributions(own),
      // "… by 5% and 6%, respectively": the verb's "by" stands before the first of them.
      manner: mannerOf(part ? `${before} ${lastWords(text.slice(0, figures[0]?.start ?? 0), 2)} ` : before, after),
    };
  });
};

const lastWords = (text: string, count: number): string => text.trim().split(/\s+/).slice(-count).join(' ');

const wordsBefore = (text: string, { lead, before }: Segment): string => `${lead ? `${text.slice(lead.start, lead.end)} ` : ''}${text.slice(before.start, before.end)}`;
