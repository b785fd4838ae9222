import { isLeadInWord } from '../text/author-names';
import type { Citation, CitedWork } from '../text/citation';
import type { Prose, ProseMark } from './prose';

/** "Sen's *Development as Freedom* (1999)": to who reads the words alone, "Freedom" wrote something; the emphasis says that it ends a title. */
export function withEmphasisedTitles(citations: readonly Citation[], { text, marks }: Prose): readonly Citation[] {
  const runs = marks.filter(({ kind }) => kind === 'emphasis' || kind === 'strong');
  if (runs.length === 0) return citations;
  // Of runs that end together the outer one comes last.
  const byEnd = new Map(runs.map((run) => [run.at.end, run]));
  return citations.map((citation) => {
    const works = citation.works.map((work) => withTitle(work, text, byEnd.get(work.authorSpan?.end ?? -1)));
    return { ...citation, works, span: { start: Math.min(citation.span.start, ...works.map(({ span }) => span.start)), end: citation.span.end } };
  });
}

function withTitle(work: CitedWork, text: string, run: ProseMark | undefined): CitedWork {
  if (!run || work.authorSpan === null || run.at.start >= work.authorSpan.start) return work;
  const before = text.slice(run.at.start, work.authorSpan.start).trim().split(/\s+/);
  const first = before[0] ?? '';
  if (before.length < 2 || isLeadInWord(first) || !/^\p{Lu}/u.test(first)) return work;
  const owner = ownerPattern.exec(text.slice(Math.max(0, run.at.start - longestOwner), run.at.start));
  const name = owner?.[1];
  const start = run.at.start - (owner?.[0].length ?? 0);
  return {
    ...work,
    span: { start, end: work.span.end },
    title: text.slice(run.at.start, run.at.end),
    author: name ?? null,
    authorSpan: name === undefined ? null : { start, end: start + name.length },
  };
}

const longestOwner = 80;

const ownerPattern = /(\p{Lu}[\p{L}-]*(?:\s\p{Lu}[\p{L}.-]*){0,3})['’]s?\s$/u;

/** "Railway Office (2024), *Passengers by Line 2023*, Table 7" is one work: the emphasis says that the second part is its title. */
export function withFollowingTitles(works: readonly CitedWork[], { text, marks }: Prose): readonly CitedWork[] {
  const runs = marks.filter(({ kind }) => kind === 'emphasis' || kind === 'strong');
  if (runs.length === 0) return works;
  const read: CitedWork[] = [];
  for (const work of works) {
    const last = read.at(-1);
    const run = runs.find(({ at }) => at.start <= work.span.start && work.authorSpan !== null && work.authorSpan.end <= at.end);
    const isItsTitle = run !== undefined && last !== undefined && last.year !== null && last.title === null && /^\)?,\s?$/u.test(text.slice(last.span.end, run.at.start));
    if (isItsTitle) read[read.length - 1] = { ...last, title: text.slice(run.at.start, run.at.end), locator: last.locator ?? work.locator };
    else read.push(work);
  }
  return read;
}
