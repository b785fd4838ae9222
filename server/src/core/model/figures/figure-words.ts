import { rememberByWords } from '../../text/remember-by-words';
import { spanOf, type Span } from '../../text/span';
import { findAttributions, findContrasts, findGroups, findRelativeTimes } from './cues';
import type { FigureManner, FigureRole } from './figure';
import { isStopWord, wordsOf } from './lemmas';
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
  /** Lemmas of words that stand side by side. */
  readonly modifiers: readonly (readonly [string, string])[];
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
    const after = text.slice(segment.after.start, segment.after.end);
    const lead = part ? text.slice(part.start, part.end) : wordsBefore(text, segment);
    const isByItself = !part && definedBehind.test(after) && (segment.role === 'plain' || thresholdVerb.test(lead)) ? definiteBefore.exec(lead) : null;
    const before = isByItself ? lead.slice(isByItself.index) : lead;
    const own = `${before} ${after}`;
    return {
      before,
      after,
      subject: subjectOf(before),
      modifiers: modifiersIn(`${before} | ${after}`),
      role: isByItself && segment.role === 'comparator' ? 'plain' : segment.role,
      names: findNames(`${before} | ${after}`),
      // "Timber and pulp together US$810 million"
      groups: [...findGroups(`${before} ${after.slice(0, newClause.exec(after)?.index)}`), ...(/\btogether\b/iu.test(before) ? ['sum'] : [])],
      contrasts: findContrasts(own),
      relativeTimes: findRelativeTimes(own),
      periods: findPeriodsIn(own),
      attributions: findAttributions(own),
      // "… by 5% and 6%, respectively": the verb's "by" stands before the first of them.
      manner: mannerOf(part ? `${before} ${lastWords(text.slice(0, figures[0]?.start ?? 0), 2)} ` : before, after),
    };
  });
};

/** "Having paid out £304 million, the fund must turn to villages": the group is another clause's. */
const newClause = /,\s*(?:the|this|these|it|they|we|its|their)\s+(?:\p{L}+\s+){0,3}?(?:should|must|will|would|can|could|cannot|needs?|ought|may)\b/iu;

/** "The network gave out parcels": no network of any kind of thing. */
const isVerb = /^(?:gave|got|took|made|paid|spent|held|kept|led|met|left|built|sent|won|drew|sold|bought|brought|ran|went|began|\p{L}{3,}ed)$/u;

/** A noun or adjective in front of a noun narrows it; of other pairs the guard that reads them knows nothing. */
const modifiersIn = (text: string): readonly (readonly [string, string])[] => {
  const words = wordsOf(text);
  return words.flatMap((word, i): readonly (readonly [string, string])[] => {
    const next = words[i + 1];
    if (!next || isStopWord(word.lower) || isStopWord(next.lower) || isVerb.test(next.lower) || word.lower.endsWith('ly') || /[’']s$/iu.test(text.slice(word.start, word.end)) || !/^[\s-]+$/u.test(text.slice(word.end, next.start))) return [];
    return [[word.lemma, next.lemma]];
  });
};

/** "Exceed the £63 million raised by the levy": what stands behind says what it is, and what stands in front what happens to it. */
const definiteBefore = /(?<!\b[Oo]f\s)\bthe\s+(?:(?:about|around|nearly|almost|over|more than|some|roughly|approximately)\s+)?(?:[A-Z]{2,3})?[$£€₹¥]?\s?$/u;
/** "More than the 19% that trains carry" is set against; "exceeds the 19%" says of what there is. */
const thresholdVerb = /\b(?:exceed|surpass|overshoot|reach)(?:s|es|ed|ing)?\s+the\s+[^\p{L}]*(?:\p{L}+\s+)?$/iu;
const definedBehind = /^\s*(?:of\s+)?(?:[\p{L}’'-]+\s+){0,6}?(?:that|which|who|\p{L}{2,}ed|set|spent|paid|lent|held|made|lost|sent|sold|built|put|cut|born|left|given|taken)\s/u;

const lastWords = (text: string, count: number): string => text.trim().split(/\s+/).slice(-count).join(' ');

const wordsBefore = (text: string, { lead, before }: Segment): string => `${lead ? `${text.slice(lead.start, lead.end)} ` : ''}${text.slice(before.start, before.end)}`;
